//! The development browser: a token in the query stands in for the cookie that a development instance on another
//! site could not set (behaviour map 2.8).

use super::client::is_absolute;
use super::core::Core;
use super::gateway::{Work, done, no_answer};
use crate::encoding::concat;
use crate::error::{ClerkError, Result};
use crate::fapi::{Body, Form, Reply, endpoints, read_reply};
use crate::platform::{Lifetime, WireRequest};
use crate::secret::Secret;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

const NAME: &str = "__clerk_db_jwt";

#[derive(Default)]
pub(crate) struct DevBrowser {
    token: RefCell<Option<Secret<String>>>,
    is_written: Cell<bool>,
}

impl DevBrowser {
    /// The URL, which has a query, with the token, if there is one.
    pub(crate) fn attach(&self, url: String) -> String {
        match &*self.token.borrow() {
            Some(token) => concat(&[&url, "&", Form::new().field(NAME, Some(token.expose())).as_str()]),
            None => url,
        }
    }

    /// The URL of another page of this instance with the token, if there is one.
    pub(crate) fn carry_to(&self, core: &Core, url: String) -> Option<String> {
        match self.token.borrow().clone() {
            Some(token) => core.platform.page.with_query_parameter(&url, NAME, token.expose()),
            None => Some(url),
        }
    }

    /// The server may answer with a new token.
    pub(crate) fn remember_from(&self, core: &Core, reply: &Reply) {
        if let Some(token) =
            reply.header("clerk-db-jwt").filter(|token| !token.is_empty() && core.uses_dev_browser())
        {
            self.remember(core, token);
        }
    }

    fn remember(&self, core: &Core, token: &str) {
        let is_known = self.token.borrow().as_ref().is_some_and(|known| known.expose() == token);
        if !is_known {
            self.hold(token);
            self.write(core);
        }
    }

    fn hold(&self, token: &str) {
        self.token.replace(Some(Secret::new(token.to_owned())));
        self.is_written.set(false);
    }

    /// Writes the cookies: each load makes them last for another year.
    pub(crate) fn write(&self, core: &Core) {
        let token = self.token.borrow().clone();
        let Some(token) = token.filter(|_| !self.is_written.replace(true)) else { return };
        for name in [core.cookies.suffixed(NAME), NAME.to_owned()] {
            core.platform.cookies.set(&name, token.expose(), Lifetime::Year);
        }
    }

    pub(crate) fn forget(&self, core: &Core) {
        self.token.replace(None);
        for name in [core.cookies.suffixed(NAME), NAME.to_owned()] {
            core.platform.cookies.remove(&name, Lifetime::Year);
        }
    }

    fn is_set(&self) -> bool {
        self.token.borrow().is_some()
    }
}

impl Core {
    /// The URL of a page that belongs to the application, as a browser has to be sent there: a development instance takes its
    /// token along to another origin, since the cookies of this one do not go there, unless the URL has one already.
    ///
    /// # Errors
    /// [`ErrorKind::Argument`](crate::ErrorKind::Argument) when `to` is no URL.
    pub(crate) fn build_url_with_auth(&self, to: &str) -> Result<String> {
        if !self.key.uses_dev_browser() {
            return Ok(to.to_owned());
        }
        let page = &self.platform.page;
        let origin = page.origin().unwrap_or_default();
        // Below the root, and be it that two slashes would lead to another host.
        let root = if is_absolute(to) { "" } else { &origin };
        let slash = if root.is_empty() || to.starts_with('/') { "" } else { "/" };
        let absolute = concat(&[root, slash, to]);
        let Some(url) = page.resolve_url(&absolute) else {
            return Err(ClerkError::argument("buildUrlWithAuth() takes a URL."));
        };
        let is_own = url.strip_prefix(&origin).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        let own = concat(&[NAME, "="]);
        let has_one =
            url.split('?').nth(1).is_some_and(|query| query.split('&').any(|one| one.starts_with(&own)));
        let token = self.dev_browser.token.borrow().clone().filter(|_| !is_own && !has_one);
        Ok(token.and_then(|token| page.with_query_parameter(&url, NAME, token.expose())).unwrap_or(url))
    }

    pub(crate) fn uses_dev_browser(&self) -> bool {
        self.key.uses_dev_browser() && self.cookies.is_enabled()
    }

    /// Finds the token in the page's URL, in memory or in a cookie, or has one made.
    ///
    /// # Errors
    /// [`ErrorKind::State`](crate::ErrorKind::State) with what the server said, when it makes none.
    pub(crate) fn set_up_dev_browser(self: &Rc<Self>) -> Work {
        // A redirect puts the token into the page's URL.
        if let Some(token) = self.platform.page.take_query_parameter(NAME).filter(|token| !token.is_empty()) {
            self.dev_browser.remember(self, &token);
        }
        if !self.dev_browser.is_set() {
            let cookies = &self.platform.cookies;
            let stored = cookies.get(&self.cookies.suffixed(NAME)).or_else(|| cookies.get(NAME));
            match stored.filter(|token| !token.is_empty()) {
                Some(token) => self.dev_browser.hold(&token),
                None => return self.create_dev_browser(),
            }
        }
        done(Ok(()))
    }

    /// Has another one made, where there is one at all.
    #[cfg(all(target_arch = "wasm32", feature = "js"))]
    pub(super) fn renew_dev_browser(self: &Rc<Self>) -> Work {
        if !self.uses_dev_browser() {
            return done(Ok(()));
        }
        self.dev_browser.forget(self);
        self.set_up_dev_browser()
    }

    fn create_dev_browser(self: &Rc<Self>) -> Work {
        let core = self.clone();
        let request = endpoints::environment::create_dev_browser();
        let sent = self.platform.transport.send(&WireRequest {
            is_post: true,
            url: request.url(self.host.base(), None),
            is_form: false,
            body: None,
            with_credentials: false,
            init: None,
        });
        let answer = self.in_time(sent);
        Box::pin(async move {
            let reply = answer.await.map_err(|cause| no_answer(&core, &request, cause))?;
            let token = match &reply.body {
                Body::Json(json) => json.text("id"),
                Body::None | Body::Unreadable => None,
            };
            match (token, read_reply(reply).1) {
                (Some(token), Ok(())) => {
                    core.dev_browser.remember(&core, &token);
                    Ok(())
                }
                (_, outcome) => {
                    let refused = outcome.err().map(|error| error.message().into_owned()).unwrap_or_default();
                    let failed = "Something went wrong initializing Clerk in development mode. ";
                    Err(ClerkError::state(concat(&[failed, &refused])))
                }
            }
        })
    }
}
