//! `ClientResource`, the object that this package is about.

use super::attempt::{SIGN_IN, SIGN_UP};
use super::handle::{attempt_object, options, session_object};
use super::promise::promise;
use crate::engine::{Client, Session, View};
use crate::error::{ClerkError, Result};
use crate::json::Json;
use crate::model;
use js_sys::{Array, Date, Promise, WeakRef};
use std::any::Any;
use std::cell::RefCell;
use std::rc::{Rc, Weak};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/js/glue/current.js")]
extern "C" {
    #[wasm_bindgen(js_name = urlText)]
    fn url_text(url: &JsValue) -> Option<String>;
}

/// Keeps track of the authenticated sessions on this device, and of the sign-in or sign-up that is in progress.
///
/// There is one for each {@link Clerk}, from `load()` on: `clerk.client` is always the same object, and its properties
/// change. Times are `Date`; what the Frontend API does not say is `null`.
///
/// @see https://clerk.com/docs/js-frontend/reference/objects/client
#[wasm_bindgen]
#[derive(Debug)]
pub struct ClientResource {
    client: Client,
    seen: Rc<Seen>,
}

/// What was handed out since the client last changed, so that it is the same object when asked for again.
#[derive(Debug, Default)]
struct Seen(RefCell<Vec<(&'static str, JsValue)>>);

impl Seen {
    fn or_make(&self, name: &'static str, make: impl FnOnce() -> JsValue) -> JsValue {
        let known = self.0.borrow().iter().find(|(other, _)| *other == name).map(|(_, value)| value.clone());
        known.unwrap_or_else(|| {
            let value = make();
            self.0.borrow_mut().push((name, value.clone()));
            value
        })
    }
}

/// The engine holds the object weakly, and what the object has handed out as well: both lead back to the engine.
struct ClientObject {
    object: RefCell<Option<WeakRef>>,
    seen: Weak<Seen>,
}

impl View for ClientObject {
    fn changed(&self, _: &Json) {
        if let Some(seen) = self.seen.upgrade() {
            seen.0.borrow_mut().clear();
        }
    }
}

/// The object of a client: one while anybody holds it.
pub(crate) fn client_object(client: &Client) -> JsValue {
    let resource = &client.state().resource;
    if let Some(object) = resource.view().and_then(|view| live_object(&*view)) {
        return object;
    }
    let seen = Rc::new(Seen::default());
    let view = Rc::new(ClientObject { object: RefCell::new(None), seen: Rc::downgrade(&seen) });
    resource.set_view(view.clone());
    let object = JsValue::from(ClientResource { client: client.clone(), seen });
    view.object.replace(Some(WeakRef::new(object.unchecked_ref())));
    object
}

fn live_object(view: &dyn View) -> Option<JsValue> {
    let view = (view as &dyn Any).downcast_ref::<ClientObject>()?;
    view.object.borrow().as_ref()?.deref().map(JsValue::from)
}

#[wasm_bindgen]
impl ClientResource {
    /// Where the Frontend API keeps the client.
    #[wasm_bindgen(getter, js_name = pathRoot, unchecked_return_type = "'/client'")]
    pub fn path_root(&self) -> JsValue {
        crate::fapi::endpoints::client::PATH.into()
    }

    /// The unique identifier, `client_…`; `undefined` before the client is created, empty after {@link destroy}.
    #[wasm_bindgen(getter, unchecked_return_type = "string | undefined")]
    pub fn id(&self) -> JsValue {
        self.client.data().id().into()
    }

    /// The sessions that were created on this client, in any status. The same array until the client changes.
    #[wasm_bindgen(getter, unchecked_return_type = "SessionResource[]")]
    pub fn sessions(&self) -> JsValue {
        self.seen.or_make("sessions", || objects(self.client.sessions()).into())
    }

    /// The sessions by which somebody is signed in: those whose status is `active`, or `pending` on a task that the
    /// user still has to do. A new array each time.
    #[wasm_bindgen(getter, js_name = signedInSessions, unchecked_return_type = "SignedInSessionResource[]")]
    pub fn signed_in_sessions(&self) -> Array {
        objects(self.client.signed_in_sessions())
    }

    /// The current sign-in attempt; a blank one when there is none.
    #[wasm_bindgen(getter, js_name = signIn, unchecked_return_type = "SignInResource")]
    pub fn sign_in(&self) -> JsValue {
        self.seen.or_make("signIn", || attempt_object(&SIGN_IN, &self.client.sign_in().0))
    }

    /// The current sign-up attempt; a blank one when there is none.
    #[wasm_bindgen(getter, js_name = signUp, unchecked_return_type = "SignUpResource")]
    pub fn sign_up(&self) -> JsValue {
        self.seen.or_make("signUp", || attempt_object(&SIGN_UP, &self.client.sign_up().0))
    }

    /// @deprecated Use {@link signIn}.
    #[wasm_bindgen(getter, js_name = signInAttempt, unchecked_return_type = "SignInResource")]
    pub fn sign_in_attempt(&self) -> JsValue {
        self.sign_in()
    }

    /// @deprecated Use {@link signUp}.
    #[wasm_bindgen(getter, js_name = signUpAttempt, unchecked_return_type = "SignUpResource")]
    pub fn sign_up_attempt(&self) -> JsValue {
        self.sign_up()
    }

    /// The id of the session that was last active on this client.
    #[wasm_bindgen(getter, js_name = lastActiveSessionId, unchecked_return_type = "string | null")]
    pub fn last_active_session_id(&self) -> JsValue {
        text_or_null(self.client.data().last_active_session_id())
    }

    /// How the user of this client last authenticated; `null` when unknown or when the instance does not tell.
    #[wasm_bindgen(
        getter,
        js_name = lastAuthenticationStrategy,
        unchecked_return_type = "LastAuthenticationStrategy | null"
    )]
    pub fn last_authentication_strategy(&self) -> JsValue {
        text_or_null(self.client.data().last_authentication_strategy())
    }

    /// Whether captcha checks are skipped for this client.
    #[wasm_bindgen(getter, js_name = captchaBypass)]
    pub fn captcha_bypass(&self) -> bool {
        self.client.data().captcha_bypass()
    }

    /// When the client's authentication cookie expires; `null` when that is not known.
    #[wasm_bindgen(getter, js_name = cookieExpiresAt, unchecked_return_type = "Date | null")]
    pub fn cookie_expires_at(&self) -> JsValue {
        self.seen.or_make("cookieExpiresAt", || date_or_null(self.client.data().cookie_expires_at()))
    }

    /// When the client was created.
    #[wasm_bindgen(getter, js_name = createdAt, unchecked_return_type = "Date | null")]
    pub fn created_at(&self) -> JsValue {
        self.seen.or_make("createdAt", || date_or_null(self.client.data().created_at()))
    }

    /// When the client was last updated.
    #[wasm_bindgen(getter, js_name = updatedAt, unchecked_return_type = "Date | null")]
    pub fn updated_at(&self) -> JsValue {
        self.seen.or_make("updatedAt", || date_or_null(self.client.data().updated_at()))
    }

    /// Whether the client does not exist on the Frontend API yet.
    #[wasm_bindgen(js_name = isNew)]
    pub fn is_new(&self) -> bool {
        self.client.is_new()
    }

    /// Creates the client along with its cookie.
    ///
    /// @returns This client, with what the Frontend API answered.
    /// @throws {ClerkAPIResponseError} What the Frontend API refused; the client stays as it was.
    #[wasm_bindgen(unchecked_return_type = "Promise<ClientResource>")]
    pub fn create(&self) -> Promise {
        promise(Ok(self.client.create()), client_object(&self.client))
    }

    /// Reads the client again; listeners hear of what changed, and `clerk.session` is found again in it.
    ///
    /// @param params `rotatingTokenNonce` lets a native application rotate its token once, after an OAuth flow.
    /// @returns This client.
    /// @throws {ClerkAPIResponseError} What the Frontend API refused; the client stays as it was.
    #[wasm_bindgen(unchecked_return_type = "Promise<ClientResource>")]
    pub fn reload(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "ClerkResourceReloadParams")] params: JsValue,
    ) -> Promise {
        let reload = |params: Json| self.client.reload(params.text("rotatingTokenNonce").as_deref());
        promise(options(params.into(), "client.reload()").map(reload), client_object(&self.client))
    }

    /// Deletes the client. All sessions are gone, nobody is signed in, and the id is empty.
    ///
    /// @throws {ClerkAPIResponseError} What the Frontend API refused; the client stays as it was.
    #[wasm_bindgen(unchecked_return_type = "Promise<void>")]
    pub fn destroy(&self) -> Promise {
        promise(Ok(self.client.destroy()), JsValue::UNDEFINED)
    }

    /// Removes all sessions of this client; the client itself stays.
    ///
    /// @returns This client.
    /// @throws {ClerkAPIResponseError} What the Frontend API refused; the sessions stay.
    #[wasm_bindgen(js_name = removeSessions, unchecked_return_type = "Promise<ClientResource>")]
    pub fn remove_sessions(&self) -> Promise {
        promise(Ok(self.client.remove_sessions()), client_object(&self.client))
    }

    /// Forgets the cached tokens of all sessions of this client: the next `getToken()` mints one.
    #[wasm_bindgen(js_name = clearCache)]
    pub fn clear_cache(&self) {
        self.client.clear_cache();
    }

    /// Forgets the current sign-in attempt. No request is made.
    #[wasm_bindgen(js_name = resetSignIn)]
    pub fn reset_sign_in(&self) {
        self.client.reset_sign_in();
    }

    /// Forgets the current sign-up attempt. No request is made.
    #[wasm_bindgen(js_name = resetSignUp)]
    pub fn reset_sign_up(&self) {
        self.client.reset_sign_up();
    }

    /// Whether the client's cookie expires in eight days or less, or has expired. False when
    /// {@link cookieExpiresAt} is `null`.
    #[wasm_bindgen(js_name = isEligibleForTouch)]
    pub fn is_eligible_for_touch(&self) -> bool {
        self.client.is_eligible_for_touch(Date::now())
    }

    /// The URL that renews the client's cookie and then redirects to `redirectUrl`, which arrives unchanged.
    ///
    /// @throws {TypeError} When `redirectUrl` is not an absolute URL.
    #[wasm_bindgen(js_name = buildTouchUrl, unchecked_return_type = "string")]
    pub fn build_touch_url(
        &self,
        #[wasm_bindgen(unchecked_param_type = "{ redirectUrl: URL }")] params: JsValue,
    ) -> Result<JsValue, JsValue> {
        let url = Json::from(params).get("redirectUrl").and_then(|url| url_text(url.as_js()));
        Ok(self.client.build_touch_url(&url.unwrap_or_default())?.into())
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
        self.client.apply_json(&json.into())?;
        Ok(client_object(&self.client))
    }

    /// The client as the Backend API describes it. What a browser cannot know, such as a session's latest activity, is
    /// absent.
    #[wasm_bindgen(js_name = toBackend, unchecked_return_type = "BackendClient")]
    pub fn to_backend(&self) -> JsValue {
        super::backend::client_object(&model::backend_client(&self.client.data()))
    }

    /// The client as JSON that the `Client` of Clerk's Android SDK reads.
    #[wasm_bindgen(js_name = toAndroid, unchecked_return_type = "AndroidClientJSON")]
    pub fn to_android(&self) -> JsValue {
        model::android_client(&self.client.data()).as_js().clone()
    }

    /// The client as JSON in the Frontend API's form, from which {@link fromJSON} makes the same client again. Keys that
    /// this package does not know are kept.
    #[wasm_bindgen(js_name = __internal_toSnapshot, unchecked_return_type = "ClientJSONSnapshot")]
    pub fn to_snapshot(&self) -> JsValue {
        model::client_snapshot(self.client.data().json()).as_js().clone()
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
        promise(Ok(self.client.send_captcha_token(&params.into())), client_object(&self.client))
    }
}

/// A client that belongs to no Clerk object, from JSON of the Frontend API, of a snapshot or of the Android SDK. The
/// package's entry makes it `ClientResource.fromJSON`.
#[expect(unreachable_pub, reason = "wasm-bindgen exports public functions only")]
#[wasm_bindgen(js_name = clientFromJSON, skip_typescript)]
pub fn client_from_json(json: JsValue) -> Result<JsValue, JsValue> {
    Ok(client_object(&Client::from_json(&json.into())?))
}

fn objects(sessions: Vec<Session>) -> Array {
    sessions.iter().map(session_object).collect()
}

fn text_or_null(text: Option<String>) -> JsValue {
    text.map_or(JsValue::NULL, JsValue::from)
}

fn date_or_null(ms: Option<f64>) -> JsValue {
    ms.map_or(JsValue::NULL, |ms| Date::new(&ms.into()).into())
}

/// The error of an argument that is not what the call takes.
pub(crate) fn wrong_argument(text: &str) -> JsValue {
    ClerkError::argument(text).into()
}
