//! What an instance's dashboard would set, changeable at run time.

mod organizations;

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

pub(crate) use self::organizations::{Organizations, feature_and_action};
use crate::model::enterprise::EnterpriseConnection;
use crate::model::protect::Challenged;
use crate::model::verification::Strategy;
use crate::model::web3::Wallet;

/// The setting that has settings of its own.
const ORGANIZATIONS: &str = "organizations";

/// Settings that cannot be; says which field is wrong.
#[derive(Debug)]
pub(crate) struct InvalidSettings(String);

impl fmt::Display for InvalidSettings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<serde_json::Error> for InvalidSettings {
    fn from(error: serde_json::Error) -> Self {
        Self(error.to_string())
    }
}

/// Whether a sign-up has a field, and whether it must be filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Requirement {
    /// The field does not exist.
    Off,
    /// The field may be left out.
    On,
    /// A sign-up without the field is incomplete.
    Required,
}

/// Who may sign up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum SignUpMode {
    Public,
    /// Nobody who is not invited.
    Restricted,
    /// The same, and people may ask to be.
    Waitlist,
}

/// A JWT template: the claims that it adds, and the life of its tokens.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct JwtTemplate {
    /// Added to the default claims; `{{user.id}}` and its like are filled in.
    #[serde(default)]
    pub(crate) claims: Map<String, Value>,
    /// Seconds until a token of this template expires.
    #[serde(default = "default_token_lifetime")]
    pub(crate) lifetime_s: u32,
}

fn default_token_lifetime() -> u32 {
    60
}

/// All settings, with the defaults of a new Clerk application that signs in by e-mail.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Settings {
    /// Shown in the environment.
    pub(crate) application_name: String,
    /// The `iss` of tokens; absent, it is the address that the request was sent to.
    pub(crate) issuer: Option<String>,
    pub(crate) email_address: Requirement,
    /// Also decides whether a phone names an account and gets codes for a first factor.
    pub(crate) phone_number: Requirement,
    /// Is a password part of signing up?
    pub(crate) password: Requirement,
    pub(crate) username: Requirement,
    pub(crate) first_name: Requirement,
    pub(crate) last_name: Requirement,
    /// May a sign-up complete without a verified e-mail address?
    pub(crate) verify_email_at_sign_up: bool,
    /// Does a sign-in ask whoever has a second factor for it, as Clerk's do?
    pub(crate) second_factor_at_sign_in: bool,
    /// May passkeys prove who signs in?
    pub(crate) passkey: bool,
    /// May links by e-mail prove an address, and so who somebody is?
    pub(crate) email_link: bool,
    /// Is a link only good in the browser that asked for it?
    pub(crate) email_link_same_client: bool,
    /// `email_code` and `email_link`, where they are second factors of everybody with an address.
    pub(crate) email_second_factors: Vec<Strategy>,
    /// At most one signed-in session per client.
    pub(crate) single_session_mode: bool,
    pub(crate) password_min_length: u16,
    pub(crate) password_max_length: u16,
    /// Life of a session token.
    pub(crate) token_lifetime_s: u32,
    /// Life of a session.
    pub(crate) session_lifetime_days: u32,
    /// Life of the `__client` cookie, counted from its last renewal.
    pub(crate) cookie_lifetime_days: u32,
    /// Life of a one-time code.
    pub(crate) code_lifetime_s: u32,
    /// Wrong codes until a verification fails for good.
    pub(crate) max_code_attempts: u32,
    /// Wrong passwords until a user is locked, and for how long.
    pub(crate) lockout_max_attempts: u32,
    pub(crate) lockout_duration_min: u32,
    /// Must a sign-up bring a captcha token?
    pub(crate) captcha_enabled: bool,
    /// The `captcha_bypass` that a new client starts with.
    pub(crate) captcha_bypass: bool,
    /// Does `DELETE /client/sessions` send the client a second time as `client`, as Clerk's
    /// servers do? With `false` it is null, as in the published description.
    pub(crate) remove_sessions_piggyback: bool,
    /// Are session tokens made of the one that the page sends along, at Clerk's edge?
    pub(crate) session_minter: bool,
    /// An outage in which a session is known by its last token only: without `expired_token` a
    /// token is refused. With `session_minter` it changes nothing.
    pub(crate) expired_token_required: bool,
    /// Strategies of providers by which a page may sign in, `oauth_google` and its like.
    pub(crate) social_providers: Vec<String>,
    /// The directories by which people of enterprises sign in.
    pub(crate) enterprise_connections: Vec<EnterpriseConnection>,
    /// The kinds of wallets with which people sign in.
    pub(crate) web3_wallets: Vec<Wallet>,
    /// The application that tokens of Google One Tap are for; without it there is none.
    pub(crate) google_one_tap_client_id: Option<String>,
    /// Who may sign up.
    pub(crate) sign_up_mode: SignUpMode,
    /// Attempts whose visitors have to prove in the middle that they are no bots.
    pub(crate) protect_checks: Vec<Challenged>,
    /// Changed field by field, where other settings are replaced.
    pub(crate) organizations: Organizations,
    /// JWT templates by name.
    pub(crate) jwt_templates: BTreeMap<String, JwtTemplate>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            application_name: "Emulated application".to_owned(),
            issuer: None,
            email_address: Requirement::Required,
            phone_number: Requirement::Off,
            password: Requirement::Required,
            username: Requirement::On,
            first_name: Requirement::On,
            last_name: Requirement::On,
            verify_email_at_sign_up: true,
            second_factor_at_sign_in: false,
            passkey: false,
            email_link: false,
            email_link_same_client: false,
            email_second_factors: Vec::new(),
            single_session_mode: false,
            password_min_length: 8,
            password_max_length: 72,
            token_lifetime_s: default_token_lifetime(),
            session_lifetime_days: 7,
            cookie_lifetime_days: 365,
            code_lifetime_s: 600,
            max_code_attempts: 5,
            lockout_max_attempts: 100,
            lockout_duration_min: 60,
            captcha_enabled: false,
            captcha_bypass: false,
            remove_sessions_piggyback: true,
            session_minter: false,
            expired_token_required: false,
            social_providers: Vec::new(),
            enterprise_connections: Vec::new(),
            web3_wallets: Vec::new(),
            google_one_tap_client_id: None,
            sign_up_mode: SignUpMode::Public,
            protect_checks: Vec::new(),
            organizations: Organizations::default(),
            jwt_templates: BTreeMap::new(),
        }
    }
}

