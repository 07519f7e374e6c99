//! What makes the assertions of a passkey.

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD as BASE64;
use p256::ecdsa::signature::Signer;
use p256::ecdsa::{DerSignature, SigningKey};
use p256::elliptic_curve::Generate;
use p256::pkcs8::EncodePublicKey;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::support::PAGE;

const PRESENT: u8 = 1;

/// Signs what it is asked to.
pub(crate) struct Authenticator {
    pub(crate) key: SigningKey,
    pub(crate) id: &'static str,
    pub(crate) party: &'static str,
    pub(crate) flags: u8,
    pub(crate) count: u32,
    pub(crate) origin: &'static str,
    pub(crate) kind: &'static str,
}

impl Authenticator {
    pub(crate) fn new() -> Self {
        Self {
            key: SigningKey::generate_from_rng(&mut rand::rng()),
            id: "YS1wYXNza2V5",
            party: "localhost",
            flags: PRESENT,
            count: 1,
            origin: PAGE,
            kind: "webauthn.get",
        }
    }

    pub(crate) fn seed(&self) -> Value {
        let key = self.key.verifying_key().to_public_key_der().unwrap();
        json!({ "credential_id": self.id, "public_key": BASE64.encode(key.as_bytes()) })
    }

    pub(crate) fn assertion(&self, challenge: &str) -> Value {
        let client_data =
            json!({ "type": self.kind, "challenge": challenge, "origin": self.origin, "crossOrigin": false })
                .to_string();
        let party = Sha256::digest(self.party);
        let data = [party.as_slice(), &[self.flags], &self.count.to_be_bytes()].concat();
        let signed = [&data[..], Sha256::digest(&client_data).as_slice()].concat();
        let signature: DerSignature = self.key.sign(&signed);
        json!({
            "type": "public-key",
            "id": self.id,
            "rawId": self.id,
            "authenticatorAttachment": "platform",
            "response": {
                "clientDataJSON": BASE64.encode(client_data),
                "authenticatorData": BASE64.encode(data),
                "signature": BASE64.encode(signature.as_bytes()),
                "userHandle": null,
            },
        })
    }
}
