//! `/_emulator/outbox`: the messages that Clerk would have sent.

use axum::Json;
use axum::extract::State;

use crate::model::message::Message;
use crate::state::Emulator;

/// `GET`: the newest message comes last.
pub(super) async fn read(State(emulator): State<Emulator>) -> Json<Vec<Message>> {
    Json(emulator.lock().tables.messages.values().cloned().collect())
}
