//! What a session says of its user: what they have to do, who acts for them, how recently they were verified.

use super::SessionTaskKey;
use super::view::view;
use crate::json::Json;
use std::time::Duration;

view! {
    /// Something that a user has to do before a session is active.
    SessionTask {
        /// What it is.
        key: choice(SessionTaskKey),
    }
}

view! {
    /// Who acts on behalf of a user.
    Actor {
        /// The identifier of who acts.
        sub: text,
    }
}

impl Actor {
    /// What kind of actor it is: `agent` for an agent.
    pub fn kind(&self) -> Option<String> {
        self.json().text("type")
    }

    /// Whether it is an agent.
    pub fn is_agent(&self) -> bool {
        self.kind().as_deref() == Some("agent")
    }
}

/// How long ago the factors of a session's user were verified, to the minute.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FactorAges {
    /// The first; `None` where the user has none.
    pub first: Option<Duration>,
    /// The second; `None` where the user has none.
    pub second: Option<Duration>,
}

impl FactorAges {
    /// Reads two numbers of minutes, where −1 stands for a factor that the user does not have; `None` for anything else.
    pub(super) fn read(ages: &Json) -> Option<Self> {
        let [first, second] = <[_; 2]>::try_from(ages.items()).ok()?;
        Some(Self { first: age(&first)?, second: age(&second)? })
    }
}

fn age(minutes: &Json) -> Option<Option<Duration>> {
    let minutes = minutes.as_number()?;
    if minutes == -1.0 { Some(None) } else { Duration::try_from_secs_f64(minutes * 60.0).ok().map(Some) }
}
