//! Reverification: somebody who is signed in proves again who they are.

use axum::Json;
use axum::extract::State;
use axum::response::Response;
use serde_json::Value;

use super::proof::Place;
use super::strategy::{parse_strategy, unfit};
use crate::error::ApiError;
use crate::http::caller::Caller;
use crate::http::form::Form;
use crate::http::segments::Segments;
use crate::http::visit::Visit;
use crate::model::reverification::{Level, Reverification, Status};
use crate::model::session::Session;
use crate::model::sign_in::Account;
use crate::model::user::User;
use crate::model::verification::{Factor, Strategy};
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

/// `POST /v1/client/sessions/{id}/verify/prepare_first_factor`: sends a code, or asks for a passkey.
pub(super) async fn prepare_first_factor(
    State(emulator): State<Emulator>,
    caller: Caller,
    Segments(id): Segments<String>,
    Form(form): Form,
) -> Response {
    emulator.visit(&caller, |visit| {
        let user = visit.user_to_reverify(&id, Factor::First)?;
        let place = Place::Session(id.clone(), Factor::First);
        match parse_strategy(form.required("strategy")?)? {
            Strategy::Passkey => {
                let proof = visit.challenge_of(&user.id)?;
                visit.begin_proof(&place, proof);
            }
            strategy @ (Strategy::EmailCode | Strategy::PhoneCode) => {
                let dispatch = visit.dispatch_to(&account_of(&user), strategy, Factor::First, &form)?;
                visit.dispatch(&place, &dispatch)?;
            }
            other => return Err(unfit(other)),
        }
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
        let place = Place::Session(id.clone(), Factor::First);
        match parse_strategy(form.required("strategy")?)? {
            Strategy::Passkey => {
                let credential = form.required("public_key_credential")?;
                visit.attempt_passkey(&place, Some(&user.id), credential)?;
            }
            strategy @ (Strategy::EmailCode | Strategy::PhoneCode) => {
                visit.attempt_code(&place, strategy, form.required("code")?)?;
            }
            Strategy::Password => {
                let outcome = visit.check_password(&user.id, form.required("password")?);
                visit.attempt_secret(&place, Strategy::Password, outcome)?;
            }
            other => return Err(unfit(other)),
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
        match form.filled("strategy")?.map(parse_strategy).transpose()? {
            None | Some(Strategy::PhoneCode) => {}
            Some(other) => return Err(unfit(other)),
        }
        let account = account_of(&user);
        let dispatch = visit.dispatch_to(&account, Strategy::PhoneCode, Factor::Second, &form)?;
        visit.dispatch(&Place::Session(id.clone(), Factor::Second), &dispatch)?;
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
        let place = Place::Session(id.clone(), Factor::Second);
        let code = || form.required("code");
        match parse_strategy(form.required("strategy")?)? {
            Strategy::PhoneCode => visit.attempt_code(&place, Strategy::PhoneCode, code()?)?,
            Strategy::BackupCode => {
                let outcome = visit.use_backup_code(&user.id, code()?);
                visit.attempt_secret(&place, Strategy::BackupCode, outcome)?;
            }
            Strategy::Totp => {
                let outcome = visit.use_totp(&user.id, code()?);
                visit.attempt_secret(&place, Strategy::Totp, outcome)?;
            }
            other => return Err(unfit(other)),
        }
        visit.factor_verified(&id, Factor::Second)
    })
}

fn account_of(user: &User) -> Account {
    Account { user_id: user.id.clone(), identifier: user.identifier().to_owned() }
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

    /// Sets the factor's age back to nothing, in the tokens of this answer too.
    fn factor_verified(&mut self, id: &str, factor: Factor) -> Result<Json<Value>, ApiError> {
        let now = self.now;
        self.change_session(id, |session| session.verified(factor, now));
        self.answer_with_reverification(id)
    }

    fn change_session(&mut self, id: &str, change: impl FnOnce(&mut Session)) {
        if let Some(session) = self.tables.sessions.get_mut(id) {
            change(session);
        }
        self.date_client();
    }

    fn answer_with_reverification(&self, id: &str) -> Result<Json<Value>, ApiError> {
        let session = self.tables.sessions.get(id);
        let session = session.ok_or_else(|| ApiError::session_not_found(id))?;
        let reverification = session.reverification.as_ref().ok_or_else(ApiError::reverification_missing)?;
        Ok(self.wrapped(self.reverification_json(session, reverification)))
    }
}
