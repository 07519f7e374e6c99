//! Who is told when something changes.

use super::handles::{Client, Resources, Session};
use super::state::{Listener, Page};
use std::rc::{Rc, Weak};

/// Ends a subscription, by [`end`](Subscription::end) only: dropping it keeps the listener.
#[derive(Clone)]
pub struct Subscription {
    page: Weak<Page>,
    listener: Weak<dyn Fn(&Resources)>,
}

impl Subscription {
    /// The listener is not called any more. A second call does nothing.
    pub fn end(&self) {
        if let (Some(page), Some(listener)) = (self.page.upgrade(), self.listener.upgrade()) {
            page.listeners.change(|all| all.retain(|other| !Rc::ptr_eq(other, &listener)));
        }
    }
}

impl std::fmt::Debug for Subscription {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Subscription")
    }
}

impl Page {
    pub(crate) fn resources(self: &Rc<Self>) -> Option<Resources> {
        let client = self.loaded_client()?;
        let page = Some(self.clone());
        let session = self.session().map(|resource| Session::new(page.clone(), resource));
        Some(Resources { client: Client::new(page, client), session: self.is_settled().then_some(session) })
    }

    pub(crate) fn emit(self: &Rc<Self>) {
        let Some(resources) = self.resources() else { return };
        // A listener may add and end listeners: those that are there now are called, unless one before has ended them. The
        // package's one listener stays.
        for listener in self.listeners.get() {
            let is_one = cfg!(all(target_arch = "wasm32", feature = "js"));
            if is_one || self.listeners.get().iter().any(|other| Rc::ptr_eq(other, &listener)) {
                listener(&resources);
            }
        }
    }

    pub(crate) fn add_listener(self: &Rc<Self>, listener: Listener, skip_initial_emit: bool) -> Subscription {
        let subscription = Subscription { page: Rc::downgrade(self), listener: Rc::downgrade(&listener) };
        self.listeners.change(|all| all.push(listener.clone()));
        if let Some(resources) = self.resources().filter(|_| !skip_initial_emit) {
            listener(&resources);
        }
        subscription
    }
}
