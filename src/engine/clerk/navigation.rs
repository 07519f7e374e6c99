//! Where a page goes, and by which way.

use super::state::Rest;
use super::ways_out::{Place, Way, is_absolute, takes_token, tell_held_back, way_out};
use crate::encoding::concat;
use crate::engine::page::{Client, DevBrowser};
use crate::engine::wire::{Work, done};
use crate::error::{ClerkError, Result};

/// The touch URL that goes on to `url`, when the client's cookie is due for a touch and a browser may be sent there.
pub(crate) fn via_touch(rest: &Rest, url: &str) -> Option<String> {
    let client = Client::new(Some(rest.page().clone()), rest.page().loaded_client()?);
    let is_due = client.is_due_for_touch(rest.page().near.clock.now_ms());
    let url = way_out(rest, url, Way::Page).filter(|_| is_due)?;
    let absolute = rest.reach().window.resolve_url(&url)?;
    let touch = touch_url(rest, &absolute).ok()?;
    build_url_with_auth(rest, &touch).ok()
}

/// Goes to `url`, by way of the touch URL when that is due. Gives whether the page is left.
pub(crate) fn go_on_to(rest: &Rest, url: &str) -> Work<bool> {
    navigate(rest, via_touch(rest, url).as_deref().unwrap_or(url))
}

/// Goes to `url` as the application does that, else as the browser does; to `/` where nobody is sent to it, so that no text runs as a
/// script. Gives whether this page is left.
pub(crate) fn navigate(rest: &Rest, url: &str) -> Work<bool> {
    let hooks = rest.wire().hooks();
    if cfg!(all(target_arch = "wasm32", feature = "js")) {
        // The package's own hooks go everywhere, and judge by the same rule.
        return hooks.and_then(|hooks| hooks.navigate(url)).unwrap_or_else(|| done(Ok(false)));
    }
    let url = way_out(rest, url, Way::Page).unwrap_or_else(|| {
        tell_held_back(rest, url);
        "/".to_owned()
    });
    let window = &rest.reach().window;
    hooks.and_then(|hooks| hooks.navigate(&url)).unwrap_or_else(|| {
        let absolute = window.resolve_url(&url);
        done(Ok(window.navigate(absolute.as_deref().unwrap_or("/"))))
    })
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
/// token along to another origin, since the cookies of this one do not go there, unless the URL has one already. It does so to the
/// origins only that the instance or the application names.
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
    let inner = url.strip_prefix("blob:").unwrap_or(&url);
    let is_here = Place::of(inner).is_some_and(|place| place.origin == origin);
    let wants_token = !is_here && takes_token(rest, &url) && !has_token(&url);
    let token = rest.page().dev_browser.token().filter(|_| wants_token);
    Ok(token
        .and_then(|token| window.with_query_parameter(&url, DevBrowser::NAME, token.expose()))
        .unwrap_or(url))
}

/// Whether a URL's query has a token of a development browser.
fn has_token(url: &str) -> bool {
    let before_hash = url.split('#').next().unwrap_or_default();
    let query = before_hash.split_once('?').map(|(_, query)| query).unwrap_or_default();
    query.split('&').any(|one| {
        one.split_once('=').is_some_and(|(name, token)| name == DevBrowser::NAME && !token.is_empty())
    })
}