impl Settings {
    /// These settings with `changes` laid over them; the error says which field is wrong.
    pub(crate) fn changed(&self, changes: &Map<String, Value>) -> Result<Self, InvalidSettings> {
        let mut merged = serde_json::to_value(self)?;
        for (name, value) in changes {
            match (merged.get_mut(name), value) {
                (Some(Value::Object(fields)), Value::Object(changes)) if name == ORGANIZATIONS => {
                    fields.extend(changes.clone());
                }
                _ => insert(&mut merged, name, value),
            }
        }
        let changed: Self = serde_json::from_value(merged)?;
        changed.check()?;
        Ok(changed)
    }

    /// What names an account.
    pub(crate) fn identifiers(&self) -> Vec<&'static str> {
        [
            ("email_address", Requirement::Required),
            ("phone_number", self.phone_number),
            ("username", self.username),
            ("web3_wallet", self.web3_wallet()),
        ]
        .into_iter()
        .filter(|(_, requirement)| *requirement != Requirement::Off)
        .map(|(name, _)| name)
        .collect()
    }

    /// Are wallets good for anything?
    pub(crate) fn web3_wallet(&self) -> Requirement {
        if self.web3_wallets.is_empty() { Requirement::Off } else { Requirement::On }
    }

    /// Do phone numbers name accounts, and get codes for first factors?
    pub(crate) fn has_phone_numbers(&self) -> bool {
        self.phone_number != Requirement::Off
    }

    /// Is somebody with this address of an enterprise?
    pub(crate) fn has_connection_for(&self, address: &str) -> bool {
        let mut active = self.enterprise_connections.iter().filter(|connection| connection.active);
        active.any(|connection| connection.covers(address))
    }

    fn check(&self) -> Result<(), InvalidSettings> {
        let positive = [
            ("token_lifetime_s", self.token_lifetime_s),
            ("session_lifetime_days", self.session_lifetime_days),
            ("cookie_lifetime_days", self.cookie_lifetime_days),
            ("code_lifetime_s", self.code_lifetime_s),
            ("max_code_attempts", self.max_code_attempts),
            ("lockout_max_attempts", self.lockout_max_attempts),
            ("lockout_duration_min", self.lockout_duration_min),
        ];
        for (name, value) in positive {
            if value == 0 {
                return Err(InvalidSettings(format!("{name} must be at least 1")));
            }
        }
        if let Some(wrong) = self.social_providers.iter().find(|name| !is_social_strategy(name)) {
            return Err(InvalidSettings(format!("social_providers: {wrong:?} is none, as oauth_google is")));
        }
        let connections = &self.enterprise_connections;
        let is_plain = |domain: &String| domain.contains('.') && *domain == domain.to_lowercase();
        if let Some(wrong) =
            connections.iter().find(|one| one.id.is_empty() || !one.domains.iter().all(is_plain))
        {
            let reason = "has no id, or a domain that is none in lower case";
            return Err(InvalidSettings(format!("enterprise_connections: {:?} {reason}", wrong.name)));
        }
        if self.password_min_length > self.password_max_length {
            let reason = "password_min_length is above password_max_length";
            return Err(InvalidSettings(reason.to_owned()));
        }
        self.organizations.check()?;
        let by_email = [Strategy::EmailCode, Strategy::EmailLink];
        if let Some(other) = self.email_second_factors.iter().find(|strategy| !by_email.contains(strategy)) {
            let reason = format!("email_second_factors cannot have {}", other.as_str());
            return Err(InvalidSettings(reason));
        }
        Ok(())
    }
}

