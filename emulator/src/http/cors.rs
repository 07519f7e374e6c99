//! Cross-origin rules: any page may call, with its cookies, as any page may start an emulator.

use std::time::Duration;

use axum::http::HeaderName;
use axum::http::header::{DATE, RETRY_AFTER};
use tower_http::cors::{AllowHeaders, AllowMethods, AllowOrigin, CorsLayer};

use super::fault::FAULT_HEADER;
use crate::error::TRACE_HEADER;

/// The header by which a development browser learns its token.
pub(crate) const DEV_BROWSER_HEADER: HeaderName = HeaderName::from_static("clerk-db-jwt");

/// Echoes the caller's origin, and lets it read the headers that clerk-js and tools read.
pub(crate) fn layer() -> CorsLayer {
    CorsLayer::new()
        .allow_origin(AllowOrigin::mirror_request())
        .allow_methods(AllowMethods::mirror_request())
        .allow_headers(AllowHeaders::mirror_request())
        .allow_credentials(true)
        .max_age(Duration::from_secs(600))
        .expose_headers([
            DATE,
            RETRY_AFTER,
            DEV_BROWSER_HEADER,
            HeaderName::from_static("x-country"),
            HeaderName::from_static(TRACE_HEADER),
            FAULT_HEADER,
        ])
}
