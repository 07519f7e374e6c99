//! `/v1/oauth_callback`: a provider sends the browser back.

use axum::Json;
use axum::extract::State;
use axum::http::header::{ACCEPT, LOCATION};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{Html, IntoResponse, Response};
use serde_json::json;
use url::Url;
use url::form_urlencoded::Serializer;

use crate::error::ApiError;
use crate::http::caller::{Caller, Instance};
use crate::http::form::Form;
use crate::http::params::Params;
use crate::http::visit::Visit;
use crate::model::external::{Journey, Vouch};
use crate::model::verification::{Status, Verification};
use crate::state::{AttemptId, Emulator};

/// The page of an account portal that tells the one which has opened it what became of the attempt.
const POPUP_PAGE: &str = "/popup-callback";

/// Whom a provider vouches for, or that it does not.
type Said = Result<Vouch, ApiError>;

/// `POST`: some providers send a form; it is the same with a query.
pub(super) async fn post(caller: Caller, headers: HeaderMap, Form(form): Form) -> Result<Response, ApiError> {
    let query: String = Serializer::new(String::new()).extend_pairs(form.pairs()).finish();
    sent_on(&format!("{}/v1/oauth_callback?{query}", caller.base_url), &headers)
}

/// `GET`: settles the attempt by what the provider says, and sends the browser on.
pub(super) async fn read(
    State(emulator): State<Emulator>,
    mut caller: Caller,
    headers: HeaderMap,
    query: axum::Extension<Params>,
) -> Response {
    let attempt = match attempt_of(&emulator, &mut caller, &query) {
        Ok(attempt) => attempt,
        Err(error) => return error.into_response(),
    };
    emulator.visit(&caller, |visit| {
        let target = visit.come_back(&attempt, &query)?;
        sent_on(&target, &headers)
    })
}

/// The attempt that a browser comes back to. One of a development instance has no cookie: it is known by the state.
fn attempt_of(emulator: &Emulator, caller: &mut Caller, query: &Params) -> Result<AttemptId, ApiError> {
    let state = query.filled("state")?.ok_or_else(|| ApiError::missing_query("state"))?;
    let locked = emulator.lock();
    let attempt =
        locked.tables.attempt_on_journey(state).ok_or_else(|| ApiError::invalid_query("state", state))?;
    let client = locked.tables.client_of(&attempt);
    if let Some(dev_browser) = client.and_then(|client| client.dev_browser.clone()) {
        caller.instance = Instance::Development { dev_browser };
    }
    Ok(attempt)
}

/// The browser, or a script that says that it wants JSON, learns where to go on. A popup is sent on by a page: the next
/// one may stand in for an account portal, which a test can put into a browser's way, but not behind a redirect.
pub(crate) fn sent_on(target: &str, headers: &HeaderMap) -> Result<Response, ApiError> {
    let location = HeaderValue::from_str(target).map_err(|_| ApiError::redirect_url_invalid())?;
    let accepts = headers.get(ACCEPT).and_then(|accept| accept.to_str().ok()).unwrap_or_default();
    if accepts.contains("application/json") {
        return Ok(Json(json!({ "redirect_url": target })).into_response());
    }
    if Url::parse(target).is_ok_and(|url| url.path() == POPUP_PAGE) {
        let page = include_str!("../../control/onward.html").replace("{target}", &escaped(target));
        return Ok(Html(page).into_response());
    }
    Ok((StatusCode::SEE_OTHER, [(LOCATION, location)]).into_response())
}

/// Text for HTML, in attributes too.
pub(crate) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\'', "&#39;")
}

