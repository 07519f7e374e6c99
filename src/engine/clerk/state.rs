//! What the deeds know, and the view through which they reach all rooms.

use crate::engine::page::Page;
use crate::engine::tokens::{TokenState, Tokens};
use crate::engine::wire::{Shared, Wire, WireState};
use crate::error::Result;
use crate::held::Held;
use crate::json::Json;
use crate::platform::{Reach, Registration, Tell};
use std::cell::Cell;
use std::rc::{Rc, Weak};

/// The second part of one Clerk object. Cheap to clone, and made when it is used: the page holds the [`RestState`], which
/// holds no page.
#[derive(Clone)]
pub(crate) struct Rest {
    pub(crate) tokens: Tokens,
    pub(super) state: Rc<DeedState>,
}

/// The state of all rooms above the page.
pub(super) struct RestState {
    pub(super) wire: Rc<WireState>,
    pub(super) tokens: Rc<TokenState>,
    pub(super) deeds: Rc<DeedState>,
}

#[derive(Default)]
pub(super) struct DeedState {
    /// The call of `load()` that is under way, which later calls share.
    pub(super) loading: Held<Option<Shared<Result<()>>>>,
    /// What the caller of `load()` has waited before, in ms.
    pub(super) waited_ms: Cell<u32>,
    /// Other tabs are listened to, and the token is looked at.
    pub(super) is_alive: Cell<bool>,
    /// What is lacking is asked for.
    pub(super) is_asking: Cell<bool>,
    /// How long the next pause is before that is asked for again, in ms.
    pub(super) pause_ms: Cell<u32>,
    /// Each client that arrives is kept for the next visit.
    pub(super) keeps_snapshots: Cell<bool>,
    /// Whether the current session is still there is asked for.
    pub(super) is_checking_client: Cell<bool>,
    /// How many calls there have been that say who is current, and the number of the last one that counts.
    pub(super) choices: Cell<u32>,
    pub(super) choice: Cell<u32>,
    /// Tells other tabs of sign-outs, once this one listens to them.
    pub(super) sign_outs: Held<Option<Tell>>,
    /// What the page has been asked to call for this Clerk object: it is taken back with the object.
    pub(super) registrations: Held<Vec<Registration>>,
    /// Cookies that were written are not there.
    pub(super) keeps_no_cookies: Cell<bool>,
    /// The calls under way that have something sent.
    pub(super) preparations: Held<Vec<Preparation>>,
}

pub(super) struct Preparation {
    pub(super) path_and_body: String,
    pub(super) since_ms: f64,
    pub(super) outcome: Shared<Result<Json>>,
}

/// The rest of a Clerk object that it does not keep alive.
pub(super) struct WeakRest {
    page: Weak<Page>,
}

impl RestState {
    /// The view on this state for the page that holds it.
    pub(super) fn of(&self, page: &Rc<Page>) -> Rest {
        let wire = Wire { page: page.clone(), state: self.wire.clone() };
        Rest { tokens: Tokens { wire, state: self.tokens.clone() }, state: self.deeds.clone() }
    }
}

impl Rest {
    pub(crate) fn page(&self) -> &Rc<Page> {
        &self.tokens.wire.page
    }

    pub(crate) fn wire(&self) -> &Wire {
        &self.tokens.wire
    }

    pub(crate) fn reach(&self) -> &Reach {
        self.wire().reach()
    }

    /// What is in the page's slot, if the second part has been attached.
    pub(super) fn attached(page: &Rc<Page>) -> Option<Self> {
        let state = page.rest.get()?.downcast_ref::<RestState>()?;
        Some(state.of(page))
    }

    pub(super) fn downgrade(&self) -> WeakRest {
        WeakRest { page: Rc::downgrade(self.page()) }
    }
}

impl WeakRest {
    /// The rest, while somebody holds the Clerk object.
    pub(super) fn upgrade(&self) -> Option<Rest> {
        Rest::attached(&self.page.upgrade()?)
    }
}
