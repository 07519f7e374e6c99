//! Flows: what takes several calls, and leads through pages that are not this one. Each stands once, for both languages; what of the
//! browser they need is a trait of [`platform`](crate::platform).

mod callback;
mod destinations;
mod provider;

#[cfg(all(target_arch = "wasm32", feature = "js"))]
pub(crate) use callback::Go;
pub(crate) use callback::{Callback, handle_callback};
#[cfg(all(target_arch = "wasm32", feature = "js"))]
pub(crate) use destinations::GoOn;
pub(crate) use provider::{redirect_in_sign_in, redirect_in_sign_up};
