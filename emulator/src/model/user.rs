//! A user: an account with its e-mail addresses, its phone numbers and its secrets.

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::external::{ExternalAccount, Profile, Vouch};
use super::passkey::Passkey;
use super::totp::Totp;
use super::verification::Verification;
use super::web3::Web3Wallet;
use crate::clock::MINUTE;
use crate::random::Random;
use crate::settings::Settings;

/// How an e-mail address or a phone number came to be trusted.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) enum Proof {
    /// A seed said so.
    Admin,
    /// The user gave the code that was sent there.
    Code { attempts: u32, expire_at: i64 },
    /// The user opened the link that was sent there.
    Link { attempts: u32, expire_at: i64 },
    /// The user had the invitation that was sent there.
    Ticket,
    /// A provider said so: the strategy by which it was asked.
    External(String),
    /// Nobody asked.
    None,
}

/// One e-mail address of a user.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct EmailAddress {
    pub(crate) id: String,
    pub(crate) address: String,
    pub(crate) proof: Proof,
    /// What the user was asked for last.
    #[serde(default)]
    pub(crate) verification: Option<Verification>,
    pub(crate) created_at: i64,
}

impl EmailAddress {
    pub(crate) fn new(random: &Random, address: String, proof: Proof, now: i64) -> Self {
        Self { id: random.id("idn"), address, proof, verification: None, created_at: now }
    }

    /// May codes for signing in be sent there?
    pub(crate) fn is_verified(&self) -> bool {
        !matches!(self.proof, Proof::None)
    }
}

/// A phone of a user. One that is reserved for second factors names nobody, and proves nobody first.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct PhoneNumber {
    pub(crate) id: String,
    pub(crate) number: String,
    pub(crate) reserved_for_second_factor: bool,
    pub(crate) default_second_factor: bool,
    pub(crate) proof: Proof,
    /// What the user was asked for last.
    #[serde(default)]
    pub(crate) verification: Option<Verification>,
    pub(crate) created_at: i64,
}

impl PhoneNumber {
    /// A number that is known by `proof`, and not reserved.
    pub(crate) fn new(random: &Random, number: String, proof: Proof, now: i64) -> Self {
        Self {
            id: random.id("idn"),
            number,
            reserved_for_second_factor: false,
            default_second_factor: false,
            proof,
            verification: None,
            created_at: now,
        }
    }

    /// May codes be sent there?
    pub(crate) fn is_verified(&self) -> bool {
        !matches!(self.proof, Proof::None)
    }
}

/// An account.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct User {
    pub(crate) id: String,
    pub(crate) username: Option<String>,
    pub(crate) first_name: Option<String>,
    pub(crate) last_name: Option<String>,
    pub(crate) external_id: Option<String>,
    /// The first one is the primary one.
    pub(crate) email_addresses: Vec<EmailAddress>,
    /// The first one is the primary one.
    #[serde(default)]
    pub(crate) phone_numbers: Vec<PhoneNumber>,
    pub(crate) password_hash: Option<String>,
    /// Each is good once.
    #[serde(default)]
    pub(crate) backup_codes: Vec<String>,
    #[serde(default)]
    pub(crate) passkeys: Vec<Passkey>,
    #[serde(default)]
    pub(crate) totp: Option<Totp>,
    pub(crate) external_accounts: Vec<ExternalAccount>,
    #[serde(default)]
    pub(crate) web3_wallets: Vec<Web3Wallet>,
    pub(crate) public_metadata: Map<String, Value>,
    pub(crate) unsafe_metadata: Map<String, Value>,
    pub(crate) legal_accepted_at: Option<i64>,
    pub(crate) last_sign_in_at: Option<i64>,
    /// Wrong passwords and codes since the last sign-in.
    #[serde(alias = "wrong_passwords")]
    pub(crate) failed_attempts: u32,
    pub(crate) locked_until: Option<i64>,
    pub(crate) created_at: i64,
    pub(crate) updated_at: i64,
}

impl User {
    /// An account that has nothing yet.
    pub(crate) fn new(random: &Random, now: i64) -> Self {
        Self {
            id: random.id("user"),
            username: None,
            first_name: None,
            last_name: None,
            external_id: None,
            email_addresses: Vec::new(),
            phone_numbers: Vec::new(),
            password_hash: None,
            backup_codes: Vec::new(),
            passkeys: Vec::new(),
            totp: None,
            external_accounts: Vec::new(),
            web3_wallets: Vec::new(),
            public_metadata: Map::new(),
            unsafe_metadata: Map::new(),
            legal_accepted_at: None,
            last_sign_in_at: None,
            failed_attempts: 0,
            locked_until: None,
            created_at: now,
            updated_at: now,
        }
    }

    /// Does `identifier`, already in lower case, name this account?
    pub(crate) fn is_named(&self, identifier: &str) -> bool {
        self.username.as_deref() == Some(identifier)
            || self.email_addresses.iter().any(|email| email.address == identifier)
            || self.first_factor_phones().any(|phone| phone.number == identifier)
            || self.web3_wallets.iter().any(|wallet| wallet.address == identifier)
    }

    /// Is this account linked to the one that somebody has come with?
    pub(crate) fn is_linked_to(&self, vouch: &Vouch) -> bool {
        self.external_accounts.iter().any(|account| account.is_of(vouch))
    }

