//! Verifications by somebody else, and the accounts elsewhere that a user has.

use serde_json::{Map, Value, json};

use crate::http::visit::Visit;
use crate::model::enterprise::EnterpriseConnection;
use crate::model::external::{ENTERPRISE, ExternalAccount, GOOGLE, ONE_TAP};
use crate::model::user::User;
use crate::model::verification::Verification;
use crate::routes::external::callback::provider_name;
use crate::settings::Settings;

/// What a verification by a directory calls itself, whatever the directory is.
const SAML: &str = "saml";

impl Visit<'_> {
    /// A verification by a provider.
    pub(super) fn external_verification_json(&self, proof: &Verification) -> Value {
        let strategy = proof.strategy_name();
        if strategy == ONE_TAP {
            return json!({
                "object": "verification_google_one_tap",
                "status": proof.status_at(self.now).as_str(),
                "strategy": strategy,
                "attempts": proof.attempts,
                "expire_at": proof.expire_at,
            });
        }
        let is_directory = strategy == ENTERPRISE;
        let mut json = json!({
            "object": if is_directory { "verification_saml" } else { "verification_oauth" },
            "status": proof.status_at(self.now).as_str(),
            "strategy": if is_directory { SAML } else { strategy },
            "external_verification_redirect_url": proof.journey().map(|journey| &journey.consent_url),
            "attempts": proof.attempts,
            "expire_at": proof.expire_at,
        });
        let error = proof.external.as_ref().and_then(|external| external.error.as_ref());
        if let (Some(error), Some(fields)) = (error, json.as_object_mut()) {
            fields.insert("error".to_owned(), error.clone());
        }
        json
    }

    /// The directories that are responsible for an address, as first factors.
    pub(super) fn directories_json(&self, address: &str) -> Vec<Value> {
        let connections = self.settings.enterprise_connections.iter();
        connections
            .filter(|connection| connection.active && connection.covers(address))
            .map(|connection| {
                json!({
                    "strategy": ENTERPRISE,
                    "enterprise_connection_id": connection.id,
                    "enterprise_connection_name": connection.name,
                })
            })
            .collect()
    }

    /// The accounts of a user at providers, and those in directories.
    pub(super) fn external_accounts_json(&self, user: &User) -> (Vec<Value>, Vec<Value>) {
        let (directories, providers): (Vec<_>, Vec<_>) =
            user.external_accounts.iter().partition(|account| account.strategy == ENTERPRISE);
        let providers = providers.into_iter().map(|account| self.external_account_json(account));
        let directories = directories.into_iter().map(|account| self.enterprise_account_json(account));
        (providers.collect(), directories.collect())
    }

    fn enterprise_account_json(&self, account: &ExternalAccount) -> Value {
        let profile = &account.profile;
        let mut connections = self.settings.enterprise_connections.iter();
        let connection =
            connections.find(|connection| Some(&connection.id) == account.connection_id.as_ref());
        json!({
            "object": "enterprise_account",
            "id": account.id,
            "protocol": SAML,
            "provider": "saml_custom",
            "provider_user_id": profile.provider_user_id,
            "active": connection.is_some_and(|connection| connection.active),
            "email_address": profile.email_address,
            "first_name": profile.first_name,
            "last_name": profile.last_name,
            "public_metadata": {},
            "verification": vouched_verification_json(ENTERPRISE),
            "last_authenticated_at": account.updated_at,
            "enterprise_connection_id": account.connection_id,
            "enterprise_connection": connection.map(|connection| connection_json(connection, account)),
        })
    }

    /// An account at a provider that is linked to a user.
    fn external_account_json(&self, account: &ExternalAccount) -> Value {
        let profile = &account.profile;
        json!({
            "object": "external_account",
            "id": account.id,
            "provider": account.strategy,
            "identification_id": account.identification_id,
            "provider_user_id": profile.provider_user_id,
            "approved_scopes": "openid email profile",
            "email_address": profile.email_address,
            "email_address_verified": profile.email_address_verified,
            "first_name": profile.first_name.as_deref().unwrap_or_default(),
            "last_name": profile.last_name.as_deref().unwrap_or_default(),
            "image_url": self.avatar_url(),
            "username": profile.username,
            "phone_number": null,
            "public_metadata": {},
            "label": null,
            "created_at": account.created_at,
            "updated_at": account.updated_at,
            "verification": {
                "object": "verification_oauth",
                "status": "verified",
                "strategy": account.strategy,
                "attempts": null,
                "expire_at": account.updated_at,
            },
        })
    }
}

/// The verification of an address of which a provider says whose it is.
pub(super) fn vouched_verification_json(strategy: &str) -> Value {
    if strategy == ENTERPRISE {
        return json!({
            "object": "verification_saml",
            "status": "verified",
            "strategy": SAML,
            "external_verification_redirect_url": null,
            "attempts": null,
            "expire_at": null,
        });
    }
    let provider = if strategy == ONE_TAP { GOOGLE } else { strategy };
    json!({
        "object": "verification_from_oauth",
        "status": "verified",
        "strategy": format!("from_{provider}"),
        "attempts": null,
        "expire_at": null,
    })
}

/// The connection behind an account, which was there when the account was linked.
fn connection_json(connection: &EnterpriseConnection, account: &ExternalAccount) -> Value {
    json!({
        "object": "enterprise_account_connection",
        "id": connection.id,
        "name": connection.name,
        "active": connection.active,
        "domain": connection.domains.first(),
        "protocol": SAML,
        "provider": "saml_custom",
        "logo_public_url": null,
        "allow_idp_initiated": false,
        "allow_subdomains": false,
        "disable_additional_identifications": false,
        "allow_organization_account_linking": false,
        "sync_user_attributes": true,
        "enterprise_connection_id": connection.id,
        "created_at": account.created_at,
        "updated_at": account.created_at,
    })
}

/// The providers by which a page may sign in.
pub(super) fn social_json(settings: &Settings) -> Map<String, Value> {
    let of = |strategy: &String| {
        json!({
            "enabled": true,
            "required": false,
            "authenticatable": true,
            "block_email_subaddresses": false,
            "strategy": strategy,
            "not_selectable": false,
            "deprecated": false,
            "name": provider_name(strategy),
            "logo_url": null,
        })
    };
    settings.social_providers.iter().map(|strategy| (strategy.clone(), of(strategy))).collect()
}
