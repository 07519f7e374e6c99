//! The client's data and the resources below it, with the rules by which they keep their identity when a new
//! client arrives (behaviour map 1.2).

use super::resource::Resource;
use super::tokens::is_staler;
use crate::json::Json;
use crate::model;
use std::cell::RefCell;
use std::rc::Rc;

pub(crate) struct ClientState {
    pub(crate) resource: Rc<Resource>,
    sessions: RefCell<Vec<Rc<Resource>>>,
    sign_in: RefCell<Rc<Resource>>,
    sign_up: RefCell<Rc<Resource>>,
}

impl ClientState {
    pub(crate) fn blank() -> Rc<Self> {
        Rc::new(Self {
            resource: Resource::blank(),
            sessions: RefCell::new(Vec::new()),
            sign_in: RefCell::new(Resource::blank()),
            sign_up: RefCell::new(Resource::blank()),
        })
    }

    pub(crate) fn data(&self) -> model::Client {
        model::Client::new(self.resource.data())
    }

    pub(crate) fn sessions(&self) -> Vec<Rc<Resource>> {
        self.sessions.borrow().clone()
    }

    pub(crate) fn session(&self, id: &str) -> Option<Rc<Resource>> {
        self.sessions.borrow().iter().find(|session| session.id().as_deref() == Some(id)).cloned()
    }

    pub(crate) fn signed_in_sessions(&self) -> Vec<Rc<Resource>> {
        let mut sessions = self.sessions();
        sessions.retain(|session| model::Session::new(session.data()).is_signed_in());
        sessions
    }

    pub(crate) fn sign_in(&self) -> Rc<Resource> {
        self.sign_in.borrow().clone()
    }

    pub(crate) fn sign_up(&self) -> Rc<Resource> {
        self.sign_up.borrow().clone()
    }

    pub(crate) fn reset_sign_in(&self) {
        self.sign_in.replace(Resource::blank());
        self.resource.set(self.resource.data());
    }

    pub(crate) fn reset_sign_up(&self) {
        self.sign_up.replace(Resource::blank());
        self.resource.set(self.resource.data());
    }

    /// Takes over a client: sessions are new objects each time, attempts stay the same object while they are the
    /// same attempt.
    pub(crate) fn apply(&self, client: &Json) {
        let mut sessions = Vec::new();
        for session in client.objects("sessions") {
            sessions.push(Resource::new(self.keeping_fresher_token(session)));
        }
        self.sessions.replace(sessions);
        replace_attempt(&self.sign_up, client.present("sign_up"));
        replace_attempt(&self.sign_in, client.present("sign_in"));
        self.resource.set(client.clone());
    }

    /// After the client was deleted on the server: no sessions, no attempts, an empty id (behaviour map 1.2).
    pub(crate) fn clear(&self) {
        let blank = Json::constant(
            r#"{"id":"","last_active_session_id":null,"last_authentication_strategy":null,"cookie_expires_at":null,
            "created_at":null,"updated_at":null}"#,
        );
        let captcha_bypass = self.resource.data().flag("captcha_bypass");
        self.apply(&blank.with("captcha_bypass", Json::from(captcha_bypass)));
    }

    /// A payload may carry an older token than the one that was minted since (behaviour map 3.5).
    fn keeping_fresher_token(&self, session: Json) -> Json {
        let held =
            session.text("id").and_then(|id| self.session(&id)).map(|held| model::Session::new(held.data()));
        let Some(held) = held.and_then(|held| held.last_active_token()) else { return session };
        let Some(incoming) = model::Session::new(session.clone()).last_active_token() else { return session };
        if is_staler(held.raw().as_deref(), incoming.raw().as_deref()) {
            session.with("last_active_token", held.json().clone())
        } else {
            session
        }
    }
}

/// The attempt in `slot` lives on when it is the same one, or when it is blank and this is its beginning: whoever
/// held `client.signIn` before its first `create` keeps holding the live one (docs/divergences.md).
fn replace_attempt(slot: &RefCell<Rc<Resource>>, incoming: Option<Json>) {
    let current = slot.borrow().clone();
    let Some(incoming) = incoming.filter(Json::is_object) else {
        if current.id().is_some() {
            slot.replace(Resource::blank());
        }
        return;
    };
    if current.id().is_none() || current.id() == incoming.text("id") {
        current.set(incoming);
    } else {
        slot.replace(Resource::new(incoming));
    }
}

/// Whether this can be taken for a client: anything else would wipe what is loaded.
pub(crate) fn is_client(json: &Json) -> bool {
    let has_sessions = json.present("sessions").is_none_or(|sessions| sessions.is_array());
    let is_absent = json.get("response").is_some_and(|response| response.is_null());
    json.is_object() && has_sessions && (json.text("id").is_some() || is_absent)
}
