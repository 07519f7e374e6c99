//! The second part: what makes requests, waits, or is only needed once somebody acts.

mod abort;
mod account;
mod attempt;
mod clerk;
mod client;
mod errors;
mod flows;
mod handle;
mod hooks;
mod options;
mod promise;
mod session;

pub(super) use self::session::METHOD_NAMES as SESSION_METHODS;

use crate::engine::set_all_hooks;
use crate::js::first::JsHooks;
use std::rc::Rc;
use wasm_bindgen::prelude::wasm_bindgen;

/// What the second part does once, when it has come.
#[expect(unreachable_pub, reason = "wasm-bindgen exports public functions only")]
#[wasm_bindgen(js_name = secondArrived, skip_typescript)]
pub fn second_arrived() {
    set_all_hooks(|hooks| Rc::new(JsHooks(hooks.native().as_js().clone())));
}
