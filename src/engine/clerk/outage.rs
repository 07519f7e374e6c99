//! An outage: what a page goes on with when the Frontend API does not answer, and asking it again until it does.

use super::client_from_token::client_from_token;
use super::environment::fetch_environment;
use super::snapshot::refuse_snapshot;
use super::state::Rest;
use crate::engine::wire::{Work, both, done};
use crate::error::{ApiResponseError, ClerkError, ErrorKind};
use crate::fapi::endpoints;

/// How long to wait before the first repetition, in ms. Each wait is twice as long as the one before it.
const FIRST_PAUSE_MS: u32 = 2000;
/// No wait is longer, unless the server asks for it.
const LONGEST_PAUSE_MS: u32 = 60_000;
/// No timer waits longer.
const LONGEST_TIMER_MS: u32 = i32::MAX as u32;

/// The client did not come: the session cookie says who is signed in.
pub(super) fn start_without_client(rest: &Rest, error: &ClerkError) {
    let token = rest.page().cookies.token(rest.page());
    rest.page().start_from(&client_from_token(token.as_deref()));
    let is_too_much = error.status() == Some(429);
    ask_again(rest, false, Pause::after(Some(error), if is_too_much { FIRST_PAUSE_MS } else { 0 }));
}

/// The environment did not come: nothing waits for it but the status.
pub(super) fn go_on_without_environment(rest: &Rest, error: &ClerkError) {
    rest.page().lacks.environment.set(true);
    ask_again(rest, true, Pause::after(Some(error), FIRST_PAUSE_MS));
}

/// Asks in the background for what is lacking, until it is there: at once when the network returns, else in longer
/// and longer intervals.
pub(super) fn ask_again(rest: &Rest, asks_environment: bool, pause: Pause) {
    if !rest.state.is_asking.replace(true) {
        rest.state.pause_ms.set(FIRST_PAUSE_MS);
        ask_after(rest, pause, asks_environment);
    }
}

fn ask_after(rest: &Rest, pause: Pause, asks_environment: bool) {
    let Pause { mut ms, is_asked_for } = pause;
    // Without a network there is no sense in asking; a browser that is wrong about it is asked once in a while.
    if !rest.reach().window.is_online() {
        ms = ms.max(LONGEST_PAUSE_MS);
    }
    let (weak, timers) = (rest.downgrade(), rest.reach().timers.clone());
    rest.reach().spawner.spawn(Box::pin(async move {
        let is_back = ms > 0 && timers.pause(ms, !is_asked_for).await;
        // Nobody may hold the Clerk object any more.
        let Some(rest) = weak.upgrade() else { return };
        let (state, lacks) = (&rest.state, &rest.page().lacks);
        if is_back {
            state.pause_ms.set(FIRST_PAUSE_MS);
        }
        let ask = |is_lacking: bool, ask: fn(&Rest) -> Work| {
            if is_lacking { ask(&rest) } else { done(Ok(())) }
        };
        let (environment, client) = both(
            ask(asks_environment && lacks.environment.get(), fetch_environment),
            ask(lacks.client.get(), |rest| rest.wire().send_for_client(endpoints::client::get())),
        )
        .await;
        if client.is_ok() {
            lacks.client.set(false);
        }
        if asks_environment && environment.is_ok() {
            lacks.environment.set(false);
        }
        rest.page().show_lacks();
        let is_refused = client.as_ref().is_err_and(is_final);
        if is_refused {
            refuse_snapshot(&rest);
        }
        if is_refused || lacks.nothing() {
            state.is_asking.set(false);
            return;
        }
        let own_ms = state.pause_ms.get();
        state.pause_ms.set((own_ms * 2).min(LONGEST_PAUSE_MS));
        ask_after(&rest, Pause::after(client.and(environment).err().as_ref(), own_ms), true);
    }));
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
            Some(ErrorKind::Api(ApiResponseError { retry_after_s: Some(s), .. })) => {
                Self { ms: s.saturating_mul(1000).clamp(ms, LONGEST_TIMER_MS), is_asked_for: true }
            }
            _ => Self { ms, is_asked_for: false },
        }
    }
}

/// Whether a page can go on without the answer: the server or the network failed, or somebody else has answered, and the caller did
/// nothing wrong.
pub(super) fn is_outage(error: &ClerkError) -> bool {
    match error.refusal() {
        Some(status) => status >= 500 || status == 429,
        None => !matches!(error.kind(), ErrorKind::Argument(_) | ErrorKind::State(_)),
    }
}

/// Whether there is no sense in asking again. A development browser is made anew, and a captcha may not be wanted then.
fn is_final(error: &ClerkError) -> bool {
    let may_pass = ["dev_browser_unauthenticated", "requires_captcha"];
    !is_outage(error) && !may_pass.iter().any(|code| error.has_code(code))
}
