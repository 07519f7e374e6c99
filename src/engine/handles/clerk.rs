//! What a Clerk object does that has to be waited for, or that needs what the page does not have.

#[cfg(all(target_arch = "wasm32", feature = "js"))]
use crate::engine::clerk::reload_environment;
use crate::engine::clerk::{self, Heard, Rest, SetActive, SignOut};
use crate::engine::page::{Clerk, ClerkOptions, Client, LoadOptions, PageHooks, Resource, Status};
use crate::engine::wire::{Hooks, Work};
use crate::error::Result;
use crate::fapi::{Reply, Request, endpoints};
use crate::json::Json;
use crate::model::Waitlist;
use crate::platform::{Platform, Reach};
use std::rc::Rc;

impl Clerk {
    /// Makes a Clerk object on a platform. No request is made before [`load`](Clerk::load).
    ///
    /// # Errors
    /// [`ErrorKind::State`](crate::ErrorKind::State) when the key or the proxy URL is not valid.
    pub fn on(platform: Platform, publishable_key: &str, options: &ClerkOptions) -> Result<Self> {
        let clerk = Self::on_page(platform.near, publishable_key, options)?;
        clerk.attach(platform.reach, None);
        Ok(clerk)
    }

    /// Gives a Clerk object that was made [on its page alone](Clerk::on_page) its second part. A second call changes
    /// nothing.
    #[doc(hidden)]
    pub fn attach(&self, reach: Reach, hooks: Option<Rc<dyn Hooks>>) {
        clerk::attach(&self.page, reach, hooks);
    }

    /// Goes on where a start has ended that was not [`load`](Clerk::load)'s, by the options that it was made with. A second call
    /// changes nothing else.
    #[doc(hidden)]
    pub fn keep_going(&self, options: LoadOptions) {
        self.page.set_options(options);
        clerk::keep_going(&self.rest());
    }

    /// The same; since the start the page may have got the focus.
    #[cfg(all(target_arch = "wasm32", feature = "js"))]
    pub(crate) fn keep_going_after(&self, options: LoadOptions, is_focused: bool) {
        self.page.set_options(options);
        clerk::keep_going_after(&self.rest(), is_focused);
    }

    pub(crate) fn rest(&self) -> Rest {
        Rest::of(&self.page)
    }

    /// Loads the client. Concurrent and later calls share the first; after a failure it can be called again.
    ///
    /// # Errors
    /// What the Frontend API answers to a page that does something wrong (4xx). An outage (5xx, 429, no network, more
    /// than 7 s) does not fail: the status is then [`Status::Degraded`] until client and environment have arrived, which are asked
    /// for in the background: after 2 s, then in twice the time, up to 60 s, as `Retry-After` says, and at once when the
    /// network returns.
    pub fn load(&self, options: LoadOptions) -> Work {
        clerk::load(&self.rest(), options, 0)
    }

    /// The same for a start that has waited already, in ms: that counts.
    #[cfg(all(target_arch = "wasm32", feature = "js"))]
    pub(crate) fn load_after(&self, options: LoadOptions, waited_ms: u32) -> Work {
        clerk::load(&self.rest(), options, waited_ms)
    }

    #[cfg(all(target_arch = "wasm32", feature = "js"))]
    pub(crate) fn reload_environment(&self) -> Work {
        reload_environment(&self.rest())
    }

    #[cfg(all(target_arch = "wasm32", feature = "js"))]
    pub(crate) fn renew_dev_browser(&self) -> Work {
        self.rest().wire().renew_dev_browser()
    }

    /// Makes a session, an organization, or neither current.
    ///
    /// # Errors
    /// [`ErrorKind::State`](crate::ErrorKind::State) when the client does not have the session or the user is not in
    /// the organization; else what the Frontend API answers.
    pub fn set_active(&self, params: SetActive) -> Work {
        clerk::set_active(&self.rest(), params)
    }

    /// The URL that a page should go to in place of `url`: by way of the touch URL when the client's cookie is about to
    /// expire.
    pub fn decorate_url(&self, url: &str) -> String {
        clerk::via_touch(&self.rest(), url).unwrap_or_else(|| url.to_owned())
    }

    /// `to`, as a browser has to be sent there: a development instance takes its token along to another origin.
    ///
    /// # Errors
    /// [`ErrorKind::Argument`](crate::ErrorKind::Argument) when `to` is no URL.
    pub fn build_url_with_auth(&self, to: &str) -> Result<String> {
        clerk::build_url_with_auth(&self.rest(), to)
    }

    /// Asks the Frontend API whether the current session is still there; if it is not, nobody is signed in, and the other tabs hear of it.
    ///
    /// # Errors
    /// What the Frontend API answers, unless it is that nobody is signed in (401, 403) or a failure of its own (500).
    pub fn handle_unauthenticated(&self) -> Work {
        clerk::handle_unauthenticated(&self.rest(), Heard::Here)
    }

    /// Signs out of one session or of all. Does nothing when there are none.
    ///
    /// # Errors
    /// What the Frontend API answers; the session stays then.
    pub fn sign_out(&self, options: SignOut) -> Work {
        clerk::sign_out(&self.rest(), options)
    }

    /// Sends any request of the Frontend API, and gives the answer as it is: an error status is no error, and a client that comes
    /// along is not applied.
    ///
    /// # Errors
    /// [`ErrorKind::Network`](crate::ErrorKind::Network) when no answer came.
    pub fn request(&self, request: Request) -> Work<Reply> {
        self.rest().wire().ask(request)
    }

    /// Sends a request as the methods of resources do: a client that comes along is applied. Gives what the answer is about, null
    /// where there is no content.
    ///
    /// # Errors
    /// What the Frontend API refuses, and [`ErrorKind::Network`](crate::ErrorKind::Network) when no answer came.
    pub fn send(&self, request: Request) -> Work<Json> {
        clerk::newest(&self.rest(), request, false)
    }

    /// Shows all further requests and answers to these hooks, in place of earlier ones.
    pub fn set_hooks(&self, hooks: Rc<dyn Hooks>) {
        self.page.set_hooks(Rc::new(All(hooks.clone())));
        self.rest().wire().set_hooks(hooks);
    }

    /// Puts an address on the waitlist of an instance that lets in only whom it knows. One that is there already keeps its entry.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn join_waitlist(&self, email_address: &str) -> Work<Waitlist> {
        let entry = Resource::blank();
        let work = self.join_waitlist_as(email_address, &entry);
        Box::pin(async move {
            work.await?;
            Ok(Waitlist::new(entry.data()))
        })
    }

    /// The same; the answer is the state of `entry`.
    pub(crate) fn join_waitlist_as(&self, email_address: &str, entry: &Rc<Resource>) -> Work {
        self.rest().wire().send_for(endpoints::waitlist::join(email_address), entry)
    }
}

/// All hooks of an application, as the page sees them.
struct All(Rc<dyn Hooks>);

impl PageHooks for All {
    #[cfg(all(target_arch = "wasm32", feature = "js"))]
    fn native(&self) -> Json {
        self.0.native()
    }

    fn status_changed(&self, status: Status) {
        self.0.status_changed(status);
    }

    fn select_initial_session(&self, client: &Client) -> Option<Option<String>> {
        self.0.select_initial_session(client)
    }
}
