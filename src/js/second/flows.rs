//! The flows of `engine/flows`, by the names that JavaScript has for them. What is `given` is the list of what a method was called with;
//! functions in it are the application's own.

use super::abort::until_aborted;
use super::attempt;
use super::clerk::settled;
use super::promise::{promise_of, work_of};
use crate::encoding::concat;
use crate::engine::{
    Attempt, Callback, FollowedLink, Go, GoOn, PasskeyFlow, Resource, Rest, SignIn, SignInOrUp, SignUp, Work,
    attempts_of, authenticate_with_passkey, await_link_in_sign_in, await_link_in_sign_up, done,
    handle_callback, handle_link, link_in_sign_in, link_in_sign_up, one_tap, pass_second_factor,
    popup_in_sign_in, popup_in_sign_up, redirect_in_sign_in, redirect_in_sign_up, sso_in_sign_in,
    sso_in_sign_up, verify_with_passkey,
};
use crate::error::{ClerkError, ErrorKind, Result};
use crate::js::first::{
    Clerk, Kind, ResourceHandle, given, session_object, sign_in_object, sign_up_object, thrown,
    verification_object,
};
use crate::json::Json;
use crate::platform::Popup;
use js_sys::{Function, Promise};
use std::rc::Rc;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/js/second/glue/navigation.js")]
extern "C" {
    fn called(act: &JsValue, argument: &str) -> Promise;
    #[wasm_bindgen(js_name = onward)]
    fn onward_argument(session: &JsValue, redirect_url: &str) -> JsValue;
}

#[wasm_bindgen]
impl ResourceHandle {
    /// Runs a flow of an attempt.
    #[wasm_bindgen(skip_typescript)]
    pub fn flow(&self, name: &str, list: JsValue) -> Promise {
        promise_of(given(&list).and_then(|list| flow_of_attempt(&self.0, name, &Given(list))))
    }
}

#[wasm_bindgen]
impl Clerk {
    /// Runs a flow of the Clerk object.
    #[wasm_bindgen(js_name = flow, skip_typescript)]
    pub fn flow(&self, name: &str, list: JsValue) -> Promise {
        let rest = self.clerk.rest();
        promise_of(given(&list).and_then(|list| flow_of_clerk(&rest, name, &Given(list))))
    }
}

fn flow_of_attempt(kind: &Kind, name: &str, given: &Given) -> Result<Work<JsValue>> {
    match kind {
        Kind::SignIn(one) => flow_of_sign_in(one, name, given),
        Kind::SignUp(one) => flow_of_sign_up(one, name, given),
        Kind::Session(session) if name == "verifyWithPasskey" => {
            let state = Resource::blank();
            let (work, object) = (verify_with_passkey(session, &state), verification_object(&state, session));
            Ok(Box::pin(async move { work.await.map(|()| object) }))
        }
        Kind::Session(_) => Err(no_flow(name)),
    }
}

fn flow_of_sign_in(one: &Attempt, name: &str, given: &Given) -> Result<Work<JsValue>> {
    let params = given.params();
    let work = match name {
        "authenticateWithRedirect" => redirect_in_sign_in(one, &params),
        "authenticateWithPopup" => unattended(popup_in_sign_in(one, given.needed_popup()?, &params)),
        "startEmailLinkFlow" => link_in_sign_in(one, &params),
        "awaitEmailLink" => await_link_in_sign_in(one),
        "authenticateWithPasskey" => authenticate_with_passkey(one, passkey_flow(&params)),
        "passSecondFactor" => pass_second_factor(one),
        "sso" => sso_in_sign_in(one, &params, given.popup()),
        "handleResourceCallback" => {
            let rest = rest_of(one, name)?;
            let [_, sign_up] = attempts_of(&rest);
            return Ok(come_back(&rest, given, [one.clone(), sign_up], false));
        }
        _ => return Err(no_flow(name)),
    };
    given.ending(gives(work, name, || sign_in_object(one)))
}

fn flow_of_sign_up(one: &Attempt, name: &str, given: &Given) -> Result<Work<JsValue>> {
    let params = given.params();
    let work = match name {
        "authenticateWithRedirect" => redirect_in_sign_up(one, &params),
        "authenticateWithPopup" => unattended(popup_in_sign_up(one, given.needed_popup()?, &params)),
        "startEmailLinkFlow" => link_in_sign_up(one, &params),
        "awaitEmailLink" => await_link_in_sign_up(one),
        "sso" => sso_in_sign_up(one, &params, given.popup()),
        "enterpriseConnections" => return Ok(attempt::enterprise_connections(one)),
        "handleResourceCallback" => {
            let rest = rest_of(one, name)?;
            let [sign_in, _] = attempts_of(&rest);
            return Ok(come_back(&rest, given, [sign_in, one.clone()], false));
        }
        _ => return Err(no_flow(name)),
    };
    given.ending(gives(work, name, || sign_up_object(one)))
}

fn flow_of_clerk(rest: &Rest, name: &str, given: &Given) -> Result<Work<JsValue>> {
    Ok(match name {
        "handleRedirectCallback" => come_back(rest, given, attempts_of(rest), false),
        "resumeAfterProtectCheck" => come_back(rest, given, attempts_of(rest), true),
        "handleEmailLinkVerification" => follow_link(rest, given),
        "authenticateWithGoogleOneTap" => {
            let attempt = one_tap(rest, &given.params());
            Box::pin(async move {
                Ok(match attempt.await? {
                    SignInOrUp::SignIn(SignIn(one)) => sign_in_object(&one),
                    SignInOrUp::SignUp(SignUp(one)) => sign_up_object(&one),
                })
            })
        }
        _ => return Err(no_flow(name)),
    })
}

