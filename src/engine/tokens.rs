//! Session tokens: minted once, shared by concurrent calls, served from memory while they live (behaviour map 3).

use super::client_state::ClientState;
use super::core::Core;
use super::gateway::{Work, done};
use super::resource::Resource;
use super::shared::Shared;
use crate::encoding::{concat, split_once};
use crate::error::{ClerkError, Result};
use crate::fapi::{Request, endpoints};
use crate::json::Json;
use crate::model::{Jwt, pick_freshest, should_keep_existing};
use std::cell::RefCell;
use std::rc::Rc;

/// A token with less left than this is not served any more, in ms: it could expire on its way.
const LEEWAY_MS: f64 = 5000.0;

/// What kind of token is wanted.
#[derive(Debug, Clone, Default)]
pub struct GetToken {
    /// A JWT template's name.
    pub template: Option<String>,
    /// An organization, or `Some(None)` for the personal account; absent, the session's active one.
    pub organization_id: Option<Option<String>>,
    /// Mints a token even if a cached one is good.
    pub skip_cache: bool,
}

/// What comes of asking for a token.
pub(crate) enum Answer {
    /// It is there, and good until then; `until_ms` is in ms since the epoch.
    Ready {
        raw: Json,
        #[cfg_attr(
            not(all(target_arch = "wasm32", feature = "js")),
            expect(dead_code, reason = "for JavaScript")
        )]
        until_ms: f64,
    },
    /// It has to be waited for.
    Later(Work<Json>),
}

impl Answer {
    pub(crate) fn work(self) -> Work<Json> {
        match self {
            Self::Ready { raw, .. } => done(Ok(raw)),
            Self::Later(work) => work,
        }
    }

    fn if_good(raw: Json, expires_at_ms: f64, now_ms: f64) -> Option<Self> {
        let until_ms = expires_at_ms - LEEWAY_MS;
        (until_ms > now_ms).then_some(Self::Ready { raw, until_ms })
    }
}

#[derive(Default)]
pub(crate) struct TokenCache {
    tokens: RefCell<Vec<(Key, Token)>>,
    /// Tokens that payloads brought and that the caller cleared: they are not served again.
    cleared: RefCell<Vec<(String, String)>>,
}

/// The session's id, the organization's and the template's name. Ids hold no spaces.
type Key = String;

fn key_start(session_id: &str) -> Key {
    concat(&[session_id, " "])
}

fn key(session_id: &str, organization_id: &str, template: &str) -> Key {
    concat(&[session_id, " ", organization_id, " ", template])
}

/// Empty for the personal account.
fn active_organization(session: &Resource) -> String {
    session.data().text("last_active_organization_id").unwrap_or_default()
}

enum Token {
    /// A request is under way, which concurrent calls share.
    Minting(Shared<Result<Json>>),
    Minted {
        raw: Json,
        expires_at_ms: f64,
    },
}

impl TokenCache {
    /// Forgets the tokens of a session, the one that it came with among them.
    pub(crate) fn clear(&self, session: &Resource) {
        let Some(id) = session.id() else { return };
        let start = key_start(&id);
        self.tokens.borrow_mut().retain(|(key, _)| !key.starts_with(&start));
        self.serve_no_more(id, last_raw(session));
    }

    /// The token that a session came with, if any, is not served again.
    fn serve_no_more(&self, id: String, raw: Option<String>) {
        let mut cleared = self.cleared.borrow_mut();
        cleared.retain(|(other, _)| *other != id);
        cleared.extend(raw.map(|raw| (id, raw)));
    }

    fn is_cleared(&self, raw: &str) -> bool {
        self.cleared.borrow().iter().any(|(_, cleared)| cleared == raw)
    }

    /// Forgets the tokens of sessions that the client does not have any more.
    pub(crate) fn keep_only(&self, client: &ClientState) {
        let is_there = |id: &str| client.session(id).is_some();
        // Taken out meanwhile: looking for a session calls JavaScript.
        let (mut tokens, mut cleared) = (self.tokens.take(), self.cleared.take());
        tokens.retain(|(key, _)| split_once(key, b' ').is_some_and(|(id, _)| is_there(id)));
        cleared.retain(|(id, _)| is_there(id));
        self.tokens.replace(tokens);
        self.cleared.replace(cleared);
    }

    /// Keeps the token that a session came with for the organization that is active in it, since another one is about
    /// to be.
    pub(crate) fn set_aside(&self, session: &Resource) {
        let (Some(id), Some(raw)) = (session.id(), last_raw(session)) else { return };
        if self.is_cleared(&raw) {
            return;
        }
        let key = key(&id, &active_organization(session), "");
        let token = Token::Minted { expires_at_ms: expires_at_ms(&raw), raw: Json::from(raw.as_str()) };
        self.put(key, token);
        self.serve_no_more(id, Some(raw));
    }

    fn cached(&self, key: &str, now_ms: f64) -> Option<Answer> {
        let tokens = self.tokens.borrow();
        match tokens.iter().find(|(other, _)| other == key)? {
            (_, Token::Minting(mint)) => Some(Answer::Later(Box::pin(mint.clone()))),
            (_, Token::Minted { raw, expires_at_ms }) => Answer::if_good(raw.clone(), *expires_at_ms, now_ms),
        }
    }

