//! Codes of an authenticator app (RFC 6238): SHA-1, six digits, 30 seconds.

use data_encoding::BASE32_NOPAD;
use hmac::{Hmac, KeyInit, Mac};
use serde::{Deserialize, Serialize};
use sha1::Sha1;

use crate::clock::SECOND;

/// How long a code is shown.
const STEP_MS: i64 = 30 * SECOND;
/// So many steps before and after the present one are accepted, as clocks differ and people are slow.
const TOLERANCE: i64 = 1;

/// A user's secret, shared with the app.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Totp {
    secret: Vec<u8>,
    /// The step whose code was used last: a code is good once.
    last_step: Option<i64>,
}

impl Totp {
    /// Of a secret in base32, as apps read it; nothing when it is none.
    pub(crate) fn parse(secret: &str) -> Option<Self> {
        let plain: String = secret.chars().filter(|c| !c.is_whitespace() && *c != '=').collect();
        let secret = BASE32_NOPAD.decode(plain.to_ascii_uppercase().as_bytes()).ok()?;
        (!secret.is_empty()).then_some(Self { secret, last_step: None })
    }

    /// Uses up a code; false when it is not one of now, or not later than the one before.
    pub(crate) fn use_code(&mut self, given: &str, now: i64) -> bool {
        let present = now.div_euclid(STEP_MS);
        let step = (present - TOLERANCE..=present + TOLERANCE)
            .filter(|step| self.last_step.is_none_or(|last| *step > last))
            .find(|step| self.code(*step).as_deref() == Some(given));
        if step.is_some() {
            self.last_step = step;
        }
        step.is_some()
    }

    fn code(&self, step: i64) -> Option<String> {
        let mac = Hmac::<Sha1>::new_from_slice(&self.secret).ok()?;
        let digest = mac.chain_update(step.to_be_bytes()).finalize().into_bytes();
        let offset = usize::from(digest.last()? & 0xf);
        let bytes = digest.get(offset..offset + 4)?.try_into().ok()?;
        Some(format!("{:06}", (u32::from_be_bytes(bytes) & 0x7fff_ffff) % 1_000_000))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The secret of RFC 6238's appendix B, in base32.
    const SECRET: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    #[test]
    fn codes_are_those_of_the_rfc() {
        let totp = Totp::parse(SECRET).unwrap();
        for (seconds, code) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000_i64, "353130"),
        ] {
            assert_eq!(totp.code(seconds * SECOND / STEP_MS).as_deref(), Some(code), "{seconds}");
        }
    }

    #[test]
    fn a_code_is_good_once_and_for_a_while() {
        let at = |seconds: i64, used_before: &[i64]| {
            let mut totp = Totp::parse(SECRET).unwrap();
            for before in used_before {
                assert!(totp.use_code("050471", before * SECOND));
            }
            totp.use_code("050471", seconds * SECOND)
        };
        let made = 1_111_111_111;
        assert!(at(made, &[]) && at(made - 30, &[]) && at(made + 30, &[]));
        assert!(!at(made - 61, &[]) && !at(made + 60, &[]));
        assert!(!at(made + 1, &[made]));
    }

    #[test]
    fn a_secret_is_base32() {
        assert!(Totp::parse("jbsw y3dp ehpk 3pxp").is_some());
        assert!(Totp::parse("").is_none() && Totp::parse("not base32!").is_none());
    }
}
