//! What an answer of the Frontend API means.

use crate::encoding::{concat, split};
use crate::error::{ApiError, ApiResponseError, ClerkError, ErrorKind, Result};
use crate::json::Json;

/// An answer as the transport hands it over.
#[derive(Debug, Clone)]
pub struct Reply {
    /// The HTTP status.
    pub status: u16,
    /// The HTTP reason; empty over HTTP/2.
    pub status_text: String,
    /// The headers that we read, by lower-case name: `retry-after`, `clerk-db-jwt`.
    pub headers: Vec<(&'static str, String)>,
    /// The body.
    pub body: Body,
    /// The platform's own answer, such as the browser's `Response`; null where there is none.
    pub native: Json,
}

/// The body of a [`Reply`].
#[derive(Debug, Clone)]
pub enum Body {
    /// Status 204: there is none, and none is expected.
    None,
    /// JSON.
    Json(Json),
    /// Something else: a proxy's error page, a cut answer, nothing where something should be.
    Unreadable,
}

/// The headers that the transport has to hand over.
pub const HEADERS: [&str; 2] = ["retry-after", "clerk-db-jwt"];

impl Reply {
    /// A header by its lower-case name.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(key, _)| *key == name).map(|(_, value)| value.as_str())
    }
}

/// The JSON of an answer: `{response, client}` mostly, the bare resource sometimes.
#[derive(Debug, Clone)]
pub struct Payload {
    json: Json,
    /// When it was asked for, by the page's own count of what happens; 0 where nobody counts.
    pub(crate) asked: u32,
}

impl Payload {
    pub(crate) fn new(json: Json) -> Self {
        Self { json, asked: 0 }
    }

    /// What the answer is about: `response` when there is one, else the whole.
    pub fn resource(&self) -> Json {
        self.json.get("response").filter(Json::is_truthy).unwrap_or_else(|| self.json.clone())
    }

    /// Whether the answer says that there is nothing: `{"response": null}`, and no client came along.
    pub(crate) fn is_empty(&self) -> bool {
        self.client().is_none() && self.json.get("response").is_some_and(|response| response.is_null())
    }

    /// The client that came along, in `client` or in an error's `meta.client`.
    pub fn client(&self) -> Option<Json> {
        let meta = || self.json.get("meta")?.get("client");
        self.json.get("client").filter(Json::is_object).or_else(meta).filter(Json::is_object)
    }
}

/// Splits an answer into what it carries and what it says: the payload is there for errors too, since a client
/// that comes with an error is applied as well. `until_ms` says how long it is until a date as HTTP writes it; NaN for what is none.
pub fn read_reply(reply: Reply, until_ms: &dyn Fn(&str) -> f64) -> (Option<Payload>, Result<()>) {
    let json = match &reply.body {
        Body::Json(json) => Some(json.clone()),
        Body::None | Body::Unreadable => None,
    };
    let outcome = if reply.status >= 400 {
        Err(api_error(&reply, json.as_ref(), until_ms))
    } else if matches!(reply.body, Body::Unreadable) {
        Err(unreadable(&reply))
    } else {
        Ok(())
    };
    (json.map(Payload::new), outcome)
}

fn api_error(reply: &Reply, json: Option<&Json>, until_ms: &dyn Fn(&str) -> f64) -> ClerkError {
    let mut errors = Vec::new();
    for error in json.map(|json| json.objects("errors")).unwrap_or_default() {
        errors.push(ApiError::new(&error));
    }
    let mut message = String::new();
    if let Some(error) = errors.first() {
        message = error.long_message().unwrap_or_else(|| error.message());
    }
    if message.is_empty() {
        message.push_str(&reply.status_text);
    }
    if message.is_empty() {
        message = with_status("The request failed", reply);
    }
    let error = ApiResponseError {
        status: reply.status,
        message,
        errors,
        retry_after_s: reply.header("retry-after").and_then(|header| seconds(header, until_ms)),
        trace_id: json.and_then(|json| json.text("clerk_trace_id")),
    };
    ErrorKind::Api(error).into()
}

/// The longest that a header asks for: seconds, or until a date. One that was sent twice has both, with a comma between; so has a date behind its
/// weekday.
fn seconds(header: &str, until_ms: &dyn Fn(&str) -> f64) -> Option<u32> {
    let mut longest = f64::NAN;
    for part in split(header, b',') {
        let part = part.trim_ascii();
        let number = Json::parse(part).ok().and_then(|number| number.as_number());
        longest = longest.max(number.unwrap_or_else(|| (until_ms(part) / 1000.0).ceil()));
    }
    (!longest.is_nan()).then_some(longest as u32)
}

