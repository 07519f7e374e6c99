//! Reverification: somebody who is signed in proves again who they are.

use axum::Json;
use axum::extract::State;
use axum::response::Response;
use serde_json::Value;

use super::strategy::{parse_second_strategy, parse_strategy};
use crate::error::ApiError;
use crate::http::caller::Caller;
use crate::http::form::Form;
use crate::http::segments::Segments;
use crate::http::visit::Visit;
use crate::model::message::Kind;
use crate::model::reverification::{Factor, Level, Reverification, Status};
use crate::model::session::Session;
use crate::model::sign_in::Account;
use crate::model::user::User;
use crate::model::verification::{FirstFactor, SecondFactor, Strategy, Verification};
use crate::state::Emulator;

/// `POST /v1/client/sessions/{id}/verify`: starts one in place of the one before. Whoever has no
/// second factor is asked for the first.
pub(super) async fn start(
    State(emulator): State<Emulator>,
    caller: Caller,
    Segments(id): Segments<String>,
    Form(form): Form,
) -> Response {
    emulator.visit(&caller, |visit| {
        let (_, user) = visit.active_session(&id)?;
        let has_second_factor = user.has_second_factor();
        form.only(&["level"])?;
        let wanted = form.required("level")?;
        let level = Level::parse(wanted).ok_or_else(|| ApiError::param_value_invalid("level", wanted))?;
        let level = if has_second_factor { level } else { Level::First };
        visit.change_session(&id, |session| session.reverification = Some(Reverification::start(level)));
        visit.answer_with_reverification(&id)
    })
}

/// `POST /v1/client/sessions/{id}/verify/prepare_first_factor`: sends a code.
pub(super) async fn prepare_first_factor(
    State(emulator): State<Emulator>,
    caller: Caller,
    Segments(id): Segments<String>,
    Form(form): Form,
) -> Response {
    emulator.visit(&caller, |visit| {
        let user = visit.user_to_reverify(&id, Factor::First)?;
        let strategy = form.required("strategy")?;
        if strategy == Strategy::Passkey.as_str() {
            return visit.challenge_passkey(&id, &user);
        }
        match parse_strategy(strategy)? {
            FirstFactor::EmailCode => {}
            FirstFactor::Password => return Err(ApiError::param_value_invalid("strategy", "password")),
        }
        let account = Account { user_id: user.id.clone(), identifier: user.identifier().to_owned() };
        let address = visit.code_address(&account, form.filled("email_address_id")?)?;
        let proof = visit.send_code(Strategy::EmailCode, &address, Kind::Reverification);
        visit.change_proof(&id, Factor::First, |current| *current = Some(proof));
        visit.answer_with_reverification(&id)
    })
}

/// `POST /v1/client/sessions/{id}/verify/attempt_first_factor`
pub(super) async fn attempt_first_factor(
    State(emulator): State<Emulator>,
    caller: Caller,
    Segments(id): Segments<String>,
    Form(form): Form,
) -> Response {
    emulator.visit(&caller, |visit| {
        let user = visit.user_to_reverify(&id, Factor::First)?;
        let strategy = form.required("strategy")?;
        if strategy == Strategy::Passkey.as_str() {
            visit.attempt_passkey(&id, &user, form.required("public_key_credential")?)?;
            return visit.factor_verified(&id, Factor::First);
        }
        match parse_strategy(strategy)? {
            FirstFactor::EmailCode => {
                visit.attempt_code(&id, Factor::First, Strategy::EmailCode, form.required("code")?)?;
            }
            FirstFactor::Password => {
                let outcome = visit.check_password(&user.id, form.required("password")?);
                visit.attempt_secret(&id, Factor::First, Strategy::Password, outcome)?;
            }
        }
        visit.factor_verified(&id, Factor::First)
    })
}

/// `POST /v1/client/sessions/{id}/verify/prepare_second_factor`: sends a code to the phone.
pub(super) async fn prepare_second_factor(
    State(emulator): State<Emulator>,
    caller: Caller,
    Segments(id): Segments<String>,
    Form(form): Form,
) -> Response {
    emulator.visit(&caller, |visit| {
        let user = visit.user_to_reverify(&id, Factor::Second)?;
        match form.filled("strategy")?.map(parse_second_strategy).transpose()? {
            None | Some(SecondFactor::PhoneCode) => {}
            Some(SecondFactor::BackupCode) => {
                return Err(ApiError::param_value_invalid("strategy", "backup_code"));
            }
        }
        let phone = user.phone_number.ok_or_else(ApiError::strategy_for_user_invalid)?;
        if form.filled("phone_number_id")?.is_some_and(|wanted| wanted != phone.id) {
            return Err(ApiError::related_resource_missing("phone_number_id"));
        }
        let proof = visit.send_code(Strategy::PhoneCode, &phone.number, Kind::Reverification);
        visit.change_proof(&id, Factor::Second, |current| *current = Some(proof));
        visit.answer_with_reverification(&id)
    })
}

