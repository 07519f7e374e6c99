//! What came of a captcha.

use super::params;
use crate::json::Json;
use crate::secret::Secret;

params! {
    /// What came of a captcha, for [`Client::send_captcha_token`](crate::Client::send_captcha_token) and
    /// [`Hooks::solve_captcha`](crate::Hooks::solve_captcha).
    CaptchaAnswer {
        /// What proves that it was solved.
        captcha_token: Secret<String>,
        /// How it was shown: `smart` or `invisible`.
        captcha_widget_type: String,
        /// Why it was not solved.
        captcha_error: String,
        /// What it was for: `verify`, `signin` or `signup`.
        captcha_action: String,
    }
}

impl CaptchaAnswer {
    /// It was solved.
    pub fn solved(token: impl Into<Secret<String>>, widget_type: impl Into<String>) -> Self {
        Self::default().captcha_token(token).captcha_widget_type(widget_type)
    }

    /// It was not solved.
    pub fn failed(error: impl Into<String>) -> Self {
        Self::default().captcha_error(error)
    }
}

/// For [`Hooks::solve_captcha`](crate::Hooks::solve_captcha).
impl From<CaptchaAnswer> for Json {
    fn from(answer: CaptchaAnswer) -> Self {
        answer.to_json()
    }
}
