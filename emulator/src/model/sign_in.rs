//! A sign-in attempt and its states.

use serde::{Deserialize, Serialize};

use super::protect::ProtectCheck;
use super::verification::{Factor, Strategy, Verification};
use crate::clock::DAY;
use crate::random::Random;

/// Where an attempt stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Status {
    NeedsProtectCheck,
    NeedsIdentifier,
    NeedsFirstFactor,
    NeedsSecondFactor,
    NeedsNewPassword,
    Complete,
    Abandoned,
}

impl Status {
    /// The word on the wire.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::NeedsProtectCheck => "needs_protect_check",
            Self::NeedsIdentifier => "needs_identifier",
            Self::NeedsFirstFactor => "needs_first_factor",
            Self::NeedsSecondFactor => "needs_second_factor",
            Self::NeedsNewPassword => "needs_new_password",
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
    /// The id of that address, where its owner is to sign up.
    #[serde(default)]
    pub(crate) newcomer_id: Option<String>,
    /// The address of the wallet that is to sign.
    #[serde(default)]
    pub(crate) wallet: Option<String>,
    #[serde(default)]
    pub(crate) protect_check: Option<ProtectCheck>,
    pub(crate) first_factor: Option<Verification>,
    #[serde(default)]
    pub(crate) second_factor: Option<Verification>,
    /// Is the first factor not enough?
    #[serde(default)]
    pub(crate) asks_second_factor: bool,
    /// Has somebody who had forgotten the password chosen another?
    #[serde(default)]
    pub(crate) password_was_reset: bool,
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
            newcomer_id: None,
            wallet: None,
            protect_check: None,
            first_factor: None,
            second_factor: None,
            asks_second_factor: false,
            password_was_reset: false,
            created_session_id: None,
            abandon_at: now + DAY,
        }
    }

    /// Notes the address of somebody who has no account.
    pub(crate) fn name_newcomer(&mut self, address: String) {
        self.newcomer = self.account.is_none().then_some(address);
    }

    /// Has the visitor to prove to be no bot?
    pub(crate) fn waits_for_protect_check(&self) -> bool {
        self.protect_check.as_ref().is_some_and(ProtectCheck::is_pending)
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
        } else if self.waits_for_protect_check() {
            Status::NeedsProtectCheck
        } else {
            self.next_step()
        }
    }

    fn next_step(&self) -> Status {
        // A passkey tells by itself whose it is.
        let by_passkey = self.first_factor.as_ref().is_some_and(|proof| proof.strategy == Strategy::Passkey);
        match &self.first_factor {
            _ if self.identifier().is_none() && !by_passkey => Status::NeedsIdentifier,
            Some(proof) if proof.is_verified() => {
                if proof.strategy.resets_password() && !self.password_was_reset {
                    Status::NeedsNewPassword
                } else if self.asks_second_factor {
                    Status::NeedsSecondFactor
                } else {
                    Status::NeedsFirstFactor
                }
            }
            _ => Status::NeedsFirstFactor,
        }
    }

    /// The proof of a factor that was begun.
    pub(crate) fn proof(&self, factor: Factor) -> Option<&Verification> {
        match factor {
            Factor::First => self.first_factor.as_ref(),
            Factor::Second => self.second_factor.as_ref(),
        }
    }

    /// The proof of a factor, begun or not.
    pub(crate) fn proof_mut(&mut self, factor: Factor) -> &mut Option<Verification> {
        match factor {
            Factor::First => &mut self.first_factor,
            Factor::Second => &mut self.second_factor,
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
        attempt.first_factor = Some(Verification::of_secret(Strategy::ResetPasswordEmailCode, true, 1));
        assert_eq!(attempt.status_at(0), Status::NeedsNewPassword);
        attempt.password_was_reset = true;
        attempt.asks_second_factor = true;
        assert_eq!(attempt.status_at(0), Status::NeedsSecondFactor);
        attempt.created_session_id = Some("sess_1".into());
        assert_eq!(attempt.status_at(DAY), Status::Complete);
    }
}
