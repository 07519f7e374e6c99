//! What the application does itself: it sees each request and each answer (behaviour map 2.5), chooses a session, hears when another is
//! made current, shows pages, and solves captchas.

use super::clerk::Status;
use super::client::Client;
use super::core::Core;
use super::gateway::{Work, done};
use super::leaving::Becoming;
use crate::fapi::{Reply, Request};
use crate::json::Json;
use crate::platform::WireRequest;
use std::rc::Rc;

/// TEMP
pub(crate) trait PageHooks {
    /// TEMP
    fn status_changed(&self, status: Status);
    /// TEMP
    fn select_initial_session(&self, client: &Client) -> Option<Option<String>>;
}

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
    /// The [`Status`] is another one now.
    fn status_changed(&self, _status: Status) {}
    /// Chooses the session that is current first, of a client that has just arrived, by its id; what the client does not have is none.
    /// `None` where the client's own rule is to choose.
    fn select_initial_session(&self, _client: &Client) -> Option<Option<String>> {
        None
    }
    /// Runs before a session is made current, or none is, and is waited for: frameworks drop what they have rendered for the one before.
    fn before_set_active(&self, _becoming: Becoming) -> Work {
        done(Ok(()))
    }
    /// Runs after that, and is waited for; and when the current session has got a task to do.
    fn after_set_active(&self) -> Work {
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

    pub(super) fn before_set_active(&self, becoming: Becoming) -> Work {
        self.registered_hooks().map_or_else(|| done(Ok(())), |hooks| hooks.before_set_active(becoming))
    }

    pub(super) fn after_set_active(&self) -> Work {
        self.registered_hooks().map_or_else(|| done(Ok(())), |hooks| hooks.after_set_active())
    }

    /// A handle of its own: hooks may be replaced while they run.
    pub(super) fn registered_hooks(&self) -> Option<Rc<dyn Hooks>> {
        self.hooks.borrow().clone()
    }
}
