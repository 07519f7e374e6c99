//! Sign-ups: filled in one go or step by step, with the e-mail address verified by a code.

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
use crate::model::sign_up::{SignUp, Status};
use crate::model::user::{EmailAddress, EmailProof, User};
use crate::model::verification::{FirstFactor, Strategy};
use crate::random::Random;
use crate::state::Emulator;

/// `POST /v1/client/sign_ups`: starts an attempt in place of the one before.
pub(super) async fn create(State(emulator): State<Emulator>, caller: Caller, Form(form): Form) -> Response {
    emulator.visit(&caller, |visit| {
        if form.flag("transfer")? {
            return Err(ApiError::account_transfer_invalid());
        }
        visit.refuse_second_session()?;
        visit.check_captcha(&form)?;
        let strategy = requested_strategy(&form)?;
        let fields = visit.sign_up_fields(&form)?;
        let mut attempt = SignUp::start(visit.random, &visit.ensure_client(), visit.now);
        fields.fill(&mut attempt, visit.now);
        let id = attempt.id.clone();
        visit.tables.sign_ups.insert(&id, attempt);
        visit.change_client(|client| client.sign_up_id = Some(id.clone()));
        visit.proceed_with_sign_up(&id, strategy)
    })
}

/// `GET /v1/client/sign_ups/{id}`
pub(super) async fn read(
    State(emulator): State<Emulator>,
    caller: Caller,
    Segments(id): Segments<String>,
) -> Response {
    emulator.visit(&caller, |visit| {
        visit.own_sign_up(&id)?;
        visit.answer_with_sign_up(&id)
    })
}

/// `PATCH /v1/client/sign_ups/{id}`
pub(super) async fn update(
    State(emulator): State<Emulator>,
    caller: Caller,
    Segments(id): Segments<String>,
    Form(form): Form,
) -> Response {
    emulator.visit(&caller, |visit| {
        visit.open_sign_up(&id)?;
        let strategy = requested_strategy(&form)?;
        let fields = visit.sign_up_fields(&form)?;
        let now = visit.now;
        visit.change_sign_up(&id, |attempt| fields.fill(attempt, now));
        visit.proceed_with_sign_up(&id, strategy)
    })
}

/// `POST /v1/client/sign_ups/{id}/prepare_verification`
pub(super) async fn prepare_verification(
    State(emulator): State<Emulator>,
    caller: Caller,
    Segments(id): Segments<String>,
    Form(form): Form,
) -> Response {
    emulator.visit(&caller, |visit| {
        visit.open_sign_up(&id)?;
        require_email_code(&form)?;
        visit.send_sign_up_code(&id)?;
        visit.answer_with_sign_up(&id)
    })
}

