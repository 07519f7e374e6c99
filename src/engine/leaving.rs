//! The time in which one session is left for another, or for none: it may fail, or nobody may wait for it any more.

use super::core::Core;
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

    /// The page is being left: nothing is to change on it any more.
    pub(super) fn end(mut self) {
        self.core = None;
    }
}

impl Drop for Leaving {
    fn drop(&mut self) {
        if let Some(core) = self.core.take().filter(|core| !core.is_settled()) {
            core.settle(self.left.take().and_then(|id| core.client.session(&id)));
        }
    }
}
