//! `/client/sign_ins`.

use super::super::request::Method;
use super::attempt::{Call, Language, Strategy};

/// Where sign-in attempts live.
pub const PATH: &str = "/client/sign_ins";

/// Every call, in the order in which JavaScript knows them.
pub static CALLS: [&Call; 4] = [&CREATE, &PREPARE_FIRST_FACTOR, &ATTEMPT_FIRST_FACTOR, &RELOAD];

/// Starts an attempt.
pub static CREATE: Call =
    Call { action: None, may_be_bare: false, language: Language::Always, ..call("create") };

/// Has a code sent, or whatever the strategy needs first.
pub static PREPARE_FIRST_FACTOR: Call = Call {
    action: Some("/prepare_first_factor"),
    strategy: Strategy::OneOf(&[("email_code", &["emailAddressId", "strategy"])]),
    ..call("prepareFirstFactor")
};

/// Tries to pass the first factor.
pub static ATTEMPT_FIRST_FACTOR: Call = Call {
    action: Some("/attempt_first_factor"),
    strategy: Strategy::OneOf(&[("password", &[]), ("email_code", &[])]),
    ..call("attemptFirstFactor")
};

/// Reads an attempt again.
pub static RELOAD: Call = Call { method: Method::Get, ..call("reload") };

const fn call(name: &'static str) -> Call {
    Call::new("signIn", PATH, name)
}
