//! The methods of `SignInResource` and `SignUpResource`: each sends its parameters and resolves the attempt.

use super::handle::{no_such_method, sign_in_object, sign_up_object};
use super::promise::promise;
use crate::engine::{SignIn, SignUp};
use crate::json::Json;
use wasm_bindgen::JsValue;

pub(crate) const SIGN_IN_METHODS: [&str; 4] =
    ["create", "prepareFirstFactor", "attemptFirstFactor", "reload"];

pub(crate) const SIGN_UP_METHODS: [&str; 5] =
    ["create", "update", "prepareEmailAddressVerification", "attemptEmailAddressVerification", "reload"];

pub(crate) fn call_sign_in(sign_in: &SignIn, index: usize, params: &Json) -> JsValue {
    let work = match SIGN_IN_METHODS.get(index).copied() {
        Some("create") => Ok(sign_in.create(params)),
        Some("prepareFirstFactor") => Ok(sign_in.prepare_first_factor(params)),
        Some("attemptFirstFactor") => Ok(sign_in.attempt_first_factor(params)),
        Some("reload") => Ok(sign_in.reload()),
        _ => no_such_method(),
    };
    promise(work, sign_in_object(sign_in)).into()
}

pub(crate) fn call_sign_up(sign_up: &SignUp, index: usize, params: &Json) -> JsValue {
    let work = match SIGN_UP_METHODS.get(index).copied() {
        Some("create") => Ok(sign_up.create(params)),
        Some("update") => Ok(sign_up.update(params)),
        Some("prepareEmailAddressVerification") => Ok(sign_up.prepare_email_address_verification(params)),
        Some("attemptEmailAddressVerification") => Ok(sign_up.attempt_email_address_verification(params)),
        Some("reload") => Ok(sign_up.reload()),
        _ => no_such_method(),
    };
    promise(work, sign_up_object(sign_up)).into()
}
