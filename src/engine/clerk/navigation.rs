//! Where a page goes, and by which way.

use super::state::Rest;
use crate::encoding::{concat, split_once};
use crate::engine::page::{Client, DevBrowser};
use crate::engine::wire::{Work, done};
use crate::error::{ClerkError, Result};

/// The touch URL that goes on to `url`, when the client's cookie is due for a touch.
pub(crate) fn via_touch(rest: &Rest, url: &str) -> Option<String> {
    let client = Client::new(Some(rest.page().clone()), rest.page().loaded_client()?);
    let is_due = client.is_eligible_for_touch(rest.page().near.clock.now_ms());
    let absolute = rest.reach().window.resolve_url(url).filter(|_| is_due)?;
    touch_url(rest, &absolute).ok()
}

/// Goes to `url`, by way of the touch URL when that is due. Gives whether the page is left.
pub(crate) fn go_on_to(rest: &Rest, url: &str) -> Work<bool> {
    navigate(rest, via_touch(rest, url).as_deref().unwrap_or(url))
}

/// Goes to `url` as the application does that; else if it is a web page, and to the root page otherwise, so that no caller's
/// text runs as a script. Gives whether this page is left.
pub(super) fn navigate(rest: &Rest, url: &str) -> Work<bool> {
    let absolute = || rest.reach().window.resolve_url(url).filter(|url| is_web(url));
    let by_application = rest.wire().hooks().and_then(|hooks| hooks.navigate(url));
    if cfg!(all(target_arch = "wasm32", feature = "js")) {
        // The package's own hooks go everywhere.
        return by_application.unwrap_or_else(|| done(Ok(false)));
    }
    by_application
        .unwrap_or_else(|| done(Ok(rest.reach().window.navigate(absolute().as_deref().unwrap_or("/")))))
}

pub(super) fn is_web(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}

/// The page that renews the client's cookie and goes on to `redirect_url`.
pub(crate) fn touch_url(rest: &Rest, redirect_url: &str) -> Result<String> {
    let is_url = is_absolute(redirect_url) && rest.reach().window.resolve_url(redirect_url).is_some();
    let client = Client::new(Some(rest.page().clone()), rest.page().client.clone());
    client.touch_url(Some(redirect_url).filter(|_| is_url))
}

/// The URL of a page that belongs to the application, as a browser has to be sent there: a development instance takes its
/// token along to another origin, since the cookies of this one do not go there, unless the URL has one already.
///
/// # Errors
/// [`ErrorKind::Argument`](crate::ErrorKind::Argument) when `to` is no URL.
pub(crate) fn build_url_with_auth(rest: &Rest, to: &str) -> Result<String> {
    if !rest.page().key.uses_dev_browser() {
        return Ok(to.to_owned());
    }
    let window = &rest.reach().window;
    let origin = rest.page().near.page.origin().unwrap_or_default();
    // Below the root, and be it that two slashes would lead to another host.
    let root = if is_absolute(to) { "" } else { &origin };
    let slash = if root.is_empty() || to.starts_with('/') { "" } else { "/" };
    let absolute = concat(&[root, slash, to]);
    let Some(url) = window.resolve_url(&absolute) else {
        return Err(ClerkError::argument("buildUrlWithAuth() takes a URL."));
    };
    let token = rest.page().dev_browser.token().filter(|_| !is_of(&url, &origin) && !has_token(&url));
    Ok(token
        .and_then(|token| window.with_query_parameter(&url, DevBrowser::NAME, token.expose()))
        .unwrap_or(url))
}

/// Whether an absolute URL is of an origin.
fn is_of(url: &str, origin: &str) -> bool {
    let url = url.strip_prefix("blob:").unwrap_or(url);
    let Some((scheme, rest)) = url.split_once("://") else { return false };
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    // Behind a user's name and password.
    let host = authority.rsplit('@').next().unwrap_or_default();
    !host.is_empty() && concat(&[scheme, "://", host]) == origin
}

/// Whether a URL's query has a token of a development browser.
fn has_token(url: &str) -> bool {
    let before_hash = url.split('#').next().unwrap_or_default();
    let query = before_hash.split_once('?').map(|(_, query)| query).unwrap_or_default();
    query.split('&').any(|one| {
        one.split_once('=').is_some_and(|(name, token)| name == DevBrowser::NAME && !token.is_empty())
    })
}

/// Whether a text starts with a scheme.
fn is_absolute(url: &str) -> bool {
    split_once(url, b':').is_some_and(|(scheme, _)| {
        scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'))
    })
}
