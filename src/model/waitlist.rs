//! An entry of the waitlist.

use super::view::view;

view! {
    /// Somebody who wants to be let in.
    Waitlist at "/waitlist" {
        /// The unique identifier.
        id: text_or_empty,
        /// When the entry was last changed.
        updated_at: date_or_null,
        /// When the entry was made.
        created_at: date_or_null,
    }
}
