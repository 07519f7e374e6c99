//! A sign-up attempt, and the verifications of what was given.

use super::view::view;
use super::{
    NextAction, PhoneCodeChannel, ProtectCheck, SignUpStatus, Strategy, Verification, VerificationStatus,
};

view! {
    /// A sign-up attempt. Without JSON it is blank.
    SignUp at "/client/sign_ups" {
        /// The unique identifier, `sua_…`; `None` before the attempt is created.
        id: text,
        /// How far it is.
        status: nullable_choice(SignUpStatus),
        /// The fields that the instance demands.
        required_fields: texts,
        /// The fields that may be given.
        optional_fields: texts,
        /// The demanded fields that are still missing.
        missing_fields: texts,
        /// The given fields that are still to be verified.
        unverified_fields: texts,
        /// How far each verification got.
        verifications: one(SignUpVerifications),
        /// The user name that was given.
        username: nullable_text,
        /// The first name that was given.
        first_name: nullable_text,
        /// The last name that was given.
        last_name: nullable_text,
        /// The email address that was given.
        email_address: nullable_text,
        /// The phone number that was given.
        phone_number: nullable_text,
        /// The wallet address that was given.
        web3_wallet: nullable_text as "web3wallet",
        /// Whether a password was given. The published API and the Android SDK name it `password_enabled`.
        has_password: flag or "password_enabled",
        /// What the page stored with the attempt.
        unsafe_metadata: json_or_empty,
        /// The session that a `complete` attempt made.
        created_session_id: nullable_text,
        /// The user that a `complete` attempt made.
        created_user_id: nullable_text,
        /// When the attempt is abandoned; a number in JavaScript too. The Android SDK names it `abandoned_at`.
        abandon_at: nullable_ms or "abandoned_at",
        /// When the visitor accepted the legal documents; a number in JavaScript too.
        legal_accepted_at: nullable_ms,
        /// The language of the visitor, such as `en-US`.
        locale: nullable_text,
        /// Where the visitor is, as an IANA time zone such as `Europe/Berlin`.
        timezone: nullable_text,
        /// The check by Clerk Protect that the attempt waits for.
        protect_check: shallow_camel(ProtectCheck),
    }
}

view! {
    /// The verifications of a sign-up attempt.
    SignUpVerifications {
        /// Of the email address.
        email_address: one(SignUpVerification),
        /// Of the phone number.
        phone_number: one(SignUpVerification),
        /// Of the wallet.
        web3_wallet: one(SignUpVerification),
        /// Of the account at another provider.
        external_account: one(Verification),
    }
}

view! {
    /// A [`Verification`] of a sign-up attempt, with what can be done next.
    SignUpVerification at "" object "verification" {
        /// How far it is.
        status: nullable_choice(VerificationStatus),
        /// How it is verified.
        strategy: nullable_choice(Strategy),
        /// What a wallet has to sign.
        nonce: text_or_null,
        /// What a wallet shows when it signs.
        message: text_or_null,
        /// Where the browser has to go.
        external_verification_redirect_url: url as "externalVerificationRedirectURL",
        /// How often it was tried.
        attempts: nullable_number,
        /// When it expires.
        expire_at: date_or_null,
        /// Why it failed.
        error: api_error,
        /// The client on which it was verified.
        verified_at_client: nullable_text,
        /// How a phone code is delivered.
        channel: choice_or_undefined(PhoneCodeChannel),
        /// What to do next.
        next_action: choice_or_empty(NextAction),
        /// The strategies that would verify it.
        supported_strategies: choices(Strategy),
    }
}

view! {
    /// An enterprise by which a sign-up may go on.
    SignUpEnterpriseConnection at "" {
        /// The unique identifier.
        id: text_or_empty,
        /// What people call it.
        name: text_or_empty,
        /// What stands behind it, such as `saml_okta`.
        provider: text_or_empty,
        /// The URL of its picture.
        logo_public_url: nullable_text,
    }
}
