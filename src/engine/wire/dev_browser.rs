//! The development browser is made where no token of one is found.

use super::state::Wire;
use super::work::{Work, done};
use crate::encoding::concat;
use crate::error::ClerkError;
use crate::fapi::{Body, Reply, endpoints};
use crate::platform::WireRequest;

impl Wire {
    /// The server may answer with a new token.
    pub(super) fn remember_dev_browser(&self, reply: &Reply) {
        let token = reply.header("clerk-db-jwt").filter(|token| !token.is_empty());
        if let Some(token) = token.filter(|_| self.page.uses_dev_browser()) {
            self.page.dev_browser.remember(&self.page, token);
        }
    }

    /// Finds the token in the page's URL, in memory or in a cookie, or has one made.
    ///
    /// # Errors
    /// [`ErrorKind::State`](crate::ErrorKind::State) with what the server said, when it makes none.
    pub(crate) fn set_up_dev_browser(&self) -> Work {
        if self.page.dev_browser.find(&self.page) { done(Ok(())) } else { self.create_dev_browser() }
    }

    /// Has another one made, where there is one at all.
    #[cfg(all(target_arch = "wasm32", feature = "js"))]
    pub(crate) fn renew_dev_browser(&self) -> Work {
        if !self.page.uses_dev_browser() {
            return done(Ok(()));
        }
        self.page.dev_browser.forget(&self.page);
        self.set_up_dev_browser()
    }

    /// As in clerk-js, no hook sees this request, no cookie goes along, and it is sent once.
    fn create_dev_browser(&self) -> Work {
        let wire = self.clone();
        let request = endpoints::environment::create_dev_browser();
        let answer = self.try_once(&WireRequest {
            is_post: true,
            url: request.url(self.page.host.base(), None),
            is_form: false,
            body: None,
            with_credentials: false,
            init: None,
        });
        Box::pin(async move {
            let reply = answer.await.map_err(|cause| wire.no_answer(&request, cause))?;
            let token = match &reply.body {
                Body::Json(json) => json.text("id"),
                Body::None | Body::Unreadable => None,
            };
            match (token, wire.read(reply).1) {
                (Some(token), Ok(())) => {
                    wire.page.dev_browser.remember(&wire.page, &token);
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
