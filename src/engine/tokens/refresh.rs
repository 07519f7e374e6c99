//! Tokens that are in use are renewed before they expire.

use super::cache::TokenKey;
use super::get_token::Wanted;
use super::state::Tokens;
use crate::engine::page::{expires_at_ms, last_raw};
use crate::platform::LocalFuture;
use std::rc::Rc;

/// A token is renewed when it has this much left, in s.
const LEAD_S: f64 = 17.0;
/// A browser's timer does not wait for longer, in ms.
const LONGEST_TIMER_MS: f64 = 2_147_483_647.0;

impl Tokens {
    /// Renews the token of the current session in time, if it is its newest then. A tab in the background leaves that
    /// to the one in front, and to whoever asks.
    pub(super) fn arm_refresh(&self, key: &Rc<TokenKey>, raw: &str) {
        let now_s = (self.wire.server_now_ms() / 1000.0).floor();
        let wait_ms = expires_at_ms(raw) - (now_s + LEAD_S) * 1000.0;
        let is_in_back = self.reach().window.tab_state().is_some_and(|state| state != "focused");
        if is_in_back || wait_ms <= 0.0 || wait_ms > LONGEST_TIMER_MS {
            return;
        }
        let due = self.reach().timers.sleep(wait_ms as u32);
        let (tokens, key, raw) = (self.downgrade(), key.clone(), raw.to_owned());
        self.reach().spawner.spawn(Box::pin(async move {
            due.await;
            if let Some(tokens) = tokens.upgrade() {
                tokens.refresh(key, &raw).await;
            }
        }));
    }

    /// The same for the token that the current session has come with.
    pub(crate) fn arm_refresh_of_session(&self) {
        let Some(session) = self.page().session() else { return };
        let Some(raw) = last_raw(&session).filter(|raw| self.state.armed.get() != *raw) else { return };
        if let Some(key) = TokenKey::own(&session) {
            self.arm_refresh(&key, &raw);
            self.state.armed.set(raw);
        }
    }

    fn refresh(&self, key: Rc<TokenKey>, raw: &str) -> LocalFuture<()> {
        let tokens = self.clone();
        let session =
            self.page().session().filter(|session| session.id().as_deref() == Some(&key.session_id));
        let brought = session.as_deref().and_then(|session| key.brought_by(session));
        let brought = brought.filter(|raw| !self.page().brought.is_cleared(&key.session_id, raw));
        let is_due =
            self.reach().window.is_online() && self.state.cache.start_refresh(&key, raw, brought.as_deref());
        let session = session.filter(|_| is_due);
        Box::pin(async move {
            let Some(session) = session else { return };
            let wanted = Wanted { key, session, skip_cache: false };
            let outcome = tokens.request_token(&wanted).await;
            tokens.state.cache.end_refresh(&wanted.key);
            // A failure is nobody's: the token that is there is still good, and whoever needs the next one asks again.
            if let Ok(raw) = outcome {
                tokens.accept_token(&wanted, &raw);
            }
        })
    }
}
