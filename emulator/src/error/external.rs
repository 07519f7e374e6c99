//! Accounts elsewhere: at providers, in directories, in wallets.

use axum::http::StatusCode;

use super::ApiError;

/// The codes of refusals that another kind of attempt can take up.
const TRANSFERABLE: [&str; 2] = ["external_account_not_found", "external_account_exists"];

impl ApiError {
    /// Whether a sign-up can go on where a sign-in was refused, or the other way round.
    pub(crate) fn is_transferable(&self) -> bool {
        TRANSFERABLE.contains(&self.0.code)
    }

    pub(crate) fn external_account_not_found() -> Self {
        Self::new(
            StatusCode::UNPROCESSABLE_ENTITY,
            "external_account_not_found",
            "Invalid external account",
            "The External Account was not found.",
        )
    }

    pub(crate) fn external_account_exists() -> Self {
        Self::new(
            StatusCode::UNPROCESSABLE_ENTITY,
            "external_account_exists",
            "already exists",
            "This external account already exists.",
        )
    }

    /// Somebody was asked by the provider and has said no.
    pub(crate) fn oauth_access_denied(provider: &str) -> Self {
        Self::bad_request(
            "oauth_access_denied",
            "Access denied",
            format!("You did not grant access to your {provider} account"),
        )
    }

    /// No directory is responsible for an address.
    pub(crate) fn enterprise_connection_not_found() -> Self {
        Self::unprocessable(
            "enterprise_connection_not_found",
            "identifier",
            "Enterprise connection not found",
            "No enterprise connection was found for this address.".to_owned(),
        )
    }

    /// A directory vouches for somebody for whom it is not responsible.
    pub(crate) fn enterprise_domain_mismatch() -> Self {
        Self::bad_request(
            "enterprise_sso_email_address_domain_mismatch",
            "Email address domain mismatch",
            "The domain of the email address is none of the enterprise connection's.",
        )
    }

    /// The message was signed by somebody else, or the signature cannot be read.
    pub(crate) fn signature_incorrect() -> Self {
        Self::unprocessable(
            "form_incorrect_signature",
            "signature",
            "is incorrect",
            "Incorrect signature".to_owned(),
        )
    }

    /// The token is not Google's, or not for this instance, or old.
    pub(crate) fn one_tap_token_invalid() -> Self {
        Self::unprocessable(
            "google_one_tap_token_invalid",
            "token",
            "Invalid token",
            "The Google One Tap token is not valid.".to_owned(),
        )
    }

    /// The browser that comes back is not the one that was sent to the provider.
    pub(crate) fn callback_of_another_browser() -> Self {
        Self::new(
            StatusCode::FORBIDDEN,
            "authorization_invalid",
            "Unauthorized request",
            "You are not authorized to perform this request",
        )
    }
}
