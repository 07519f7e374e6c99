//! `/_emulator/clock`: reads and moves the virtual clock.

use axum::Json;
use axum::extract::State;
use serde::{Deserialize, Serialize};

use super::body::{Body, Refused};
use crate::clock::Clock;
use crate::state::Emulator;

/// A thousand years: further, and sums of times could leave the range of their type.
const MAX_STEP_MS: u64 = 1_000 * 366 * 24 * 60 * 60 * 1_000;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Step {
    /// Milliseconds, negative to go back.
    advance_ms: i64,
}

#[derive(Debug, Serialize)]
pub(super) struct Reading {
    now_ms: i64,
    offset_ms: i64,
}

impl Reading {
    fn of(clock: Clock) -> Json<Self> {
        Json(Self { now_ms: clock.now_ms(), offset_ms: clock.offset_ms() })
    }
}

/// `GET`
pub(super) async fn read(State(emulator): State<Emulator>) -> Json<Reading> {
    Reading::of(emulator.lock().tables.clock())
}

/// `POST {"advance_ms": n}`
pub(super) async fn advance(
    State(emulator): State<Emulator>,
    Body(step): Body<Step>,
) -> Result<Json<Reading>, Refused> {
    if step.advance_ms.unsigned_abs() > MAX_STEP_MS {
        return Err(Refused::bad_input("advance_ms is more than a thousand years"));
    }
    let mut state = emulator.lock();
    let mut clock = state.tables.clock();
    clock.advance(step.advance_ms);
    if clock.offset_ms().unsigned_abs() > MAX_STEP_MS {
        return Err(Refused::bad_input("the clock would be a thousand years off"));
    }
    state.tables.set_clock(clock);
    state.save()?;
    Ok(Reading::of(clock))
}
