//! Errors become JavaScript errors here, and nowhere else.

use crate::error::{ClerkError, ErrorKind};
use js_sys::Array;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/js/glue/errors.js")]
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

/// What a caller's own code has thrown, or given as a reason.
pub(super) fn thrown(value: JsValue) -> ClerkError {
    ErrorKind::Thrown(value.into()).into()
}

impl From<ClerkError> for JsValue {
    fn from(error: ClerkError) -> JsValue {
        match error.kind() {
            ErrorKind::Api(error) => {
                let data = error.errors.iter().map(|error| error.json().as_js()).collect();
                api_response_error(
                    &error.message,
                    data,
                    error.status,
                    error.retry_after,
                    error.trace_id.clone(),
                )
            }
            ErrorKind::Runtime(error) => runtime_error(&error.message, error.code),
            ErrorKind::Argument(message) => js_sys::TypeError::new(message).into(),
            ErrorKind::Thrown(thrown) => thrown.as_js().clone(),
            ErrorKind::Network(cut) if cut.has_code => runtime_error(&error.message(), "network_error"),
            ErrorKind::Network(_) | ErrorKind::State(_) => js_sys::Error::new(&error.message()).into(),
        }
    }
}
