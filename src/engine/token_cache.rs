//! Session tokens in memory (behaviour map 3.1): what is served, and what an answer that was overtaken must not bring
//! back.

use super::client_state::ClientState;
use super::gateway::{Work, done};
use super::resource::Resource;
use super::shared::Shared;
use crate::encoding::join;
use crate::error::Result;
use crate::json::Json;
use crate::model::{Jwt, pick_freshest, should_keep_existing};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// A token with less left than this is not served any more, in ms: it could expire on its way.
const LEEWAY_MS: f64 = 5000.0;

/// What tells the tokens of a client apart. An empty organization is the personal account, an empty template the
/// session's own kind of token.
#[derive(PartialEq, Eq)]
pub(crate) struct TokenKey {
    pub(crate) session_id: String,
    pub(crate) organization_id: String,
    pub(crate) template: String,
}

impl TokenKey {
    /// The key of the token that a session comes with.
    pub(crate) fn own(session: &Resource) -> Option<Rc<Self>> {
        let (session_id, organization_id) = (session.id()?, active_organization(session));
        Some(Rc::new(Self { session_id, organization_id, template: String::new() }))
    }

    /// Whether a session's own payloads bring this kind of token, and its cookie holds it.
    pub(crate) fn is_own_of(&self, session: &Resource) -> bool {
        self.template.is_empty() && self.organization_id == active_organization(session)
    }

    /// The token of this kind that a session has come with.
    pub(crate) fn brought_by(&self, session: &Resource) -> Option<String> {
        last_raw(session).filter(|_| self.is_own_of(session))
    }

    /// What tabs call it among each other. Not unique: a template may have an organization's id for a name.
    pub(crate) fn token_id(&self) -> String {
        let parts = [self.session_id.as_str(), &self.template, &self.organization_id];
        let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        join(&parts, "-")
    }
}

/// Empty for the personal account.
pub(crate) fn active_organization(session: &Resource) -> String {
    session.data().text("last_active_organization_id").unwrap_or_default()
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
    slots: RefCell<Vec<Rc<Slot>>>,
    /// Tokens that payloads brought and that the caller cleared: they are not served again.
    cleared: RefCell<Vec<(String, String)>>,
}

/// Made when a token is asked for, and gone when it is cleared: what arrives for no slot came too late.
pub(super) struct Slot {
    key: Rc<TokenKey>,
    token: RefCell<Option<Minted>>,
    /// A request that is under way, which concurrent calls share.
    mint: RefCell<Option<Mint>>,
    is_refreshing: Cell<bool>,
}

pub(super) type Mint = Shared<Result<Json>>;

#[derive(Clone)]
struct Minted {
    text: String,
    raw: Json,
    expires_at_ms: f64,
}

impl TokenCache {
    /// Forgets the tokens of a session, the one that it came with among them.
    pub(crate) fn clear(&self, session: &Resource) {
        let Some(id) = session.id() else { return };
        self.slots.borrow_mut().retain(|slot| slot.key.session_id != id);
        self.serve_no_more(id, last_raw(session));
    }

    /// The token that a session came with, if any, is not served again.
    pub(crate) fn serve_no_more(&self, id: String, raw: Option<String>) {
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
        let (mut slots, mut cleared) = (self.slots.take(), self.cleared.take());
        slots.retain(|slot| is_there(&slot.key.session_id));
        cleared.retain(|(id, _)| is_there(id));
        self.slots.replace(slots);
        self.cleared.replace(cleared);
    }

    /// Keeps the token that a session came with for the organization that is active in it, since another one is about
    /// to be.
    pub(crate) fn set_aside(&self, session: &Resource) {
        let (Some(key), Some(raw)) = (TokenKey::own(session), last_raw(session)) else { return };
        if self.is_cleared(&raw) {
            return;
        }
        let id = key.session_id.clone();
        self.reserve(&key, None).put(&raw);
        self.serve_no_more(id, Some(raw));
    }

    /// What is in memory: a request that is under way, or a token that is good.
    pub(crate) fn cached(&self, key: &TokenKey, now_ms: f64) -> Option<Answer> {
        let slot = self.slot(key)?;
        if let Some(mint) = slot.mint.borrow().clone() {
            return Some(Answer::Later(Box::pin(mint)));
        }
        let token = slot.token.borrow().clone()?;
        Answer::if_good(token.raw, token.expires_at_ms, now_ms)
    }

