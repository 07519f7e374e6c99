//! Sessions of the caller's client, and their tokens.

use axum::extract::State;
use axum::response::Response;
use axum::{Extension, Json};
use serde_json::Value;

use crate::error::ApiError;
use crate::http::caller::Caller;
use crate::http::form::Form;
use crate::http::params::Params;
use crate::http::segments::Segments;
use crate::http::visit::Visit;
use crate::model::session::{Session, Status};
use crate::model::user::User;
use crate::state::Emulator;
use crate::wire::token::token_json;

/// `DELETE /v1/client/sessions`: signs everybody out and keeps the client.
pub(super) async fn remove_all(State(emulator): State<Emulator>, caller: Caller) -> Response {
    emulator.visit(&caller, |visit| {
        let sessions = visit.require_client()?.session_ids.clone();
        visit.close_sessions(&sessions, Status::Removed);
        Ok(Json(visit.client_after_removal()))
    })
}

/// `GET /v1/client/sessions/{id}`
pub(super) async fn read(
    State(emulator): State<Emulator>,
    caller: Caller,
    Segments(id): Segments<String>,
) -> Response {
    emulator.visit(&caller, |visit| {
        let session = visit.session_json(visit.own_session(&id)?);
        Ok(visit.wrapped(session))
    })
}

/// `POST /v1/client/sessions/{id}/touch`: the user looks at this session now.
pub(super) async fn touch(
    State(emulator): State<Emulator>,
    caller: Caller,
    Segments(id): Segments<String>,
    Form(form): Form,
) -> Response {
    emulator.visit(&caller, |visit| {
        visit.active_session(&id)?;
        form.only(&["active_organization_id", "intent"])?;
        let chosen = visit.requested_organization(&id, &form, "active_organization_id")?;
        match form.filled("intent")? {
            None | Some("focus" | "select_session" | "select_org") => {}
            Some(other) => return Err(ApiError::param_value_invalid("intent", other)),
        }
        visit.touch_session(&id);
        if let Some(organization_id) = chosen {
            visit.choose_organization(&id, organization_id);
        }
        visit.change_client(|client| client.last_active_session_id = Some(id.clone()));
        visit.renew_cookie();
        visit.answer_with_session(&id)
    })
}

/// `POST /v1/client/sessions/{id}/end`
pub(super) async fn end(
    State(emulator): State<Emulator>,
    caller: Caller,
    Segments(id): Segments<String>,
    Form(_): Form,
) -> Response {
    emulator.visit(&caller, |visit| {
        let session = visit.own_session(&id)?;
        if !session.is_active_at(visit.now) {
            return Err(ApiError::session_action_invalid("end", &id));
        }
        visit.close_sessions(std::slice::from_ref(&id), Status::Ended);
        visit.answer_with_session(&id)
    })
}

/// `POST /v1/client/sessions/{id}/remove`
pub(super) async fn remove(
    State(emulator): State<Emulator>,
    caller: Caller,
    Segments(id): Segments<String>,
    Form(_): Form,
) -> Response {
    emulator.visit(&caller, |visit| {
        visit.own_session(&id)?;
        visit.close_sessions(std::slice::from_ref(&id), Status::Removed);
        visit.answer_with_session(&id)
    })
}

/// `POST /v1/client/sessions/{id}/tokens`
pub(super) async fn create_token(
    State(emulator): State<Emulator>,
    caller: Caller,
    Segments(id): Segments<String>,
    query: Extension<Params>,
    Form(form): Form,
) -> Response {
    emulator.visit(&caller, |visit| {
        visit.active_session(&id)?;
        let asked = visit.requested_organization(&id, &form, "organization_id")?;
        let earlier = visit.earlier_token(&query, &form, asked.as_ref())?;
        visit.touch_session(&id);
        let (session, user) = visit.active_session(&id)?;
        let renewed = earlier.map(|earlier| visit.renewed_token(session, earlier)).transpose()?.flatten();
        let jwt = match renewed {
            Some(jwt) => jwt,
            None => {
                visit.refuse_without_expired_token()?;
                let organization_id = asked.unwrap_or_else(|| session.organization_id.clone());
                let chosen = organization_id.and_then(|id| visit.membership_in(&session.user_id, &id));
                visit.session_token_for(session, user, chosen)?
            }
        };
        Ok(Json(token_json(&jwt)))
    })
}

/// `POST /v1/client/sessions/{id}/tokens/{template}`
pub(super) async fn create_template_token(
    State(emulator): State<Emulator>,
    caller: Caller,
    Segments((id, name)): Segments<(String, String)>,
    query: Extension<Params>,
    Form(_): Form,
) -> Response {
    emulator.visit(&caller, |visit| {
        let (session, user) = visit.active_session(&id)?;
        let earlier = query.filled("expired_token")?.unwrap_or_default();
        if visit.renewed_token(session, earlier)?.is_none() {
            visit.refuse_without_expired_token()?;
        }
        let template = visit.settings.jwt_templates.get(&name);
        let template = template.ok_or_else(|| ApiError::template_not_found(&name))?;
        let jwt = visit.template_token(template, user)?;
        Ok(Json(token_json(&jwt)))
    })
}

