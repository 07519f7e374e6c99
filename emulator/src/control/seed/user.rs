//! The users of a seed.

use std::collections::BTreeSet;

use serde::Deserialize;
use serde_json::{Map, Value};

use crate::control::body::Refused;
use crate::control::seed_external::{SeedAccount, wallets};
use crate::model::passkey::Passkey;
use crate::model::totp::Totp;
use crate::model::user::{EmailAddress, PhoneNumber, Proof, User, hash_password};
use crate::random::Random;
use crate::state::{Tables, normalized_email, normalized_phone, normalized_username};

/// A user as a seed describes one.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SeedUser {
    email_address: Option<String>,
    password: Option<String>,
    /// Gets codes for second factors, and for nothing else.
    phone_number: Option<String>,
    #[serde(default)]
    phone_numbers: Vec<SeedPhone>,
    /// What an authenticator app has, in base32.
    totp_secret: Option<String>,
    #[serde(default)]
    backup_codes: Vec<String>,
    #[serde(default)]
    passkeys: Vec<SeedPasskey>,
    #[serde(default)]
    external_accounts: Vec<SeedAccount>,
    #[serde(default)]
    web3_wallets: Vec<String>,
    first_name: Option<String>,
    last_name: Option<String>,
    username: Option<String>,
    external_id: Option<String>,
    #[serde(default)]
    public_metadata: Map<String, Value>,
    #[serde(default)]
    unsafe_metadata: Map<String, Value>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct SeedPhone {
    phone_number: String,
    #[serde(default)]
    reserved_for_second_factor: bool,
    #[serde(default)]
    default_second_factor: bool,
}

/// What an authenticator has told of a passkey, in base64url.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct SeedPasskey {
    credential_id: String,
    /// As `AuthenticatorAttestationResponse.getPublicKey()` gives it.
    public_key: String,
    #[serde(default)]
    sign_count: u32,
}

impl SeedUser {
    /// The user, whose names must be new to the tables and to the seed itself.
    pub(super) fn build(
        self,
        random: &Random,
        tables: &Tables,
        names: &mut BTreeSet<String>,
        now: i64,
    ) -> Result<User, Refused> {
        let email = self.email_address.as_deref().map(email).transpose()?;
        let username = self.username.as_deref().map(username).transpose()?;
        let phones = self.phones(random, now)?;
        let called = phones.iter().filter(|phone| !phone.reserved_for_second_factor);
        let called: Vec<String> = called.map(|phone| phone.number.clone()).collect();
        let named: Vec<&String> = [&email, &username].into_iter().flatten().chain(&called).collect();
        if named.is_empty() && self.web3_wallets.is_empty() {
            let wanted =
                "a user needs an email_address, a username, a wallet or a phone number that is not reserved";
            return Err(Refused::bad_input(wanted));
        }
        for name in named {
            if tables.user_named(name).is_some() || !names.insert(name.clone()) {
                return Err(Refused::bad_input(format!("there is already a user {name:?}")));
            }
        }
        let password_hash = self.password.as_deref().map(hash).transpose()?;
        let passkeys =
            self.passkeys.iter().map(|given| given.build(random, now)).collect::<Result<_, _>>()?;
        let totp = self.totp_secret.as_deref().map(totp).transpose()?;
        let web3_wallets = wallets(random, &self.web3_wallets, tables, names, now)?;
        let accounts =
            self.external_accounts.into_iter().map(SeedAccount::vouch).collect::<Result<Vec<_>, _>>()?;
        let emails = email.into_iter();
        let mut user = User {
            username,
            first_name: self.first_name,
            last_name: self.last_name,
            external_id: self.external_id,
            email_addresses: emails
                .map(|address| EmailAddress::new(random, address, Proof::Admin, now))
                .collect(),
            phone_numbers: phones,
            password_hash,
            backup_codes: self.backup_codes,
            passkeys,
            totp,
            web3_wallets,
            public_metadata: self.public_metadata,
            unsafe_metadata: self.unsafe_metadata,
            ..User::new(random, now)
        };
        for vouch in accounts {
            user.link(random, &vouch, now);
        }
        Ok(user)
    }

    fn phones(&self, random: &Random, now: i64) -> Result<Vec<PhoneNumber>, Refused> {
        let only_second = self.phone_number.iter().map(|number| SeedPhone {
            phone_number: number.clone(),
            reserved_for_second_factor: true,
            default_second_factor: true,
        });
        let phones: Vec<SeedPhone> = only_second.collect();
        phones.iter().chain(&self.phone_numbers).map(|phone| phone.build(random, now)).collect()
    }
}

impl SeedPhone {
    fn build(&self, random: &Random, now: i64) -> Result<PhoneNumber, Refused> {
        let typed = &self.phone_number;
        let number = normalized_phone(typed).ok_or_else(|| {
            Refused::bad_input(format!("phone_number {typed:?} is not one, as +12015550100 is"))
        })?;
        if self.default_second_factor && !self.reserved_for_second_factor {
            let reason =
                format!("phone_number {typed:?} is a default_second_factor that is not reserved for it");
            return Err(Refused::bad_input(reason));
        }
        Ok(PhoneNumber {
            reserved_for_second_factor: self.reserved_for_second_factor,
            default_second_factor: self.default_second_factor,
            ..PhoneNumber::new(random, number, Proof::Admin, now)
        })
    }
}

impl SeedPasskey {
    fn build(&self, random: &Random, now: i64) -> Result<Passkey, Refused> {
        Passkey::new(random, &self.credential_id, &self.public_key, self.sign_count, now).ok_or_else(|| {
            Refused::bad_input(format!("passkey {:?} has no id, or no key on P-256", self.credential_id))
        })
    }
}

fn email(typed: &str) -> Result<String, Refused> {
    normalized_email(typed).ok_or_else(|| Refused::bad_input(format!("email_address {typed:?} is not one")))
}

fn username(typed: &str) -> Result<String, Refused> {
    normalized_username(typed)
        .ok_or_else(|| Refused::bad_input(format!("username {typed:?} is not 4 to 64 plain letters")))
}

fn hash(password: &str) -> Result<String, Refused> {
    hash_password(password).ok_or_else(|| Refused::bad_input("a password could not be hashed"))
}

fn totp(secret: &str) -> Result<Totp, Refused> {
    Totp::parse(secret).ok_or_else(|| Refused::bad_input(format!("totp_secret {secret:?} is not base32")))
}
