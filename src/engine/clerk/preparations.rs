//! What has something sent, a code for one, is done once where it is asked for twice at once.

use super::state::{Preparation, Rest};
use crate::engine::wire::{Shared, Work};

/// For how long a call joins one like it that is under way, in ms. What takes longer may have been lost.
const JOINED_FOR_MS: f64 = 30_000.0;

/// Joins the call like this one that is under way, so that a double click sends one code.
pub(crate) fn prepare_once(rest: &Rest, path_and_body: String, work: Work) -> Work {
    let since_ms = rest.page().near.clock.now_ms();
    let mut all = rest.state.preparations.borrow_mut();
    all.retain(|other| since_ms - other.since_ms < JOINED_FOR_MS);
    if let Some(other) = all.iter().find(|other| other.path_and_body == path_and_body) {
        return Box::pin(other.outcome.clone());
    }
    let (rest, key) = (rest.clone(), path_and_body.clone());
    let outcome = Shared::new(Box::pin(async move {
        let outcome = work.await;
        rest.state.preparations.borrow_mut().retain(|other| other.path_and_body != key);
        outcome
    }));
    all.push(Preparation { path_and_body, since_ms, outcome: outcome.clone() });
    Box::pin(outcome)
}
