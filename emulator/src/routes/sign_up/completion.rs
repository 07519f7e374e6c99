//! The end of a sign-up: its user, and that user's session.

use crate::error::ApiError;
use crate::http::visit::Visit;
use crate::model::sign_up::SignUp;
use crate::model::user::{EmailAddress, EmailProof, User};
use crate::model::verification::Verification;
use crate::model::web3::Web3Wallet;
use crate::random::Random;

impl Visit<'_> {
    /// Makes the user and signs it in.
    pub(super) fn complete_sign_up(&mut self, id: &str) -> Result<(), ApiError> {
        self.refuse_second_session()?;
        let attempt = self.own_sign_up(id)?;
        let names = [&attempt.email_address, &attempt.username, &attempt.web3_wallet];
        let claimed = names.into_iter().flatten().any(|name| self.tables.user_named(name).is_some());
        if claimed {
            return Err(ApiError::identification_claimed());
        }
        let elsewhere = attempt.external_account.as_ref().and_then(Verification::vouch);
        if elsewhere.is_some_and(|vouch| self.tables.users.values().any(|user| user.is_linked_to(vouch))) {
            return Err(ApiError::identification_claimed());
        }
        let wallet = attempt.wallet_verification.as_ref().filter(|proof| proof.is_verified());
        let strategy = match (elsewhere, attempt.email_is_verified(), &attempt.password_hash) {
            (Some(vouch), ..) => vouch.strategy.clone(),
            _ if wallet.is_some() => wallet.map(|proof| proof.strategy_name().to_owned()).unwrap_or_default(),
            (None, true, _) => "email_code".to_owned(),
            (None, false, Some(_)) => "password".to_owned(),
            (None, false, None) => "email_address".to_owned(),
        };
        let user = new_user(self.random, attempt, self.now);
        let user_id = user.id.clone();
        self.tables.users.insert(&user_id, user);
        let session_id = self.start_session(&user_id, &strategy);
        self.change_sign_up(id, |attempt| {
            attempt.created_user_id = Some(user_id);
            attempt.created_session_id = Some(session_id);
        });
        self.change_client(|client| client.sign_up_id = None);
        Ok(())
    }
}

fn new_user(random: &Random, attempt: &SignUp, now: i64) -> User {
    let emails = attempt.email_address.clone().into_iter();
    let mut user = User {
        username: attempt.username.clone(),
        first_name: attempt.first_name.clone(),
        last_name: attempt.last_name.clone(),
        email_addresses: emails
            .map(|address| EmailAddress::new(random, address, email_proof(attempt, now), now))
            .collect(),
        password_hash: attempt.password_hash.clone(),
        unsafe_metadata: attempt.unsafe_metadata.clone(),
        legal_accepted_at: attempt.legal_accepted_at,
        ..User::new(random, now)
    };
    let kind = attempt.wallet_verification.as_ref().and_then(Verification::wallet);
    let wallets = attempt.web3_wallet.clone().into_iter();
    user.web3_wallets = wallets.map(|address| Web3Wallet::new(random, address, kind, now)).collect();
    let proof = attempt.external_account.as_ref().filter(|proof| proof.is_verified());
    if let Some(vouch) = proof.and_then(Verification::vouch) {
        user.link(random, vouch, now);
    }
    user
}

/// How the address came to be trusted.
fn email_proof(attempt: &SignUp, now: i64) -> EmailProof {
    match (&attempt.email_vouched_by, &attempt.email_verification) {
        (Some(strategy), _) => EmailProof::External(strategy.clone()),
        (None, Some(verification)) if verification.is_verified() => EmailProof::Code {
            attempts: verification.attempts,
            expire_at: verification.expire_at.unwrap_or(now),
        },
        _ => EmailProof::None,
    }
}
