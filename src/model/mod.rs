//! What the Frontend API describes, one file per noun: typed, read-only views over JSON. No I/O, no state.

mod session;
pub(crate) mod view;

pub use session::Session;

view::view! { /// Stub
User { /// x
id: text } }
view::view! { /// Stub
Token { /// x
jwt: text } }
view::view! { /// Stub
PublicUserData { /// x
id: text, /// y
has: flag as "x" or "y" } }
