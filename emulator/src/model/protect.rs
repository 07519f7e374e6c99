//! Challenges of Clerk's bot protection, between the steps of an attempt.

use serde::{Deserialize, Serialize};

use crate::clock::MINUTE;
use crate::random::Random;

/// How long a challenge may take.
const LIFETIME: i64 = 10 * MINUTE;
/// What the script of the emulator puts before the token, and a test may too.
const PROOF: &str = "proof-of-";

/// The kinds of attempts that are challenged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Challenged {
    SignIn,
    SignUp,
}

/// A challenge of one attempt.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct ProtectCheck {
    pub(crate) token: String,
    pub(crate) expires_at: i64,
    is_solved: bool,
}

/// What became of a proof.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Answer {
    Solved,
    Wrong,
    AlreadySolved,
    /// There is another challenge now.
    TooLate,
}

impl ProtectCheck {
    /// A new challenge.
    pub(crate) fn new(random: &Random, now: i64) -> Self {
        Self { token: random.text(32), expires_at: now + LIFETIME, is_solved: false }
    }

    /// Does the attempt wait for a proof?
    pub(crate) fn is_pending(&self) -> bool {
        !self.is_solved
    }

    /// Takes a proof.
    pub(crate) fn answer(&mut self, proof: &str, random: &Random, now: i64) -> Answer {
        if self.is_solved {
            Answer::AlreadySolved
        } else if now >= self.expires_at {
            *self = Self::new(random, now);
            Answer::TooLate
        } else if proof.strip_prefix(PROOF) == Some(&self.token) {
            self.is_solved = true;
            Answer::Solved
        } else {
            Answer::Wrong
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_challenge_is_solved_once_and_in_time() {
        let random = Random::default();
        let mut check = ProtectCheck::new(&random, 0);
        let proof = format!("{PROOF}{}", check.token);
        assert_eq!(check.answer("guess", &random, 0), Answer::Wrong);
        assert_eq!(check.answer(&proof, &random, LIFETIME), Answer::TooLate);
        assert_eq!(check.answer(&proof, &random, LIFETIME), Answer::Wrong);
        let proof = format!("{PROOF}{}", check.token);
        assert_eq!(check.answer(&proof, &random, LIFETIME), Answer::Solved);
        assert!(!check.is_pending());
        assert_eq!(check.answer(&proof, &random, LIFETIME), Answer::AlreadySolved);
    }
}
