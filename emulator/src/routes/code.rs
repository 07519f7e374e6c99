//! One-time codes: sending one, and refusing one.

use crate::error::ApiError;
use crate::http::caller::Instance;
use crate::http::visit::Visit;
use crate::model::message::{Content, Kind, Recipient};
use crate::model::verification::{Refusal, Strategy, Verification};

/// The code of every address that contains [`TEST_MARK`], and of every fictional number, in development.
const TEST_CODE: &str = "424242";
/// Clerk's mark of a test address, as in `ada+clerk_test@example.com`.
const TEST_MARK: &str = "+clerk_test";

impl Visit<'_> {
    /// Sends a new code to an address, or to a phone.
    pub(super) fn send_code(
        &mut self,
        strategy: Strategy,
        recipient: &Recipient,
        kind: Kind,
    ) -> Verification {
        let is_development = matches!(self.caller.instance, Instance::Development { .. });
        let code = if is_development && is_for_tests(&recipient.address) {
            TEST_CODE.to_owned()
        } else {
            self.random.code()
        };
        self.tables.send(recipient, kind, Content::Code(code.clone()), self.now);
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

/// Of Clerk's marked addresses, or a number that North America keeps for fiction: +1 XXX 555 01XX.
fn is_for_tests(address: &str) -> bool {
    let local = address.strip_prefix("+1").filter(|digits| digits.len() == 10);
    address.contains(TEST_MARK) || local.is_some_and(|digits| digits.get(3..8) == Some("55501"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_and_numbers_for_tests_are_known() {
        for address in ["ada+clerk_test@example.com", "+12015550100", "+14155550199"] {
            assert!(is_for_tests(address), "{address}");
        }
        for address in ["ada@example.com", "+12015550200", "+4315550100", "+120155501000"] {
            assert!(!is_for_tests(address), "{address}");
        }
    }
}
