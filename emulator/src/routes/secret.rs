//! Secrets of a user: the password, a backup code, what an authenticator app shows. And the lock that too many wrong
//! ones put on.

use crate::error::ApiError;
use crate::http::visit::Visit;
use crate::model::user::{User, hash_password};
use crate::settings::Settings;

impl Visit<'_> {
    /// Compares a password with the account's.
    pub(super) fn check_password(&mut self, user_id: &str, password: &str) -> Result<(), ApiError> {
        let has_one = |user: &User| user.password_hash.is_some();
        let is_right = |user: &mut User| user.has_password(password);
        self.check_secret(user_id, has_one, is_right, ApiError::password_incorrect)
    }

    /// Uses up one of the codes that the user was once given.
    pub(super) fn use_backup_code(&mut self, user_id: &str, code: &str) -> Result<(), ApiError> {
        let has_one = |user: &User| !user.backup_codes.is_empty();
        let is_right = |user: &mut User| user.use_backup_code(code);
        self.check_secret(user_id, has_one, is_right, ApiError::code_incorrect)
    }

    /// Uses up what the user's app shows now.
    pub(super) fn use_totp(&mut self, user_id: &str, code: &str) -> Result<(), ApiError> {
        let now = self.now;
        let has_one = |user: &User| user.totp.is_some();
        let is_right = |user: &mut User| user.totp.as_mut().is_some_and(|totp| totp.use_code(code, now));
        self.check_secret(user_id, has_one, is_right, ApiError::code_incorrect)
    }

    fn check_secret(
        &mut self,
        user_id: &str,
        has_one: impl FnOnce(&User) -> bool,
        is_right: impl FnOnce(&mut User) -> bool,
        wrong: impl FnOnce() -> ApiError,
    ) -> Result<(), ApiError> {
        self.refuse_locked(user_id)?;
        let user = self.tables.users.get_mut(user_id).ok_or_else(ApiError::identifier_not_found)?;
        if !has_one(user) {
            return Err(ApiError::strategy_for_user_invalid());
        }
        if is_right(user) {
            return Ok(());
        }
        self.count_failure(user_id);
        Err(wrong())
    }

    /// Refuses whoever has failed too often lately.
    pub(super) fn refuse_locked(&self, user_id: &str) -> Result<(), ApiError> {
        let user = self.tables.users.get(user_id);
        match user.and_then(|user| user.locked_for(self.now)) {
            Some(left_ms) => Err(ApiError::user_locked(left_ms)),
            None => Ok(()),
        }
    }

    /// Counts a wrong secret or code.
    pub(super) fn count_failure(&mut self, user_id: &str) {
        if let Some(user) = self.tables.users.get_mut(user_id) {
            user.count_failure(&self.settings, self.now);
        }
    }
}

/// The hash of a password that somebody chooses, if it is as long as the settings want it.
pub(super) fn new_password_hash(password: &str, settings: &Settings) -> Result<String, ApiError> {
    let length = password.chars().count();
    let (shortest, longest) =
        (usize::from(settings.password_min_length), usize::from(settings.password_max_length));
    if length < shortest {
        return Err(ApiError::password_too_short(shortest));
    }
    if length > longest {
        return Err(ApiError::password_too_long(longest));
    }
    hash_password(password).ok_or_else(|| ApiError::internal("The password could not be hashed."))
}
