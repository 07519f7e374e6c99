//! Time, by `Date.now` and `setTimeout`.

use crate::platform::{Clock, LocalFuture};
use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = setTimeout)]
    fn set_timeout(callback: &js_sys::Function, ms: u32) -> JsValue;
}

pub(super) struct Timers;

impl Clock for Timers {
    fn now_ms(&self) -> f64 {
        js_sys::Date::now()
    }

    fn sleep(&self, ms: u32) -> LocalFuture<()> {
        let elapsed = Promise::new(&mut |resolve, _| {
            set_timeout(&resolve, ms);
        });
        Box::pin(async move {
            // A promise that a timer resolves is never rejected.
            let _ = JsFuture::from(elapsed).await;
        })
    }
}
