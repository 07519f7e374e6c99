//! `/client/sessions`.

use super::super::request::{Method, Request, segment};
use crate::encoding::concat;
use crate::fapi::Form;

/// Where sessions live.
pub const PATH: &str = "/client/sessions";

fn at(id: &str, action: &str) -> String {
    concat(&[PATH, "/", &segment(id), action])
}

/// Reads a session again.
pub fn reload(id: &str) -> Request {
    Request::new(Method::Get, at(id, "")).updating_client()
}

/// Ends a session: it stays on the client as `ended`.
pub fn end(id: &str) -> Request {
    Request::new(Method::Post, at(id, "/end"))
}

/// Removes a session from the client.
pub fn remove(id: &str) -> Request {
    Request::new(Method::Post, at(id, "/remove"))
}

/// Tells the server that the session is in use, and in which organization.
pub fn touch(id: &str, organization_id: Option<&str>, intent: Option<&str>) -> Request {
    let body = Form::new()
        .field("active_organization_id", Some(organization_id.unwrap_or_default()))
        .field("intent", intent);
    Request::new(Method::Post, at(id, "/touch")).with_body(body)
}

/// Mints a token for an organization, or for the personal account with an empty id. A session minter signs it from the
/// `last` one, unless that is not good enough: it is then forced to ask its origin.
pub fn create_token(
    id: &str,
    organization_id: &str,
    tab_state: Option<&str>,
    last: Option<&str>,
    is_forced: bool,
) -> Request {
    let body = Form::new()
        .field("organization_id", Some(organization_id))
        .field("tab_state", tab_state)
        .field("token", last)
        .field("force_origin", is_forced.then_some("true"));
    Request::new(Method::Post, at(id, "/tokens")).with_body(body)
}

/// Mints a token by a template.
pub fn create_template_token(id: &str, template: &str) -> Request {
    Request::new(Method::Post, concat(&[&at(id, "/tokens"), "/", &segment(template)])).with_body(Form::new())
}
