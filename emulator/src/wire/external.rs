//! Verifications by somebody else, and the accounts elsewhere that a user has.

use serde_json::{Map, Value, json};

use crate::http::visit::Visit;
use crate::model::external::{ExternalAccount, GOOGLE, ONE_TAP};
use crate::model::verification::Verification;
use crate::routes::external::callback::provider_name;
use crate::settings::Settings;

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
        json!({
            "object": "verification_oauth",
            "status": proof.status_at(self.now).as_str(),
            "strategy": strategy,
            "external_verification_redirect_url": proof.journey().map(|journey| &journey.consent_url),
            "error": proof.external.as_ref().and_then(|external| external.error.as_ref()),
            "attempts": proof.attempts,
            "expire_at": proof.expire_at,
        })
    }

    /// An account at a provider that is linked to a user.
    pub(super) fn external_account_json(&self, account: &ExternalAccount) -> Value {
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
    let provider = if strategy == ONE_TAP { GOOGLE } else { strategy };
    json!({
        "object": "verification_from_oauth",
        "status": "verified",
        "strategy": format!("from_{provider}"),
        "attempts": null,
        "expire_at": null,
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
