//! `/client/sign_ins`.

use super::super::request::Method;
use super::attempt::{Call, Captcha, Language, Strategy, calls};

/// Where sign-in attempts live.
pub const PATH: &str = "/client/sign_ins";

calls![
    CREATE,
    PREPARE_FIRST_FACTOR,
    ATTEMPT_FIRST_FACTOR,
    PREPARE_SECOND_FACTOR,
    ATTEMPT_SECOND_FACTOR,
    RESET_PASSWORD,
    SUBMIT_PROTECT_CHECK,
    RELOAD,
];

/// Starts an attempt.
pub static CREATE: Call = Call {
    action: None,
    may_be_bare: false,
    language: Language::Always,
    captcha: Captcha::ToSignUpIfMissing,
    ..call("create")
};

/// What a code by e-mail, or one that resets the password, is sent to.
const EMAIL_ADDRESS: &[&str] = &["emailAddressId", "strategy"];
const WALLET: &[&str] = &["web3WalletId", "strategy"];

/// Has a code sent, or whatever the strategy needs first.
pub static PREPARE_FIRST_FACTOR: Call = Call {
    action: Some("/prepare_first_factor"),
    strategy: Strategy::OneOf(&[
        ("passkey", &["strategy"]),
        ("email_link", &["emailAddressId", "redirectUrl", "strategy"]),
        ("email_code", EMAIL_ADDRESS),
        ("phone_code", &["phoneNumberId", "default", "channel", "strategy"]),
        ("reset_password_phone_code", &["phoneNumberId", "strategy"]),
        ("reset_password_email_code", EMAIL_ADDRESS),
        (
            "enterprise_sso",
            &[
                "emailAddressId",
                "redirectUrl",
                "actionCompleteRedirectUrl",
                "oidcPrompt",
                "enterpriseConnectionId",
                "strategy",
            ],
        ),
        ("web3_metamask_signature", WALLET),
        ("web3_base_signature", WALLET),
        ("web3_coinbase_wallet_signature", WALLET),
        ("web3_okx_wallet_signature", WALLET),
        ("web3_solana_signature", WALLET),
    ]),
    ..call("prepareFirstFactor")
};

/// Tries to pass the first factor.
pub static ATTEMPT_FIRST_FACTOR: Call =
    Call { action: Some("/attempt_first_factor"), may_be_bare: false, ..call("attemptFirstFactor") };

/// Has a code for the second factor sent.
pub static PREPARE_SECOND_FACTOR: Call =
    Call { action: Some("/prepare_second_factor"), may_be_bare: false, ..call("prepareSecondFactor") };

/// Tries to pass the second factor.
pub static ATTEMPT_SECOND_FACTOR: Call =
    Call { action: Some("/attempt_second_factor"), may_be_bare: false, ..call("attemptSecondFactor") };

/// Gives the user a new password.
pub static RESET_PASSWORD: Call =
    Call { action: Some("/reset_password"), may_be_bare: false, ..call("resetPassword") };

/// Proves to Clerk Protect what it wants proved.
pub static SUBMIT_PROTECT_CHECK: Call = Call::protect_check(call("submitProtectCheck"));

/// Reads an attempt again.
pub static RELOAD: Call = Call { method: Method::Get, ..call("reload") };

const fn call(name: &'static str) -> Call {
    Call::new("signIn", PATH, name)
}
