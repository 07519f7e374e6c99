//! Tokens: the claims that Clerk's version 2 has, and those of JWT templates.

use serde_json::{Map, Value, json};

use crate::clock::SECOND;
use crate::error::ApiError;
use crate::http::visit::Visit;
use crate::model::membership::Membership;
use crate::model::organization::Organization;
use crate::model::session::Session;
use crate::model::user::User;
use crate::settings::JwtTemplate;

/// Clerk's category of a session token, in the header of the JWT.
const SESSION_CATEGORY: &str = "cl_B7d4PD111AAA";
/// Clerk's category of a template's token.
const TEMPLATE_CATEGORY: &str = "cl_B7d4PD222AAA";
/// Tokens count as valid from a little before their issue, as the clocks of servers differ.
const CLOCK_SKEW_S: i64 = 10;

/// The token object.
pub(crate) fn token_json(jwt: &str) -> Value {
    json!({ "object": "token", "jwt": jwt })
}

impl Visit<'_> {
    /// A session token of version 2, for the organization that the user has chosen.
    pub(crate) fn session_token(&self, session: &Session, user: &User) -> Result<String, ApiError> {
        self.token_once(&session.id, || self.session_token_for(session, user, self.chosen(session)))
    }

    /// A session token for this organization, or for the user alone.
    pub(crate) fn session_token_for(
        &self,
        session: &Session,
        user: &User,
        chosen: Option<(&Organization, &Membership)>,
    ) -> Result<String, ApiError> {
        let mut claims = self.default_claims(user, i64::from(self.settings.token_lifetime_s));
        claims.insert("fva".to_owned(), json!(session.factor_verification_age(self.now)));
        claims.insert("sid".to_owned(), json!(session.id));
        claims.insert("sts".to_owned(), json!(self.session_status(session)));
        claims.insert("v".to_owned(), json!(2));
        if let Some((organization, membership)) = chosen {
            claims.extend(self.organization_claims(organization, membership));
        }
        self.sign(SESSION_CATEGORY, self.now / SECOND, claims)
    }

    /// A session token made of an earlier one of the same session, as Clerk's edge makes them: it
    /// lives from now on, and says what the earlier one said, its original time of issue too.
    /// None when there is no such token.
    pub(crate) fn renewed_token(&self, session: &Session, earlier: &str) -> Result<Option<String>, ApiError> {
        let signed = self.key.read(earlier);
        let Some(mut signed) = signed.filter(|signed| signed.claims.get("sid") == Some(&json!(session.id)))
        else {
            return Ok(None);
        };
        signed.claims.extend(self.times(i64::from(self.settings.token_lifetime_s)));
        self.sign(SESSION_CATEGORY, signed.issued_at, signed.claims).map(Some)
    }

    /// Does a token speak for this organization, or for the user alone? Edge makes no token for another.
    pub(crate) fn is_token_for(&self, token: &str, organization_id: Option<&str>) -> bool {
        let signed = self.key.read(token);
        let chosen = signed.as_ref().and_then(|signed| signed.claims.get("o")?.get("id")?.as_str());
        chosen == organization_id
    }

    /// A token of a JWT template: the default claims, and the template's, which cannot replace
    /// them.
    pub(crate) fn template_token(&self, template: &JwtTemplate, user: &User) -> Result<String, ApiError> {
        let mut claims: Map<String, Value> =
            template.claims.iter().map(|(name, value)| (name.clone(), filled_in(value, user))).collect();
        claims.extend(self.default_claims(user, i64::from(template.lifetime_s)));
        self.sign(TEMPLATE_CATEGORY, self.now / SECOND, claims)
    }

    fn default_claims(&self, user: &User, lifetime_s: i64) -> Map<String, Value> {
        let mut claims = Map::new();
        if let Some(origin) = &self.caller.origin {
            claims.insert("azp".to_owned(), json!(origin));
        }
        let issuer = self.settings.issuer.as_ref();
        let issuer = issuer.unwrap_or(&self.caller.base_url);
        claims.insert("iss".to_owned(), json!(issuer));
        claims.insert("sub".to_owned(), json!(user.id));
        claims.extend(self.times(lifetime_s));
        claims
    }

    /// What tells one token from the next: when it was made, how long it lives, and its id.
    fn times(&self, lifetime_s: i64) -> [(String, Value); 4] {
        let now = self.now / SECOND;
        [
            ("exp".to_owned(), json!(now + lifetime_s)),
            ("iat".to_owned(), json!(now)),
            ("jti".to_owned(), json!(self.random.text(20).to_lowercase())),
            ("nbf".to_owned(), json!(now - CLOCK_SKEW_S)),
        ]
    }

    fn sign(&self, category: &str, issued_at: i64, claims: Map<String, Value>) -> Result<String, ApiError> {
        self.key
            .sign(category, issued_at, &Value::Object(claims))
            .map_err(|_| ApiError::internal("The token could not be signed."))
    }
}

/// A template's value with Clerk's shortcodes replaced. A text that is nothing but a shortcode
/// takes the type of what it stands for.
fn filled_in(value: &Value, user: &User) -> Value {
    match value {
        Value::String(text) => filled_in_text(text, user),
        Value::Array(items) => items.iter().map(|item| filled_in(item, user)).collect(),
        Value::Object(fields) => {
            fields.iter().map(|(name, field)| (name.clone(), filled_in(field, user))).collect()
        }
        other => other.clone(),
    }
}

fn filled_in_text(text: &str, user: &User) -> Value {
    let whole = text
        .strip_prefix("{{")
        .and_then(|rest| rest.strip_suffix("}}"))
        .and_then(|name| shortcode(name.trim(), user));
    if let Some(value) = whole {
        return value;
    }
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("{{") {
        out.push_str(before);
        let Some((name, tail)) = after.split_once("}}") else {
            out.push_str("{{");
            rest = after;
            break;
        };
        match shortcode(name.trim(), user) {
            Some(Value::String(value)) => out.push_str(&value),
            Some(value) => out.push_str(&value.to_string()),
            None => out.push_str(&format!("{{{{{name}}}}}")),
        }
        rest = tail;
    }
    out.push_str(rest);
    Value::String(out)
}

fn shortcode(name: &str, user: &User) -> Option<Value> {
    let email = user.email_addresses.first();
    Some(match name {
        "user.id" => json!(user.id),
        "user.external_id" => json!(user.external_id),
        "user.first_name" => json!(user.first_name),
        "user.last_name" => json!(user.last_name),
        "user.username" => json!(user.username),
        "user.primary_email_address" => json!(email.map(|email| &email.address)),
        "user.email_verified" => json!(email.is_some_and(|email| email.is_verified())),
        "user.public_metadata" => json!(user.public_metadata),
        "user.unsafe_metadata" => json!(user.unsafe_metadata),
        "user.created_at" => json!(user.created_at),
        "user.updated_at" => json!(user.updated_at),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::Random;

    #[test]
    fn shortcodes_are_filled_in() {
        let mut user = User::new(&Random::default(), 7);
        user.first_name = Some("Ada".into());
        let template = json!({
            "name": "Dear {{user.first_name}}, {{ user.unknown }} {{open",
            "created": "{{user.created_at}}",
            "missing": "{{user.last_name}}",
            "list": ["{{user.first_name}}", 1],
        });
        assert_eq!(
            filled_in(&template, &user),
            json!({
                "name": "Dear Ada, {{ user.unknown }} {{open",
                "created": 7,
                "missing": null,
                "list": ["Ada", 1],
            })
        );
    }
}
