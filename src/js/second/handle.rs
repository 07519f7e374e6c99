//! What a resource's methods call, where that makes requests.

use super::{attempt, session};
use crate::fapi::endpoints::{sign_in, sign_up};
use crate::js::first::{Kind, ResourceHandle, sign_in_object, sign_up_object};
use crate::json::Json;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
impl ResourceHandle {
    /// Runs the method at `index` of the list with which its class was defined.
    #[wasm_bindgen(skip_typescript)]
    pub fn run(&self, index: usize, argument: JsValue) -> JsValue {
        let argument = Json::from(argument);
        match &self.0 {
            Kind::Session(session) => session::run(session, index, argument),
            Kind::SignIn(one) => attempt::run(&sign_in::CALLS, index, one, sign_in_object(one), &argument),
            Kind::SignUp(one) => attempt::run(&sign_up::CALLS, index, one, sign_up_object(one), &argument),
        }
    }

    /// A session's token: at once, with the time until when it is good, or a promise of it.
    #[wasm_bindgen(js_name = getToken, skip_typescript)]
    pub fn get_token(&self, options: JsValue) -> JsValue {
        let Kind::Session(session) = &self.0 else { return JsValue::UNDEFINED };
        session::get_token(session, options.into())
    }
}
