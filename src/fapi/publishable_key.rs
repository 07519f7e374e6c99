//! The publishable key: which instance, and where its Frontend API is.

use crate::encoding::{base64_digit, concat, decode_base64, sha1, split_once};
use crate::error::{ClerkError, Result};

/// Hosts of development and staging instances: these use the development browser flow.
const DEVELOPMENT_SUFFIXES: [&str; 9] = [
    ".lcl.dev",
    ".stg.dev",
    ".lclstage.dev",
    ".stgstage.dev",
    ".dev.lclclerk.com",
    ".stg.lclclerk.com",
    ".accounts.lclclerk.com",
    "accountsstage.dev",
    "accounts.dev",
];

/// What kind of instance a key belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InstanceType {
    /// A `pk_live_` key.
    Production,
    /// A `pk_test_` key.
    Development,
}

impl InstanceType {
    /// `production` or `development`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Production => "production",
            Self::Development => "development",
        }
    }
}

/// A checked publishable key.
///
/// ```
/// use clerk_wasm::fapi::PublishableKey;
///
/// let key = PublishableKey::parse("pk_live_Y2xlcmsuZXhhbXBsZS5jb20k")?;
/// assert_eq!(key.frontend_api(), "clerk.example.com");
/// assert!(PublishableKey::parse("pk_live_oops").is_err());
/// # Ok::<(), clerk_wasm::ClerkError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishableKey {
    raw: String,
    instance_type: InstanceType,
    frontend_api: String,
}

impl PublishableKey {
    /// Reads `pk_live_` or `pk_test_` and the base64 of the Frontend API's host with a `$` behind it.
    ///
    /// # Errors
    /// [`ErrorKind::State`](crate::ErrorKind::State), a plain `Error` in JavaScript as in clerk-js, that says what is wrong
    /// with the key.
    pub fn parse(key: &str) -> Result<Self> {
        let raw = key.trim_ascii();
        if raw.is_empty() {
            return Err(ClerkError::state(
                "Missing publishableKey: see https://dashboard.clerk.com/last-active?path=api-keys",
            ));
        }
        let (instance_type, encoded) = if let Some(rest) = raw.strip_prefix("pk_live_") {
            (InstanceType::Production, rest)
        } else if let Some(rest) = raw.strip_prefix("pk_test_") {
            (InstanceType::Development, rest)
        } else {
            return Err(invalid("it does not start with pk_live_ or pk_test_"));
        };
        let host = decode_base64(encoded).ok_or_else(|| invalid("it is not the base64 of a host"))?;
        let frontend_api = host.strip_suffix("$").ok_or_else(|| invalid("its host does not end with a $"))?;
        if !is_host(frontend_api) {
            return Err(invalid("it does not hold a host name"));
        }
        Ok(Self { raw: raw.to_owned(), instance_type, frontend_api: frontend_api.to_owned() })
    }

    /// The key as it was given.
    pub fn as_str(&self) -> &str {
        &self.raw
    }

    /// Production or development.
    pub fn instance_type(&self) -> InstanceType {
        self.instance_type
    }

    /// The host of the Frontend API.
    pub fn frontend_api(&self) -> &str {
        &self.frontend_api
    }

    /// Whether requests carry a development browser token.
    pub fn uses_dev_browser(&self) -> bool {
        self.instance_type == InstanceType::Development
            && DEVELOPMENT_SUFFIXES.iter().any(|suffix| self.frontend_api.ends_with(suffix))
    }

    /// What tells this instance's cookies from another's on the same page: the first eight characters of the
    /// URL-safe base64 of the key's SHA-1.
    pub fn cookie_suffix(&self) -> String {
        let [first, second, ..] = sha1(self.raw.as_bytes());
        let bits = u64::from(first) << 16 | u64::from(second >> 16);
        (0..8).map(|place| base64_digit(bits >> (42 - 6 * place))).collect()
    }
}

fn invalid(why: &str) -> ClerkError {
    ClerkError::state(concat(&["The publishableKey passed to Clerk is invalid: ", why, "."]))
}

fn is_host(text: &str) -> bool {
    split_once(text, b'.').is_some()
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b':'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_both_kinds_of_key() {
        let live = PublishableKey::parse(" pk_live_Y2xlcmsuZXhhbXBsZS5jb20k ").unwrap();
        assert_eq!(live.as_str(), "pk_live_Y2xlcmsuZXhhbXBsZS5jb20k");
        assert_eq!(live.frontend_api(), "clerk.example.com");
        assert_eq!(live.instance_type(), InstanceType::Production);
        assert!(!live.uses_dev_browser());
        // x.accounts.dev$
        let test = PublishableKey::parse("pk_test_eC5hY2NvdW50cy5kZXYk").unwrap();
        assert_eq!(test.instance_type(), InstanceType::Development);
        assert!(test.uses_dev_browser());
    }

    #[test]
    fn refuses_everything_else_and_says_why() {
        for (key, why) in [
            ("", "Missing publishableKey"),
            ("   ", "Missing publishableKey"),
            ("sk_test_abc", "does not start with"),
            ("pk_test_", "does not end with a $"),
            ("pk_test_%%%", "not the base64"),
            ("pk_live_Y2xlcmsuZXhhbXBsZS5jb20", "does not end with a $"),
            ("pk_live_bG9jYWxob3N0JA", "does not hold a host name"),
            ("pk_live_eC5kZXYvcGF0aCQ", "does not hold a host name"),
        ] {
            let error = PublishableKey::parse(key).unwrap_err().to_string();
            assert!(error.contains(why), "{key:?}: {error}");
        }
    }

    #[test]
    fn cookie_suffixes_are_those_of_clerk_js() {
        for (key, suffix) in [
            ("pk_live_Y2xlcmsuY2xlcmsuZGV2JA", "1Z8AzTQD"),
            ("pk_test_Y2xlcmsuY2xlcmsuZGV2JA", "QvfNY2dr"),
            ("pk_test_ZW5vdWdoLWFscGFjYS04Mi5jbGVyay5hY2NvdW50cy5sY2xjbGVyay5jb20k", "jtYvyt_H"),
        ] {
            assert_eq!(PublishableKey::parse(key).unwrap().cookie_suffix(), suffix);
        }
    }
}
