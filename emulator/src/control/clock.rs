//! `/_emulator/clock`: reads, moves and stops the virtual clock.

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
pub(super) struct Change {
    /// Milliseconds since the epoch.
    now_ms: Option<i64>,
    /// Milliseconds, negative to go back.
    advance_ms: Option<i64>,
    frozen: Option<bool>,
}

impl Change {
    fn check(&self) -> Result<(), Refused> {
        match self {
            Self { now_ms: None, advance_ms: None, frozen: None } => {
                Err(Refused::bad_input("the clock takes now_ms or advance_ms, and frozen"))
            }
            Self { now_ms: Some(_), advance_ms: Some(_), .. } => {
                Err(Refused::bad_input("the clock takes now_ms or advance_ms, not both"))
            }
            Self { advance_ms: Some(step_ms), .. } if step_ms.unsigned_abs() > MAX_STEP_MS => {
                Err(Refused::bad_input("advance_ms is more than a thousand years"))
            }
            _ => Ok(()),
        }
    }

    /// Stops the clock first: one that is set and stopped shows the very time that was asked for.
    fn apply(&self, clock: &mut Clock) {
        if let Some(frozen) = self.frozen {
            clock.set_frozen(frozen);
        }
        if let Some(now_ms) = self.now_ms {
            clock.set(now_ms);
        }
        if let Some(step_ms) = self.advance_ms {
            clock.advance(step_ms);
        }
    }
}

#[derive(Debug, Serialize)]
pub(super) struct Reading {
    now_ms: i64,
    offset_ms: i64,
    frozen: bool,
}

impl Reading {
    fn of(clock: Clock) -> Json<Self> {
        Json(Self { now_ms: clock.now_ms(), offset_ms: clock.offset_ms(), frozen: clock.is_frozen() })
    }
}

/// `GET`
pub(super) async fn read(State(emulator): State<Emulator>) -> Json<Reading> {
    Reading::of(emulator.lock().tables.clock())
}

/// `POST {"now_ms": n, "frozen": true}` or `{"advance_ms": n}`: answers how the clock stands then.
pub(super) async fn change(
    State(emulator): State<Emulator>,
    Body(change): Body<Change>,
) -> Result<Json<Reading>, Refused> {
    change.check()?;
    let mut state = emulator.lock();
    let mut clock = state.tables.clock();
    change.apply(&mut clock);
    if clock.offset_ms().unsigned_abs() > MAX_STEP_MS {
        return Err(Refused::bad_input("the clock would be a thousand years off"));
    }
    state.tables.set_clock(clock);
    state.save()?;
    Ok(Reading::of(clock))
}
