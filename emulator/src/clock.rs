//! The virtual clock: real time plus an offset that a test may move, or a time that stands still.

use std::time::{SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

/// Milliseconds in a second.
pub(crate) const SECOND: i64 = 1_000;
/// Milliseconds in a minute.
pub(crate) const MINUTE: i64 = 60 * SECOND;
/// Milliseconds in a day.
pub(crate) const DAY: i64 = 24 * 60 * MINUTE;

/// Every time the emulator reads or writes comes from here, so that one control call can make a
/// code expire or a cookie fall due without anybody waiting.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize)]
pub(crate) struct Clock {
    offset_ms: i64,
    /// The time at which the clock stands still; none, it runs.
    #[serde(default)]
    frozen_at_ms: Option<i64>,
}

impl Clock {
    /// Now, in milliseconds since the epoch.
    pub(crate) fn now_ms(self) -> i64 {
        self.frozen_at_ms.unwrap_or_else(|| real_ms().saturating_add(self.offset_ms))
    }

    /// How far the clock stands from real time, in milliseconds.
    pub(crate) fn offset_ms(self) -> i64 {
        match self.frozen_at_ms {
            Some(now_ms) => now_ms.saturating_sub(real_ms()),
            None => self.offset_ms,
        }
    }

    /// Does the clock stand still?
    pub(crate) fn is_frozen(self) -> bool {
        self.frozen_at_ms.is_some()
    }

    /// Moves the clock; a negative step moves it back.
    pub(crate) fn advance(&mut self, step_ms: i64) {
        match &mut self.frozen_at_ms {
            Some(now_ms) => *now_ms = now_ms.saturating_add(step_ms),
            None => self.offset_ms = self.offset_ms.saturating_add(step_ms),
        }
    }

    /// Sets the clock, which runs on or stands still as before.
    pub(crate) fn set(&mut self, now_ms: i64) {
        match &mut self.frozen_at_ms {
            Some(frozen_at_ms) => *frozen_at_ms = now_ms,
            None => self.offset_ms = now_ms.saturating_sub(real_ms()),
        }
    }

    /// Stops the clock, or lets it run on from where it stands.
    pub(crate) fn set_frozen(&mut self, frozen: bool) {
        if frozen {
            self.frozen_at_ms = Some(self.now_ms());
        } else if let Some(now_ms) = self.frozen_at_ms.take() {
            self.set(now_ms);
        }
    }
}

fn real_ms() -> i64 {
    let real = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |past| past.as_millis());
    i64::try_from(real).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_advanced_clock_is_ahead_of_a_fresh_one() {
        let mut clock = Clock::default();
        clock.advance(5 * MINUTE);
        clock.advance(-MINUTE);
        let ahead = clock.now_ms() - Clock::default().now_ms();
        assert!((4 * MINUTE - SECOND..=4 * MINUTE + SECOND).contains(&ahead));
        assert_eq!(clock.offset_ms(), 4 * MINUTE);
    }

    #[test]
    fn a_frozen_clock_stands_where_it_is_put_and_runs_on_from_there() {
        let mut clock = Clock::default();
        clock.set_frozen(true);
        clock.set(7);
        clock.advance(5);
        assert_eq!((clock.now_ms(), clock.is_frozen()), (12, true));
        assert!((clock.offset_ms() + real_ms() - 12).abs() <= SECOND);
        clock.set_frozen(false);
        assert!(!clock.is_frozen() && (12..=12 + SECOND).contains(&clock.now_ms()));
    }
}
