//! One proof that a person is who they say: by a secret of theirs, by a code or a link that was sent to them, by a passkey,
//! or by a ticket that they were given.

use serde::{Deserialize, Serialize};

use super::external::{External, Journey, Vouch};
use super::message::Channel;
use super::web3::Wallet;
use crate::clock::SECOND;
use crate::error::ApiError;
use crate::settings::Settings;

/// A way to prove an identity that the emulator implements.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Strategy {
    Password,
    EmailCode,
    EmailLink,
    PhoneCode,
    ResetPasswordEmailCode,
    ResetPasswordPhoneCode,
    Totp,
    BackupCode,
    Passkey,
    Ticket,
    /// Whatever a provider says; which one, the verification knows.
    External,
    /// A message that was signed with a wallet.
    Web3(Wallet),
}

impl Strategy {
    const ALL: [Self; 10] = [
        Self::Password,
        Self::EmailCode,
        Self::EmailLink,
        Self::PhoneCode,
        Self::ResetPasswordEmailCode,
        Self::ResetPasswordPhoneCode,
        Self::Totp,
        Self::BackupCode,
        Self::Passkey,
        Self::Ticket,
    ];

    /// The strategy of a name on the wire.
    pub(crate) fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|strategy| strategy.as_str() == name)
    }

    /// The word on the wire.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Password => "password",
            Self::EmailCode => "email_code",
            Self::EmailLink => "email_link",
            Self::PhoneCode => "phone_code",
            Self::ResetPasswordEmailCode => "reset_password_email_code",
            Self::ResetPasswordPhoneCode => "reset_password_phone_code",
            Self::Totp => "totp",
            Self::BackupCode => "backup_code",
            Self::Passkey => "passkey",
            Self::Ticket => "ticket",
            Self::External => "oauth",
            Self::Web3(wallet) => wallet.strategy(),
        }
    }

    /// Does it prove somebody who has forgotten the password, and is to choose another?
    pub(crate) fn resets_password(self) -> bool {
        matches!(self, Self::ResetPasswordEmailCode | Self::ResetPasswordPhoneCode)
    }
}

/// One of the two factors.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Factor {
    First,
    Second,
}

/// How a verification stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Status {
    Unverified,
    Verified,
    /// Proved, by somebody of whom the other kind of attempt has to make use.
    Transferable,
    Failed,
    Expired,
}

impl Status {
    /// The word on the wire.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Unverified => "unverified",
            Self::Verified => "verified",
            Self::Transferable => "transferable",
            Self::Failed => "failed",
            Self::Expired => "expired",
        }
    }
}

/// Why a code was not accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Refusal {
    Incorrect,
    Expired,
    TooManyAttempts,
    AlreadyVerified,
}

/// A verification as stored.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Verification {
    pub(crate) strategy: Strategy,
    status: Status,
    pub(crate) attempts: u32,
    pub(crate) expire_at: Option<i64>,
    code: Option<String>,
    /// What the browser is given for a passkey, as JSON.
    #[serde(default)]
    pub(crate) nonce: Option<String>,
    /// How a code went to a phone, where somebody has asked for a way.
    #[serde(default)]
    pub(crate) channel: Option<Channel>,
    /// The client in whose browser a link was opened.
    #[serde(default)]
    pub(crate) verified_at_client: Option<String>,
    /// What is to be signed with a wallet.
    #[serde(default)]
    pub(crate) message: Option<String>,
    /// What another has to say.
    #[serde(default)]
    pub(crate) external: Option<Box<External>>,
}

impl Verification {
    /// A secret of the user's, a password for one, that was, or was not, the right one.
    pub(crate) fn of_secret(strategy: Strategy, correct: bool, attempts: u32) -> Self {
        Self {
            strategy,
            status: if correct { Status::Verified } else { Status::Unverified },
            attempts,
            expire_at: None,
            code: None,
            nonce: None,
            channel: None,
            verified_at_client: None,
            message: None,
            external: None,
        }
    }

    /// A code that was just sent, or the secret part of a link.
    pub(crate) fn of_code(strategy: Strategy, code: &str, settings: &Settings, now: i64) -> Self {
        Self {
            expire_at: Some(now + i64::from(settings.code_lifetime_s) * SECOND),
            code: Some(code.to_owned()),
            ..Self::of_secret(strategy, false, 0)
        }
    }

    /// A challenge that a passkey is to sign.
    pub(crate) fn of_challenge(challenge: &str, nonce: String, settings: &Settings, now: i64) -> Self {
        Self { nonce: Some(nonce), ..Self::of_code(Strategy::Passkey, challenge, settings, now) }
    }

    /// Is it for the link with this secret, and not for an earlier one?
    pub(crate) fn is_of_link(&self, secret: &str) -> bool {
        self.strategy == Strategy::EmailLink && self.code.as_deref() == Some(secret)
    }

    /// What a provider is to say; one that is asked at its own page, on a journey.
    pub(crate) fn of_provider(
        strategy: &str,
        journey: Option<Journey>,
        settings: &Settings,
        now: i64,
    ) -> Self {
        let external = External { strategy: strategy.to_owned(), journey, vouch: None, error: None };
        Self { external: Some(Box::new(external)), ..Self::of_code(Strategy::External, "", settings, now) }
    }