fn passkey_flow(params: &Json) -> PasskeyFlow {
    match params.text("flow").as_deref() {
        Some("autofill") => PasskeyFlow::Autofill,
        Some("discoverable") => PasskeyFlow::Discoverable,
        _ => PasskeyFlow::OfAttempt,
    }
}

fn no_flow(name: &str) -> ClerkError {
    ClerkError::state(concat(&["There is no flow ", name, "() here."]))
}

fn rest_of(attempt: &Attempt, name: &str) -> Result<Rest> {
    attempt.page.as_ref().map(Rest::of).ok_or_else(|| no_flow(name))
}

/// What a flow was called with.
struct Given(Json);

impl Given {
    fn params(&self) -> Json {
        self.0.at(0).unwrap_or_default()
    }

    fn function(&self, place: usize) -> Option<Function> {
        self.0.at(place)?.as_js().clone().dyn_into().ok()
    }

    /// The way to pages that comes after the parameters.
    fn go(&self) -> Option<Go> {
        let act = self.function(1)?;
        Some(Rc::new(move |to| {
            let value = work_of::<Json>(called(&act, to));
            Box::pin(async move { value.await.map(Some) })
        }))
    }

    /// The window that comes after the parameters.
    fn popup(&self) -> Option<Rc<dyn Popup>> {
        let (go, is_closed) = (self.function(1)?, self.function(2)?);
        Some(Rc::new(JsPopup { go, is_closed }))
    }

    fn needed_popup(&self) -> Result<Rc<dyn Popup>> {
        let missing = || ClerkError::state("authenticateWithPopup() needs the option popup.");
        self.popup().ok_or_else(missing)
    }

    /// The work until the signal that comes after the parameters is aborted.
    fn ending(&self, work: Work<JsValue>) -> Result<Work<JsValue>> {
        match self.0.at(1).filter(Json::is_object) {
            Some(signal) => until_aborted(work, &Json::object(&[("signal", signal)])),
            None => Ok(work),
        }
    }
}

/// What a flow of an attempt gives: nothing, or the attempt.
fn gives(work: Work, name: &str, object: impl FnOnce() -> JsValue) -> Work<JsValue> {
    let is_given = ["startEmailLinkFlow", "authenticateWithPasskey", "passSecondFactor"].contains(&name);
    let value = if is_given { object() } else { JsValue::UNDEFINED };
    Box::pin(async move { work.await.map(|()| value) })
}

/// What follows when the window shows the provider's page: nobody waits for it. A window that was closed is the person's own affair;
/// everything else that goes wrong is an unhandled rejection.
fn unattended(shown: Work<Work>) -> Work {
    Box::pin(async move {
        let followed = shown.await?;
        let quiet: Work<JsValue> = Box::pin(async move {
            match followed.await {
                Err(error) if matches!(error.kind(), ErrorKind::Runtime(one) if one.code == "popup_closed") => {
                    Ok(JsValue::UNDEFINED)
                }
                outcome => outcome.map(|()| JsValue::UNDEFINED),
            }
        });
        let _ = promise_of(Ok(quiet));
        Ok(())
    })
}

/// A window of the application's, by what sends it to a page and what says whether it is closed.
struct JsPopup {
    go: Function,
    is_closed: Function,
}

impl Popup for JsPopup {
    fn go(&self, url: &str) -> Result<()> {
        self.go.call1(&JsValue::UNDEFINED, &url.into()).map(drop).map_err(thrown)
    }

    fn is_closed(&self) -> bool {
        self.is_closed.call0(&JsValue::UNDEFINED).is_ok_and(|closed| closed.is_truthy())
    }
}

fn come_back(
    rest: &Rest,
    given: &Given,
    [sign_in, sign_up]: [Attempt; 2],
    is_resuming: bool,
) -> Work<JsValue> {
    let goes_on = given.function(2).map(|act| -> GoOn {
        Box::new(move |session, url| settled(act, onward_argument(&session_object(&session), &url)))
    });
    let params = given.params();
    let work =
        handle_callback(rest, Callback { sign_in, sign_up, is_resuming, params, go: given.go(), goes_on });
    Box::pin(async move { work.await.map(js_of) })
}

fn js_of(value: Option<Json>) -> JsValue {
    value.map_or(JsValue::UNDEFINED, |value| value.as_js().clone())
}

/// Where the attempt goes on elsewhere, the application hears of it by the function that comes third.
fn follow_link(rest: &Rest, given: &Given) -> Work<JsValue> {
    let (work, hear) = (handle_link(rest, &given.params(), given.go()), given.function(2));
    Box::pin(async move {
        let (next, value) = work.await?;
        let result = match next {
            FollowedLink::VerifiedElsewhere => JsValue::NULL,
            FollowedLink::SignsUpElsewhere => JsValue::UNDEFINED,
            _ => return Ok(js_of(value)),
        };
        let heard: Work = hear.map_or_else(|| done(Ok(())), |hear| work_of(called(&hear, "")));
        heard.await.map(|()| result)
    })
}
