//! The captcha with which an attempt starts, where the instance wants one.

use super::state::Rest;
use crate::engine::wire::Work;
use crate::fapi::endpoints::attempt::Captcha;
use crate::json::Json;

/// Has the captcha solved with which a call starts: `None` where none is wanted.
pub(crate) fn captcha_for(rest: &Rest, captcha: Captcha, params: &Json) -> Option<Work<Option<Json>>> {
    let environment = rest.page().environment();
    is_captcha_wanted(rest, captcha, params, &environment)
        .then(|| rest.wire().solution(&environment, captcha.action()))
}

fn is_captcha_wanted(rest: &Rest, captcha: Captcha, params: &Json, environment: &Json) -> bool {
    let is_asked = match captcha {
        Captcha::Never => false,
        Captcha::ToSignUpIfMissing => params.flag("signUpIfMissing"),
        Captcha::ToSignUp => true,
    };
    if !is_asked
        || !rest.page().cookies.is_enabled()
        || rest.page().client.resource.data().flag("captcha_bypass")
    {
        return false;
    }
    let Some(display) = environment.get("display_config") else { return false };
    let settings = environment.get("user_settings").and_then(|settings| settings.get("sign_up"));
    settings.is_some_and(|settings| settings.flag("captcha_enabled"))
        && ["captcha_public_key", "captcha_public_key_invisible"]
            .iter()
            .all(|key| display.get(key).is_some_and(|key| key.is_truthy()))
        && !has_proved_otherwise(rest, captcha, params, &display)
}

/// Whether a provider that looks for robots itself makes a captcha needless, or the attempt before had one.
fn has_proved_otherwise(rest: &Rest, captcha: Captcha, params: &Json, display: &Json) -> bool {
    let before = if params.flag("transfer") { transferred(rest, captcha) } else { None };
    let is_trusted = |strategy: &str| {
        let mut trusted = display.list("captcha_oauth_bypass").into_iter();
        trusted.any(|known| known.as_text().as_deref() == Some(strategy))
    };
    before.is_some_and(|before| {
        is_trusted(&before) || captcha == Captcha::ToSignUp && has_asked_before(&before)
    }) || params.text("strategy").is_some_and(|strategy| is_trusted(&strategy))
}

/// The strategy of the attempt that is transferred.
fn transferred(rest: &Rest, captcha: Captcha) -> Option<String> {
    let is_to_sign_up = captcha == Captcha::ToSignUp;
    let verification = if is_to_sign_up {
        rest.page().client.sign_in().data().get("first_factor_verification")
    } else {
        rest.page().client.sign_up().data().get("verifications").and_then(|all| all.get("external_account"))
    }?;
    let is_left = is_to_sign_up || verification.text("status").as_deref() == Some("transferable");
    verification.text("strategy").filter(|_| is_left)
}

/// Whether a sign-in by this strategy is one with `signUpIfMissing`, which has asked for a captcha already.
fn has_asked_before(strategy: &str) -> bool {
    ["email_link", "email_code", "phone_code"].contains(&strategy) || strategy.starts_with("web3_")
}
