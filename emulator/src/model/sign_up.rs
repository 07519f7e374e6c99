//! A sign-up attempt and its states.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::external::{ENTERPRISE, Vouch};
use super::protect::ProtectCheck;
use super::ticket::{Purpose, Ticket};
use super::verification::{Strategy, Verification};
use crate::clock::DAY;
use crate::random::Random;
use crate::settings::{Requirement, Settings};

/// Where an attempt stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Status {
    MissingRequirements,
    Complete,
    Abandoned,
}

impl Status {
    /// The word on the wire.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::MissingRequirements => "missing_requirements",
            Self::Complete => "complete",
            Self::Abandoned => "abandoned",
        }
    }
}

/// What is verified of a sign-up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Attribute {
    EmailAddress,
    PhoneNumber,
}

impl Attribute {
    const ALL: [Self; 2] = [Self::EmailAddress, Self::PhoneNumber];

    /// The word on the wire.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::EmailAddress => "email_address",
            Self::PhoneNumber => "phone_number",
        }
    }

    /// How it is verified, by these settings.
    pub(crate) fn strategies(self, settings: &Settings) -> Vec<Strategy> {
        match self {
            Self::EmailAddress if settings.email_link => vec![Strategy::EmailCode, Strategy::EmailLink],
            Self::EmailAddress => vec![Strategy::EmailCode],
            Self::PhoneNumber => vec![Strategy::PhoneCode],
        }
    }
}

/// A sign-up attempt.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct SignUp {
    pub(crate) id: String,
    pub(crate) client_id: String,
    pub(crate) email_address: Option<String>,
    #[serde(default)]
    pub(crate) phone_number: Option<String>,
    pub(crate) username: Option<String>,
    pub(crate) first_name: Option<String>,
    pub(crate) last_name: Option<String>,
    pub(crate) password_hash: Option<String>,
    #[serde(default)]
    pub(crate) public_metadata: Map<String, Value>,
    pub(crate) unsafe_metadata: Map<String, Value>,
    pub(crate) legal_accepted_at: Option<i64>,
    pub(crate) locale: Option<String>,
    /// The proof that the e-mail address is the visitor's; none before a code was sent.
    pub(crate) email_verification: Option<Verification>,
    /// The same for the phone number.
    #[serde(default)]
    pub(crate) phone_verification: Option<Verification>,
    /// In stored form.
    #[serde(default)]
    pub(crate) web3_wallet: Option<String>,
    /// The proof that the wallet is the visitor's.
    #[serde(default)]
    pub(crate) wallet_verification: Option<Verification>,
    #[serde(default)]
    pub(crate) protect_check: Option<ProtectCheck>,
    /// Who else says that it is: the strategy by which a provider was asked.
    #[serde(default)]
    pub(crate) email_vouched_by: Option<String>,
    /// The proof by an account elsewhere.
    #[serde(default)]
    pub(crate) external_account: Option<Verification>,
    /// The ticket by which the visitor was invited.
    #[serde(default)]
    pub(crate) invitation_id: Option<String>,
    pub(crate) created_session_id: Option<String>,
    pub(crate) created_user_id: Option<String>,
    pub(crate) abandon_at: i64,
}

impl SignUp {
    /// A new attempt in which nothing is filled.
    pub(crate) fn start(random: &Random, client_id: &str, now: i64) -> Self {
        Self {
            id: random.id("sua"),
            client_id: client_id.to_owned(),
            email_address: None,
            phone_number: None,
            username: None,
            first_name: None,
            last_name: None,
            password_hash: None,
            public_metadata: Map::new(),
            unsafe_metadata: Map::new(),
            legal_accepted_at: None,
            locale: None,
            email_verification: None,
            phone_verification: None,
            web3_wallet: None,
            wallet_verification: None,
            protect_check: None,
            email_vouched_by: None,
            external_account: None,
            invitation_id: None,
            created_session_id: None,
            created_user_id: None,
            abandon_at: now + DAY,
        }
    }

    /// The status that holds at `now`.
    pub(crate) fn status_at(&self, now: i64) -> Status {
        if self.created_user_id.is_some() {
            Status::Complete
        } else if now >= self.abandon_at {
            Status::Abandoned
        } else {
            Status::MissingRequirements
        }
    }

