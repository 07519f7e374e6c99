//! What each struct gives to the rows, which is what a caller's JSON gave.

use super::*;
use crate::model::{PhoneCodeChannel, Strategy};

/// A struct, and the object that JavaScript would give.
fn rows() -> Vec<(Json, &'static str)> {
    let metadata = Json::parse(r#"{"a":{"bC":1}}"#).unwrap();
    vec![
        (CreateSignIn::default().to_json(), "{}"),
        (
            CreateSignIn::default().identifier("a@b.c").password("p").to_json(),
            r#"{"identifier":"a@b.c","password":"p"}"#,
        ),
        (
            CreateSignIn {
                strategy: Some(Strategy::oauth("google")),
                redirect_url: Some("https://a.test/".to_owned()),
                action_complete_redirect_url: Some("/".to_owned()),
                sign_up_if_missing: Some(true),
                ..CreateSignIn::default()
            }
            .to_json(),
            r#"{"strategy":"oauth_google","redirectUrl":"https://a.test/","actionCompleteRedirectUrl":"/","signUpIfMissing":true}"#,
        ),
        (
            CreateSignIn::default().strategy("ticket").ticket("t").with("newField", true).to_json(),
            r#"{"strategy":"ticket","ticket":"t","newField":true}"#,
        ),
        (
            ResetPassword::new("p").sign_out_of_other_sessions(false).to_json(),
            r#"{"password":"p","signOutOfOtherSessions":false}"#,
        ),
        (
            PrepareFactor::new(Strategy::PhoneCode)
                .phone_number_id("idn_1")
                .is_default(true)
                .channel(PhoneCodeChannel::Whatsapp)
                .to_json(),
            r#"{"strategy":"phone_code","phoneNumberId":"idn_1","default":true,"channel":"whatsapp"}"#,
        ),
        (
            PrepareFactor::new(Strategy::Web3Solana).web3_wallet_id("idn_2").to_json(),
            r#"{"strategy":"web3_solana_signature","web3WalletId":"idn_2"}"#,
        ),
        (AttemptFactor::by_password("p").to_json(), r#"{"strategy":"password","password":"p"}"#),
        (AttemptFactor::by_code(Strategy::Totp, "1").to_json(), r#"{"strategy":"totp","code":"1"}"#),
        (
            AttemptFactor::new(Strategy::Passkey).public_key_credential("{}").to_json(),
            r#"{"strategy":"passkey","publicKeyCredential":"{}"}"#,
        ),
        (
            CreateSignUp::default()
                .email_address("a@b.c")
                .web3_wallet("0x1")
                .legal_accepted(true)
                .unsafe_metadata(metadata)
                .locale("fr")
                .to_json(),
            r#"{"emailAddress":"a@b.c","web3Wallet":"0x1","legalAccepted":true,"unsafeMetadata":{"a":{"bC":1}},"locale":"fr"}"#,
        ),
        (
            PrepareVerification::new(Strategy::EmailLink).redirect_url("r").to_json(),
            r#"{"strategy":"email_link","redirectUrl":"r"}"#,
        ),
        (
            AttemptVerification::by_code(Strategy::EmailCode, "1").to_json(),
            r#"{"strategy":"email_code","code":"1"}"#,
        ),
        (
            AttemptVerification::by_signature(Strategy::Web3Base, "s").to_json(),
            r#"{"strategy":"web3_base_signature","signature":"s"}"#,
        ),
        (
            CaptchaAnswer::solved("t", "smart").captcha_action("verify").into(),
            r#"{"captchaToken":"t","captchaWidgetType":"smart","captchaAction":"verify"}"#,
        ),
        (CaptchaAnswer::failed("300010").into(), r#"{"captchaError":"300010"}"#),
    ]
}

#[test]
fn a_struct_gives_what_javascript_would() {
    for (given, expected) in rows() {
        assert_eq!(given.to_text(), expected);
    }
}

#[test]
fn what_is_added_replaces_what_is_known() {
    let params = CreateSignUp::default().first_name("Ada").with("firstName", Json::null());
    assert_eq!(params.to_json().to_text(), r#"{"firstName":null}"#);
}

#[test]
fn what_is_given_is_named_and_not_shown() {
    let shown = format!("{:?}", CreateSignIn::default().identifier("a@b.c").password("p"));
    assert_eq!(shown, r#"CreateSignIn(["identifier", "password"])"#);
}

#[test]
fn nothing_secret_is_shown() {
    let secret = "hunter2";
    let shown = [
        format!("{:?}", CreateSignIn::default().password(secret).ticket(secret).token(secret).code(secret)),
        format!("{:?}", ResetPassword::new(secret)),
        format!("{:?}", AttemptFactor::by_password(secret).code(secret).signature(secret).ticket(secret)),
        format!("{:?}", AttemptFactor::default().token(secret).public_key_credential(secret)),
        format!("{:?}", CreateSignUp::default().password(secret).ticket(secret).token(secret).code(secret)),
        format!("{:?}", AttemptVerification::by_code("email_code", secret).signature(secret).token(secret)),
        format!("{:?}", CaptchaAnswer::solved(secret, "smart")),
        format!("{:?}", CreateSignIn::default().with("otherSecret", secret)),
    ];
    for shown in shown {
        assert!(!shown.contains(secret), "{shown}");
    }
}