impl Visit<'_> {
    /// The token that the new one is to be made of: at the edge the one that the page sends along
    /// with each request, and in an outage the one that it sends when it was asked for it.
    fn earlier_token<'p>(
        &self,
        query: &'p Params,
        form: &'p Params,
        asked: Option<&Option<String>>,
    ) -> Result<Option<&'p str>, ApiError> {
        let skips_edge = form.flag("force_origin")?;
        match (self.settings.session_minter, self.settings.expired_token_required) {
            (true, _) if skips_edge => Ok(None),
            (true, _) => {
                let fits = |token: &&str| asked.is_none_or(|id| self.is_token_for(token, id.as_deref()));
                Ok(form.filled("token")?.filter(fits))
            }
            (false, true) => query.filled("expired_token"),
            (false, false) => Ok(None),
        }
    }

    /// The organization that a form names, of those of the session's user; an empty one is the user alone. Nothing
    /// where the form says nothing of it.
    fn requested_organization(
        &self,
        session_id: &str,
        form: &Params,
        param: &str,
    ) -> Result<Option<Option<String>>, ApiError> {
        let (_, user) = self.active_session(session_id)?;
        match form.one(param)? {
            None => Ok(None),
            Some("") => Ok(Some(None)),
            Some(id) => {
                self.membership_in(&user.id, id).ok_or_else(ApiError::organization_not_found)?;
                Ok(Some(Some(id.to_owned())))
            }
        }
    }

    pub(super) fn choose_organization(&mut self, session_id: &str, organization_id: Option<String>) {
        if let Some(session) = self.tables.sessions.get_mut(session_id) {
            session.organization_id = organization_id;
        }
    }

    fn refuse_without_expired_token(&self) -> Result<(), ApiError> {
        match self.settings.expired_token_required && !self.settings.session_minter {
            true => Err(ApiError::missing_expired_token()),
            false => Ok(()),
        }
    }

    /// A session of the caller's client. One that is removed, or another client's, does not
    /// exist for the caller.
    fn own_session(&self, id: &str) -> Result<&Session, ApiError> {
        let client = self.require_client()?;
        self.tables
            .sessions
            .get(id)
            .filter(|session| session.client_id == client.id)
            .filter(|session| session.status_at(self.now) != Status::Removed)
            .ok_or_else(|| ApiError::session_not_found(id))
    }

    /// The same, when its user is signed in by it.
    pub(super) fn active_session(&self, id: &str) -> Result<(&Session, &User), ApiError> {
        let session = self.own_session(id)?;
        let user = self.tables.users.get(&session.user_id);
        user.filter(|_| session.is_active_at(self.now))
            .map(|user| (session, user))
            .ok_or_else(ApiError::signed_out)
    }

    /// Single-session instances refuse a second sign-in before it begins.
    pub(super) fn refuse_second_session(&self) -> Result<(), ApiError> {
        let signed_in = self.client().is_some_and(|client| self.active_sessions(client).next().is_some());
        match signed_in && self.settings.single_session_mode {
            true => Err(ApiError::session_exists()),
            false => Ok(()),
        }
    }

    /// Signs a user in on the caller's client, and returns the id of the new session.
    pub(super) fn start_session(&mut self, user_id: &str, strategy: &str) -> String {
        let client_id = self.ensure_client();
        let lifetime_days = self.settings.session_lifetime_days;
        let session = Session::start(self.random, &client_id, user_id, lifetime_days, self.now);
        let id = session.id.clone();
        self.tables.sessions.insert(&id, session);
        if let Some(user) = self.tables.users.get_mut(user_id) {
            user.count_sign_in(self.now);
        }
        self.change_client(|client| {
            client.session_ids.push(id.clone());
            client.last_active_session_id = Some(id.clone());
            client.last_authentication_strategy = Some(strategy.to_owned());
        });
        self.rotate_cookie();
        self.authentication_changed();
        id
    }

    fn touch_session(&mut self, id: &str) {
        let now = self.now;
        if let Some(session) = self.tables.sessions.get_mut(id) {
            session.touch(now);
        }
    }

    /// Closes sessions of the caller's client.
    pub(super) fn close_sessions(&mut self, ids: &[String], status: Status) {
        let now = self.now;
        for id in ids {
            if let Some(session) = self.tables.sessions.get_mut(id) {
                session.close(status, now);
            }
            self.change_client(|client| client.lose_session(id, status));
        }
        self.authentication_changed();
    }

    /// Closes the sessions of a user in all browsers, except one.
    pub(super) fn close_everywhere(&mut self, user_id: &str, except: Option<&str>, status: Status) {
        let now = self.now;
        let of_user = self.tables.sessions.values().filter(|session| session.user_id == user_id);
        let open = of_user.filter(|session| session.is_active_at(now) && Some(&*session.id) != except);
        let closed: Vec<(String, String)> =
            open.map(|session| (session.id.clone(), session.client_id.clone())).collect();
        for (session_id, client_id) in closed {
            if let Some(session) = self.tables.sessions.get_mut(&session_id) {
                session.close(status, now);
            }
            if let Some(client) = self.tables.clients.get_mut(&client_id) {
                client.lose_session(&session_id, status);
                client.authentication_changed_at = now;
                client.updated_at = now;
            }
        }
    }

    pub(super) fn answer_with_session(&self, id: &str) -> Result<Json<Value>, ApiError> {
        let session = self.tables.sessions.get(id);
        let session = session.ok_or_else(|| ApiError::session_not_found(id))?;
        Ok(self.wrapped(self.session_json(session)))
    }
}
