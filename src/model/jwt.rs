//! A JSON Web Token, decoded and not verified: the browser has no use for the key.

use super::Timestamp;
use crate::encoding::split_once;
use crate::json::Json;
use std::fmt;

/// The parts of a token that the client reads. `Debug` never shows it.
#[derive(Clone, PartialEq)]
pub struct Jwt {
    raw: String,
    header: Json,
    claims: Json,
}

impl Jwt {
    /// Decodes a token; `None` when the text is not one.
    pub fn decode(text: &str) -> Option<Jwt> {
        let (header, rest) = split_once(text, b'.')?;
        let (claims, signature) = split_once(rest, b'.')?;
        if signature.is_empty() || split_once(signature, b'.').is_some() {
            return None;
        }
        Some(Jwt { raw: text.to_owned(), header: decode_part(header)?, claims: decode_part(claims)? })
    }

    /// The token as text.
    pub fn raw(&self) -> &str {
        &self.raw
    }

    /// The header.
    pub fn header(&self) -> &Json {
        &self.header
    }

    /// The claims.
    pub fn claims(&self) -> &Json {
        &self.claims
    }

    /// The session that the token belongs to.
    pub fn sid(&self) -> Option<String> {
        self.claims.text("sid")
    }

    /// The user that the token speaks for.
    pub fn sub(&self) -> Option<String> {
        self.claims.text("sub")
    }

    /// When the token was issued.
    pub fn iat(&self) -> Option<Timestamp> {
        self.iat_s().map(from_seconds)
    }

    /// The same in seconds since the epoch.
    pub(crate) fn iat_s(&self) -> Option<f64> {
        self.claims.number("iat")
    }

    /// When the token expires.
    pub fn exp(&self) -> Option<Timestamp> {
        self.exp_s().map(from_seconds)
    }

    /// The same in seconds since the epoch.
    pub(crate) fn exp_s(&self) -> Option<f64> {
        self.claims.number("exp")
    }

    /// When the server issued the token that this one descends from.
    pub fn oiat(&self) -> Option<Timestamp> {
        self.oiat_s().map(from_seconds)
    }

    /// The same in seconds since the epoch.
    pub(crate) fn oiat_s(&self) -> Option<f64> {
        self.header.number("oiat")
    }

    /// The active organization: claim `org_id` of version 1, `o.id` of version 2.
    pub fn org_id(&self) -> Option<String> {
        let org_id = self.claims.text("org_id").or_else(|| self.claims.get("o")?.text("id"));
        org_id.filter(|id| !id.is_empty())
    }
}

impl fmt::Debug for Jwt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Jwt(…)")
    }
}

fn from_seconds(seconds: f64) -> Timestamp {
    Timestamp::from_number(seconds * 1000.0)
}

fn decode_part(part: &str) -> Option<Json> {
    Json::parse_base64(part).ok().filter(Json::is_object)
}

#[cfg(test)]
mod tests {
    use super::*;
    use base64ct::{Base64UrlUnpadded, Encoding};

    fn encode(text: &str) -> String {
        Base64UrlUnpadded::encode_string(text.as_bytes())
    }

    #[test]
    fn reads_header_and_claims() {
        let claims = r#"{"sid":"sess_1","sub":"user_1","iat":1,"exp":61,"o":{"id":"org_1"},"name":"Zoë"}"#;
        let raw = [encode(r#"{"alg":"RS256","oiat":5}"#), encode(claims), encode("sig")].join(".");
        let jwt = Jwt::decode(&raw).unwrap();
        assert_eq!((jwt.sid().as_deref(), jwt.sub().as_deref()), (Some("sess_1"), Some("user_1")));
        let at = |ms| Some(Timestamp::from_ms(ms));
        assert_eq!((jwt.iat(), jwt.exp(), jwt.oiat()), (at(1_000), at(61_000), at(5_000)));
        assert_eq!(jwt.org_id().as_deref(), Some("org_1"));
        assert_eq!(jwt.claims().text("name").as_deref(), Some("Zoë"));
        assert_eq!(jwt.raw(), raw);
        assert_eq!(format!("{jwt:?}"), "Jwt(…)");
    }

    #[test]
    fn refuses_what_is_not_a_token() {
        let part = encode("{}");
        let latin1 = Base64UrlUnpadded::encode_string(b"{\"a\":\"\xe9\"}");
        for text in [
            String::new(),
            "a.b".to_owned(),
            "..".to_owned(),
            format!("{part}.{part}."),
            format!("{part}.{part}.x.y"),
            format!("{part}.!!.x"),
            format!("{part}.{latin1}.x"),
            format!("{part}.{}.x", encode("[1]")),
            format!("{part}.{}.x", encode("nonsense")),
        ] {
            assert_eq!(Jwt::decode(&text), None, "{text}");
        }
    }
}
