//! The Clerk object: one instance of Clerk, seen from one page.

use super::client::Client;
use super::core::{Core, Emit};
use super::gateway::Work;
use super::hooks::Hooks;
use super::listeners::{Resources, Subscription};
use super::session::Session;
use super::set_active::SetActive;
use super::sign_out::SignOut;
use super::unauthenticated::Heard;
use crate::error::{ClerkError, Result};
use crate::fapi::{Host, HostOptions, InstanceType, PublishableKey, Reply, Request};
use crate::json::Json;
use crate::platform::Platform;
use std::rc::Rc;

/// What an application says about its instance when it makes a [`Clerk`].
pub type ClerkOptions = HostOptions;

/// How to load.
#[derive(Debug, Clone)]
pub struct LoadOptions {
    /// Whether this is a browser with cookies of its own. False for extensions and native shells: no cookies are
    /// read or written, no development browser is made, and every failure rejects.
    pub standard_browser: bool,
    /// Whether the token of the current session is looked at every 1.5 s (5 s in a tab in the background) and renewed in
    /// time. Without, it is renewed by its timer and by `get_token`.
    pub polling: bool,
    /// Whether the current session is touched when the window gets the focus, so that the server knows which one this
    /// tab shows. An application with one session at a time does it once in 5 s.
    pub touch_session: bool,
    /// Where `signOut()` goes; `/` when absent.
    pub after_sign_out_url: Option<String>,
    /// Where the tasks are done that a session may have: an object with a URL under each task's key, or null.
    pub task_urls: Json,
    /// Whether to start from what the last visit left in [`Storage`](crate::platform::Storage), at once and as
    /// [`Status::Degraded`], while client and environment are asked for in the background; and whether to leave
    /// the same for the next visit. Tokens are not in it. Where there is nothing of that kind, loading is as without it.
    pub start_from_snapshot: bool,
    /// Whether this page has no sign-in of its own and asks the domain at `sign_in_url` who is signed in, as its query wants it.
    pub is_satellite: bool,
    /// Whether a satellite asks by itself where its cookies know of nobody.
    pub satellite_auto_sync: bool,
    /// Where signing in is done, an absolute URL; satellites of development instances need it.
    pub sign_in_url: Option<String>,
    /// Whether the client outlives its sessions: `signOut()` then ends them, and deletes the client otherwise.
    pub persist_client: bool,
    /// Whether a request without an answer is, in JavaScript, a `ClerkRuntimeError` with the code `network_error`.
    pub rethrow_offline_network_errors: bool,
}

impl Default for LoadOptions {
    fn default() -> Self {
        Self {
            standard_browser: true,
            polling: true,
            touch_session: true,
            after_sign_out_url: None,
            task_urls: Json::null(),
            start_from_snapshot: false,
            is_satellite: false,
            satellite_auto_sync: false,
            sign_in_url: None,
            persist_client: true,
            rethrow_offline_network_errors: false,
        }
    }
}

/// How far `load()` has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// Not loaded yet.
    Loading,
    /// Everything is there.
    Ready,
    /// The Frontend API failed, or was not waited for: what cookies or a snapshot know is there, the rest is asked for
    /// in the background, until it is there.
    Degraded,
    /// Nothing is there; `load()` said why.
    Error,
}

impl Status {
    /// `loading`, `ready`, `degraded` or `error`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Loading => "loading",
            Self::Ready => "ready",
            Self::Degraded => "degraded",
            Self::Error => "error",
        }
    }

    /// Whether there is a client: `ready` or `degraded`.
    pub fn is_loaded(self) -> bool {
        matches!(self, Self::Ready | Self::Degraded)
    }
}

/// One instance of Clerk. Cloning it is cheap and names the same one; two made from the same key share nothing.
#[derive(Clone)]
pub struct Clerk {
    pub(super) core: Rc<Core>,
}

impl Clerk {
    /// Makes a Clerk object on a platform. No request is made before [`load`](Clerk::load).
    ///
    /// # Errors
    /// [`ErrorKind::State`](crate::ErrorKind::State) when the key or the proxy URL is not valid.
    pub fn on(platform: Platform, publishable_key: &str, options: &ClerkOptions) -> Result<Self> {
        let key = PublishableKey::parse(publishable_key)?;
        let host = Host::new(&key, options, platform.page.origin().as_deref())?;
        Ok(Self { core: Core::new(key, host, platform) })
    }

