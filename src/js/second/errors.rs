//! Errors become JavaScript errors here; `first/errors.rs` does the same for what answers at once.

use crate::error::{ClerkError, ErrorKind};
use crate::js::first;
use js_sys::Array;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/js/second/glue/errors.js")]
extern "C" {
    #[wasm_bindgen(js_name = apiResponseError)]
    fn api_response_error(
        message: &str,
        data: Array,
        status: u16,
        retry_after: Option<u32>,
        clerk_trace_id: Option<String>,
    ) -> JsValue;

    #[wasm_bindgen(js_name = runtimeError)]
    fn runtime_error(message: &str, code: &str) -> JsValue;
}

/// The JavaScript error of a call that makes requests.
pub(super) fn error_object(error: ClerkError) -> JsValue {
    match error.kind() {
        ErrorKind::Api(error) => {
            let data = error.errors.iter().map(|error| error.json().as_js().clone()).collect();
            api_response_error(
                &error.message,
                data,
                error.status,
                error.retry_after_s,
                error.trace_id.clone(),
            )
        }
        ErrorKind::Runtime(error) => runtime_error(&error.message, error.code),
        ErrorKind::Network(cut) if cut.has_code => runtime_error(&error.message(), "network_error"),
        ErrorKind::Network(_) => js_sys::Error::new(&error.message()).into(),
        _ => first::error_object(error),
    }
}
