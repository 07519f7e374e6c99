//! Signing up with a wallet.

use axum::Json;
use serde_json::Value;

use crate::error::ApiError;
use crate::http::params::Params;
use crate::http::visit::Visit;
use crate::model::web3::{Wallet, normalized_wallet};

impl Visit<'_> {
    /// The address of a wallet that somebody signs up with.
    pub(super) fn new_wallet(&self, form: &Params) -> Result<Option<String>, ApiError> {
        let param = "web3_wallet";
        let Some(typed) = form.filled(param)? else {
            return Ok(None);
        };
        if self.settings.web3_wallets.is_empty() {
            return Err(ApiError::param_unknown(param));
        }
        let address = normalized_wallet(typed)
            .ok_or_else(|| ApiError::param_format_invalid(param, "the address of a wallet"))?;
        match self.tables.user_named(&address) {
            Some(_) => Err(ApiError::identifier_exists(param)),
            None => Ok(Some(address)),
        }
    }

    /// Gives out a message for the wallet to sign.
    pub(super) fn prepare_wallet_of_sign_up(
        &mut self,
        id: &str,
        wallet: Wallet,
    ) -> Result<Json<Value>, ApiError> {
        let attempt = self.own_sign_up(id)?;
        if attempt.wallet_is_verified() {
            return Err(ApiError::verification_already_verified());
        }
        let address = attempt.web3_wallet.as_ref().ok_or_else(|| {
            ApiError::client_state_invalid("verification", "This sign up has no web3 wallet yet.")
        })?;
        let proof = self.message_for(wallet, address)?;
        self.change_sign_up(id, |attempt| attempt.wallet_verification = Some(proof));
        self.answer_with_sign_up(id)
    }

    /// Takes a signature.
    pub(super) fn attempt_wallet_of_sign_up(
        &mut self,
        id: &str,
        wallet: Wallet,
        form: &Params,
    ) -> Result<Json<Value>, ApiError> {
        let attempt = self.own_sign_up(id)?;
        let proof = attempt.wallet_verification.clone().filter(|proof| proof.is_of(wallet));
        let (Some(mut proof), Some(address)) = (proof, attempt.web3_wallet.clone()) else {
            return Err(ApiError::verification_missing());
        };
        let outcome = self.attempt_signature(&mut proof, &address, form.required("signature")?);
        self.change_sign_up(id, |attempt| attempt.wallet_verification = Some(proof));
        outcome.map_err(|error| error.with_client(self.client_json()))?;
        self.complete_sign_up_if_ready(id)?;
        self.answer_with_sign_up(id)
    }
}