fn insert(settings: &mut Value, name: &str, value: &Value) {
    if let Some(fields) = settings.as_object_mut() {
        fields.insert(name.to_owned(), value.clone());
    }
}

/// Is it the strategy of a provider that a page is sent to?
pub(crate) fn is_social_strategy(name: &str) -> bool {
    let word = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    let provider = name.strip_prefix("oauth_").unwrap_or_default();
    !provider.is_empty() && !provider.starts_with("token_") && provider.chars().all(word)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn change(changes: Value) -> Result<Settings, InvalidSettings> {
        Settings::default().changed(changes.as_object().unwrap())
    }

    #[test]
    fn a_change_leaves_the_other_settings_alone() {
        let changed = change(json!({ "single_session_mode": true })).unwrap();
        assert!(changed.single_session_mode);
        assert_eq!(changed.token_lifetime_s, 60);
        let settings = change(json!({ "organizations": { "enabled": true } })).unwrap();
        let changes = json!({ "organizations": { "force_organization_selection": true } });
        let organizations = settings.changed(changes.as_object().unwrap()).unwrap().organizations;
        assert!(organizations.enabled && organizations.force_organization_selection);
    }

    #[test]
    fn wrong_changes_are_refused_by_name() {
        for (changes, named) in [
            (json!({ "pasword": "on" }), "pasword"),
            (json!({ "password": "maybe" }), "maybe"),
            (json!({ "token_lifetime_s": 0 }), "token_lifetime_s"),
            (json!({ "password_min_length": 99 }), "password_min_length"),
            (json!({ "email_second_factors": ["totp"] }), "totp"),
            (json!({ "social_providers": ["google"] }), "google"),
            (
                json!({ "enterprise_connections": [{ "id": "e", "name": "Big", "domains": ["Big.com"] }] }),
                "Big",
            ),
            (json!({ "enterprise_connections": [{ "id": "e" }] }), "name"),
            (json!({ "web3_wallets": ["metamask"] }), "metamask"),
            (json!({ "social_providers": ["oauth_token_google"] }), "oauth_token_google"),
            (json!({ "organizations": { "force_organization_selection": true } }), "enabled"),
            (json!({ "organizations": { "roles": [] } }), "roles"),
            (json!({ "organizations": { "creator_role": "org:boss" } }), "org:boss"),
            (json!({ "organizations": { "permissions": { "org:admin": ["org:sys_x:y"] } } }), "sys_x"),
            (json!({ "jwt_templates": { "a": { "x": 1 } } }), "x"),
        ] {
            let error = change(changes).unwrap_err().to_string();
            assert!(error.contains(named), "{error} should name {named}");
        }
    }
}
