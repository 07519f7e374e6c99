//! What a Clerk object does: one file per noun or deed. Everything here is plain Rust over the traits of
//! [`platform`](crate::platform), so that it is tested without a browser.

mod attempt;
mod attempt_captcha;
mod captcha;
mod clerk;
mod client;
mod client_from_token;
mod client_state;
mod cookies;
mod core;
mod dev_browser;
mod environment;
mod exchange;
mod focus;
mod gateway;
mod get_token;
mod hooks;
mod leaving;
mod listeners;
mod load;
mod other_tabs;
mod outage;
mod poller;
mod refresh;
mod resource;
mod reverification;
mod satellite;
mod session;
mod set_active;
mod shared;
mod sign_in;
mod sign_out;
mod sign_up;
mod snapshot;
mod token_cache;
mod unauthenticated;
mod waitlist;

#[cfg(all(target_arch = "wasm32", feature = "js"))]
pub(crate) use attempt::Attempt;
pub use clerk::{Clerk, ClerkOptions, LoadOptions, Status};
pub use client::Client;
pub use gateway::Work;
#[cfg(all(target_arch = "wasm32", feature = "js"))]
pub(crate) use gateway::{done, or_fail};
pub use get_token::GetToken;
pub use hooks::Hooks;
pub(crate) use hooks::PageHooks;
pub use leaving::Becoming;
pub use listeners::{Resources, Subscription};
#[cfg(all(target_arch = "wasm32", feature = "js"))]
pub(crate) use resource::{Resource, View};
pub use session::Session;
pub use set_active::{Navigate, Organization, SetActive, Target};
#[cfg(all(target_arch = "wasm32", feature = "js"))]
pub(crate) use shared::within;
pub use sign_in::SignIn;
pub use sign_out::SignOut;
pub use sign_up::SignUp;
#[cfg(all(target_arch = "wasm32", feature = "js"))]
pub(crate) use token_cache::Answer;
