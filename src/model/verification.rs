//! A verification: how far one factor or one identifier got.

use super::view::view;
use super::{PhoneCodeChannel, Strategy, VerificationStatus};

view! {
    /// A verification. Without JSON it is blank.
    Verification at "" {
        /// How far it is.
        status: nullable_choice(VerificationStatus),
        /// How it is verified.
        strategy: nullable_choice(Strategy),
        /// What a wallet or passkey has to sign.
        nonce: text_or_null,
        /// What a wallet shows when it signs.
        message: text_or_null,
        /// Where the browser has to go.
        external_verification_redirect_url: url as "externalVerificationRedirectURL",
        /// How often it was tried.
        attempts: nullable_number,
        /// When it expires.
        expire_at: date_or_null,
        /// Why it failed, as the server describes it.
        error: api_error,
        /// The client on which it was verified.
        verified_at_client: nullable_text,
        /// How a phone code is delivered.
        channel: choice_or_undefined(PhoneCodeChannel),
    }
}

impl Verification {
    /// Whether it is verified.
    pub fn is_verified(&self) -> bool {
        self.status() == Some(VerificationStatus::Verified)
    }

    /// Whether it was verified on the client with this id. Where either id is unknown it was not.
    pub fn is_verified_at(&self, client_id: Option<&str>) -> bool {
        client_id.is_some() && self.verified_at_client().as_deref() == client_id
    }
}