    /// Links the account that somebody has come with, or notes what it says now.
    pub(crate) fn link(&mut self, random: &Random, vouch: &Vouch, now: i64) {
        match self.external_accounts.iter_mut().find(|account| account.is_of(vouch)) {
            Some(account) => {
                account.profile = vouch.profile.clone();
                account.updated_at = now;
            }
            None => self.external_accounts.push(ExternalAccount::new(random, vouch, now)),
        }
    }

    /// Is the address of this profile proven to be this account's?
    pub(crate) fn has_verified_address_of(&self, profile: &Profile) -> bool {
        let mut addresses = self.email_addresses.iter().filter(|email| email.is_verified());
        addresses.any(|email| email.address == profile.email_address)
    }

    /// What the account is called where one line has to do.
    pub(crate) fn identifier(&self) -> &str {
        self.email_addresses
            .first()
            .map(|email| email.address.as_str())
            .or(self.username.as_deref())
            .or(self.phone_numbers.first().map(|phone| phone.number.as_str()))
            .or(self.web3_wallets.first().map(|wallet| wallet.address.as_str()))
            .unwrap_or(&self.id)
    }

    /// The addresses to which codes and links may be sent, the primary one first.
    pub(crate) fn verified_emails(&self) -> impl Iterator<Item = &EmailAddress> {
        self.email_addresses.iter().filter(|email| email.is_verified())
    }

    /// The phones that name the user, and get codes for first factors.
    pub(crate) fn first_factor_phones(&self) -> impl Iterator<Item = &PhoneNumber> {
        self.phone_numbers.iter().filter(|phone| phone.is_verified() && !phone.reserved_for_second_factor)
    }

    /// The phones that get codes for second factors, the one that is asked for first in front.
    pub(crate) fn second_factor_phones(&self) -> impl Iterator<Item = &PhoneNumber> {
        let verified = || self.phone_numbers.iter().filter(|phone| phone.is_verified());
        let reserved = || verified().filter(|phone| phone.reserved_for_second_factor);
        let by_default = reserved().filter(|phone| phone.default_second_factor);
        by_default.chain(reserved().filter(|phone| !phone.default_second_factor))
    }

    /// Is this the password? False when the account has none.
    pub(crate) fn has_password(&self, password: &str) -> bool {
        self.password_hash.as_deref().is_some_and(|hash| {
            PasswordHash::new(hash)
                .is_ok_and(|hash| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok())
        })
    }

    /// Can the user prove who they are a second time?
    pub(crate) fn has_second_factor(&self) -> bool {
        self.second_factor_phones().next().is_some() || !self.backup_codes.is_empty() || self.totp.is_some()
    }

    /// Uses up a backup code; false when it is none of the user's.
    pub(crate) fn use_backup_code(&mut self, given: &str) -> bool {
        let place = self.backup_codes.iter().position(|code| code == given);
        place.map(|place| self.backup_codes.remove(place)).is_some()
    }

    /// Milliseconds until the account is unlocked, if it is locked.
    pub(crate) fn locked_for(&self, now: i64) -> Option<i64> {
        self.locked_until.map(|until| until - now).filter(|left| *left > 0)
    }

    /// Counts a wrong password or code, and locks the account when it was one too many.
    pub(crate) fn count_failure(&mut self, settings: &Settings, now: i64) {
        self.failed_attempts += 1;
        if self.failed_attempts >= settings.lockout_max_attempts {
            let lock_ms = i64::from(settings.lockout_duration_min) * MINUTE;
            self.locked_until = Some(now + lock_ms);
            self.failed_attempts = 0;
        }
    }

    /// Notes a sign-in.
    pub(crate) fn count_sign_in(&mut self, now: i64) {
        self.failed_attempts = 0;
        self.locked_until = None;
        self.last_sign_in_at = Some(now);
        self.updated_at = now;
    }
}

/// The hash under which a password is kept. The cost is the lowest that there is, on purpose:
/// these are passwords of test users, and tests make and sign in hundreds of them. So a
/// debug build makes a user in a millisecond.
pub(crate) fn hash_password(password: &str) -> Option<String> {
    let params = Params::new(Params::MIN_M_COST, Params::MIN_T_COST, Params::MIN_P_COST, None).ok()?;
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password(password.as_bytes())
        .ok()
        .map(|hash| hash.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_kept_as_a_hash() {
        let mut user = User::new(&Random::default(), 0);
        assert!(!user.has_password(""));
        user.password_hash = hash_password("correct horse");
        assert!(user.has_password("correct horse"));
        assert!(!user.has_password("wrong horse"));
        assert!(!format!("{user:?}").contains("correct horse"));
    }

    #[test]
    fn wrong_passwords_lock_an_account_for_a_while() {
        let settings = Settings { lockout_max_attempts: 2, lockout_duration_min: 1, ..Settings::default() };
        let mut user = User::new(&Random::default(), 0);
        user.count_failure(&settings, 0);
        assert_eq!(user.locked_for(0), None);
        user.count_failure(&settings, 0);
        assert_eq!(user.locked_for(0), Some(MINUTE));
        assert_eq!(user.locked_for(MINUTE), None);
    }
}
