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

pub(crate) fn call_sign_in(sign_in: &SignIn, index: usize, params: Json) -> JsValue {
    let Some(name) = SIGN_IN_METHODS.get(index) else { return no_such_method() };
    let sign_in = sign_in.clone();
    promise(async move {
        match *name {
            "create" => sign_in.create(&params).await?,
            "prepareFirstFactor" => sign_in.prepare_first_factor(&params).await?,
            "attemptFirstFactor" => sign_in.attempt_first_factor(&params).await?,
            _ => sign_in.reload().await?,
        }
        Ok(sign_in_object(&sign_in))
    })
    .into()
}

pub(crate) fn call_sign_up(sign_up: &SignUp, index: usize, params: Json) -> JsValue {
    let Some(name) = SIGN_UP_METHODS.get(index) else { return no_such_method() };
    let sign_up = sign_up.clone();
    promise(async move {
        match *name {
            "create" => sign_up.create(&params).await?,
            "update" => sign_up.update(&params).await?,
            "prepareEmailAddressVerification" => sign_up.prepare_email_address_verification(&params).await?,
            "attemptEmailAddressVerification" => sign_up.attempt_email_address_verification(&params).await?,
            _ => sign_up.reload().await?,
        }
        Ok(sign_up_object(&sign_up))
    })
    .into()
}
