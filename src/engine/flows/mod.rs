//! Flows: what takes several calls, and leads through pages that are not this one. Each stands once, for both languages; what of the
//! browser they need is a trait of [`platform`](crate::platform).

mod callback;
mod destinations;
mod email_link;
mod one_tap;
mod passkey;
mod popup;
mod provider;
#[cfg(all(target_arch = "wasm32", feature = "js"))]
mod sso;

#[cfg(all(target_arch = "wasm32", feature = "js"))]
pub(crate) use callback::Go;
pub(crate) use callback::{Callback, attempts_of, handle_callback};
#[cfg(all(target_arch = "wasm32", feature = "js"))]
pub(crate) use destinations::GoOn;
pub use email_link::FollowedLink;
pub(crate) use email_link::{Elsewhere, handle_link, link_in_sign_in, link_in_sign_up, verify_address};
#[cfg(all(target_arch = "wasm32", feature = "js"))]
pub(crate) use email_link::{await_link_in_sign_in, await_link_in_sign_up};
pub use one_tap::SignInOrUp;
pub(crate) use one_tap::one_tap;
pub use passkey::PasskeyFlow;
pub(crate) use passkey::{
    authenticate_with_passkey, create_passkey, pass_second_factor, verify_with_passkey,
};
pub(crate) use popup::{popup_in_sign_in, popup_in_sign_up};
pub(crate) use provider::{redirect_in_sign_in, redirect_in_sign_up};
#[cfg(all(target_arch = "wasm32", feature = "js"))]
pub(crate) use sso::{sso_in_sign_in, sso_in_sign_up};
