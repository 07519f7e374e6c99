//! Accounts elsewhere in a seed: those of users, and those that only a provider knows.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::body::Refused;
use crate::model::external::{ENTERPRISE, Profile, ProviderAccount, Vouch};
use crate::model::web3::{Web3Wallet, normalized_wallet};
use crate::random::Random;
use crate::settings::is_social_strategy;
use crate::state::{Tables, normalized_email};

/// An account at a provider.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::control) struct SeedAccount {
    /// `oauth_google` and its like, or `enterprise_sso`.
    strategy: String,
    /// Of a user's account in a directory.
    enterprise_connection_id: Option<String>,
    email_address: String,
    /// Absent, it is the address.
    provider_user_id: Option<String>,
    #[serde(default = "yes")]
    email_address_verified: bool,
    first_name: Option<String>,
    last_name: Option<String>,
    username: Option<String>,
}

fn yes() -> bool {
    true
}

impl SeedAccount {
    /// The account as a provider has it.
    pub(in crate::control) fn build(self) -> Result<ProviderAccount, Refused> {
        if !is_social_strategy(&self.strategy) && self.strategy != ENTERPRISE {
            let sentence = format!("strategy {:?} is none of a provider, as oauth_google is", self.strategy);
            return Err(Refused::bad_input(sentence));
        }
        let email_address = normalized_email(&self.email_address).ok_or_else(|| {
            Refused::bad_input(format!("email_address {:?} is not one", self.email_address))
        })?;
        let profile = Profile {
            provider_user_id: self.provider_user_id.unwrap_or_else(|| email_address.clone()),
            email_address,
            email_address_verified: self.email_address_verified,
            first_name: self.first_name,
            last_name: self.last_name,
            username: self.username,
        };
        Ok(ProviderAccount { strategy: self.strategy, profile })
    }

    /// The same, for a user to be linked to it.
    pub(in crate::control) fn vouch(self) -> Result<Vouch, Refused> {
        let connection_id = self.enterprise_connection_id.clone();
        let ProviderAccount { strategy, profile } = self.build()?;
        if connection_id.is_some() != (strategy == ENTERPRISE) {
            let sentence = "an account has an enterprise_connection_id where its strategy is enterprise_sso";
            return Err(Refused::bad_input(sentence));
        }
        Ok(Vouch { strategy, connection_id, profile })
    }
}

/// Wallets, whose addresses must be new to the tables and to the seed itself.
pub(in crate::control) fn wallets(
    random: &Random,
    typed: &[String],
    tables: &Tables,
    names: &mut BTreeSet<String>,
    now: i64,
) -> Result<Vec<Web3Wallet>, Refused> {
    let mut wallets = Vec::new();
    for typed in typed {
        let address = normalized_wallet(typed)
            .ok_or_else(|| Refused::bad_input(format!("web3_wallet {typed:?} is no address of a wallet")))?;
        if tables.user_named(&address).is_some() || !names.insert(address.clone()) {
            return Err(Refused::bad_input(format!("there is already a user {address:?}")));
        }
        wallets.push(Web3Wallet::new(random, address, None, now));
    }
    Ok(wallets)
}
