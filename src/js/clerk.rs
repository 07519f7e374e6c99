//! `Clerk`, the object that applications make.

use super::abort::until_aborted;
use super::client::{client_object, wrong_argument};
use super::errors::thrown;
use super::handle::{given, object, options, session_object};
use super::promise::{promise, promise_of, work_of};
use super::requests::{self, JsHooks};
use super::resource;
use crate::encoding::concat;
use crate::engine::{self, LoadOptions, Organization, Resource, Resources, SetActive, SignOut, Target, Work};
use crate::error::{ClerkError, Result};
use crate::fapi::{CLERK_JS_VERSION, Form, Method, Request};
use crate::json::Json;
use crate::model::Waitlist;
use crate::platform::LocalFuture;
use js_sys::{Function, Promise};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/js/glue/current.js")]
extern "C" {
    #[wasm_bindgen(js_name = optionHere, catch)]
    fn option_here(option: &JsValue) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_name = urlText)]
    fn url_text(url: &JsValue) -> Option<String>;
    #[wasm_bindgen(js_name = navigation)]
    fn navigation_argument(session: &JsValue, decorate_url: &JsValue) -> JsValue;
}

#[wasm_bindgen(module = "/src/js/glue/events.js")]
extern "C" {
    #[wasm_bindgen(js_name = isHeard)]
    fn is_heard(hooks: &JsValue) -> bool;
    fn emit(hooks: &JsValue, client: &JsValue, session: &JsValue);
}

