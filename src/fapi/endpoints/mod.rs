//! The calls of the Frontend API, one file per noun: what each sends.

pub mod account;
pub mod attempt;
pub mod client;
pub mod environment;
pub mod reverification;
pub mod session;
pub mod sign_in;
pub mod sign_up;
pub mod waitlist;
