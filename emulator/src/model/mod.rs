//! The nouns of the Frontend API as data, with the rules that need no request to be understood.

pub(crate) mod client;
pub(crate) mod contact;
pub(crate) mod enterprise;
pub(crate) mod external;
pub(crate) mod invitation;
pub(crate) mod membership;
pub(crate) mod message;
pub(crate) mod one_tap;
pub(crate) mod organization;
pub(crate) mod passkey;
pub(crate) mod protect;
pub(crate) mod reverification;
pub(crate) mod session;
pub(crate) mod sign_in;
pub(crate) mod sign_up;
pub(crate) mod ticket;
pub(crate) mod totp;
pub(crate) mod user;
pub(crate) mod verification;
pub(crate) mod waitlist;
pub(crate) mod web3;
