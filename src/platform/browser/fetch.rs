//! The network, by `fetch`.

use crate::fapi::{Body, HEADERS, Reply};
use crate::json::Json;
use crate::platform::{LocalFuture, Transport, WireRequest};
use gloo_net::http::{Method, RequestBuilder, Response};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::RequestCredentials;

// gloo-net builds the request and reads the answer, but its own `send` panics on a thrown value that is not an
// Error and on a stubbed answer: with panic=abort the caller's promise would never settle.
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = fetch, catch)]
    fn fetch(request: &web_sys::Request) -> Result<js_sys::Promise, JsValue>;
}

pub(super) struct Fetch;

impl Transport for Fetch {
    fn send(&self, request: WireRequest) -> LocalFuture<Result<Reply, String>> {
        Box::pin(async move {
            let request = build(request).map_err(|error| error.to_string())?;
            let sent = fetch(&request).map_err(cause)?;
            let response = JsFuture::from(sent).await.map_err(cause)?;
            match response.dyn_into::<web_sys::Response>() {
                Ok(response) => Ok(read(response).await),
                Err(_) => Err("fetch gave something that is not a Response".to_owned()),
            }
        })
    }
}

fn build(request: WireRequest) -> Result<web_sys::Request, gloo_net::Error> {
    let method = if request.is_post { Method::POST } else { Method::GET };
    let mut builder = RequestBuilder::new(&request.url).method(method);
    if request.with_credentials {
        builder = builder.credentials(RequestCredentials::Include);
    }
    if request.is_form {
        builder = builder.header("content-type", "application/x-www-form-urlencoded");
    }
    let built = match request.body {
        Some(body) => builder.body(body),
        None => builder.build(),
    };
    built.map(Into::into)
}

async fn read(raw: web_sys::Response) -> Reply {
    // `raw.clone()` would be the web's own `Response.clone()`, which copies the body.
    let response = Response::from(Clone::clone(&raw));
    let known = response.headers();
    let headers = HEADERS.iter().filter_map(|name| known.get(name).map(|value| (*name, value))).collect();
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
