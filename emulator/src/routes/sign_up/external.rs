//! Signing up with an account elsewhere.

use axum::Json;
use serde_json::Value;

use crate::error::ApiError;
use crate::http::params::Params;
use crate::http::visit::Visit;
use crate::model::external::{ENTERPRISE, Vouch};
use crate::model::protect::Challenged;
use crate::model::sign_up::SignUp;
use crate::model::verification::Verification;

impl Visit<'_> {
    /// The way of an attempt to a provider.
    pub(super) fn journey_of_sign_up(
        &self,
        attempt: &SignUp,
        strategy: &str,
        form: &Params,
    ) -> Result<Verification, ApiError> {
        let address = attempt.email_address.as_deref();
        match strategy {
            ENTERPRISE => self.journey_to_directory(address, form),
            _ => self.journey_to(strategy, None, form, address),
        }
    }

    /// Who came with an account elsewhere that a sign-in did not know.
    pub(super) fn vouch_of_sign_in(&self) -> Option<&Vouch> {
        let id = self.client()?.sign_in_id.as_deref()?;
        let attempt = self.tables.sign_ins.get(id).filter(|attempt| self.now < attempt.abandon_at)?;
        attempt.first_factor.as_ref().filter(|proof| proof.is_transferable())?.vouch()
    }

    /// A sign-up that goes on where a sign-in was refused. The sign-in is used up.
    pub(super) fn transfer_to_sign_up(
        &mut self,
        attempt: SignUp,
        vouch: &Vouch,
    ) -> Result<Json<Value>, ApiError> {
        let id = self.keep_sign_up(attempt);
        let proof = self.proof_by(vouch);
        self.change_sign_up(&id, |attempt| attempt.external_account = Some(proof));
        if let Err(refusal) = self.sign_up_vouched(&id, vouch) {
            self.change_sign_up(&id, |attempt| {
                if let Some(proof) = &mut attempt.external_account {
                    proof.arrive(Some(vouch.clone()), Some(&refusal));
                }
            });
        }
        self.change_client(|client| client.sign_in_id = None);
        self.answer_with_sign_up(&id)
    }

    /// A sign-up of somebody for whom Google has spoken.
    pub(super) fn sign_up_by_one_tap(
        &mut self,
        mut attempt: SignUp,
        vouch: &Vouch,
    ) -> Result<Json<Value>, ApiError> {
        if self.user_to_sign_in(vouch)?.is_some() {
            return Err(ApiError::external_account_exists());
        }
        attempt.external_account = Some(self.proof_by(vouch));
        let id = self.keep_sign_up(attempt);
        self.sign_up_vouched(&id, vouch)?;
        self.answer_with_sign_up(&id)
    }

    /// Takes an attempt as far as a provider's word goes.
    pub(in crate::routes) fn sign_up_vouched(&mut self, id: &str, vouch: &Vouch) -> Result<(), ApiError> {
        if self.user_to_sign_in(vouch)?.is_some() {
            return Err(ApiError::external_account_exists());
        }
        let settings = self.settings.clone();
        let check = self.challenge(Challenged::SignUp);
        self.change_sign_up(id, |attempt| {
            attempt.take_vouch(vouch, &settings);
            if attempt.protect_check.is_none() {
                attempt.protect_check = check;
            }
            if let Some(proof) = &mut attempt.external_account {
                proof.arrive(Some(vouch.clone()), None);
            }
        });
        self.complete_sign_up_if_ready(id)
    }
}
