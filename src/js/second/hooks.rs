//! The Frontend API without resources: what `getFapiClient()` sends, and the hooks.

use super::promise::work_of;
use crate::engine::{Becoming, Clerk, Hooks, Work, done};
use crate::fapi::{Body, Reply, Request};
use crate::js::first::JsHooks;
use crate::json::Json;
use crate::platform::WireRequest;
use js_sys::Promise;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/js/second/glue/requests.js")]
extern "C" {
    #[wasm_bindgen(js_name = isHooked)]
    fn is_hooked(hooks: &JsValue) -> bool;
    #[wasm_bindgen(js_name = showRequest)]
    fn show_request(
        hooks: &JsValue,
        given: Option<&JsValue>,
        method: &str,
        path: &str,
        url: &str,
        is_form: bool,
        form: Option<&str>,
    ) -> Promise;
    #[wasm_bindgen(js_name = showResponse)]
    fn show_response(hooks: &JsValue, request: &JsValue, response: &JsValue, payload: &JsValue) -> Promise;
    #[wasm_bindgen(js_name = solveCaptcha)]
    fn solve_captcha(hooks: &JsValue, environment: &JsValue, action: &str) -> Promise;
}

#[wasm_bindgen(module = "/src/js/second/glue/set_active.js")]
extern "C" {
    #[wasm_bindgen(js_name = beforeSetActive)]
    fn before_set_active(hooks: &JsValue, signs_out: bool) -> Promise;
    #[wasm_bindgen(js_name = afterSetActive)]
    fn after_set_active() -> Promise;
    #[wasm_bindgen(js_name = settingActive)]
    fn setting_active(hooks: &JsValue, is_under_way: bool);
}

#[wasm_bindgen(module = "/src/js/second/glue/navigation.js")]
extern "C" {
    #[wasm_bindgen(js_name = goFor)]
    fn go_for(hooks: &JsValue, url: &str) -> Promise;
    #[wasm_bindgen(js_name = taskWithoutPage)]
    fn task_without_page(task: &str);
    #[wasm_bindgen(js_name = heldBack)]
    fn held_back(origin: &str);
    fn fits(pattern: &JsValue, origin: &str) -> bool;
}

impl Hooks for JsHooks {
    fn before(&self, request: &Request, wire: WireRequest) -> Work<WireRequest> {
        if wire.init.is_none() && !is_hooked(&self.0) {
            return done(Ok(wire));
        }
        let WireRequest { url, is_form, body, init, .. } = &wire;
        let given = init.as_ref().map(Json::as_js);
        let (method, path) = (request.method.as_str(), &request.path);
        let shown =
            work_of::<Json>(show_request(&self.0, given, method, path, url, *is_form, body.as_deref()));
        Box::pin(async move {
            let request = shown.await?;
            let url = request.get("url").and_then(|url| url.text("href")).unwrap_or_default();
            Ok(WireRequest { url, init: Some(request), ..wire })
        })
    }

    fn after(&self, wire: &WireRequest, reply: &Reply) -> Work {
        let Some(request) = &wire.init else { return done(Ok(())) };
        let payload = match &reply.body {
            Body::Json(payload) => payload.clone(),
            Body::None | Body::Unreadable => Json::null(),
        };
        work_of(show_response(&self.0, request.as_js(), reply.native.as_js(), payload.as_js()))
    }

    fn setting_active(&self, is_under_way: bool) {
        setting_active(&self.0, is_under_way);
    }

    fn before_set_active(&self, becoming: Becoming) -> Work {
        work_of(before_set_active(&self.0, becoming == Becoming::SignedOut))
    }

    fn after_set_active(&self) -> Work {
        work_of(after_set_active())
    }

    fn task_without_page(&self, task: &str) {
        task_without_page(task);
    }

    fn navigate(&self, url: &str) -> Option<Work<bool>> {
        Some(work_of(go_for(&self.0, url)))
    }

    fn held_back(&self, origin: &str) {
        held_back(origin);
    }

    fn fits(&self, pattern: &Json, origin: &str) -> bool {
        fits(pattern.as_js(), origin)
    }

    fn solve_captcha(&self, environment: &Json, action: &str) -> Work<Option<Json>> {
        work_of(solve_captcha(&self.0, environment.as_js(), action))
    }
}

/// Sends a caller's request; resolves with the browser's `Response`, which has the JSON in `payload`.
pub(super) fn ask(clerk: &Clerk, request: Request) -> Work<JsValue> {
    let answer = clerk.request(request);
    Box::pin(async move { answer.await.map(|reply| reply.native.as_js().clone()) })
}
