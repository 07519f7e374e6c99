//! `/waitlist`.

use super::super::request::{Method, Request};
use crate::fapi::Form;

/// Puts an address on the list of those who want to be let in.
pub fn join(email_address: &str) -> Request {
    let body = Form::new().field("email_address", Some(email_address));
    Request::new(Method::Post, "/waitlist").with_body(body)
}