    /// Loads the client. Concurrent and later calls share the first; after a failure it can be called again.
    ///
    /// # Errors
    /// What the Frontend API answers to a page that does something wrong (4xx). An outage (5xx, 429, no network, more
    /// than 7 s) does not fail: the status is then [`Status::Degraded`] until client and environment have arrived, which are asked
    /// for in the background: after 2 s, then in twice the time, up to 60 s, as `Retry-After` says, and at once when the
    /// network returns.
    pub fn load(&self, options: LoadOptions) -> Work {
        self.core.load(options)
    }

    #[cfg(all(target_arch = "wasm32", feature = "js"))]
    pub(crate) fn of(core: &Rc<Core>) -> Self {
        Self { core: core.clone() }
    }

    #[cfg(all(target_arch = "wasm32", feature = "js"))]
    pub(crate) fn on_change(&self, hook: fn()) {
        self.core.on_change(hook);
    }

    /// The client; `None` before it is loaded.
    pub fn client(&self) -> Option<Client> {
        Some(Client::new(Some(self.core.clone()), self.core.loaded_client()?))
    }

    #[cfg(all(target_arch = "wasm32", feature = "js"))]
    pub(crate) fn environment(&self) -> Json {
        self.core.environment.borrow().clone()
    }

    #[cfg(all(target_arch = "wasm32", feature = "js"))]
    pub(crate) fn reload_environment(&self) -> Work {
        self.core.reload_environment()
    }

    #[cfg(all(target_arch = "wasm32", feature = "js"))]
    pub(crate) fn set_environment(&self, json: Json) {
        self.core.apply_environment(json);
    }

    #[cfg(all(target_arch = "wasm32", feature = "js"))]
    pub(crate) fn renew_dev_browser(&self) -> Work {
        self.core.renew_dev_browser()
    }

    #[cfg(all(target_arch = "wasm32", feature = "js"))]
    pub(crate) fn hooks(&self) -> Json {
        self.core.registered_hooks().map_or(Json::null(), |hooks| hooks.native())
    }

    /// The current session.
    pub fn session(&self) -> Option<Session> {
        Some(Session::new(Some(self.core.clone()), self.core.session()?))
    }

    /// False before the client is loaded and while the current session is being left: whether somebody is signed in
    /// is then not known.
    pub fn is_settled(&self) -> bool {
        self.core.is_settled()
    }

    /// How far loading has come.
    pub fn status(&self) -> Status {
        self.core.status.get()
    }

    /// Calls `listener` with every change, and at once if there is a client and `skip_initial_emit` is false.
    pub fn add_listener(
        &self,
        listener: impl Fn(&Resources) + 'static,
        skip_initial_emit: bool,
    ) -> Subscription {
        self.core.add_listener(Rc::new(listener), skip_initial_emit)
    }

    /// Makes a session, an organization, or neither current.
    ///
    /// # Errors
    /// [`ErrorKind::State`](crate::ErrorKind::State) when the client does not have the session or the user is not in
    /// the organization; else what the Frontend API answers.
    pub fn set_active(&self, params: SetActive) -> Work {
        self.core.set_active(params)
    }

    /// The URL that a page should go to in place of `url`: by way of the touch URL when the client's cookie is about to
    /// expire.
    pub fn decorate_url(&self, url: &str) -> String {
        self.core.via_touch(url).unwrap_or_else(|| url.to_owned())
    }

    /// `to`, as a browser has to be sent there: a development instance takes its token along to another origin.
    ///
    /// # Errors
    /// [`ErrorKind::Argument`](crate::ErrorKind::Argument) when `to` is no URL.
    pub fn build_url_with_auth(&self, to: &str) -> Result<String> {
        self.core.build_url_with_auth(to)
    }

    /// Asks the Frontend API whether the current session is still there; if it is not, nobody is signed in, and the other tabs hear of it.
    ///
    /// # Errors
    /// What the Frontend API answers, unless it is that nobody is signed in (401, 403) or a failure of its own (500).
    pub fn handle_unauthenticated(&self) -> Work {
        self.core.handle_unauthenticated(Heard::Here)
    }

