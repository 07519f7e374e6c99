//! The client as JSON, for handing it to another page or to the server: `client.__internal_toSnapshot()`.

use crate::json::Json;

/// What each attempt's verification is in a blank snapshot, with more keys where there are.
macro_rules! verification {
    ($($more:literal)?) => {
        concat!(
            r#"{"object":"verification","id":"","status":null,"strategy":null,"nonce":null,"message":null,"#,
            r#""external_verification_redirect_url":null,"attempts":null,"expire_at":null,"error":null,"#,
            r#""verified_at_client":null"#,
            $($more,)?
            "}"
        )
    };
}

macro_rules! verification_of_an_identifier {
    () => {
        verification!(r#","next_action":"","supported_strategies":[]"#)
    };
}

const BLANK: &str = concat!(
    r#"{"object":"client","id":"","last_active_session_id":null,"cookie_expires_at":null,"#,
    r#""last_authentication_strategy":null,"created_at":null,"updated_at":null,"captcha_bypass":false}"#
);

const BLANK_SIGN_IN: &str = concat!(
    r#"{"object":"sign_in","id":"","supported_identifiers":[],"supported_first_factors":[],"#,
    r#""first_factor_verification":"#,
    verification!(),
    r#","second_factor_verification":"#,
    verification!(),
    r#","user_data":{},"status":null,"supported_second_factors":null,"identifier":null,"#,
    r#""sso_bypass_first_factors":null,"created_session_id":null,"protect_check":null,"timezone":null}"#
);

const BLANK_SIGN_UP: &str = concat!(
    r#"{"object":"sign_up","id":"","required_fields":[],"optional_fields":[],"missing_fields":[],"#,
    r#""unverified_fields":[],"verifications":{"email_address":"#,
    verification_of_an_identifier!(),
    r#","phone_number":"#,
    verification_of_an_identifier!(),
    r#","web3_wallet":"#,
    verification_of_an_identifier!(),
    r#","external_account":"#,
    verification!(),
    r#"},"has_password":false,"unsafe_metadata":{},"status":null,"username":null,"first_name":null,"#,
    r#""last_name":null,"email_address":null,"phone_number":null,"web3_wallet":null,"#,
    r#""created_session_id":null,"created_user_id":null,"abandon_at":null,"legal_accepted_at":null,"#,
    r#""locale":null,"timezone":null,"protect_check":null}"#
);

/// The client as wire JSON. Whatever the server sent is kept, also keys that are not known here; what a reader
/// may rely on is filled in: an id, the list of sessions, times or null, and blank attempts where there are none.
pub fn client_snapshot(json: &Json) -> Json {
    let attempt = |key, blank| {
        let attempt = json.get(key).filter(Json::is_object).unwrap_or_else(|| Json::object(&[]));
        attempt.filled_from(&Json::constant(blank))
    };
    json.filled_from(&Json::constant(BLANK))
        .with("sessions", Json::array(&json.objects("sessions")))
        .with("sign_up", attempt("sign_up", BLANK_SIGN_UP))
        .with("sign_in", attempt("sign_in", BLANK_SIGN_IN))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{SignIn, SignUp, Verification};

    /// The wire names of a noun's rows that a blank snapshot must write: not the path, not `undefined` ones.
    fn written(fields: &str) -> Vec<&str> {
        let rows = fields.split(';').filter_map(|row| row.split_once(':'));
        let written = rows.filter(|(key, rest)| !key.starts_with('/') && !rest.starts_with('u'));
        written.map(|(key, _)| key).filter(|key| !key.is_empty()).collect()
    }

    #[test]
    fn blank_attempts_have_every_row() {
        for key in written(SignIn::FIELDS) {
            assert!(Json::constant(BLANK_SIGN_IN).get(key).is_some(), "sign_in.{key}");
        }
        for key in written(SignUp::FIELDS) {
            assert!(Json::constant(BLANK_SIGN_UP).get(key).is_some(), "sign_up.{key}");
        }
        for key in written(Verification::FIELDS) {
            assert!(Json::constant(verification!()).get(key).is_some(), "verification.{key}");
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
