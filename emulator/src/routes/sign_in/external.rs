//! Signing in with an account elsewhere.

use axum::Json;
use serde_json::Value;

use crate::error::ApiError;
use crate::http::params::Params;
use crate::http::visit::Visit;
use crate::model::external::Vouch;
use crate::model::sign_in::Account;

impl Visit<'_> {
    /// A new attempt that waits for a provider.
    pub(super) fn sign_in_by_provider(
        &mut self,
        strategy: &str,
        form: &Params,
    ) -> Result<Json<Value>, ApiError> {
        let journey = self.journey_to(strategy, None, form, None)?;
        let id = self.start_sign_in(None, Some(journey));
        self.answer_with_sign_in(&id)
    }

    /// Sends an attempt that is there already to a provider.
    pub(super) fn prepare_provider(
        &mut self,
        id: &str,
        strategy: &str,
        form: &Params,
    ) -> Result<Json<Value>, ApiError> {
        self.open_sign_in(id)?;
        let journey = self.journey_to(strategy, None, form, None)?;
        self.change_sign_in(id, |attempt| attempt.first_factor = Some(journey));
        self.answer_with_sign_in(id)
    }

    /// A new attempt for whom a sign-up has found to be here already. The sign-up is used up.
    pub(super) fn transfer_to_sign_in(&mut self) -> Result<Json<Value>, ApiError> {
        let vouch = self.vouch_of_sign_up().cloned().ok_or_else(ApiError::account_transfer_invalid)?;
        self.user_to_sign_in(&vouch)?.ok_or_else(ApiError::account_transfer_invalid)?;
        self.refuse_second_session()?;
        let proof = self.proof_by(&vouch);
        let id = self.start_sign_in(None, Some(proof));
        self.sign_in_vouched(&id, &vouch)?;
        self.change_client(|client| client.sign_up_id = None);
        self.answer_with_sign_in(&id)
    }

    /// A new attempt of somebody for whom Google has spoken.
    pub(super) fn sign_in_by_one_tap(&mut self, vouch: &Vouch) -> Result<Json<Value>, ApiError> {
        self.user_to_sign_in(vouch)?.ok_or_else(ApiError::external_account_not_found)?;
        let proof = self.proof_by(vouch);
        let id = self.start_sign_in(None, Some(proof));
        self.sign_in_vouched(&id, vouch)?;
        self.answer_with_sign_in(&id)
    }

    fn vouch_of_sign_up(&self) -> Option<&Vouch> {
        let id = self.client()?.sign_up_id.as_deref()?;
        let attempt = self.tables.sign_ups.get(id).filter(|attempt| self.now < attempt.abandon_at)?;
        attempt.external_account.as_ref().filter(|proof| proof.is_transferable())?.vouch()
    }

    /// Takes an attempt as far as a provider's word goes. Where a provider has not proven an address, its owner here is
    /// asked for another proof.
    pub(in crate::routes) fn sign_in_vouched(&mut self, id: &str, vouch: &Vouch) -> Result<(), ApiError> {
        let known = self.user_to_sign_in(vouch)?;
        let (user, is_sure) = known.ok_or_else(ApiError::external_account_not_found)?;
        let account = Account { user_id: user.id.clone(), identifier: user.identifier().to_owned() };
        if !is_sure {
            self.change_sign_in(id, |attempt| {
                attempt.account = Some(account);
                attempt.first_factor = None;
            });
            return Ok(());
        }
        self.refuse_second_session()?;
        let (random, now) = (self.random, self.now);
        if let Some(user) = self.tables.users.get_mut(&account.user_id) {
            user.link(random, vouch, now);
        }
        self.change_sign_in(id, |attempt| {
            attempt.account = Some(account);
            if let Some(proof) = &mut attempt.first_factor {
                proof.arrive(Some(vouch.clone()), None);
            }
        });
        self.challenge_sign_in(id);
        self.first_factor_verified(id).map(|_| ())
    }
}
