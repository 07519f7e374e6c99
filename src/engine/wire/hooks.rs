//! What the application does itself: it sees each request and each answer, chooses a session, hears when another is
//! made current, shows pages, and solves captchas.

use super::work::{Work, done};
use crate::engine::page::{Client, Status};
use crate::fapi::{Reply, Request};
use crate::json::Json;
use crate::platform::WireRequest;

/// What is about to be current.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Becoming {
    /// A session, or none after its sign-out.
    Any,
    /// None, although the session may go on elsewhere.
    SignedOut,
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
    /// A call of [`Clerk::set_active`](crate::Clerk::set_active) begins, or ends, whatever came of it.
    fn setting_active(&self, _is_under_way: bool) {}
    /// Runs before a session is made current, or none is, and is waited for: frameworks drop what they have rendered for the one before.
    fn before_set_active(&self, _becoming: Becoming) -> Work {
        done(Ok(()))
    }
    /// Runs after that, and is waited for; and when the current session has got a task to do.
    fn after_set_active(&self) -> Work {
        done(Ok(()))
    }
    /// Hears that the session which was made current has a task to do, and that neither
    /// [`LoadOptions::task_urls`](crate::LoadOptions::task_urls) nor the call lead to it.
    fn task_without_page(&self, _task: &str) {}
    /// Shows another page, as the application's router does, and gives whether the browser leaves this one for it. `None` where the
    /// browser is to go there by itself.
    fn navigate(&self, _url: &str) -> Option<Work<bool>> {
        None
    }
    /// Hears that nobody is sent to a page of this origin, since the application does not name it in
    /// [`LoadOptions::allowed_redirect_origins`](crate::engine::LoadOptions::allowed_redirect_origins).
    fn held_back(&self, _origin: &str) {}
    /// Whether an origin is as an entry of that list says which is no text, such as a pattern of the platform's.
    fn fits(&self, _pattern: &Json, _origin: &str) -> bool {
        false
    }
    /// Solves the captcha that the server wants, as the `environment` describes it (null where it is not there yet): gives the
    /// parameters that are sent, as [`CaptchaAnswer`](crate::CaptchaAnswer) writes them, or `None` where nobody can. The `action` is `verify` for what
    /// goes to [`Client::send_captcha_token`](Client::send_captcha_token), which the server is told in both cases; `signup` or
    /// `signin` for an attempt, which is not started without.
    fn solve_captcha(&self, _environment: &Json, _action: &str) -> Work<Option<Json>> {
        done(Ok(None))
    }
}
