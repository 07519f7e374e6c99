//! Who is told when something changes.

use super::handles::{Client, Resources, Session};
use super::state::{Listener, Page};
use crate::held::Held;
use std::rc::{Rc, Weak};

/// What ends a subscription: [`end`](Subscription::end), or the end of what [`scoped`](Subscription::scoped) gives. Dropping the subscription
/// itself keeps the listener, so that a page which listens for as long as it is open has nothing to hold.
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

    /// Whether the listener is still called: it was not ended, and the Clerk object is there.
    pub fn is_live(&self) -> bool {
        let (Some(page), Some(listener)) = (self.page.upgrade(), self.listener.upgrade()) else {
            return false;
        };
        page.has_listener(&listener)
    }

    /// The same, ended when what this gives is dropped: for a component, which goes before the page does.
    #[must_use = "the subscription ends when this is dropped"]
    pub fn scoped(self) -> ScopedSubscription {
        ScopedSubscription(self)
    }
}

/// Ends a [`Subscription`] when it is dropped.
#[derive(Debug)]
pub struct ScopedSubscription(Subscription);

impl Drop for ScopedSubscription {
    fn drop(&mut self) {
        self.0.end();
    }
}

impl std::fmt::Debug for Subscription {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Subscription")
    }
}

/// Makes a listener of what may change what it holds. It is never called from within itself: what has changed meanwhile it is told at its end,
/// unless `is_over` by then.
fn one_at_a_time(
    listener: impl FnMut(&Resources) + 'static,
    is_over: impl Fn() -> bool + 'static,
) -> impl Fn(&Resources) {
    let (idle, missed) = (Held::new(Some(listener)), Held::default());
    move |now| {
        let Some(mut listener) = idle.take() else { return missed.set(Some(now.clone())) };
        listener(now);
        while let Some(now) = missed.take().filter(|_| !is_over()) {
            listener(&now);
        }
        idle.set(Some(listener));
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
            if is_one || self.has_listener(&listener) {
                listener(&resources);
            }
        }
    }

    fn has_listener(&self, listener: &Listener) -> bool {
        self.listeners.get().iter().any(|other| Rc::ptr_eq(other, listener))
    }

    /// Adds a listener that may change what it holds.
    pub(crate) fn add_changing_listener(
        self: &Rc<Self>,
        listener: impl FnMut(&Resources) + 'static,
        skip_initial_emit: bool,
    ) -> Subscription {
        let own: Rc<Held<Option<Subscription>>> = Rc::default();
        let known = own.clone();
        let is_over = move || known.get().is_some_and(|own| !own.is_live());
        let subscription = self.add_listener(Rc::new(one_at_a_time(listener, is_over)), skip_initial_emit);
        own.set(Some(subscription.clone()));
        subscription
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
