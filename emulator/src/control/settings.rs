//! `/_emulator/settings`: reads and changes what a dashboard would set.

use axum::Json;
use axum::extract::State;
use serde_json::{Map, Value};

use super::body::{Body, Refused};
use crate::settings::Settings;
use crate::state::Emulator;

/// `GET`
pub(super) async fn read(State(emulator): State<Emulator>) -> Json<Settings> {
    Json(emulator.lock().tables.settings())
}

/// `PATCH`: fields that are not named keep their values.
pub(super) async fn change(
    State(emulator): State<Emulator>,
    Body(changes): Body<Map<String, Value>>,
) -> Result<Json<Settings>, Refused> {
    let mut state = emulator.lock();
    let settings = state.tables.settings().changed(&changes)?;
    state.tables.set_settings(settings.clone());
    state.save()?;
    Ok(Json(settings))
}
