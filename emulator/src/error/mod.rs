//! Errors in the body that Clerk's Frontend API uses.
//!
//! Codes and texts are those of Clerk's published index of Frontend API errors. Each file has
//! the errors of one subject as constructors of [`ApiError`].

mod attempt;
mod form;
mod request;
mod session;

use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde_json::{Map, Value, json};

use crate::id::random_text;

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
    fn into_response(self) -> Response {
        let failure = *self.0;
        let trace_id = random_text(32).to_lowercase();
        let mut error = json!({
            "message": failure.message,
            "long_message": failure.long_message,
            "code": failure.code,
        });
        if let (false, Some(fields)) = (failure.meta.is_empty(), error.as_object_mut()) {
            fields.insert("meta".to_owned(), Value::Object(failure.meta));
        }
        let mut body = json!({ "errors": [error], "clerk_trace_id": trace_id });
        if let (Some(client), Some(fields)) = (failure.client, body.as_object_mut()) {
            fields.insert("meta".to_owned(), json!({ "client": client }));
        }
        let mut response = (failure.status, axum::Json(body)).into_response();
        if let Ok(trace) = HeaderValue::from_str(&trace_id) {
            response.headers_mut().insert(TRACE_HEADER, trace);
        }
        response
    }
}
