//! The second part: what makes requests, waits, or is only needed once somebody acts.

mod abort;
mod attempt;
mod clerk;
mod client;
mod errors;
mod handle;
mod hooks;
mod promise;
mod session;

pub(super) use self::session::METHOD_NAMES as SESSION_METHODS;
