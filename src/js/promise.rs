//! The one way in which Rust's futures become promises.
//!
//! An exported `async fn` would borrow its object until it is done, so that `free()` throws meanwhile, and the compiler
//! would write a state machine for each. Here the engine's boxed work is awaited by one.

use crate::engine::{Work, or_fail};
use crate::error::Result;
use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::future_to_promise;

/// Starts the work and resolves `value` when it is done; an error rejects as a JavaScript error.
pub(crate) fn promise(work: Result<Work>, value: JsValue) -> Promise {
    promise_of(work.map(|work| -> Work<JsValue> { Box::pin(async move { work.await.map(|()| value) }) }))
}

/// Starts the work and resolves what it gives.
pub(crate) fn promise_of(work: Result<Work<JsValue>>) -> Promise {
    let work = or_fail(work);
    future_to_promise(async move { work.await.map_err(JsValue::from) })
}
