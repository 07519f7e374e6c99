//! Signing in with a wallet.

use axum::Json;
use serde_json::Value;

use crate::error::ApiError;
use crate::http::params::Params;
use crate::http::visit::Visit;
use crate::model::web3::Wallet;

impl Visit<'_> {
    /// A new attempt with a message to sign.
    pub(super) fn sign_in_by_wallet(
        &mut self,
        wallet: Wallet,
        form: &Params,
    ) -> Result<Json<Value>, ApiError> {
        let account = self.find_account(form.required("identifier")?)?;
        let proof = self.message_for(wallet, &account.identifier)?;
        let id = self.start_sign_in(Some(account), Some(proof));
        self.answer_with_sign_in(&id)
    }

    /// Gives out a message for one of the account's wallets to sign.
    pub(super) fn prepare_wallet(
        &mut self,
        id: &str,
        wallet: Wallet,
        form: &Params,
    ) -> Result<Json<Value>, ApiError> {
        let address = self.wallet_of_sign_in(id, wallet, form.filled("web3_wallet_id")?)?;
        let proof = self.message_for(wallet, &address)?;
        self.change_sign_in(id, |attempt| {
            attempt.first_factor = Some(proof);
            attempt.wallet = Some(address);
        });
        self.answer_with_sign_in(id)
    }

    /// The wallet with the given id, else the one that was named, else the first of the kind.
    fn wallet_of_sign_in(
        &self,
        id: &str,
        wallet: Wallet,
        wallet_id: Option<&str>,
    ) -> Result<String, ApiError> {
        let account = self.open_sign_in(id)?.account.as_ref();
        let account = account.ok_or_else(|| {
            ApiError::client_state_invalid("verification", "This sign in has no identifier yet.")
        })?;
        let user = self.tables.users.get(&account.user_id).ok_or_else(ApiError::identifier_not_found)?;
        let wallets = || user.web3_wallets.iter().filter(|known| wallet.may_have(&known.address));
        let found = match wallet_id {
            Some(id) => wallets()
                .find(|known| known.id == id)
                .ok_or_else(|| ApiError::related_resource_missing("web3_wallet_id"))?,
            None => wallets()
                .find(|known| known.address == account.identifier)
                .or_else(|| wallets().next())
                .ok_or_else(ApiError::strategy_for_user_invalid)?,
        };
        Ok(found.address.clone())
    }

    /// Takes a signature.
    pub(super) fn attempt_wallet(
        &mut self,
        id: &str,
        wallet: Wallet,
        form: &Params,
    ) -> Result<Json<Value>, ApiError> {
        let attempt = self.open_sign_in(id)?;
        let mut proof = attempt
            .first_factor
            .clone()
            .filter(|proof| proof.is_of(wallet))
            .ok_or_else(ApiError::verification_missing)?;
        let address = attempt.wallet.clone().or_else(|| attempt.identifier().map(str::to_owned));
        let address = address.ok_or_else(ApiError::verification_missing)?;
        let outcome = self.attempt_signature(&mut proof, &address, form.required("signature")?);
        self.change_sign_in(id, |attempt| attempt.first_factor = Some(proof));
        outcome.map_err(|error| error.with_client(self.client_json()))?;
        self.first_factor_verified(id)
    }
}
