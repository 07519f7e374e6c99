//! Signing in by a passkey, of an account that is named or of whichever it tells.

use axum::Json;
use serde_json::Value;

use crate::error::ApiError;
use crate::http::params::Params;
use crate::http::visit::Visit;
use crate::model::sign_in::{Account, Status};
use crate::model::verification::{Factor, Strategy};
use crate::routes::proof::Place;
use crate::routes::strategy::unfit;

impl Visit<'_> {
    /// A new attempt with a challenge, for any passkey where no account is named.
    pub(super) fn sign_in_by_passkey(&mut self, form: &Params) -> Result<Json<Value>, ApiError> {
        self.refuse_without_passkeys()?;
        let account = form.filled("identifier")?.map(|typed| self.find_account(typed)).transpose()?;
        let proof = match &account {
            Some(account) => self.challenge_of(&account.user_id)?,
            None => self.passkey_challenge(&[]),
        };
        let id = self.start_sign_in(account, Some(proof));
        self.answer_with_sign_in(&id)
    }

    /// Gives out what a passkey of the account is to sign.
    pub(super) fn prepare_passkey(&mut self, id: &str) -> Result<Json<Value>, ApiError> {
        self.refuse_without_passkeys()?;
        let account = self.account_to_verify(id, Factor::First)?;
        let proof = self.challenge_of(&account.user_id)?;
        self.begin_proof(&Place::SignIn(id.to_owned(), Factor::First), proof);
        self.answer_with_sign_in(id)
    }

    /// Takes an assertion. Where no account was named, it tells whose attempt it is.
    pub(super) fn attempt_passkey_of_sign_in(
        &mut self,
        id: &str,
        form: &Params,
    ) -> Result<Json<Value>, ApiError> {
        self.refuse_without_passkeys()?;
        let attempt = self.open_sign_in(id)?;
        let account = match (attempt.status_at(self.now), &attempt.account) {
            (Status::NeedsFirstFactor, None) => None,
            _ => Some(self.account_to_verify(id, Factor::First)?),
        };
        let credential = form.required("public_key_credential")?;
        let place = Place::SignIn(id.to_owned(), Factor::First);
        let named = account.as_ref().map(|account| account.user_id.as_str());
        let user_id = self.attempt_passkey(&place, named, credential)?;
        if account.is_none() {
            self.refuse_signed_in(&user_id)?;
            let user = self.tables.users.get(&user_id).ok_or_else(ApiError::identifier_not_found)?;
            let account = Account { user_id, identifier: user.identifier().to_owned() };
            self.change_sign_in(id, |attempt| attempt.account = Some(account));
        }
        self.first_factor_verified(id)
    }

    fn refuse_without_passkeys(&self) -> Result<(), ApiError> {
        if self.settings.passkey { Ok(()) } else { Err(unfit(Strategy::Passkey)) }
    }
}
