//! `/environment` and `/dev_browser`.

use super::super::request::{Method, Request};

/// Reads the instance's settings. A development instance is sent a `PATCH`, by which it learns the page's origin.
pub fn get(is_development: bool) -> Request {
    Request::new(if is_development { Method::Patch } else { Method::Get }, "/environment")
}

/// Creates a development browser, which stands in for the client's cookie.
pub fn create_dev_browser() -> Request {
    Request::new(Method::Post, "/dev_browser")
}
