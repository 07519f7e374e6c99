//! `AbortSignal`: a call that nobody waits for any more ends, and so does its request.

use crate::engine::{Work, within};
use crate::error::{ClerkError, Result};
use crate::js::first::thrown;
use crate::json::Json;
use crate::platform::when_aborted;
use wasm_bindgen::JsCast;
use web_sys::AbortSignal;

/// The work until the `signal` among its options is aborted: it then fails with the signal's reason.
pub(super) fn until_aborted<T: 'static>(work: Work<T>, options: &Json) -> Result<Work<T>> {
    let Some(signal) = options.present("signal") else { return Ok(work) };
    let Some(signal) = signal.as_js().dyn_ref::<AbortSignal>().cloned() else {
        return Err(ClerkError::argument("The option signal is an AbortSignal."));
    };
    let work = within(when_aborted(&signal), work);
    Ok(Box::pin(async move { work.await.unwrap_or_else(|| Err(thrown(signal.reason()))) }))
}
