//! Sign-ups: filled in one go or step by step, with the e-mail address and the phone number verified.

mod completion;
mod create;
mod enterprise;
mod external;
pub(super) mod fields;
mod newcomer;
mod ticket;
mod verification;
mod wallet;

use axum::extract::State;
use axum::response::Response;
use axum::routing::{get, patch, post};
use axum::{Json, Router};
use serde_json::Value;

use super::external::requested_voucher;
use super::strategy::{parse_strategy, unfit};
use crate::error::ApiError;
use crate::http::caller::Caller;
use crate::http::form::Form;
use crate::http::params::Params;
use crate::http::segments::Segments;
use crate::http::visit::Visit;
use crate::model::sign_up::{SignUp, Status};
use crate::model::verification::Strategy;
use crate::state::Emulator;

/// The routes of sign-ups.
pub(super) fn routes() -> Router<Emulator> {
    Router::new()
        .route("/client/sign_ups", post(create::create))
        .route("/client/sign_ups/{id}", get(read).patch(update))
        .route("/client/sign_ups/{id}/protect_check", patch(super::protect::sign_up))
        .route("/client/sign_ups/{id}/enterprise_connections", get(enterprise::connections))
        .route("/client/sign_ups/{id}/prepare_verification", post(verification::prepare))
        .route("/client/sign_ups/{id}/attempt_verification", post(verification::attempt))
}

/// `GET /v1/client/sign_ups/{id}`
async fn read(State(emulator): State<Emulator>, caller: Caller, Segments(id): Segments<String>) -> Response {
    emulator.visit(&caller, |visit| {
        visit.own_sign_up(&id)?;
        visit.answer_with_sign_up(&id)
    })
}

/// `PATCH /v1/client/sign_ups/{id}`
async fn update(
    State(emulator): State<Emulator>,
    caller: Caller,
    Segments(id): Segments<String>,
    Form(form): Form,
) -> Response {
    emulator.visit(&caller, |visit| {
        visit.open_sign_up(&id)?;
        let provider = requested_voucher(visit, &form)?;
        let strategy = if provider.is_some() { None } else { requested_strategy(&form)? };
        let fields = visit.sign_up_fields(&form)?;
        let invitation = visit.invitation(strategy, &form)?;
        let now = visit.now;
        visit.change_sign_up(&id, |attempt| {
            fields.fill(attempt, now);
            invitation.iter().for_each(|invitation| attempt.accept(invitation));
        });
        if let Some(provider) = provider {
            let journey = visit.journey_of_sign_up(visit.own_sign_up(&id)?, provider, &form)?;
            visit.change_sign_up(&id, |attempt| attempt.external_account = Some(journey));
        }
        visit.prove_and_proceed(&id, strategy, &form)
    })
}

/// The strategy that the parameters ask for. clerk-js names `password` when it sends one.
fn requested_strategy(form: &Params) -> Result<Option<Strategy>, ApiError> {
    match form.filled("strategy")? {
        Some(name) => parse_strategy(name).map(Some),
        None => Ok(form.filled("ticket")?.map(|_| Strategy::Ticket)),
    }
}

impl Visit<'_> {
    /// A sign-up of the caller's client. Another client's does not exist for the caller.
    pub(super) fn own_sign_up(&self, id: &str) -> Result<&SignUp, ApiError> {
        let client = self.require_client()?;
        self.tables
            .sign_ups
            .get(id)
            .filter(|attempt| attempt.client_id == client.id)
            .ok_or_else(|| ApiError::sign_up_not_found(id))
    }

    /// Checks that the attempt may still be changed.
    pub(super) fn open_sign_up(&self, id: &str) -> Result<(), ApiError> {
        let attempt = self.own_sign_up(id)?;
        let current = self.client().and_then(|client| client.sign_up_id.as_deref());
        match attempt.status_at(self.now) {
            Status::Complete => Err(ApiError::verification_already_verified()),
            Status::Abandoned => {
                Err(ApiError::client_state_invalid("sign up", "This sign up was abandoned."))
            }
            Status::MissingRequirements if current != Some(id) => Err(ApiError::older_attempt("sign ups")),
            Status::MissingRequirements => Ok(()),
        }
    }

    /// Refuses a strategy by which nobody signs up here.
    fn check_sign_up_strategy(&self, strategy: Strategy) -> Result<(), ApiError> {
        match strategy {
            Strategy::Password | Strategy::EmailCode | Strategy::Ticket => Ok(()),
            Strategy::PhoneCode if self.settings.has_phone_numbers() => Ok(()),
            Strategy::EmailLink if self.settings.email_link => Ok(()),
            other => Err(unfit(other)),
        }
    }

    /// Sends the code that was asked for, and goes on.
    fn prove_and_proceed(
        &mut self,
        id: &str,
        strategy: Option<Strategy>,
        form: &Params,
    ) -> Result<Json<Value>, ApiError> {
        match strategy {
            None | Some(Strategy::Password | Strategy::Ticket) => {}
            Some(strategy) => self.send_sign_up_proof(id, strategy, form)?,
        }
        self.proceed_with_sign_up(id)
    }

    /// Completes the attempt when nothing is left to do.
    pub(super) fn proceed_with_sign_up(&mut self, id: &str) -> Result<Json<Value>, ApiError> {
        self.complete_sign_up_if_ready(id)?;
        self.answer_with_sign_up(id)
    }

    pub(super) fn complete_sign_up_if_ready(&mut self, id: &str) -> Result<(), ApiError> {
        let ready = self.own_sign_up(id)?.is_ready(&self.settings);
        if ready { self.complete_sign_up(id) } else { Ok(()) }
    }

    pub(super) fn change_sign_up(&mut self, id: &str, change: impl FnOnce(&mut SignUp)) {
        if let Some(attempt) = self.tables.sign_ups.get_mut(id) {
            change(attempt);
        }
        self.date_client();
    }

    pub(super) fn answer_with_sign_up(&self, id: &str) -> Result<Json<Value>, ApiError> {
        let attempt = self.tables.sign_ups.get(id);
        let attempt = attempt.ok_or_else(|| ApiError::sign_up_not_found(id))?;
        Ok(self.wrapped(self.sign_up_json(attempt)))
    }
}
