//! The client and the current session, and how both change. Every client that arrives goes through
//! [`Page::update_client`].

use super::client_state::ClientState;
use super::client_state::{is_active, is_pending, is_signed_in};
use super::handles::Client;
use super::resource::Resource;
use super::state::Page;
use crate::json::Json;
use std::rc::Rc;

/// Whether the listeners hear of a change, or have heard of it already.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Emit {
    Yes,
    No,
}

impl Page {
    /// The client, once one has arrived.
    pub(crate) fn loaded_client(&self) -> Option<Rc<ClientState>> {
        self.has_client.get().then(|| self.client.clone())
    }

    /// The current session.
    pub(crate) fn session(&self) -> Option<Rc<Resource>> {
        self.session.get()
    }

    pub(crate) fn session_id(&self) -> Option<String> {
        self.session()?.id()
    }

    /// False before the client is there and while one session is being left for another: `clerk.session` is then
    /// undefined, not null.
    pub(crate) fn is_settled(&self) -> bool {
        self.is_settled.get()
    }

    /// Makes a session, or none, the current one.
    pub(crate) fn settle(self: &Rc<Self>, session: Option<Rc<Resource>>) {
        self.session.set(session);
        self.is_settled.set(true);
        self.changed();
        if let Some(above) = self.above.get() {
            (above.settled)(self);
        }
        self.cookies.write(self);
        self.emit();
    }

    /// Leaves the current session: until [`settle`](Page::settle) there is none, and none is known to be absent.
    pub(crate) fn unsettle(self: &Rc<Self>) {
        self.session.set(None);
        self.is_settled.set(false);
        self.changed();
        self.emit();
    }

    /// Every client that arrives goes through here: it is taken over, the current session is found again in it, and
    /// listeners hear of it. The first one of the server chooses the current session; later ones never choose one.
    pub(crate) fn update_client(self: &Rc<Self>, client: &Json, emit: Emit) {
        self.client.apply(client);
        self.relink(emit);
    }

    /// Finds the current session again among those of the client.
    pub(crate) fn relink(self: &Rc<Self>, emit: Emit) {
        let was_lacking = self.lacks.client.take();
        let is_first = !self.has_client.replace(true);
        let held = self.session_id();
        let mut session =
            held.and_then(|id| self.client.session(&id)).filter(|session| is_signed_in(session));
        if session.is_none() && (is_first || (was_lacking && self.is_settled())) {
            session = self.initial_session();
        }
        let before = self.session.replace(session.clone());
        if before.as_deref().is_some_and(is_active) && session.as_deref().is_some_and(is_pending) {
            self.has_new_task.set(true);
        }
        if is_first {
            self.is_settled.set(true);
        }
        if let Some(above) = self.above.get() {
            (above.relinked)(self);
        }
        self.changed();
        self.cookies.write(self);
        if emit == Emit::Yes {
            self.emit();
        }
        if was_lacking {
            self.show_lacks();
        }
    }

    /// What the application chooses of a client that has just arrived, or the client's own choice.
    fn initial_session(self: &Rc<Self>) -> Option<Rc<Resource>> {
        let client = Client::new(Some(self.clone()), self.client.clone());
        let chosen = self.hooks().and_then(|hooks| hooks.select_initial_session(&client));
        match chosen {
            Some(id) => id.and_then(|id| self.client.session(&id)).filter(|session| is_signed_in(session)),
            None => self.default_session(),
        }
    }

    fn default_session(&self) -> Option<Rc<Resource>> {
        let last = self.client.data().last_active_session_id().and_then(|id| self.client.session(&id));
        last.filter(|session| is_signed_in(session)).or_else(|| self.client.first_signed_in())
    }
}
