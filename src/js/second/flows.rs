//! The flows of `engine/flows`, by the names that JavaScript has for them. What is `given` is the list of what a method was called with;
//! functions in it are the application's own.

use super::attempt;
use super::promise::{promise_of, work_of};
use crate::encoding::concat;
use crate::engine::{
    Attempt, Callback, Go, GoOn, Rest, Work, attempts_of, handle_callback, redirect_in_sign_in,
    redirect_in_sign_up,
};
use crate::error::{ClerkError, Result};
use crate::js::first::{Clerk, Kind, ResourceHandle, given, session_object};
use crate::json::Json;
use js_sys::{Function, Promise};
use std::rc::Rc;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/js/second/glue/navigation.js")]
extern "C" {
    fn tracked(act: Function, argument: JsValue) -> Promise;
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
    Ok(match (kind, name) {
        (Kind::SignIn(one), "authenticateWithRedirect") => nothing(redirect_in_sign_in(one, &given.params())),
        (Kind::SignUp(one), "authenticateWithRedirect") => nothing(redirect_in_sign_up(one, &given.params())),
        (Kind::SignUp(one), "enterpriseConnections") => attempt::enterprise_connections(one),
        (Kind::SignIn(one) | Kind::SignUp(one), "handleResourceCallback") => {
            let Some(page) = &one.page else { return Err(no_flow(name)) };
            let rest = Rest::of(page);
            let [mut sign_in, mut sign_up] = attempts_of(&rest);
            let own = if matches!(kind, Kind::SignIn(_)) { &mut sign_in } else { &mut sign_up };
            *own = one.clone();
            come_back(&rest, given, [sign_in, sign_up], false)
        }
        _ => return Err(no_flow(name)),
    })
}

fn flow_of_clerk(rest: &Rest, name: &str, given: &Given) -> Result<Work<JsValue>> {
    Ok(match name {
        "handleRedirectCallback" => come_back(rest, given, attempts_of(rest), false),
        "resumeAfterProtectCheck" => come_back(rest, given, attempts_of(rest), true),
        _ => return Err(no_flow(name)),
    })
}

fn no_flow(name: &str) -> ClerkError {
    ClerkError::state(concat(&["There is no flow ", name, "() here."]))
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
}

fn nothing(work: Work) -> Work<JsValue> {
    Box::pin(async move { work.await.map(|()| JsValue::UNDEFINED) })
}

fn come_back(
    rest: &Rest,
    given: &Given,
    [sign_in, sign_up]: [Attempt; 2],
    is_resuming: bool,
) -> Work<JsValue> {
    let go = given.function(1).map(|act| -> Go {
        Rc::new(move |to| {
            let value = work_of::<Json>(called(&act, to));
            Box::pin(async move { value.await.map(Some) })
        })
    });
    let goes_on = given.function(2).map(|act| -> GoOn {
        Box::new(move |session, url| work_of(tracked(act, onward_argument(&session_object(&session), &url))))
    });
    let params = given.params();
    let work = handle_callback(rest, Callback { sign_in, sign_up, is_resuming, params, go, goes_on });
    Box::pin(async move {
        work.await.map(|value| value.map_or(JsValue::UNDEFINED, |value| value.as_js().clone()))
    })
}
