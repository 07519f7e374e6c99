//! The client that a session token alone can tell of, for when the Frontend API cannot be reached.

use crate::encoding::{concat, split, split_once};
use crate::json::Json;
use crate::model::Jwt;

/// A client with one active session, as the token's claims describe it; one without sessions when there is no token
/// that could be read.
pub(crate) fn client_from_token(raw: Option<&str>) -> Json {
    let client = Json::constant(r#"{"object":"client","id":"client_init","sessions":[]}"#);
    match raw.and_then(Jwt::decode).and_then(|jwt| session(&jwt)) {
        Some((id, session)) => {
            client.with("last_active_session_id", id).with("sessions", Json::array(&[session]))
        }
        None => client,
    }
}

fn session(jwt: &Jwt) -> Option<(Json, Json)> {
    let claims = jwt.claims();
    let (id, user_id) = (Json::from(jwt.sid()?), Json::from(jwt.sub()?));
    let organization_id = jwt.org_id().map(Json::from);
    let membership = organization_id.as_ref().map(|id| membership(claims, id));
    // So old that the real user, once it arrives, counts as newer.
    let user = Json::constant(r#"{"object":"user","updated_at":1}"#)
        .with("id", user_id)
        .with("organization_memberships", Json::array(membership.as_slice()));
    let claim = |name| Json::from(claims.get(name));
    let session = Json::constant(r#"{"object":"session","status":"active"}"#)
        .with("id", id.clone())
        .with("last_active_organization_id", Json::from(organization_id))
        .with("actor", claim("act"))
        .with("factor_verification_age", claim("fva"))
        .with("last_active_token", Json::constant(r#"{"object":"token"}"#).with("jwt", Json::from(jwt.raw())))
        .with("user", user);
    Some((id, session))
}

/// Claims of version 1 name the organization in `org_*`, those of version 2 in `o`.
fn membership(claims: &Json, organization_id: &Json) -> Json {
    let (role, slug, permissions) = match claims.present("o") {
        Some(compact) => {
            let role = concat(&["org:", &compact.text("rol").unwrap_or_default()]);
            (Json::from(role), compact.get("slg"), Some(permissions(claims, &compact)))
        }
        None => {
            let role = claims.get("org_role").unwrap_or_else(|| Json::from(""));
            (role, claims.get("org_slug"), claims.get("org_permissions"))
        }
    };
    let slug = slug.unwrap_or_else(|| Json::from(""));
    let organization = Json::constant(r#"{"object":"organization"}"#)
        .with("id", organization_id.clone())
        .with("name", slug.clone())
        .with("slug", slug);
    Json::constant(r#"{"object":"organization_membership"}"#)
        .with("id", organization_id.clone())
        .with("role", role)
        .with("permissions", permissions.unwrap_or_else(|| Json::array(&[])))
        .with("organization", organization)
}

/// The permissions of version 2: `o.per` names them, and for each organization feature of `fea`, in order, a number of
/// `o.fpm` has a bit for each.
fn permissions(claims: &Json, organization: &Json) -> Json {
    let text = |json: &Json, key| json.text(key).unwrap_or_default();
    let (names, masks) = (text(organization, "per"), text(organization, "fpm"));
    let features = text(claims, "fea");
    let mut masks = split(&masks, b',').into_iter();
    let mut granted = Vec::new();
    for feature in split(&features, b',') {
        let Some((scope, feature)) = split_once(feature.trim_ascii(), b':') else { continue };
        if !scope.bytes().any(|letter| letter == b'o') {
            continue;
        }
        let mask = masks.next().and_then(|mask| Json::parse(mask).ok()?.as_number());
        let mut mask = mask.unwrap_or_default() as u32;
        for name in split(&names, b',') {
            if mask & 1 == 1 {
                granted.push(Json::from(concat(&["org:", feature, ":", name.trim_ascii()])));
            }
            mask >>= 1;
        }
    }
    Json::array(&granted)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Client;
    use base64ct::{Base64UrlUnpadded, Encoding};

    fn client(claims: &str) -> Client {
        let part = |text: &str| Base64UrlUnpadded::encode_string(text.as_bytes());
        Client::new(client_from_token(Some(&[&part("{}"), ".", &part(claims), ".c2ln"].concat())))
    }

    #[test]
    fn without_a_token_nobody_is_signed_in() {
        for raw in [None, Some(""), Some("a.b.c")] {
            let client = Client::new(client_from_token(raw));
            assert_eq!(client.id().as_deref(), Some("client_init"));
            assert!(client.sessions().is_empty());
        }
    }

    #[test]
    fn both_versions_of_the_claims_are_read() {
        let old = r#"{"sid":"sess_1","sub":"user_1","org_id":"org_1","org_role":"org:admin","org_slug":"acme",
            "org_permissions":["org:billing:read"]}"#;
        let new = r#"{"sid":"sess_1","sub":"user_1","v":2,"fea":"u:chat,o:billing,o:audit",
            "o":{"id":"org_1","slg":"acme","rol":"admin","per":"manage,read","fpm":"2,3"}}"#;
        for (claims, expected) in [
            (old, r#"["org:billing:read"]"#),
            (new, r#"["org:billing:read","org:audit:manage","org:audit:read"]"#),
        ] {
            let client = client(claims);
            let session = client.sessions().pop().unwrap();
            assert_eq!(session.last_active_organization_id().as_deref(), Some("org_1"));
            let membership = session.user().organization_memberships().pop().unwrap();
            assert_eq!(membership.json().text("role").as_deref(), Some("org:admin"));
            assert_eq!(membership.json().get("permissions").unwrap().to_text(), expected);
            assert_eq!(membership.organization().slug().as_deref(), Some("acme"));
        }
    }
    #[test]
    fn claims_of_another_type_are_no_claims() {
        assert!(client(r#"{"sid":7,"sub":"user_1"}"#).sessions().is_empty());
        for claims in [r#"{"sid":"s","sub":"u","org_id":""}"#, r#"{"sid":"s","sub":"u","o":{"id":5}}"#] {
            let session = client(claims).sessions().pop().unwrap();
            assert_eq!(session.last_active_organization_id(), None, "{claims}");
            assert!(session.user().organization_memberships().is_empty(), "{claims}");
        }
    }
}
