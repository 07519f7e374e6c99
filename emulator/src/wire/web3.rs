//! Wallets, and messages that were signed with them.

use serde_json::{Value, json};

use crate::http::visit::Visit;
use crate::model::sign_up::SignUp;
use crate::model::user::User;
use crate::model::verification::{Status, Verification};
use crate::model::web3::Web3Wallet;

impl Visit<'_> {
    /// A verification by a signature; clerk-js has the message signed.
    pub(super) fn signature_verification_json(&self, proof: &Verification) -> Value {
        json!({
            "object": "verification_web3",
            "status": proof.status_at(self.now).as_str(),
            "strategy": proof.strategy_name(),
            "attempts": proof.attempts,
            "expire_at": proof.expire_at,
            "nonce": proof.nonce,
            "message": proof.message,
        })
    }

    /// The wallets of a user as first factors, with each kind that may have the address.
    pub(super) fn wallet_factors_json(&self, user: &User) -> Vec<Value> {
        let kinds = &self.settings.web3_wallets;
        let factors = user.web3_wallets.iter().flat_map(|wallet| {
            let fitting = kinds.iter().filter(|kind| kind.may_have(&wallet.address));
            fitting.map(|kind| json!({ "strategy": kind.strategy(), "web3_wallet_id": wallet.id }))
        });
        factors.collect()
    }

    /// The verification of the wallet of a sign-up, which has one as soon as it is known.
    pub(super) fn wallet_verification_json(&self, attempt: &SignUp) -> Value {
        let Some(address) = &attempt.web3_wallet else {
            return Value::Null;
        };
        let kinds = self.settings.web3_wallets.iter().filter(|kind| kind.may_have(address));
        let strategies: Vec<&str> = kinds.map(|kind| kind.strategy()).collect();
        let proof = attempt.wallet_verification.as_ref();
        let mut json = match proof {
            Some(proof) => self.signature_verification_json(proof),
            None => json!({
                "object": "verification_web3",
                "status": Status::Unverified.as_str(),
                "strategy": strategies.first(),
                "attempts": null,
                "expire_at": attempt.abandon_at,
            }),
        };
        let next_action = match proof.map(|proof| proof.status_at(self.now)) {
            Some(Status::Verified | Status::Transferable) => "",
            Some(Status::Unverified) => "needs_attempt",
            None | Some(Status::Failed | Status::Expired) => "needs_prepare",
        };
        if let Some(fields) = json.as_object_mut() {
            fields.insert("next_action".to_owned(), json!(next_action));
            fields.insert("supported_strategies".to_owned(), json!(strategies));
        }
        json
    }
}

/// A wallet of a user.
pub(super) fn web3_wallet_json(wallet: &Web3Wallet) -> Value {
    let verification = match wallet.proven_with {
        None => json!({
            "object": "verification_admin",
            "status": "verified",
            "strategy": "admin",
            "attempts": null,
            "expire_at": null,
        }),
        Some(kind) => json!({
            "object": "verification_web3",
            "status": "verified",
            "strategy": kind.strategy(),
            "attempts": 1,
            "expire_at": wallet.created_at,
        }),
    };
    json!({
        "object": "web3_wallet",
        "id": wallet.id,
        "web3_wallet": wallet.address,
        "verification": verification,
        "created_at": wallet.created_at,
        "updated_at": wallet.created_at,
    })
}
