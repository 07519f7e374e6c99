//! The tokens that sessions have come with, which are served until others are minted.

use super::resource::Resource;
use super::state::{Brought, Page};
use super::token::{Ready, expires_at_ms, last_raw};
use crate::json::Json;

impl Brought {
    /// The token that a session came with, if any, is not served again.
    pub(crate) fn serve_no_more(&self, session_id: &str, raw: Option<String>) {
        let cleared = self.cleared.get().with(session_id, Json::from(raw));
        self.cleared.set(cleared);
    }

    pub(crate) fn is_cleared(&self, session_id: &str, raw: &str) -> bool {
        self.cleared.get().text(session_id).as_deref() == Some(raw)
    }
}

impl Page {
    /// The token that the session came with, while it lives.
    pub(crate) fn brought(&self, session: &Resource) -> Option<Ready> {
        let session_id = session.id().unwrap_or_default();
        let raw = last_raw(session).filter(|raw| !self.brought.is_cleared(&session_id, raw))?;
        let expires_at_ms = expires_at_ms(&raw);
        Ready::if_good(Json::from(raw), expires_at_ms, self)
    }
}
