//! The Clerk object: one instance of Clerk, seen from one page. Here is what it answers at once.

use super::current::Emit;
use super::handles::{Clerk, Client, Resources, Session};
#[cfg(all(target_arch = "wasm32", feature = "js"))]
use super::hooks::PageHooks;
use super::listeners::Subscription;
use super::options::{ClerkOptions, Status};
use super::state::Page;
use crate::error::{ClerkError, Result};
use crate::fapi::{Host, InstanceType, PublishableKey};
use crate::json::Json;
use crate::platform::Near;
#[cfg(all(target_arch = "wasm32", feature = "js"))]
use std::rc::Rc;

impl Clerk {
    /// Makes a Clerk object of the first part alone. The second part is attached when it has come, or with the first
    /// call that needs it.
    ///
    /// # Errors
    /// As [`Clerk::on`].
    #[doc(hidden)]
    pub fn on_page(near: Near, publishable_key: &str, options: &ClerkOptions) -> Result<Self> {
        let key = PublishableKey::parse(publishable_key)?;
        let host = Host::new(&key, options, near.page.origin().as_deref())?;
        Ok(Self { page: Page::new(near, key, host) })
    }

    #[cfg(all(target_arch = "wasm32", feature = "js"))]
    pub(crate) fn of(page: &Rc<Page>) -> Self {
        Self { page: page.clone() }
    }

    #[cfg(all(target_arch = "wasm32", feature = "js"))]
    pub(crate) fn on_change(&self, hook: fn()) {
        self.page.on_change(hook);
    }

    /// Gives the page its hooks, before the second part has come with all of them.
    #[cfg(all(target_arch = "wasm32", feature = "js"))]
    pub(crate) fn set_page_hooks(&self, hooks: Rc<dyn PageHooks>) {
        self.page.set_hooks(hooks);
    }

    #[cfg(all(target_arch = "wasm32", feature = "js"))]
    pub(crate) fn hooks(&self) -> Json {
        self.page.hooks().map_or(Json::null(), |hooks| hooks.native())
    }

    /// The development browser's token: `None` in production, empty before there is one.
    #[cfg(all(target_arch = "wasm32", feature = "js"))]
    pub(crate) fn dev_token(&self) -> Option<String> {
        let token = || self.page.dev_browser.token().map_or_else(String::new, |token| token.expose().clone());
        self.page.key.uses_dev_browser().then(token)
    }

    #[cfg(all(target_arch = "wasm32", feature = "js"))]
    pub(crate) fn environment(&self) -> Json {
        self.page.environment()
    }

    #[cfg(all(target_arch = "wasm32", feature = "js"))]
    pub(crate) fn set_environment(&self, json: Json) {
        if json.is_object() {
            self.page.apply_environment(json);
        }
    }

    /// The client; `None` before it is loaded.
    pub fn client(&self) -> Option<Client> {
        Some(Client::new(Some(self.page.clone()), self.page.loaded_client()?))
    }

    /// The current session.
    pub fn session(&self) -> Option<Session> {
        Some(Session::new(Some(self.page.clone()), self.page.session()?))
    }

    /// False before the client is loaded and while the current session is being left: whether somebody is signed in
    /// is then not known.
    pub fn is_settled(&self) -> bool {
        self.page.is_settled()
    }

    /// How far loading has come.
    pub fn status(&self) -> Status {
        self.page.status()
    }

    /// Calls `listener` with every change, and at once if there is a client and `skip_initial_emit` is false. A change that a listener makes
    /// itself, it is told when it has returned.
    pub fn add_listener(
        &self,
        listener: impl FnMut(&Resources) + 'static,
        skip_initial_emit: bool,
    ) -> Subscription {
        self.page.add_changing_listener(listener, skip_initial_emit)
    }

    /// The same for the package's JavaScript, which calls listeners itself, and as often as clerk-js does.
    #[cfg(all(target_arch = "wasm32", feature = "js"))]
    pub(crate) fn tell(&self, listener: impl Fn(&Resources) + 'static) {
        self.page.add_listener(Rc::new(listener), true);
    }

    /// Takes over a client, or with null the one that is here once more. The first one chooses the current session; in later ones it is
    /// found again. A quiet change is one that listeners do not hear of: what comes next has to tell them.
    ///
    /// # Errors
    /// [`ErrorKind::Argument`](crate::ErrorKind::Argument) when `json` is no client: nothing is changed then.
    pub fn update_client(&self, json: &Json, is_quiet: bool) -> Result<()> {
        let emit = if is_quiet { Emit::No } else { Emit::Yes };
        if json.is_null() {
            self.page.relink(emit);
        } else if json.is_object() {
            self.page.update_client(json, emit);
        } else {
            return Err(ClerkError::argument("clerk.updateClient() takes a client."));
        }
        Ok(())
    }

    /// The key as it was given.
    pub fn publishable_key(&self) -> &str {
        self.page.key.as_str()
    }

    /// The host of the Frontend API that the key names.
    pub fn frontend_api(&self) -> &str {
        self.page.key.frontend_api()
    }

    /// Production or development.
    pub fn instance_type(&self) -> InstanceType {
        self.page.key.instance_type()
    }

    /// The application's domain, as requests use it; empty when none was given.
    pub fn domain(&self) -> &str {
        self.page.host.domain()
    }

    /// Whether [`load`](Clerk::load) was told that this page is a satellite.
    pub fn is_satellite(&self) -> bool {
        self.page.is_satellite.get()
    }

    /// The proxy's absolute URL; empty when none was given.
    pub fn proxy_url(&self) -> &str {
        self.page.host.proxy_url()
    }
}