    /// The token that the session came with, while it lives.
    fn brought(&self, session: &Resource, now_ms: f64) -> Option<Answer> {
        let raw = last_raw(session)?;
        let is_cleared = self.is_cleared(&raw);
        let expires_at_ms = expires_at_ms(&raw);
        Answer::if_good(Json::from(raw), expires_at_ms, now_ms).filter(|_| !is_cleared)
    }

    /// Nobody joins a mint that is over. A token that it could not renew stays.
    fn end_mint(&self, key: &str) {
        self.tokens
            .borrow_mut()
            .retain(|(other, token)| other != key || matches!(token, Token::Minted { .. }));
    }

    fn put(&self, key: Key, token: Token) {
        let mut tokens = self.tokens.borrow_mut();
        tokens.retain(|(other, _)| *other != key);
        tokens.push((key, token));
    }
}

fn last_raw(session: &Resource) -> Option<String> {
    raw_in(&session.data())
}

/// The token that a session's JSON holds.
pub(crate) fn raw_in(session: &Json) -> Option<String> {
    session.present("last_active_token")?.text("jwt").filter(|raw| !raw.is_empty())
}

/// A token that does not say when it expires has expired.
fn expires_at_ms(raw: &str) -> f64 {
    Jwt::decode(raw).and_then(|jwt| jwt.exp()).unwrap_or_default() * 1000.0
}

impl Core {
    /// The session's token: from memory, from a mint that is under way, or freshly minted.
    pub(crate) fn get_token(self: &Rc<Self>, session: Rc<Resource>, options: GetToken) -> Answer {
        let Some(session_id) = session.id() else {
            let error = ClerkError::state("This session has no id: it cannot have a token.");
            return Answer::Later(done(Err(error)));
        };
        let active = active_organization(&session);
        let organization_id = match options.organization_id {
            Some(given) => given.unwrap_or_default(),
            None => active.clone(),
        };
        let is_own = options.template.is_none() && organization_id == active;
        let template = options.template.unwrap_or_default();
        let key = key(&session_id, &organization_id, &template);
        if !options.skip_cache {
            let now_ms = self.platform.clock.now_ms();
            let cached = self.tokens.cached(&key, now_ms);
            let brought = || if is_own { self.tokens.brought(&session, now_ms) } else { None };
            if let Some(token) = cached.or_else(brought) {
                return token;
            }
        }
        let mut request = if template.is_empty() {
            let tab_state = self.platform.page.tab_state();
            endpoints::session::create_token(&session_id, &organization_id, tab_state)
        } else {
            endpoints::session::create_template_token(&session_id, &template)
        };
        if options.skip_cache {
            request.search.push("debug", "skip_cache");
        }
        let mint = self.mint(request, key.clone(), session, is_own);
        if options.skip_cache {
            return Answer::Later(mint);
        }
        let mint = Shared::new(mint);
        self.tokens.put(key, Token::Minting(mint.clone()));
        Answer::Later(Box::pin(mint))
    }

    fn mint(self: &Rc<Self>, request: Request, key: Key, session: Rc<Resource>, is_own: bool) -> Work<Json> {
        let core = self.clone();
        Box::pin(async move {
            let outcome = core.request_token(request).await;
            core.tokens.end_mint(&key);
            let text = outcome?;
            let held = if is_own { last_raw(&session) } else { None };
            if is_own {
                core.take_over(&session, &text);
            }
            // The caller gets what was minted, everybody else the fresher one.
            let is_kept = |held: &String| is_fresher(held, &text) && expires_at_ms(&text) > 0.0;
            let kept = held.filter(is_kept).unwrap_or_else(|| text.clone());
            let expires_at_ms = expires_at_ms(&kept);
            core.tokens.put(key, Token::Minted { raw: Json::from(kept), expires_at_ms });
            core.changed();
            Ok(Json::from(text))
        })
    }

    async fn request_token(self: &Rc<Self>, request: Request) -> Result<String> {
        if !self.platform.page.is_online() {
            return Err(no_token("The browser is offline, so no token can be minted."));
        }
        let payload = self.send(request).await?;
        let raw = payload.and_then(|payload| payload.resource().text("jwt")).filter(|raw| !raw.is_empty());
        raw.ok_or_else(|| no_token("The Frontend API answered without a token."))
    }

    /// Makes a minted token the session's last one, unless a fresher one came meanwhile.
    fn take_over(self: &Rc<Self>, session: &Resource, raw: &str) {
        // A newer client may have brought a new object for the same session.
        let current = session.id().and_then(|id| self.client.session(&id));
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
        self.cookies.write(self);
        if is_taken {
            self.emit();
        }
    }
}

/// Whether `raw` is of the same session and organization as `held`, and older: it must not replace it.
pub(crate) fn is_staler(held: Option<&str>, raw: Option<&str>) -> bool {
    let incoming = raw.filter(|_| held != raw).and_then(Jwt::decode);
    incoming.is_some_and(|incoming| should_keep_existing(held.and_then(Jwt::decode).as_ref(), &incoming))
}

/// Whether the session's token is fresher than the one that was minted.
fn is_fresher(held: &str, minted: &str) -> bool {
    let (held, minted) = (Jwt::decode(held), Jwt::decode(minted));
    minted.is_some_and(|minted| *pick_freshest(held.as_ref(), &minted) != minted)
}

fn no_token(message: &str) -> ClerkError {
    ClerkError::runtime("network_error", message)
}
