//! `getToken()`: minted once, shared by concurrent calls, asked for again while the server or the network fails.

use super::cache::{Answer, Published, TokenKey};
use super::state::Tokens;
use crate::engine::page::{GetToken, Ready, Resource, active_organization, is_staler, last_raw};
use crate::engine::wire::{Shared, Work, done};
use crate::error::{ClerkError, ErrorKind, Result};
use crate::fapi::{Request, endpoints};
use crate::json::Json;
use std::rc::Rc;

/// Waits before another try, in ms: each longer than the one before by this factor, up to the longest.
const FIRST_WAIT_MS: f64 = 3000.0;
const FACTOR: f64 = 1.55;
const LONGEST_WAIT_MS: f64 = 50_000.0;
/// Tries after the first one, and what they are where the browser knows that there is no network.
const RETRIES: u32 = 8;
const OFFLINE_RETRIES: u32 = 3;

const OFFLINE: &str = "The browser is offline, so no token can be minted.";

/// A token that somebody wants.
#[derive(Clone)]
pub(super) struct Wanted {
    pub(super) key: Rc<TokenKey>,
    pub(super) session: Rc<Resource>,
    pub(super) skip_cache: bool,
}

impl Wanted {
    fn by(session: Rc<Resource>, options: &GetToken) -> Option<Self> {
        let session_id = session.id()?;
        let organization_id = match &options.organization_id {
            Some(given) => given.clone().unwrap_or_default(),
            None => active_organization(&session),
        };
        let template = options.template.clone().unwrap_or_default();
        let key = Rc::new(TokenKey { session_id, organization_id, template });
        Some(Self { key, session, skip_cache: options.skip_cache })
    }
}

impl Tokens {
    /// The session's token: from memory, from a mint that is under way, or freshly minted.
    pub(crate) fn get_token(&self, session: Rc<Resource>, options: &GetToken) -> Answer {
        let Some(wanted) = Wanted::by(session, options) else {
            let error = ClerkError::state("This session has no id: it cannot have a token.");
            return Answer::Later(done(Err(error)));
        };
        match self.try_token(&wanted) {
            Answer::Later(first) => Answer::Later(self.keep_trying(wanted, first)),
            ready => ready,
        }
    }

    /// The token that can be had at once.
    pub(crate) fn ready_token(&self, session: &Rc<Resource>, options: &GetToken) -> Option<Ready> {
        let wanted = Wanted::by(session.clone(), options).filter(|wanted| !wanted.skip_cache)?;
        match self.held_token(&wanted)? {
            Answer::Ready(token) => Some(token),
            Answer::Later(_) => None,
        }
    }

    /// The token that can be had without another request.
    fn held_token(&self, wanted: &Wanted) -> Option<Answer> {
        let cached = self.state.cache.cached(&wanted.key, self.page());
        cached.or_else(|| {
            let brought = self.page().brought(&wanted.session)?;
            wanted.key.is_own_of(&wanted.session).then_some(Answer::Ready(brought))
        })
    }

    fn try_token(&self, wanted: &Wanted) -> Answer {
        let held = if wanted.skip_cache { None } else { self.held_token(wanted) };
        held.unwrap_or_else(|| Answer::Later(self.start_mint(wanted)))
    }

    fn keep_trying(&self, wanted: Wanted, first: Work<Json>) -> Work<Json> {
        let tokens = self.clone();
        Box::pin(async move {
            let mut outcome = first.await;
            let mut retries = 0;
            let mut wait_ms = FIRST_WAIT_MS;
            while let Err(error) = &outcome {
                let is_online = tokens.reach().window.is_online();
                let most = if is_online { RETRIES } else { OFFLINE_RETRIES };
                let wait = wait_before_retry(error, wait_ms).filter(|_| retries < most);
                let Some(wait) = wait else {
                    return if is_online { outcome } else { Err(ClerkError::offline(OFFLINE)) };
                };
                tokens.reach().timers.sleep_or_not(wait as u32).await;
                wait_ms = (wait_ms * FACTOR).min(LONGEST_WAIT_MS);
                retries += 1;
                outcome = tokens.try_token(&wanted).work().await;
            }
            outcome
        })
    }

    fn start_mint(&self, wanted: &Wanted) -> Work<Json> {
        if !self.reach().window.is_online() {
            return done(Err(no_token(OFFLINE)));
        }
        let mint = self.mint(wanted.clone());
        if wanted.skip_cache {
            self.state.cache.reserve(&wanted.key, None);
            return mint;
        }
        let mint = Shared::new(mint);
        self.state.cache.reserve(&wanted.key, Some(mint.clone()));
        Box::pin(mint)
    }

