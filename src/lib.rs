//! A headless Clerk client.

pub mod json;
pub mod model;

#[cfg(target_arch = "wasm32")]
mod js;
