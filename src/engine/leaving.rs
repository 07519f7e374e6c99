//! The time in which one session is left for another, or for none: it may fail, or nobody may wait for it any more.

use super::core::Core;
use super::gateway::{Work, done};
use super::resource::Resource;
use super::set_active::is_pending;
use crate::error::Result;
use std::rc::Rc;

/// What is about to be current.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Becoming {
    /// A session, or none after its sign-out.
    Any,
    /// None, although the session may go on elsewhere.
    SignedOut,
}

/// Nobody is known to be signed in or out, until something is made current. Dropped before, what was current is so again, unless
/// another call has left it before this one.
pub(super) struct Leaving {
    core: Option<Rc<Core>>,
    left: Option<String>,
}

impl Leaving {
    pub(super) fn begin(core: &Rc<Core>) -> Self {
        let is_first = core.is_settled();
        let left = core.session_id();
        core.unsettle();
        Self { core: is_first.then(|| core.clone()), left }
    }
}

impl Core {
    /// Makes a session current that was gone on to, or none, and tells the hooks; unless a standard browser has left the page: nothing
    /// is to change on it any more.
    pub(super) fn arrive(
        self: &Rc<Self>,
        went: Result<bool>,
        leaving: Option<Leaving>,
        session: Option<Rc<Resource>>,
    ) -> Work {
        if matches!(went, Ok(true)) && self.cookies.is_enabled() {
            if let Some(mut leaving) = leaving {
                leaving.core = None;
            }
            return done(Ok(()));
        }
        // Whoever has a task left to do stays where the task is done.
        let stays = session.as_deref().is_some_and(is_pending);
        self.settle(session);
        match went {
            Ok(_) if !stays => self.after_set_active(),
            went => done(went.map(drop)),
        }
    }
}

impl Drop for Leaving {
    fn drop(&mut self) {
        if let Some(core) = self.core.take().filter(|core| !core.is_settled()) {
            core.settle(self.left.take().and_then(|id| core.client.session(&id)));
        }
    }
}
