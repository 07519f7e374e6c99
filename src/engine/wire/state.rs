//! What the wire knows, and the view through which it is used.

use super::hooks::{Becoming, Hooks};
use super::order::Order;
use super::shared::Shared;
use super::time::Watch;
use super::work::{Work, done};
use crate::engine::page::Page;
use crate::error::Result;
use crate::fapi::{Reply, Request};
use crate::held::Held;
use crate::json::Json;
use crate::platform::{LocalFuture, Reach, WireRequest};
use std::cell::Cell;
use std::rc::{Rc, Weak};

/// How a request of this page becomes an answer. Cheap to clone, and made when it is used: the page holds the state, and
/// the state holds no page.
#[derive(Clone)]
pub(crate) struct Wire {
    pub(crate) page: Rc<Page>,
    pub(crate) state: Rc<WireState>,
}

pub(crate) struct WireState {
    reach: Reach,
    hooks: Held<Option<Rc<dyn Hooks>>>,
    pub(super) captcha: Captcha,
    pub(crate) order: Order,
    pub(super) watch: Watch,
    /// What the room above does when a 401 says that nobody may be signed in any more.
    pub(super) unauthenticated: fn(&Rc<Page>) -> Work,
}

/// One try of a request: the answer, or what the network said when none came.
pub(super) type Try = LocalFuture<Result<Reply, String>>;

#[derive(Default)]
pub(super) struct Captcha {
    /// The captcha that is being solved.
    pub(super) under_way: Held<Option<Shared<Result<()>>>>,
    pub(super) failures: Cell<u32>,
}

/// A wire that does not keep its Clerk object alive.
pub(crate) struct WeakWire {
    page: Weak<Page>,
    state: Weak<WireState>,
}

impl WireState {
    pub(crate) fn new(
        reach: Reach,
        hooks: Option<Rc<dyn Hooks>>,
        unauthenticated: fn(&Rc<Page>) -> Work,
    ) -> Rc<Self> {
        let (captcha, order) = (Captcha::default(), Order::default());
        let (hooks, watch) = (Held::new(hooks), Watch::default());
        Rc::new(Self { reach, hooks, captcha, order, watch, unauthenticated })
    }
}

impl Wire {
    pub(crate) fn reach(&self) -> &Reach {
        &self.state.reach
    }

    pub(crate) fn downgrade(&self) -> WeakWire {
        WeakWire { page: Rc::downgrade(&self.page), state: Rc::downgrade(&self.state) }
    }

    /// Does what nobody waits for, and what nobody could do anything about if it fails.
    pub(crate) fn go_on_with(&self, work: Work) {
        self.reach().spawner.spawn(Box::pin(async { work.await.unwrap_or_default() }));
    }

    /// A handle of its own: hooks may be replaced while they run.
    pub(crate) fn hooks(&self) -> Option<Rc<dyn Hooks>> {
        self.state.hooks.get()
    }

    pub(crate) fn set_hooks(&self, hooks: Rc<dyn Hooks>) {
        self.state.hooks.set(Some(hooks));
    }

    pub(super) fn before(&self, request: &Request, wire: WireRequest) -> Work<WireRequest> {
        match self.hooks() {
            Some(hooks) => hooks.before(request, wire),
            None => done(Ok(wire)),
        }
    }

    pub(super) fn after(&self, wire: &WireRequest, reply: &Reply) -> Work {
        match self.hooks() {
            Some(hooks) => hooks.after(wire, reply),
            None => done(Ok(())),
        }
    }

    pub(crate) fn before_set_active(&self, becoming: Becoming) -> Work {
        self.hooks().map_or_else(|| done(Ok(())), |hooks| hooks.before_set_active(becoming))
    }

    pub(crate) fn after_set_active(&self) -> Work {
        self.hooks().map_or_else(|| done(Ok(())), |hooks| hooks.after_set_active())
    }

    /// What the application has to send for a captcha; nothing where nobody can solve it.
    pub(crate) fn solution(&self, environment: &Json, action: &str) -> Work<Option<Json>> {
        match self.hooks() {
            Some(hooks) => hooks.solve_captcha(environment, action),
            None => done(Ok(None)),
        }
    }
}

impl WeakWire {
    /// The wire, while somebody holds the Clerk object.
    pub(crate) fn upgrade(&self) -> Option<Wire> {
        Some(Wire { page: self.page.upgrade()?, state: self.state.upgrade()? })
    }
}
