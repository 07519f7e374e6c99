//! While a page is open, the token of its session is kept alive (behaviour map 3.4).

use super::core::Core;
use super::get_token::{GetToken, Wanted};
use super::token_cache::{Answer, TokenKey};
use super::unauthenticated::{Heard, is_unauthenticated};
use crate::error::{ClerkError, ErrorKind};
use crate::platform::LocalFuture;
use std::rc::Rc;

/// How often the token is looked at, in ms: in the tab in front, and in the others.
const FOCUSED_MS: u32 = 1500;
const BACKGROUND_MS: u32 = 5000;
/// One tab at a time asks for a token, those with clerk-js among them.
const LOCK: &str = "clerk.lock.refreshSessionToken";
/// How long a tab waits for its turn, in ms; then the next look comes.
const LOCK_LIMIT_MS: u32 = 4999;

impl Core {
    /// Looks at the token from now on, until nobody holds the Clerk object any more.
    pub(super) fn start_polling(self: &Rc<Self>) {
        let (weak, clock) = (Rc::downgrade(self), self.platform.clock.clone());
        self.platform.spawner.spawn(Box::pin(async move {
            while let Some(core) = weak.upgrade() {
                core.poll(true).await;
                let is_focused = core.platform.page.tab_state() == Some("focused");
                drop(core);
                clock.sleep(if is_focused { FOCUSED_MS } else { BACKGROUND_MS }).await;
            }
        }));
        let weak = Rc::downgrade(self);
        self.platform.page.on_return(Box::new(move || {
            if let Some(core) = weak.upgrade() {
                // Another tab may have written cookies of its own meanwhile.
                core.cookies.forget_written();
                let look = core.poll(false);
                core.platform.spawner.spawn(look);
            }
        }));
    }

    /// Makes sure that the token is good. Without one that is, this tab waits for its turn when it `takes_turns`.
    fn poll(self: &Rc<Self>, takes_turns: bool) -> LocalFuture<()> {
        let core = self.clone();
        Box::pin(async move {
            if core.has_good_token() {
                return core.cookies.write(&core);
            }
            let lock = if takes_turns { core.platform.tabs.lock(LOCK, LOCK_LIMIT_MS).await } else { None };
            let Some(session) = core.session().filter(|_| lock.is_some() || !takes_turns) else { return };
            match core.get_token(session, GetToken::default()).work().await {
                Ok(_) => core.after_poll(None),
                Err(error) if is_unauthenticated(&error) => {
                    core.check_in_background(Heard::Here);
                }
                Err(error) => core.after_poll(Some(error)),
            }
        })
    }

    /// True as well when there is nobody who needs one.
    fn has_good_token(&self) -> bool {
        let Some(session) = self.session() else { return true };
        let Some(key) = TokenKey::own(&session) else { return true };
        let wanted = Wanted { key, session, skip_cache: false };
        matches!(self.held_token(&wanted), Some(Answer::Ready { .. }))
    }

    /// A token that cannot be had shows in the status, until one can.
    fn after_poll(&self, error: Option<ClerkError>) {
        let is_outage = |error: ClerkError| {
            matches!(error.kind(), ErrorKind::Api(_) | ErrorKind::Runtime(_) | ErrorKind::Network(_))
        };
        let has_failed = error.is_some_and(is_outage);
        self.lacks_token.set(has_failed);
        self.show_outage();
    }
}
