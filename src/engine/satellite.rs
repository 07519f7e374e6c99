//! An application on several domains: its satellites have no sign-in of their own, but ask the domain that has one
//! (behaviour map 4.3).

use super::clerk::LoadOptions;
use super::core::Core;
use super::set_active::is_web;
use crate::encoding::concat;
use crate::error::{ClerkError, Result};
use crate::fapi::InstanceType;
use std::rc::Rc;

const SYNCED: &str = "__clerk_synced";
const SATELLITE_URL: &str = "__clerk_satellite_url";

impl Core {
    /// Leaves the page where another domain has to be asked first, or has asked this one. True then: there is nothing to
    /// load here.
    ///
    /// # Errors
    /// [`ErrorKind::State`](crate::ErrorKind::State) when a satellite does not say enough about its instance.
    pub(super) fn leaves_for_sync(self: &Rc<Self>, options: &LoadOptions) -> Result<bool> {
        let page = &self.platform.page;
        let Some(here) = page.href() else { return Ok(false) };
        let is_development = self.key.instance_type() == InstanceType::Development;
        let url = if options.is_satellite {
            self.check_satellite(options, is_development)?;
            if !self.needs_sync(options.satellite_auto_sync) {
                return Ok(false);
            }
            match &options.sign_in_url {
                Some(url) if is_development => page.with_query_parameter(url, SATELLITE_URL, &here),
                _ => {
                    let sync = concat(&[self.host.base(), "/v1/client/sync"]);
                    page.with_query_parameter(&sync, "redirect_url", &here)
                }
            }
        } else {
            let Some(satellite) = page.query_parameter(SATELLITE_URL).filter(|_| is_development) else {
                return Ok(false);
            };
            if !is_web(&satellite) {
                return Err(ClerkError::state("__clerk_satellite_url is not the URL of a web page."));
            }
            let back = page.with_query_parameter(&satellite, SYNCED, "true");
            back.and_then(|back| self.dev_browser.carry_to(self, back))
        };
        if let Some(url) = url {
            // The page that comes in this one's place is waited for by nobody.
            drop(self.navigate(&url));
        }
        Ok(true)
    }

    fn needs_sync(&self, is_automatic: bool) -> bool {
        match self.platform.page.query_parameter(SYNCED).as_deref() {
            Some("true") => false,
            Some("false") => true,
            _ => is_automatic && self.cookies.says_signed_out(self),
        }
    }

    fn check_satellite(&self, options: &LoadOptions, is_development: bool) -> Result<()> {
        if self.host.proxy_url().is_empty() && self.host.domain().is_empty() {
            return Err(ClerkError::state("A satellite needs the option domain or proxyUrl."));
        }
        let Some(url) = &options.sign_in_url else {
            return if is_development { Err(wrong_sign_in_url()) } else { Ok(()) };
        };
        let here = concat(&[&self.platform.page.origin().unwrap_or_default(), "/"]);
        let is_elsewhere = |url: String| !url.starts_with(&here);
        if is_web(url) && self.platform.page.resolve_url(url).is_some_and(is_elsewhere) {
            return Ok(());
        }
        Err(wrong_sign_in_url())
    }
}

fn wrong_sign_in_url() -> ClerkError {
    ClerkError::state("A satellite needs the option signInUrl, an absolute URL on another origin.")
}
