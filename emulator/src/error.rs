//! Errors in the body that Clerk's Frontend API uses.
//!
//! Codes and texts are those of Clerk's published index of Frontend API errors.

use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde_json::{Map, Value, json};

use crate::id::random_text;

/// Carries the trace id of a request; the same value stands in an error body.
pub(crate) const TRACE_HEADER: &str = "x-clerk-trace-id";

/// One failure, ready to be sent.
#[derive(Debug, Clone)]
pub(crate) struct ApiError {
    status: StatusCode,
    code: &'static str,
    message: String,
    long_message: String,
    meta: Map<String, Value>,
    /// The client as it stands after the failure, for clerk-js to apply (`meta.client`).
    client: Option<Box<Value>>,
}

impl ApiError {
    /// An error whose short and long text are given.
    pub(crate) fn new(
        status: StatusCode,
        code: &'static str,
        message: impl Into<String>,
        long_message: impl Into<String>,
    ) -> Self {
        Self {
            status,
            code,
            message: message.into(),
            long_message: long_message.into(),
            meta: Map::new(),
            client: None,
        }
    }

    fn unprocessable(code: &'static str, param: &str, message: &str, long: String) -> Self {
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, code, message, long).with_meta("param_name", param)
    }

    fn bad_request(code: &'static str, message: &str, long: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, code, message, long)
    }

    /// The same error with one more entry in its `meta`.
    pub(crate) fn with_meta(mut self, key: &str, value: impl Into<Value>) -> Self {
        self.meta.insert(key.to_owned(), value.into());
        self
    }

    /// The same error with the client piggybacked on it.
    pub(crate) fn with_client(mut self, client: Value) -> Self {
        self.client = Some(Box::new(client));
        self
    }
}

/// Requests that cannot be read, and routes that do not exist.
impl ApiError {
    pub(crate) fn malformed_request(long: impl Into<String>) -> Self {
        Self::bad_request("malformed_request_parameters", "Malformed request parameters", long)
    }

    pub(crate) fn invalid_query(param: &str, value: &str) -> Self {
        Self::bad_request(
            "invalid_query_parameter_value",
            "is invalid",
            format!("{value} does not match one of the allowed values for parameter {param}"),
        )
        .with_meta("param_name", param)
    }

    pub(crate) fn missing_query(param: &str) -> Self {
        Self::bad_request(
            "missing_query_parameter",
            "is missing",
            format!("The query parameter '{param}' is missing from the request."),
        )
        .with_meta("param_name", param)
    }

    pub(crate) fn body_too_large(limit: usize) -> Self {
        Self::new(
            StatusCode::PAYLOAD_TOO_LARGE,
            "request_body_invalid",
            "Request body invalid",
            format!("The request body is larger than {limit} bytes."),
        )
    }

    pub(crate) fn body_unreadable() -> Self {
        Self::bad_request(
            "request_body_invalid",
            "Request body invalid",
            "The request body could not be read to its end.",
        )
    }

    pub(crate) fn unsupported_content_type(actual: &str) -> Self {
        Self::new(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "unsupported_content_type",
            "Content-Type is unsupported",
            format!(
                "Content-Type {actual} is unsupported. You should use \
                 application/x-www-form-urlencoded instead."
            ),
        )
    }

    pub(crate) fn method_not_allowed(method: &str, path: &str) -> Self {
        Self::new(
            StatusCode::METHOD_NOT_ALLOWED,
            "method_not_allowed",
            "Method not allowed",
            format!("{method} is not a method of {path}."),
        )
    }

    pub(crate) fn route_not_found(method: &str, path: &str) -> Self {
        Self::new(
            StatusCode::NOT_FOUND,
            "resource_not_found",
            "not found",
            format!("There is no {method} {path} here."),
        )
    }

    /// For what Clerk can do and the emulator cannot; `what` names it.
    pub(crate) fn not_implemented(what: &str) -> Self {
        let text = format!("{what} is not implemented by clerk-fapi-emulator");
        Self::new(
            StatusCode::NOT_IMPLEMENTED,
            "not_implemented_by_emulator",
            text.clone(),
            format!("{text}. Clerk itself may well support it."),
        )
    }

    pub(crate) fn internal(long: impl Into<String>) -> Self {
        Self::new(
            StatusCode::INTERNAL_SERVER_ERROR,
            "internal_clerk_error",
            "Oops, an unexpected error occurred",
            long,
        )
    }
}

/// Who is asking.
impl ApiError {
    pub(crate) fn dev_browser_unauthenticated() -> Self {
        Self::new(
            StatusCode::UNAUTHORIZED,
            "dev_browser_unauthenticated",
            "Browser unauthenticated",
            "Unable to authenticate this browser for your development instance. Check your \
             Clerk cookies and try again.",
        )
    }

    pub(crate) fn signed_out() -> Self {
        Self::new(StatusCode::UNAUTHORIZED, "signed_out", "Signed out", "You are signed out")
    }

