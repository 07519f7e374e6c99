//! Which of two tokens is the newer: an answer that was overtaken must not bring an old token back.

use super::Jwt;

/// The fresher of the two tokens; `incoming` on a tie.
///
/// A token with the header `oiat` beats one without; then the larger `oiat` wins, then the larger `iat`.
pub fn pick_freshest<'a>(existing: Option<&'a Jwt>, incoming: &'a Jwt) -> &'a Jwt {
    existing.filter(|existing| is_fresher(existing, incoming)).unwrap_or(incoming)
}

/// Whether the session's token should be kept although `incoming` arrived: both are of the same session and the
/// same organization, and the existing one is strictly fresher.
pub fn should_keep_existing(existing: Option<&Jwt>, incoming: &Jwt) -> bool {
    // The times first: most tokens differ there, and texts cost more to read.
    existing.is_some_and(|existing| {
        is_fresher(existing, incoming)
            && existing.sid() == incoming.sid()
            && existing.org_id() == incoming.org_id()
    })
}

fn is_fresher(existing: &Jwt, incoming: &Jwt) -> bool {
    let origin = |jwt: &Jwt| jwt.oiat_s().unwrap_or(-1.0);
    let (mine, theirs) = (origin(existing), origin(incoming));
    mine > theirs
        || mine >= 0.0
            && mine == theirs
            && existing.iat_s().unwrap_or_default() > incoming.iat_s().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use base64ct::{Base64UrlUnpadded, Encoding};

    fn token(header: &str, claims: &str) -> Jwt {
        let part = |text: &str| Base64UrlUnpadded::encode_string(text.as_bytes());
        Jwt::decode(&format!("{}.{}.c2ln", part(header), part(claims))).unwrap()
    }

    #[test]
    fn the_fresher_token_wins() {
        let rows = [
            ("{}", r#"{"iat":9}"#, "{}", r#"{"iat":1}"#, false),
            (r#"{"oiat":1}"#, "{}", "{}", "{}", true),
            ("{}", "{}", r#"{"oiat":1}"#, "{}", false),
            (r#"{"oiat":2}"#, "{}", r#"{"oiat":1}"#, r#"{"iat":9}"#, true),
            (r#"{"oiat":1}"#, r#"{"iat":9}"#, r#"{"oiat":2}"#, "{}", false),
            (r#"{"oiat":1}"#, r#"{"iat":2}"#, r#"{"oiat":1}"#, "{}", true),
            (r#"{"oiat":1}"#, r#"{"iat":2}"#, r#"{"oiat":1}"#, r#"{"iat":2}"#, false),
        ];
        for (header, claims, other_header, other_claims, keeps) in rows {
            let (existing, incoming) = (token(header, claims), token(other_header, other_claims));
            let expected = if keeps { &existing } else { &incoming };
            let row = format!("{header}{claims} against {other_header}{other_claims}");
            assert!(std::ptr::eq(pick_freshest(Some(&existing), &incoming), expected), "{row}");
            assert_eq!(should_keep_existing(Some(&existing), &incoming), keeps, "{row}");
        }
        let incoming = token("{}", "{}");
        assert!(std::ptr::eq(pick_freshest(None, &incoming), &incoming));
        assert!(!should_keep_existing(None, &incoming));
    }

    #[test]
    fn only_a_token_of_the_same_session_and_organization_is_kept() {
        let fresh = |claims: &str| token(r#"{"oiat":9}"#, claims);
        let stale = |claims: &str| token(r#"{"oiat":1}"#, claims);
        let keeps =
            |existing: &str, incoming: &str| should_keep_existing(Some(&fresh(existing)), &stale(incoming));
        assert!(keeps(r#"{"sid":"a"}"#, r#"{"sid":"a"}"#));
        assert!(keeps(r#"{"sid":"a","org_id":"o"}"#, r#"{"sid":"a","o":{"id":"o"}}"#));
        assert!(keeps(r#"{"sid":"a","org_id":""}"#, r#"{"sid":"a"}"#));
        assert!(!keeps(r#"{"sid":"a"}"#, r#"{"sid":"b"}"#));
        assert!(!keeps(r#"{"sid":"a","org_id":"o"}"#, r#"{"sid":"a"}"#));
    }
}
