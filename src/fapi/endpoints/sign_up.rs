//! `/client/sign_ups`.

use super::super::request::{Method, Request, segment};
use super::attempt::{Call, Captcha, Language, Strategy, calls};
use crate::encoding::concat;

/// Where sign-up attempts live.
pub const PATH: &str = "/client/sign_ups";

calls![
    CREATE,
    UPDATE,
    PREPARE_VERIFICATION,
    ATTEMPT_VERIFICATION,
    PREPARE_EMAIL_ADDRESS_VERIFICATION,
    ATTEMPT_EMAIL_ADDRESS_VERIFICATION,
    PREPARE_PHONE_NUMBER_VERIFICATION,
    ATTEMPT_PHONE_NUMBER_VERIFICATION,
    PREPARE_WEB3_WALLET_VERIFICATION,
    ATTEMPT_WEB3_WALLET_VERIFICATION,
    SUBMIT_PROTECT_CHECK,
    RELOAD,
];

/// Starts an attempt.
pub static CREATE: Call = Call {
    action: None,
    may_be_bare: false,
    language: Language::Default,
    captcha: Captcha::ToSignUp,
    ..call("create")
};

/// Adds to an attempt.
pub static UPDATE: Call = Call { method: Method::Patch, ..call("update") };

/// Has a code sent, or whatever the strategy needs first.
pub static PREPARE_VERIFICATION: Call =
    Call { may_be_bare: false, ..prepare("prepareVerification", Strategy::Any) };

/// Tries to verify what the strategy is about.
pub static ATTEMPT_VERIFICATION: Call =
    Call { may_be_bare: false, ..attempt("attemptVerification", Strategy::Any) };

/// Has a code sent to the email address.
pub static PREPARE_EMAIL_ADDRESS_VERIFICATION: Call =
    prepare("prepareEmailAddressVerification", Strategy::Default("email_code"));

/// Tries to verify the email address.
pub static ATTEMPT_EMAIL_ADDRESS_VERIFICATION: Call =
    attempt("attemptEmailAddressVerification", Strategy::Always("email_code"));

/// Has a code sent to the phone number.
pub static PREPARE_PHONE_NUMBER_VERIFICATION: Call =
    prepare("preparePhoneNumberVerification", Strategy::Default("phone_code"));

/// Tries to verify the phone number.
pub static ATTEMPT_PHONE_NUMBER_VERIFICATION: Call =
    attempt("attemptPhoneNumberVerification", Strategy::Always("phone_code"));

/// Asks for the text that the wallet is to sign.
pub static PREPARE_WEB3_WALLET_VERIFICATION: Call =
    prepare("prepareWeb3WalletVerification", Strategy::Default(METAMASK));

/// Tries to verify the wallet by its signature.
pub static ATTEMPT_WEB3_WALLET_VERIFICATION: Call = Call {
    only: &["signature", "strategy"],
    may_be_bare: false,
    ..attempt("attemptWeb3WalletVerification", Strategy::Default(METAMASK))
};

/// Proves to Clerk Protect what it wants proved.
pub static SUBMIT_PROTECT_CHECK: Call = Call::protect_check(call("submitProtectCheck"));

/// Reads an attempt again.
pub static RELOAD: Call = Call { method: Method::Get, ..call("reload") };

/// Reads the enterprises by which people with the attempt's address may go on.
pub fn enterprise_connections(id: &str) -> Request {
    Request::new(Method::Get, concat(&[PATH, "/", &segment(id), "/enterprise_connections"]))
}

const METAMASK: &str = "web3_metamask_signature";

const fn call(name: &'static str) -> Call {
    Call::new("signUp", PATH, name)
}

const fn prepare(name: &'static str, strategy: Strategy) -> Call {
    Call { action: Some("/prepare_verification"), strategy, ..call(name) }
}

const fn attempt(name: &'static str, strategy: Strategy) -> Call {
    Call { action: Some("/attempt_verification"), strategy, ..call(name) }
}