    pub(crate) fn native_api_disabled() -> Self {
        Self::bad_request(
            "native_api_disabled",
            "Native API disabled",
            "The Native API is disabled for this instance: the emulator knows browsers only.",
        )
    }

    pub(crate) fn captcha_missing_token() -> Self {
        Self::bad_request(
            "captcha_missing_token",
            "Sign up unsuccessful due to failed security validations.",
            "Sign up unsuccessful due to failed security validations. Please refresh the page to \
             try again or reach out to support for more assistance.",
        )
    }

    pub(crate) fn captcha_invalid() -> Self {
        Self::bad_request(
            "captcha_invalid",
            "Sign up unsuccessful due to failed security validations.",
            "Sign up unsuccessful due to failed security validations. Please try using a \
             different browser or disabling browser extensions.",
        )
    }
}

/// Form parameters.
impl ApiError {
    pub(crate) fn param_missing(param: &str) -> Self {
        let long = format!("{param} must be included.");
        Self::unprocessable("form_param_missing", param, "is missing", long)
    }

    pub(crate) fn param_nil(param: &str) -> Self {
        let long = format!("Enter {}.", param.replace('_', " "));
        Self::unprocessable("form_param_nil", param, &long, long.clone())
    }

    pub(crate) fn param_unknown(param: &str) -> Self {
        let long = format!("{param} is not a valid parameter for this request.");
        Self::unprocessable("form_param_unknown", param, "is unknown", long)
    }

    pub(crate) fn param_duplicate(param: &str) -> Self {
        let long = format!("{param} included multiple times. There should only be one.");
        Self::unprocessable("form_param_duplicate", param, "is duplicate", long)
    }

    pub(crate) fn param_value_invalid(param: &str, value: &str) -> Self {
        let long = format!("{value} does not match one of the allowed values for parameter {param}");
        Self::unprocessable("form_param_value_invalid", param, "is invalid", long)
    }

    pub(crate) fn param_format_invalid(param: &str, must_be: &str) -> Self {
        let long = format!("{param} must be {must_be}.");
        Self::unprocessable("form_param_format_invalid", param, "is invalid", long)
    }

    pub(crate) fn param_too_long(param: &str, limit: usize) -> Self {
        let long = format!("{param} should not exceed {limit} characters.");
        Self::unprocessable("form_param_max_length_exceeded", param, "exceeds maximum length", long)
    }

    pub(crate) fn metadata_invalid(param: &str) -> Self {
        let long = format!("{param} must be a valid key-value object.");
        Self::unprocessable("form_param_value_invalid", param, "is invalid", long)
    }

    pub(crate) fn metadata_too_large(param: &str) -> Self {
        let long = format!("{param} exceeds the maximum allowed size of 8KB.");
        let code = "form_param_exceeds_allowed_size";
        Self::unprocessable(code, param, "exceeds allowed size", long)
    }

    pub(crate) fn identifier_not_found() -> Self {
        let text = "Couldn't find your account.";
        Self::unprocessable("form_identifier_not_found", "identifier", text, text.to_owned())
    }

    pub(crate) fn identifier_exists(param: &str) -> Self {
        let noun = param.replace('_', " ");
        let text = format!("That {noun} is taken. Please try another.");
        Self::unprocessable("form_identifier_exists", param, &text, text.clone())
    }

    pub(crate) fn password_incorrect() -> Self {
        let text = "Password is incorrect. Try again, or use another method.";
        Self::unprocessable("form_password_incorrect", "password", text, text.to_owned())
    }

    pub(crate) fn password_too_short(limit: usize) -> Self {
        let text = format!("Passwords must be {limit} characters or more.");
        let code = "form_password_length_too_short";
        Self::unprocessable(code, "password", &text, text.clone())
    }

    pub(crate) fn password_too_long(limit: usize) -> Self {
        let text = format!("Passwords must be less than {limit} characters.");
        let code = "form_password_length_too_long";
        Self::unprocessable(code, "password", &text, text.clone())
    }

    pub(crate) fn code_incorrect() -> Self {
        Self::unprocessable("form_code_incorrect", "code", "is incorrect", "Incorrect code".to_owned())
    }

    pub(crate) fn related_resource_missing(param: &str) -> Self {
        let long = format!("The resource associated with the supplied {param} was not found.");
        Self::unprocessable("form_resource_not_found", param, "is missing", long)
    }

    pub(crate) fn redirect_url_invalid() -> Self {
        Self::unprocessable(
            "invalid_redirect_url",
            "redirect_url",
            "Redirect url invalid",
            "The provided redirect url is not in a valid format".to_owned(),
        )
    }

    pub(crate) fn redirect_url_scheme_invalid() -> Self {
        Self::unprocessable(
            "invalid_url_scheme",
            "redirect_url",
            "Invalid URL scheme",
            "Please provide a URL with one of the following schemes: http, https".to_owned(),
        )
    }
}

