//! The page, as a start reads it, by the snippet `page.js`.

use crate::platform::Page;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/platform/browser/page.js")]
extern "C" {
    fn origin() -> Option<String>;
    #[wasm_bindgen(js_name = queryParameter)]
    fn query_parameter(name: &str) -> Option<String>;
    #[wasm_bindgen(js_name = takeQueryParameter)]
    fn take_query_parameter(name: &str) -> Option<String>;
    #[wasm_bindgen(js_name = isInFront)]
    fn is_in_front() -> bool;
}

pub(super) struct Document;

impl Page for Document {
    fn origin(&self) -> Option<String> {
        origin()
    }

    fn query_parameter(&self, name: &str) -> Option<String> {
        query_parameter(name)
    }

    fn take_query_parameter(&self, name: &str) -> Option<String> {
        take_query_parameter(name)
    }

    fn is_in_front(&self) -> bool {
        is_in_front()
    }
}
