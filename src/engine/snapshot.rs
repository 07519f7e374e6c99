//! A start without waiting: the client as the last visit left it, without a token or anything else that is secret.

use super::clerk::Status;
use super::client_from_token::client_from_token;
use super::core::Core;
use super::outage::Pause;
use crate::json::Json;
use std::cell::Cell;
use std::rc::Rc;

const NAME: &str = "__clerk_snapshot";
/// Of what is kept: a snapshot of another version counts as none.
const VERSION: f64 = 1.0;
/// What is not kept, wherever it stands: tokens, what proves something to somebody, and attempts, which go stale.
const SECRETS: &str =
    "last_active_token nonce backup_codes external_verification_redirect_url sign_in sign_up";

#[derive(Default)]
pub(crate) struct Snapshot {
    is_kept: Cell<bool>,
}

impl Core {
    fn snapshot_name(&self) -> String {
        self.cookies.suffixed(NAME)
    }

    /// Starts from the snapshot, if there is one, and asks for client and environment in the background.
    pub(super) fn start_from_snapshot(self: &Rc<Self>) -> bool {
        let Some(client) = self.stored_client() else { return false };
        self.start_from(&client);
        self.outage.lacks_environment.set(true);
        self.ask_again(true, Pause::after(None, 0));
        true
    }

    /// The client of the snapshot, if somebody is signed in by it. In a browser with cookies the session cookie decides
    /// who: whoever signs out removes it, whether or not they know of snapshots. The token in it is the session's.
    fn stored_client(&self) -> Option<Json> {
        let client = self.platform.storage.get(&self.snapshot_name())?;
        let told = match self.cookies.is_enabled() {
            true => client_from_token(self.cookies.token(self).as_deref()),
            false => client.clone(),
        };
        let id = told.text("last_active_session_id")?;
        let find = |client: &Json| client.get("sessions")?.place_of(&id, 0);
        let (place, mut sessions) = (find(&client)?, client.list("sessions"));
        let session = sessions.get_mut(place)?;
        let told = told.get("sessions")?.at(find(&told)?)?;
        for key in ["last_active_token", "last_active_organization_id"] {
            *session = session.clone().with(key, Json::from(told.get(key)));
        }
        let is_over = session.number("expire_at").is_some_and(|end| end <= self.platform.clock.now_ms());
        let is_current = !is_over && client.number("version") == Some(VERSION);
        let client =
            client.with("last_active_session_id", Json::from(id)).with("sessions", Json::array(&sessions));
        is_current.then_some(client)
    }

    /// From now on each client that arrives is kept.
    pub(super) fn keep_snapshots(&self) {
        self.snapshot.is_kept.set(true);
        self.keep_snapshot();
    }

    /// Keeps the client while somebody is signed in.
    pub(super) fn keep_snapshot(&self) {
        if !self.outage.lacks_client.get() {
            let client = self.client.first_signed_in().map(|_| self.client.resource.data());
            self.set_snapshot(client.map(|client| client.with("version", Json::from(VERSION))));
        }
    }

    fn set_snapshot(&self, client: Option<Json>) {
        if self.snapshot.is_kept.get() {
            self.platform.storage.set(&self.snapshot_name(), &Json::from(client), SECRETS);
        }
    }

    pub(super) fn forget_snapshot(&self) {
        self.set_snapshot(None);
    }

    /// The server has refused what a snapshot promised: nobody is signed in.
    pub(super) fn refuse_snapshot(self: &Rc<Self>) {
        if self.snapshot.is_kept.get() {
            self.forget_snapshot();
            self.settle(None);
            self.set_status(Status::Error);
        }
    }
}
