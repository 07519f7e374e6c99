//! The tokens that sessions have come with, which are served until others are minted.

use super::client_state::ClientState;
use super::resource::Resource;
use super::state::{Brought, Page};
use super::token::{Ready, expires_at_ms, last_raw};
use crate::json::Json;

impl Brought {
    /// The token that a session came with, if any, is not served again.
    pub(crate) fn serve_no_more(&self, id: String, raw: Option<String>) {
        let mut cleared = self.cleared.borrow_mut();
        cleared.retain(|(other, _)| *other != id);
        cleared.extend(raw.map(|raw| (id, raw)));
    }

    pub(crate) fn is_cleared(&self, raw: &str) -> bool {
        self.cleared.borrow().iter().any(|(_, cleared)| cleared == raw)
    }

    /// Forgets what was cleared of sessions that the client does not have any more.
    pub(crate) fn keep_only(&self, client: &ClientState) {
        // Taken out meanwhile: looking for a session calls JavaScript.
        let mut cleared = self.cleared.take();
        cleared.retain(|(id, _)| client.session(id).is_some());
        self.cleared.replace(cleared);
    }
}

impl Page {
    /// The token that the session came with, while it lives.
    pub(crate) fn brought(&self, session: &Resource) -> Option<Ready> {
        let raw = last_raw(session).filter(|raw| !self.brought.is_cleared(raw))?;
        let expires_at_ms = expires_at_ms(&raw);
        Ready::if_good(Json::from(raw), expires_at_ms, self.near.clock.now_ms())
    }
}
