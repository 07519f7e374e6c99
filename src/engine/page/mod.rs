//! The first part: what is true now on this page, and what a page needs to start. All of it answers at once.
//!
//! The package is split by what this room reaches, so it names no other room of the engine and nothing that takes time.
//! What the rooms above have to do when something happens here stands behind one door, [`Above`].

mod above;
mod attempt;
mod brought;
mod clerk;
mod client;
mod client_state;
mod cookies;
mod current;
mod dev_browser;
mod environment;
mod handles;
mod hooks;
mod listeners;
mod options;
mod places;
mod resource;
mod session;
mod snapshot;
mod start;
mod state;
mod token;

pub(crate) use above::Above;
pub(crate) use client_state::{ClientState, is_client, is_pending};
pub(crate) use current::Emit;
pub(crate) use handles::{Attempt, detached};
pub use handles::{Clerk, Client, Resources, Session, SignIn, SignUp};
pub(crate) use hooks::PageHooks;
pub use listeners::{ScopedSubscription, Subscription};
#[doc(hidden)]
pub use options::Start;
pub use options::{AllowList, ClerkOptions, GetToken, LoadOptions, Status, TaskUrls};
pub(crate) use resource::Resource;
#[cfg(all(target_arch = "wasm32", feature = "js"))]
pub(crate) use resource::View;
pub(crate) use snapshot::VERSION as SNAPSHOT_VERSION;
pub(crate) use start::SATELLITE_URL;
pub(crate) use state::{Brought, DevBrowser, Page};
pub use token::Ready;
pub(crate) use token::{
    LEEWAY_MS, active_organization, expires_at_ms, is_staler, last_raw, raw_in, with_fresher_token,
};
