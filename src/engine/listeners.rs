//! Who is told when something changes.

use super::client::Client;
use super::core::Core;
use super::session::Session;
use std::cell::RefCell;
use std::rc::{Rc, Weak};

/// What a listener is given.
#[derive(Clone, Debug)]
pub struct Resources {
    /// The client.
    pub client: Client,
    /// The current session: `None` while one is being left for another, `Some(None)` when nobody is signed in.
    pub session: Option<Option<Session>>,
}

type Listener = Rc<dyn Fn(&Resources)>;

#[derive(Default)]
pub(crate) struct Listeners(RefCell<Vec<Listener>>);

/// Ends a subscription, by [`end`](Subscription::end) only: dropping it keeps the listener.
#[derive(Clone)]
pub struct Subscription {
    core: Weak<Core>,
    listener: Weak<dyn Fn(&Resources)>,
}

impl Subscription {
    /// The listener is not called any more. A second call does nothing.
    pub fn end(&self) {
        if let (Some(core), Some(listener)) = (self.core.upgrade(), self.listener.upgrade()) {
            core.listeners.0.borrow_mut().retain(|other| !Rc::ptr_eq(other, &listener));
        }
    }
}

impl std::fmt::Debug for Subscription {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Subscription")
    }
}

impl Core {
    pub(crate) fn resources(self: &Rc<Self>) -> Option<Resources> {
        let client = self.loaded_client()?;
        let core = Some(self.clone());
        let session = self.session().map(|resource| Session::new(core.clone(), resource));
        Some(Resources { client: Client::new(core, client), session: self.is_settled().then_some(session) })
    }

    pub(crate) fn emit(self: &Rc<Self>) {
        let Some(resources) = self.resources() else { return };
        // A listener may add and end listeners: those that are there now are called.
        let listeners = self.listeners.0.borrow().clone();
        for listener in listeners {
            listener(&resources);
        }
    }

    pub(crate) fn add_listener(self: &Rc<Self>, listener: Listener, skip_initial_emit: bool) -> Subscription {
        let subscription = Subscription { core: Rc::downgrade(self), listener: Rc::downgrade(&listener) };
        self.listeners.0.borrow_mut().push(listener.clone());
        if let Some(resources) = self.resources().filter(|_| !skip_initial_emit) {
            listener(&resources);
        }
        subscription
    }
}
