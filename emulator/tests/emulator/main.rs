//! The emulator from outside: through its router without a socket, and as a command.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking, in its helpers too"
)]

mod authenticator;
mod client;
mod command;
mod contacts;
mod control;
mod cors;
mod email_link;
mod enterprise;
mod environment;
mod external;
mod faults;
mod hostile;
mod invitations;
mod isolation;
mod journey;
mod lock;
mod me;
mod memberships;
mod newcomer;
mod office;
mod one_tap;
mod openapi;
mod organization_choice;
mod organizations;
mod passkey;
mod passkey_sign_in;
mod phone;
mod protect;
mod repeat;
mod reset_password;
mod reverification;
mod scene;
mod second_factor;
mod session;
mod sign_in;
mod sign_up;
mod storage;
mod support;
mod ticket;
mod token;
mod token_source;
mod unpublished;
mod waitlist;
mod web3;
