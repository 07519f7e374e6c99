//! The JSON bodies of the Frontend API, field by field as in its published description.
//!
//! Where clerk-js reads a value under another name than the description has, it is sent under
//! both names.

mod attribute;
mod client;
pub(crate) mod environment;
pub(crate) mod external;
mod factor;
pub(crate) mod organization;
mod protect;
pub(crate) mod reverification;
pub(crate) mod session;
pub(crate) mod sign_in;
pub(crate) mod sign_up;
pub(crate) mod token;
pub(crate) mod user;
pub(crate) mod web3;
