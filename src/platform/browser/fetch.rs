//! The network, by `fetch`.

use crate::fapi::{Body, HEADERS, Reply};
use crate::json::Json;
use crate::platform::{LocalFuture, Transport, WireRequest};
use gloo_net::http::Response;
use js_sys::Promise;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

// gloo-net reads the answer, which the snippet has made one that never throws. Its `send` panics on a thrown value that is not an Error
// and on a stubbed answer, and with panic=abort the caller's promise would never settle; its request builder takes every URL apart.
#[wasm_bindgen(module = "/src/platform/browser/fetch.js")]
extern "C" {
    fn send(
        url: &str,
        is_post: bool,
        is_form: bool,
        body: Option<&str>,
        with_credentials: bool,
        init: Option<&JsValue>,
    ) -> Promise;
    fn end(sent: &Promise);
    #[wasm_bindgen(js_name = formOf)]
    fn form_of(file: &JsValue) -> JsValue;
}

pub(super) struct Fetch;

impl Transport for Fetch {
    fn send(&self, request: &WireRequest) -> LocalFuture<Result<Reply, String>> {
        let WireRequest { url, is_post, is_form, body, with_credentials, init } = request;
        let init = init.as_ref().map(Json::as_js);
        let sent = send(url, *is_post, *is_form, body.as_deref(), *with_credentials, init);
        let answer = JsFuture::from(sent.clone());
        let mut sent = Sent(Some(sent));
        Box::pin(async move {
            let reply = match answer.await {
                Ok(facade) => Ok(read(facade).await),
                Err(cause) => Err(cause.as_string().unwrap_or_default()),
            };
            sent.has_ended();
            reply
        })
    }

    fn form_of(&self, file: &Json) -> Option<Json> {
        Some(form_of(file.as_js())).filter(|form| !form.is_undefined()).map(Json::from)
    }
}

/// A request that was sent, which ends when nobody waits for its answer any more.
struct Sent(Option<Promise>);

impl Sent {
    /// To end what has ended costs a page more than to send it: the browser makes an exception of it.
    fn has_ended(&mut self) {
        self.0 = None;
    }
}

impl Drop for Sent {
    fn drop(&mut self) {
        self.0.iter().for_each(end);
    }
}

async fn read(facade: JsValue) -> Reply {
    let native = Json::from(facade.clone()).get("native").unwrap_or_else(Json::null);
    let raw: web_sys::Response = facade.unchecked_into();
    let response = Response::from(Clone::clone(&raw));
    let known = response.headers();
    let mut headers = Vec::new();
    for name in HEADERS {
        headers.extend(known.get(name).map(|value| (name, value)));
    }
    let status = response.status();
    let body = if status == 204 { Body::None } else { read_json(&raw).await };
    let status_text = response.status_text();
    Reply { status, status_text, headers, body, native }
}

async fn read_json(response: &web_sys::Response) -> Body {
    let Ok(parsing) = response.json() else { return Body::Unreadable };
    match JsFuture::from(parsing).await {
        Ok(json) => Body::Json(Json::from(json)),
        Err(_) => Body::Unreadable,
    }
}
