//! What has something sent, a code for one, is done once where it is asked for twice at once.

use super::state::{Preparation, Rest};
use crate::encoding::concat;
use crate::engine::wire::{Shared, Work};
use crate::fapi::{Form, Request};
use crate::json::Json;

/// For how long a call joins one like it that is under way, in ms. What takes longer may have been lost.
const JOINED_FOR_MS: f64 = 30_000.0;

/// By what such a call is known.
pub(crate) fn path_and_body(request: &Request) -> String {
    concat(&[&request.path, "?", request.body.as_ref().map_or("", Form::as_str)])
}

/// Joins the call like this one that is under way, so that a double click sends one code.
pub(crate) fn prepare_once(rest: &Rest, path_and_body: String, work: Work<Json>) -> Work<Json> {
    let since_ms = rest.page().near.clock.now_ms();
    let all = &rest.state.preparations;
    let known = all.change(|all| {
        all.retain(|other| since_ms - other.since_ms < JOINED_FOR_MS);
        all.iter().find(|other| other.path_and_body == path_and_body).map(|other| other.outcome.clone())
    });
    Box::pin(known.unwrap_or_else(|| {
        let (rest, key) = (rest.clone(), path_and_body.clone());
        let outcome = Shared::new(Box::pin(async move {
            let outcome = work.await;
            rest.state.preparations.change(|all| all.retain(|other| other.path_and_body != key));
            outcome
        }));
        all.change(|all| all.push(Preparation { path_and_body, since_ms, outcome: outcome.clone() }));
        outcome
    }))
}
