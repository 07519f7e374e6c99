//! Who sees each request before it goes out, and each answer (behaviour map 2.5).

use super::core::Core;
use super::gateway::{Work, done};
use crate::fapi::{Reply, Request};
use crate::json::Json;
use crate::platform::WireRequest;
use std::rc::Rc;

/// An application's part in all requests, such as adding a header or keeping one of the answer.
pub trait Hooks {
    /// Sees a request before its first try, and gives it as it is to go out. What fails here fails the call.
    fn before(&self, request: &Request, wire: WireRequest) -> Work<WireRequest>;
    /// Sees the answer, whatever it says, before its client is applied. What fails here fails the call.
    fn after(&self, wire: &WireRequest, reply: &Reply) -> Work;
    /// Solves the captcha that the server wants, as the `environment` describes it (null where it is not there yet): gives the
    /// parameters that are sent, `captchaToken` and `captchaWidgetType`, or `None` where nobody can. The `action` is `verify` for what
    /// goes to [`Client::send_captcha_token`](super::Client::send_captcha_token), which the server is told in both cases; `signup` or
    /// `signin` for an attempt, which is not started without.
    fn solve_captcha(&self, _environment: &Json, _action: &str) -> Work<Option<Json>> {
        done(Ok(None))
    }
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
    pub(super) fn registered_hooks(&self) -> Option<Rc<dyn Hooks>> {
        self.hooks.borrow().clone()
    }
}
