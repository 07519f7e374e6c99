//! Tickets.

use super::ApiError;

impl ApiError {
    pub(crate) fn ticket_invalid() -> Self {
        Self::bad_request(
            "ticket_invalid_code",
            "ticket is invalid",
            "This ticket is none that was given out here for this.",
        )
    }

    pub(crate) fn ticket_expired() -> Self {
        Self::bad_request("ticket_expired_code", "ticket has expired", "This ticket has expired.")
    }

    pub(crate) fn sign_in_token_used() -> Self {
        Self::bad_request(
            "sign_in_token_already_used_code",
            "sign in token has already been used",
            "This sign in token has been used already. It is good once.",
        )
    }

    pub(crate) fn sign_in_token_not_in_sign_in() -> Self {
        Self::bad_request(
            "sign_in_token_not_in_sign_in_code",
            "not in sign in",
            "Sign in tokens can only be used during sign in.",
        )
    }

    pub(crate) fn invitation_accepted() -> Self {
        Self::bad_request(
            "invitation_already_accepted",
            "Invitation already accepted",
            "This invitation was accepted already. Sign in instead.",
        )
    }
}
