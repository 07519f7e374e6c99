//! The environment, and the health of the server.

use axum::Json;
use axum::extract::State;
use axum::response::Response;
use serde_json::{Value, json};

use crate::http::caller::Caller;
use crate::state::Emulator;

/// `GET` and `PATCH /v1/environment`: the second is what development sends, to tell its origin.
pub(super) async fn read(State(emulator): State<Emulator>, caller: Caller) -> Response {
    emulator.visit(&caller, |visit| Ok(Json(visit.environment_json())))
}

/// `GET /v1/health`
pub(super) async fn health() -> Json<Value> {
    Json(json!({ "status": "healthy" }))
}
