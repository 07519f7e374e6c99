//! `ClientResource`, the object that this package is about.

use super::abort::until_aborted;
use super::attempt::{SIGN_IN, SIGN_UP};
use super::handle::{attempt_object, given, object, options, session_object};
use super::promise::promise;
use crate::engine::Client;
use crate::error::{ClerkError, Result};
use crate::json::Json;
use crate::model;
use js_sys::{Array, Date, Promise};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/js/glue/current.js")]
extern "C" {
    #[wasm_bindgen(js_name = urlText)]
    fn url_text(url: &JsValue) -> Option<String>;
}

#[wasm_bindgen(module = "/src/js/glue/resource.js")]
extern "C" {
    #[wasm_bindgen(js_name = showClient)]
    fn show_client(client: &JsValue, json: &JsValue);
    #[wasm_bindgen(js_name = snapshotOf)]
    fn snapshot_of(name: &str, json: &JsValue) -> JsValue;
}

/// Keeps track of the authenticated sessions on this device, and of the sign-in or sign-up that is in progress.
///
/// There is one for each {@link Clerk}, from `load()` on: `clerk.client` is always the same object, and its properties
/// change. Times are `Date`; what the Frontend API does not say is `null`.
///
/// @see https://clerk.com/docs/js-frontend/reference/objects/client
#[wasm_bindgen]
#[derive(Debug)]
pub struct ClientResource(Client);

/// The object of a client: one while anybody holds it.
pub(crate) fn client_object(client: &Client) -> JsValue {
    object(&client.state().resource, |json| {
        let object = JsValue::from(ClientResource(client.clone()));
        show_client(&object, json.as_js());
        object
    })
}

#[wasm_bindgen]
impl ClientResource {
    /// The sessions that were created on this client, in any status. The same array until the client changes.
    #[wasm_bindgen(getter, unchecked_return_type = "SessionResource[]")]
    pub fn sessions(&self) -> Array {
        self.0.sessions().iter().map(session_object).collect()
    }

    /// The current sign-in attempt; a blank one when there is none.
    #[wasm_bindgen(getter, js_name = signIn, unchecked_return_type = "SignInResource")]
    pub fn sign_in(&self) -> JsValue {
        attempt_object(&SIGN_IN, &self.0.sign_in().0)
    }

    /// The current sign-up attempt; a blank one when there is none.
    #[wasm_bindgen(getter, js_name = signUp, unchecked_return_type = "SignUpResource")]
    pub fn sign_up(&self) -> JsValue {
        attempt_object(&SIGN_UP, &self.0.sign_up().0)
    }

    /// Whether the client does not exist on the Frontend API yet.
    #[wasm_bindgen(js_name = isNew)]
    pub fn is_new(&self) -> bool {
        self.0.is_new()
    }

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

    /// Forgets the cached tokens of all sessions of this client: the next `getToken()` mints one.
    #[wasm_bindgen(js_name = clearCache)]
    pub fn clear_cache(&self) {
        self.0.clear_cache();
    }

    /// Forgets the current sign-in attempt. No request is made.
    #[wasm_bindgen(js_name = resetSignIn)]
    pub fn reset_sign_in(&self) {
        self.0.reset_sign_in();
    }

    /// Forgets the current sign-up attempt. No request is made.
    #[wasm_bindgen(js_name = resetSignUp)]
    pub fn reset_sign_up(&self) {
        self.0.reset_sign_up();
    }

    /// Whether the client's cookie expires in eight days or less, or has expired. False when
    /// {@link cookieExpiresAt} is `null`.
    #[wasm_bindgen(js_name = isEligibleForTouch)]
    pub fn is_eligible_for_touch(&self) -> bool {
        self.0.is_eligible_for_touch(Date::now())
    }

    /// The URL that renews the client's cookie and then redirects to `redirectUrl`, which arrives unchanged.
    ///
    /// @throws {TypeError} When `redirectUrl` is not an absolute URL.
    #[wasm_bindgen(js_name = buildTouchUrl, unchecked_return_type = "string")]
    pub fn build_touch_url(
        &self,
        #[wasm_bindgen(unchecked_param_type = "{ redirectUrl: URL }")] params: JsValue,
    ) -> Result<JsValue, JsValue> {
        let url = given(&params)?.get("redirectUrl").and_then(|url| url_text(url.as_js()));
        Ok(self.0.build_touch_url(&url.unwrap_or_default())?.into())
    }

    /// Takes over the data of a client's JSON, as the Frontend API or {@link __internal_toSnapshot} writes it. `null`
    /// changes nothing.
    ///
    /// @returns This client.
    /// @throws {TypeError} When `json` is not an object.
    #[wasm_bindgen(js_name = fromJSON, unchecked_return_type = "ClientResource")]
    pub fn apply_json(
        &self,
        #[wasm_bindgen(unchecked_param_type = "object | null")] json: JsValue,
    ) -> Result<JsValue, JsValue> {
        self.0.apply_json(&given(&json)?)?;
        Ok(client_object(&self.0))
    }

    /// The client as the Backend API describes it. What a browser cannot know, such as a session's latest activity, is
    /// absent.
    #[wasm_bindgen(js_name = toBackend, unchecked_return_type = "BackendClient")]
    pub fn to_backend(&self) -> JsValue {
        super::backend::client_object(&model::backend_client(&self.0.data()))
    }

    /// The client as JSON that the `Client` of Clerk's Android SDK reads.
    #[wasm_bindgen(js_name = toAndroid, unchecked_return_type = "AndroidClientJSON")]
    pub fn to_android(&self) -> JsValue {
        model::android_client(&self.0.data()).as_js().clone()
    }

    /// The client as JSON in the Frontend API's form, from which {@link fromJSON} makes the same client again. Keys that
    /// this package does not know are kept.
    #[wasm_bindgen(js_name = __internal_toSnapshot, unchecked_return_type = "ClientJSONSnapshot")]
    pub fn to_snapshot(&self) -> JsValue {
        snapshot_of(model::Client::NAME, self.0.data().json().as_js())
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
        let params = given(&params).map(|params| self.0.send_captcha_token(&params));
        promise(params, client_object(&self.0))
    }
}

/// A client that belongs to no Clerk object, from JSON of the Frontend API, of a snapshot or of the Android SDK. The
/// package's entry makes it `ClientResource.fromJSON`.
#[expect(unreachable_pub, reason = "wasm-bindgen exports public functions only")]
#[wasm_bindgen(js_name = clientFromJSON, skip_typescript)]
pub fn client_from_json(json: JsValue) -> Result<JsValue, JsValue> {
    Ok(client_object(&Client::from_json(&given(&json)?)?))
}

/// The error of an argument that is not what the call takes.
pub(crate) fn wrong_argument(text: &str) -> JsValue {
    ClerkError::argument(text).into()
}
