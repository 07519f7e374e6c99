//! Tickets: what an application gives to somebody who is to sign in, or is invited to sign up.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::random::Random;

/// What a ticket is good for.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Purpose {
    /// Signs this user in.
    SignInToken { user_id: String },
    /// Lets somebody sign up with this address, which counts as verified.
    Invitation { email_address: String, public_metadata: Map<String, Value> },
}

/// How a ticket stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Status {
    Pending,
    Used,
    Expired,
}

/// A ticket as stored; the text that its owner has names it by its id.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Ticket {
    pub(crate) id: String,
    pub(crate) purpose: Purpose,
    pub(crate) expire_at: i64,
    used_at: Option<i64>,
}

impl Ticket {
    pub(crate) fn new(random: &Random, purpose: Purpose, expire_at: i64) -> Self {
        let prefix = match &purpose {
            Purpose::SignInToken { .. } => "sit",
            Purpose::Invitation { .. } => "inv",
        };
        Self { id: random.id(prefix), purpose, expire_at, used_at: None }
    }

    /// The status that holds at `now`.
    pub(crate) fn status_at(&self, now: i64) -> Status {
        if self.used_at.is_some() {
            Status::Used
        } else if now >= self.expire_at {
            Status::Expired
        } else {
            Status::Pending
        }
    }

    /// Notes that it is worth nothing from now on.
    pub(crate) fn use_up(&mut self, now: i64) {
        self.used_at = Some(now);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ticket_is_good_once_and_for_a_while() {
        let purpose = Purpose::SignInToken { user_id: "user_1".into() };
        let mut ticket = Ticket::new(&Random::default(), purpose, 100);
        assert_eq!(ticket.status_at(99), Status::Pending);
        assert_eq!(ticket.status_at(100), Status::Expired);
        ticket.use_up(50);
        assert_eq!(ticket.status_at(60), Status::Used);
    }
}
