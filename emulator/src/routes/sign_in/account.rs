//! Finding the account of a sign-in, and checking its password.

use crate::clock::MINUTE;
use crate::error::ApiError;
use crate::http::visit::Visit;
use crate::model::sign_in::Account;
use crate::model::user::{EmailAddress, User};
use crate::model::web3::normalized_wallet;
use crate::settings::Requirement;
use crate::state::{normalized_email, normalized_username};

impl Visit<'_> {
    /// The account that `typed` names, unless it is signed in here already.
    pub(in crate::routes) fn find_account(&self, typed: &str) -> Result<Account, ApiError> {
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
        let wallet = if self.settings.web3_wallets.is_empty() { None } else { normalized_wallet(typed) };
        // An address of a wallet could be a username too.
        wallet
            .or_else(|| normalized_email(typed))
            .or(username)
            .ok_or_else(|| ApiError::param_format_invalid("identifier", "a valid email address"))
    }

    /// Compares a password with the account's, and counts a wrong one.
    pub(in crate::routes) fn check_password(
        &mut self,
        user_id: &str,
        password: &str,
    ) -> Result<(), ApiError> {
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
    pub(in crate::routes) fn code_address(
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
}

fn verified(user: &User) -> impl Iterator<Item = &EmailAddress> {
    user.email_addresses.iter().filter(|email| email.is_verified())
}
