//! The end of a sign-up: its user, and that user's session.

use crate::error::ApiError;
use crate::http::visit::Visit;
use crate::model::sign_up::{Attribute, SignUp};
use crate::model::user::{EmailAddress, PhoneNumber, Proof, User};
use crate::model::verification::{Strategy, Verification};
use crate::model::web3::Web3Wallet;
use crate::random::Random;

impl Visit<'_> {
    /// Makes the user and signs it in.
    pub(super) fn complete_sign_up(&mut self, id: &str) -> Result<(), ApiError> {
        self.refuse_second_session()?;
        let attempt = self.own_sign_up(id)?;
        let names = [&attempt.email_address, &attempt.phone_number, &attempt.username, &attempt.web3_wallet];
        let claimed = names.into_iter().flatten().any(|name| self.tables.user_named(name).is_some());
        if claimed {
            return Err(ApiError::identification_claimed());
        }
        let elsewhere = attempt.external_account.as_ref().and_then(Verification::vouch);
        if elsewhere.is_some_and(|vouch| self.tables.users.values().any(|user| user.is_linked_to(vouch))) {
            return Err(ApiError::identification_claimed());
        }
        let strategy = strategy_of(attempt);
        let user = new_user(self.random, attempt, self.now);
        let attempt = attempt.clone();
        self.use_up_invitation(&attempt)?;
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

/// By what somebody has signed up.
fn strategy_of(attempt: &SignUp) -> String {
    let elsewhere = attempt.external_account.as_ref().and_then(Verification::vouch);
    let wallet = attempt.wallet_verification.as_ref().filter(|proof| proof.is_verified());
    let proven = [Attribute::EmailAddress, Attribute::PhoneNumber]
        .into_iter()
        .filter_map(|attribute| attempt.proof(attribute))
        .find(|proof| proof.is_verified());
    let name = match (elsewhere, wallet.or(proven), &attempt.password_hash) {
        (Some(vouch), ..) => &vouch.strategy,
        (None, Some(proof), _) => proof.strategy_name(),
        (None, None, Some(_)) => Strategy::Password.as_str(),
        (None, None, None) => Attribute::EmailAddress.as_str(),
    };
    name.to_owned()
}

fn new_user(random: &Random, attempt: &SignUp, now: i64) -> User {
    let proof = |attribute| proof_of(attempt, attribute, now);
    let email = attempt.email_address.clone();
    let phone = attempt.phone_number.clone();
    let mut user = User {
        username: attempt.username.clone(),
        first_name: attempt.first_name.clone(),
        last_name: attempt.last_name.clone(),
        email_addresses: email
            .map(|address| EmailAddress::new(random, address, proof(Attribute::EmailAddress), now))
            .into_iter()
            .collect(),
        phone_numbers: phone
            .map(|number| PhoneNumber::new(random, number, proof(Attribute::PhoneNumber), now))
            .into_iter()
            .collect(),
        password_hash: attempt.password_hash.clone(),
        public_metadata: attempt.public_metadata.clone(),
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

/// How the address or the number came to be trusted.
fn proof_of(attempt: &SignUp, attribute: Attribute, now: i64) -> Proof {
    if let (Attribute::EmailAddress, Some(strategy)) = (attribute, &attempt.email_vouched_by) {
        return Proof::External(strategy.clone());
    }
    let Some(proof) = attempt.proof(attribute).filter(|proof| proof.is_verified()) else {
        return Proof::None;
    };
    let (attempts, expire_at) = (proof.attempts, proof.expire_at.unwrap_or(now));
    match proof.strategy {
        Strategy::EmailLink => Proof::Link { attempts, expire_at },
        Strategy::Ticket => Proof::Ticket,
        _ => Proof::Code { attempts, expire_at },
    }
}
