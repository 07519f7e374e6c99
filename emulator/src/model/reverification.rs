//! A reverification: somebody who is signed in proves again who they are.

use serde::{Deserialize, Serialize};

use super::verification::{Factor, Verification};

/// What has to be proved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Level {
    First,
    Second,
    Multi,
}

impl Level {
    /// The level of a name on the wire.
    pub(crate) fn parse(name: &str) -> Option<Self> {
        [Self::First, Self::Second, Self::Multi].into_iter().find(|level| level.as_str() == name)
    }

    /// The word on the wire.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::First => "first_factor",
            Self::Second => "second_factor",
            Self::Multi => "multi_factor",
        }
    }
}

/// Which factor is asked for now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Status {
    Needs(Factor),
    Complete,
}

impl Status {
    /// The word on the wire.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Needs(Factor::First) => "needs_first_factor",
            Self::Needs(Factor::Second) => "needs_second_factor",
            Self::Complete => "complete",
        }
    }
}

/// A reverification of a session. Its status follows from the rest.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Reverification {
    pub(crate) level: Level,
    pub(crate) first_factor: Option<Verification>,
    pub(crate) second_factor: Option<Verification>,
}

impl Reverification {
    /// A new one, of which nothing is proved.
    pub(crate) fn start(level: Level) -> Self {
        Self { level, first_factor: None, second_factor: None }
    }

    /// Which factor is asked for, the first one before the second.
    pub(crate) fn status(&self) -> Status {
        let lacks = |proof: &Option<Verification>| !proof.as_ref().is_some_and(Verification::is_verified);
        if self.level != Level::Second && lacks(&self.first_factor) {
            Status::Needs(Factor::First)
        } else if self.level != Level::First && lacks(&self.second_factor) {
            Status::Needs(Factor::Second)
        } else {
            Status::Complete
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
    use crate::model::verification::Strategy;

    #[test]
    fn each_level_asks_for_its_factors_in_order() {
        for (level, expected) in [
            (Level::First, vec![Factor::First]),
            (Level::Second, vec![Factor::Second]),
            (Level::Multi, vec![Factor::First, Factor::Second]),
        ] {
            let mut reverification = Reverification::start(level);
            for factor in expected {
                assert_eq!(reverification.status(), Status::Needs(factor), "{level:?}");
                *reverification.proof_mut(factor) =
                    Some(Verification::of_secret(Strategy::Password, false, 1));
                assert_eq!(reverification.status(), Status::Needs(factor), "{level:?}");
                *reverification.proof_mut(factor) =
                    Some(Verification::of_secret(Strategy::Password, true, 2));
            }
            assert_eq!(reverification.status(), Status::Complete, "{level:?}");
            assert_eq!(Level::parse(level.as_str()), Some(level));
        }
        assert_eq!(Level::parse("third_factor"), None);
    }
}
