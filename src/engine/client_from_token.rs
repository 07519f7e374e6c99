//! The client that a session token alone can tell of, for when the Frontend API cannot be reached (behaviour map 4.4).

use crate::json::Json;
use crate::model::Jwt;

/// A client with one active session, as the token's claims describe it; one without sessions when there is no token
/// that could be read.
pub(crate) fn client_from_token(raw: Option<&str>) -> Json {
    let blank = Json::object(&[("object", Json::from("client")), ("id", Json::from("client_init"))]);
    let session = raw.and_then(Jwt::decode).and_then(|jwt| session(&jwt));
    let Some((id, session)) = session else { return blank.with("sessions", Json::array(&[])) };
    blank.with("sessions", Json::array(&[session])).with("last_active_session_id", Json::from(id.as_str()))
}

fn session(jwt: &Jwt) -> Option<(String, Json)> {
    let id = jwt.sid()?;
    let user_id = jwt.sub()?;
    let organization_id = jwt.org_id();
    let membership = organization_id.as_deref().map(|id| membership(jwt.claims(), id));
    // So old that the real user, once it arrives, counts as newer.
    let user = Json::object(&[
        ("object", Json::from("user")),
        ("id", Json::from(user_id.as_str())),
        ("updated_at", Json::from(1.0)),
        ("organization_memberships", Json::array(membership.as_slice())),
    ]);
    let token = Json::object(&[("object", Json::from("token")), ("jwt", Json::from(jwt.raw()))]);
    let session = Json::object(&[
        ("object", Json::from("session")),
        ("id", Json::from(id.as_str())),
        ("status", Json::from("active")),
        ("last_active_organization_id", organization_id.as_deref().map_or_else(Json::null, Json::from)),
        ("actor", jwt.claims().get("act").unwrap_or_else(Json::null)),
        ("factor_verification_age", jwt.claims().get("fva").unwrap_or_else(Json::null)),
        ("last_active_token", token),
        ("user", user),
    ]);
    Some((id, session))
}

/// Claims of version 1 name the organization in `org_*`, those of version 2 in `o`.
fn membership(claims: &Json, organization_id: &str) -> Json {
    let compact = claims.present("o");
    let of = |long: &str, short: &str| {
        claims.text(long).or_else(|| compact.as_ref()?.text(short)).unwrap_or_default()
    };
    let role = of("org_role", "rol");
    let role = if compact.is_some() { ["org:", &role].concat() } else { role };
    let slug = of("org_slug", "slg");
    let permissions = claims.get("org_permissions").unwrap_or_else(|| {
        permissions(claims, compact.as_ref())
            .iter()
            .map(|permission| Json::from(permission.as_str()))
            .collect()
    });
    let organization = Json::object(&[
        ("object", Json::from("organization")),
        ("id", Json::from(organization_id)),
        ("name", Json::from(slug.as_str())),
        ("slug", Json::from(slug.as_str())),
    ]);
    Json::object(&[
        ("object", Json::from("organization_membership")),
        ("id", Json::from(organization_id)),
        ("role", Json::from(role.as_str())),
        ("permissions", permissions),
        ("organization", organization),
    ])
}

/// The permissions of version 2: `o.per` names them, and for each organization feature of `fea`, in order, a number of
/// `o.fpm` has a bit for each.
fn permissions(claims: &Json, organization: Option<&Json>) -> Vec<String> {
    let list = |text: Option<String>| -> Vec<String> {
        text.iter().flat_map(|text| text.split(',')).map(|part| part.trim_ascii().to_owned()).collect()
    };
    let names = list(organization.and_then(|organization| organization.text("per")));
    let masks = list(organization.and_then(|organization| organization.text("fpm")));
    let features = list(claims.text("fea"));
    let features = features
        .iter()
        .filter_map(|feature| feature.split_once(':'))
        .filter(|(scope, _)| scope.contains('o'));
    let granted = features.zip(&masks).flat_map(|((_, feature), mask)| {
        let mask: u32 = mask.parse().unwrap_or_default();
        let is_set = move |bit: usize| mask.checked_shr(bit as u32).is_some_and(|rest| rest & 1 == 1);
        let granted = names.iter().enumerate().filter(move |(bit, _)| is_set(*bit));
        granted.map(move |(_, name)| ["org:", feature, ":", name].concat())
    });
    granted.collect()
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
}
