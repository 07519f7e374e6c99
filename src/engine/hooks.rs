//! What the application does itself: it sees each request and each answer (behaviour map 2.5), shows pages, and solves captchas.

use super::core::Core;
use super::gateway::{Work, done};
use crate::fapi::{Reply, Request};
use crate::json::Json;
use crate::platform::WireRequest;
use std::rc::Rc;

/// An application's own part. What it leaves out is done without it.
pub trait Hooks {
    /// The platform's own hooks, such as an object of the page's; null where there are none.
    fn native(&self) -> Json {
        Json::null()
    }

    /// Sees a request before its first try, and gives it as it is to go out. What fails here fails the call.
    fn before(&self, _request: &Request, wire: WireRequest) -> Work<WireRequest> {
        done(Ok(wire))
    }
    /// Sees the answer, whatever it says, before its client is applied. What fails here fails the call.
    fn after(&self, _wire: &WireRequest, _reply: &Reply) -> Work {
        done(Ok(()))
    }
    /// Shows another page, as the application's router does, and gives whether the browser leaves this one for it. `None` where the
    /// browser is to go there by itself.
    fn navigate(&self, _url: &str) -> Option<Work<bool>> {
        None
    }
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