/// `POST /v1/client/sessions/{id}/verify/attempt_second_factor`
pub(super) async fn attempt_second_factor(
    State(emulator): State<Emulator>,
    caller: Caller,
    Segments(id): Segments<String>,
    Form(form): Form,
) -> Response {
    emulator.visit(&caller, |visit| {
        let user = visit.user_to_reverify(&id, Factor::Second)?;
        let factor = parse_second_strategy(form.required("strategy")?)?;
        let code = form.required("code")?;
        match factor {
            SecondFactor::PhoneCode => visit.attempt_code(&id, Factor::Second, Strategy::PhoneCode, code)?,
            SecondFactor::BackupCode => {
                let outcome = visit.use_backup_code(&user, code);
                visit.attempt_secret(&id, Factor::Second, Strategy::BackupCode, outcome)?;
            }
        }
        visit.factor_verified(&id, Factor::Second)
    })
}

impl Visit<'_> {
    /// The user of a session whose reverification asks for this factor now.
    fn user_to_reverify(&self, id: &str, factor: Factor) -> Result<User, ApiError> {
        let (session, user) = self.active_session(id)?;
        let reverification = session.reverification.as_ref().ok_or_else(ApiError::reverification_missing)?;
        match reverification.status() {
            Status::Needs(needed) if needed == factor => Ok(user.clone()),
            Status::Needs(Factor::First) => Err(ApiError::factor_not_due("first")),
            Status::Needs(Factor::Second) => Err(ApiError::factor_not_due("second")),
            Status::Complete => Err(ApiError::verification_already_verified()),
        }
    }

    fn use_backup_code(&mut self, user: &User, code: &str) -> Result<(), ApiError> {
        if user.backup_codes.is_empty() {
            return Err(ApiError::strategy_for_user_invalid());
        }
        let stored = self.tables.users.get_mut(&user.id);
        let is_right = stored.is_some_and(|user| user.use_backup_code(code));
        if is_right { Ok(()) } else { Err(ApiError::code_incorrect()) }
    }

    /// Remembers that a secret was tried, and how that went.
    fn attempt_secret(
        &mut self,
        id: &str,
        factor: Factor,
        strategy: Strategy,
        outcome: Result<(), ApiError>,
    ) -> Result<(), ApiError> {
        let is_right = outcome.is_ok();
        self.change_proof(id, factor, |current| {
            let before = current.as_ref().filter(|proof| proof.strategy == strategy);
            let attempts = before.map_or(0, |proof| proof.attempts);
            *current = Some(Verification::of_secret(strategy, is_right, attempts + 1));
        });
        outcome.map_err(|error| error.with_client(self.client_json()))
    }

    fn attempt_code(
        &mut self,
        id: &str,
        factor: Factor,
        strategy: Strategy,
        code: &str,
    ) -> Result<(), ApiError> {
        let (now, max_attempts) = (self.now, self.settings.max_code_attempts);
        let mut outcome = None;
        self.change_proof(id, factor, |current| {
            let sent = current.as_mut().filter(|proof| proof.strategy == strategy);
            outcome = sent.map(|proof| proof.attempt_code(code, max_attempts, now));
        });
        outcome.ok_or_else(ApiError::verification_missing)?.map_err(|refusal| self.code_refused(refusal))
    }

    /// Sets the factor's age back to nothing, in the tokens of this answer too.
    fn factor_verified(&mut self, id: &str, factor: Factor) -> Result<Json<Value>, ApiError> {
        let now = self.now;
        self.change_session(id, |session| session.verified(factor, now));
        self.answer_with_reverification(id)
    }

    pub(super) fn change_proof(
        &mut self,
        id: &str,
        factor: Factor,
        change: impl FnOnce(&mut Option<Verification>),
    ) {
        self.change_session(id, |session| {
            if let Some(reverification) = &mut session.reverification {
                change(reverification.proof_mut(factor));
            }
        });
    }

    fn change_session(&mut self, id: &str, change: impl FnOnce(&mut Session)) {
        if let Some(session) = self.tables.sessions.get_mut(id) {
            change(session);
        }
        self.date_client();
    }

    pub(super) fn answer_with_reverification(&self, id: &str) -> Result<Json<Value>, ApiError> {
        let session = self.tables.sessions.get(id);
        let session = session.ok_or_else(|| ApiError::session_not_found(id))?;
        let reverification = session.reverification.as_ref().ok_or_else(ApiError::reverification_missing)?;
        Ok(self.wrapped(self.reverification_json(session, reverification)))
    }
}
