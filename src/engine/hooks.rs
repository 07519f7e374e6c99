//! Who sees each request before it goes out, and each answer (behaviour map 2.5).

use super::core::Core;
use super::gateway::{Work, done};
use crate::fapi::{Reply, Request};
use crate::platform::WireRequest;
use std::rc::Rc;

/// An application's part in all requests, such as adding a header or keeping one of the answer.
pub trait Hooks {
    /// Sees a request before its first try, and gives it as it is to go out. What fails here fails the call.
    fn before(&self, request: &Request, wire: WireRequest) -> Work<WireRequest>;
    /// Sees the answer, whatever it says, before its client is applied. What fails here fails the call.
    fn after(&self, wire: &WireRequest, reply: &Reply) -> Work;
}

impl Core {
    pub(super) fn before(&self, request: &Request, wire: WireRequest) -> Work<WireRequest> {
        match self.registered_hooks() {
            Some(hooks) => hooks.before(request, wire),
            None => done(Ok(wire)),
        }
    }

    pub(super) fn after(&self, wire: &WireRequest, reply: &Reply) -> Work {
        match self.registered_hooks() {
            Some(hooks) => hooks.after(wire, reply),
            None => done(Ok(())),
        }
    }

    /// A handle of its own: hooks may be replaced while they run.
    fn registered_hooks(&self) -> Option<Rc<dyn Hooks>> {
        self.hooks.borrow().clone()
    }
}
