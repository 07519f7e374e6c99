//! The network, by `fetch`.

use crate::fapi::{Body, HEADERS, Reply};
use crate::json::Json;
use crate::platform::{LocalFuture, Transport, WireRequest};
use gloo_net::http::Response;
use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, AbortSignal};

// gloo-net reads the answer. Its `send` panics on a thrown value that is not an Error and on a stubbed answer, and with
// panic=abort the caller's promise would never settle; its request builder takes every URL apart.
#[wasm_bindgen(module = "/src/platform/browser/fetch.js")]
extern "C" {
    #[wasm_bindgen(catch)]
    fn send(
        url: &str,
        is_post: bool,
        is_form: bool,
        body: Option<&str>,
        with_credentials: bool,
        init: Option<&JsValue>,
        signal: &AbortSignal,
    ) -> Result<Promise, JsValue>;
}

pub(super) struct Fetch;

impl Transport for Fetch {
    fn send(&self, request: &WireRequest) -> LocalFuture<Result<Reply, String>> {
        let begun = begin(request);
        Box::pin(async move {
            let (_abort, sent) = begun.map_err(cause)?;
            let response = JsFuture::from(sent).await.map_err(cause)?;
            match response.dyn_into::<web_sys::Response>() {
                Ok(response) => Ok(read(response).await),
                Err(_) => Err("fetch gave something that is not a Response".to_owned()),
            }
        })
    }
}

fn begin(request: &WireRequest) -> Result<(Abort, Promise), JsValue> {
    let WireRequest { url, is_post, is_form, body, with_credentials, init } = request;
    let abort = Abort(AbortController::new()?);
    let init = init.as_ref().map(Json::as_js);
    let sent = send(url, *is_post, *is_form, body.as_deref(), *with_credentials, init, &abort.0.signal())?;
    Ok((abort, sent))
}

/// Ends its request when nobody waits for the answer any more; an answer that has been read does not mind.
struct Abort(AbortController);

impl Drop for Abort {
    fn drop(&mut self) {
        self.0.abort();
    }
}

async fn read(raw: web_sys::Response) -> Reply {
    // `raw.clone()` would be the web's own `Response.clone()`, which copies the body.
    let response = Response::from(Clone::clone(&raw));
    let known = response.headers();
    let mut headers = Vec::new();
    for name in HEADERS {
        headers.extend(known.get(name).map(|value| (name, value)));
    }
    let status = response.status();
    let body = if status == 204 { Body::None } else { read_json(&raw).await };
    let status_text = response.status_text();
    Reply { status, status_text, headers, body, native: Json::from(JsValue::from(raw)) }
}

async fn read_json(response: &web_sys::Response) -> Body {
    let Ok(parsing) = response.json() else { return Body::Unreadable };
    match JsFuture::from(parsing).await {
        Ok(json) => Body::Json(Json::from(json)),
        Err(_) => Body::Unreadable,
    }
}

/// What a rejected `fetch` says for itself, whatever it rejected with.
fn cause(thrown: JsValue) -> String {
    let message = thrown.dyn_ref::<js_sys::Error>().map(|error| String::from(error.message()));
    message.or_else(|| thrown.as_string()).unwrap_or_else(|| "the request failed".to_owned())
}
