//! Work that makes requests.

use crate::error::Result;
use crate::platform::LocalFuture;
use std::future::ready;

/// Work that makes requests: it starts when it is awaited.
///
/// A boxed future and not an `async fn`, so that the compiler writes each state machine once and not into each caller.
pub type Work<T = ()> = LocalFuture<Result<T>>;

/// Work that is done already.
pub(crate) fn done<T: 'static>(outcome: Result<T>) -> Work<T> {
    Box::pin(ready(outcome))
}

/// Work that perhaps cannot be started.
pub(crate) fn or_fail<T: 'static>(work: Result<Work<T>>) -> Work<T> {
    work.unwrap_or_else(|error| done(Err(error)))
}
