//! The other tabs, by the snippet `tabs.js`.

use super::Ending;
use crate::json::Json;
use crate::platform::{Hear, LocalFuture, Tabs, Tell, Turn};
use js_sys::{Function, Promise};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen(module = "/src/platform/browser/tabs.js")]
extern "C" {
    #[wasm_bindgen(js_name = openChannel)]
    fn open_channel(name: &str, hear: JsValue) -> Option<Function>;
    fn lock(name: &str, ms: u32) -> Promise;
}

pub(super) struct Origin;

impl Tabs for Origin {
    fn open(&self, channel: &str, hear: Hear) -> Option<Tell> {
        let hear: Box<dyn Fn(JsValue)> = Box::new(move |message| hear(Json::from(message)));
        // Called with nothing, it closes the channel.
        let channel = Ending(open_channel(channel, Closure::wrap(hear).into_js_value())?);
        Some(Rc::new(move |message: Json| {
            // What cannot be posted is caught there.
            let _ = channel.0.call1(&JsValue::UNDEFINED, message.as_js());
        }))
    }

    fn lock(&self, name: &str, limit_ms: u32) -> LocalFuture<Option<Turn>> {
        let turn = JsFuture::from(lock(name, limit_ms));
        Box::pin(async move {
            let end = turn.await.ok()?.dyn_into().ok()?;
            Some(Box::new(Ending(end)) as Turn)
        })
    }
}
