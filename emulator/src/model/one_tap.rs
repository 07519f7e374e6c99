//! Tokens with which Google tells a page who somebody is. Here the instance's own key signs them.

use serde_json::{Map, Value, json};

use super::external::{ONE_TAP, Profile, Vouch};
use crate::clock::SECOND;
use crate::state::normalized_email;

/// The category in the header, which no token of a session has.
pub(crate) const CATEGORY: &str = "emulated_google_id_token";
const ISSUER: &str = "https://accounts.google.com";

/// What a token says.
pub(crate) fn claims(profile: &Profile, audience: &str, lifetime_s: i64, now: i64) -> Value {
    json!({
        "iss": ISSUER,
        "aud": audience,
        "sub": profile.provider_user_id,
        "email": profile.email_address,
        "email_verified": profile.email_address_verified,
        "given_name": profile.first_name,
        "family_name": profile.last_name,
        "iat": now / SECOND,
        "exp": now / SECOND + lifetime_s,
    })
}

/// Who is meant, if the token is Google's, for this instance, and still good.
pub(crate) fn vouch(claims: &Map<String, Value>, audience: &str, now: i64) -> Option<Vouch> {
    let text = |name: &str| claims.get(name).and_then(Value::as_str).map(str::to_owned);
    let is_for_us = text("iss")? == ISSUER && text("aud")? == audience;
    let is_good = now / SECOND < claims.get("exp")?.as_i64()?;
    let profile = Profile {
        provider_user_id: text("sub")?,
        email_address: normalized_email(&text("email")?)?,
        email_address_verified: claims.get("email_verified")?.as_bool()?,
        first_name: text("given_name"),
        last_name: text("family_name"),
        username: None,
    };
    let vouch = Vouch { strategy: ONE_TAP.to_owned(), connection_id: None, profile };
    (is_for_us && is_good).then_some(vouch)
}
