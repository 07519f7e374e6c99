//! `/_emulator/reset`: back to the first moment.

use axum::extract::State;
use axum::http::StatusCode;

use super::body::Refused;
use crate::state::Emulator;

/// `POST`: forgets users, clients, messages, settings, faults, requests and the clock's offset.
/// Only the key stays, so that a verifier's cached JWKS stays good.
pub(super) async fn everything(State(emulator): State<Emulator>) -> Result<StatusCode, Refused> {
    let mut state = emulator.lock();
    state.tables.clear();
    state.faults.clear();
    state.requests.clear();
    state.save()?;
    Ok(StatusCode::NO_CONTENT)
}
