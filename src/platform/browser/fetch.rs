//! The network, by `fetch`.

use crate::fapi::{Body, HEADERS, Reply};
use crate::json::Json;
use crate::platform::{LocalFuture, Transport, WireRequest};
use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen(module = "/src/platform/browser/fetch.js")]
extern "C" {
    fn send(is_post: bool, url: &str, is_form: bool, body: Option<&str>, with_credentials: bool) -> Promise;
}

pub(super) struct Fetch;

impl Transport for Fetch {
    fn send(&self, request: WireRequest) -> LocalFuture<Result<Reply, String>> {
        let WireRequest { is_post, url, is_form, body, with_credentials } = request;
        let sent = send(is_post, &url, is_form, body.as_deref(), with_credentials);
        Box::pin(async move { read(Json::from(JsFuture::from(sent).await.unwrap_or_default())) })
    }
}

/// What the snippet resolves: an answer, or a text that says why there is none.
fn read(answer: Json) -> Result<Reply, String> {
    let Some(status) = answer.number("status") else {
        return Err(answer.as_text().unwrap_or_default());
    };
    let status = status as u16;
    let headers = answer.get("headers").unwrap_or_else(Json::null);
    let body = match answer.get("json") {
        _ if status == 204 => Body::None,
        Some(json) => Body::Json(json),
        None => Body::Unreadable,
    };
    Ok(Reply {
        status,
        status_text: answer.text("statusText").unwrap_or_default(),
        headers: HEADERS.iter().filter_map(|name| Some((*name, headers.text(name)?))).collect(),
        body,
    })
}
