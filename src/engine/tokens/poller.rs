//! While a page is open, the token of its session is kept alive.

use super::state::Tokens;
use crate::engine::page::GetToken;
use crate::error::{ClerkError, ErrorKind};
use crate::platform::LocalFuture;

/// How often the token is looked at, in ms: in the tab in front, and in the others.
const FOCUSED_MS: u32 = 1500;
const BACKGROUND_MS: u32 = 5000;
/// One tab at a time asks for a token, those with clerk-js among them.
const LOCK: &str = "clerk.lock.refreshSessionToken";
/// How long a tab waits for its turn, in ms; then the next look comes.
const LOCK_LIMIT_MS: u32 = 4999;

impl Tokens {
    /// Looks at the token from now on, until nobody holds the Clerk object any more.
    pub(crate) fn start_polling(&self) {
        let (weak, timers) = (self.downgrade(), self.reach().timers.clone());
        // Now: whoever ends the session in the next moment clears its token.
        let mut is_looked_at = self.has_good_token();
        self.reach().spawner.spawn(Box::pin(async move {
            while let Some(tokens) = weak.upgrade() {
                (tokens.state.at_each_look)(tokens.page());
                if !std::mem::take(&mut is_looked_at) {
                    tokens.poll(true).await;
                }
                let is_focused = tokens.reach().window.tab_state() == Some("focused");
                drop(tokens);
                timers.sleep(if is_focused { FOCUSED_MS } else { BACKGROUND_MS }).await;
            }
        }));
    }

    /// Looks at once, since the reader has come back: another tab may have written cookies of its own meanwhile.
    pub(crate) fn look_again(&self) {
        self.page().cookies.forget_written();
        self.reach().spawner.spawn(self.poll(false));
    }

    /// Makes sure that the token is good. Without one that is, this tab waits for its turn when it `takes_turns`.
    fn poll(&self, takes_turns: bool) -> LocalFuture<()> {
        let tokens = self.clone();
        Box::pin(async move {
            if tokens.has_good_token() {
                return tokens.page().cookies.write(tokens.page());
            }
            let lock = if takes_turns { tokens.reach().tabs.lock(LOCK, LOCK_LIMIT_MS).await } else { None };
            let Some(session) = tokens.page().session().filter(|_| lock.is_some() || !takes_turns) else {
                return;
            };
            match tokens.get_token(session, &GetToken::default()).work().await {
                Ok(_) => tokens.after_poll(None),
                Err(error) if error.is_unauthenticated() => (tokens.state.unauthenticated)(tokens.page()),
                Err(error) => tokens.after_poll(Some(error)),
            }
        })
    }

    /// True as well when there is nobody who needs one.
    fn has_good_token(&self) -> bool {
        self.wire.look_at_clock();
        let Some(session) = self.page().session() else { return true };
        session.id().is_none() || self.ready_token(&session, &GetToken::default()).is_some()
    }

    /// A token that cannot be had shows in the status, until one can.
    fn after_poll(&self, error: Option<ClerkError>) {
        let is_outage = |error: ClerkError| {
            matches!(error.kind(), ErrorKind::Api(_) | ErrorKind::Runtime(_) | ErrorKind::Network(_))
        };
        let has_failed = error.is_some_and(is_outage);
        self.page().lacks.token.set(has_failed);
        self.page().show_lacks();
    }
}
