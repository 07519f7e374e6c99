//! What is not there says so.

use axum::extract::OriginalUri;
use axum::http::Method;

use crate::error::ApiError;

/// Where the Frontend API has routes beside `/v1`, by Clerk's description of it.
const CLERKS_OTHER_FOLDERS: [&str; 3] = ["/.well-known/", "/oauth/", "/api_keys"];

/// Clerk may have the route; the emulator does not, and never pretends.
pub(super) async fn not_implemented(method: Method, OriginalUri(uri): OriginalUri) -> ApiError {
    if is_http_method(&method) {
        ApiError::not_implemented(&format!("{method} {}", uri.path()))
    } else {
        ApiError::method_not_allowed(method.as_str(), uri.path())
    }
}

/// The path is known, the method is not one of its methods.
pub(super) async fn method_not_allowed(method: Method, OriginalUri(uri): OriginalUri) -> ApiError {
    ApiError::method_not_allowed(method.as_str(), uri.path())
}

/// Outside of `/v1` there is little to implement, and elsewhere nothing.
pub(super) async fn unknown(method: Method, uri: OriginalUri) -> ApiError {
    if CLERKS_OTHER_FOLDERS.iter().any(|folder| uri.path().starts_with(folder)) {
        not_implemented(method, uri).await
    } else {
        ApiError::route_not_found(method.as_str(), uri.path())
    }
}

fn is_http_method(method: &Method) -> bool {
    [Method::GET, Method::HEAD, Method::POST, Method::PUT, Method::PATCH, Method::DELETE].contains(method)
}
