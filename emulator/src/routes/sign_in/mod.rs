//! Sign-ins: who somebody is, proven once or twice.

pub(super) mod account;
mod create;
mod enterprise;
mod external;
mod first_factor;
mod newcomer;
mod passkey;
mod protect;
mod reset_password;
mod second_factor;
mod ticket;
mod wallet;

use axum::extract::State;
use axum::response::Response;
use axum::routing::{get, patch, post};
use axum::{Json, Router};
use serde_json::Value;

use crate::error::ApiError;
use crate::http::caller::Caller;
use crate::http::segments::Segments;
use crate::http::visit::Visit;
use crate::model::sign_in::{Account, SignIn, Status};
use crate::model::user::User;
use crate::model::verification::{Factor, Verification};
use crate::state::Emulator;

/// The routes of sign-ins.
pub(super) fn routes() -> Router<Emulator> {
    Router::new()
        .route("/client/sign_ins", post(create::create))
        .route("/client/sign_ins/{id}", get(read))
        .route("/client/sign_ins/{id}/protect_check", patch(super::protect::sign_in))
        .route("/client/sign_ins/{id}/prepare_first_factor", post(first_factor::prepare))
        .route("/client/sign_ins/{id}/attempt_first_factor", post(first_factor::attempt))
        .route("/client/sign_ins/{id}/prepare_second_factor", post(second_factor::prepare))
        .route("/client/sign_ins/{id}/attempt_second_factor", post(second_factor::attempt))
        .route("/client/sign_ins/{id}/reset_password", post(reset_password::reset))
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

    /// The same, when it is the one that the client is at, and has not come to its end.
    pub(super) fn open_sign_in(&self, id: &str) -> Result<&SignIn, ApiError> {
        let attempt = self.sign_in_at_hand(id)?;
        Self::refuse_unprotected(attempt)?;
        Ok(attempt)
    }

    /// The same, whether or not it waits for a proof that the visitor is no bot.
    pub(super) fn sign_in_at_hand(&self, id: &str) -> Result<&SignIn, ApiError> {
        let attempt = self.own_sign_in(id)?;
        let current = self.client().and_then(|client| client.sign_in_id.as_deref());
        match attempt.status_at(self.now) {
            Status::Complete => Err(ApiError::verification_already_verified()),
            _ if current != Some(id) => Err(ApiError::older_attempt("sign ins")),
            _ => Ok(attempt),
        }
    }

    /// The account of a sign-in that asks for this factor now.
    pub(super) fn account_to_verify(&self, id: &str, factor: Factor) -> Result<Account, ApiError> {
        let attempt = self.open_sign_in(id)?;
        let state_invalid = |text| Err(ApiError::client_state_invalid("verification", text));
        match (attempt.status_at(self.now), factor) {
            (Status::NeedsFirstFactor, Factor::First) | (Status::NeedsSecondFactor, Factor::Second) => {}
            (Status::NeedsIdentifier, _) => return state_invalid("This sign in has no identifier yet."),
            (Status::NeedsProtectCheck, _) => {
                return state_invalid("A protect check has to be passed first.");
            }
            (Status::NeedsNewPassword, _) => return state_invalid("It asks for a new password now."),
            (Status::NeedsFirstFactor, Factor::Second) => return Err(ApiError::factor_not_due("first")),
            (Status::NeedsSecondFactor, Factor::First) => return Err(ApiError::factor_not_due("second")),
            (Status::Complete | Status::Abandoned, _) => {
                return Err(ApiError::verification_already_verified());
            }
        }
        if factor == Factor::First {
            self.refuse_beside_enterprise(attempt)?;
        }
        let account = attempt.account.clone().ok_or_else(|| {
            ApiError::client_state_invalid("verification", "This sign in has no identifier yet.")
        })?;
        self.refuse_locked(&account.user_id)?;
        Ok(account)
    }

    /// Goes on after a factor that was proven.
    pub(super) fn factor_verified_of_sign_in(
        &mut self,
        id: &str,
        factor: Factor,
    ) -> Result<Json<Value>, ApiError> {
        match factor {
            Factor::First => self.first_factor_verified(id),
            Factor::Second => self.complete_sign_in(id),
        }
    }

    /// Goes on after the first factor: with a new password, with the second factor, or to the end.
    fn first_factor_verified(&mut self, id: &str) -> Result<Json<Value>, ApiError> {
        if self.own_sign_in(id)?.waits_for_protect_check() {
            return self.answer_with_sign_in(id);
        }
        match self.own_sign_in(id)?.status_at(self.now) {
            Status::NeedsNewPassword => self.answer_with_sign_in(id),
            _ => self.ask_second_factor_or_complete(id),
        }
    }

    fn ask_second_factor_or_complete(&mut self, id: &str) -> Result<Json<Value>, ApiError> {
        let account = self.own_sign_in(id)?.account.as_ref();
        let user = account.and_then(|account| self.tables.users.get(&account.user_id));
        if user.is_some_and(|user| self.is_asked_twice(user)) {
            self.change_sign_in(id, |attempt| attempt.asks_second_factor = true);
            return self.answer_with_sign_in(id);
        }
        self.complete_sign_in(id)
    }

    fn complete_sign_in(&mut self, id: &str) -> Result<Json<Value>, ApiError> {
        self.refuse_second_session()?;
        let attempt = self.own_sign_in(id)?;
        let (Some(account), Some(proof)) = (&attempt.account, &attempt.first_factor) else {
            return Err(ApiError::verification_missing());
        };
        let (user_id, strategy) = (account.user_id.clone(), proof.strategy_name().to_owned());
        let has_second = attempt.second_factor.as_ref().is_some_and(Verification::is_verified);
        let session_id = self.start_session(&user_id, &strategy);
        if has_second {
            self.second_factor_of_session(&session_id);
        }
        self.change_sign_in(id, |attempt| attempt.created_session_id = Some(session_id));
        self.change_client(|client| client.sign_in_id = None);
        self.answer_with_sign_in(id)
    }

    fn is_asked_twice(&self, user: &User) -> bool {
        let by_email =
            !self.settings.email_second_factors.is_empty() && user.verified_emails().next().is_some();
        self.settings.second_factor_at_sign_in && (user.has_second_factor() || by_email)
    }

    fn second_factor_of_session(&mut self, session_id: &str) {
        let now = self.now;
        if let Some(session) = self.tables.sessions.get_mut(session_id) {
            session.verified(Factor::Second, now);
        }
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
