//! Who is asking: browsers, clients and sessions.

use axum::http::StatusCode;

use super::ApiError;

impl ApiError {
    pub(crate) fn dev_browser_unauthenticated() -> Self {
        Self::unauthorized(
            "dev_browser_unauthenticated",
            "Browser unauthenticated",
            "Unable to authenticate this browser for your development instance. Check your \
             Clerk cookies and try again.",
        )
    }

    pub(crate) fn signed_out() -> Self {
        Self::unauthorized("signed_out", "Signed out", "You are signed out")
    }

    pub(crate) fn native_api_disabled() -> Self {
        Self::bad_request(
            "native_api_disabled",
            "Native API disabled",
            "The Native API is disabled for this instance: the emulator knows browsers only.",
        )
    }

    pub(crate) fn client_not_found() -> Self {
        let long = "No client was found in this request".to_owned();
        Self::not_found("Client not found", long)
    }

    pub(crate) fn session_not_found(id: &str) -> Self {
        let long = format!("No session was found with id {id}");
        Self::not_found("Session not found", long)
    }

    pub(crate) fn template_not_found(name: &str) -> Self {
        let long = format!("No JWT template exists with name: {name}");
        Self::not_found("JWT template not found", long)
    }

    pub(crate) fn missing_expired_token() -> Self {
        Self::new(
            StatusCode::UNPROCESSABLE_ENTITY,
            "missing_expired_token",
            "Missing expired token",
            "The session's last token must be sent as expired_token.",
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
}