/// `POST /v1/client/sign_ups/{id}/attempt_verification`
pub(super) async fn attempt_verification(
    State(emulator): State<Emulator>,
    caller: Caller,
    Segments(id): Segments<String>,
    Form(form): Form,
) -> Response {
    emulator.visit(&caller, |visit| {
        visit.open_sign_up(&id)?;
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

/// The strategy that the parameters ask for. clerk-js names `password` when it sends one.
fn requested_strategy(form: &Params) -> Result<Option<FirstFactor>, ApiError> {
    match form.filled("strategy")? {
        Some(name) => parse_strategy(name).map(Some),
        None if form.filled("ticket")?.is_some() => parse_strategy("ticket").map(Some),
        None => Ok(None),
    }
}

/// Only an address can be verified.
fn require_email_code(form: &Params) -> Result<(), ApiError> {
    match parse_strategy(form.required("strategy")?)? {
        FirstFactor::EmailCode => Ok(()),
        FirstFactor::Password => Err(ApiError::param_value_invalid("strategy", "password")),
    }
}

impl Visit<'_> {
    fn check_captcha(&self, form: &Params) -> Result<(), ApiError> {
        let bypass = match self.client() {
            Some(client) => client.captcha_bypass,
            None => self.settings.captcha_bypass,
        };
        if !self.settings.captcha_enabled || bypass {
            return Ok(());
        }
        if form.filled("captcha_error")?.is_some() {
            return Err(ApiError::captcha_invalid());
        }
        match form.filled("captcha_token")? {
            Some(_) => Ok(()),
            None => Err(ApiError::captcha_missing_token()),
        }
    }

    /// A sign-up of the caller's client. Another client's does not exist for the caller.
    fn own_sign_up(&self, id: &str) -> Result<&SignUp, ApiError> {
        let client = self.require_client()?;
        self.tables
            .sign_ups
            .get(id)
            .filter(|attempt| attempt.client_id == client.id)
            .ok_or_else(|| ApiError::sign_up_not_found(id))
    }

    /// Checks that the attempt may still be changed.
    fn open_sign_up(&self, id: &str) -> Result<(), ApiError> {
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

    /// Sends the code that was asked for, and completes the attempt when nothing is left to do.
    fn proceed_with_sign_up(
        &mut self,
        id: &str,
        strategy: Option<FirstFactor>,
    ) -> Result<Json<Value>, ApiError> {
        if strategy == Some(FirstFactor::EmailCode) {
            self.send_sign_up_code(id)?;
        }
        let ready = self.own_sign_up(id)?.is_ready(&self.settings);
        if ready {
            self.complete_sign_up(id)?;
        }
        self.answer_with_sign_up(id)
    }

    fn send_sign_up_code(&mut self, id: &str) -> Result<(), ApiError> {
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

    /// Makes the user and signs it in.
    fn complete_sign_up(&mut self, id: &str) -> Result<(), ApiError> {
        self.refuse_second_session()?;
        let attempt = self.own_sign_up(id)?;
        let names = [&attempt.email_address, &attempt.username];
        let claimed = names.into_iter().flatten().any(|name| self.tables.user_named(name).is_some());
        if claimed {
            return Err(ApiError::identification_claimed());
        }
        let strategy = match (attempt.email_is_verified(), &attempt.password_hash) {
            (true, _) => "email_code",
            (false, Some(_)) => "password",
            (false, None) => "email_address",
        };
        let user = new_user(self.random, attempt, self.now);
        let user_id = user.id.clone();
        self.tables.users.insert(&user_id, user);
        let session_id = self.start_session(&user_id, strategy);
        self.change_sign_up(id, |attempt| {
            attempt.created_user_id = Some(user_id);
            attempt.created_session_id = Some(session_id);
        });
        self.change_client(|client| client.sign_up_id = None);
        Ok(())
    }

    fn change_sign_up(&mut self, id: &str, change: impl FnOnce(&mut SignUp)) {
        if let Some(attempt) = self.tables.sign_ups.get_mut(id) {
            change(attempt);
        }
        self.date_client();
    }

    fn answer_with_sign_up(&self, id: &str) -> Result<Json<Value>, ApiError> {
        let attempt = self.tables.sign_ups.get(id);
        let attempt = attempt.ok_or_else(|| ApiError::sign_up_not_found(id))?;
        Ok(self.wrapped(self.sign_up_json(attempt)))
    }
}

fn new_user(random: &Random, attempt: &SignUp, now: i64) -> User {
    let proof = match &attempt.email_verification {
        Some(verification) if verification.is_verified() => EmailProof::Code {
            attempts: verification.attempts,
            expire_at: verification.expire_at.unwrap_or(now),
        },
        _ => EmailProof::None,
    };
    let emails = attempt.email_address.clone().into_iter();
    User {
        username: attempt.username.clone(),
        first_name: attempt.first_name.clone(),
        last_name: attempt.last_name.clone(),
        email_addresses: emails
            .map(|address| EmailAddress::new(random, address, proof.clone(), now))
            .collect(),
        password_hash: attempt.password_hash.clone(),
        unsafe_metadata: attempt.unsafe_metadata.clone(),
        legal_accepted_at: attempt.legal_accepted_at,
        ..User::new(random, now)
    }
}
