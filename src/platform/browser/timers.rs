//! Time, by `Date.now` and `setTimeout`.

use crate::platform::{Clock, LocalFuture};
use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen(module = "/src/platform/browser/timers.js")]
extern "C" {
    fn sleep(ms: u32) -> Promise;
    fn wake(slept: &Promise);
}

/// Ends its timer when nobody waits for it any more.
struct Timer(Promise);

impl Drop for Timer {
    fn drop(&mut self) {
        wake(&self.0);
    }
}

pub(super) struct Timers;

impl Clock for Timers {
    fn now_ms(&self) -> f64 {
        js_sys::Date::now()
    }

    fn sleep(&self, ms: u32) -> LocalFuture<()> {
        let timer = Timer(sleep(ms));
        Box::pin(async move {
            // A promise that a timer resolves is never rejected.
            let _ = JsFuture::from(timer.0.clone()).await;
        })
    }

    fn random(&self) -> f64 {
        js_sys::Math::random()
    }
}
