//! Pictures.

use super::view::view;

view! {
    /// A picture that was uploaded.
    Image at "" {
        /// The unique identifier.
        id: text_or_undefined,
        /// The name of the file.
        name: text_or_null,
        /// Where it is shown.
        public_url: text_or_null,
    }
}
