//! A sign-in attempt.

use super::view::view;
use super::{ClientTrustState, Factor, ProtectCheck, SignInStatus, UserData, Verification};

view! {
    /// A sign-in attempt. Without JSON it is blank: no id, no status, nothing verified.
    SignIn at "/client/sign_ins" {
        /// The unique identifier, `sia_…`; `None` before the attempt is created.
        id: text,
        /// What the attempt needs next.
        status: nullable_choice(SignInStatus),
        /// The kinds of identifier that the instance accepts.
        supported_identifiers: texts,
        /// The factors that may verify the visitor first.
        supported_first_factors: camel_list(Factor),
        /// The factors that may verify the visitor after the first.
        supported_second_factors: nullable_camel_list(Factor),
        /// The factors that may verify the visitor without the single sign-on that their address asks for.
        sso_bypass_first_factors: nullable_camel_list(Factor),
        /// How far the first factor got.
        first_factor_verification: one(Verification),
        /// How far the second factor got.
        second_factor_verification: one(Verification),
        /// Who signs in: the address, number or name that was given.
        identifier: nullable_text,
        /// The session that a `complete` attempt made.
        created_session_id: nullable_text,
        /// What may be shown of the user before they are verified.
        user_data: one(UserData),
        /// Whether this client is trusted.
        client_trust_state: choice_or_undefined(ClientTrustState),
        /// The check by Clerk Protect that the attempt waits for.
        protect_check: shallow_camel(ProtectCheck),
        /// Where the visitor is, as an IANA time zone such as `Europe/Berlin`.
        timezone: nullable_text,
    }
}
