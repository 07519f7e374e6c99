//! The `Date` of an answer, by the virtual clock: when it was made, however long it is on its way.

use std::time::{Duration, UNIX_EPOCH};

use axum::http::HeaderValue;
use axum::http::header::{DATE, Entry};
use axum::response::Response;
use httpdate::fmt_http_date;

use crate::state::Emulator;

/// The answer with its date, unless it has one.
pub(super) fn with_date(mut response: Response, emulator: &Emulator) -> Response {
    let now_ms = emulator.lock().tables.clock().now_ms();
    // The format knows no year before 1970.
    let now = UNIX_EPOCH + Duration::from_millis(u64::try_from(now_ms).unwrap_or_default());
    if let (Entry::Vacant(header), Ok(date)) =
        (response.headers_mut().entry(DATE), HeaderValue::try_from(fmt_http_date(now)))
    {
        header.insert(date);
    }
    response
}