    /// Is everything there that the settings ask for?
    pub(crate) fn is_ready(&self, settings: &Settings) -> bool {
        self.missing_fields(settings).is_empty() && self.unverified_fields(settings).is_empty()
    }

    /// Fields that a sign-up must fill.
    pub(crate) fn required_fields(settings: &Settings) -> Vec<&'static str> {
        fields_that_are(Requirement::Required, settings)
    }

    /// Fields that a sign-up may fill.
    pub(crate) fn optional_fields(settings: &Settings) -> Vec<&'static str> {
        let mut fields = fields_that_are(Requirement::On, settings);
        if !settings.web3_wallets.is_empty() {
            fields.push("web3_wallet");
        }
        fields
    }

    /// Required fields that are still empty.
    pub(crate) fn missing_fields(&self, settings: &Settings) -> Vec<&'static str> {
        let mut fields = Self::required_fields(settings);
        fields.retain(|field| !self.has(field));
        if self.lacks_directory(settings) {
            fields.push(ENTERPRISE);
        }
        if self.protect_check.as_ref().is_some_and(ProtectCheck::is_pending) {
            fields.push("protect_check");
        }
        fields
    }

    /// Is the address of an enterprise whose directory was not asked?
    fn lacks_directory(&self, settings: &Settings) -> bool {
        let is_asked = self.email_vouched_by.as_deref() == Some(ENTERPRISE);
        let address = self.email_address.as_deref();
        !is_asked && address.is_some_and(|address| settings.has_connection_for(address))
    }

    /// Filled fields that still have to be verified.
    pub(crate) fn unverified_fields(&self, settings: &Settings) -> Vec<&'static str> {
        Attribute::ALL
            .into_iter()
            .filter(|attribute| self.has(attribute.as_str()) && !self.is_verified(*attribute))
            .filter(|attribute| *attribute != Attribute::EmailAddress || settings.verify_email_at_sign_up)
            .map(Attribute::as_str)
            .chain((self.web3_wallet.is_some() && !self.wallet_is_verified()).then_some("web3_wallet"))
            .collect()
    }

    /// Was the wallet proven?
    pub(crate) fn wallet_is_verified(&self) -> bool {
        self.wallet_verification.as_ref().is_some_and(Verification::is_verified)
    }

    /// Takes another wallet; a proof of the one before is worth nothing for it.
    pub(crate) fn set_wallet(&mut self, address: String) {
        if self.web3_wallet.as_ref() != Some(&address) {
            self.wallet_verification = None;
            self.web3_wallet = Some(address);
        }
    }

    /// Did somebody else prove who the visitor is?
    pub(crate) fn external_account_is_verified(&self) -> bool {
        self.external_account.as_ref().is_some_and(Verification::is_verified)
    }

    /// Fills in what is known elsewhere, where nothing was filled in.
    pub(crate) fn take_vouch(&mut self, vouch: &Vouch, settings: &Settings) {
        let Vouch { strategy, profile, .. } = vouch;
        if settings.first_name != Requirement::Off && self.first_name.is_none() {
            self.first_name.clone_from(&profile.first_name);
        }
        if settings.last_name != Requirement::Off && self.last_name.is_none() {
            self.last_name.clone_from(&profile.last_name);
        }
        if self.email_address.is_none() {
            self.email_address = Some(profile.email_address.clone());
        }
        let is_vouched =
            profile.email_address_verified && self.email_address.as_ref() == Some(&profile.email_address);
        if is_vouched {
            self.email_vouched_by = Some(strategy.clone());
        }
    }

    /// The address or the number.
    pub(crate) fn value(&self, attribute: Attribute) -> Option<&str> {
        match attribute {
            Attribute::EmailAddress => self.email_address.as_deref(),
            Attribute::PhoneNumber => self.phone_number.as_deref(),
        }
    }

    /// The proof that the address or the number is the visitor's, if one was begun.
    pub(crate) fn proof(&self, attribute: Attribute) -> Option<&Verification> {
        match attribute {
            Attribute::EmailAddress => self.email_verification.as_ref(),
            Attribute::PhoneNumber => self.phone_verification.as_ref(),
        }
    }

    /// The same, begun or not.
    pub(crate) fn proof_mut(&mut self, attribute: Attribute) -> &mut Option<Verification> {
        match attribute {
            Attribute::EmailAddress => &mut self.email_verification,
            Attribute::PhoneNumber => &mut self.phone_verification,
        }
    }

    /// Was the address or the number proven?
    pub(crate) fn is_verified(&self, attribute: Attribute) -> bool {
        let is_vouched = attribute == Attribute::EmailAddress && self.email_vouched_by.is_some();
        is_vouched || self.proof(attribute).is_some_and(Verification::is_verified)
    }

    /// Takes another address or number; a proof of the one before is worth nothing for it.
    pub(crate) fn set(&mut self, attribute: Attribute, value: String) {
        if self.value(attribute) == Some(&value) {
            return;
        }
        *self.proof_mut(attribute) = None;
        match attribute {
            Attribute::EmailAddress => {
                self.email_vouched_by = None;
                self.invitation_id = None;
                self.email_address = Some(value);
            }
            Attribute::PhoneNumber => self.phone_number = Some(value),
        }
    }

    /// Takes an invitation: its address counts as verified.
    pub(crate) fn accept(&mut self, invitation: &Ticket) {
        if let Purpose::Invitation { email_address, public_metadata } = &invitation.purpose {
            self.set(Attribute::EmailAddress, email_address.clone());
            self.email_verification = Some(Verification::of_secret(Strategy::Ticket, true, 1));
            self.public_metadata = public_metadata.clone();
            self.invitation_id = Some(invitation.id.clone());
        }
    }

    fn has(&self, field: &str) -> bool {
        match field {
            "email_address" => self.email_address.is_some(),
            "phone_number" => self.phone_number.is_some(),
            // Who comes with an account elsewhere needs none.
            "password" => self.password_hash.is_some() || self.external_account_is_verified(),
            "username" => self.username.is_some(),
            "first_name" => self.first_name.is_some(),
            "last_name" => self.last_name.is_some(),
            _ => false,
        }
    }
}

