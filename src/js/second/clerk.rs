//! `Clerk`: what makes requests. What `load()`, `setActive()` and `signOut()` are given, `glue/prepare.js` has read already.

use super::abort::until_aborted;
use super::account;
use super::errors::error_object;
use super::hooks;
use super::options::load_options;
use super::promise::{promise, promise_of, work_of};
use crate::encoding::concat;
use crate::engine::{self, ActiveOrganization, Resource, SetActive, SignOut, Target, Work, url_text};
use crate::error::{ClerkError, Result};
use crate::fapi::{Form, Method, Request};
use crate::js::first::{self, Clerk, given, object, options, session_object};
use crate::json::Json;
use crate::model::Waitlist;
use crate::platform::LocalFuture;
use js_sys::{Function, Promise};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/js/second/glue/navigation.js")]
extern "C" {
    fn tracked(act: Function, argument: JsValue) -> Promise;
    #[wasm_bindgen(js_name = navigation)]
    fn navigation_argument(session: &JsValue, decorate_url: &JsValue) -> JsValue;
}

#[wasm_bindgen]
impl Clerk {
    /// Loads the client. Concurrent and later calls share the first one; after a failure it can be called again.
    ///
    /// An outage (status 5xx or 429, no network, no answer within 7 s, an answer that is not Clerk's) does not reject: {@link status} is `degraded`,
    /// the user is who the session cookie says, and client and environment are asked for in the background: after 2 s, then in
    /// twice the time, up to 60 s, as `Retry-After` says, and at once when the network returns. {@link status} is `ready` then.
    ///
    /// @throws {ClerkAPIResponseError} When the Frontend API refuses this page, such as `origin_invalid`.
    #[wasm_bindgen(unchecked_return_type = "Promise<void>")]
    pub fn load(
        &self,
        #[wasm_bindgen(js_name = options, unchecked_optional_param_type = "LoadOptions")] argument: JsValue,
    ) -> Promise {
        let load = options(argument.into(), "clerk.load()").and_then(|given| {
            // `glue/start.js` adds it: what the first part has waited counts.
            let waited_ms = given.number("waitedMs").unwrap_or_default() as u32;
            until_aborted(self.clerk.load_after(load_options(&given)?, waited_ms), &given)
        });
        promise(load, JsValue::UNDEFINED)
    }

    /// Does from now on what is done while a page is open, after a start that the first part has made alone. The page may
    /// have got the focus since.
    #[wasm_bindgen(js_name = keepGoing, skip_typescript)]
    pub fn keep_going(&self, argument: JsValue, is_focused: bool) -> Result<(), JsValue> {
        let options = load_options(&argument.into()).map_err(error_object)?;
        self.clerk.keep_going_after(options, is_focused);
        Ok(())
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

    /// Reads the instance's settings again. What is there stays until others have come.
    #[wasm_bindgen(js_name = reloadEnvironment, skip_typescript)]
    pub fn reload_environment(&self) -> Promise {
        promise(Ok(self.clerk.reload_environment()), JsValue::UNDEFINED)
    }

    /// Has another development browser made.
    #[wasm_bindgen(js_name = renewDevBrowser, skip_typescript)]
    pub fn renew_dev_browser(&self) -> Promise {
        promise(Ok(self.clerk.renew_dev_browser()), JsValue::UNDEFINED)
    }

    /// Calls a method of a user, of an organization, or of what belongs to them: `given` is the list of its arguments.
    #[wasm_bindgen(js_name = account, skip_typescript)]
    pub fn account(&self, noun: &str, name: &str, resource: JsValue, given: JsValue) -> Promise {
        account::run(&self.clerk.rest(), noun, name, resource, &given)
    }

    /// Sends any request; the method is its number in [`Method::ALL`], and what is `given` besides are `nonce`, `params` and `init`.
    #[wasm_bindgen(js_name = request, skip_typescript)]
    pub fn request(&self, method: usize, path: String, search: String, given: JsValue) -> Promise {
        let method = Method::ALL.get(method).copied().unwrap_or(Method::Get);
        let given = match first::given(&given) {
            Ok(given) => given,
            Err(error) => return promise_of(Err(error)),
        };
        let init = given.get("init");
        let request = Request {
            search: Form::encoded(search),
            rotating_token_nonce: given.text("nonce"),
            body: given.get("params").map(|params| Form::from_params(&params)),
            init: init.clone(),
            ..Request::new(method, path)
        };
        promise_of(until_aborted(hooks::ask(&self.clerk, request), &init.unwrap_or_default()))
    }
}

fn set_active(clerk: &engine::Clerk, params: JsValue) -> Result<Work> {
    if params.is_undefined() {
        return Err(ClerkError::argument("clerk.setActive() takes what is to be active."));
    }
    let params = options(params.into(), "clerk.setActive()")?;
    let session = match params.get("session") {
        None => Target::Current,
        Some(session) if session.is_null() => Target::None,
        Some(session) => Target::Id(id_of(&session, "session")?),
    };
    let organization = match params.get("organization") {
        None => ActiveOrganization::Unchanged,
        Some(organization) if organization.is_null() => ActiveOrganization::Personal,
        Some(organization) => ActiveOrganization::Named(id_of(&organization, "organization")?),
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
    url_text(params, "redirectUrl")
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
    let given = options(if callback.is_some() { second } else { first }.into(), "clerk.signOut()")?;
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
    promise(work, object(&entry, |json| first::create(Waitlist::NAME, json, JsValue::UNDEFINED)))
}

/// Calls a caller's function and waits for the promise that it may give back; gives whether the browser leaves the page.
pub(super) fn settled(callback: Function, argument: JsValue) -> LocalFuture<Result<bool>> {
    work_of(tracked(callback, argument))
}
