//! Sign-ins: by password, or by a code sent by e-mail.

mod account;
mod create;
mod enterprise;
mod external;
mod first_factor;
mod wallet;

use axum::extract::State;
use axum::response::Response;
use axum::routing::{get, post};
use axum::{Json, Router};
use serde_json::Value;

use crate::error::ApiError;
use crate::http::caller::Caller;
use crate::http::segments::Segments;
use crate::http::visit::Visit;
use crate::model::sign_in::{SignIn, Status};
use crate::state::Emulator;

/// The routes of sign-ins.
pub(super) fn routes() -> Router<Emulator> {
    Router::new()
        .route("/client/sign_ins", post(create::create))
        .route("/client/sign_ins/{id}", get(read))
        .route("/client/sign_ins/{id}/prepare_first_factor", post(first_factor::prepare))
        .route("/client/sign_ins/{id}/attempt_first_factor", post(first_factor::attempt))
}

/// `GET /v1/client/sign_ins/{id}`
async fn read(State(emulator): State<Emulator>, caller: Caller, Segments(id): Segments<String>) -> Response {
    emulator.visit(&caller, |visit| {
        visit.own_sign_in(&id)?;
        visit.answer_with_sign_in(&id)
    })
}

impl Visit<'_> {
    /// A sign-in of the caller's client. Another client's does not exist for the caller.
    fn own_sign_in(&self, id: &str) -> Result<&SignIn, ApiError> {
        let client = self.require_client()?;
        self.tables
            .sign_ins
            .get(id)
            .filter(|attempt| attempt.client_id == client.id)
            .filter(|attempt| attempt.status_at(self.now) != Status::Abandoned)
            .ok_or_else(|| ApiError::sign_in_not_found(id))
    }

    /// Checks that the attempt is the one that the client is at.
    pub(super) fn open_sign_in(&self, id: &str) -> Result<&SignIn, ApiError> {
        let attempt = self.own_sign_in(id)?;
        let current = self.client().and_then(|client| client.sign_in_id.as_deref());
        match attempt.status_at(self.now) {
            Status::Complete => Err(ApiError::verification_already_verified()),
            _ if current != Some(id) => Err(ApiError::older_attempt("sign ins")),
            _ => Ok(attempt),
        }
    }

    fn first_factor_verified(&mut self, id: &str) -> Result<Json<Value>, ApiError> {
        self.complete_sign_in(id)
    }

    fn complete_sign_in(&mut self, id: &str) -> Result<Json<Value>, ApiError> {
        self.refuse_second_session()?;
        let attempt = self.own_sign_in(id)?;
        let (Some(account), Some(proof)) = (&attempt.account, &attempt.first_factor) else {
            return Err(ApiError::verification_missing());
        };
        let (user_id, strategy) = (account.user_id.clone(), proof.strategy_name().to_owned());
        let session_id = self.start_session(&user_id, &strategy);
        self.change_sign_in(id, |attempt| attempt.created_session_id = Some(session_id));
        self.change_client(|client| client.sign_in_id = None);
        self.answer_with_sign_in(id)
    }

    pub(super) fn change_sign_in(&mut self, id: &str, change: impl FnOnce(&mut SignIn)) {
        if let Some(attempt) = self.tables.sign_ins.get_mut(id) {
            change(attempt);
        }
        self.date_client();
    }

    fn answer_with_sign_in(&self, id: &str) -> Result<Json<Value>, ApiError> {
        let attempt = self.tables.sign_ins.get(id);
        let attempt = attempt.ok_or_else(|| ApiError::sign_in_not_found(id))?;
        Ok(self.wrapped(self.sign_in_json(attempt)))
    }
}