impl Visit<'_> {
    /// Settles an attempt, and returns where the browser goes on.
    fn come_back(&mut self, attempt: &AttemptId, query: &Params) -> Result<String, ApiError> {
        let client_id = self.tables.client_of(attempt).map(|client| &client.id);
        if self.client().map(|client| &client.id) != client_id {
            return Err(ApiError::callback_of_another_browser());
        }
        self.check_is_open(attempt)?;
        let proof = self.tables.proof_on_journey(attempt).ok_or_else(ApiError::verification_missing)?;
        let journey = proof.journey().cloned().ok_or_else(ApiError::verification_missing)?;
        if let Some(said) = self.outcome(proof, query)? {
            self.settle(attempt, said);
        }
        self.way_on(&journey, attempt)
    }

    fn check_is_open(&self, attempt: &AttemptId) -> Result<(), ApiError> {
        match attempt {
            AttemptId::SignIn(id) => self.sign_in_at_hand(id).map(|_| ()),
            AttemptId::SignUp(id) => self.open_sign_up(id),
        }
    }

    /// What the provider says; nothing when it was asked too long ago, which the attempt shows by itself.
    fn outcome(&self, proof: &Verification, query: &Params) -> Result<Option<Said>, ApiError> {
        match proof.status_at(self.now) {
            Status::Expired => return Ok(None),
            Status::Unverified => {}
            Status::Verified | Status::Transferable | Status::Failed => {
                return Err(ApiError::verification_already_verified());
            }
        }
        let journey = proof.journey().ok_or_else(ApiError::verification_missing)?;
        if query.filled("error")?.is_some() {
            let denied = ApiError::oauth_access_denied(&provider_name(&journey.strategy));
            return Ok(Some(Err(denied)));
        }
        let code = query.filled("code")?.ok_or_else(|| ApiError::missing_query("code"))?;
        let grant = journey.grant.as_ref().filter(|grant| grant.code == code);
        let grant = grant.ok_or_else(|| ApiError::invalid_query("code", code))?;
        Ok(Some(self.checked(journey.vouch(grant.profile.clone()))))
    }

    fn settle(&mut self, attempt: &AttemptId, said: Said) {
        let (vouch, outcome) = match said {
            Err(denied) => (None, Err(denied)),
            Ok(vouch) => {
                let outcome = match attempt {
                    AttemptId::SignIn(id) => self.sign_in_vouched(id, &vouch),
                    AttemptId::SignUp(id) => self.sign_up_vouched(id, &vouch),
                };
                (Some(vouch), outcome)
            }
        };
        let Err(refusal) = outcome else { return };
        match attempt {
            AttemptId::SignIn(id) => self.change_sign_in(id, |attempt| {
                if let Some(proof) = &mut attempt.first_factor {
                    proof.arrive(vouch, Some(&refusal));
                }
            }),
            AttemptId::SignUp(id) => self.change_sign_up(id, |attempt| {
                if let Some(proof) = &mut attempt.external_account {
                    proof.arrive(vouch, Some(&refusal));
                }
            }),
        }
    }

    fn created_session(&self, attempt: &AttemptId) -> Option<&str> {
        match attempt {
            AttemptId::SignIn(id) => self.tables.sign_ins.get(id)?.created_session_id.as_deref(),
            AttemptId::SignUp(id) => self.tables.sign_ups.get(id)?.created_session_id.as_deref(),
        }
    }

    /// The page of a popup is told of the session: it has no client of its own to ask.
    fn way_on(&self, journey: &Journey, attempt: &AttemptId) -> Result<String, ApiError> {
        let session_id = self.created_session(attempt);
        let target = journey.way_on(session_id.is_some());
        let mut url = Url::parse(target).map_err(|_| ApiError::redirect_url_invalid())?;
        if let Some(session_id) = session_id.filter(|_| url.path() == POPUP_PAGE) {
            url.query_pairs_mut().append_pair("__clerk_created_session", session_id);
        }
        Ok(url.into())
    }
}

/// What people call a provider.
pub(crate) fn provider_name(strategy: &str) -> String {
    let name = strategy.strip_prefix("oauth_").unwrap_or(strategy).replace('_', " ");
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