    /// Takes over a client, or with null the one that is here once more. The first one chooses the current session; in later ones it is
    /// found again. A quiet change is one that listeners do not hear of: what comes next has to tell them.
    ///
    /// # Errors
    /// [`ErrorKind::Argument`](crate::ErrorKind::Argument) when `json` is no client: nothing is changed then.
    pub fn update_client(&self, json: &Json, is_quiet: bool) -> Result<()> {
        let emit = if is_quiet { Emit::No } else { Emit::Yes };
        if json.is_null() {
            self.core.relink(emit);
        } else if json.is_object() {
            self.core.update_client(json, emit);
        } else {
            return Err(ClerkError::argument("clerk.updateClient() takes a client."));
        }
        Ok(())
    }

    /// Signs out of one session or of all. Does nothing when there are none.
    ///
    /// # Errors
    /// What the Frontend API answers; the session stays then.
    pub fn sign_out(&self, options: SignOut) -> Work {
        self.core.sign_out(options)
    }

    /// Sends any request of the Frontend API, and gives the answer as it is: an error status is no error, and a client that comes
    /// along is not applied.
    ///
    /// # Errors
    /// [`ErrorKind::Network`](crate::ErrorKind::Network) when no answer came.
    pub fn request(&self, request: Request) -> Work<Reply> {
        self.core.ask(request)
    }

    /// Sends a request as the methods of resources do: a client that comes along is applied. Gives what the answer is about, null
    /// where there is no content.
    ///
    /// # Errors
    /// What the Frontend API refuses, and [`ErrorKind::Network`](crate::ErrorKind::Network) when no answer came.
    pub fn send(&self, request: Request) -> Work<Json> {
        let sent = self.core.send(request);
        Box::pin(async move { Ok(sent.await?.map_or_else(Json::null, |payload| payload.resource())) })
    }

    /// Shows all further requests and answers to these hooks, in place of earlier ones.
    pub fn set_hooks(&self, hooks: Rc<dyn Hooks>) {
        self.core.hooks.replace(Some(hooks));
    }

    pub(crate) fn set_page_hooks(&self, hooks: Rc<dyn super::hooks::PageHooks>) {
        self.core.page_hooks.replace(Some(hooks));
    }

    pub(crate) fn begin_start(&self, options: LoadOptions) -> Option<[String; 2]> {
        let core = &self.core;
        let has_more = options.start_from_snapshot
            || options.standard_browser && (core.key.uses_dev_browser() || options.is_satellite);
        if has_more {
            return None;
        }
        if !options.standard_browser {
            core.cookies.disable();
        }
        core.options.replace(Rc::new(options));
        if core.cookies.is_enabled() {
            core.dev_browser.forget(core);
        }
        let url = |request: Request| request.url(core.host.base(), core.session_id().as_deref());
        Some([url(crate::fapi::endpoints::environment::get(false)), url(crate::fapi::endpoints::client::get())])
    }

    pub(crate) fn end_start(&self, environment: Json, client: Json, _token: Option<&str>) -> bool {
        let core = &self.core;
        let resource = |json: Json| json.get("response").filter(Json::is_truthy).unwrap_or(json);
        let (environment, client) = (resource(environment), resource(client));
        if !super::client_state::is_client(&client) {
            return false;
        }
        core.apply_environment(environment);
        core.update_client(&client, Emit::Yes);
        core.set_status(Status::Ready);
        true
    }

    pub(crate) fn keep_going(&self, _a: bool, _b: bool) {}

    pub(crate) fn dev_token(&self) -> Option<String> { None }

    pub(crate) fn base(&self) -> &str {
        self.core.host.base()
    }

    /// The key as it was given.
    pub fn publishable_key(&self) -> &str {
        self.core.key.as_str()
    }

    /// The host of the Frontend API that the key names.
    pub fn frontend_api(&self) -> &str {
        self.core.key.frontend_api()
    }

    /// Production or development.
    pub fn instance_type(&self) -> InstanceType {
        self.core.key.instance_type()
    }

    /// The application's domain, as requests use it; empty when none was given.
    pub fn domain(&self) -> &str {
        self.core.host.domain()
    }

    /// Whether [`load`](Clerk::load) was told that this page is a satellite.
    pub fn is_satellite(&self) -> bool {
        self.core.options().is_satellite
    }

    /// The proxy's absolute URL; empty when none was given.
    pub fn proxy_url(&self) -> &str {
        self.core.host.proxy_url()
    }
}

impl std::fmt::Debug for Clerk {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Clerk").field("frontend_api", &self.frontend_api()).finish_non_exhaustive()
    }
}
