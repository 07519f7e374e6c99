//! The sessions of a user, on any device.

use super::view::view;
use super::{Actor, SessionActivity, SessionStatus};

view! {
    /// A session of the user's, on any device, with what is known of the device.
    SessionWithActivities at "/me/sessions" {
        /// The unique identifier, `sess_…`.
        id: text_or_empty,
        /// What has become of it.
        status: choice_or_empty(SessionStatus),
        /// When it ends.
        expire_at: date,
        /// When it is abandoned, unless it is used before.
        abandon_at: date,
        /// When it was last used.
        last_active_at: date,
        /// Where and by which browser it was used.
        latest_activity: one(SessionActivity),
        /// Who acts as the user.
        actor: json_or_null(Actor),
    }
}
