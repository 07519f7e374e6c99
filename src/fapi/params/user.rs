//! What changes of a user, and of what a user has.

use super::params;
use crate::json::Json;
use crate::model::Strategy;
use crate::secret::Secret;

params! {
    /// What of a user changes; what is not given stays. An empty text takes a name away.
    UpdateUser {
        /// The user name.
        username: String,
        /// The first name.
        first_name: String,
        /// The last name.
        last_name: String,
        /// The id of the email address that is to be the primary one.
        primary_email_address_id: String,
        /// The id of the phone number that is to be the primary one.
        primary_phone_number_id: String,
        /// The id of the wallet that is to be the primary one.
        primary_web3_wallet_id: String,
        /// What is to stand in the place of the metadata that the page keeps; an object.
        unsafe_metadata: Json,
        /// Where the user is, as an IANA time zone.
        timezone: String,
    }
}

params! {
    /// A new password.
    UpdatePassword {
        /// The one that is to be.
        new_password: Secret<String>,
        /// The one that is there, if there is one.
        current_password: Secret<String>,
        /// Whether all other sessions end.
        sign_out_of_other_sessions: bool,
    }
}

impl UpdatePassword {
    /// This password in the place of the one that is there.
    pub fn new(new_password: impl Into<Secret<String>>) -> Self {
        Self::default().new_password(new_password)
    }
}

params! {
    /// An account at a provider that is to be added.
    CreateExternalAccount {
        /// The provider.
        strategy: Strategy,
        /// The enterprise connection, where it is one.
        enterprise_connection_id: String,
        /// Where the provider comes back to: an absolute URL.
        redirect_url: String,
        /// Scopes beside those that the instance asks for.
        additional_scopes: Vec<String>,
        /// What the provider's page asks for: `consent`, `login`, ….
        oidc_prompt: String,
        /// Who the provider should offer first.
        oidc_login_hint: String,
    }
}

params! {
    /// What a provider is asked for once more.
    Reauthorize {
        /// Scopes beside those that the user has granted.
        additional_scopes: Vec<String>,
        /// Where the provider comes back to: an absolute URL.
        redirect_url: String,
        /// What the provider's page asks for: `consent`, `login`, ….
        oidc_prompt: String,
        /// Who the provider should offer first.
        oidc_login_hint: String,
    }
}

params! {
    /// How an email address is to be verified.
    PrepareEmailAddress {
        /// A code, a link or the user's enterprise.
        strategy: Strategy,
        /// Where the link, or the enterprise, leads to: an absolute URL.
        redirect_url: String,
    }
}

impl PrepareEmailAddress {
    /// By a strategy: [`Strategy::EmailCode`], [`Strategy::EmailLink`] or [`Strategy::EnterpriseSso`].
    pub fn new(strategy: impl Into<Strategy>) -> Self {
        Self::default().strategy(strategy)
    }
}
