//! The client as the last visit left it. `engine/clerk` keeps it.

use super::state::Page;
use crate::json::Json;
use crate::model::Jwt;

const NAME: &str = "__clerk_snapshot";
/// Of what is kept: a snapshot of another version counts as none.
pub(crate) const VERSION: f64 = 1.0;

impl Page {
    pub(crate) fn snapshot_name(&self) -> String {
        self.cookies.suffixed(NAME)
    }

    /// The client of the snapshot, if somebody is signed in by it. In a browser with cookies the session cookie decides
    /// who: whoever signs out removes it, whether or not they know of snapshots. The token in it is the session's.
    pub(super) fn stored_client(&self) -> Option<Json> {
        let client = self.near.storage.get(&self.snapshot_name())?;
        let told = match self.cookies.is_enabled() {
            true => Some(Jwt::decode(&self.cookies.token(self)?)?),
            false => None,
        };
        let id = match &told {
            Some(token) => token.sub().and(token.sid()),
            None => client.text("last_active_session_id"),
        }?;
        let list = client.get("sessions")?;
        let place = list.place_of(&id, 0)?;
        let mut session = list.at(place)?;
        if let Some(token) = told {
            let raw = Json::constant(r#"{"object":"token"}"#).with("jwt", Json::from(token.raw()));
            session = session
                .with("last_active_token", raw)
                .with("last_active_organization_id", Json::from(token.org_id()));
        }
        let is_over = session.number("expire_at").is_some_and(|end| end <= self.near.clock.now_ms());
        let is_current = !is_over && client.number("version") == Some(VERSION);
        let mut sessions = Vec::new();
        while let Some(other) = list.at(sessions.len()) {
            sessions.push(if sessions.len() == place { session.clone() } else { other });
        }
        let client =
            client.with("last_active_session_id", Json::from(id)).with("sessions", Json::array(&sessions));
        is_current.then_some(client)
    }
}
