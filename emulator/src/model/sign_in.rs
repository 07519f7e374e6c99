//! A sign-in attempt and its states.

use serde::{Deserialize, Serialize};

use super::verification::Verification;
use crate::clock::DAY;
use crate::random::Random;

/// Where an attempt stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Status {
    NeedsIdentifier,
    NeedsFirstFactor,
    Complete,
    Abandoned,
}

impl Status {
    /// The word on the wire.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::NeedsIdentifier => "needs_identifier",
            Self::NeedsFirstFactor => "needs_first_factor",
            Self::Complete => "complete",
            Self::Abandoned => "abandoned",
        }
    }
}

/// The account that an attempt is for.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Account {
    pub(crate) user_id: String,
    /// What the visitor typed to name it.
    pub(crate) identifier: String,
}

/// A sign-in attempt. Its status follows from the rest: without an account it needs an
/// identifier, with a session it is complete.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct SignIn {
    pub(crate) id: String,
    pub(crate) client_id: String,
    pub(crate) account: Option<Account>,
    /// The address that was typed by somebody who has no account.
    #[serde(default)]
    pub(crate) newcomer: Option<String>,
    /// The address of the wallet that is to sign.
    #[serde(default)]
    pub(crate) wallet: Option<String>,
    pub(crate) first_factor: Option<Verification>,
    pub(crate) created_session_id: Option<String>,
    pub(crate) abandon_at: i64,
}

impl SignIn {
    /// A new attempt, for an account or for nobody yet.
    pub(crate) fn start(random: &Random, client_id: &str, account: Option<Account>, now: i64) -> Self {
        Self {
            id: random.id("sia"),
            client_id: client_id.to_owned(),
            account,
            newcomer: None,
            wallet: None,
            first_factor: None,
            created_session_id: None,
            abandon_at: now + DAY,
        }
    }

    /// Notes the address of somebody who has no account.
    pub(crate) fn name_newcomer(&mut self, address: String) {
        self.newcomer = self.account.is_none().then_some(address);
    }

    /// What was typed to name somebody.
    pub(crate) fn identifier(&self) -> Option<&str> {
        let known = self.account.as_ref().map(|account| account.identifier.as_str());
        known.or(self.newcomer.as_deref())
    }

    /// The status that holds at `now`.
    pub(crate) fn status_at(&self, now: i64) -> Status {
        if self.created_session_id.is_some() {
            Status::Complete
        } else if now >= self.abandon_at {
            Status::Abandoned
        } else if self.identifier().is_none() {
            Status::NeedsIdentifier
        } else {
            Status::NeedsFirstFactor
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_status_follows_from_what_is_known() {
        let mut attempt = SignIn::start(&Random::default(), "client_1", None, 0);
        assert_eq!(attempt.status_at(0), Status::NeedsIdentifier);
        attempt.account = Some(Account { user_id: "user_1".into(), identifier: "ada@example.com".into() });
        assert_eq!(attempt.status_at(0), Status::NeedsFirstFactor);
        assert_eq!(attempt.status_at(DAY), Status::Abandoned);
        attempt.created_session_id = Some("sess_1".into());
        assert_eq!(attempt.status_at(DAY), Status::Complete);
    }
}
