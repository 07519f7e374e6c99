//! The way to a provider and back.

use axum::http::StatusCode;
use serde_json::Value;

use crate::support::{Browser, Reply};

/// Where the attempts of the tests go on, and where when they are complete.
pub(crate) const BACK: &str = "http://localhost:5173/sso-callback?a=b";
pub(crate) const DONE: &str = "http://localhost:5173/done";

/// The path of the consent page that a verification names.
pub(crate) fn consent_path(verification: &Value) -> String {
    assert_eq!(verification["status"], "unverified", "{verification}");
    let url = verification["external_verification_redirect_url"].as_str().unwrap();
    url.strip_prefix("http://localhost:4700").unwrap().to_owned()
}

pub(crate) fn location(reply: &Reply) -> String {
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text);
    reply.headers["location"].to_str().unwrap().to_owned()
}

/// Decides at the consent page, and returns the path of the callback.
pub(crate) async fn decide(browser: &mut Browser, consent: &str, form: &str) -> String {
    let reply = browser.post(consent, form).await;
    location(&reply).strip_prefix("http://localhost:4700").unwrap().to_owned()
}
