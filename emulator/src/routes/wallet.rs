//! Proving that somebody has a wallet: a message to be signed with it, and the signature.

use crate::error::ApiError;
use crate::http::params::Params;
use crate::http::visit::Visit;
use crate::model::verification::Verification;
use crate::model::web3::{Wallet, is_signed};

/// The kind of wallet that the parameters ask for; there are other strategies, which are not looked at here.
pub(super) fn requested_wallet(visit: &Visit<'_>, form: &Params) -> Result<Option<Wallet>, ApiError> {
    let name = form.filled("strategy")?.unwrap_or_default();
    match Wallet::parse(name) {
        Some(wallet) if visit.settings.web3_wallets.contains(&wallet) => Ok(Some(wallet)),
        Some(_) => Err(ApiError::param_value_invalid("strategy", name)),
        None => Ok(None),
    }
}

impl Visit<'_> {
    /// A message for the owner of an address to sign. It is plain ASCII: clerk-js knows no other in hexadecimal.
    pub(super) fn message_for(&self, wallet: Wallet, address: &str) -> Result<Verification, ApiError> {
        if !wallet.may_have(address) {
            return Err(ApiError::strategy_for_user_invalid());
        }
        let nonce = self.random.text(32);
        let message =
            format!("Sign this message to prove that you own the wallet\n{address}\n\nNonce: {nonce}");
        Ok(Verification::of_message(wallet, nonce, message, &self.settings, self.now))
    }

    /// Whether a signature is the one that was asked for; remembers the attempt.
    pub(super) fn attempt_signature(
        &self,
        proof: &mut Verification,
        address: &str,
        signature: &str,
    ) -> Result<(), ApiError> {
        let is_right = is_signed(address, proof.message.as_deref().unwrap_or_default(), signature);
        let outcome = proof.attempt(is_right, self.settings.max_code_attempts, self.now);
        outcome.map_err(|refusal| self.signature_refused(refusal))
    }
}
