//! The methods of `SignInResource` and `SignUpResource`: each sends its parameters and resolves the attempt.

use super::promise::promise;
use crate::engine::{Attempt, Resource, SignUp, Work};
use crate::fapi::endpoints::attempt::Call;
use crate::json::Json;
use wasm_bindgen::JsValue;

/// Runs the call at `index` of a kind of attempt; there is no other index, since the same list defined the class.
pub(super) fn run(
    calls: &'static [&'static Call],
    index: usize,
    attempt: &Attempt,
    object: JsValue,
    params: &Json,
) -> JsValue {
    calls.get(index).map_or(JsValue::UNDEFINED, |call| promise(Ok(attempt.run(call, params)), object).into())
}

/// Resolves the enterprises of a sign-up, as JSON.
pub(super) fn enterprise_connections(attempt: &Attempt) -> Work<JsValue> {
    let list = Resource::list();
    let work = SignUp(attempt.clone()).enterprise_connections_as(&list);
    Box::pin(async move { work.await.map(|()| list.data().as_js().clone()) })
}