    /// A message that is to be signed with a wallet.
    pub(crate) fn of_message(
        wallet: Wallet,
        nonce: String,
        message: String,
        settings: &Settings,
        now: i64,
    ) -> Self {
        Self {
            nonce: Some(nonce),
            message: Some(message),
            ..Self::of_code(Strategy::Web3(wallet), "", settings, now)
        }
    }

    /// The wallet with which a message was to be signed.
    pub(crate) fn wallet(&self) -> Option<Wallet> {
        match self.strategy {
            Strategy::Web3(wallet) => Some(wallet),
            _ => None,
        }
    }

    /// Is it by a signature of this kind of wallet?
    pub(crate) fn is_of(&self, wallet: Wallet) -> bool {
        self.strategy == Strategy::Web3(wallet)
    }

    /// The word on the wire.
    pub(crate) fn strategy_name(&self) -> &str {
        match &self.external {
            Some(external) => &external.strategy,
            None => self.strategy.as_str(),
        }
    }

    /// The way to a provider.
    pub(crate) fn journey(&self) -> Option<&Journey> {
        self.external.as_ref()?.journey.as_ref()
    }

    /// The same, to be changed.
    pub(crate) fn journey_mut(&mut self) -> Option<&mut Journey> {
        self.external.as_mut()?.journey.as_mut()
    }

    /// Who came back.
    pub(crate) fn vouch(&self) -> Option<&Vouch> {
        self.external.as_ref()?.vouch.as_ref()
    }

    /// Ends the way to a provider: it proved who somebody is, or there is a reason why not.
    pub(crate) fn arrive(&mut self, vouch: Option<Vouch>, refusal: Option<&ApiError>) {
        self.status = match refusal {
            None => Status::Verified,
            Some(error) if error.is_transferable() => Status::Transferable,
            Some(_) => Status::Failed,
        };
        self.attempts += 1;
        if let Some(external) = &mut self.external {
            external.vouch = vouch;
            external.error = refusal.map(ApiError::json);
        }
    }

    /// Leaves what was proven to the other kind of attempt.
    pub(crate) fn hand_over(&mut self) {
        self.status = Status::Transferable;
    }

    /// What was left, as the other kind of attempt has it.
    pub(crate) fn taken_over(&self) -> Self {
        Self { status: Status::Verified, ..self.clone() }
    }

    /// Whether the other kind of attempt may go on from here.
    pub(crate) fn is_transferable(&self) -> bool {
        self.status == Status::Transferable
    }

    /// What was given out to be signed.
    pub(crate) fn challenge(&self) -> &str {
        self.code.as_deref().unwrap_or_default()
    }

    /// The status that holds at `now`.
    pub(crate) fn status_at(&self, now: i64) -> Status {
        match (self.status, self.expire_at) {
            (Status::Unverified, Some(expire_at)) if now >= expire_at => Status::Expired,
            (status, _) => status,
        }
    }

    /// Was the proof given?
    pub(crate) fn is_verified(&self) -> bool {
        self.status == Status::Verified
    }

    /// Compares a code with the one that was sent, and remembers the attempt.
    pub(crate) fn attempt_code(&mut self, given: &str, max_attempts: u32, now: i64) -> Result<(), Refusal> {
        self.attempt(self.code.as_deref() == Some(given), max_attempts, now)
    }

    /// Remembers an attempt that was right, or not.
    pub(crate) fn attempt(&mut self, is_right: bool, max_attempts: u32, now: i64) -> Result<(), Refusal> {
        match self.status_at(now) {
            Status::Verified | Status::Transferable => return Err(Refusal::AlreadyVerified),
            Status::Failed => return Err(Refusal::TooManyAttempts),
            Status::Expired => return Err(Refusal::Expired),
            Status::Unverified => {}
        }
        self.attempts += 1;
        if is_right {
            self.status = Status::Verified;
            return Ok(());
        }
        if self.attempts >= max_attempts {
            self.status = Status::Failed;
        }
        Err(Refusal::Incorrect)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent() -> Verification {
        Verification::of_code(Strategy::EmailCode, "123456", &Settings::default(), 0)
    }

    #[test]
    fn every_strategy_is_found_by_its_name() {
        for strategy in Strategy::ALL {
            assert_eq!(Strategy::parse(strategy.as_str()), Some(strategy));
        }
        assert_eq!(Strategy::parse("telepathy"), None);
    }

    #[test]
    fn the_right_code_verifies_once() {
        let mut verification = sent();
        assert_eq!(verification.attempt_code("123456", 5, 1), Ok(()));
        assert!(verification.is_verified());
        assert_eq!(verification.attempt_code("123456", 5, 2), Err(Refusal::AlreadyVerified));
    }

    #[test]
    fn too_many_wrong_codes_fail_even_the_right_one() {
        let mut verification = sent();
        for _ in 0..5 {
            assert_eq!(verification.attempt_code("000000", 5, 1), Err(Refusal::Incorrect));
        }
        assert_eq!(verification.status_at(1), Status::Failed);
        assert_eq!(verification.attempt_code("123456", 5, 1), Err(Refusal::TooManyAttempts));
    }

    #[test]
    fn a_code_expires_to_the_millisecond() {
        let mut verification = sent();
        assert_eq!(verification.status_at(599_999), Status::Unverified);
        assert_eq!(verification.attempt_code("123456", 5, 600_000), Err(Refusal::Expired));
    }
}
