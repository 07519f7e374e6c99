//! Finding the account of a sign-in, and checking its password.

use crate::clock::MINUTE;
use crate::error::ApiError;
use crate::http::caller::Instance;
use crate::http::visit::Visit;
use crate::model::message::Kind;
use crate::model::sign_in::Account;
use crate::model::user::{EmailAddress, User};
use crate::model::verification::{FirstFactor, Refusal, SecondFactor, Strategy, Verification};
use crate::settings::Requirement;
use crate::state::{normalized_email, normalized_username};

/// The code of every address that contains [`TEST_MARK`], in development.
const TEST_CODE: &str = "424242";
/// Clerk's mark of a test address, as in `ada+clerk_test@example.com`.
const TEST_MARK: &str = "+clerk_test";

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
const OTHER_STRATEGY_FAMILIES: [&str; 3] = ["oauth_", "oauth_token_", "web3_"];

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

impl Visit<'_> {
    /// The account that `typed` names, unless it is signed in here already.
    pub(super) fn find_account(&self, typed: &str) -> Result<Account, ApiError> {
        let identifier = self.normalized_identifier(typed)?;
        let user = self.tables.user_named(&identifier);
        let user = user.ok_or_else(ApiError::identifier_not_found)?;
        let same_user = self
            .client()
            .and_then(|client| self.active_sessions(client).find(|session| session.user_id == user.id));
        if let Some(session) = same_user {
            return Err(ApiError::already_signed_in(&session.id));
        }
        Ok(Account { user_id: user.id.clone(), identifier })
    }

    fn normalized_identifier(&self, typed: &str) -> Result<String, ApiError> {
        let username = match self.settings.username {
            Requirement::Off => None,
            Requirement::On | Requirement::Required => normalized_username(typed),
        };
        normalized_email(typed)
            .or(username)
            .ok_or_else(|| ApiError::param_format_invalid("identifier", "a valid email address"))
    }

    /// Compares a password with the account's, and counts a wrong one.
    pub(super) fn check_password(&mut self, user_id: &str, password: &str) -> Result<(), ApiError> {
        let user = self.tables.users.get(user_id);
        let user = user.ok_or_else(ApiError::identifier_not_found)?;
        if let Some(left) = user.locked_for(self.now) {
            return Err(ApiError::user_locked(left.div_euclid(MINUTE) + 1));
        }
        if user.password_hash.is_none() {
            return Err(ApiError::strategy_for_user_invalid());
        }
        if user.has_password(password) {
            return Ok(());
        }
        if let Some(user) = self.tables.users.get_mut(user_id) {
            user.count_wrong_password(&self.settings, self.now);
        }
        Err(ApiError::password_incorrect())
    }

    /// The address of an account to which a code may be sent: the one with the given id, else
    /// the one that was typed, else the primary one.
    pub(super) fn code_address(
        &self,
        account: &Account,
        email_address_id: Option<&str>,
    ) -> Result<String, ApiError> {
        let user = self.tables.users.get(&account.user_id);
        let user = user.ok_or_else(ApiError::identifier_not_found)?;
        let email = match email_address_id {
            Some(id) => verified(user)
                .find(|email| email.id == id)
                .ok_or_else(|| ApiError::related_resource_missing("email_address_id"))?,
            None => verified(user)
                .find(|email| email.address == account.identifier)
                .or_else(|| verified(user).next())
                .ok_or_else(ApiError::strategy_for_user_invalid)?,
        };
        Ok(email.address.clone())
    }

    /// Sends a new code to an address, or to a phone.
    pub(super) fn send_code(&mut self, strategy: Strategy, address: &str, kind: Kind) -> Verification {
        let is_development = matches!(self.caller.instance, Instance::Development { .. });
        let code = if is_development && address.contains(TEST_MARK) {
            TEST_CODE.to_owned()
        } else {
            self.random.code()
        };
        let channel = if strategy == Strategy::PhoneCode { "sms" } else { "email" };
        self.tables.send(channel, address, kind, &code, self.now);
        Verification::of_code(strategy, &code, &self.settings, self.now)
    }

    /// The error for a code that was refused, with the client on it: the verification changed.
    pub(super) fn code_refused(&self, refusal: Refusal) -> ApiError {
        let error = match refusal {
            Refusal::Incorrect => ApiError::code_incorrect(),
            Refusal::Expired => ApiError::verification_expired(),
            Refusal::TooManyAttempts => ApiError::verification_failed(),
            Refusal::AlreadyVerified => ApiError::verification_already_verified(),
        };
        error.with_client(self.client_json())
    }
}

fn verified(user: &User) -> impl Iterator<Item = &EmailAddress> {
    user.email_addresses.iter().filter(|email| email.is_verified())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strategies_are_known_unimplemented_or_nonsense() {
        assert_eq!(parse_strategy("password").unwrap(), FirstFactor::Password);
        let described = |name| format!("{:?}", parse_strategy(name).unwrap_err());
        for name in ["oauth_google", "ticket", "web3_metamask_signature"] {
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
