//! The public key that verifies tokens.

use axum::Json;
use axum::extract::State;
use serde_json::Value;

use crate::state::Emulator;

/// `GET /.well-known/jwks.json`
pub(super) async fn read(State(emulator): State<Emulator>) -> Json<Value> {
    Json(emulator.key().jwks())
}
