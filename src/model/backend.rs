//! The Backend API's client and session, and how they are made from a client of the Frontend API.

use super::view::view;
use super::{Actor, Client, Session, SessionStatus, Strategy};
use crate::json::Json;

view! {
    /// A client, as the Backend API describes it. Times are numbers in JavaScript too.
    BackendClient {
        /// The unique identifier, `client_…`.
        id: text,
        /// The identifiers of `sessions`.
        session_ids: texts,
        /// The sessions on the client.
        sessions: many(BackendSession),
        /// The current sign-in attempt.
        sign_in_id: text_or_null,
        /// The current sign-up attempt.
        sign_up_id: text_or_null,
        /// The session that was last active.
        last_active_session_id: text_or_null,
        /// How the visitor last signed in.
        last_authentication_strategy: choice_or_null(Strategy),
        /// When the client was created.
        created_at: ms_or_undefined,
        /// When the client was last updated.
        updated_at: ms_or_undefined,
    }
}

view! {
    /// A session, as the Backend API describes it. Times are numbers in JavaScript too.
    BackendSession {
        /// The unique identifier, `sess_…`.
        id: text,
        /// The client that the session belongs to.
        client_id: text_or_undefined,
        /// The user that is signed in by the session.
        user_id: text_or_undefined,
        /// What has become of it.
        status: choice_or_undefined(SessionStatus),
        /// When the session was last active.
        last_active_at: ms_or_undefined,
        /// When the session expires.
        expire_at: ms_or_undefined,
        /// When the session is abandoned for want of activity.
        abandon_at: ms_or_undefined,
        /// When the session was created.
        created_at: ms_or_undefined,
        /// When the session was last updated.
        updated_at: ms_or_undefined,
        /// The organization that is active in the session.
        last_active_organization_id: text_or_undefined,
        /// From where the session was last used; only the Backend API knows.
        latest_activity: maybe_undefined(SessionActivity),
        /// Who acts on behalf of the user, when somebody does.
        actor: json_or_null(Actor),
    }
}

view! {
    /// From where a session was last used.
    SessionActivity {
        /// The unique identifier.
        id: text,
        /// Whether it was a mobile device.
        is_mobile: flag,
        /// The IP address.
        ip_address: text_or_undefined,
        /// The city that the address suggests.
        city: text_or_undefined,
        /// The country that the address suggests.
        country: text_or_undefined,
        /// The version of the browser.
        browser_version: text_or_undefined,
        /// The name of the browser.
        browser_name: text_or_undefined,
        /// The kind of device.
        device_type: text_or_undefined,
    }
}

/// The Backend API's JSON of a client that was loaded from the Frontend API.
///
/// What the Frontend API does not tell is left out, never invented: `latest_activity`, and each key that the
/// server did not send.
pub fn backend_client(client: &Client) -> Json {
    let client_id = client.id().filter(|id| !id.is_empty());
    let (mut ids, mut sessions) = (Vec::new(), Vec::new());
    for session in client.sessions() {
        ids.extend(session.id().map(Json::from));
        sessions.push(backend_session(&session, client_id.as_deref()));
    }
    let mut out = Json::object(&[
        ("object", Json::from("client")),
        ("session_ids", Json::array(&ids)),
        ("sessions", Json::array(&sessions)),
        ("sign_in_id", Json::from(client.sign_in().id().filter(|id| !id.is_empty()))),
        ("sign_up_id", Json::from(client.sign_up().id().filter(|id| !id.is_empty()))),
        ("last_active_session_id", Json::from(client.last_active_session_id())),
        ("last_authentication_strategy", Json::from(client.last_authentication_strategy())),
    ]);
    if let Some(id) = client_id {
        out = out.with("id", Json::from(id));
    }
    with_present(out, client.json(), &["created_at", "updated_at"])
}

fn backend_session(session: &Session, client_id: Option<&str>) -> Json {
    let mut out = Json::object(&[("object", Json::from("session")), ("actor", actor(session))]);
    if let Some(id) = client_id {
        out = out.with("client_id", Json::from(id));
    }
    let user_id = session.user().id();
    if !user_id.is_empty() {
        out = out.with("user_id", Json::from(user_id));
    }
    with_present(
        out,
        session.json(),
        &[
            "id",
            "status",
            "last_active_at",
            "expire_at",
            "abandon_at",
            "created_at",
            "updated_at",
            "last_active_organization_id",
        ],
    )
}

/// The actor as it came; null where there is none.
fn actor(session: &Session) -> Json {
    session.json().get("actor").filter(Json::is_truthy).into()
}

/// `to` with those of the keys that `from` has a value for.
fn with_present(mut to: Json, from: &Json, keys: &[&str]) -> Json {
    for key in keys {
        if let Some(value) = from.present(key) {
            to = to.with(key, value);
        }
    }
    to
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Timestamp;

    #[test]
    fn a_loaded_client_becomes_the_backends() {
        let json = r#"{"id":"client_1","last_active_session_id":"sess_1","created_at":1,"updated_at":2,
            "sign_in":{"id":""},"sign_up":{"id":"sua_1"},
            "sessions":[{"id":"sess_1","status":"active","expire_at":3,"actor":null,"user":{"id":"user_1"},
            "last_active_organization_id":null}]}"#;
        let out = backend_client(&Client::new(Json::parse(json).unwrap()));
        let client = BackendClient::new(out.clone());
        assert_eq!(client.session_ids(), ["sess_1"]);
        assert_eq!((client.sign_in_id(), client.sign_up_id().as_deref()), (None, Some("sua_1")));
        assert_eq!(
            (client.created_at(), client.updated_at()),
            (Some(Timestamp::from_ms(1)), Some(Timestamp::from_ms(2)))
        );
        let sessions = client.sessions();
        let session = sessions.first().unwrap();
        assert_eq!(session.client_id().as_deref(), Some("client_1"));
        assert_eq!(session.user_id().as_deref(), Some("user_1"));
        assert_eq!(session.expire_at(), Some(Timestamp::from_ms(3)));
        assert_eq!((session.abandon_at(), session.latest_activity()), (None, None));
        assert!(session.json().get("last_active_organization_id").is_none());
    }

    #[test]
    fn a_blank_client_invents_nothing() {
        let out = backend_client(&Client::new(Json::null()));
        assert!(out.get("id").is_none() && out.get("created_at").is_none());
        assert!(out.get("sign_in_id").unwrap().is_null() && out.list("sessions").is_empty());
    }

    #[test]
    fn reads_what_the_backend_sends() {
        let json =
            r#"{"id":"sess_1","latest_activity":{"id":"sact_1","is_mobile":true,"city":"Graz"},"status":5}"#;
        let session = BackendSession::new(Json::parse(json).unwrap());
        let activity = session.latest_activity().unwrap();
        assert!(activity.is_mobile() && activity.country().is_none());
        assert_eq!(activity.city().as_deref(), Some("Graz"));
        assert_eq!(session.status(), None);
    }
}
