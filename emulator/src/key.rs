//! The instance's RSA key: signs tokens, and publishes its public half as a JWKS.

use std::fmt;
use std::sync::{Arc, OnceLock};

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use rand::rngs::SysRng;
use rsa::PrivateKey;
use rsa::pkcs8::{DecodePrivateKey, EncodePrivateKey};
use rsa::traits::PublicKeyParts;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use sha2::Sha256;

use crate::random::Random;

/// The length of a new key.
const KEY_BITS: usize = 2048;

/// The system could not make an RSA key, or a saved one cannot be used.
#[derive(Debug, Clone, Copy)]
pub struct KeyError;

impl fmt::Display for KeyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the RSA key cannot be made or used")
    }
}

impl std::error::Error for KeyError {}

/// How a key is kept between runs.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct SavedKey {
    /// The key id, which at Clerk is the id of the instance.
    pub(crate) kid: String,
    /// PKCS #8 in standard base64.
    pub(crate) pkcs8: String,
}

/// An RSA key of 2048 bits and its id.
#[derive(Debug)]
pub(crate) struct SigningKey {
    kid: String,
    pair: PrivateKey,
}

/// What a JWT says.
pub(crate) struct Signed {
    /// Seconds: the original time of issue.
    pub(crate) issued_at: i64,
    pub(crate) claims: Map<String, Value>,
}

impl SigningKey {
    /// A new key.
    pub(crate) fn generate() -> Result<Self, KeyError> {
        let pair = PrivateKey::new(&mut SysRng, KEY_BITS).map_err(|_| KeyError)?;
        let kid = Random::default().id("ins");
        Ok(Self { kid, pair })
    }

    /// The key that all in-memory emulators of this process share: tests start hundreds of them,
    /// and one generated key tells them nothing about each other.
    pub(crate) fn of_this_process() -> Result<Arc<Self>, KeyError> {
        static KEY: OnceLock<Result<Arc<SigningKey>, KeyError>> = OnceLock::new();
        KEY.get_or_init(|| Self::generate().map(Arc::new)).clone()
    }

    /// The key that was saved.
    pub(crate) fn restore(saved: &SavedKey) -> Result<Self, KeyError> {
        let pkcs8 = STANDARD.decode(&saved.pkcs8).map_err(|_| KeyError)?;
        let pair = PrivateKey::from_pkcs8_der(&pkcs8).map_err(|_| KeyError)?;
        let kid = saved.kid.clone();
        Ok(Self { kid, pair })
    }

    /// The key in the form that [`SigningKey::restore`] reads.
    pub(crate) fn save(&self) -> Result<SavedKey, KeyError> {
        let der = self.pair.to_pkcs8_der().map_err(|_| KeyError)?;
        Ok(SavedKey { kid: self.kid.clone(), pkcs8: STANDARD.encode(der.as_bytes()) })
    }

    /// The public half, as `/.well-known/jwks.json` shows it.
    pub(crate) fn jwks(&self) -> Value {
        json!({
            "keys": [{
                "use": "sig",
                "kty": "RSA",
                "kid": self.kid,
                "alg": "RS256",
                "n": URL_SAFE_NO_PAD.encode(self.pair.n_bytes()),
                "e": URL_SAFE_NO_PAD.encode(self.pair.e_bytes()),
            }]
        })
    }

    /// A JWT of `claims`. `category` and `issued_at` (seconds) go into the header, where Clerk
    /// puts the kind of token (`cat`) and the original time of issue (`oiat`).
    pub(crate) fn sign(&self, category: &str, issued_at: i64, claims: &Value) -> Result<String, KeyError> {
        let header = json!({
            "alg": "RS256",
            "cat": category,
            "kid": self.kid,
            "oiat": issued_at,
            "typ": "JWT",
        });
        let message = format!(
            "{}.{}",
            URL_SAFE_NO_PAD.encode(header.to_string()),
            URL_SAFE_NO_PAD.encode(claims.to_string()),
        );
        let signature = self.pair.pkcs1v15_sign::<Sha256>(message.as_bytes()).map_err(|_| KeyError)?;
        Ok(format!("{message}.{}", URL_SAFE_NO_PAD.encode(&signature)))
    }

    /// What a JWT says that this key has signed, whether or not it has expired.
    pub(crate) fn read(&self, jwt: &str) -> Option<Signed> {
        let (message, signature) = jwt.rsplit_once('.')?;
        let signature = URL_SAFE_NO_PAD.decode(signature).ok()?;
        let public = self.pair.as_public_key();
        public.pkcs1v15_verify::<Sha256>(message.as_bytes(), &signature).ok()?;
        let (header, claims) = message.split_once('.')?;
        let header: Value = part(header)?;
        Some(Signed { issued_at: header.get("oiat")?.as_i64()?, claims: part(claims)? })
    }
}

fn part<T: DeserializeOwned>(text: &str) -> Option<T> {
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(text).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_saved_key_comes_back_the_same() {
        let key = SigningKey::generate().unwrap();
        let again = SigningKey::restore(&key.save().unwrap()).unwrap();
        assert_eq!(again.jwks(), key.jwks());
        let claims = json!({ "sub": "user_1" });
        assert_eq!(again.sign("cat", 1, &claims).unwrap(), key.sign("cat", 1, &claims).unwrap());
    }

    #[test]
    fn only_what_the_key_signed_is_read() {
        let key = SigningKey::generate().unwrap();
        let jwt = key.sign("cat", 7, &json!({ "sub": "user_1" })).unwrap();
        let signed = key.read(&jwt).unwrap();
        assert_eq!((signed.issued_at, &signed.claims["sub"]), (7, &json!("user_1")));
        let other = SigningKey::generate().unwrap().sign("cat", 7, &json!({ "sub": "user_1" })).unwrap();
        let unsigned = jwt.rsplit_once('.').unwrap().0.to_owned() + ".";
        for jwt in [other, unsigned, jwt + "A", "t".to_owned(), "..".to_owned(), String::new()] {
            assert!(key.read(&jwt).is_none(), "{jwt}");
        }
    }

    /// A key that AWS-LC made in an earlier version, and a token that AWS-LC signed with it.
    #[test]
    fn a_key_of_an_earlier_version_signs_the_same() {
        let earlier: Value = serde_json::from_str(include_str!("../tests/earlier_key.json")).unwrap();
        let key = SigningKey::restore(&SavedKey::deserialize(&earlier).unwrap()).unwrap();
        let jwt = earlier["jwt"].as_str().unwrap();
        let signed = key.read(jwt).unwrap();
        let again = key.sign("cl_B7d4PD111AAA", signed.issued_at, &Value::Object(signed.claims));
        assert_eq!(again.unwrap(), jwt);
    }

    #[test]
    fn a_damaged_key_is_refused() {
        let saved = SavedKey { kid: "ins_1".into(), pkcs8: "AAAA".into() };
        assert!(SigningKey::restore(&saved).is_err());
    }
}
