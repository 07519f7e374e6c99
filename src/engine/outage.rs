//! An outage: what a page goes on with when the Frontend API does not answer, and asking it again until it does
//! (behaviour map 4.4).

use super::clerk::Status;
use super::client_from_token::client_from_token;
use super::core::{Core, Emit};
use super::gateway::{Work, done};
use super::shared::both;
use crate::error::{ApiResponseError, ClerkError, ErrorKind};
use crate::fapi::endpoints;
use crate::json::Json;
use std::cell::Cell;
use std::rc::Rc;

/// How long to wait before the first repetition, in ms. Each wait is twice as long as the one before it.
const FIRST_PAUSE_MS: u32 = 2000;
/// No wait is longer, unless the server asks for it.
const LONGEST_PAUSE_MS: u32 = 60_000;
/// No timer waits longer.
const LONGEST_TIMER_MS: u32 = i32::MAX as u32;

#[derive(Default)]
pub(crate) struct Outage {
    /// The client is what a cookie or a snapshot knows, and the server's is asked for.
    pub(super) lacks_client: Cell<bool>,
    /// The environment failed.
    pub(super) lacks_environment: Cell<bool>,
    is_asking: Cell<bool>,
    /// How long the next pause is, in ms.
    pause_ms: Cell<u32>,
}

impl Outage {
    pub(super) fn is_over(&self) -> bool {
        !self.lacks_client.get() && !self.lacks_environment.get()
    }
}

impl Core {
    /// The client did not come: the session cookie says who is signed in.
    pub(super) fn start_without_client(self: &Rc<Self>, error: &ClerkError) {
        let token = self.cookies.token(self);
        self.start_from(&client_from_token(token.as_deref()));
        let is_too_much = error.status() == Some(429);
        self.ask_again(false, Pause::after(Some(error), if is_too_much { FIRST_PAUSE_MS } else { 0 }));
    }

    /// Goes on with a client that is not the server's, until that one arrives.
    pub(super) fn start_from(self: &Rc<Self>, client: &Json) {
        self.update_client(client, Emit::Yes);
        self.outage.lacks_client.set(true);
    }

    /// The environment did not come: nothing waits for it but the status.
    pub(super) fn go_on_without_environment(self: &Rc<Self>, error: &ClerkError) {
        self.outage.lacks_environment.set(true);
        self.ask_again(true, Pause::after(Some(error), FIRST_PAUSE_MS));
    }

    /// Shows in the status whether everything is there.
    pub(super) fn show_outage(&self) {
        let is_over = self.outage.is_over() && !self.lacks_token.get();
        let status = if is_over { Status::Ready } else { Status::Degraded };
        if self.status.get().is_loaded() && self.status.get() != status {
            self.set_status(status);
        }
    }

    /// Asks in the background for what is lacking, until it is there: at once when the network returns, else in longer
    /// and longer intervals.
    pub(super) fn ask_again(self: &Rc<Self>, asks_environment: bool, pause: Pause) {
        if !self.outage.is_asking.replace(true) {
            self.outage.pause_ms.set(FIRST_PAUSE_MS);
            self.ask_after(pause, asks_environment);
        }
    }

    fn ask_after(self: &Rc<Self>, pause: Pause, asks_environment: bool) {
        let Pause { mut ms, is_asked_for } = pause;
        // Without a network there is no sense in asking; a browser that is wrong about it is asked once in a while.
        if !self.platform.page.is_online() {
            ms = ms.max(LONGEST_PAUSE_MS);
        }
        let (weak, clock) = (Rc::downgrade(self), self.platform.clock.clone());
        self.platform.spawner.spawn(Box::pin(async move {
            let is_back = ms > 0 && clock.pause(ms, !is_asked_for).await;
            // Nobody may hold the Clerk object any more.
            let Some(core) = weak.upgrade() else { return };
            let outage = &core.outage;
            if is_back {
                outage.pause_ms.set(FIRST_PAUSE_MS);
            }
            let ask = |is_lacking: bool, ask: fn(&Rc<Core>) -> Work| {
                if is_lacking { ask(&core) } else { done(Ok(())) }
            };
            let (environment, client) = both(
                ask(asks_environment && outage.lacks_environment.get(), Core::fetch_environment),
                ask(outage.lacks_client.get(), |core| core.send_for_client(endpoints::client::get())),
            )
            .await;
            if client.is_ok() {
                outage.lacks_client.set(false);
            }
            if asks_environment && environment.is_ok() {
                outage.lacks_environment.set(false);
            }
            core.show_outage();
            let is_refused = client.as_ref().is_err_and(is_final);
            if is_refused {
                core.refuse_snapshot();
            }
            if is_refused || outage.is_over() {
                outage.is_asking.set(false);
                return;
            }
            let own_ms = outage.pause_ms.get();
            outage.pause_ms.set((own_ms * 2).min(LONGEST_PAUSE_MS));
            core.ask_after(Pause::after(client.and(environment).err().as_ref(), own_ms), true);
        }));
    }
}

/// How long to wait, in ms.
pub(super) struct Pause {
    ms: u32,
    /// The server said so: it holds even when the network returns.
    is_asked_for: bool,
}

impl Pause {
    pub(super) fn after(error: Option<&ClerkError>, ms: u32) -> Self {
        match error.map(ClerkError::kind) {
            Some(ErrorKind::Api(ApiResponseError { retry_after: Some(s), .. })) => {
                Self { ms: s.saturating_mul(1000).clamp(ms, LONGEST_TIMER_MS), is_asked_for: true }
            }
            _ => Self { ms, is_asked_for: false },
        }
    }
}

/// Whether a page can go on without the answer: the server or the network failed, the caller did nothing wrong.
pub(super) fn is_outage(error: &ClerkError) -> bool {
    match error.status() {
        Some(status) => status >= 500 || status == 429,
        None => !matches!(error.kind(), ErrorKind::Argument(_) | ErrorKind::State(_)),
    }
}

/// Whether there is no sense in asking again. A development browser is made anew, and a captcha may not be wanted then.
fn is_final(error: &ClerkError) -> bool {
    let may_pass = ["dev_browser_unauthenticated", "requires_captcha"];
    !is_outage(error) && !may_pass.iter().any(|code| error.has_code(code))
}
