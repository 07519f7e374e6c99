//! What one Clerk object knows. Two objects on a page share nothing.

use super::attempt::Preparations;
use super::captcha::Captcha;
use super::clerk::{LoadOptions, Status};
use super::client::Client;
use super::client_state::{ClientState, is_signed_in};
use super::cookies::SessionCookies;
use super::dev_browser::DevBrowser;
use super::gateway::Work;
use super::hooks::Hooks;
use super::listeners::Listeners;
use super::load::Loading;
use super::other_tabs::OtherTabs;
use super::outage::Outage;
use super::resource::Resource;
use super::set_active::{is_active, is_pending};
use super::snapshot::Snapshot;
use super::token_cache::TokenCache;
use crate::fapi::{Host, PublishableKey};
use crate::json::Json;
use crate::platform::Platform;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

pub(crate) struct Core {
    pub(crate) key: PublishableKey,
    pub(crate) host: Host,
    pub(crate) platform: Platform,
    pub(crate) client: Rc<ClientState>,
    pub(crate) cookies: SessionCookies,
    pub(crate) dev_browser: DevBrowser,
    pub(crate) listeners: Listeners,
    pub(crate) loading: Loading,
    pub(crate) outage: Outage,
    pub(crate) snapshot: Snapshot,
    pub(crate) tokens: TokenCache,
    /// The token of the current session whose renewal is armed already.
    pub(crate) armed: RefCell<String>,
    pub(crate) other_tabs: OtherTabs,
    /// What the instance allows and where its pages are, as it arrived; null before.
    pub(crate) environment: RefCell<Json>,
    /// Whether the last look found no token to be had.
    pub(crate) lacks_token: Cell<bool>,
    pub(crate) captcha: Captcha,
    pub(crate) preparations: Preparations,
    pub(crate) hooks: RefCell<Option<Rc<dyn Hooks>>>,
    pub(crate) page_hooks: RefCell<Option<Rc<dyn super::hooks::PageHooks>>>,
    pub(crate) status: Cell<Status>,
    /// What `load()` was called with last.
    pub(crate) options: RefCell<Rc<LoadOptions>>,
    pub(crate) is_checking_client: Cell<bool>,
    has_client: Cell<bool>,
    session: RefCell<Option<Rc<Resource>>>,
    is_settled: Cell<bool>,
    /// Is told of each change of what can be read here and not of a resource: whoever keeps what it has read.
    on_change: Cell<fn()>,
}

/// Whether the listeners hear of a change, or have heard of it already.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Emit {
    Yes,
    No,
}

impl Core {
    pub(crate) fn new(key: PublishableKey, host: Host, platform: Platform) -> Rc<Self> {
        Rc::new(Self {
            cookies: SessionCookies::new(key.cookie_suffix()),
            key,
            host,
            platform,
            client: ClientState::blank(),
            dev_browser: DevBrowser::default(),
            listeners: Listeners::default(),
            loading: Loading::default(),
            outage: Outage::default(),
            snapshot: Snapshot::default(),
            tokens: TokenCache::default(),
            armed: RefCell::default(),
            other_tabs: OtherTabs::default(),
            environment: RefCell::new(Json::null()),
            lacks_token: Cell::new(false),
            captcha: Captcha::default(),
            preparations: Preparations::default(),
            hooks: RefCell::new(None),
            page_hooks: RefCell::new(None),
            status: Cell::new(Status::Loading),
            options: RefCell::default(),
            is_checking_client: Cell::new(false),
            has_client: Cell::new(false),
            session: RefCell::new(None),
            is_settled: Cell::new(false),
            on_change: Cell::new(|| ()),
        })
    }

    #[cfg(all(target_arch = "wasm32", feature = "js"))]
    pub(crate) fn on_change(&self, hook: fn()) {
        self.on_change.set(hook);
    }

    pub(crate) fn changed(&self) {
        (self.on_change.get())();
    }

    pub(crate) fn options(&self) -> Rc<LoadOptions> {
        self.options.borrow().clone()
    }

    pub(crate) fn set_status(&self, status: Status) {
        self.status.set(status);
        self.changed();
        let hooks = self.page_hooks.borrow().clone();
        if let Some(hooks) = hooks {
            hooks.status_changed(status);
        }
    }

