//! One call of the Frontend API, and the URL that it goes to.

use super::{API_VERSION, CLERK_JS_VERSION, Form};
use crate::encoding::{append_uri_component, concat};
use crate::json::Json;

/// The logical method. On the wire all but `GET` are `POST` with `_method`: Safari sends cookies with simple
/// requests only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Reads.
    Get,
    /// Creates or acts.
    Post,
    /// Creates at a known place.
    Put,
    /// Changes.
    Patch,
    /// Deletes.
    Delete,
}

impl Method {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Get, Self::Post, Self::Put, Self::Patch, Self::Delete];

    /// `GET`, `POST`, `PUT`, `PATCH` or `DELETE`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Patch => "PATCH",
            Self::Delete => "DELETE",
        }
    }

    /// The value of `_method`, for the methods that travel inside a `POST`.
    fn tunnelled(self) -> Option<&'static str> {
        (!matches!(self, Self::Get | Self::Post)).then(|| self.as_str())
    }
}

/// A call, before it is known who makes it.
#[derive(Debug, Clone)]
pub struct Request {
    /// The logical method.
    pub method: Method,
    /// The path below `/v1`, its segments encoded.
    pub path: String,
    /// The caller's own query parameters, which come first.
    pub search: Form,
    /// Lets a native application rotate its token once.
    pub rotating_token_nonce: Option<String>,
    /// The form fields of a request that is not a `GET`.
    pub body: Option<Form>,
    /// Whether a client that comes with the answer to a `GET` is applied too.
    pub force_update_client: bool,
    /// Whether listeners do not hear of that client: more is about to change.
    pub is_quiet: bool,
    /// What the platform's request says besides, such as headers; its body goes out as it is.
    pub init: Option<Json>,
}

impl Request {
    /// A call without parameters.
    pub fn new(method: Method, path: impl Into<String>) -> Self {
        Self {
            method,
            path: path.into(),
            search: Form::new(),
            rotating_token_nonce: None,
            body: None,
            force_update_client: false,
            is_quiet: false,
            init: None,
        }
    }

    /// The same with a body.
    #[must_use]
    pub fn with_body(mut self, body: Form) -> Self {
        self.body = Some(body);
        self
    }

    /// The same, applying the client that comes with the answer even to a `GET`.
    #[must_use]
    pub fn updating_client(mut self) -> Self {
        self.force_update_client = true;
        self
    }

    /// Whether the answer's client is to be applied.
    pub fn updates_client(&self) -> bool {
        self.method != Method::Get || self.force_update_client
    }

    /// The URL without its query, as errors may show it.
    pub fn bare_url(&self, base: &str) -> String {
        concat(&[base, "/v1", &self.path])
    }

    /// The whole URL. `session_id` is the current session's.
    pub fn url(&self, base: &str, session_id: Option<&str>) -> String {
        let mut query = self.search.clone();
        query.push("__clerk_api_version", API_VERSION);
        query.push("_clerk_js_version", CLERK_JS_VERSION);
        if let Some(nonce) = &self.rotating_token_nonce {
            query.push("rotating_token_nonce", nonce);
        }
        if let Some(method) = self.method.tunnelled() {
            query.push("_method", method);
        }
        let is_of_a_session = !is_below(&self.path, "/client") && !is_below(&self.path, "/waitlist");
        if let Some(id) = session_id.filter(|_| is_of_a_session) {
            query.push("_clerk_session_id", id);
        }
        concat(&[&self.bare_url(base), "?", query.as_str()])
    }
}

/// Whether `path` is `prefix` or lies below it. clerk-js compares plain prefixes; see docs/divergences.md.
fn is_below(path: &str, prefix: &str) -> bool {
    path.strip_prefix(prefix).is_some_and(|rest| rest.is_empty() || rest.starts_with("/"))
}

/// A path segment, encoded as `encodeURIComponent` does it.
pub(crate) fn segment(text: &str) -> String {
    let mut encoded = String::new();
    append_uri_component(&mut encoded, text);
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    const VERSIONS: &str = "__clerk_api_version=2026-05-12&_clerk_js_version=6.34.1";

    #[test]
    fn the_query_has_clerk_js_s_order() {
        let get = Request::new(Method::Get, "/environment").url("https://h", Some("sess_1"));
        assert_eq!(get, format!("https://h/v1/environment?{VERSIONS}&_clerk_session_id=sess_1"));
        for (method, name) in [(Method::Put, "PUT"), (Method::Patch, "PATCH"), (Method::Delete, "DELETE")] {
            let url = Request::new(method, "/client").url("https://h", Some("sess_1"));
            assert_eq!(url, format!("https://h/v1/client?{VERSIONS}&_method={name}"));
        }
        let post = Request::new(Method::Post, "/client/sign_ins").url("http://localhost:1", None);
        assert_eq!(post, format!("http://localhost:1/v1/client/sign_ins?{VERSIONS}"));
    }

    #[test]
    fn the_session_id_stays_out_of_client_and_waitlist() {
        for (path, has) in
            [("/clientele", true), ("/me", true), ("/client/verify", false), ("/waitlist", false)]
        {
            let url = Request::new(Method::Get, path).url("", Some("s"));
            assert_eq!(url.contains("_clerk_session_id"), has, "{path}");
        }
    }

    #[test]
    fn search_values_are_kept_whole() {
        let mut request = Request::new(Method::Get, "/client");
        request.search.push("redirect_url", "https://a.test/?x=1,2&y=ü#z");
        request.rotating_token_nonce = Some("n".to_owned());
        let expected = format!(
            "/v1/client?redirect_url=https%3A%2F%2Fa.test%2F%3Fx%3D1%2C2%26y%3D%C3%BC%23z&{VERSIONS}&rotating_token_nonce=n"
        );
        assert_eq!(request.url("", None), expected);
    }

    #[test]
    fn shows_no_values_in_debug() {
        let mut request = Request::new(Method::Get, "/client");
        request.search.push("__clerk_db_jwt", "secret");
        assert!(!format!("{request:?}").contains("secret"));
    }
}
