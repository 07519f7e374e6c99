//! The first factor of a sign-in: preparing it, and attempting it.

use axum::extract::State;
use axum::response::Response;

use crate::error::ApiError;
use crate::http::caller::Caller;
use crate::http::form::Form;
use crate::http::segments::Segments;
use crate::http::visit::Visit;
use crate::model::message::Kind;
use crate::model::sign_in::Account;
use crate::model::verification::{FirstFactor, Strategy, Verification};
use crate::routes::external::enterprise::asks_for_enterprise;
use crate::routes::external::requested_provider;
use crate::routes::strategy::parse_strategy;
use crate::routes::wallet::requested_wallet;
use crate::state::Emulator;

/// `POST /v1/client/sign_ins/{id}/prepare_first_factor`
pub(super) async fn prepare(
    State(emulator): State<Emulator>,
    caller: Caller,
    Segments(id): Segments<String>,
    Form(form): Form,
) -> Response {
    emulator.visit(&caller, |visit| {
        if let Some(strategy) = requested_provider(visit, &form)? {
            return visit.prepare_provider(&id, strategy, &form);
        }
        if asks_for_enterprise(&form)? {
            return visit.prepare_enterprise(&id, &form);
        }
        if let Some(wallet) = requested_wallet(visit, &form)? {
            return visit.prepare_wallet(&id, wallet, &form);
        }
        let account = visit.account_to_verify(&id)?;
        match parse_strategy(form.required("strategy")?)? {
            FirstFactor::EmailCode => {}
            FirstFactor::Password => {
                return Err(ApiError::param_value_invalid("strategy", "password"));
            }
        }
        let address = visit.code_address(&account, form.filled("email_address_id")?)?;
        let verification = visit.send_code(Strategy::EmailCode, &address, Kind::SignInCode);
        visit.change_sign_in(&id, |attempt| attempt.first_factor = Some(verification));
        visit.answer_with_sign_in(&id)
    })
}

/// `POST /v1/client/sign_ins/{id}/attempt_first_factor`
pub(super) async fn attempt(
    State(emulator): State<Emulator>,
    caller: Caller,
    Segments(id): Segments<String>,
    Form(form): Form,
) -> Response {
    emulator.visit(&caller, |visit| {
        if let Some(wallet) = requested_wallet(visit, &form)? {
            return visit.attempt_wallet(&id, wallet, &form);
        }
        let account = visit.account_to_verify(&id)?;
        let factor = parse_strategy(form.required("strategy")?)?;
        match factor {
            FirstFactor::Password => {
                visit.attempt_password(&id, &account, form.required("password")?)?;
            }
            FirstFactor::EmailCode => visit.attempt_sign_in_code(&id, form.required("code")?)?,
        }
        visit.first_factor_verified(&id)
    })
}

impl Visit<'_> {
    /// The account of a sign-in whose first factor may be verified now.
    fn account_to_verify(&self, id: &str) -> Result<Account, ApiError> {
        let attempt = self.open_sign_in(id)?;
        self.refuse_beside_enterprise(attempt)?;
        attempt.account.clone().ok_or_else(|| {
            ApiError::client_state_invalid("verification", "This sign in has no identifier yet.")
        })
    }

    fn attempt_password(&mut self, id: &str, account: &Account, password: &str) -> Result<(), ApiError> {
        let outcome = self.check_password(&account.user_id, password);
        let correct = outcome.is_ok();
        self.change_sign_in(id, |attempt| {
            let before = attempt.first_factor.as_ref();
            let attempts =
                before.filter(|proof| proof.strategy == Strategy::Password).map_or(0, |proof| proof.attempts);
            attempt.first_factor = Some(Verification::of_secret(Strategy::Password, correct, attempts + 1));
        });
        outcome.map_err(|error| error.with_client(self.client_json()))
    }

    fn attempt_sign_in_code(&mut self, id: &str, code: &str) -> Result<(), ApiError> {
        let (now, max_attempts) = (self.now, self.settings.max_code_attempts);
        let mut outcome = None;
        self.change_sign_in(id, |attempt| {
            outcome = attempt
                .first_factor
                .as_mut()
                .filter(|proof| proof.strategy == Strategy::EmailCode)
                .map(|proof| proof.attempt_code(code, max_attempts, now));
        });
        outcome.ok_or_else(ApiError::verification_missing)?.map_err(|refusal| self.code_refused(refusal))
    }
}
