//! All that a page knows now. Two Clerk objects on a page share nothing.

use super::above::Above;
use super::client_state::ClientState;
use super::handles::Resources;
use super::hooks::PageHooks;
use super::options::{LoadOptions, Status};
use super::resource::Resource;
use crate::fapi::{Host, PublishableKey};
use crate::held::Held;
use crate::json::Json;
use crate::platform::Near;
use crate::secret::Secret;
use std::any::Any;
use std::cell::{Cell, OnceCell};
use std::rc::Rc;

/// What is true now on this page. Handles hold it, and it holds the state of the rooms above it, which never hold it.
pub(crate) struct Page {
    pub(crate) key: PublishableKey,
    pub(crate) host: Host,
    pub(crate) near: Near,
    pub(crate) client: Rc<ClientState>,
    pub(crate) cookies: SessionCookies,
    pub(crate) dev_browser: DevBrowser,
    pub(crate) brought: Brought,
    pub(crate) lacks: Lacks,
    pub(super) listeners: Held<Vec<Listener>>,
    /// What the instance allows and where its pages are, as it arrived; null before.
    pub(super) environment: Held<Json>,
    /// What the application loaded with last.
    /// Absent before the second part has come.
    pub(super) options: Held<Option<Rc<LoadOptions>>>,
    /// When the answer came that the page has started with; 0 where it was none.
    pub(crate) answered_ms: Cell<f64>,
    /// How far the server's clock is ahead of the device's, in ms: what `wire::time` has learnt.
    pub(crate) ahead_ms: Cell<f64>,
    pub(super) is_satellite: Cell<bool>,
    pub(super) hooks: Held<Option<Rc<dyn PageHooks>>>,
    pub(super) status: Cell<Status>,
    pub(super) has_client: Cell<bool>,
    pub(super) session: Held<Option<Rc<Resource>>>,
    pub(super) is_settled: Cell<bool>,
    /// The current session has got a task to do, and the hooks have not heard of it.
    pub(crate) has_new_task: Cell<bool>,
    /// Is told of each change of what can be read here and not of a resource: whoever keeps what it has read.
    pub(super) on_change: Cell<fn()>,
    /// What the rooms above do when something happens here; absent until the second part has come.
    pub(crate) above: Cell<Option<&'static Above>>,
    /// The state of the rooms above. They alone know its type.
    pub(crate) rest: OnceCell<Rc<dyn Any>>,
}

/// Is told of each change.
pub(super) type Listener = Rc<dyn Fn(&Resources)>;

/// The cookies with the session token, and what they hold.
pub(crate) struct SessionCookies {
    pub(super) suffix: String,
    pub(super) is_enabled: Cell<bool>,
    /// What the cookies hold, so that each is written only when it changes; [`UNKNOWN`] where somebody else may have written since.
    pub(super) token: Held<String>,
    pub(super) client_uat: Held<String>,
    /// Whether they are those of a session, or may be.
    pub(super) had_session: Cell<bool>,
}

/// What no cookie of ours holds.
pub(super) const UNKNOWN: &str = "?";

/// The token of the development browser.
#[derive(Default)]
pub(crate) struct DevBrowser {
    pub(super) token: Held<Option<Secret<String>>>,
    pub(super) is_written: Cell<bool>,
}

/// The tokens that sessions have come with.
pub(crate) struct Brought {
    /// Those that the caller cleared, each under the id of its session: they are not served again.
    pub(crate) cleared: Held<Json>,
}

/// What is not there although the page has started.
#[derive(Default)]
pub(crate) struct Lacks {
    /// The client is what a cookie or a snapshot knows, and the server's is asked for.
    pub(crate) client: Cell<bool>,
    /// The environment failed, or was not waited for.
    pub(crate) environment: Cell<bool>,
    /// The last look found no token to be had.
    pub(crate) token: Cell<bool>,
    /// The page has started from a snapshot, and nobody has asked for client and environment yet.
    pub(crate) is_unasked: Cell<bool>,
}

impl Page {
    pub(crate) fn new(near: Near, key: PublishableKey, host: Host) -> Rc<Self> {
        let cookies = SessionCookies {
            suffix: key.cookie_suffix(),
            is_enabled: Cell::new(true),
            token: Held::new(UNKNOWN.to_owned()),
            client_uat: Held::new(UNKNOWN.to_owned()),
            had_session: Cell::new(true),
        };
        Rc::new(Self {
            key,
            host,
            near,
            client: ClientState::blank(),
            cookies,
            dev_browser: DevBrowser::default(),
            brought: Brought { cleared: Held::default() },
            lacks: Lacks::default(),
            listeners: Held::default(),
            environment: Held::default(),
            options: Held::default(),
            answered_ms: Cell::new(0.0),
            ahead_ms: Cell::new(0.0),
            is_satellite: Cell::new(false),
            hooks: Held::default(),
            status: Cell::new(Status::Loading),
            has_client: Cell::new(false),
            session: Held::default(),
            is_settled: Cell::new(false),
            has_new_task: Cell::new(false),
            on_change: Cell::new(|| ()),
            above: Cell::new(None),
            rest: OnceCell::new(),
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
        self.options.get().unwrap_or_default()
    }

    pub(crate) fn environment(&self) -> Json {
        self.environment.get()
    }

    pub(crate) fn status(&self) -> Status {
        self.status.get()
    }

    pub(crate) fn set_status(&self, status: Status) {
        self.status.set(status);
        self.changed();
        if let Some(hooks) = self.hooks() {
            hooks.status_changed(status);
        }
    }

    /// Shows in the status whether everything is there.
    pub(crate) fn show_lacks(&self) {
        let is_complete = self.lacks.nothing() && !self.lacks.token.get();
        let status = if is_complete { Status::Ready } else { Status::Degraded };
        if self.status().is_loaded() && self.status() != status {
            self.set_status(status);
        }
    }

    pub(crate) fn set_hooks(&self, hooks: Rc<dyn PageHooks>) {
        self.hooks.set(Some(hooks));
    }

    /// A handle of its own: hooks may be replaced while they run.
    pub(crate) fn hooks(&self) -> Option<Rc<dyn PageHooks>> {
        self.hooks.get()
    }
}

impl Lacks {
    /// Whether the server's client and environment are there.
    pub(crate) fn nothing(&self) -> bool {
        !self.client.get() && !self.environment.get()
    }
}
