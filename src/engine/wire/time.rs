//! What is known of time: the one place that compares the server's clock with the device's.
//!
//! A device's clock may be wrong by minutes. A token that an answer brings is new, so its `iat` tells what the server's clock showed a
//! moment ago. That is why a token lives here for as long as the server gave it, from when it came, whatever the device's clock shows.

use super::state::Wire;
use crate::engine::page::{LEEWAY_MS, raw_in};
use crate::json::Json;
use crate::model::Jwt;
use std::cell::Cell;

/// The device's clock, set back by less than this in ms, has not been set: the two clocks that are compared are rounded.
const SET_MS: f64 = 1000.0;

/// By how much the device's clock is ahead of one that nobody sets, when it was last looked at.
#[derive(Default)]
pub(super) struct Watch(Cell<Option<f64>>);

impl Wire {
    /// The server's time, in ms since the epoch; the device's until an answer has told.
    pub(crate) fn server_now_ms(&self) -> f64 {
        self.page.near.clock.now_ms() + self.page.ahead_ms.get()
    }

    /// Learns the server's time from a token that it sent when the device's clock showed `came_ms`. An answer may have been on its way for
    /// as long as a token's leeway; within that nothing changes.
    pub(crate) fn learn_time(&self, raw: &str, came_ms: f64) {
        if let Some(issued_s) = Jwt::decode(raw).and_then(|jwt| jwt.iat_s()) {
            let (known_ms, ahead_ms) = (&self.page.ahead_ms, issued_s * 1000.0 - came_ms);
            known_ms.set(known_ms.get().max(ahead_ms).min(ahead_ms + LEEWAY_MS));
        }
    }

    /// The same from the token of the session that a client was used with last.
    pub(crate) fn learn_time_of(&self, client: &Json, came_ms: f64) {
        let raw = || {
            let (sessions, id) = (client.get("sessions")?, client.text("last_active_session_id")?);
            raw_in(&sessions.at(sessions.place_of(&id, 0)?)?)
        };
        if let Some(raw) = raw() {
            self.learn_time(&raw, came_ms);
        }
    }

    /// Sees whether the device's clock was put back since the last look: the server's was not. One that was put forward cannot be told from a
    /// device that has slept; it costs a request.
    pub(crate) fn look_at_clock(&self) {
        let ahead_ms = self.page.near.clock.now_ms() - self.reach().timers.uptime_ms();
        let put_back_ms = self.state.watch.0.replace(Some(ahead_ms)).map_or(0.0, |before| before - ahead_ms);
        if put_back_ms > SET_MS {
            self.page.ahead_ms.set(self.page.ahead_ms.get() + put_back_ms);
            self.page.changed();
        }
    }
}
