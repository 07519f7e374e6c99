//! `ClientResource`, the object that this package is about: what answers at once.

use super::errors::error_object;
use super::handle::{object, session_object, sign_in_object, sign_up_object};
use super::options::given;
use crate::engine::Client;
use js_sys::{Array, Date};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/js/glue/urls.js")]
extern "C" {
    #[wasm_bindgen(js_name = absoluteUrl)]
    fn absolute_url(url: &JsValue) -> Option<String>;
}

#[wasm_bindgen(module = "/src/js/glue/resource.js")]
extern "C" {
    #[wasm_bindgen(js_name = showClient)]
    fn show_client(client: &JsValue, json: &JsValue);
}

/// Keeps track of the authenticated sessions on this device, and of the sign-in or sign-up that is in progress.
///
/// There is one for each {@link Clerk}, from `load()` on: `clerk.client` is always the same object, and its properties
/// change. Times are `Date`; what the Frontend API does not say is `null`.
///
/// @see https://clerk.com/docs/js-frontend/reference/objects/client
#[wasm_bindgen]
#[derive(Debug)]
pub struct ClientResource(pub(in crate::js) Client);

/// The object of a client: one while anybody holds it.
pub(in crate::js) fn client_object(client: &Client) -> JsValue {
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
        sign_in_object(&self.0.sign_in().0)
    }

    /// The current sign-up attempt; a blank one when there is none.
    #[wasm_bindgen(getter, js_name = signUp, unchecked_return_type = "SignUpResource")]
    pub fn sign_up(&self) -> JsValue {
        sign_up_object(&self.0.sign_up().0)
    }

    /// Whether the client does not exist on the Frontend API yet.
    #[wasm_bindgen(js_name = isNew)]
    pub fn is_new(&self) -> bool {
        self.0.is_new()
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
        self.0.is_due_for_touch(Date::now())
    }

    /// The URL that renews the client's cookie and then redirects to `redirectUrl`, which arrives unchanged.
    ///
    /// @throws {TypeError} When `redirectUrl` is not an absolute URL.
    #[wasm_bindgen(js_name = buildTouchUrl, unchecked_return_type = "string")]
    pub fn build_touch_url(
        &self,
        #[wasm_bindgen(unchecked_param_type = "{ redirectUrl: URL }")] params: JsValue,
    ) -> Result<JsValue, JsValue> {
        let url = given(&params)
            .map_err(error_object)?
            .get("redirectUrl")
            .and_then(|url| absolute_url(url.as_js()));
        self.0.touch_url(url.as_deref()).map(JsValue::from).map_err(error_object)
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
        given(&json).and_then(|json| self.0.apply_json(&json)).map_err(error_object)?;
        Ok(client_object(&self.0))
    }
}

/// A client that belongs to no Clerk object, from JSON of the Frontend API, of a snapshot or of the Android SDK. The
/// package's entry makes it `ClientResource.fromJSON`.
#[expect(unreachable_pub, reason = "wasm-bindgen exports public functions only")]
#[wasm_bindgen(js_name = clientFromJSON, skip_typescript)]
pub fn client_from_json(json: JsValue) -> Result<JsValue, JsValue> {
    let client = given(&json).and_then(|json| Client::from_json(&json));
    client.map(|client| client_object(&client)).map_err(error_object)
}
