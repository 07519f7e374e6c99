//! Form bodies.

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{FromRequest, Request};
use axum::http::HeaderMap;
use axum::http::header::CONTENT_TYPE;
use http_body_util::LengthLimitError;

use super::params::Params;
use crate::error::ApiError;

/// No form that clerk-js sends comes near this.
pub(crate) const BODY_LIMIT: usize = 1024 * 1024;

/// The parameters in the body of a request; an empty body has none.
#[derive(Debug)]
pub(crate) struct Form(pub(crate) Params);

impl<S: Sync> FromRequest<S> for Form {
    type Rejection = ApiError;

    async fn from_request(request: Request, _: &S) -> Result<Self, ApiError> {
        let (parts, body) = request.into_parts();
        let bytes = read_body(body).await?;
        parse_form(&parts.headers, &bytes).map(Self)
    }
}

/// The whole body, unless it is too large.
pub(crate) async fn read_body(body: Body) -> Result<Bytes, ApiError> {
    to_bytes(body, BODY_LIMIT).await.map_err(|error| {
        let too_large =
            std::error::Error::source(&error).is_some_and(|source| source.is::<LengthLimitError>());
        if too_large { ApiError::body_too_large(BODY_LIMIT) } else { ApiError::body_unreadable() }
    })
}

/// Reads the parameters of a body.
pub(crate) fn parse_form(headers: &HeaderMap, body: &[u8]) -> Result<Params, ApiError> {
    if body.is_empty() {
        return Ok(Params::default());
    }
    let content_type = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or("(none)");
    let essence = content_type.split(';').next().unwrap_or_default().trim();
    if !essence.eq_ignore_ascii_case("application/x-www-form-urlencoded") {
        return Err(ApiError::unsupported_content_type(content_type));
    }
    let malformed = || ApiError::malformed_request("The request body is not a form, or not valid UTF-8.");
    let text = std::str::from_utf8(body).map_err(|_| malformed())?;
    Params::parse(text).map_err(|_| malformed())
}
