//! A moment, as Clerk tells times.

use crate::json::Json;
use std::ops::{Add, Sub};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// A moment: milliseconds since the beginning of 1970, in UTC.
///
/// ```
/// use clerk_wasm::model::Timestamp;
/// use std::time::Duration;
///
/// let created = Timestamp::from_ms(1_764_000_000_000);
/// let expires = created + Duration::from_secs(60);
/// assert!(expires > created);
/// assert_eq!(expires.duration_since(created), Duration::from_secs(60));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(i64);

impl Timestamp {
    /// The moment so many milliseconds after the beginning of 1970.
    pub const fn from_ms(ms: i64) -> Self {
        Self(ms)
    }

    /// What the device's clock shows. The server's may differ.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn now() -> Self {
        Self::from(SystemTime::now())
    }

    /// Milliseconds since the beginning of 1970.
    pub const fn ms(self) -> i64 {
        self.0
    }

    /// How long `earlier` is past; zero where it is later.
    pub fn duration_since(self, earlier: Self) -> Duration {
        Duration::from_millis(u64::try_from(self.0.saturating_sub(earlier.0)).unwrap_or_default())
    }

    /// The same moment for the standard library; `None` where it cannot be told there.
    pub fn system_time(self) -> Option<SystemTime> {
        let distance = Duration::from_millis(self.0.unsigned_abs());
        if self.0 < 0 { UNIX_EPOCH.checked_sub(distance) } else { UNIX_EPOCH.checked_add(distance) }
    }

    /// What the wire says, which is a whole number.
    pub(crate) fn from_number(ms: f64) -> Self {
        Self(ms as i64)
    }
}

/// A duration in whole milliseconds, as many as there can be.
fn whole_ms(duration: Duration) -> i64 {
    i64::try_from(duration.as_millis()).unwrap_or(i64::MAX)
}

impl Add<Duration> for Timestamp {
    type Output = Self;

    fn add(self, duration: Duration) -> Self {
        Self(self.0.saturating_add(whole_ms(duration)))
    }
}

impl Sub<Duration> for Timestamp {
    type Output = Self;

    fn sub(self, duration: Duration) -> Self {
        Self(self.0.saturating_sub(whole_ms(duration)))
    }
}

impl From<SystemTime> for Timestamp {
    fn from(time: SystemTime) -> Self {
        match time.duration_since(UNIX_EPOCH) {
            Ok(since) => Self(whole_ms(since)),
            Err(before) => Self(-whole_ms(before.duration())),
        }
    }
}

/// As the wire writes it.
impl From<Timestamp> for Json {
    fn from(time: Timestamp) -> Self {
        Json::from(time.0 as f64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_compared_and_counted_on() {
        let (early, late) = (Timestamp::from_ms(-1_500), Timestamp::from_ms(1_000));
        assert!(early < late);
        assert_eq!(late.duration_since(early), Duration::from_millis(2_500));
        assert_eq!(early.duration_since(late), Duration::ZERO);
        assert_eq!(early + Duration::from_millis(2_500), late);
        assert_eq!(late - Duration::from_millis(2_500), early);
        assert_eq!(late + Duration::MAX, Timestamp::from_ms(i64::MAX));
        assert_eq!(Timestamp::from_number(1.9e300), Timestamp::from_ms(i64::MAX));
    }

    #[test]
    fn the_standard_library_knows_the_same_moment() {
        for ms in [0, 1, -1, 1_764_000_000_000, -62_135_596_800_000] {
            let time = Timestamp::from_ms(ms);
            assert_eq!(Timestamp::from(time.system_time().unwrap()), time);
        }
        assert!(Timestamp::now() > Timestamp::from_ms(1_764_000_000_000));
    }

    #[test]
    fn json_is_what_the_wire_writes() {
        assert_eq!(Json::from(Timestamp::from_ms(1_764_000_000_000)).to_text(), "1764000000000");
    }
}
