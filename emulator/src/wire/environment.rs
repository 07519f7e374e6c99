//! The environment: what the instance allows, and where its pages are.

use serde_json::{Map, Value, json};

use super::attribute::{attributes_json, first_factors, second_factors, strategy_names};
use super::external::social_json;
use crate::http::caller::Instance;
use crate::http::visit::Visit;
use crate::model::membership::Role;
use crate::model::sign_up::Attribute;
use crate::settings::{Organizations, Requirement, Settings};

impl Visit<'_> {
    pub(crate) fn environment_json(&self) -> Value {
        json!({
            "auth_config": self.auth_config_json(),
            "display_config": self.display_config_json(),
            "user_settings": user_settings_json(&self.settings),
            "organization_settings": organization_settings_json(&self.settings.organizations),
            "fraud_settings": {
                "object": "fraud_settings",
                "native": { "device_attestation_mode": "disabled" },
            },
            "commerce_settings": {
                "billing": {
                    "stripe_publishable_key": null,
                    "free_trial_requires_payment_method": true,
                    "user": { "enabled": false, "has_paid_plans": false },
                    "organization": { "enabled": false, "has_paid_plans": false },
                },
            },
            "api_keys_settings": {
                "enabled": false,
                "user_api_keys_enabled": false,
                "orgs_api_keys_enabled": false,
            },
            "protect_config": { "loaders": [] },
            "client_debug_mode": false,
            "partitioned_cookies": false,
            "maintenance_mode": false,
        })
    }

    fn is_development(&self) -> bool {
        matches!(self.caller.instance, Instance::Development { .. })
    }

    fn auth_config_json(&self) -> Value {
        let settings = &self.settings;
        json!({
            "object": "auth_config",
            "id": "aconf_emulator",
            "first_name": settings.first_name,
            "last_name": settings.last_name,
            "email_address": settings.email_address,
            "phone_number": settings.phone_number,
            "username": settings.username,
            "password": settings.password,
            "identification_requirements": identification_requirements(settings),
            "identification_strategies": settings.identifiers(),
            "first_factors": first_factors(settings),
            "second_factors": second_factors(settings),
            "email_address_verification_strategies": strategy_names(&Attribute::EmailAddress.strategies(settings)),
            "single_session_mode": settings.single_session_mode,
            "enhanced_email_deliverability": false,
            "test_mode": self.is_development(),
            "cookieless_dev": true,
            "url_based_session_syncing": true,
            "claimed_at": null,
            "reverification": true,
            "session_minter": settings.session_minter,
            "native_settings": {
                "object": "native_settings",
                "api_enabled": false,
                "trusted_device_sign_in_enabled": false,
                "trusted_device_enrollment_prompt_after_sign_in_enabled": false,
                "trusted_device_enrollment_prompt_after_sign_up_enabled": false,
            },
        })
    }

    fn display_config_json(&self) -> Value {
        let site = self.caller.origin.as_ref().unwrap_or(&self.caller.base_url);
        let environment_type = if self.is_development() { "development" } else { "production" };
        let mut config = page_urls(site);
        config.extend(captcha_display());
        let rest = json!({
            "object": "display_config",
            "id": "display_config_emulator",
            "instance_environment_type": environment_type,
            "application_name": self.settings.application_name,
            "theme": {},
            "preferred_sign_in_strategy": "password",
            "logo_image_url": null,
            "favicon_image_url": null,
            "logo_url": null,
            "favicon_url": null,
            "logo_image": null,
            "favicon_image": null,
            "support_email": null,
            "branded": false,
            "experimental_force_oauth_first": false,
            "clerk_js_version": null,
            "show_devmode_warning": self.is_development(),
            "google_one_tap_client_id": self.settings.google_one_tap_client_id,
            "help_url": null,
            "privacy_policy_url": null,
            "terms_url": null,
        });
        config.extend(fields(rest));
        Value::Object(config)
    }
}

fn fields(json: Value) -> Map<String, Value> {
    match json {
        Value::Object(fields) => fields,
        _ => Map::new(),
    }
}

