//! The names of strategies in a request.

use crate::error::ApiError;
use crate::model::verification::{FirstFactor, SecondFactor};

/// Strategies of Clerk's that the emulator does not implement.
const OTHER_STRATEGIES: [&str; 15] = [
    "ticket",
    "email_link",
    "phone_code",
    "totp",
    "backup_code",
    "saml",
    "enterprise_sso",
    "reset_password_code",
    "reset_password_email_code",
    "reset_password_phone_code",
    "passkey",
    "trusted_device",
    "google_one_tap",
    "oauth",
    "admin",
];
const OTHER_STRATEGY_FAMILIES: [&str; 2] = ["oauth_token_", "web3_"];

/// Reads the name of a strategy: Clerk's others are not implemented, the rest is nonsense.
pub(super) fn parse_strategy(name: &str) -> Result<FirstFactor, ApiError> {
    match name {
        "password" => Ok(FirstFactor::Password),
        "email_code" => Ok(FirstFactor::EmailCode),
        other if is_clerk_strategy(other) => Err(ApiError::not_implemented(&format!("The strategy {other}"))),
        other => Err(ApiError::param_value_invalid("strategy", other)),
    }
}

/// The same for what may come second.
pub(super) fn parse_second_strategy(name: &str) -> Result<SecondFactor, ApiError> {
    match name {
        "phone_code" => Ok(SecondFactor::PhoneCode),
        "backup_code" => Ok(SecondFactor::BackupCode),
        "totp" => Err(ApiError::not_implemented("The strategy totp")),
        other => Err(ApiError::param_value_invalid("strategy", other)),
    }
}

fn is_clerk_strategy(name: &str) -> bool {
    OTHER_STRATEGIES.contains(&name) || OTHER_STRATEGY_FAMILIES.iter().any(|family| name.starts_with(family))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strategies_are_known_unimplemented_or_nonsense() {
        assert_eq!(parse_strategy("password").unwrap(), FirstFactor::Password);
        let described = |name| format!("{:?}", parse_strategy(name).unwrap_err());
        for name in ["oauth_token_google", "ticket", "web3_metamask_signature"] {
            assert!(described(name).contains("not_implemented"), "{name}");
        }
        assert!(described("telepathy").contains("form_param_value_invalid"));
        let second = |name| format!("{:?}", parse_second_strategy(name).unwrap_err());
        assert!(
            second("totp").contains("not_implemented")
                && second("password").contains("form_param_value_invalid")
        );
    }
}
