//! What Google's One Tap says: signing in, or up where nobody is found.

use super::callback::attempts_of;
use super::provider::with_those;
use crate::engine::clerk::Rest;
use crate::engine::page::{SignIn, SignUp};
use crate::engine::wire::Work;
use crate::fapi::endpoints::{sign_in, sign_up};
use crate::json::Json;

/// The attempt that has come of what somebody has shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SignInOrUp {
    /// They have an account.
    SignIn(SignIn),
    /// They had none.
    SignUp(SignUp),
}

/// Signs in by a token of Google's; where nobody has the account, signs up.
pub(crate) fn one_tap(rest: &Rest, params: &Json) -> Work<SignInOrUp> {
    let [sign_in, sign_up] = attempts_of(rest);
    let by_google = || Json::object(&[("strategy", Json::from("google_one_tap"))]);
    let sent = |names: &[&'static str]| with_those(by_google(), params, names);
    let (signed_in, to_sign_up) =
        (sign_in.run(&sign_in::CREATE, &sent(&["token"])), sent(&["token", "legalAccepted"]));
    Box::pin(async move {
        match signed_in.await {
            Err(error) if error.has_code("external_account_not_found") => {
                sign_up.run(&sign_up::CREATE, &to_sign_up).await?;
                Ok(SignInOrUp::SignUp(SignUp(sign_up)))
            }
            outcome => outcome.map(|()| SignInOrUp::SignIn(SignIn(sign_in))),
        }
    })
}
