//! The one way in which Rust's futures become promises, and that in which what callers give becomes futures.
//!
//! An exported `async fn` would borrow its object until it is done, so that `free()` throws meanwhile, and the compiler
//! would write a state machine for each. Here the engine's boxed work is awaited by one.

use super::errors::error_object;
use crate::engine::{Work, or_fail};
use crate::error::Result;
use crate::js::first::thrown;
use crate::json::Json;
use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, future_to_promise};

#[wasm_bindgen(module = "/src/platform/browser/timers.js")]
extern "C" {
    #[wasm_bindgen(js_name = awaitInNode)]
    fn await_in_node(promise: &Promise);
}

/// Starts the work and resolves `value` when it is done; an error rejects as a JavaScript error.
pub(super) fn promise(work: Result<Work>, value: JsValue) -> Promise {
    promise_of(work.map(|work| -> Work<JsValue> { Box::pin(async move { work.await.map(|()| value) }) }))
}

/// Starts the work and resolves what it gives. A program in Node goes on for as long.
pub(super) fn promise_of(work: Result<Work<JsValue>>) -> Promise {
    let work = or_fail(work);
    let promise = future_to_promise(async move { work.await.map_err(error_object) });
    await_in_node(&promise);
    promise
}

/// What the engine reads of a value that an application's code resolves with.
pub(super) trait FromResolved: 'static {
    fn from_resolved(value: JsValue) -> Self;
}

impl FromResolved for () {
    fn from_resolved(_: JsValue) {}
}

/// Whether it is a truth to JavaScript.
impl FromResolved for bool {
    fn from_resolved(value: JsValue) -> Self {
        value.is_truthy()
    }
}

impl FromResolved for Json {
    fn from_resolved(value: JsValue) -> Self {
        value.into()
    }
}

/// An object, if it is one.
impl FromResolved for Option<Json> {
    fn from_resolved(value: JsValue) -> Self {
        Some(Json::from(value)).filter(Json::is_object)
    }
}

/// Waits for a promise of the application's code; what that throws stays what it is.
pub(super) fn work_of<T: FromResolved>(promise: Promise) -> Work<T> {
    let waiting = JsFuture::from(promise);
    Box::pin(async move { waiting.await.map(T::from_resolved).map_err(thrown) })
}
