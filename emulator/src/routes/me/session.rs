//! The sessions of the user, in all browsers.

use axum::extract::State;
use axum::response::Response;
use axum::routing::{get, post};
use axum::{Json, Router};
use serde_json::{Value, json};

use crate::error::ApiError;
use crate::http::caller::Caller;
use crate::http::form::Form;
use crate::http::segments::Segments;
use crate::http::visit::Visit;
use crate::model::session::{Session, Status};
use crate::state::Emulator;

pub(super) fn routes() -> Router<Emulator> {
    Router::new()
        .route("/me/sessions", get(list))
        .route("/me/sessions/active", get(list_active))
        .route("/me/sessions/{id}/revoke", post(revoke))
}

/// `GET /v1/me/sessions`: a plain list, as described.
async fn list(State(emulator): State<Emulator>, caller: Caller) -> Response {
    emulator.visit(&caller, |visit| {
        let sessions = visit.open_sessions()?.into_iter();
        let shown = sessions.map(|session| without_token(visit.session_json(session)));
        Ok(Json(shown.collect::<Value>()))
    })
}

/// `GET /v1/me/sessions/active`: the same, with where they are.
async fn list_active(State(emulator): State<Emulator>, caller: Caller) -> Response {
    emulator.visit(&caller, |visit| {
        let sessions = visit.open_sessions()?.into_iter();
        let shown = sessions.map(|session| {
            let mut json = without_token(visit.session_base_json(session));
            if let Some(fields) = json.as_object_mut() {
                fields.insert("latest_activity".to_owned(), activity_json(session));
            }
            json
        });
        Ok(Json(shown.collect::<Value>()))
    })
}

/// `POST /v1/me/sessions/{id}/revoke`: closes one of them, in whichever browser it is.
async fn revoke(
    State(emulator): State<Emulator>,
    caller: Caller,
    Segments(id): Segments<String>,
    Form(_): Form,
) -> Response {
    emulator.visit(&caller, |visit| {
        let (_, user) = visit.signed_in()?;
        let theirs = visit.tables.sessions.get(&id).filter(|session| session.user_id == user.id);
        let session = theirs.ok_or_else(|| ApiError::session_not_found(&id))?;
        if !session.is_active_at(visit.now) {
            return Err(ApiError::session_action_invalid("revoke", &id));
        }
        let client_id = session.client_id.clone();
        visit.on_behalf_of(&client_id, |visit| {
            visit.close_sessions(std::slice::from_ref(&id), Status::Revoked);
        });
        visit.answer_with_session(&id)
    })
}

/// Whoever sees a list of sessions must not be able to go on as one of them.
fn without_token(mut session: Value) -> Value {
    if let Some(fields) = session.as_object_mut() {
        fields.insert("last_active_token".to_owned(), Value::Null);
    }
    session
}

/// The emulator looks at no browser: all are one.
fn activity_json(session: &Session) -> Value {
    json!({
        "object": "session_activity",
        "id": session.id.replacen("sess", "sess_activity", 1),
        "is_mobile": false,
        "device_type": "Emulator",
        "browser_name": "Emulated browser",
        "browser_version": "1",
        "ip_address": "127.0.0.1",
        "city": "",
        "country": "",
    })
}

impl Visit<'_> {
    /// The sessions by which the user is signed in, the oldest first.
    fn open_sessions(&self) -> Result<Vec<&Session>, ApiError> {
        let (_, user) = self.signed_in()?;
        let of_user = self.tables.sessions.values().filter(|session| session.user_id == user.id);
        let mut open: Vec<&Session> = of_user.filter(|session| session.is_active_at(self.now)).collect();
        open.sort_by_key(|session| (session.created_at, session.id.clone()));
        Ok(open)
    }
}
