//! A session: one user signed in on one client.

use serde::{Deserialize, Serialize};

use super::reverification::Reverification;
use super::verification::Factor;
use crate::clock::{DAY, MINUTE};
use crate::random::Random;

/// How long after its expiry a session would be given up.
const ABANDON_AFTER: i64 = 23 * DAY;

/// What became of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Status {
    Active,
    Ended,
    /// Closed by its user, from another session.
    Revoked,
    Removed,
    Expired,
}

impl Status {
    /// The word on the wire.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Ended => "ended",
            Self::Revoked => "revoked",
            Self::Removed => "removed",
            Self::Expired => "expired",
        }
    }
}

/// A session as stored; `status` is what was last done to it, [`Session::status_at`] what holds.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Session {
    pub(crate) id: String,
    pub(crate) client_id: String,
    pub(crate) user_id: String,
    status: Status,
    pub(crate) expire_at: i64,
    pub(crate) abandon_at: i64,
    pub(crate) last_active_at: i64,
    /// As whom the user is here: none, and as nobody but themselves.
    #[serde(default)]
    pub(crate) organization_id: Option<String>,
    first_factor_verified_at: i64,
    #[serde(default)]
    second_factor_verified_at: Option<i64>,
    /// The one that was started last.
    #[serde(default)]
    pub(crate) reverification: Option<Reverification>,
    pub(crate) created_at: i64,
    pub(crate) updated_at: i64,
}

impl Session {
    /// A session that starts now and lives `lifetime_days`.
    pub(crate) fn start(
        random: &Random,
        client_id: &str,
        user_id: &str,
        lifetime_days: u32,
        now: i64,
    ) -> Self {
        let expire_at = now + i64::from(lifetime_days) * DAY;
        Self {
            id: random.id("sess"),
            client_id: client_id.to_owned(),
            user_id: user_id.to_owned(),
            status: Status::Active,
            expire_at,
            abandon_at: expire_at + ABANDON_AFTER,
            last_active_at: now,
            organization_id: None,
            first_factor_verified_at: now,
            second_factor_verified_at: None,
            reverification: None,
            created_at: now,
            updated_at: now,
        }
    }

    /// The status that holds at `now`.
    pub(crate) fn status_at(&self, now: i64) -> Status {
        match self.status {
            Status::Active if now >= self.expire_at => Status::Expired,
            status => status,
        }
    }

    /// Is the user signed in by this session?
    pub(crate) fn is_active_at(&self, now: i64) -> bool {
        self.status_at(now) == Status::Active
    }

    /// Closes the session.
    pub(crate) fn close(&mut self, status: Status, now: i64) {
        self.status = status;
        self.updated_at = now;
    }

    /// Notes that the user was here.
    pub(crate) fn touch(&mut self, now: i64) {
        self.last_active_at = now;
        self.updated_at = now;
    }

    /// Notes that a factor was verified again.
    pub(crate) fn verified(&mut self, factor: Factor, now: i64) {
        match factor {
            Factor::First => self.first_factor_verified_at = now,
            Factor::Second => self.second_factor_verified_at = Some(now),
        }
        self.updated_at = now;
    }

    /// Minutes since the first and the second factor were verified; −1 when the second never was.
    pub(crate) fn factor_verification_age(&self, now: i64) -> [i64; 2] {
        let age = |verified_at: i64| (now - verified_at).max(0) / MINUTE;
        [age(self.first_factor_verified_at), self.second_factor_verified_at.map_or(-1, age)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_active_session_expires_and_a_closed_one_does_not() {
        let mut session = Session::start(&Random::default(), "client_1", "user_1", 1, 0);
        assert!(session.is_active_at(DAY - 1));
        assert_eq!(session.status_at(DAY), Status::Expired);
        session.close(Status::Ended, 5);
        assert_eq!(session.status_at(2 * DAY), Status::Ended);
    }

    #[test]
    fn each_factor_has_an_age_of_its_own() {
        let mut session = Session::start(&Random::default(), "client_1", "user_1", 1, 0);
        assert_eq!(session.factor_verification_age(3 * MINUTE), [3, -1]);
        session.verified(Factor::Second, 3 * MINUTE);
        assert_eq!(session.factor_verification_age(5 * MINUTE), [5, 2]);
        session.verified(Factor::First, 5 * MINUTE);
        assert_eq!(session.factor_verification_age(6 * MINUTE - 1), [0, 2]);
    }
}
