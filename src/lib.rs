//! A headless [Clerk](https://clerk.com) client for browsers: clerk-js's `Client` object in Rust.
//!
//! [`Clerk`] loads the [`Client`], which holds the [`Session`]s of this device and the [`SignIn`] and [`SignUp`] that
//! are in progress. From JavaScript the same objects are the npm package `clerk-wasm`, which this crate is compiled to
//! with its feature `js`; Rust applications switch that off with `default-features = false`.
//!
//! `ARCHITECTURE.md` has the map.

#![cfg_attr(docsrs, feature(doc_cfg))]

mod encoding;
pub mod engine;
pub mod error;
pub mod fapi;
mod held;
pub mod json;
pub mod model;
pub mod platform;
mod secret;

pub use engine::{Clerk, ClerkOptions, Client, LoadOptions, Session, SetActive, SignIn, SignOut, SignUp};
pub use error::{ClerkError, ErrorKind, Result};
pub use secret::Secret;

#[cfg(all(target_arch = "wasm32", feature = "js"))]
mod js;
