//! `/client/sessions/{id}/verify`: who is signed in proves again who they are.

use super::attempt::{Call, Strategy, calls};
use super::session::PATH;

calls![START, PREPARE_FIRST_FACTOR, ATTEMPT_FIRST_FACTOR, PREPARE_SECOND_FACTOR, ATTEMPT_SECOND_FACTOR,];

/// Starts a reverification in place of the one before.
pub static START: Call =
    Call { may_be_bare: false, only: &["level"], ..call("startVerification", "/verify") };

/// Has a code sent, or whatever the strategy needs first.
pub static PREPARE_FIRST_FACTOR: Call = Call {
    strategy: Strategy::OneOf(&[
        ("email_code", &["emailAddressId", "strategy"]),
        ("phone_code", &["phoneNumberId", "default", "strategy"]),
        ("passkey", &["strategy"]),
        ("enterprise_sso", &["emailAddressId", "enterpriseConnectionId", "redirectUrl", "strategy"]),
        ("trusted_device", &["trustedDeviceId", "strategy"]),
    ]),
    ..call("prepareFirstFactorVerification", "/verify/prepare_first_factor")
};

/// Tries to pass the first factor.
pub static ATTEMPT_FIRST_FACTOR: Call = Call {
    strategy: Strategy::OneOf(&[
        ("password", &[]),
        ("email_code", &[]),
        ("phone_code", &[]),
        ("passkey", &["publicKeyCredential", "strategy"]),
        ("trusted_device", &[]),
    ]),
    ..call("attemptFirstFactorVerification", "/verify/attempt_first_factor")
};

/// Has a code sent to a phone.
pub static PREPARE_SECOND_FACTOR: Call =
    call("prepareSecondFactorVerification", "/verify/prepare_second_factor");

/// Tries to pass the second factor.
pub static ATTEMPT_SECOND_FACTOR: Call =
    Call { may_be_bare: false, ..call("attemptSecondFactorVerification", "/verify/attempt_second_factor") };

const fn call(name: &'static str, action: &'static str) -> Call {
    Call { action: Some(action), ..Call::new("session", PATH, name) }
}
