//! The names of strategies in a request.

use crate::error::ApiError;
use crate::model::verification::Strategy;

/// Strategies of Clerk's that the emulator does not implement.
const OTHER_STRATEGIES: [&str; 6] =
    ["saml", "enterprise_sso", "trusted_device", "google_one_tap", "oauth", "admin"];
const OTHER_STRATEGY_FAMILIES: [&str; 2] = ["oauth_token_", "web3_"];

/// Reads the name of a strategy: Clerk's others are not implemented, the rest is nonsense.
pub(super) fn parse_strategy(name: &str) -> Result<Strategy, ApiError> {
    match Strategy::parse(name) {
        Some(strategy) => Ok(strategy),
        None if is_clerk_strategy(name) => Err(ApiError::not_implemented(&format!("The strategy {name}"))),
        None => Err(ApiError::param_value_invalid("strategy", name)),
    }
}

/// The error for a strategy that is none of those that a request may name.
pub(super) fn unfit(strategy: Strategy) -> ApiError {
    ApiError::param_value_invalid("strategy", strategy.as_str())
}

fn is_clerk_strategy(name: &str) -> bool {
    OTHER_STRATEGIES.contains(&name) || OTHER_STRATEGY_FAMILIES.iter().any(|family| name.starts_with(family))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strategies_are_known_unimplemented_or_nonsense() {
        assert_eq!(parse_strategy("password").unwrap(), Strategy::Password);
        let described = |name| format!("{:?}", parse_strategy(name).unwrap_err());
        for name in ["oauth_token_google", "saml", "web3_metamask_signature"] {
            assert!(described(name).contains("not_implemented"), "{name}");
        }
        assert!(described("telepathy").contains("form_param_value_invalid"));
    }
}
