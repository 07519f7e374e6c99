//! The client as JSON, for handing it to another page or to the server: `client.__internal_toSnapshot()`.

use super::{SignIn, SignUp};
use crate::json::Json;

/// What each attempt's verification is in a blank snapshot.
const BLANK: &str = r#"{"object":"verification","id":"","status":null,"strategy":null,"nonce":null,"message":null,
"external_verification_redirect_url":null,"attempts":null,"expire_at":null,"error":null,"verified_at_client":null}"#;

/// The client as wire JSON. Whatever the server sent is kept, also keys that are not known here; what a reader
/// may rely on is filled in: an id, the list of sessions, times or null, and blank attempts where there are none.
pub fn client_snapshot(json: &Json) -> Json {
    let nullable = [
        "last_active_session_id",
        "cookie_expires_at",
        "last_authentication_strategy",
        "created_at",
        "updated_at",
    ];
    let mut out = Json::object(&[("object", Json::from("client")), ("id", Json::from(""))]);
    for key in nullable {
        out = out.with(key, Json::null());
    }
    overlay(out.with("captcha_bypass", Json::from(false)), json)
        .with("sessions", json.list("sessions").into_iter().filter(Json::is_object).collect())
        .with("sign_up", overlay(blank_sign_up(), SignUp::new(attempt(json, "sign_up")).json()))
        .with("sign_in", overlay(blank_sign_in(), SignIn::new(attempt(json, "sign_in")).json()))
}

fn attempt(client: &Json, key: &str) -> Json {
    client.get(key).unwrap_or_else(Json::null)
}

/// `below`, with what `above` has in its place; a null there does not displace a value.
fn overlay(below: Json, above: &Json) -> Json {
    above.keys().iter().fold(below, |out, key| match above.get(key) {
        Some(value) if !value.is_null() || out.present(key).is_none() => out.with(key, value),
        _ => out,
    })
}

fn blank_sign_in() -> Json {
    let verification = blank_verification();
    with_nulls(
        Json::object(&[
            ("object", Json::from("sign_in")),
            ("id", Json::from("")),
            ("supported_identifiers", Json::array(&[])),
            ("supported_first_factors", Json::array(&[])),
            ("first_factor_verification", verification.clone()),
            ("second_factor_verification", verification),
            ("user_data", Json::object(&[])),
        ]),
        &["status", "supported_second_factors", "identifier", "created_session_id", "protect_check"],
    )
}

fn blank_sign_up() -> Json {
    let verification = blank_verification();
    let with_next =
        verification.with("next_action", Json::from("")).with("supported_strategies", Json::array(&[]));
    let verifications = Json::object(&[
        ("email_address", with_next.clone()),
        ("phone_number", with_next.clone()),
        ("web3_wallet", with_next),
        ("external_account", verification),
    ]);
    with_nulls(
        Json::object(&[
            ("object", Json::from("sign_up")),
            ("id", Json::from("")),
            ("required_fields", Json::array(&[])),
            ("optional_fields", Json::array(&[])),
            ("missing_fields", Json::array(&[])),
            ("unverified_fields", Json::array(&[])),
            ("verifications", verifications),
            ("has_password", Json::from(false)),
            ("unsafe_metadata", Json::object(&[])),
        ]),
        &[
            "status",
            "username",
            "first_name",
            "last_name",
            "email_address",
            "phone_number",
            "web3_wallet",
            "created_session_id",
            "created_user_id",
            "abandon_at",
            "legal_accepted_at",
            "locale",
            "protect_check",
        ],
    )
}

fn blank_verification() -> Json {
    Json::parse(BLANK).unwrap_or_else(|_| Json::null())
}

fn with_nulls(json: Json, keys: &[&str]) -> Json {
    keys.iter().fold(json, |json, key| json.with(key, Json::null()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The wire names of a noun's rows that a blank snapshot must write: not the path, not `undefined` ones.
    fn written(fields: &str) -> Vec<&str> {
        let rows = fields.split(';').filter_map(|row| row.split_once(':'));
        let written = rows.filter(|(key, rest)| !key.starts_with('/') && !rest.starts_with('u'));
        written.map(|(key, _)| key).filter(|key| !key.is_empty()).collect()
    }

    #[test]
    fn blank_attempts_have_every_row() {
        for key in written(SignIn::FIELDS) {
            assert!(blank_sign_in().get(key).is_some(), "sign_in.{key}");
        }
        for key in written(SignUp::FIELDS) {
            assert!(blank_sign_up().get(key).is_some(), "sign_up.{key}");
        }
        for key in written(crate::model::Verification::FIELDS) {
            assert!(blank_verification().get(key).is_some(), "verification.{key}");
        }
    }

    #[test]
    fn fills_in_what_a_reader_relies_on() {
        for text in ["null", "{}", r#"{"sessions":"x","sign_in":5,"id":null}"#] {
            let snapshot = client_snapshot(&Json::parse(text).unwrap());
            assert_eq!(snapshot.text("id").as_deref(), Some(""), "{text}");
            assert_eq!(snapshot.text("object").as_deref(), Some("client"));
            assert!(snapshot.get("sessions").unwrap().is_array());
            assert_eq!(snapshot.get("sign_in").unwrap().text("id").as_deref(), Some(""));
            assert!(snapshot.get("created_at").unwrap().is_null());
        }
    }

    #[test]
    fn keeps_what_the_server_sent() {
        let json = r#"{"object":"client","id":"client_1","new_key":[1],"sessions":[{"id":"s","x":1},5],
            "sign_up":{"object":"sign_up_attempt","id":"sua_1","y":2}}"#;
        let snapshot = client_snapshot(&Json::parse(json).unwrap());
        assert_eq!(snapshot.text("id").as_deref(), Some("client_1"));
        assert_eq!(snapshot.list("new_key").len(), 1);
        assert_eq!(snapshot.list("sessions").len(), 1);
        assert_eq!(snapshot.list("sessions").first().unwrap().number("x"), Some(1.0));
        let sign_up = snapshot.get("sign_up").unwrap();
        assert_eq!(sign_up.text("object").as_deref(), Some("sign_up_attempt"));
        assert_eq!(sign_up.number("y"), Some(2.0));
        assert!(!sign_up.flag("has_password"));
        assert_eq!(client_snapshot(&snapshot), snapshot);
    }
}