    /// The token that the session came with, while it lives.
    pub(crate) fn brought(&self, session: &Resource, now_ms: f64) -> Option<Answer> {
        let raw = last_raw(session)?;
        let is_cleared = self.is_cleared(&raw);
        let expires_at_ms = expires_at_ms(&raw);
        Answer::if_good(Json::from(raw), expires_at_ms, now_ms).filter(|_| !is_cleared)
    }

    /// A token is on its way, by `mint` when others may wait for it too.
    pub(super) fn reserve(&self, key: &Rc<TokenKey>, mint: Option<Mint>) -> Rc<Slot> {
        let slot = self.slot(key).unwrap_or_else(|| {
            let (token, is_refreshing) = (RefCell::default(), Cell::default());
            let slot = Rc::new(Slot { key: key.clone(), token, mint: RefCell::default(), is_refreshing });
            self.slots.borrow_mut().push(slot.clone());
            slot
        });
        if mint.is_some() {
            slot.mint.replace(mint);
        }
        slot
    }

    /// Nobody joins a mint that is over. A token that it could not renew stays.
    pub(crate) fn end_mint(&self, key: &TokenKey) {
        if let Some(slot) = self.slot(key) {
            slot.mint.replace(None);
        }
    }

    /// Takes over a token that has arrived, unless a fresher one is there already, which then stays; `brought` is what
    /// the session has. `None` for a token that came too late: its slot is gone.
    pub(crate) fn publish(&self, key: &TokenKey, raw: &str, brought: Option<&str>) -> Option<Published> {
        let slot = self.slot(key)?;
        let held = slot.token.borrow().as_ref().map(|token| token.text.clone());
        let expires_at_ms = expires_at_ms(raw);
        for other in [brought, held.as_deref()].into_iter().flatten() {
            if expires_at_ms > 0.0 && is_fresher(other, raw) {
                slot.put(other);
                return Some(Published::Overtaken);
            }
        }
        slot.put(raw);
        Some(Published::Newest)
    }

    /// Whether this is the token that would be served, and nobody else renews it: from now on the caller does.
    pub(crate) fn start_refresh(&self, key: &Rc<TokenKey>, raw: &str, brought: Option<&str>) -> bool {
        let slot = self.reserve(key, None);
        let is_brought = brought == Some(raw) && !self.is_cleared(raw);
        let is_served = slot.token.borrow().as_ref().map_or(is_brought, |token| token.text == raw);
        is_served && slot.mint.borrow().is_none() && !slot.is_refreshing.replace(true)
    }

    pub(crate) fn end_refresh(&self, key: &TokenKey) {
        if let Some(slot) = self.slot(key) {
            slot.is_refreshing.set(false);
        }
    }

    fn slot(&self, key: &TokenKey) -> Option<Rc<Slot>> {
        self.slots.borrow().iter().find(|slot| *slot.key == *key).cloned()
    }
}

impl Slot {
    fn put(&self, raw: &str) {
        let token = Minted { text: raw.to_owned(), raw: Json::from(raw), expires_at_ms: expires_at_ms(raw) };
        self.token.replace(Some(token));
    }
}

/// What became of a token that arrived.
#[derive(PartialEq, Eq)]
pub(crate) enum Published {
    /// It is the one that is served now.
    Newest,
    /// A fresher one is.
    Overtaken,
}

pub(crate) fn last_raw(session: &Resource) -> Option<String> {
    raw_in(&session.data())
}

/// The token that a session's JSON holds.
pub(crate) fn raw_in(session: &Json) -> Option<String> {
    session.present("last_active_token")?.text("jwt").filter(|raw| !raw.is_empty())
}

/// A token that does not say when it expires has expired.
pub(crate) fn expires_at_ms(raw: &str) -> f64 {
    Jwt::decode(raw).and_then(|jwt| jwt.exp()).unwrap_or_default() * 1000.0
}

/// Whether `raw` is of the same session and organization as `held`, and older: it must not replace it.
pub(crate) fn is_staler(held: Option<&str>, raw: Option<&str>) -> bool {
    let incoming = raw.filter(|_| held != raw).and_then(Jwt::decode);
    incoming.is_some_and(|incoming| should_keep_existing(held.and_then(Jwt::decode).as_ref(), &incoming))
}

/// Whether a token that is held is fresher than one that arrived.
fn is_fresher(held: &str, incoming: &str) -> bool {
    let (held, incoming) = (Jwt::decode(held), Jwt::decode(incoming));
    incoming.is_some_and(|incoming| *pick_freshest(held.as_ref(), &incoming) != incoming)
}