#[wasm_bindgen(module = "/src/js/glue/navigation.js")]
extern "C" {
    fn tracked(act: Function, argument: JsValue) -> Promise;
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
    clerk: engine::Clerk,
    /// `clerk.client` stays the same object while the Clerk object lives.
    client: RefCell<JsValue>,
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
        let given = self::options(given(&options)?, "new Clerk()")?;
        let options = engine::ClerkOptions {
            domain: text_here(&given, "domain")?,
            proxy_url: text_here(&given, "proxyUrl")?,
        };
        let clerk = engine::Clerk::new(&key, &options)?;
        clerk.on_change(resource::changed);
        let hooks = JsHooks::new();
        clerk.set_hooks(Rc::new(hooks.clone()));
        let tell = move |resources: &Resources| {
            if is_heard(&hooks.0) {
                emit(&hooks.0, &client_object(&resources.client), &current(resources.session.clone()));
            }
        };
        clerk.add_listener(tell, true);
        Ok(Clerk::around(clerk))
    }

    /// Loads the client. Concurrent and later calls share the first one; after a failure it can be called again.
    ///
    /// An outage (status 5xx or 429, no network, no answer within 7 s) does not reject: {@link status} is `degraded`,
    /// the user is who the session cookie says, and client and environment are asked for in the background: after 2 s, then in
    /// twice the time, up to 60 s, as `Retry-After` says, and at once when the network returns. {@link status} is `ready` then.
    ///
    /// @throws {ClerkAPIResponseError} When the Frontend API refuses this page, such as `origin_invalid`.
    #[wasm_bindgen(unchecked_return_type = "Promise<void>")]
    pub fn load(
        &self,
        #[wasm_bindgen(js_name = options, unchecked_optional_param_type = "LoadOptions")] argument: JsValue,
    ) -> Promise {
        let load = given(&argument)
            .and_then(|given| options(given, "clerk.load()"))
            .and_then(|given| until_aborted(self.clerk.load(load_options(&given)?), &given));
        promise(load, JsValue::UNDEFINED)
    }

    /// The client: who is signed in on this device; `undefined` before {@link load}. Always the same object.
    #[wasm_bindgen(getter, unchecked_return_type = "ClientResource | undefined")]
    pub fn client(&self) -> JsValue {
        let known = self.client.borrow().clone();
        if !known.is_undefined() {
            return known;
        }
        let client = self.clerk.client().map_or(JsValue::UNDEFINED, |client| client_object(&client));
        self.client.replace(client.clone());
        client
    }

    /// The current session; `null` when nobody is signed in, `undefined` while that is not known: before {@link load},
    /// and while one session is left for another.
    #[wasm_bindgen(getter, unchecked_return_type = "SignedInSessionResource | null | undefined")]
    pub fn session(&self) -> JsValue {
        current(self.clerk.is_settled().then(|| self.clerk.session()))
    }

    /// Whether there is a client: {@link status} is `ready` or `degraded`.
    #[wasm_bindgen(getter)]
    pub fn loaded(&self) -> bool {
        self.clerk.status().is_loaded()
    }

    /// How far {@link load} has come.
    #[wasm_bindgen(getter, unchecked_return_type = "'loading' | 'ready' | 'degraded' | 'error'")]
    pub fn status(&self) -> JsValue {
        self.clerk.status().as_str().into()
    }

    /// The version of clerk-js that this package behaves like, and tells the Frontend API.
    #[wasm_bindgen(getter, unchecked_return_type = "string")]
    pub fn version(&self) -> JsValue {
        CLERK_JS_VERSION.into()
    }

    /// The key that this object was made with.
    #[wasm_bindgen(getter, js_name = publishableKey, unchecked_return_type = "string")]
    pub fn publishable_key(&self) -> JsValue {
        self.clerk.publishable_key().into()
    }

    /// The host of the Frontend API, as the key names it.
    #[wasm_bindgen(getter, js_name = frontendApi, unchecked_return_type = "string")]
    pub fn frontend_api(&self) -> JsValue {
        self.clerk.frontend_api().into()
    }

    /// What kind of instance the key belongs to.
    #[wasm_bindgen(getter, js_name = instanceType, unchecked_return_type = "'production' | 'development'")]
    pub fn instance_type(&self) -> JsValue {
        self.clerk.instance_type().as_str().into()
    }

    /// The domain, as requests use it; empty when none was given.
    #[wasm_bindgen(getter, unchecked_return_type = "string")]
    pub fn domain(&self) -> JsValue {
        self.clerk.domain().into()
    }

    /// Whether {@link load} was told that this page is a satellite.
    #[wasm_bindgen(getter, js_name = isSatellite)]
    pub fn is_satellite(&self) -> bool {
        self.clerk.is_satellite()
    }

    /// The proxy's absolute URL; empty when none was given.
    #[wasm_bindgen(getter, js_name = proxyUrl, unchecked_return_type = "string")]
    pub fn proxy_url(&self) -> JsValue {
        self.clerk.proxy_url().into()
    }

    /// `to`, as a browser has to be sent there: on a development instance an absolute URL, which takes the development browser's
    /// token along where it leads to another origin; unchanged in production.
    ///
    /// @throws {TypeError} When `to` is not a URL.
    #[wasm_bindgen(js_name = buildUrlWithAuth, unchecked_return_type = "string")]
    pub fn build_url_with_auth(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string | URL")] to: JsValue,
    ) -> Result<JsValue, JsValue> {
        let url = url_text(&to).ok_or_else(|| wrong_argument("clerk.buildUrlWithAuth() takes a URL."))?;
        Ok(self.clerk.build_url_with_auth(&url)?.into())
    }

    /// Makes a session current, or an organization in it, or signs out of this page with `session: null`.
    ///
    /// @throws {Error} When the client does not have the session, or the user is not in the organization.
    /// @throws {ClerkAPIResponseError} What the Frontend API refused.
    #[wasm_bindgen(js_name = setActive, unchecked_return_type = "Promise<void>")]
    pub fn set_active(
        &self,
        #[wasm_bindgen(unchecked_param_type = "SetActiveParams")] params: JsValue,
    ) -> Promise {
        promise(set_active(&self.clerk, params), JsValue::UNDEFINED)
    }

    /// Signs out of all sessions, or of `sessionId`. Afterwards the page goes to `redirectUrl`, to the `afterSignOutUrl`
    /// of {@link load}, or to `/`; a callback in place of the options is called instead.
    ///
    /// @throws {ClerkAPIResponseError} What the Frontend API refused; the session stays.
    #[wasm_bindgen(js_name = signOut, unchecked_return_type = "Promise<void>")]
    pub fn sign_out(
        &self,
        #[wasm_bindgen(js_name = callbackOrOptions, unchecked_optional_param_type = "SignOutCallback | SignOutOptions")]
        first: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "SignOutOptions")] options: JsValue,
    ) -> Promise {
        promise(sign_out(&self.clerk, first, options), JsValue::UNDEFINED)
    }

    /// Asks the Frontend API whether the current session is still there. If it is not, nobody is signed in on this page any more, and the
    /// other tabs ask as well.
    ///
    /// @throws {ClerkAPIResponseError} What the Frontend API refused, unless it is that nobody is signed in.
    #[wasm_bindgen(js_name = handleUnauthenticated, unchecked_return_type = "Promise<void>")]
    pub fn handle_unauthenticated(&self) -> Promise {
        promise(Ok(self.clerk.handle_unauthenticated()), JsValue::UNDEFINED)
    }

    /// Puts somebody's address on the waitlist, where an instance lets in only whom it knows. One that is there already keeps its
    /// entry.
    ///
    /// @throws {ClerkAPIResponseError} What the Frontend API refused.
    #[wasm_bindgen(js_name = joinWaitlist, unchecked_return_type = "Promise<WaitlistResource>")]
    pub fn join_waitlist(
        &self,
        #[wasm_bindgen(unchecked_param_type = "JoinWaitlistParams")] params: JsValue,
    ) -> Promise {
        join_waitlist(&self.clerk, given(&params))
    }
}