fn fields_that_are(wanted: Requirement, settings: &Settings) -> Vec<&'static str> {
    [
        ("email_address", settings.email_address),
        ("phone_number", settings.phone_number),
        ("password", settings.password),
        ("username", settings.username),
        ("first_name", settings.first_name),
        ("last_name", settings.last_name),
    ]
    .into_iter()
    .filter(|(_, requirement)| *requirement == wanted)
    .map(|(field, _)| field)
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_up_is_ready_when_filled_and_verified() {
        let settings = Settings::default();
        let mut attempt = SignUp::start(&Random::default(), "client_1", 0);
        assert_eq!(attempt.missing_fields(&settings), ["email_address", "password"]);
        assert!(attempt.unverified_fields(&settings).is_empty());
        attempt.set(Attribute::EmailAddress, "ada@example.com".into());
        attempt.password_hash = Some("hash".into());
        assert_eq!(attempt.unverified_fields(&settings), ["email_address"]);
        let mut proof = Verification::of_code(Strategy::EmailCode, "1", &settings, 0);
        assert_eq!(proof.attempt_code("1", 5, 0), Ok(()));
        attempt.email_verification = Some(proof);
        assert!(attempt.is_ready(&settings));
        attempt.set(Attribute::EmailAddress, "eve@example.com".into());
        assert!(!attempt.is_ready(&settings));
    }

    #[test]
    fn settings_decide_what_is_asked() {
        let settings = Settings {
            password: Requirement::Off,
            username: Requirement::Required,
            verify_email_at_sign_up: false,
            ..Settings::default()
        };
        let mut attempt = SignUp::start(&Random::default(), "client_1", 0);
        assert_eq!(SignUp::required_fields(&settings), ["email_address", "username"]);
        attempt.set(Attribute::EmailAddress, "ada@example.com".into());
        attempt.username = Some("ada".into());
        assert!(attempt.is_ready(&settings));
    }
}
