//! The client object, and the wrapper in which nearly every answer comes.

use axum::Json;
use serde_json::{Value, json};

use crate::http::visit::Visit;
use crate::model::client::Client;
use crate::model::session::{Session, Status};
use crate::model::sign_in::SignIn;
use crate::model::sign_up::SignUp;

impl Visit<'_> {
    /// `{response, client}`: the answer itself, and the client as it stands after it.
    pub(crate) fn wrapped(&self, response: Value) -> Json<Value> {
        Json(json!({ "response": response, "client": self.client_json() }))
    }

    /// The caller's client, null when there is none.
    pub(crate) fn client_json(&self) -> Value {
        let Some(client) = self.client() else {
            return Value::Null;
        };
        let sessions: Vec<Value> =
            self.listed_sessions(client).map(|session| self.session_json(session)).collect();
        json!({
            "object": "client",
            "id": client.id,
            "sessions": sessions,
            "sign_in": self.current_sign_in(client).map(|attempt| self.sign_in_json(attempt)),
            "sign_up": self.current_sign_up(client).map(|attempt| self.sign_up_json(attempt)),
            "last_active_session_id": client.last_active_session_id,
            "last_authentication_strategy": client.last_authentication_strategy,
            "cookie_expires_at": client.cookie_expires_at,
            "captcha_bypass": client.captcha_bypass,
            "created_at": client.created_at,
            "updated_at": client.updated_at,
        })
    }

    /// The sessions that a client shows: removed ones are gone, ended and expired ones stay.
    fn listed_sessions<'v>(&'v self, client: &'v Client) -> impl Iterator<Item = &'v Session> {
        client
            .session_ids
            .iter()
            .filter_map(|id| self.tables.sessions.get(id))
            .filter(|session| session.status_at(self.now) != Status::Removed)
    }

    /// The sessions by which somebody is signed in.
    pub(crate) fn active_sessions<'v>(&'v self, client: &'v Client) -> impl Iterator<Item = &'v Session> {
        self.listed_sessions(client).filter(|session| session.is_active_at(self.now))
    }

    fn current_sign_in(&self, client: &Client) -> Option<&SignIn> {
        let attempt = self.tables.sign_ins.get(client.sign_in_id.as_deref()?)?;
        (self.now < attempt.abandon_at).then_some(attempt)
    }

    fn current_sign_up(&self, client: &Client) -> Option<&SignUp> {
        let attempt = self.tables.sign_ups.get(client.sign_up_id.as_deref()?)?;
        (self.now < attempt.abandon_at).then_some(attempt)
    }
}
