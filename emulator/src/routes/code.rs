//! One-time codes: sending one, and refusing one.

use crate::error::ApiError;
use crate::http::caller::Instance;
use crate::http::visit::Visit;
use crate::model::message::Kind;
use crate::model::verification::{Refusal, Strategy, Verification};

/// The code of every address that contains [`TEST_MARK`], in development.
const TEST_CODE: &str = "424242";
/// Clerk's mark of a test address, as in `ada+clerk_test@example.com`.
const TEST_MARK: &str = "+clerk_test";

impl Visit<'_> {
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

    /// The error for a signature that was refused.
    pub(super) fn signature_refused(&self, refusal: Refusal) -> ApiError {
        match refusal {
            Refusal::Incorrect => ApiError::signature_incorrect(),
            other => self.code_refused(other),
        }
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
