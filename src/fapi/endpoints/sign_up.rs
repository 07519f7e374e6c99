//! `/client/sign_ups`.

use super::super::request::{Method, Request, segment};
use crate::fapi::Form;

/// Where sign-up attempts live.
pub const PATH: &str = "/client/sign_ups";

/// The attempt's own path, or where attempts live while it has no id: a new attempt ignores the action, as in
/// clerk-js (behaviour map 1.1).
fn at(id: Option<&str>, action: &str) -> String {
    match id.filter(|id| !id.is_empty()) {
        Some(id) => [PATH, "/", &segment(id), action].concat(),
        None => PATH.to_owned(),
    }
}

/// Starts an attempt.
pub fn create(body: Form) -> Request {
    Request::new(Method::Post, PATH).with_body(body)
}

/// Reads an attempt again.
pub fn reload(id: Option<&str>) -> Request {
    Request::new(Method::Get, at(id, "")).updating_client()
}

/// Adds to an attempt.
pub fn update(id: Option<&str>, body: Form) -> Request {
    Request::new(Method::Patch, at(id, "")).with_body(body)
}

/// Has a code sent, or whatever the strategy needs first.
pub fn prepare_verification(id: Option<&str>, body: Form) -> Request {
    Request::new(Method::Post, at(id, "/prepare_verification")).with_body(body)
}

/// Tries to verify.
pub fn attempt_verification(id: Option<&str>, body: Form) -> Request {
    Request::new(Method::Post, at(id, "/attempt_verification")).with_body(body)
}
