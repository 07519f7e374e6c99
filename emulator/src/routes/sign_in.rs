//! Sign-ins: by password, or by a code sent by e-mail.

use axum::Json;
use axum::extract::State;
use axum::response::Response;
use serde_json::Value;

use super::sign_in_account::parse_strategy;
use crate::error::ApiError;
use crate::http::caller::Caller;
use crate::http::form::Form;
use crate::http::params::Params;
use crate::http::segments::Segments;
use crate::http::visit::Visit;
use crate::model::message::Kind;
use crate::model::sign_in::{Account, SignIn, Status};
use crate::model::verification::{FirstFactor, Strategy, Verification};
use crate::state::Emulator;

/// What a new sign-in may say: the published parameters, and those that clerk-js adds.
const CREATE_PARAMS: [&str; 20] = [
    "strategy",
    "identifier",
    "password",
    "ticket",
    "redirect_url",
    "action_complete_redirect_url",
    "transfer",
    "code",
    "token",
    "oidc_login_hint",
    "oidc_prompt",
    "proof_token",
    "trusted_device_id",
    "locale",
    "timezone",
    "sign_up_if_missing",
    "captcha_token",
    "captcha_widget_type",
    "captcha_error",
    "enterprise_connection_id",
];

/// `POST /v1/client/sign_ins`: starts an attempt in place of the one before, and takes it as far
/// as the parameters go.
pub(super) async fn create(State(emulator): State<Emulator>, caller: Caller, Form(form): Form) -> Response {
    emulator.visit(&caller, |visit| {
        form.only(&CREATE_PARAMS)?;
        if form.flag("transfer")? {
            return Err(ApiError::account_transfer_invalid());
        }
        if form.flag("sign_up_if_missing")? {
            return Err(ApiError::not_implemented("The parameter sign_up_if_missing"));
        }
        visit.refuse_second_session()?;
        let strategy = requested_strategy(&form)?;
        let account = match (form.one("identifier")?, strategy) {
            (None, None) => None,
            _ => Some(visit.find_account(form.required("identifier")?)?),
        };
        match (strategy, account) {
            (Some(FirstFactor::Password), Some(account)) => {
                visit.sign_in_by_password(account, form.required("password")?)
            }
            (Some(FirstFactor::EmailCode), Some(account)) => visit.sign_in_by_code(account),
            (_, account) => {
                let id = visit.start_sign_in(account, None);
                visit.answer_with_sign_in(&id)
            }
        }
    })
}

/// `GET /v1/client/sign_ins/{id}`
pub(super) async fn read(
    State(emulator): State<Emulator>,
    caller: Caller,
    Segments(id): Segments<String>,
) -> Response {
    emulator.visit(&caller, |visit| {
        visit.own_sign_in(&id)?;
        visit.answer_with_sign_in(&id)
    })
}

/// `POST /v1/client/sign_ins/{id}/prepare_first_factor`
pub(super) async fn prepare_first_factor(
    State(emulator): State<Emulator>,
    caller: Caller,
    Segments(id): Segments<String>,
    Form(form): Form,
) -> Response {
    emulator.visit(&caller, |visit| {
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
pub(super) async fn attempt_first_factor(
    State(emulator): State<Emulator>,
    caller: Caller,
    Segments(id): Segments<String>,
    Form(form): Form,
) -> Response {
    emulator.visit(&caller, |visit| {
        let account = visit.account_to_verify(&id)?;
        let factor = parse_strategy(form.required("strategy")?)?;
        match factor {
            FirstFactor::Password => {
                visit.attempt_password(&id, &account, form.required("password")?)?;
            }
            FirstFactor::EmailCode => visit.attempt_sign_in_code(&id, form.required("code")?)?,
        }
        visit.complete_sign_in(&id, &account, factor)
    })
}

/// The strategy that the parameters ask for; a password asks for itself.
fn requested_strategy(form: &Params) -> Result<Option<FirstFactor>, ApiError> {
    match form.filled("strategy")? {
        Some(name) => parse_strategy(name).map(Some),
        None if form.filled("ticket")?.is_some() => parse_strategy("ticket").map(Some),
        None => Ok(form.filled("password")?.map(|_| FirstFactor::Password)),
    }
}

impl Visit<'_> {
    /// A wrong password leaves no attempt behind.
    fn sign_in_by_password(&mut self, account: Account, password: &str) -> Result<Json<Value>, ApiError> {
        self.check_password(&account.user_id, password)?;
        let proof = Verification::of_secret(Strategy::Password, true, 1);
        let id = self.start_sign_in(Some(account.clone()), Some(proof));
        self.complete_sign_in(&id, &account, FirstFactor::Password)
    }

    fn sign_in_by_code(&mut self, account: Account) -> Result<Json<Value>, ApiError> {
        let address = self.code_address(&account, None)?;
        let verification = self.send_code(Strategy::EmailCode, &address, Kind::SignInCode);
        let id = self.start_sign_in(Some(account), Some(verification));
        self.answer_with_sign_in(&id)
    }

    fn start_sign_in(&mut self, account: Option<Account>, proof: Option<Verification>) -> String {
        let client_id = self.ensure_client();
        let mut attempt = SignIn::start(self.random, &client_id, account, self.now);
        attempt.first_factor = proof;
        let id = attempt.id.clone();
        self.tables.sign_ins.insert(&id, attempt);
        self.change_client(|client| client.sign_in_id = Some(id.clone()));
        id
    }

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

    /// The account of a sign-in whose first factor may be verified now.
    fn account_to_verify(&self, id: &str) -> Result<Account, ApiError> {
        let attempt = self.own_sign_in(id)?;
        let current = self.client().and_then(|client| client.sign_in_id.as_deref());
        match (attempt.status_at(self.now), &attempt.account) {
            (Status::Complete, _) => Err(ApiError::verification_already_verified()),
            _ if current != Some(id) => Err(ApiError::older_attempt("sign ins")),
            (_, Some(account)) => Ok(account.clone()),
            (_, None) => {
                Err(ApiError::client_state_invalid("verification", "This sign in has no identifier yet."))
            }
        }
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

    fn complete_sign_in(
        &mut self,
        id: &str,
        account: &Account,
        factor: FirstFactor,
    ) -> Result<Json<Value>, ApiError> {
        self.refuse_second_session()?;
        let session_id = self.start_session(&account.user_id, Strategy::from(factor).as_str());
        self.change_sign_in(id, |attempt| attempt.created_session_id = Some(session_id));
        self.change_client(|client| client.sign_in_id = None);
        self.answer_with_sign_in(id)
    }

    fn change_sign_in(&mut self, id: &str, change: impl FnOnce(&mut SignIn)) {
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
