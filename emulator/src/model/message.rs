//! The outbox: messages that Clerk would have sent, kept for a test to read.

use serde::{Deserialize, Serialize};

/// The way that a message takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Channel {
    Email,
    Sms,
    Whatsapp,
}

impl Channel {
    /// The word on the wire.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Sms => "sms",
            Self::Whatsapp => "whatsapp",
        }
    }
}

/// What a message is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Kind {
    SignUpCode,
    SignUpLink,
    SignInCode,
    SignInLink,
    SecondFactorCode,
    SecondFactorLink,
    ResetPasswordCode,
    /// For an address or a phone that somebody has added.
    VerificationCode,
    #[serde(rename = "reverification_code")]
    Reverification,
}

/// What a message tells.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Content {
    Code(String),
    Url(String),
}

/// Whom a message is for.
#[derive(Debug, Clone)]
pub(crate) struct Recipient {
    pub(crate) channel: Channel,
    /// An e-mail address or a phone number.
    pub(crate) address: String,
}

/// A message that was "sent".
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Message {
    pub(crate) id: String,
    pub(crate) to: String,
    pub(crate) channel: Channel,
    pub(crate) kind: Kind,
    #[serde(flatten)]
    pub(crate) content: Content,
    pub(crate) created_at: i64,
}
