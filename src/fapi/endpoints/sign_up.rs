//! `/client/sign_ups`.

use super::super::request::Method;
use super::attempt::{Call, Language, Strategy};

/// Where sign-up attempts live.
pub const PATH: &str = "/client/sign_ups";

/// Every call, in the order in which JavaScript knows them.
pub static CALLS: [&Call; 5] =
    [&CREATE, &UPDATE, &PREPARE_EMAIL_ADDRESS_VERIFICATION, &ATTEMPT_EMAIL_ADDRESS_VERIFICATION, &RELOAD];

/// Starts an attempt.
pub static CREATE: Call =
    Call { action: None, may_be_bare: false, language: Language::Default, ..call("create") };

/// Adds to an attempt.
pub static UPDATE: Call = Call { method: Method::Patch, ..call("update") };

/// Has a code sent to the email address.
pub static PREPARE_EMAIL_ADDRESS_VERIFICATION: Call = Call {
    action: Some("/prepare_verification"),
    strategy: Strategy::Default("email_code"),
    ..call("prepareEmailAddressVerification")
};

/// Tries to verify the email address.
pub static ATTEMPT_EMAIL_ADDRESS_VERIFICATION: Call = Call {
    action: Some("/attempt_verification"),
    strategy: Strategy::Always("email_code"),
    ..call("attemptEmailAddressVerification")
};

/// Reads an attempt again.
pub static RELOAD: Call = Call { method: Method::Get, ..call("reload") };

const fn call(name: &'static str) -> Call {
    Call::new("signUp", PATH, name)
}
