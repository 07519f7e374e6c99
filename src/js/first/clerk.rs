//! `Clerk`, the object that applications make: what answers at once.

use super::client::client_object;
use super::errors::error_object;
use super::handle::session_object;
use super::hooks::JsHooks;
use super::options::{given, options, start_options, text_here};
use super::resource;
use crate::engine::{self, Resources};
use crate::fapi::CLERK_JS_VERSION;
use crate::held::Held;
use crate::json::Json;
use std::rc::Rc;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/js/glue/events.js")]
extern "C" {
    #[wasm_bindgen(js_name = isHeard)]
    fn is_heard(hooks: &JsValue) -> bool;
    fn emit(hooks: &JsValue, client: &JsValue, session: &JsValue);
}

/// One instance of Clerk, seen from this page. Several on one page do not disturb each other.
///
/// @example
/// ```js
/// import { Clerk } from 'clerk-wasm'
///
/// const clerk = new Clerk(publishableKey)
/// await clerk.load()
/// clerk.client
/// ```
#[wasm_bindgen]
#[derive(Debug)]
pub struct Clerk {
    pub(in crate::js) clerk: engine::Clerk,
    /// `clerk.client` stays the same object while the Clerk object lives.
    client: Held<JsValue>,
}

#[wasm_bindgen]
impl Clerk {
    /// Makes a Clerk object. No request is made before {@link load}.
    ///
    /// @param publishableKey `pk_live_…` or `pk_test_…`, from the Clerk dashboard.
    /// @param options `domain` for production instances with several, `proxyUrl` for requests through your own server; each a text, or
    /// a function that is given the page's URL once.
    /// @throws {Error} When the key or the proxy URL is not valid; the message says why.
    #[wasm_bindgen(constructor)]
    pub fn new(
        #[wasm_bindgen(js_name = publishableKey, unchecked_param_type = "string")] publishable_key: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "ClerkOptions")] options: JsValue,
    ) -> Result<Clerk, JsValue> {
        let key = publishable_key.as_string().unwrap_or_default();
        let given =
            given(&options).and_then(|given| self::options(given, "new Clerk()")).map_err(error_object)?;
        let options = engine::ClerkOptions {
            domain: text_here(&given, "domain")?,
            proxy_url: text_here(&given, "proxyUrl")?,
        };
        let clerk = engine::Clerk::new(&key, &options).map_err(error_object)?;
        clerk.on_change(resource::changed);
        let hooks = JsHooks::new();
        clerk.set_page_hooks(Rc::new(hooks.clone()));
        let tell = move |resources: &Resources| {
            if is_heard(&hooks.0) {
                emit(&hooks.0, &client_object(&resources.client), &current(resources.session.clone()));
            }
        };
        clerk.tell(tell);
        Ok(Clerk::around(clerk))
    }

    /// The client: who is signed in on this device; `undefined` before {@link load}. Always the same object.
    #[wasm_bindgen(getter, unchecked_return_type = "ClientResource | undefined")]
    pub fn client(&self) -> JsValue {
        let known = self.client.get();
        if !known.is_undefined() {
            return known;
        }
        let client = self.clerk.client().map_or(JsValue::UNDEFINED, |client| client_object(&client));
        self.client.set(client.clone());
        client
    }

    /// The current session; `null` when nobody is signed in, `undefined` while that is not known: before {@link load},
    /// and while one session is left for another.
    #[wasm_bindgen(getter, unchecked_return_type = "SignedInSessionResource | null | undefined")]
    pub fn session(&self) -> JsValue {
        current(self.clerk.is_settled().then(|| self.clerk.session()))
    }

    /// How far {@link load} has come.
    #[wasm_bindgen(getter, unchecked_return_type = "'loading' | 'ready' | 'degraded' | 'error'")]
    pub fn status(&self) -> JsValue {
        self.clerk.status().as_str().into()
    }

