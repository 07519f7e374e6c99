//! A check by Clerk Protect.

use super::view::view;

view! {
    /// A check that an attempt waits for: its script gives the token that `submit_protect_check` takes.
    ProtectCheck {
        /// How far it is: `pending` while it is not done.
        status: text_or_empty,
        /// What the check's script needs.
        token: text_or_empty,
        /// Where the check's script is.
        sdk_url: text_or_empty,
        /// When the check expires.
        expires_at: ms_or_undefined,
        /// How the check wants to be shown, as an object of texts.
        ui_hints: json_or_empty,
    }
}
