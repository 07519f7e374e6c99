//! Sign-ins, sign-ups and their verifications.

use axum::http::StatusCode;

use super::ApiError;
use crate::clock::{MINUTE, SECOND};

impl ApiError {
    pub(crate) fn verification_missing() -> Self {
        Self::bad_request(
            "verification_missing",
            "is missing",
            "This strategy requires verification preparation before attempting to validate it.",
        )
    }

    /// Nobody has started a reverification of this session.
    pub(crate) fn reverification_missing() -> Self {
        Self::bad_request(
            "verification_missing",
            "is missing",
            "This session has no verification: it has to be started first.",
        )
    }

    /// The reverification asks for this factor, `first` or `second`, and not for the other.
    pub(crate) fn factor_not_due(due: &str) -> Self {
        Self::client_state_invalid("verification", &format!("It asks for the {due} factor now."))
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

    /// Nobody may sign up who is not invited.
    pub(crate) fn sign_up_restricted() -> Self {
        Self::new(
            StatusCode::FORBIDDEN,
            "sign_up_mode_restricted",
            "Sign ups are restricted",
            "Sign ups are currently disabled. If you believe you should have access, please contact support.",
        )
    }

    /// The same, where people may ask to be.
    pub(crate) fn sign_up_restricted_to_waitlist() -> Self {
        Self::new(
            StatusCode::FORBIDDEN,
            "sign_up_restricted_waitlist",
            "Sign ups are restricted",
            "Sign ups are currently unavailable. Join the waitlist to be notified when access opens up.",
        )
    }

    pub(crate) fn protect_check_already_resolved() -> Self {
        Self::bad_request(
            "protect_check_already_resolved",
            "Protect check already resolved",
            "This attempt does not wait for the proof of a protect check.",
        )
    }

    pub(crate) fn sign_in_not_found(id: &str) -> Self {
        let long = format!("No sign in was found with id {id}");
        Self::not_found("not found", long)
    }

    pub(crate) fn sign_up_not_found(id: &str) -> Self {
        let long = format!("No sign up was found with id {id}");
        Self::not_found("Sign up not found", long)
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

    pub(crate) fn email_link_invalid() -> Self {
        Self::bad_request(
            "verification_link_token_invalid",
            "link token is invalid",
            "The token of this email link is invalid.",
        )
    }

    /// The account has no second factor by this strategy.
    pub(crate) fn no_second_factors(strategy: &str) -> Self {
        Self::bad_request(
            "no_second_factors",
            "no second factors",
            format!("No second factors were found for strategy {strategy}."),
        )
    }

    pub(crate) fn passkey_unreadable() -> Self {
        Self::unprocessable(
            "passkey_invalid_public_key_credential",
            "public_key_credential",
            "Invalid public key credential",
            "The public key credential cannot be read.".to_owned(),
        )
    }

    pub(crate) fn passkey_not_registered() -> Self {
        Self::unprocessable(
            "passkey_not_registered",
            "public_key_credential",
            "Passkey not registered",
            "This passkey is none of this account's.".to_owned(),
        )
    }

    /// The challenge, the origin, the counter or the signature is another one.
    pub(crate) fn passkey_refused() -> Self {
        Self::unprocessable(
            "passkey_authentication_failure",
            "public_key_credential",
            "Passkey authentication failure",
            "The passkey could not be verified.".to_owned(),
        )
    }

    pub(crate) fn last_identification() -> Self {
        let text = "You cannot delete your last identification.";
        Self::bad_request("identification_deletion_failed", "Identification deletion failed", text)
    }

    /// A phone cannot be reserved for second factors, or be the first of them.
    pub(crate) fn identification_update_failed(why: &str) -> Self {
        Self::bad_request("identification_update_failed", "Identification update failed", why)
    }

    pub(crate) fn identification_not_found(id: &str) -> Self {
        Self::not_found("not found", format!("No identification was found with id {id}"))
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

    /// The account is locked for so many milliseconds yet.
    pub(crate) fn user_locked(left_ms: i64) -> Self {
        let minutes = (left_ms + MINUTE - 1).div_euclid(MINUTE);
        Self::new(
            StatusCode::FORBIDDEN,
            "user_locked",
            "Account locked",
            format!(
                "Your account is locked. You will be able to try again in {minutes} minutes. For \
                 more information, please contact support."
            ),
        )
        .with_meta("lockout_expires_in_seconds", (left_ms + SECOND - 1).div_euclid(SECOND))
    }
}
