//! What this room knows, and the view through which it is used.

use super::cache::TokenCache;
use crate::engine::page::{Page, Resource};
use crate::engine::wire::{WeakWire, Wire};
use crate::held::Held;
use crate::json::Json;
use crate::platform::{Reach, Tell};
use std::rc::{Rc, Weak};

/// The tokens of this page's sessions. Cheap to clone, and made when it is used.
#[derive(Clone)]
pub(crate) struct Tokens {
    pub(crate) wire: Wire,
    pub(crate) state: Rc<TokenState>,
}

pub(crate) struct TokenState {
    pub(super) cache: TokenCache,
    /// The token of the current session whose renewal is armed already.
    pub(super) armed: Held<String>,
    /// Tells other tabs of tokens, once this one listens to them.
    pub(super) channel: Held<Option<Tell>>,
    /// What the room above does when no token can be had since nobody may be signed in any more.
    pub(super) unauthenticated: fn(&Rc<Page>),
    /// What it does each time that the poller looks.
    pub(super) at_each_look: fn(&Rc<Page>),
}

/// Tokens that do not keep their Clerk object alive.
pub(crate) struct WeakTokens {
    wire: WeakWire,
    state: Weak<TokenState>,
}

impl TokenState {
    pub(crate) fn new(unauthenticated: fn(&Rc<Page>), at_each_look: fn(&Rc<Page>)) -> Rc<Self> {
        Rc::new(Self {
            cache: TokenCache::default(),
            armed: Held::default(),
            channel: Held::default(),
            unauthenticated,
            at_each_look,
        })
    }
}

impl Tokens {
    pub(crate) fn page(&self) -> &Rc<Page> {
        &self.wire.page
    }

    pub(crate) fn reach(&self) -> &Reach {
        self.wire.reach()
    }

    /// Forgets the tokens of a session. That it came with one is the page's.
    pub(crate) fn clear(&self, session: &Resource) {
        self.state.cache.clear(session);
    }

    /// Forgets the tokens of sessions that the client does not have any more.
    pub(crate) fn keep_only_of_client(&self) {
        let page = self.page();
        self.state.cache.keep_only(&page.client);
        let cleared = page.brought.cleared.get();
        let mut kept = Json::null();
        for id in cleared.keys() {
            if page.client.session(&id).is_some() {
                kept = kept.with(&id, Json::from(cleared.get(&id)));
            }
        }
        page.brought.cleared.set(kept);
    }

    /// Keeps the token that a session came with, since another organization is about to be active in it.
    pub(crate) fn set_aside(&self, session: &Resource) {
        self.state.cache.set_aside(session, &self.page().brought);
    }

    pub(crate) fn downgrade(&self) -> WeakTokens {
        WeakTokens { wire: self.wire.downgrade(), state: Rc::downgrade(&self.state) }
    }
}

impl WeakTokens {
    /// The tokens, while somebody holds the Clerk object.
    pub(crate) fn upgrade(&self) -> Option<Tokens> {
        Some(Tokens { wire: self.wire.upgrade()?, state: self.state.upgrade()? })
    }
}
