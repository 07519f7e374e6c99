//! Decoding in the browser, which has it in its own code.

use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/encoding/base64/browser.js")]
extern "C" {
    /// The text behind base64; `None` for what is none.
    #[wasm_bindgen(js_name = decodeBase64)]
    pub(crate) fn decode_text(base64: &str) -> Option<String>;
}
