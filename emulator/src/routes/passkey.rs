//! Passkeys: a challenge, and the assertion that signs it.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};

use crate::error::ApiError;
use crate::http::visit::Visit;
use crate::model::passkey::{Assertion, Expected, Passkey, relying_party};
use crate::model::user::User;
use crate::model::verification::{Refusal, Strategy, Verification};
use crate::routes::proof::Place;

/// The page of a request that does not name its origin.
const LOCALHOST: &str = "http://localhost";
/// How long a browser may ask, in ms.
const TIMEOUT_MS: u32 = 60_000;

impl Visit<'_> {
    fn page_origin(&self) -> String {
        self.caller.origin.clone().unwrap_or_else(|| LOCALHOST.to_owned())
    }

    /// What one of a user's passkeys is to sign.
    pub(super) fn challenge_of(&self, user_id: &str) -> Result<Verification, ApiError> {
        let user = self.tables.users.get(user_id).filter(|user| !user.passkeys.is_empty());
        let user = user.ok_or_else(ApiError::strategy_for_user_invalid)?;
        Ok(self.passkey_challenge(&user.passkeys))
    }

    /// What one of these passkeys is to sign, or any at all when there are none.
    pub(super) fn passkey_challenge(&self, passkeys: &[Passkey]) -> Verification {
        let challenge = URL_SAFE_NO_PAD.encode(self.random.text(32));
        let allowed: Vec<Value> = passkeys
            .iter()
            .map(|passkey| json!({ "type": "public-key", "id": passkey.credential_id, "transports": ["internal"] }))
            .collect();
        let nonce = json!({
            "challenge": challenge,
            "timeout": TIMEOUT_MS,
            "rpId": relying_party(&self.page_origin()),
            "allowCredentials": allowed,
            "userVerification": "preferred",
        });
        Verification::of_challenge(&challenge, nonce.to_string(), &self.settings, self.now)
    }

    /// Takes an assertion, of this user or of anybody, and says whose it is. It counts as an attempt whatever is wrong
    /// with it.
    pub(super) fn attempt_passkey(
        &mut self,
        place: &Place,
        user_id: Option<&str>,
        text: &str,
    ) -> Result<String, ApiError> {
        let proof = self.proof(place).filter(|proof| proof.strategy == Strategy::Passkey);
        let challenge = proof.ok_or_else(ApiError::verification_missing)?.challenge();
        let users = self.tables.users.values().filter(|user| user_id.is_none_or(|id| id == user.id));
        let outcome = check(users, text, Expected { challenge, origin: &self.page_origin() });
        let outcome = outcome.and_then(|used| self.refuse_locked(&used.user_id).map(|()| used));
        let (now, max_attempts) = (self.now, self.settings.max_code_attempts);
        let mut refusal = None;
        self.change_proof(place, |current| {
            refusal =
                current.as_mut().and_then(|proof| proof.attempt(outcome.is_ok(), max_attempts, now).err());
        });
        match (refusal, outcome) {
            (None, Ok(used)) => {
                let stored = self.tables.users.get_mut(&used.user_id).map(|user| &mut user.passkeys);
                let passkey =
                    stored.and_then(|all| all.iter_mut().find(|passkey| passkey.id == used.passkey_id));
                if let Some(passkey) = passkey {
                    passkey.count_use(used.count, now);
                }
                Ok(used.user_id)
            }
            (None | Some(Refusal::Incorrect), Err(error)) => Err(error.with_client(self.client_json())),
            (Some(refusal), _) => Err(self.code_refused(refusal)),
        }
    }
}

/// A passkey with which an assertion was made.
struct Used {
    user_id: String,
    passkey_id: String,
    /// Of its authenticator.
    count: u32,
}

fn check<'u>(
    users: impl Iterator<Item = &'u User>,
    text: &str,
    expected: Expected<'_>,
) -> Result<Used, ApiError> {
    let assertion = Assertion::parse(text).ok_or_else(ApiError::passkey_unreadable)?;
    let (user, passkey) = users
        .flat_map(|user| user.passkeys.iter().map(move |passkey| (user, passkey)))
        .find(|(_, passkey)| assertion.is_of(passkey))
        .ok_or_else(ApiError::passkey_not_registered)?;
    let count = assertion.verify(passkey, expected).ok_or_else(ApiError::passkey_refused)?;
    Ok(Used { user_id: user.id.clone(), passkey_id: passkey.id.clone(), count })
}
