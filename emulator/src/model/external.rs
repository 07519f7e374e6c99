//! Accounts elsewhere: at a provider of OAuth, or in the directory of an enterprise.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::random::Random;

/// The strategy of a directory, whatever its provider.
pub(crate) const ENTERPRISE: &str = "enterprise_sso";
/// The strategy of a token that Google gave the page.
pub(crate) const ONE_TAP: &str = "google_one_tap";
/// The provider of [`ONE_TAP`].
pub(crate) const GOOGLE: &str = "oauth_google";

/// Who a provider says that somebody is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Profile {
    pub(crate) provider_user_id: String,
    /// In stored form.
    pub(crate) email_address: String,
    /// Has the provider checked whose address it is?
    pub(crate) email_address_verified: bool,
    pub(crate) first_name: Option<String>,
    pub(crate) last_name: Option<String>,
    pub(crate) username: Option<String>,
}

/// An account that a provider has, whoever it belongs to here.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct ProviderAccount {
    /// `oauth_google` and its like, or [`ENTERPRISE`].
    pub(crate) strategy: String,
    pub(crate) profile: Profile,
}

impl ProviderAccount {
    /// What it is kept under: a provider has each of its own ids once.
    pub(crate) fn key(&self) -> String {
        format!("{} {}", self.strategy, self.profile.provider_user_id)
    }
}

/// An account elsewhere that is linked to a user.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct ExternalAccount {
    pub(crate) id: String,
    /// Of the identification behind it.
    pub(crate) identification_id: String,
    pub(crate) strategy: String,
    /// Of a directory.
    pub(crate) connection_id: Option<String>,
    pub(crate) profile: Profile,
    pub(crate) created_at: i64,
    pub(crate) updated_at: i64,
}

impl ExternalAccount {
    /// A link that is made now.
    pub(crate) fn new(random: &Random, vouch: &Vouch, now: i64) -> Self {
        let prefix = if vouch.strategy == ENTERPRISE { "ent_acc" } else { "eac" };
        Self {
            id: random.id(prefix),
            identification_id: random.id("idn"),
            strategy: account_strategy(&vouch.strategy).to_owned(),
            connection_id: vouch.connection_id.clone(),
            profile: vouch.profile.clone(),
            created_at: now,
            updated_at: now,
        }
    }

    /// Whether it is the one that somebody has come with.
    pub(crate) fn is_of(&self, vouch: &Vouch) -> bool {
        self.strategy == account_strategy(&vouch.strategy)
            && self.connection_id == vouch.connection_id
            && self.profile.provider_user_id == vouch.profile.provider_user_id
    }
}

/// The strategy under which an account is linked: Google's is one, however somebody came by it.
pub(crate) fn account_strategy(strategy: &str) -> &str {
    if strategy == ONE_TAP { GOOGLE } else { strategy }
}

/// What somebody brings back: who vouches for whom.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Vouch {
    pub(crate) strategy: String,
    pub(crate) connection_id: Option<String>,
    pub(crate) profile: Profile,
}

/// What a provider answered, and the page has yet to bring.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Grant {
    pub(crate) code: String,
    pub(crate) profile: Profile,
}

/// The way of one attempt to a provider and back.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Journey {
    pub(crate) strategy: String,
    pub(crate) connection_id: Option<String>,
    /// By which the attempt is known when somebody comes back.
    pub(crate) state: String,
    /// Where the provider asks.
    pub(crate) consent_url: String,
    /// Where to go on, and where when the attempt is complete.
    pub(crate) redirect_url: String,
    pub(crate) action_complete_redirect_url: Option<String>,
    pub(crate) grant: Option<Grant>,
}

impl Journey {
    /// Who is vouched for by this grant.
    pub(crate) fn vouch(&self, profile: Profile) -> Vouch {
        Vouch { strategy: self.strategy.clone(), connection_id: self.connection_id.clone(), profile }
    }

    /// Where the browser goes on.
    pub(crate) fn way_on(&self, is_complete: bool) -> &str {
        let complete = self.action_complete_redirect_url.as_deref().filter(|_| is_complete);
        complete.unwrap_or(&self.redirect_url)
    }
}

/// The part of a verification that another has to give.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct External {
    /// On the wire.
    pub(crate) strategy: String,
    /// None where a token was brought at once.
    pub(crate) journey: Option<Journey>,
    /// Who came back.
    pub(crate) vouch: Option<Vouch>,
    /// Why it did not verify, as it stands in an answer.
    pub(crate) error: Option<Value>,
}
