//! What an application's own code does for a Clerk object, as far as a start asks for it; `second/hooks.rs` has the rest.

use super::client::client_object;
use crate::engine::{Client, PageHooks, Status};
use crate::json::Json;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/js/glue/requests.js")]
extern "C" {
    #[wasm_bindgen(js_name = newHooks)]
    fn new_hooks() -> JsValue;
}

#[wasm_bindgen(module = "/src/js/glue/events.js")]
extern "C" {
    #[wasm_bindgen(js_name = statusChanged)]
    fn status_changed(hooks: &JsValue, status: &str);
    #[wasm_bindgen(js_name = selectInitialSession)]
    fn select_initial_session(hooks: &JsValue, client: &JsValue) -> JsValue;
}

/// The hooks of one Clerk object, in the order in which they were registered; the page's own come before them.
#[derive(Debug, Clone)]
pub(in crate::js) struct JsHooks(pub(in crate::js) JsValue);

impl JsHooks {
    pub(super) fn new() -> Self {
        Self(new_hooks())
    }
}

impl PageHooks for JsHooks {
    fn native(&self) -> Json {
        self.0.clone().into()
    }

    fn status_changed(&self, status: Status) {
        status_changed(&self.0, status.as_str());
    }

    fn select_initial_session(&self, client: &Client) -> Option<Option<String>> {
        let chosen = select_initial_session(&self.0, &client_object(client));
        (!chosen.is_undefined()).then(|| chosen.as_string())
    }
}
