//! Where a browser is sent.

use axum::http::header::LOCATION;
use axum::http::{HeaderName, HeaderValue, StatusCode};
use url::Url;

use crate::error::ApiError;

/// An answer that sends the browser on.
pub(super) type SentOn = (StatusCode, [(HeaderName, HeaderValue); 1]);

/// Only web pages: a `javascript:` or `data:` URL must not get the browser's trust.
pub(super) fn redirect_url(text: &str) -> Result<Url, ApiError> {
    let url = Url::parse(text).map_err(|_| ApiError::redirect_url_invalid())?;
    match url.scheme() {
        "http" | "https" => Ok(url),
        _ => Err(ApiError::redirect_url_scheme_invalid()),
    }
}

/// The URL with these parameters in its query, in place of those of the same names.
pub(super) fn with_params(mut url: Url, params: &[(&str, &str)]) -> Url {
    let others: Vec<_> = url
        .query_pairs()
        .filter(|(name, _)| !params.iter().any(|(new, _)| new == name))
        .map(|(name, value)| (name.into_owned(), value.into_owned()))
        .collect();
    url.query_pairs_mut().clear().extend_pairs(others).extend_pairs(params);
    url
}

pub(super) fn sent_on_to(status: StatusCode, target: &Url) -> Result<SentOn, ApiError> {
    let target = HeaderValue::from_str(target.as_str()).map_err(|_| ApiError::redirect_url_invalid())?;
    Ok((status, [(LOCATION, target)]))
}
