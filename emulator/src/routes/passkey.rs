//! Reverification by a passkey: a challenge, and the assertion that signs it.

use axum::Json;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};

use crate::error::ApiError;
use crate::http::visit::Visit;
use crate::model::passkey::{Assertion, Expected, relying_party};
use crate::model::reverification::Factor;
use crate::model::user::User;
use crate::model::verification::{Refusal, Strategy, Verification};

/// The page of a request that does not name its origin.
const LOCALHOST: &str = "http://localhost";
/// How long a browser may ask, in ms.
const TIMEOUT_MS: u32 = 60_000;

impl Visit<'_> {
    fn page_origin(&self) -> String {
        self.caller.origin.clone().unwrap_or_else(|| LOCALHOST.to_owned())
    }

    /// Gives out what one of the user's passkeys is to sign.
    pub(super) fn challenge_passkey(&mut self, id: &str, user: &User) -> Result<Json<Value>, ApiError> {
        if user.passkeys.is_empty() {
            return Err(ApiError::strategy_for_user_invalid());
        }
        let challenge = URL_SAFE_NO_PAD.encode(self.random.text(32));
        let allowed = user.passkeys.iter();
        let allowed: Vec<Value> = allowed
            .map(|passkey| json!({ "type": "public-key", "id": passkey.credential_id, "transports": ["internal"] }))
            .collect();
        let nonce = json!({
            "challenge": challenge,
            "timeout": TIMEOUT_MS,
            "rpId": relying_party(&self.page_origin()),
            "allowCredentials": allowed,
            "userVerification": "preferred",
        });
        let proof = Verification::of_challenge(&challenge, nonce.to_string(), &self.settings, self.now);
        self.change_proof(id, Factor::First, |current| *current = Some(proof));
        self.answer_with_reverification(id)
    }

    /// Takes an assertion, which counts as an attempt whatever is wrong with it.
    pub(super) fn attempt_passkey(&mut self, id: &str, user: &User, text: &str) -> Result<(), ApiError> {
        let session = self.tables.sessions.get(id);
        let reverification = session.and_then(|session| session.reverification.as_ref());
        let proof = reverification.and_then(|reverification| reverification.first_factor.as_ref());
        let proof = proof.filter(|proof| proof.strategy == Strategy::Passkey);
        let challenge = proof.ok_or_else(ApiError::verification_missing)?.challenge();
        let outcome = check(user, text, Expected { challenge, origin: &self.page_origin() });
        let (now, max_attempts) = (self.now, self.settings.max_code_attempts);
        let mut refusal = None;
        self.change_proof(id, Factor::First, |current| {
            refusal =
                current.as_mut().and_then(|proof| proof.attempt(outcome.is_ok(), max_attempts, now).err());
        });
        match (refusal, outcome) {
            (None, Ok((passkey_id, count))) => {
                let stored = self.tables.users.get_mut(&user.id).map(|user| &mut user.passkeys);
                let passkey = stored.and_then(|all| all.iter_mut().find(|passkey| passkey.id == passkey_id));
                if let Some(passkey) = passkey {
                    passkey.count_use(count, now);
                }
                Ok(())
            }
            (None | Some(Refusal::Incorrect), Err(error)) => Err(error.with_client(self.client_json())),
            (Some(refusal), _) => Err(self.code_refused(refusal)),
        }
    }
}

/// The id of the user's passkey with which the assertion was made, and its counter.
fn check(user: &User, text: &str, expected: Expected<'_>) -> Result<(String, u32), ApiError> {
    let assertion = Assertion::parse(text).ok_or_else(ApiError::passkey_unreadable)?;
    let passkey = user.passkeys.iter().find(|passkey| assertion.is_of(passkey));
    let passkey = passkey.ok_or_else(ApiError::passkey_not_registered)?;
    let count = assertion.verify(passkey, expected).ok_or_else(ApiError::passkey_refused)?;
    Ok((passkey.id.clone(), count))
}
