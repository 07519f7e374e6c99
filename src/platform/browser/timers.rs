//! What waits, by `setTimeout`.

use crate::platform::{self, LocalFuture};
use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
#[cfg(feature = "js")]
use web_sys::AbortSignal;

#[wasm_bindgen(module = "/src/platform/browser/timers.js")]
extern "C" {
    fn sleep(ms: u32, ends_online: bool, or_not: bool) -> Promise;
    #[cfg(feature = "js")]
    fn aborted(signal: &AbortSignal) -> Promise;
    fn wake(waiting: &Promise);
    fn uptime() -> f64;
}

/// Something that happens some time; its timer or listener goes when nobody waits for it any more.
struct Event(Promise);

impl Drop for Event {
    fn drop(&mut self) {
        wake(&self.0);
    }
}

impl Event {
    fn wait(self) -> LocalFuture<()> {
        Box::pin(async move {
            // Its promise is never rejected.
            let _ = JsFuture::from(self.0.clone()).await;
        })
    }
}

/// Resolves when the signal is aborted, at once if it is already.
#[cfg(feature = "js")]
pub(crate) fn when_aborted(signal: &AbortSignal) -> LocalFuture<()> {
    Event(aborted(signal)).wait()
}

pub(super) struct Timers;

impl platform::Timers for Timers {
    fn sleep(&self, ms: u32) -> LocalFuture<()> {
        Event(sleep(ms, false, false)).wait()
    }

    fn sleep_or_not(&self, ms: u32) -> LocalFuture<()> {
        Event(sleep(ms, false, true)).wait()
    }

    fn pause(&self, ms: u32, ends_online: bool) -> LocalFuture<bool> {
        let event = Event(sleep(ms, ends_online, false));
        Box::pin(async move { JsFuture::from(event.0.clone()).await.is_ok_and(|online| online.is_truthy()) })
    }

    fn until(&self, date: &str) -> f64 {
        js_sys::Date::parse(date) - js_sys::Date::now()
    }

    fn random(&self) -> f64 {
        js_sys::Math::random()
    }

    fn uptime_ms(&self) -> f64 {
        uptime()
    }
}
