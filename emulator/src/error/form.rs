//! Form parameters.

use super::ApiError;

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
