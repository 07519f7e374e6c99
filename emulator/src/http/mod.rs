//! What lies between the wire and the routes: bodies, cookies, callers, connections.

pub(crate) mod caller;
pub(crate) mod connection;
pub(crate) mod cors;
mod date;
pub(crate) mod fault;
pub(crate) mod form;
pub(crate) mod intake;
pub(crate) mod page;
pub(crate) mod params;
pub(crate) mod segments;
pub(crate) mod visit;
