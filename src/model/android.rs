//! The client as the Android SDK's `Client` class reads it.
//!
//! That class demands some keys that the Frontend API may leave out, and refuses the whole client when one is
//! missing. Those are filled in; every other key stays as the server sent it, since the class ignores what it
//! does not know.

use super::{Client, Session, SignUp};
use crate::json::Json;

/// The JSON that `com.clerk.model.client.Client` and its successor `com.clerk.api.network.model.client.Client`
/// accept. A blank attempt is null, as there.
pub fn android_client(client: &Client) -> Json {
    let sign_in = client.sign_in();
    let sign_in = if is_blank(sign_in.id()) { Json::null() } else { sign_in.json().clone() };
    let sign_up = client.sign_up();
    let sign_up = if is_blank(sign_up.id()) { Json::null() } else { android_sign_up(&sign_up) };
    let mut sessions = client.sessions();
    sessions.retain(|session| !is_blank(session.id()));
    let sessions: Vec<_> = sessions.iter().map(android_session).collect();
    Json::object(&[
        ("id", Json::from(client.id())),
        ("sign_in", sign_in),
        ("sign_up", sign_up),
        ("sessions", Json::array(&sessions)),
        ("last_active_session_id", Json::from(client.last_active_session_id())),
        ("last_authentication_strategy", Json::from(client.last_authentication_strategy())),
        ("updated_at", time(client.json(), "updated_at")),
    ])
}

/// A session without an id is nothing to Android.
fn is_blank(id: Option<String>) -> bool {
    id.is_none_or(|id| id.is_empty())
}

/// The times are demanded: where one is not known it is 0.
fn android_session(session: &Session) -> Json {
    let times = r#"{"expire_at":0,"last_active_at":0,"created_at":0,"updated_at":0}"#;
    session.json().filled_from(&Json::constant(times))
}

fn android_sign_up(sign_up: &SignUp) -> Json {
    let demanded = r#"{"required_fields":[],"optional_fields":[],"missing_fields":[],"unverified_fields":[],"verifications":{}}"#;
    sign_up
        .json()
        .filled_from(&Json::constant(demanded))
        .with("password_enabled", Json::from(sign_up.has_password()))
        .with("abandoned_at", abandoned_at(sign_up.json()))
}

/// A time as it came, to the part of a millisecond; null where there is none.
fn time(json: &Json, key: &str) -> Json {
    Json::from(json.number(key).filter(|ms| *ms != 0.0))
}

/// The same; the Frontend API names it `abandon_at`.
fn abandoned_at(sign_up: &Json) -> Json {
    let abandoned_at = sign_up.present("abandon_at").or_else(|| sign_up.get("abandoned_at"));
    Json::from(abandoned_at.and_then(|ms| ms.as_number()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Timestamp;

    fn android(text: &str) -> Json {
        android_client(&Client::new(Json::parse(text).unwrap()))
    }

    #[test]
    fn a_blank_client_is_all_null() {
        let json = android("null");
        assert_eq!(json.keys().len(), 7);
        assert!(json.get("id").unwrap().is_null() && json.get("sign_in").unwrap().is_null());
        assert!(json.get("sessions").unwrap().is_array());
        let json =
            android(r#"{"id":"client_1","sign_in":{"id":""},"sign_up":{"status":null},"created_at":1}"#);
        assert!(json.get("sign_in").unwrap().is_null() && json.get("sign_up").unwrap().is_null());
        assert!(json.get("created_at").is_none());
    }

    #[test]
    fn demanded_keys_are_there() {
        let json = android(
            r#"{"sessions":[{"id":"sess_1","expire_at":5},{"status":"active"}],
                "sign_up":{"id":"sua_1","has_password":true,"abandon_at":7,"new":1}}"#,
        );
        let sessions = json.list("sessions");
        assert_eq!(sessions.len(), 1);
        let session = sessions.first().unwrap();
        assert_eq!((session.number("expire_at"), session.number("created_at")), (Some(5.0), Some(0.0)));
        let sign_up = json.get("sign_up").unwrap();
        assert!(sign_up.flag("password_enabled"));
        assert_eq!((sign_up.number("abandoned_at"), sign_up.number("new")), (Some(7.0), Some(1.0)));
        assert!(sign_up.get("required_fields").unwrap().is_array());
        assert!(sign_up.get("verifications").unwrap().is_object());
    }

    #[test]
    fn what_android_writes_is_read_back() {
        let text = r#"{"id":"client_1","sign_in":null,"sign_up":{"id":"sua_1","status":"missing_requirements",
            "required_fields":["email_address"],"optional_fields":[],"missing_fields":[],"unverified_fields":[],
            "verifications":{},"password_enabled":true,"abandoned_at":1764000000000},
            "sessions":[{"id":"sess_1","status":"active","expire_at":1764000000000,"tasks":[]}],
            "last_active_session_id":null,"updated_at":1764000000000}"#;
        let client = Client::new(Json::parse(text).unwrap());
        assert_eq!(client.updated_at(), Some(Timestamp::from_ms(1_764_000_000_000)));
        assert_eq!((client.created_at(), client.cookie_expires_at()), (None, None));
        assert!(!client.captcha_bypass() && client.sign_in().id().is_none());
        assert!(client.sign_up().has_password());
        assert_eq!(client.sign_up().abandon_at(), Some(Timestamp::from_ms(1_764_000_000_000)));
        assert_eq!(client.signed_in_sessions().len(), 1);
        assert!(Client::new(Json::parse("{}").unwrap()).sessions().is_empty());
    }
}
