//! The client of the caller.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use serde_json::{Value, json};
use url::Url;

use super::redirect::{redirect_url, sent_on_to, with_params};
use crate::error::ApiError;
use crate::http::caller::Caller;
use crate::http::form::Form;
use crate::http::params::Params;
use crate::http::visit::Visit;
use crate::model::session::Status;
use crate::state::Emulator;

/// Whether the browser comes from where its client was synced, in the query of a page.
const SYNCED: &str = "__clerk_synced";

/// `GET /v1/client`: the client, or null for a visitor who has none. Nothing is piggybacked.
pub(super) async fn read(State(emulator): State<Emulator>, caller: Caller) -> Response {
    emulator.visit(&caller, |visit| Ok(Json(json!({ "response": visit.client_json(), "client": null }))))
}

/// `PUT` and `POST /v1/client`: makes a client for a visitor who has none.
pub(super) async fn create(State(emulator): State<Emulator>, caller: Caller, Form(_): Form) -> Response {
    emulator.visit(&caller, |visit| {
        visit.ensure_client();
        visit.renew_cookie();
        Ok(Json(json!({ "response": visit.client_json(), "client": null })))
    })
}

/// `DELETE /v1/client`: ends every session, and forgets the client and its cookie. The answer
/// is the client as it ended; there is no client left to piggyback.
pub(super) async fn destroy(State(emulator): State<Emulator>, caller: Caller) -> Response {
    emulator.visit(&caller, |visit| {
        let client = visit.client().ok_or_else(ApiError::client_not_found)?;
        let sessions = client.session_ids.clone();
        visit.close_sessions(&sessions, Status::Removed);
        let response = visit.client_json();
        visit.forget_client();
        Ok(Json(json!({ "response": response, "client": null })))
    })
}

/// `POST /v1/client/verify`: a captcha that was solved; the client need not solve another. An
/// instance without captchas takes the word of a page that cannot show one.
pub(super) async fn verify(State(emulator): State<Emulator>, caller: Caller, Form(form): Form) -> Response {
    emulator.visit(&caller, |visit| {
        match form.filled("captcha_error")? {
            Some("captcha_unavailable") if !visit.settings.captcha_enabled => {}
            Some(_) => return Err(ApiError::captcha_invalid()),
            None if form.filled("captcha_token")?.is_none() => {
                return Err(ApiError::captcha_missing_token());
            }
            None => {}
        }
        visit.ensure_client();
        visit.change_client(|client| client.captcha_bypass = true);
        Ok(visit.wrapped(visit.client_json()))
    })
}

/// `GET /v1/client/touch`: a navigation, not a fetch. Gives the cookie its full life and sends
/// the browser on.
pub(super) async fn touch(
    State(emulator): State<Emulator>,
    caller: Caller,
    query: axum::Extension<Params>,
) -> Response {
    emulator.visit(&caller, |visit| {
        let target = redirect_target(&query)?;
        if visit.client().is_some() {
            visit.renew_cookie();
        }
        sent_on_to(StatusCode::TEMPORARY_REDIRECT, &target)
    })
}

/// `GET /v1/client/sync`: a navigation of a satellite, which is to have the client of its primary. Here all domains have
/// one client already, so the browser is sent back at once, and told so.
pub(super) async fn sync(
    State(emulator): State<Emulator>,
    caller: Caller,
    query: axum::Extension<Params>,
) -> Response {
    emulator.visit(&caller, |_| {
        let target = with_params(redirect_target(&query)?, &[(SYNCED, "true")]);
        sent_on_to(StatusCode::TEMPORARY_REDIRECT, &target)
    })
}

fn redirect_target(query: &Params) -> Result<Url, ApiError> {
    redirect_url(query.filled("redirect_url")?.ok_or_else(|| ApiError::missing_query("redirect_url"))?)
}

impl Visit<'_> {
    /// The answer of a request that took sessions off the client. Clerk's servers send the
    /// client twice, the published description has null in the second place.
    pub(super) fn client_after_removal(&self) -> Value {
        let client = self.client_json();
        let piggyback = match self.settings.remove_sessions_piggyback {
            true => client.clone(),
            false => Value::Null,
        };
        json!({ "response": client, "client": piggyback })
    }
}
