//! A local Clerk Frontend API (FAPI): clients, sessions, sign-ins, sign-ups, users and codes as
//! real state machines, RS256 tokens, cookies, the development-browser flow, a virtual clock,
//! and control routes for tests. What it does not implement answers 501 and says so.
//!
//! ```
//! # fn main() -> Result<(), clerk_fapi_emulator::KeyError> {
//! let emulator = clerk_fapi_emulator::Emulator::in_memory()?;
//! let app: axum::Router = clerk_fapi_emulator::app(emulator);
//! # let _ = app;
//! # Ok(())
//! # }
//! ```
#![doc = include_str!("decisions.md")]

mod clock;
mod control;
mod error;
mod http;
mod key;
mod model;
mod random;
mod routes;
mod server;
mod settings;
mod state;
mod store;
mod wire;

use axum::{Router, middleware};

pub use key::KeyError;
pub use server::serve;
pub use state::Emulator;
pub use store::StoreError;

/// Every route of the emulator, to be served or to be called in a test.
pub fn app(emulator: Emulator) -> Router {
    let routes = routes::router().merge(control::router()).with_state(emulator.clone());
    // The method may be overridden, so the routes must be looked up after the intake ran: hence
    // a router whose only route is the rest.
    Router::new()
        .fallback_service(routes)
        .layer(middleware::from_fn_with_state(emulator, http::intake::intake))
        .layer(http::cors::layer())
}
