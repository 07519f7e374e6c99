//! What the handles do that has to be waited for. The handles themselves, and what they answer at once, are the page's.

mod attempt;
mod clerk;
mod client;
mod reverification;
mod session;
mod sign_in;
mod sign_up;
