//! What outlasts the page, by `localStorage` and the snippet `page.js`.

use crate::json::Json;
use crate::platform::Storage;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/platform/browser/page.js")]
extern "C" {
    fn stored(name: &str) -> JsValue;
    fn store(name: &str, value: &JsValue, secrets: &str);
}

pub(super) struct LocalStorage;

impl Storage for LocalStorage {
    fn get(&self, name: &str) -> Option<Json> {
        Some(Json::from(stored(name))).filter(Json::is_object)
    }

    fn set(&self, name: &str, value: &Json, secrets: &str) {
        store(name, value.as_js(), secrets);
    }
}
