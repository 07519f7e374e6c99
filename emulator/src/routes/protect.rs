//! Proofs that a visitor is no bot, in the middle of a sign-in or a sign-up.

use axum::extract::State;
use axum::response::Response;

use crate::error::ApiError;
use crate::http::caller::Caller;
use crate::http::form::Form;
use crate::http::segments::Segments;
use crate::http::visit::Visit;
use crate::model::protect::{Answer, Challenged, ProtectCheck};
use crate::state::Emulator;

/// `PATCH /v1/client/sign_ins/{id}/protect_check`
pub(super) async fn sign_in(
    State(emulator): State<Emulator>,
    caller: Caller,
    Segments(id): Segments<String>,
    Form(form): Form,
) -> Response {
    emulator.visit(&caller, |visit| {
        form.only(&["proof_token"])?;
        let mut check = visit.sign_in_at_hand(&id)?.protect_check.clone();
        let outcome = visit.solve(&mut check, form.required("proof_token")?);
        visit.change_sign_in(&id, |attempt| attempt.protect_check = check);
        outcome?;
        visit.go_on_after_protect_check(&id)
    })
}

/// `PATCH /v1/client/sign_ups/{id}/protect_check`
pub(super) async fn sign_up(
    State(emulator): State<Emulator>,
    caller: Caller,
    Segments(id): Segments<String>,
    Form(form): Form,
) -> Response {
    emulator.visit(&caller, |visit| {
        form.only(&["proof_token"])?;
        visit.open_sign_up(&id)?;
        let mut check = visit.own_sign_up(&id)?.protect_check.clone();
        let outcome = visit.solve(&mut check, form.required("proof_token")?);
        visit.change_sign_up(&id, |attempt| attempt.protect_check = check);
        outcome?;
        visit.complete_sign_up_if_ready(&id)?;
        visit.answer_with_sign_up(&id)
    })
}

impl Visit<'_> {
    /// A challenge for an attempt of this kind, where the settings want one.
    pub(super) fn challenge(&self, kind: Challenged) -> Option<ProtectCheck> {
        self.settings.protect_checks.contains(&kind).then(|| ProtectCheck::new(self.random, self.now))
    }

    fn solve(&self, check: &mut Option<ProtectCheck>, proof: &str) -> Result<(), ApiError> {
        let check = check.as_mut().ok_or_else(ApiError::protect_check_already_resolved)?;
        match check.answer(proof, self.random, self.now) {
            // Who comes too late is answered with the next challenge.
            Answer::Solved | Answer::TooLate => Ok(()),
            Answer::Wrong => Err(ApiError::param_value_invalid("proof_token", proof)),
            Answer::AlreadySolved => Err(ApiError::protect_check_already_resolved()),
        }
    }
}
