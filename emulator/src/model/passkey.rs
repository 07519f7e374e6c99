//! Passkeys: what a user has, and whether an assertion was made with one (WebAuthn, section 7.2).

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use p256::ecdsa::signature::Verifier;
use p256::ecdsa::{Signature, VerifyingKey};
use p256::pkcs8::DecodePublicKey;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::random::Random;

/// Where the authenticator's data has its flags, and behind them the counter.
const FLAGS: usize = 32;
const USER_PRESENT: u8 = 1;

/// A passkey of a user, with a key on P-256.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Passkey {
    pub(crate) id: String,
    pub(crate) name: String,
    /// In base64url, as on the wire.
    pub(crate) credential_id: String,
    /// `SubjectPublicKeyInfo`, or the bare point, in base64url.
    public_key: String,
    sign_count: u32,
    pub(crate) last_used_at: Option<i64>,
    pub(crate) created_at: i64,
}

impl Passkey {
    /// A new one; nothing when the id is no base64url, or the key none that ES256 knows.
    pub(crate) fn new(
        random: &Random,
        credential_id: &str,
        public_key: &str,
        sign_count: u32,
        now: i64,
    ) -> Option<Self> {
        let passkey = Self {
            id: random.id("pk"),
            name: "Passkey".to_owned(),
            credential_id: URL_SAFE_NO_PAD.encode(decoded(credential_id)?),
            public_key: public_key.trim_end_matches('=').to_owned(),
            sign_count,
            last_used_at: None,
            created_at: now,
        };
        passkey.key().map(|_| passkey)
    }

    fn key(&self) -> Option<VerifyingKey> {
        let key = decoded(&self.public_key)?;
        VerifyingKey::from_public_key_der(&key).or_else(|_| VerifyingKey::from_sec1_bytes(&key)).ok()
    }

    /// Notes that it was used.
    pub(crate) fn count_use(&mut self, sign_count: u32, now: i64) {
        self.sign_count = sign_count;
        self.last_used_at = Some(now);
    }
}

/// What an assertion has to be made for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Expected<'a> {
    /// In base64url.
    pub(crate) challenge: &'a str,
    pub(crate) origin: &'a str,
}

/// The host of an origin, which is the relying party's id.
pub(crate) fn relying_party(origin: &str) -> String {
    let url = url::Url::parse(origin).ok();
    url.and_then(|url| url.host_str().map(str::to_owned)).unwrap_or_default()
}

/// An answer of `navigator.credentials.get()`, as clerk-js writes it into JSON.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Assertion {
    #[serde(rename = "type")]
    kind: String,
    id: String,
    raw_id: String,
    response: Response,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Response {
    #[serde(rename = "clientDataJSON")]
    client_data: String,
    authenticator_data: String,
    signature: String,
}

#[derive(Debug, Deserialize)]
struct ClientData {
    #[serde(rename = "type")]
    kind: String,
    challenge: String,
    origin: String,
}

impl Assertion {
    /// Reads one; nothing when it is none.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let assertion: Self = serde_json::from_str(text).ok()?;
        (assertion.kind == "public-key" && assertion.id == assertion.raw_id).then_some(assertion)
    }

    /// Whether it was made with a passkey.
    pub(crate) fn is_of(&self, passkey: &Passkey) -> bool {
        self.id == passkey.credential_id
    }

    /// The authenticator's counter, if the assertion was made for what was expected, by somebody who was there, with
    /// the passkey's own key, and after all that it has made before.
    pub(crate) fn verify(&self, passkey: &Passkey, expected: Expected<'_>) -> Option<u32> {
        let client_data = decoded(&self.response.client_data)?;
        let said: ClientData = serde_json::from_slice(&client_data).ok()?;
        let is_expected = said.kind == "webauthn.get"
            && said.challenge == expected.challenge
            && said.origin == expected.origin;
        let data = decoded(&self.response.authenticator_data)?;
        let party = Sha256::digest(relying_party(expected.origin));
        let is_here = data.get(..FLAGS)? == party.as_slice() && data.get(FLAGS)? & USER_PRESENT != 0;
        let count = u32::from_be_bytes(data.get(FLAGS + 1..FLAGS + 5)?.try_into().ok()?);
        // A counter that is always 0 counts nothing, as with passkeys that several devices share.
        let is_later = count > passkey.sign_count || (count == 0 && passkey.sign_count == 0);
        let signed = [&data[..], Sha256::digest(&client_data).as_slice()].concat();
        let signature = Signature::from_der(&decoded(&self.response.signature)?).ok()?;
        let is_signed = passkey.key()?.verify(&signed, &signature).is_ok();
        (is_expected && is_here && is_later && is_signed).then_some(count)
    }
}

fn decoded(text: &str) -> Option<Vec<u8>> {
    URL_SAFE_NO_PAD.decode(text.trim_end_matches('=')).ok()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    /// A key and a signature that OpenSSL made. The signature's second number is a high one, which is as good as a
    /// low one.
    const KEY: &str = "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEZzTAKTp4Uw6W585Y9lRZFOQFe5RP4Ew__0qUz7dLzg6Zp7ot72Yc0ruj\
                       3tOncPb-GbVGTggMGG8QmUw8OBv-Yg";
    const SIGNATURE: &str = "MEYCIQCDh1Cko5TpXpy0nsTA1X9e3VZILxiy2S2_UA_gAnjFUAIhAJfoosdd-5JKNh6wnka4oZihN1pw39CwaGRP\
                             gStJYfhc";

    fn verified(public_key: &str, signature: &str) -> Option<u32> {
        let assertion = json!({ "type": "public-key", "id": "YQ", "rawId": "YQ", "response": {
            "clientDataJSON": "eyJ0eXBlIjoid2ViYXV0aG4uZ2V0IiwiY2hhbGxlbmdlIjoiWVEiLCJvcmlnaW4iOiJodHRwOi8vbG9jYWxob3N0\
                               OjUxNzMifQ",
            "authenticatorData": "SZYN5YgOjGh0NBcPZHZgW4_krrmihjLHmVzzuoMdl2MBAAAAAQ",
            "signature": signature,
        } });
        let passkey = Passkey::new(&Random::default(), "YQ", public_key, 0, 0)?;
        let expected = Expected { challenge: "YQ", origin: "http://localhost:5173" };
        Assertion::parse(&assertion.to_string())?.verify(&passkey, expected)
    }

    #[test]
    fn a_signature_of_openssl_is_checked() {
        assert_eq!(verified(KEY, SIGNATURE), Some(1));
        for wrong in ["", "AAAA", &SIGNATURE[4..], &SIGNATURE.replace("Yfhc", "Yfhd")] {
            assert_eq!(verified(KEY, wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_key_may_be_the_bare_point() {
        let key = decoded(KEY).unwrap();
        let point = URL_SAFE_NO_PAD.encode(&key[key.len() - 65..]);
        assert_eq!(verified(&point, SIGNATURE), Some(1));
        assert_eq!(verified(&point[4..], SIGNATURE), None);
    }
}