/// An answer that was to succeed but cannot be read: it keeps its status, as every answer does.
fn unreadable(reply: &Reply) -> ClerkError {
    let message = with_status("The Frontend API's answer is not JSON", reply);
    ErrorKind::Api(ApiResponseError { status: reply.status, message, ..Default::default() }).into()
}

fn with_status(text: &str, reply: &Reply) -> String {
    concat(&[text, " (status ", &Json::from(f64::from(reply.status)).to_field(), ")."])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reply(status: u16, body: &str) -> Reply {
        let body = match Json::parse(body) {
            Ok(json) => Body::Json(json),
            Err(_) => Body::Unreadable,
        };
        Reply { status, status_text: String::new(), headers: Vec::new(), body, native: Json::null() }
    }

    fn until_ms(date: &str) -> f64 {
        if date == "21 Oct 2026 07:28:00 GMT" { 6500.0 } else { f64::NAN }
    }

    fn error(reply: Reply) -> ApiResponseError {
        match read_reply(reply, &until_ms).1.unwrap_err().kind() {
            ErrorKind::Api(error) => error.clone(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn unwraps_the_envelope() {
        let (payload, outcome) =
            read_reply(reply(200, r#"{"response":{"id":"a"},"client":{"id":"c"}}"#), &until_ms);
        outcome.unwrap();
        let payload = payload.unwrap();
        assert_eq!(payload.resource().text("id").as_deref(), Some("a"));
        assert_eq!(payload.client().unwrap().text("id").as_deref(), Some("c"));
    }

    #[test]
    fn a_null_response_is_the_whole() {
        let payload = read_reply(reply(200, r#"{"response":null,"client":null}"#), &until_ms).0.unwrap();
        assert!(payload.resource().get("response").is_some());
        assert!(payload.client().is_none());
    }

    #[test]
    fn an_error_speaks_as_clearly_as_it_can() {
        let body = r#"{"errors":[{"code":"c","message":"m","long_message":"Long.","meta":{"param_name":"p"}}],
            "clerk_trace_id":"t","meta":{"client":{"id":"c"}}}"#;
        let full = error(reply(422, body));
        assert_eq!((full.status, full.message.as_str()), (422, "Long."));
        assert_eq!(full.trace_id.as_deref(), Some("t"));
        assert!(full.has_code("c") && !full.has_code("d"));
        assert_eq!(
            read_reply(reply(422, body), &until_ms).0.unwrap().client().unwrap().text("id").as_deref(),
            Some("c")
        );

        assert_eq!(error(reply(400, r#"{"errors":[{"message":"m"}]}"#)).message, "m");
        assert_eq!(error(reply(500, "{}")).message, "The request failed (status 500).");
        let html = Reply { status_text: "Bad Gateway".into(), ..reply(502, "<html>") };
        assert_eq!((error(html.clone()).status, error(html).message.as_str()), (502, "Bad Gateway"));
        for odd in ["null", "[]", "1", r#"{"errors":"x"}"#, r#"{"errors":[null,1]}"#] {
            assert_eq!(error(reply(503, odd)).status, 503, "{odd}");
        }
    }

    #[test]
    fn a_success_that_is_not_json_keeps_its_status() {
        let error = error(reply(200, ""));
        assert_eq!(error.status, 200);
        assert!(error.message.contains("not JSON"), "{}", error.message);
    }

    #[test]
    fn no_content_is_no_error() {
        let (payload, outcome) = read_reply(Reply { body: Body::None, ..reply(204, "") }, &until_ms);
        assert!(payload.is_none() && outcome.is_ok());
    }

    #[test]
    fn retry_after_is_seconds_or_a_date_and_of_several_the_longest() {
        for (value, expected) in [
            ("60", Some(60)),
            ("abcd", None),
            ("", None),
            ("Wed, 21 Oct 2026 07:28:00 GMT", Some(7)),
            ("3, 5", Some(5)),
            ("5,3", Some(5)),
            ("x, 3", Some(3)),
            ("3, Wed, 21 Oct 2026 07:28:00 GMT", Some(7)),
            ("30, Wed, 21 Oct 2026 07:28:00 GMT", Some(30)),
            ("-1", Some(0)),
        ] {
            let reply = Reply { headers: vec![("retry-after", value.to_owned())], ..reply(429, "{}") };
            assert_eq!(error(reply).retry_after_s, expected, "{value}");
        }
    }
}
