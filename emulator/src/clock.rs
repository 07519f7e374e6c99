//! The virtual clock: real time plus an offset that a test may move.

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
}

impl Clock {
    /// Now, in milliseconds since the epoch.
    pub(crate) fn now_ms(self) -> i64 {
        let real = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |past| past.as_millis());
        i64::try_from(real).unwrap_or(i64::MAX).saturating_add(self.offset_ms)
    }

    /// How far the clock stands from real time, in milliseconds.
    pub(crate) fn offset_ms(self) -> i64 {
        self.offset_ms
    }

    /// Moves the clock; a negative step moves it back.
    pub(crate) fn advance(&mut self, step_ms: i64) {
        self.offset_ms = self.offset_ms.saturating_add(step_ms);
    }
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
}