    fn mint(&self, wanted: Wanted) -> Work<Json> {
        let tokens = self.clone();
        Box::pin(async move {
            let outcome = tokens.request_token(&wanted).await;
            if !wanted.skip_cache {
                tokens.state.cache.end_mint(&wanted.key);
            }
            let raw = outcome?;
            tokens.accept_token(&wanted, &raw);
            // The caller gets what was minted, everybody else the fresher one.
            Ok(Json::from(raw))
        })
    }

    pub(super) async fn request_token(&self, wanted: &Wanted) -> Result<String> {
        let is_minter = self.page().uses_session_minter();
        let last = last_raw(&wanted.session);
        let mut request = self.token_request(wanted, last.as_deref().filter(|_| is_minter), is_minter);
        let again = request.clone();
        if wanted.skip_cache {
            request.search.push("debug", "skip_cache");
        }
        let outcome = self.wire.send(request).await;
        let payload = match (outcome, last) {
            // An outage of Clerk's: what was signed before stands in for what its database would say.
            (Err(error), Some(last)) if !is_minter && error.has_code("missing_expired_token") => {
                let mut request = again;
                request.search.push("expired_token", &last);
                self.wire.send(request).await?
            }
            (outcome, _) => outcome?,
        };
        let raw = payload.and_then(|payload| payload.resource().text("jwt")).filter(|raw| !raw.is_empty());
        let raw = raw.ok_or_else(|| no_token("The Frontend API answered without a token."))?;
        self.wire.learn_time(&raw, self.page().near.clock.now_ms());
        Ok(raw)
    }

    fn token_request(&self, wanted: &Wanted, last: Option<&str>, is_minter: bool) -> Request {
        let TokenKey { session_id, organization_id, template } = &*wanted.key;
        if !template.is_empty() {
            return endpoints::session::create_template_token(session_id, template);
        }
        let tab_state = self.reach().window.tab_state();
        let is_forced = is_minter && wanted.skip_cache;
        endpoints::session::create_token(session_id, organization_id, tab_state, last, is_forced)
    }

    /// Makes a token known: to the session, to its cookie, to later calls, to other tabs.
    pub(super) fn accept_token(&self, wanted: &Wanted, raw: &str) {
        let is_own = wanted.key.is_own_of(&wanted.session);
        let brought = wanted.key.brought_by(&wanted.session);
        if is_own {
            self.take_over(&wanted.session, raw);
        }
        match self.state.cache.publish(&wanted.key, raw, brought.as_deref()) {
            Some(Published::Newest) => {
                self.arm_refresh(&wanted.key, raw);
                self.tell_of_token(&wanted.key, raw);
            }
            Some(Published::Overtaken) => {}
            // Cleared while it was on its way.
            None if is_own => self.page().brought.serve_no_more(&wanted.key.session_id, Some(raw.to_owned())),
            None => {}
        }
        self.page().changed();
    }

    /// Makes a token the session's last one, unless a fresher one came meanwhile.
    pub(super) fn take_over(&self, session: &Resource, raw: &str) {
        // A newer client may have brought a new object for the same session.
        let current = session.id().and_then(|id| self.page().client.session(&id));
        let mut is_taken = false;
        for resource in [Some(session), current.as_deref()].into_iter().flatten() {
            let held = last_raw(resource);
            if is_staler(held.as_deref(), Some(raw)) {
                continue;
            }
            is_taken = true;
            if held.as_deref() != Some(raw) {
                let token = Json::object(&[("object", Json::from("token")), ("jwt", Json::from(raw))]);
                resource.set(resource.data().with("last_active_token", token));
            }
        }
        self.page().cookies.write(self.page());
        if is_taken {
            self.page().emit();
        }
    }
}

/// How long to wait before trying again; `None` where that would not help: the caller did something wrong, or the
/// server wants to be left alone for longer than anybody waits.
fn wait_before_retry(error: &ClerkError, wait_ms: f64) -> Option<f64> {
    match error.kind() {
        ErrorKind::Api(answer) => {
            let asked_ms = f64::from(answer.retry_after_s.unwrap_or_default()) * 1000.0;
            let is_transient = error.refusal().is_none_or(|status| status >= 500 || status == 429);
            (is_transient && asked_ms <= LONGEST_WAIT_MS).then_some(wait_ms.max(asked_ms))
        }
        ErrorKind::Runtime(_) | ErrorKind::Network(_) => Some(wait_ms),
        _ => None,
    }
}

fn no_token(message: &str) -> ClerkError {
    ClerkError::runtime("network_error", message)
}