    /// The client, once one has arrived.
    pub(crate) fn loaded_client(&self) -> Option<Rc<ClientState>> {
        self.has_client.get().then(|| self.client.clone())
    }

    /// The current session.
    pub(crate) fn session(&self) -> Option<Rc<Resource>> {
        self.session.borrow().clone()
    }

    pub(crate) fn session_id(&self) -> Option<String> {
        self.session()?.id()
    }

    /// False before the client is there and while one session is being left for another: `clerk.session` is then
    /// undefined, not null.
    pub(crate) fn is_settled(&self) -> bool {
        self.is_settled.get()
    }

    /// Makes a session, or none, the current one.
    pub(crate) fn settle(self: &Rc<Self>, session: Option<Rc<Resource>>) {
        self.session.replace(session);
        self.is_settled.set(true);
        self.changed();
        self.arm_refresh_of_session();
        self.cookies.write(self);
        self.emit();
    }

    /// Leaves the current session: until [`settle`](Core::settle) there is none, and none is known to be absent.
    pub(crate) fn unsettle(self: &Rc<Self>) {
        self.session.replace(None);
        self.is_settled.set(false);
        self.changed();
        self.emit();
    }

    /// Every client that arrives goes through here: it is taken over, the current session is found again in it, and
    /// listeners hear of it. The first one of the server chooses the current session; later ones never choose one.
    pub(crate) fn update_client(self: &Rc<Self>, client: &Json, emit: Emit) {
        if !self.is_overtaken(client) {
            self.client.apply(client);
            self.relink(emit);
        }
    }

    /// Whether a client was answered before the one that is here, and arrives after it: it would take back what has
    /// happened since.
    pub(crate) fn is_overtaken(&self, client: &Json) -> bool {
        let current = self.client.resource.data();
        let is_same = self.has_client.get() && current.text("id") == client.text("id");
        let updated_at = |client: &Json| client.number("updated_at");
        is_same && updated_at(client).is_some_and(|then| updated_at(&current).is_some_and(|now| then < now))
    }

    /// Does what nobody waits for, and what nobody could do anything about if it fails.
    pub(super) fn go_on_with(&self, work: Work) {
        self.platform.spawner.spawn(Box::pin(async { work.await.unwrap_or_default() }));
    }

    /// Finds the current session again among those of the client.
    pub(crate) fn relink(self: &Rc<Self>, emit: Emit) {
        let was_lacking = self.outage.lacks_client.take();
        let is_first = !self.has_client.replace(true);
        let held = self.session_id();
        let mut session =
            held.and_then(|id| self.client.session(&id)).filter(|session| is_signed_in(session));
        if session.is_none() && (is_first || (was_lacking && self.is_settled())) {
            session = self.initial_session();
        }
        let before = self.session.replace(session.clone());
        if before.as_deref().is_some_and(is_active) && session.as_deref().is_some_and(is_pending) {
            self.go_on_with(self.after_set_active());
        }
        if is_first {
            self.is_settled.set(true);
        }
        self.tokens.keep_only(&self.client);
        self.changed();
        self.arm_refresh_of_session();
        self.cookies.write(self);
        self.keep_snapshot();
        if emit == Emit::Yes {
            self.emit();
        }
        if was_lacking {
            self.show_outage();
        }
    }

    /// What the application chooses of a client that has just arrived, or the client's own choice.
    fn initial_session(self: &Rc<Self>) -> Option<Rc<Resource>> {
        let client = Client::new(Some(self.clone()), self.client.clone());
        let hooks = self.page_hooks.borrow().clone();
        let chosen = hooks.and_then(|hooks| hooks.select_initial_session(&client));
        match chosen {
            Some(id) => id.and_then(|id| self.client.session(&id)).filter(|session| is_signed_in(session)),
            None => self.default_session(),
        }
    }

    fn default_session(&self) -> Option<Rc<Resource>> {
        let last = self.client.data().last_active_session_id().and_then(|id| self.client.session(&id));
        last.filter(|session| is_signed_in(session)).or_else(|| self.client.first_signed_in())
    }
}
