//! A window that a Rust application opens, by the snippet `popup.js`.

use crate::error::{ClerkError, Result};
use crate::platform::Popup;
use std::rc::Rc;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/platform/browser/popup.js")]
extern "C" {
    #[wasm_bindgen(js_name = openWindow)]
    fn open_window() -> JsValue;
    #[wasm_bindgen(js_name = sendTo)]
    fn send_to(opened: &JsValue, url: &str) -> bool;
    #[wasm_bindgen(js_name = isClosed)]
    fn is_closed(opened: &JsValue) -> bool;
}

pub(super) fn open() -> Option<Rc<dyn Popup>> {
    let opened = open_window();
    if opened.is_undefined() { None } else { Some(Rc::new(Opened(opened))) }
}

struct Opened(JsValue);

impl Popup for Opened {
    fn go(&self, url: &str) -> Result<()> {
        let is_sent = send_to(&self.0, url);
        is_sent
            .then_some(())
            .ok_or_else(|| ClerkError::state("The browser does not send the window anywhere."))
    }

    fn is_closed(&self) -> bool {
        is_closed(&self.0)
    }
}
