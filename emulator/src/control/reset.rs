//! `/_emulator/reset`: back to the first moment.

use axum::extract::State;
use axum::http::StatusCode;

use serde::Deserialize;

use super::body::{Body, Refused};
use crate::random::Randomness;
use crate::state::Emulator;

/// How to start over.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Reset {
    /// What is drawn from now on follows from this number; absent or null, nobody can predict it.
    random_seed: Option<u64>,
}

/// `POST`: forgets users, clients, messages, settings, faults, requests and the clock's offset.
/// Only the key stays, so that a verifier's cached JWKS stays good.
pub(super) async fn everything(
    State(emulator): State<Emulator>,
    Body(reset): Body<Reset>,
) -> Result<StatusCode, Refused> {
    let mut state = emulator.lock();
    state.tables.clear();
    state.faults.clear();
    state.requests.clear();
    state.randomness = Randomness::with_seed(reset.random_seed);
    state.save()?;
    Ok(StatusCode::NO_CONTENT)
}
