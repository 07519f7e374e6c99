//! `AbortSignal`: a call that nobody waits for any more ends, and so does its request.

use crate::engine::{Work, within};
use crate::error::{ClerkError, Result};
use crate::js::first::thrown;
use crate::json::Json;
use crate::platform::when_aborted;
use wasm_bindgen::prelude::*;
use web_sys::AbortSignal;

#[wasm_bindgen(module = "/src/platform/browser/timers.js")]
extern "C" {
    #[wasm_bindgen(js_name = isSignal)]
    fn is_signal(value: &JsValue) -> bool;
    #[wasm_bindgen(js_name = reasonOf)]
    fn reason_of(signal: &JsValue) -> JsValue;
}

/// The work until the `signal` among its options is aborted: it then fails with the signal's reason.
pub(super) fn until_aborted<T: 'static>(work: Work<T>, options: &Json) -> Result<Work<T>> {
    let Some(signal) = options.present("signal") else { return Ok(work) };
    if !is_signal(signal.as_js()) {
        return Err(ClerkError::argument("The option signal is an AbortSignal."));
    }
    let signal: AbortSignal = signal.as_js().clone().unchecked_into();
    let work = within(when_aborted(&signal), work);
    Ok(Box::pin(async move { work.await.unwrap_or_else(|| Err(thrown(reason_of(&signal)))) }))
}
