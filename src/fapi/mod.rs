//! The Frontend API as values: what a request is, how it is written, what an answer means. No I/O.

pub mod endpoints;
mod form;
mod host;
pub(crate) mod params;
mod publishable_key;
mod reply;
mod request;

pub use form::Form;
pub use host::{Host, HostOptions};
pub use publishable_key::{InstanceType, PublishableKey};
pub use reply::{Body, HEADERS, Payload, Reply, read_reply};
pub use request::{Method, Request};

/// The API version that is sent with every request: the newest with a published description.
pub const API_VERSION: &str = "2026-05-12";

/// The clerk-js version that is mirrored, and sent, since the server decides by it.
pub const CLERK_JS_VERSION: &str = "6.34.1";
