//! The one way in which Rust's futures become promises.
//!
//! An exported `async fn` would borrow its object until it is done, so that `free()` throws meanwhile. Here the caller
//! clones what the work needs, and then makes the promise.

use crate::error::Result;
use js_sys::Promise;
use std::future::Future;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::future_to_promise;

/// Starts the work; its error rejects as a JavaScript error.
pub(crate) fn promise(work: impl Future<Output = Result<JsValue>> + 'static) -> Promise {
    future_to_promise(async move { work.await.map_err(JsValue::from) })
}
