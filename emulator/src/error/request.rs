//! Requests that cannot be read, and routes that do not exist.

use axum::http::StatusCode;

use super::ApiError;

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

    /// The answer is not one to which a fault's patch could be applied.
    pub(crate) fn patch_failed(fault_id: &str, reason: &str) -> Self {
        Self::new(
            StatusCode::INTERNAL_SERVER_ERROR,
            "emulator_patch_failed",
            "A json_patch cannot be applied",
            format!("The json_patch of {fault_id} cannot be applied: {reason}."),
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
