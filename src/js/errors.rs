//! Errors become JavaScript errors here, and nowhere else.

use crate::error::{ApiError, ClerkError, ErrorKind};
use crate::json::Json;
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

impl From<ClerkError> for JsValue {
    fn from(error: ClerkError) -> JsValue {
        match error.kind() {
            ErrorKind::Api(error) => {
                let data = error.errors.iter().map(data_of).collect();
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
            ErrorKind::Network(_) | ErrorKind::State(_) => js_sys::Error::new(&error.message()).into(),
        }
    }
}

fn data_of(error: &ApiError) -> JsValue {
    let data = Json::object(&[
        ("code", Json::from(error.code.as_str())),
        ("message", Json::from(error.message.as_str())),
    ]);
    let data = match &error.long_message {
        Some(text) => data.with("long_message", Json::from(text.as_str())),
        None => data,
    };
    let data = match &error.meta {
        Some(meta) => data.with("meta", meta.clone()),
        None => data,
    };
    data.as_js().clone()
}
