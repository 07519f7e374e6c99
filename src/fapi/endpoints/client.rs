//! `/client`.

use super::super::request::{Method, Request};
use crate::encoding::concat;
use crate::fapi::Form;
use crate::json::Json;

/// Where the client lives.
pub const PATH: &str = "/client";

/// Reads the client.
pub fn get() -> Request {
    Request::new(Method::Get, PATH)
}

/// Reads the client again, rotating the token of a native application when it gives a nonce.
pub fn reload(rotating_token_nonce: Option<&str>) -> Request {
    let mut request = get().updating_client();
    request.rotating_token_nonce = rotating_token_nonce.map(str::to_owned);
    request
}

/// Creates the client and its cookie.
pub fn create() -> Request {
    Request::new(Method::Put, PATH)
}

/// Deletes the client.
pub fn destroy() -> Request {
    Request::new(Method::Delete, PATH)
}

/// Removes all sessions and keeps the client.
pub fn remove_sessions() -> Request {
    Request::new(Method::Delete, concat(&[PATH, "/sessions"]))
}

/// Sends the answer to a captcha.
pub fn send_captcha_token(params: &Json) -> Request {
    Request::new(Method::Post, concat(&[PATH, "/verify"])).with_body(Form::from_params(params))
}

/// The page that renews the client's cookie and goes on to `redirect_url`.
pub fn touch(redirect_url: &str) -> Request {
    let mut request = Request::new(Method::Get, concat(&[PATH, "/touch"]));
    request.search.push("redirect_url", redirect_url);
    request
}
