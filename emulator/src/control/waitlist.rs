//! `/_emulator/waitlist`: who has asked to be let in.

use axum::Json;
use axum::extract::State;

use crate::model::waitlist::WaitlistEntry;
use crate::state::Emulator;

/// `GET`
pub(super) async fn read(State(emulator): State<Emulator>) -> Json<Vec<WaitlistEntry>> {
    Json(emulator.lock().tables.waitlist.values().cloned().collect())
}
