//! `ClientResource`: what makes requests.

use super::abort::until_aborted;
use super::promise::promise;
use crate::js::first::{ClientResource, client_object, given, options};
use crate::json::Json;
use js_sys::Promise;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
impl ClientResource {
    /// Creates the client along with its cookie.
    ///
    /// @returns This client, with what the Frontend API answered.
    /// @throws {ClerkAPIResponseError} What the Frontend API refused; the client stays as it was.
    #[wasm_bindgen(unchecked_return_type = "Promise<ClientResource>")]
    pub fn create(&self) -> Promise {
        promise(Ok(self.0.create()), client_object(&self.0))
    }

    /// Reads the client again; listeners hear of what changed, and `clerk.session` is found again in it.
    ///
    /// @param params `rotatingTokenNonce` lets a native application rotate its token once, after an OAuth flow; `signal`
    ///   ends the call.
    /// @returns This client.
    /// @throws {ClerkAPIResponseError} What the Frontend API refused; the client stays as it was.
    #[wasm_bindgen(unchecked_return_type = "Promise<ClientResource>")]
    pub fn reload(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "ClerkResourceReloadParams")] params: JsValue,
    ) -> Promise {
        let reload = |params: Json| {
            until_aborted(self.0.reload(params.text("rotatingTokenNonce").as_deref()), &params)
        };
        let params = given(&params).and_then(|params| options(params, "client.reload()"));
        promise(params.and_then(reload), client_object(&self.0))
    }

    /// Deletes the client. All sessions are gone, nobody is signed in, and the id is empty.
    ///
    /// @throws {ClerkAPIResponseError} What the Frontend API refused; the client stays as it was.
    #[wasm_bindgen(unchecked_return_type = "Promise<void>")]
    pub fn destroy(&self) -> Promise {
        promise(Ok(self.0.destroy()), JsValue::UNDEFINED)
    }

    /// Removes all sessions of this client; the client itself stays.
    ///
    /// @returns This client.
    /// @throws {ClerkAPIResponseError} What the Frontend API refused; the sessions stay.
    #[wasm_bindgen(js_name = removeSessions, unchecked_return_type = "Promise<ClientResource>")]
    pub fn remove_sessions(&self) -> Promise {
        promise(Ok(self.0.remove_sessions()), client_object(&self.0))
    }

    /// Sends the answer to a captcha.
    ///
    /// @returns This client.
    /// @throws {ClerkAPIResponseError} What the Frontend API refused.
    #[wasm_bindgen(js_name = __internal_sendCaptchaToken, unchecked_return_type = "Promise<ClientResource>")]
    pub fn send_captcha_token(
        &self,
        #[wasm_bindgen(unchecked_param_type = "CaptchaParams")] params: JsValue,
    ) -> Promise {
        let params = given(&params).map(|params| self.0.send_captcha_params(&params));
        promise(params, client_object(&self.0))
    }
}
