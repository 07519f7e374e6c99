//! `signOut()` (behaviour map 4.6).

use super::client_state::ClientState;
use super::core::{Core, Emit};
use super::gateway::{Work, done};
use super::leaving::{Becoming, Leaving};
use super::session::Session;
use crate::error::Result;
use crate::fapi::endpoints;
use crate::platform::LocalFuture;
use std::rc::Rc;

/// How to sign out.
#[derive(Default)]
pub struct SignOut {
    /// One session; absent, all of them.
    pub session_id: Option<String>,
    /// Where to go afterwards; absent, the URL given to `load()`, or `/`.
    pub redirect_url: Option<String>,
    /// What to do afterwards instead of going anywhere; gives whether the browser leaves the page all the same.
    pub callback: Option<Box<dyn FnOnce() -> LocalFuture<Result<bool>>>>,
}

impl std::fmt::Debug for SignOut {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SignOut").field("session_id", &self.session_id).finish_non_exhaustive()
    }
}

impl Core {
    /// Removes one session or all. When the current one goes, the page is told before and after.
    pub(crate) fn sign_out(self: &Rc<Self>, options: SignOut) -> Work {
        let Some(client) = self.loaded_client().filter(|client| !client.sessions().is_empty()) else {
            return done(Ok(()));
        };
        let core = self.clone();
        Box::pin(async move {
            core.before_set_active(Becoming::Any).await?;
            core.remove_and_go_on(&client, options).await
        })
    }

    fn remove_and_go_on(self: &Rc<Self>, client: &ClientState, options: SignOut) -> Work {
        let one = options.session_id.as_deref().filter(|_| client.signed_in_sessions().len() > 1);
        let removal = match one {
            Some(id) => {
                let Some(session) = client.session(id) else { return done(Ok(())) };
                Session::new(Some(self.clone()), session).remove()
            }
            None if !self.options().persist_client => self.destroy_client(Emit::No),
            None => self.send_for_client(endpoints::client::remove_sessions()),
        };
        if one.is_some() && self.session_id().as_deref() != one {
            return removal;
        }
        let core = self.clone();
        Box::pin(async move {
            let leaving = Leaving::begin(&core);
            removal.await?;
            core.tell_signed_out();
            let went = match options.callback {
                Some(callback) => callback().await,
                None => core.go_on_after_sign_out(options.redirect_url).await,
            };
            // The sessions are gone, whatever the callback did.
            core.arrive(went, Some(leaving), None).await
        })
    }

    fn go_on_after_sign_out(self: &Rc<Self>, redirect_url: Option<String>) -> Work<bool> {
        let options = self.options();
        let url = redirect_url.as_ref().or(options.after_sign_out_url.as_ref());
        self.go_on_to(url.map_or("/", String::as_str), &None)
    }
}