impl Clerk {
    /// An object of a Clerk. Flows act through others of the same one, which applications never see.
    pub(crate) fn around(clerk: engine::Clerk) -> Self {
        Self { clerk, client: RefCell::new(JsValue::UNDEFINED) }
    }
}

#[wasm_bindgen]
impl Clerk {
    /// What requests are shown to: `glue/prepare.js` makes methods of it and of what follows.
    #[wasm_bindgen(js_name = hooks, skip_typescript)]
    pub fn hooks(&self) -> JsValue {
        self.clerk.hooks().as_js().clone()
    }

    /// The instance's settings, as the Frontend API sends them: `null` before they are there. Flows read them.
    #[wasm_bindgen(js_name = environment, skip_typescript)]
    pub fn environment(&self) -> JsValue {
        self.clerk.environment().as_js().clone()
    }

    /// Reads the instance's settings again. What is there stays until others have come.
    #[wasm_bindgen(js_name = reloadEnvironment, skip_typescript)]
    pub fn reload_environment(&self) -> Promise {
        promise(Ok(self.clerk.reload_environment()), JsValue::UNDEFINED)
    }

    /// Takes over an instance's settings, as the Frontend API sends them.
    #[wasm_bindgen(js_name = setEnvironment, skip_typescript)]
    pub fn set_environment(&self, json: JsValue) {
        self.clerk.set_environment(json.into());
    }

    /// Has another development browser made.
    #[wasm_bindgen(js_name = renewDevBrowser, skip_typescript)]
    pub fn renew_dev_browser(&self) -> Promise {
        promise(Ok(self.clerk.renew_dev_browser()), JsValue::UNDEFINED)
    }

    /// Takes over the JSON of a client.
    #[wasm_bindgen(js_name = takeClient, skip_typescript)]
    pub fn take_client(&self, json: JsValue, is_quiet: bool) -> Result<(), JsValue> {
        Ok(self.clerk.update_client(&json.into(), is_quiet)?)
    }

    /// Sends any request; the method is its number in [`Method::ALL`], and what is `given` besides are `nonce`, `params`, `init`, and
    /// `updatesClient`: with that it is the request of a resource's method, and the client that comes with the answer is applied, to a
    /// `GET` where it is true.
    #[wasm_bindgen(js_name = request, skip_typescript)]
    pub fn request(&self, method: usize, path: String, search: String, given: JsValue) -> Promise {
        let method = Method::ALL.get(method).copied().unwrap_or(Method::Get);
        let given = match self::given(&given) {
            Ok(given) => given,
            Err(error) => return promise_of(Err(error)),
        };
        let (init, updates_client) = (given.get("init"), given.get("updatesClient"));
        let request = Request {
            search: Form::encoded(search),
            rotating_token_nonce: given.text("nonce"),
            body: given.get("params").map(|params| Form::from_params(&params)),
            force_update_client: updates_client.as_ref().is_some_and(Json::is_truthy),
            init: init.clone(),
            ..Request::new(method, path)
        };
        let send = if updates_client.is_some() { requests::send } else { requests::ask };
        promise_of(until_aborted(send(&self.clerk, request), &init.unwrap_or_else(Json::null)))
    }
}

/// An option that is a string, where it is given at all.
fn text(options: &Json, name: &str) -> Result<Option<String>> {
    options.present(name).map(|value| text_of(&value, name)).transpose()
}

/// An option, or what a function in its place gives for the page's URL.
fn here(options: &Json, name: &str) -> Result<Option<Json>, JsValue> {
    let option = options.present(name).map(|option| option_here(option.as_js())).transpose()?;
    Ok(option.map(Json::from))
}

/// An option that is a string, or a function that gives one for the page's URL.
fn text_here(options: &Json, name: &str) -> Result<Option<String>, JsValue> {
    Ok(here(options, name)?.map(|text| text_of(&text, name)).transpose()?)
}

fn text_of(option: &Json, name: &str) -> Result<String> {
    let text = option.as_text();
    text.ok_or_else(|| ClerkError::argument(concat(&["The option ", name, " must be a string."])))
}

/// An option that holds unless it is switched off.
fn is_on(options: &Json, name: &str) -> bool {
    options.present(name).is_none_or(|flag| flag.is_truthy())
}

