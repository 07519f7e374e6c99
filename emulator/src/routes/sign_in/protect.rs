//! Sign-ins that wait for a proof that the visitor is no bot.

use axum::Json;
use serde_json::Value;

use crate::error::ApiError;
use crate::http::visit::Visit;
use crate::model::protect::Challenged;
use crate::model::sign_in::SignIn;
use crate::model::verification::Verification;

impl Visit<'_> {
    /// Challenges an attempt that was not challenged before.
    pub(super) fn challenge_sign_in(&mut self, id: &str) {
        let check = self.challenge(Challenged::SignIn);
        self.change_sign_in(id, |attempt| {
            if attempt.protect_check.is_none() {
                attempt.protect_check = check;
            }
        });
    }

    /// Nothing else happens to an attempt that waits for a proof.
    pub(super) fn refuse_unprotected(attempt: &SignIn) -> Result<(), ApiError> {
        match attempt.waits_for_protect_check() {
            true => {
                Err(ApiError::client_state_invalid("verification", "A protect check has to be passed first."))
            }
            false => Ok(()),
        }
    }

    /// Goes on where the challenge came in between.
    pub(in crate::routes) fn go_on_after_protect_check(&mut self, id: &str) -> Result<Json<Value>, ApiError> {
        let attempt = self.own_sign_in(id)?;
        let is_proven = attempt.first_factor.as_ref().is_some_and(Verification::is_verified);
        match is_proven && !attempt.waits_for_protect_check() {
            true => self.first_factor_verified(id),
            false => self.answer_with_sign_in(id),
        }
    }
}
