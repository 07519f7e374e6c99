//! The tokens of this page's sessions: minted, kept, renewed in time, and told to other tabs.

mod cache;
mod get_token;
mod other_tabs;
mod poller;
mod refresh;
mod state;

pub(crate) use state::{TokenState, Tokens};
