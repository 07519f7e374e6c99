//! The time in which one session is left for another, or for none: it may fail, or nobody may wait for it any more.

use super::core::Core;
use super::resource::Resource;
use crate::error::Result;
use std::rc::Rc;

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
    /// Makes a session current that was gone on to, or none, unless a standard browser has left the page: nothing is to change on
    /// it any more.
    pub(super) fn arrive(
        self: &Rc<Self>,
        went: Result<bool>,
        leaving: Option<Leaving>,
        session: Option<Rc<Resource>>,
    ) -> Result<()> {
        if matches!(went, Ok(true)) && self.cookies.is_enabled() {
            if let Some(mut leaving) = leaving {
                leaving.core = None;
            }
        } else {
            self.settle(session);
        }
        went.map(drop)
    }
}

impl Drop for Leaving {
    fn drop(&mut self) {
        if let Some(core) = self.core.take().filter(|core| !core.is_settled()) {
            core.settle(self.left.take().and_then(|id| core.client.session(&id)));
        }
    }
}
