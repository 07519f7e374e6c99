//! Session tokens in memory: what is served, and what an answer that was overtaken must not bring
//! back.

use crate::encoding::join;
use crate::engine::page::{
    Brought, ClientState, Page, Ready, Resource, active_organization, expires_at_ms, last_raw,
};
use crate::engine::wire::{Shared, Work, done};
use crate::error::Result;
use crate::held::Held;
use crate::json::Json;
use crate::model::{Jwt, pick_freshest};
use std::cell::Cell;
use std::rc::Rc;

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

/// What comes of asking for a token.
pub(crate) enum Answer {
    /// It is there.
    Ready(Ready),
    /// It has to be waited for.
    Later(Work<Json>),
}

impl Answer {
    pub(crate) fn work(self) -> Work<Json> {
        match self {
            Self::Ready(token) => done(Ok(token.raw)),
            Self::Later(work) => work,
        }
    }
}

#[derive(Default)]
pub(crate) struct TokenCache {
    slots: Held<Vec<Rc<Slot>>>,
}

/// Made when a token is asked for, and gone when it is cleared: what arrives for no slot came too late.
pub(super) struct Slot {
    key: Rc<TokenKey>,
    token: Held<Option<Minted>>,
    /// A request that is under way, which concurrent calls share.
    mint: Held<Option<Mint>>,
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
    /// Forgets the tokens of a session.
    pub(super) fn clear(&self, session: &Resource) {
        let Some(id) = session.id() else { return };
        self.slots.change(|slots| slots.retain(|slot| slot.key.session_id != id));
    }

    /// Forgets the tokens of sessions that the client does not have any more.
    pub(super) fn keep_only(&self, client: &ClientState) {
        // Taken out meanwhile: looking for a session calls JavaScript.
        let mut slots = self.slots.take();
        slots.retain(|slot| client.session(&slot.key.session_id).is_some());
        self.slots.set(slots);
    }

    /// Keeps the token that a session came with for the organization that is active in it, since another one is about
    /// to be.
    pub(super) fn set_aside(&self, session: &Resource, brought: &Brought) {
        let (Some(key), Some(raw)) = (TokenKey::own(session), last_raw(session)) else { return };
        if brought.is_cleared(&key.session_id, &raw) {
            return;
        }
        self.reserve(&key, None).put(&raw);
        brought.serve_no_more(&key.session_id, Some(raw));
    }

    /// What is in memory: a request that is under way, or a token that is good.
    pub(crate) fn cached(&self, key: &TokenKey, page: &Page) -> Option<Answer> {
        let slot = self.slot(key)?;
        if let Some(mint) = slot.mint.get() {
            return Some(Answer::Later(Box::pin(mint)));
        }
        let token = slot.token.get()?;
        Ready::if_good(token.raw, token.expires_at_ms, page).map(Answer::Ready)
    }

    /// A token is on its way, by `mint` when others may wait for it too.
    pub(super) fn reserve(&self, key: &Rc<TokenKey>, mint: Option<Mint>) -> Rc<Slot> {
        let slot = self.slot(key).unwrap_or_else(|| {
            let (token, is_refreshing) = (Held::default(), Cell::default());
            let slot = Rc::new(Slot { key: key.clone(), token, mint: Held::default(), is_refreshing });
            self.slots.change(|slots| slots.push(slot.clone()));
            slot
        });
        if mint.is_some() {
            slot.mint.set(mint);
        }
        slot
    }

    /// Nobody joins a mint that is over. A token that it could not renew stays.
    pub(crate) fn end_mint(&self, key: &TokenKey) {
        if let Some(slot) = self.slot(key) {
            slot.mint.take();
        }
    }

    /// Takes over a token that has arrived, unless a fresher one is there already, which then stays; `brought` is what
    /// the session has. `None` for a token that came too late: its slot is gone.
    pub(crate) fn publish(&self, key: &TokenKey, raw: &str, brought: Option<&str>) -> Option<Published> {
        let slot = self.slot(key)?;
        let held = slot.token.get().map(|token| token.text);
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
    /// `brought` is the token that the session has and that is served.
    pub(super) fn start_refresh(&self, key: &Rc<TokenKey>, raw: &str, brought: Option<&str>) -> bool {
        let slot = self.reserve(key, None);
        let is_brought = brought == Some(raw);
        let is_served = slot.token.get().map_or(is_brought, |token| token.text == raw);
        is_served && slot.mint.get().is_none() && !slot.is_refreshing.replace(true)
    }

    pub(crate) fn end_refresh(&self, key: &TokenKey) {
        if let Some(slot) = self.slot(key) {
            slot.is_refreshing.set(false);
        }
    }

    fn slot(&self, key: &TokenKey) -> Option<Rc<Slot>> {
        self.slots.change(|slots| slots.iter().find(|slot| *slot.key == *key).cloned())
    }
}

impl Slot {
    fn put(&self, raw: &str) {
        let token = Minted { text: raw.to_owned(), raw: Json::from(raw), expires_at_ms: expires_at_ms(raw) };
        self.token.set(Some(token));
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

/// Whether a token that is held is fresher than one that arrived.
fn is_fresher(held: &str, incoming: &str) -> bool {
    let (held, incoming) = (Jwt::decode(held), Jwt::decode(incoming));
    incoming.is_some_and(|incoming| *pick_freshest(held.as_ref(), &incoming) != incoming)
}
