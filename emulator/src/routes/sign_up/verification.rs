//! Verifying what a sign-up was filled with.

use axum::extract::State;
use axum::response::Response;

use crate::error::ApiError;
use crate::http::caller::Caller;
use crate::http::form::Form;
use crate::http::params::Params;
use crate::http::segments::Segments;
use crate::http::visit::Visit;
use crate::model::message::Kind;
use crate::model::verification::{FirstFactor, Strategy};
use crate::routes::strategy::parse_strategy;
use crate::routes::wallet::requested_wallet;
use crate::state::Emulator;

/// `POST /v1/client/sign_ups/{id}/prepare_verification`
pub(super) async fn prepare(
    State(emulator): State<Emulator>,
    caller: Caller,
    Segments(id): Segments<String>,
    Form(form): Form,
) -> Response {
    emulator.visit(&caller, |visit| {
        visit.open_sign_up(&id)?;
        if let Some(wallet) = requested_wallet(visit, &form)? {
            return visit.prepare_wallet_of_sign_up(&id, wallet);
        }
        require_email_code(&form)?;
        visit.send_sign_up_code(&id)?;
        visit.answer_with_sign_up(&id)
    })
}

/// `POST /v1/client/sign_ups/{id}/attempt_verification`
pub(super) async fn attempt(
    State(emulator): State<Emulator>,
    caller: Caller,
    Segments(id): Segments<String>,
    Form(form): Form,
) -> Response {
    emulator.visit(&caller, |visit| {
        visit.open_sign_up(&id)?;
        if let Some(wallet) = requested_wallet(visit, &form)? {
            return visit.attempt_wallet_of_sign_up(&id, wallet, &form);
        }
        require_email_code(&form)?;
        let code = form.required("code")?;
        let (now, max_attempts) = (visit.now, visit.settings.max_code_attempts);
        let mut outcome = None;
        visit.change_sign_up(&id, |attempt| {
            let proof = attempt.email_verification.as_mut();
            outcome = proof.map(|proof| proof.attempt_code(code, max_attempts, now));
        });
        outcome.ok_or_else(ApiError::verification_missing)?.map_err(|refusal| visit.code_refused(refusal))?;
        visit.proceed_with_sign_up(&id, None)
    })
}

/// Only an address can be verified.
fn require_email_code(form: &Params) -> Result<(), ApiError> {
    match parse_strategy(form.required("strategy")?)? {
        FirstFactor::EmailCode => Ok(()),
        FirstFactor::Password => Err(ApiError::param_value_invalid("strategy", "password")),
    }
}

impl Visit<'_> {
    pub(super) fn send_sign_up_code(&mut self, id: &str) -> Result<(), ApiError> {
        let attempt = self.own_sign_up(id)?;
        if attempt.email_is_verified() {
            return Err(ApiError::verification_already_verified());
        }
        let Some(address) = attempt.email_address.clone() else {
            let resolution = "This sign up has no email address yet.";
            return Err(ApiError::client_state_invalid("verification", resolution));
        };
        let verification = self.send_code(Strategy::EmailCode, &address, Kind::SignUpCode);
        self.change_sign_up(id, |attempt| attempt.email_verification = Some(verification));
        Ok(())
    }
}