/// Every page is taken to be on the caller's own site: there is no account portal here.
fn page_urls(site: &str) -> Map<String, Value> {
    [
        ("home_url", "/"),
        ("sign_in_url", "/sign-in"),
        ("sign_up_url", "/sign-up"),
        ("user_profile_url", "/user"),
        ("waitlist_url", "/waitlist"),
        ("oauth_consent_url", "/oauth-consent"),
        ("after_sign_in_url", "/"),
        ("after_sign_up_url", "/"),
        ("after_sign_out_one_url", "/sign-in/choose"),
        ("after_sign_out_all_url", "/sign-in"),
        ("after_switch_session_url", "/"),
        ("after_join_waitlist_url", "/"),
        ("organization_profile_url", "/organization"),
        ("create_organization_url", "/create-organization"),
        ("after_leave_organization_url", "/"),
        ("after_create_organization_url", "/"),
        ("logo_link_url", "/"),
    ]
    .into_iter()
    .map(|(name, path)| (name.to_owned(), json!(format!("{site}{path}"))))
    .collect()
}

/// No captcha can be shown: there is no key for a widget.
fn captcha_display() -> Map<String, Value> {
    fields(json!({
        "captcha_public_key": null,
        "captcha_widget_type": null,
        "captcha_public_key_invisible": null,
        "captcha_provider": null,
        "captcha_oauth_bypass": [],
        "captcha_heartbeat": false,
    }))
}

/// One of each list has to be there to sign up.
fn identification_requirements(settings: &Settings) -> Vec<[&'static str; 1]> {
    [("email_address", settings.email_address), ("phone_number", settings.phone_number)]
        .into_iter()
        .filter(|(_, requirement)| *requirement == Requirement::Required)
        .map(|(name, _)| [name])
        .collect()
}

fn user_settings_json(settings: &Settings) -> Value {
    let has_directories = settings.enterprise_connections.iter().any(|connection| connection.active);
    let sso = json!({ "enabled": has_directories, "self_serve_sso": false });
    let off = json!({ "enabled": false });
    json!({
        "attributes": attributes_json(settings),
        "social": social_json(settings),
        "saml": sso,
        "enterprise_sso": sso,
        "sign_in": { "second_factor": { "required": false } },
        "sign_up": sign_up_settings_json(settings),
        "restrictions": {
            "allowlist": off,
            "blocklist": off,
            "allowlist_blocklist_disabled_on_sign_in": off,
            "block_email_subaddresses": off,
            "block_disposable_email_domains": off,
        },
        "password_settings": password_settings_json(settings),
        "username_settings": {
            "min_length": 4,
            "max_length": 64,
            "allow_extended_special_characters": false,
            "allow_numeric_usernames": true,
        },
        "actions": {
            "delete_self": true,
            "create_organization": settings.organizations.can_be_made(),
            "create_organizations_limit": null,
        },
        "attack_protection": {
            "user_lockout": {
                "enabled": true,
                "max_attempts": settings.lockout_max_attempts,
                "duration_in_minutes": settings.lockout_duration_min,
            },
            "pii": { "enabled": false },
            "email_link": { "require_same_client": settings.email_link_same_client },
            "enumeration_protection": { "enabled": false },
        },
        "passkey_settings": {
            "allow_autofill": settings.passkey,
            "show_sign_in_button": settings.passkey,
            "satisfies_second_factor": false,
        },
    })
}

fn sign_up_settings_json(settings: &Settings) -> Value {
    json!({
        "captcha_enabled": settings.captcha_enabled,
        "captcha_widget_type": "invisible",
        "custom_action_required": false,
        "progressive": true,
        "mode": settings.sign_up_mode,
        "legal_consent_enabled": false,
    })
}

fn password_settings_json(settings: &Settings) -> Value {
    json!({
        "disable_hibp": true,
        "disable_password_reverification": false,
        "min_length": settings.password_min_length,
        "max_length": settings.password_max_length,
        "require_special_char": false,
        "require_numbers": false,
        "require_uppercase": false,
        "require_lowercase": false,
        "show_zxcvbn": false,
        "min_zxcvbn_strength": 0,
        "enforce_hibp_on_sign_in": false,
        "allowed_special_characters": "!\"#$%&'()*+,-./:;<=>?@[]^_`{|}~",
    })
}

fn organization_settings_json(organizations: &Organizations) -> Value {
    json!({
        "enabled": organizations.enabled,
        "max_allowed_memberships": organizations.max_allowed_memberships,
        "force_organization_selection": organizations.force_organization_selection,
        "actions": { "admin_delete": organizations.admin_delete },
        "domains": {
            "enabled": false,
            "enrollment_modes": [],
            "default_role": Role::Member.key(),
        },
        "slug": { "disabled": !(organizations.enabled && organizations.slugs) },
        "organization_creation_defaults": { "enabled": organizations.creation_defaults },
        "creator_role": organizations.creator_role.key(),
    })
}
