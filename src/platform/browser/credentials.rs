//! Passkeys, by the snippets `credentials.js` and `credential_text.js`.

use crate::json::Json;
use crate::platform::{Credentials, LocalFuture, Refusal};
use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen(module = "/src/platform/browser/credential_text.js")]
extern "C" {
    #[wasm_bindgen(js_name = isSupported)]
    fn is_supported() -> bool;
}

#[wasm_bindgen(module = "/src/platform/browser/credentials.js")]
extern "C" {
    #[wasm_bindgen(js_name = canBeOffered)]
    fn can_be_offered() -> Promise;
    #[wasm_bindgen(js_name = isKeptByDevice)]
    fn is_kept_by_device() -> Promise;
    fn sign(options: &str, is_offered: bool) -> Promise;
    fn make(options: &str) -> Promise;
}

pub(super) struct WebAuthn;

impl Credentials for WebAuthn {
    fn is_supported(&self) -> bool {
        is_supported()
    }

    fn can_be_offered(&self) -> LocalFuture<bool> {
        truth(can_be_offered())
    }

    fn is_kept_by_device(&self) -> LocalFuture<bool> {
        truth(is_kept_by_device())
    }

    fn sign(&self, options: &str, is_offered: bool) -> LocalFuture<Result<Option<String>, Refusal>> {
        answer(sign(options, is_offered))
    }

    fn make(&self, options: &str) -> LocalFuture<Result<Option<String>, Refusal>> {
        answer(make(options))
    }
}

fn truth(promise: Promise) -> LocalFuture<bool> {
    Box::pin(async move { JsFuture::from(promise).await.is_ok_and(|value| value.is_truthy()) })
}

fn answer(promise: Promise) -> LocalFuture<Result<Option<String>, Refusal>> {
    Box::pin(async move {
        // Its promise is never rejected.
        let answer = Json::from(JsFuture::from(promise).await.unwrap_or_default());
        match answer.text("name") {
            Some(name) => {
                let message = answer.text("message").unwrap_or_default();
                Err(Refusal { name, message, native: answer.get("error").unwrap_or_default() })
            }
            None => Ok(answer.text("text")),
        }
    })
}
