//! The outbox: messages that Clerk would have sent, kept for a test to read.

use serde::{Deserialize, Serialize};

/// What a message is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Kind {
    SignUpCode,
    SignInCode,
    #[serde(rename = "reverification_code")]
    Reverification,
}

/// A message that was "sent".
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Message {
    pub(crate) id: String,
    pub(crate) to: String,
    pub(crate) channel: String,
    pub(crate) kind: Kind,
    pub(crate) code: String,
    pub(crate) created_at: i64,
}