fn load_options(given: &Json) -> Result<LoadOptions> {
    let standard_browser = is_on(given, "standardBrowser");
    let polling = is_on(given, "polling");
    let touch_session = is_on(given, "touchSession");
    let start_from_snapshot = given.text("startFrom").as_deref() == Some("snapshot");
    let is_satellite = here(given, "isSatellite").map_err(thrown)?.is_some_and(|flag| flag.is_truthy());
    let satellite_auto_sync = given.flag("satelliteAutoSync");
    let sign_in_url = text(given, "signInUrl")?.filter(|url| !url.is_empty());
    let after_sign_out_url = text(given, "afterSignOutUrl")?;
    let task_urls = given.get("taskUrls").unwrap_or(Json::null());
    for name in ["solveCaptcha", "zxcvbn", "routerPush", "routerReplace", "selectInitialSession"] {
        if given.present(name).is_some_and(|option| !option.as_js().is_function()) {
            return Err(ClerkError::argument(concat(&["The option ", name, " must be a function."])));
        }
    }
    let experimental = given.get("experimental");
    let persist_client = experimental.as_ref().is_none_or(|options| is_on(options, "persistClient"));
    let rethrow_offline_network_errors =
        experimental.is_some_and(|options| options.flag("rethrowOfflineNetworkErrors"));
    Ok(LoadOptions {
        standard_browser,
        polling,
        touch_session,
        after_sign_out_url,
        task_urls,
        start_from_snapshot,
        is_satellite,
        satellite_auto_sync,
        sign_in_url,
        persist_client,
        rethrow_offline_network_errors,
    })
}

fn current(session: Option<Option<engine::Session>>) -> JsValue {
    match session {
        None => JsValue::UNDEFINED,
        Some(None) => JsValue::NULL,
        Some(Some(session)) => session_object(&session),
    }
}

fn set_active(clerk: &engine::Clerk, params: JsValue) -> Result<Work> {
    if params.is_undefined() {
        return Err(ClerkError::argument("clerk.setActive() takes what is to be active."));
    }
    let params = options(given(&params)?, "clerk.setActive()")?;
    let session = match params.get("session") {
        None => Target::Current,
        Some(session) if session.is_null() => Target::None,
        Some(session) => Target::Id(id_of(&session, "session")?),
    };
    let organization = match params.get("organization") {
        None => Organization::Unchanged,
        Some(organization) if organization.is_null() => Organization::Personal,
        Some(organization) => Organization::Named(id_of(&organization, "organization")?),
    };
    let navigate =
        params.present("navigate").map(|callback| navigation(clerk, callback.as_js())).transpose()?;
    let redirect_url = url_of(&params);
    until_aborted(clerk.set_active(SetActive { session, organization, redirect_url, navigate }), &params)
}

/// A resource's id: of the id itself or of the resource.
fn id_of(value: &Json, name: &str) -> Result<String> {
    value.as_text().or_else(|| value.text("id")).filter(|id| !id.is_empty()).ok_or_else(|| {
        ClerkError::argument(concat(&[
            "clerk.setActive() takes a ",
            name,
            " as its id, as the resource, or null.",
        ]))
    })
}

fn url_of(params: &Json) -> Option<String> {
    params.text("redirectUrl").filter(|url| !url.is_empty())
}

/// A caller's `navigate({ session, decorateUrl })`.
fn navigation(clerk: &engine::Clerk, callback: &JsValue) -> Result<engine::Navigate> {
    let callback: Function = callback
        .clone()
        .dyn_into()
        .map_err(|_| ClerkError::argument("clerk.setActive() takes a function as navigate."))?;
    let clerk = clerk.clone();
    Ok(Box::new(move |session| {
        let decorate = Closure::<dyn Fn(JsValue) -> JsValue>::new(move |url: JsValue| {
            clerk.decorate_url(&url.as_string().unwrap_or_default()).into()
        });
        let argument = navigation_argument(&session_object(&session), &decorate.into_js_value());
        settled(callback, argument)
    }))
}

fn sign_out(clerk: &engine::Clerk, first: JsValue, second: JsValue) -> Result<Work> {
    let callback = first.dyn_ref::<Function>().cloned();
    let given = options(given(if callback.is_some() { &second } else { &first })?, "clerk.signOut()")?;
    let callback = callback.map(|callback| {
        Box::new(move || settled(callback, JsValue::UNDEFINED))
            as Box<dyn FnOnce() -> LocalFuture<Result<bool>>>
    });
    let (session_id, redirect_url) = (given.text("sessionId"), url_of(&given));
    until_aborted(clerk.sign_out(SignOut { session_id, redirect_url, callback }), &given)
}

fn join_waitlist(clerk: &engine::Clerk, params: Result<Json>) -> Promise {
    let no_address = || ClerkError::argument("clerk.joinWaitlist() takes an emailAddress.");
    let entry = Resource::blank();
    let work = params
        .and_then(|params| params.text("emailAddress").ok_or_else(no_address))
        .map(|text| clerk.join_waitlist_as(&text, &entry));
    promise(work, object(&entry, |json| resource::create(Waitlist::NAME, json, JsValue::UNDEFINED)))
}

/// Calls a caller's function and waits for the promise that it may give back; gives whether the browser leaves the page.
fn settled(callback: Function, argument: JsValue) -> LocalFuture<Result<bool>> {
    work_of(tracked(callback, argument))
}
