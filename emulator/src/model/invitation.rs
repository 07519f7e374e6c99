//! An invitation to an organization, for whoever has an address.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::membership::Role;
use crate::clock::DAY;
use crate::random::Random;

/// How long an invitation is good.
const LIFETIME: i64 = 30 * DAY;

/// What became of an invitation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Status {
    Pending,
    Accepted,
    Revoked,
    Expired,
}

impl Status {
    const ALL: [Self; 4] = [Self::Pending, Self::Accepted, Self::Revoked, Self::Expired];

    /// The status of a name on the wire.
    pub(crate) fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.as_str() == name)
    }

    /// The word on the wire.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Accepted => "accepted",
            Self::Revoked => "revoked",
            Self::Expired => "expired",
        }
    }
}

/// An invitation as stored; `status` is what was last done to it, [`Invitation::status_at`] what holds.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Invitation {
    pub(crate) id: String,
    pub(crate) email_address: String,
    pub(crate) role: Role,
    status: Status,
    pub(crate) public_metadata: Map<String, Value>,
    pub(crate) expires_at: i64,
    pub(crate) created_at: i64,
    pub(crate) updated_at: i64,
}

impl Invitation {
    pub(crate) fn new(
        random: &Random,
        email_address: String,
        role: Role,
        public_metadata: Map<String, Value>,
        now: i64,
    ) -> Self {
        Self {
            id: random.id("orginv"),
            email_address,
            role,
            status: Status::Pending,
            public_metadata,
            expires_at: now + LIFETIME,
            created_at: now,
            updated_at: now,
        }
    }

    /// The status that holds at `now`.
    pub(crate) fn status_at(&self, now: i64) -> Status {
        match self.status {
            Status::Pending if now >= self.expires_at => Status::Expired,
            status => status,
        }
    }

    /// May it still be accepted, or revoked?
    pub(crate) fn is_pending_at(&self, now: i64) -> bool {
        self.status_at(now) == Status::Pending
    }

    /// Notes what became of it.
    pub(crate) fn close(&mut self, status: Status, now: i64) {
        self.status = status;
        self.updated_at = now;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pending_invitation_expires_and_a_closed_one_does_not() {
        let mut invitation =
            Invitation::new(&Random::default(), "ada@example.com".into(), Role::Member, Map::new(), 0);
        assert!(invitation.is_pending_at(LIFETIME - 1));
        assert_eq!(invitation.status_at(LIFETIME), Status::Expired);
        invitation.close(Status::Accepted, 5);
        assert_eq!(invitation.status_at(LIFETIME), Status::Accepted);
    }
}