/// Verifications.
impl ApiError {
    pub(crate) fn verification_missing() -> Self {
        Self::bad_request(
            "verification_missing",
            "is missing",
            "This strategy requires verification preparation before attempting to validate it.",
        )
    }

    pub(crate) fn verification_expired() -> Self {
        Self::bad_request(
            "verification_expired",
            "expired",
            "This verification has expired. You must create a new one.",
        )
    }

    pub(crate) fn verification_failed() -> Self {
        Self::bad_request(
            "verification_failed",
            "failed",
            "Too many failed attempts. You have to try again with the same or another method.",
        )
    }

    pub(crate) fn verification_already_verified() -> Self {
        Self::bad_request(
            "verification_already_verified",
            "already verified",
            "This verification has already been verified.",
        )
    }
}

/// Clients, sessions, sign-ins and sign-ups.
impl ApiError {
    fn not_found(message: &str, long: String) -> Self {
        Self::new(StatusCode::NOT_FOUND, "resource_not_found", message, long)
    }

    pub(crate) fn client_not_found() -> Self {
        let long = "No client was found in this request".to_owned();
        Self::not_found("Client not found", long)
    }

    pub(crate) fn session_not_found(id: &str) -> Self {
        let long = format!("No session was found with id {id}");
        Self::not_found("Session not found", long)
    }

    pub(crate) fn sign_in_not_found(id: &str) -> Self {
        let long = format!("No sign in was found with id {id}");
        Self::not_found("not found", long)
    }

    pub(crate) fn sign_up_not_found(id: &str) -> Self {
        let long = format!("No sign up was found with id {id}");
        Self::not_found("Sign up not found", long)
    }

    pub(crate) fn template_not_found(name: &str) -> Self {
        let long = format!("No JWT template exists with name: {name}");
        Self::not_found("JWT template not found", long)
    }

    pub(crate) fn organization_not_found() -> Self {
        Self::new(
            StatusCode::NOT_FOUND,
            "organization_not_found_or_unauthorized",
            "not found or unauthorized",
            "Given organization not found, or you don't have permission to access the organization",
        )
    }

    pub(crate) fn session_action_invalid(action: &str, id: &str) -> Self {
        Self::bad_request(
            "invalid_action_for_session",
            "Invalid action for user session",
            format!("Unable to {action} session {id}"),
        )
    }

    pub(crate) fn session_exists() -> Self {
        Self::bad_request("session_exists", "Session already exists", "You're already signed in.")
    }

    pub(crate) fn already_signed_in(session_id: &str) -> Self {
        let text = "You're already signed in";
        Self::bad_request("identifier_already_signed_in", text, text).with_meta("session_id", session_id)
    }

    pub(crate) fn account_transfer_invalid() -> Self {
        Self::bad_request(
            "account_transfer_invalid",
            "Invalid account transfer",
            "There is no account to transfer",
        )
    }

    pub(crate) fn client_state_invalid(action: &str, resolution: &str) -> Self {
        Self::bad_request(
            "client_state_invalid",
            "Invalid action",
            format!("We were unable to complete {action} for this Client. {resolution}"),
        )
    }

    pub(crate) fn strategy_for_user_invalid() -> Self {
        Self::bad_request(
            "strategy_for_user_invalid",
            "Invalid verification strategy",
            "The verification strategy is not valid for this account",
        )
    }

    pub(crate) fn identification_claimed() -> Self {
        Self::bad_request(
            "identification_claimed",
            "Identification claimed by another user",
            "One or more identifiers on this sign up have since been connected to a different \
             User. Please sign up again.",
        )
    }

    /// `kind` is `sign ins` or `sign ups`.
    pub(crate) fn older_attempt(kind: &str) -> Self {
        let text = format!("Update operations are not allowed on older {kind}");
        Self::new(StatusCode::FORBIDDEN, "resource_forbidden", text.clone(), text)
    }

    pub(crate) fn user_locked(minutes: i64) -> Self {
        Self::new(
            StatusCode::FORBIDDEN,
            "user_locked",
            "Account locked",
            format!(
                "Your account is locked. You will be able to try again in {minutes} minutes. For \
                 more information, please contact support."
            ),
        )
        .with_meta("lockout_expires_in_seconds", minutes * 60)
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let trace_id = random_text(32).to_lowercase();
        let mut error = json!({
            "message": self.message,
            "long_message": self.long_message,
            "code": self.code,
        });
        if let (false, Some(fields)) = (self.meta.is_empty(), error.as_object_mut()) {
            fields.insert("meta".to_owned(), Value::Object(self.meta));
        }
        let mut body = json!({ "errors": [error], "clerk_trace_id": trace_id });
        if let (Some(client), Some(fields)) = (self.client, body.as_object_mut()) {
            fields.insert("meta".to_owned(), json!({ "client": client }));
        }
        let mut response = (self.status, axum::Json(body)).into_response();
        if let Ok(trace) = HeaderValue::from_str(&trace_id) {
            response.headers_mut().insert(TRACE_HEADER, trace);
        }
        response
    }
}
