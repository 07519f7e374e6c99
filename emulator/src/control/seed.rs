//! `/_emulator/seed`: users and settings to begin a test with.

use std::collections::BTreeSet;

use axum::extract::State;
use axum::{Extension, Json};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::body::{Body, Refused};
use super::seed_external::{SeedAccount, wallets};
use crate::model::passkey::Passkey;
use crate::model::user::{EmailAddress, EmailProof, PhoneNumber, User, hash_password};
use crate::random::Random;
use crate::state::{Emulator, Tables, is_phone_number, normalized_email, normalized_username};

/// What may be seeded.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Seed {
    #[serde(default)]
    users: Vec<SeedUser>,
    /// Accounts that providers offer, and no user has.
    #[serde(default)]
    provider_accounts: Vec<SeedAccount>,
    #[serde(default)]
    settings: Map<String, Value>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct SeedUser {
    email_address: Option<String>,
    password: Option<String>,
    /// Gets codes for second factors.
    phone_number: Option<String>,
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

/// The ids of what was made, in the order of the seed.
#[derive(Debug, Serialize)]
pub(super) struct Seeded {
    users: Vec<SeededUser>,
}

#[derive(Debug, Serialize)]
struct SeededUser {
    id: String,
    email_address_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    phone_number_id: Option<String>,
}

/// `POST`: makes all of it, or nothing.
pub(super) async fn create(
    State(emulator): State<Emulator>,
    Extension(random): Extension<Random>,
    Body(seed): Body<Seed>,
) -> Result<Json<Seeded>, Refused> {
    let mut state = emulator.lock();
    let now = state.tables.clock().now_ms();
    let settings = state.tables.settings().changed(&seed.settings)?;
    let mut names = BTreeSet::new();
    let users = seed
        .users
        .into_iter()
        .map(|user| build(&random, user, &state.tables, &mut names, now))
        .collect::<Result<Vec<_>, _>>()?;
    let provider_accounts =
        seed.provider_accounts.into_iter().map(SeedAccount::build).collect::<Result<Vec<_>, _>>()?;
    for account in provider_accounts {
        state.tables.provider_accounts.insert(&account.key(), account);
    }
    if !seed.settings.is_empty() {
        state.tables.set_settings(settings);
    }
    let seeded = users
        .into_iter()
        .map(|user| {
            let made = SeededUser {
                id: user.id.clone(),
                email_address_id: user.email_addresses.first().map(|email| email.id.clone()),
                phone_number_id: user.phone_number.as_ref().map(|phone| phone.id.clone()),
            };
            state.tables.users.insert(&made.id, user);
            made
        })
        .collect();
    state.save()?;
    Ok(Json(Seeded { users: seeded }))
}

/// A user of a seed, whose names must be new to the tables and to the seed itself.
fn build(
    random: &Random,
    seed: SeedUser,
    tables: &Tables,
    names: &mut BTreeSet<String>,
    now: i64,
) -> Result<User, Refused> {
    let email = seed
        .email_address
        .map(|typed| {
            normalized_email(&typed)
                .ok_or_else(|| Refused::bad_input(format!("email_address {typed:?} is not one")))
        })
        .transpose()?;
    let username = seed
        .username
        .map(|typed| {
            normalized_username(&typed)
                .ok_or_else(|| Refused::bad_input(format!("username {typed:?} is not 4 to 64 plain letters")))
        })
        .transpose()?;
    if email.is_none() && username.is_none() && seed.web3_wallets.is_empty() {
        return Err(Refused::bad_input("a user needs an email_address, a username or a wallet"));
    }
    for name in [&email, &username].into_iter().flatten() {
        if tables.user_named(name).is_some() || !names.insert(name.clone()) {
            return Err(Refused::bad_input(format!("there is already a user {name:?}")));
        }
    }
    if let Some(wrong) = seed.phone_number.iter().find(|number| !is_phone_number(number)) {
        return Err(Refused::bad_input(format!("phone_number {wrong:?} is not one, as +12015550100 is")));
    }
    let password_hash = match &seed.password {
        None => None,
        Some(password) => Some(
            hash_password(password).ok_or_else(|| Refused::bad_input("a password could not be hashed"))?,
        ),
    };
    let passkeys =
        seed.passkeys
            .iter()
            .map(|given| {
                Passkey::new(random, &given.credential_id, &given.public_key, given.sign_count, now)
                    .ok_or_else(|| {
                        Refused::bad_input(format!(
                            "passkey {:?} has no id, or no key on P-256",
                            given.credential_id
                        ))
                    })
            })
            .collect::<Result<_, _>>()?;
    let accounts =
        seed.external_accounts.into_iter().map(SeedAccount::vouch).collect::<Result<Vec<_>, _>>()?;
    let emails = email.into_iter();
    let mut user = User {
        username,
        first_name: seed.first_name,
        last_name: seed.last_name,
        external_id: seed.external_id,
        email_addresses: emails
            .map(|address| EmailAddress::new(random, address, EmailProof::Admin, now))
            .collect(),
        phone_number: seed.phone_number.map(|number| PhoneNumber::new(random, number, now)),
        password_hash,
        backup_codes: seed.backup_codes,
        passkeys,
        public_metadata: seed.public_metadata,
        unsafe_metadata: seed.unsafe_metadata,
        ..User::new(random, now)
    };
    user.web3_wallets = wallets(random, &seed.web3_wallets, tables, names, now)?;
    for vouch in accounts {
        user.link(random, &vouch, now);
    }
    Ok(user)
}
