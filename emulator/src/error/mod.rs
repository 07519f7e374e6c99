//! Errors in the body that Clerk's Frontend API uses.
//!
//! Codes and texts are those of Clerk's published index of Frontend API errors. Each file has
//! the errors of one subject as constructors of [`ApiError`].

mod attempt;
mod external;
mod form;
mod organization;
mod request;
mod session;
mod ticket;

use axum::body::Body;
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE, Entry};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde_json::{Map, Value, json};

/// Carries the trace id of a request; the same value stands in an error body.
pub(crate) const TRACE_HEADER: &str = "x-clerk-trace-id";

/// One failure, ready to be sent. Boxed, since it stands in the result of nearly everything.
#[derive(Debug, Clone)]
pub(crate) struct ApiError(Box<Failure>);

#[derive(Debug, Clone)]
struct Failure {
    status: StatusCode,
    code: &'static str,
    message: String,
    long_message: String,
    meta: Map<String, Value>,
    /// The client as it stands after the failure, for clerk-js to apply (`meta.client`).
    client: Option<Value>,
}

impl ApiError {
    /// An error whose short and long text are given.
    pub(crate) fn new(
        status: StatusCode,
        code: &'static str,
        message: impl Into<String>,
        long_message: impl Into<String>,
    ) -> Self {
        Self(Box::new(Failure {
            status,
            code,
            message: message.into(),
            long_message: long_message.into(),
            meta: Map::new(),
            client: None,
        }))
    }

    fn unprocessable(code: &'static str, param: &str, message: &str, long: String) -> Self {
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, code, message, long).with_meta("param_name", param)
    }

    fn bad_request(code: &'static str, message: &str, long: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, code, message, long)
    }

    fn unauthorized(code: &'static str, message: &str, long: &str) -> Self {
        Self::new(StatusCode::UNAUTHORIZED, code, message, long)
    }

    fn not_found(message: &str, long: String) -> Self {
        Self::new(StatusCode::NOT_FOUND, "resource_not_found", message, long)
    }

    /// The error as it stands in a list of errors, and on a verification.
    pub(crate) fn json(&self) -> Value {
        self.0.json()
    }

    /// The same error with one more entry in its `meta`.
    pub(crate) fn with_meta(mut self, key: &str, value: impl Into<Value>) -> Self {
        self.0.meta.insert(key.to_owned(), value.into());
        self
    }

    /// The same error with the client piggybacked on it.
    pub(crate) fn with_client(mut self, client: Value) -> Self {
        self.0.client = Some(client);
        self
    }
}

impl IntoResponse for ApiError {
    /// An answer that has no body yet: [`with_trace_id`] writes it.
    fn into_response(self) -> Response {
        let mut response = self.0.status.into_response();
        response.extensions_mut().insert(self);
        response
    }
}

impl Failure {
    fn json(&self) -> Value {
        let mut error = json!({
            "message": self.message,
            "long_message": self.long_message,
            "code": self.code,
        });
        if let (false, Some(fields)) = (self.meta.is_empty(), error.as_object_mut()) {
            fields.insert("meta".to_owned(), Value::Object(self.meta.clone()));
        }
        error
    }

    fn body(self, trace_id: &str) -> Body {
        let mut body = json!({ "errors": [self.json()], "clerk_trace_id": trace_id });
        if let (Some(client), Some(fields)) = (self.client, body.as_object_mut()) {
            fields.insert("meta".to_owned(), json!({ "client": client }));
        }
        Body::from(body.to_string())
    }
}

/// The answer with the trace id of its request: in the header, and in the body of an error.
/// Done a second time it changes nothing.
pub(crate) fn with_trace_id(response: Response, trace_id: &str) -> Response {
    let (mut parts, mut body) = response.into_parts();
    if let Some(ApiError(failure)) = parts.extensions.remove() {
        body = failure.body(trace_id);
        parts.headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        // The router measured the body before there was one.
        parts.headers.remove(CONTENT_LENGTH);
    }
    if let (Entry::Vacant(header), Ok(trace)) =
        (parts.headers.entry(TRACE_HEADER), HeaderValue::from_str(trace_id))
    {
        header.insert(trace);
    }
    Response::from_parts(parts, body)
}
