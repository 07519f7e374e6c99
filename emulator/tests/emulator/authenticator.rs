//! What makes the assertions of a passkey.

use aws_lc_rs::digest::{SHA256, digest};
use aws_lc_rs::encoding::AsDer;
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, KeyPair};
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD as BASE64;
use serde_json::{Value, json};

use crate::support::PAGE;

const PRESENT: u8 = 1;

/// Signs what it is asked to.
pub(crate) struct Authenticator {
    pub(crate) key: EcdsaKeyPair,
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
            key: EcdsaKeyPair::generate(&ECDSA_P256_SHA256_ASN1_SIGNING).unwrap(),
            id: "YS1wYXNza2V5",
            party: "localhost",
            flags: PRESENT,
            count: 1,
            origin: PAGE,
            kind: "webauthn.get",
        }
    }

    pub(crate) fn seed(&self) -> Value {
        let key = self.key.public_key().as_der().unwrap();
        json!({ "credential_id": self.id, "public_key": BASE64.encode(key.as_ref()) })
    }

    pub(crate) fn assertion(&self, challenge: &str) -> Value {
        let client_data =
            json!({ "type": self.kind, "challenge": challenge, "origin": self.origin, "crossOrigin": false })
                .to_string();
        let party = digest(&SHA256, self.party.as_bytes());
        let data = [party.as_ref(), &[self.flags], &self.count.to_be_bytes()].concat();
        let signed = [&data[..], digest(&SHA256, client_data.as_bytes()).as_ref()].concat();
        let signature = self.key.sign(&SystemRandom::new(), &signed).unwrap();
        json!({
            "type": "public-key",
            "id": self.id,
            "rawId": self.id,
            "authenticatorAttachment": "platform",
            "response": {
                "clientDataJSON": BASE64.encode(client_data),
                "authenticatorData": BASE64.encode(data),
                "signature": BASE64.encode(signature),
                "userHandle": null,
            },
        })
    }
}