    /// Whether {@link load} was told that this page is a satellite.
    #[wasm_bindgen(getter, js_name = isSatellite)]
    pub fn is_satellite(&self) -> bool {
        self.clerk.is_satellite()
    }
}

impl Clerk {
    /// An object of a Clerk. Flows act through others of the same one, which applications never see.
    pub(crate) fn around(clerk: engine::Clerk) -> Self {
        Self { clerk, client: Held::default() }
    }
}

#[wasm_bindgen]
impl Clerk {
    /// What requests are shown to: `glue/prepare.js` makes methods of it and of what follows.
    #[wasm_bindgen(js_name = hooks, skip_typescript)]
    pub fn hooks(&self) -> JsValue {
        self.clerk.hooks().as_js().clone()
    }

    /// What never changes, in the order in which `glue/prepare.js` names it.
    #[wasm_bindgen(skip_typescript)]
    pub fn facts(&self) -> JsValue {
        let clerk = &self.clerk;
        let facts = [
            clerk.publishable_key(),
            clerk.frontend_api(),
            clerk.instance_type().as_str(),
            clerk.domain(),
            clerk.proxy_url(),
            CLERK_JS_VERSION,
        ];
        Json::array(&facts.map(Json::from)).as_js().clone()
    }

    /// The development browser's token, for `glue/urls.js`: `undefined` in production, empty before there is one.
    #[wasm_bindgen(js_name = devToken, skip_typescript)]
    pub fn dev_token(&self) -> JsValue {
        self.clerk.dev_token().map_or(JsValue::UNDEFINED, JsValue::from)
    }

    /// Where a start asks: two URLs, of which one with `_method` in its query is sent a `POST`. `true` where there is nothing to ask for
    /// any more, since a snapshot was there; `null` where everything is loaded; `undefined` where there is more to a start.
    #[wasm_bindgen(js_name = beginStart, skip_typescript)]
    pub fn begin_start(&self, argument: JsValue) -> Result<JsValue, JsValue> {
        if self.clerk.status().is_loaded() {
            return Ok(JsValue::NULL);
        }
        let given = options(argument.into(), "clerk.load()").map_err(error_object)?;
        let start = start_options(&given).map_err(error_object)?;
        let wants_snapshot = given.text("startFrom").as_deref() == Some("snapshot");
        if wants_snapshot && self.clerk.start_from_snapshot(start) {
            return Ok(JsValue::TRUE);
        }
        let urls = self.clerk.begin_start(start);
        Ok(urls.map_or(JsValue::UNDEFINED, |urls| Json::array(&urls.map(Json::from)).as_js().clone()))
    }

    /// Takes over what was answered to both requests, with the development browser's token that came along; false where that is
    /// nothing to start from.
    #[wasm_bindgen(js_name = endStart, skip_typescript)]
    pub fn end_start(&self, environment: JsValue, client: JsValue, token: JsValue) -> bool {
        self.clerk.end_start(environment.into(), client.into(), token.as_string().as_deref())
    }

    /// The instance's settings, as the Frontend API sends them: `null` before they are there. Flows read them.
    #[wasm_bindgen(js_name = environment, skip_typescript)]
    pub fn environment(&self) -> JsValue {
        self.clerk.environment().as_js().clone()
    }

    /// Takes over an instance's settings, as the Frontend API sends them.
    #[wasm_bindgen(js_name = setEnvironment, skip_typescript)]
    pub fn set_environment(&self, json: JsValue) {
        self.clerk.set_environment(json.into());
    }

    /// Takes over the JSON of a client.
    #[wasm_bindgen(js_name = takeClient, skip_typescript)]
    pub fn take_client(&self, json: JsValue, is_quiet: bool) -> Result<(), JsValue> {
        self.clerk.update_client(&json.into(), is_quiet).map_err(error_object)
    }
}

fn current(session: Option<Option<engine::Session>>) -> JsValue {
    match session {
        None => JsValue::UNDEFINED,
        Some(None) => JsValue::NULL,
        Some(Some(session)) => session_object(&session),
    }
}
