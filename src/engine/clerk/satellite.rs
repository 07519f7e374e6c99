//! An application on several domains: its satellites have no sign-in of their own, but ask the domain that has one.

use super::navigation::{is_web, navigate};
use super::state::Rest;
use super::ways_out::{Way, tell_held_back, way_out};
use crate::encoding::concat;
use crate::engine::page::{DevBrowser, LoadOptions, SATELLITE_URL};
use crate::error::{ClerkError, Result};
use crate::fapi::InstanceType;

const SYNCED: &str = "__clerk_synced";

/// Leaves the page where another domain has to be asked first, or has asked this one. True then: there is nothing to
/// load here.
///
/// # Errors
/// [`ErrorKind::State`](crate::ErrorKind::State) when a satellite does not say enough about its instance.
pub(super) fn leaves_for_sync(rest: &Rest, options: &LoadOptions) -> Result<bool> {
    let window = &rest.reach().window;
    let Some(here) = window.href() else { return Ok(false) };
    let is_development = rest.page().key.instance_type() == InstanceType::Development;
    let url = if options.is_satellite {
        check_satellite(rest, options, is_development)?;
        if !needs_sync(rest, options.satellite_auto_sync) {
            return Ok(false);
        }
        match &options.sign_in_url {
            Some(url) if is_development => window.with_query_parameter(url, SATELLITE_URL, &here),
            _ => {
                let sync = concat(&[rest.page().host.base(), "/v1/client/sync"]);
                window.with_query_parameter(&sync, "redirect_url", &here)
            }
        }
    } else {
        let Some(satellite) = rest.page().near.page.query_parameter(SATELLITE_URL).filter(|_| is_development)
        else {
            return Ok(false);
        };
        if !is_web(&satellite) {
            return Err(ClerkError::state("__clerk_satellite_url is not the URL of a web page."));
        }
        // A link to this page may name anybody's.
        if way_out(rest, &satellite, Way::Afterwards).is_none() {
            tell_held_back(rest, &satellite);
            return Ok(false);
        }
        let back = window.with_query_parameter(&satellite, SYNCED, "true");
        back.and_then(|back| with_dev_browser(rest, back))
    };
    if let Some(url) = url {
        // The page that comes in this one's place is waited for by nobody.
        drop(navigate(rest, &url));
    }
    Ok(true)
}

/// The URL of another page of this instance with the development browser's token, if there is one.
fn with_dev_browser(rest: &Rest, url: String) -> Option<String> {
    match rest.page().dev_browser.token() {
        Some(token) => rest.reach().window.with_query_parameter(&url, DevBrowser::NAME, token.expose()),
        None => Some(url),
    }
}

fn needs_sync(rest: &Rest, is_automatic: bool) -> bool {
    match rest.page().near.page.query_parameter(SYNCED).as_deref() {
        Some("true") => false,
        Some("false") => true,
        _ => is_automatic && rest.page().cookies.says_signed_out(rest.page()),
    }
}

fn check_satellite(rest: &Rest, options: &LoadOptions, is_development: bool) -> Result<()> {
    if rest.page().host.proxy_url().is_empty() && rest.page().host.domain().is_empty() {
        return Err(ClerkError::state("A satellite needs the option domain or proxyUrl."));
    }
    let Some(url) = &options.sign_in_url else {
        return if is_development { Err(wrong_sign_in_url()) } else { Ok(()) };
    };
    let here = concat(&[&rest.page().near.page.origin().unwrap_or_default(), "/"]);
    let is_elsewhere = |url: String| !url.starts_with(&here);
    if is_web(url) && rest.reach().window.resolve_url(url).is_some_and(is_elsewhere) {
        return Ok(());
    }
    Err(wrong_sign_in_url())
}

fn wrong_sign_in_url() -> ClerkError {
    ClerkError::state("A satellite needs the option signInUrl, an absolute URL on another origin.")
}
