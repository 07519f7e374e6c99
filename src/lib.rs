//! A headless Clerk client.

pub mod engine;
pub mod error;
pub mod fapi;
pub mod json;
pub mod model;
pub mod platform;
mod secret;

pub use error::{ClerkError, Result};
pub use secret::Secret;

#[cfg(target_arch = "wasm32")]
mod js;
