//! The lucky start: two requests, which the caller sends, and nothing that has to be waited for here. Whatever takes
//! more is for the general [`load`](Clerk::load), which takes the same steps in the same order.

use super::client_state::is_client;
use super::current::Emit;
use super::handles::Clerk;
use super::options::{LoadOptions, Start, Status};
use super::state::Page;
use crate::fapi::{InstanceType, Payload, Request, endpoints};
use crate::json::Json;
use std::rc::Rc;

/// The parameter by which a satellite sends people here.
pub(crate) const SATELLITE_URL: &str = "__clerk_satellite_url";

const REDIRECT_PARAMETERS: [&str; 6] = [
    "__clerk_synced",
    "__clerk_netlify_cache_bust",
    "suffixed_cookies",
    "__clerk_handshake",
    "__clerk_handshake_nonce",
    "__clerk_help",
];

impl Clerk {
    /// Begins a start: where the caller asks for the environment and for the client, with cookies, both at once. A URL
    /// with `_method=PATCH` in its query is sent a `POST` of an empty form. `None` where there is more to do than that:
    /// [`load`](Clerk::load) does it then.
    #[doc(hidden)]
    pub fn begin_start(&self, start: Start) -> Option<[String; 2]> {
        let page = &self.page;
        let requests = || [endpoints::environment::get(page.uses_dev_browser()), endpoints::client::get()];
        page.is_simple_start(start).then(|| requests().map(|request| page.url_of(&request)))
    }

    /// Ends a start with the JSON of two successful answers, and with the development browser's token where their header
    /// `clerk-db-jwt` has one. False where one of them is not what it should be: nothing has changed then.
    #[doc(hidden)]
    pub fn end_start(&self, environment: Json, client: Json, dev_browser_token: Option<&str>) -> bool {
        let page = &self.page;
        let answer = Payload::new(client);
        let client = answer.resource();
        let environment = Payload::new(environment);
        let settings = environment.resource();
        if !(is_client(&client) || answer.is_empty()) || !settings.is_object() {
            return false;
        }
        if page.uses_dev_browser() {
            if let Some(token) = dev_browser_token.filter(|token| !token.is_empty()) {
                page.dev_browser.remember(page, token);
            }
            // A development instance is sent a PATCH for its environment, and a client may come with any change.
            if let Some(client) = environment.client().filter(is_client) {
                page.update_client(&client, Emit::Yes);
            }
        }
        page.answered_ms.set(page.near.clock.now_ms());
        page.apply_environment(settings);
        page.dev_browser.write(page);
        page.update_client(&client, Emit::Yes);
        page.end_loading(Status::Ready);
        true
    }

    /// Starts at once from what the last visit left, and as [`Status::Degraded`]; the second part asks for the rest when
    /// it has come. False where there is nothing to start from.
    #[doc(hidden)]
    pub fn start_from_snapshot(&self, start: Start) -> bool {
        let page = &self.page;
        let has_started = page.is_simple_start(start) && page.start_from_stored();
        if has_started {
            page.end_loading(Status::Degraded);
        }
        has_started
    }
}

impl Page {
    pub(crate) fn set_options(&self, options: LoadOptions) -> Rc<LoadOptions> {
        self.begin(Start::from(&options));
        let options = Rc::new(options);
        self.options.set(Some(options.clone()));
        options
    }

    fn begin(&self, start: Start) {
        self.is_satellite.set(start.is_satellite);
        if !start.standard_browser {
            self.cookies.disable();
        }
    }

    /// Whether there is nothing to do but to ask for environment and client. What is done until that is known is what
    /// every load does.
    fn is_simple_start(&self, start: Start) -> bool {
        self.begin(start);
        if !self.cookies.is_enabled() {
            return true;
        }
        if start.is_satellite {
            return false;
        }
        let is_development = self.key.instance_type() == InstanceType::Development;
        if is_development && self.near.page.query_parameter(SATELLITE_URL).is_some() {
            return false;
        }
        self.uses_found_dev_browser()
    }

    /// Finds the development browser's token, or forgets it where none is used. False where one has to be made.
    pub(crate) fn uses_found_dev_browser(&self) -> bool {
        if self.uses_dev_browser() {
            return self.dev_browser.find(self);
        }
        self.dev_browser.forget(self);
        true
    }

    /// The URL of a request in this page's name.
    pub(crate) fn url_of(&self, request: &Request) -> String {
        self.dev_browser.attach(request.url(self.host.base(), self.session_id().as_deref()))
    }

    /// Goes on with the client that the last visit left, until the server's arrives.
    pub(crate) fn start_from_stored(self: &Rc<Self>) -> bool {
        let Some(client) = self.stored_client() else { return false };
        self.start_from(&client);
        self.lacks.environment.set(true);
        self.lacks.is_unasked.set(true);
        true
    }

    /// Goes on with a client that is not the server's, until that one arrives.
    pub(crate) fn start_from(self: &Rc<Self>, client: &Json) {
        self.update_client(client, Emit::Yes);
        self.lacks.client.set(true);
    }

    /// Says how loading has ended, and takes what redirects have said, and is done with now, out of the page's URL.
    pub(crate) fn end_loading(&self, status: Status) {
        self.set_status(status);
        for name in REDIRECT_PARAMETERS.iter().filter(|_| status.is_loaded() && self.cookies.is_enabled()) {
            self.near.page.take_query_parameter(name);
        }
    }
}
