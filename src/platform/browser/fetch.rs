//! The network, by `fetch`.

use crate::fapi::{Body, HEADERS, Reply};
use crate::json::Json;
use crate::platform::{LocalFuture, Transport, WireRequest};
use gloo_net::http::{Headers, Response};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, Request, RequestCredentials, RequestInit};

// gloo-net reads the answer. Its `send` panics on a thrown value that is not an Error and on a stubbed answer, and with
// panic=abort the caller's promise would never settle; its request builder takes every URL apart.
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = fetch, catch)]
    fn fetch(request: &Request) -> Result<js_sys::Promise, JsValue>;
}

pub(super) struct Fetch;

impl Transport for Fetch {
    fn send(&self, request: WireRequest) -> LocalFuture<Result<Reply, String>> {
        Box::pin(async move {
            let abort = Abort(AbortController::new().map_err(cause)?);
            let sent = build(request, &abort).and_then(|request| fetch(&request)).map_err(cause)?;
            let response = JsFuture::from(sent).await.map_err(cause)?;
            match response.dyn_into::<web_sys::Response>() {
                Ok(response) => Ok(read(response).await),
                Err(_) => Err("fetch gave something that is not a Response".to_owned()),
            }
        })
    }
}

/// Ends its request when nobody waits for the answer any more; an answer that has been read does not mind.
struct Abort(AbortController);

impl Drop for Abort {
    fn drop(&mut self) {
        self.0.abort();
    }
}

fn build(request: WireRequest, abort: &Abort) -> Result<Request, JsValue> {
    let init = RequestInit::new();
    init.set_signal(Some(&abort.0.signal()));
    init.set_method(if request.is_post { "POST" } else { "GET" });
    if request.with_credentials {
        init.set_credentials(RequestCredentials::Include);
    }
    if request.is_form {
        let headers = Headers::new();
        headers.set("content-type", "application/x-www-form-urlencoded");
        init.set_headers(&headers.into_raw());
    }
    if let Some(body) = request.body {
        init.set_body(&body.into());
    }
    Request::new_with_str_and_init(&request.url, &init)
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
    Reply { status, status_text: response.status_text(), headers, body }
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
