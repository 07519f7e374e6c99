//! The development browser's token: a token in the query stands in for the cookie that a development instance on
//! another site could not set. Where none is found, the wire has one made.

use super::state::{DevBrowser, Page};
use crate::encoding::concat;
use crate::fapi::Form;
use crate::platform::Lifetime;
use crate::secret::Secret;

impl DevBrowser {
    /// The name of the token's cookie, and of its parameter in a query.
    pub(crate) const NAME: &str = "__clerk_db_jwt";

    pub(crate) fn token(&self) -> Option<Secret<String>> {
        self.token.get()
    }

    /// The URL, which has a query, with the token, if there is one.
    pub(crate) fn attach(&self, url: String) -> String {
        match self.token() {
            Some(token) => concat(&[&url, "&", Form::new().field(Self::NAME, Some(token.expose())).as_str()]),
            None => url,
        }
    }

    pub(crate) fn remember(&self, page: &Page, token: &str) {
        let is_known = self.token().is_some_and(|known| known.expose() == token);
        if !is_known {
            self.hold(token);
            self.write(page);
        }
    }

    fn hold(&self, token: &str) {
        self.token.set(Some(Secret::new(token.to_owned())));
        self.is_written.set(false);
    }

    /// Writes the cookies: each load makes them last for another year.
    pub(crate) fn write(&self, page: &Page) {
        let Some(token) = self.token().filter(|_| !self.is_written.replace(true)) else { return };
        for name in [page.cookies.suffixed(Self::NAME), Self::NAME.to_owned()] {
            page.near.cookies.set(&name, token.expose(), Lifetime::Year);
        }
    }

    pub(crate) fn forget(&self, page: &Page) {
        self.token.set(None);
        for name in [page.cookies.suffixed(Self::NAME), Self::NAME.to_owned()] {
            page.near.cookies.remove(&name, Lifetime::Year);
        }
    }

    /// Finds the token in the page's URL, in memory or in a cookie; false where it is in none of them.
    pub(crate) fn find(&self, page: &Page) -> bool {
        // A redirect puts the token into the page's URL.
        let told = page.near.page.take_query_parameter(Self::NAME);
        if let Some(token) = told.filter(|token| !token.is_empty()) {
            self.remember(page, &token);
        }
        if self.token().is_none() {
            match page.cookies.read(page, Self::NAME) {
                Some(token) => self.hold(&token),
                None => return false,
            }
        }
        true
    }
}

impl Page {
    pub(crate) fn uses_dev_browser(&self) -> bool {
        self.key.uses_dev_browser() && self.cookies.is_enabled()
    }
}
