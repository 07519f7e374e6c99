//! The Backend API's client as JavaScript sees it: `glue/backend.js` makes it.

use crate::json::Json;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/js/glue/backend.js")]
extern "C" {
    #[wasm_bindgen(js_name = backendClient)]
    fn backend_client(json: &JsValue) -> JsValue;
}

/// A read-only `BackendClient` that shows `json`, which has to be an object.
pub(crate) fn client_object(json: &Json) -> JsValue {
    backend_client(json.as_js())
}
