//! The time in which one session is left for another, or for none: it may fail, or nobody may wait for it any more.

use super::state::Rest;
use crate::engine::page::{Page, Resource, is_pending};
use crate::engine::wire::{Work, done};
use crate::error::Result;
use std::rc::Rc;

/// Nobody is known to be signed in or out, until something is made current. Dropped before, what was current is so again, unless
/// another call has left it before this one.
pub(super) struct Leaving {
    page: Option<Rc<Page>>,
    left: Option<String>,
}

impl Leaving {
    pub(super) fn begin(page: &Rc<Page>) -> Self {
        let is_first = page.is_settled();
        let left = page.session_id();
        page.unsettle();
        Self { page: is_first.then(|| page.clone()), left }
    }
}

/// Makes a session current that was gone on to, or none, and tells the hooks; unless a standard browser has left the page: nothing
/// is to change on it any more.
pub(super) fn arrive(
    rest: &Rest,
    went: Result<bool>,
    leaving: Option<Leaving>,
    session: Option<Rc<Resource>>,
) -> Work {
    if matches!(went, Ok(true)) && rest.page().cookies.is_enabled() {
        if let Some(mut leaving) = leaving {
            leaving.page = None;
        }
        return done(Ok(()));
    }
    // Whoever has a task left to do stays where the task is done.
    let stays = session.as_deref().is_some_and(is_pending);
    rest.page().settle(session);
    match went {
        Ok(_) if !stays => rest.wire().after_set_active(),
        went => done(went.map(drop)),
    }
}

impl Drop for Leaving {
    fn drop(&mut self) {
        if let Some(page) = self.page.take().filter(|page| !page.is_settled()) {
            page.settle(self.left.take().and_then(|id| page.client.session(&id)));
        }
    }
}
