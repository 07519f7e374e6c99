//! Where the pages of an instance are, and where one goes after them.
//!
//! `glue/urls.js` says the same at once, for the URLs that have to be there without waiting; tests/fixtures/pages.json holds both.

use super::navigation::{build_url_with_auth, navigate};
use super::state::Rest;
use super::ways_out::{Way, is_absolute, tell_held_back, way_out};
use crate::encoding::{concat, split_once};
use crate::engine::wire::{Work, done};
use crate::error::{ClerkError, Result};
use crate::json::Json;

/// Which of the two attempts a page is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum AttemptKind {
    SignIn,
    SignUp,
}

/// What names the page to go to afterwards, by whoever names it.
const REDIRECT_URL: &str = "redirectUrl";
const SIGN_UP_FORCE: &str = "signUpForceRedirectUrl";
const SIGN_UP_FALLBACK: &str = "signUpFallbackRedirectUrl";
const SIGN_IN_FALLBACK: &str = "signInFallbackRedirectUrl";
const SIGN_IN_FORCE: &str = "signInForceRedirectUrl";

/// In the order in which they stand in a URL; beside each, what forces in its stead.
const AFTER: [(&str, Option<&str>); 5] = [
    (SIGN_UP_FORCE, None),
    (SIGN_UP_FALLBACK, Some(SIGN_UP_FORCE)),
    (SIGN_IN_FALLBACK, Some(SIGN_IN_FORCE)),
    (SIGN_IN_FORCE, None),
    (REDIRECT_URL, None),
];

/// A router behind the hash has URLs of its own: they are resolved against this one.
const HASH: &str = "http://hash";

/// The text of a URL that an application gives, or of an object that is one.
pub(crate) fn url_text(given: &Json, name: &str) -> Option<String> {
    let url = given.present(name)?;
    url.as_text().or_else(|| url.text("href")).filter(|url| !url.is_empty())
}

/// A URL below the root of this origin.
fn absolute(rest: &Rest, url: &str) -> Result<String> {
    let no_url = || ClerkError::argument("A redirectUrl must be a URL.");
    rest.reach().window.url_below_root(url).ok_or_else(no_url)
}

/// What names the pages to go to afterwards, as absolute URLs. Those that nobody is sent to are left out; the application hears of them.
fn redirects(rest: &Rest, named: impl Fn(&str) -> Option<String>) -> Result<Json> {
    let mut allowed = Json::object(&[]);
    for (name, _) in AFTER {
        let Some(url) = named(name) else { continue };
        let url = absolute(rest, &url)?;
        match way_out(rest, &url, Way::Afterwards) {
            Some(url) => allowed.put(name, Json::from(url)),
            None => tell_held_back(rest, &url),
        }
    }
    Ok(allowed)
}

fn redirects_in_options(rest: &Rest) -> Result<Json> {
    let options = rest.page().options();
    redirects(rest, |name| {
        let url = match name {
            SIGN_UP_FORCE => &options.sign_up_force_redirect_url,
            SIGN_UP_FALLBACK => &options.sign_up_fallback_redirect_url,
            SIGN_IN_FALLBACK => &options.sign_in_fallback_redirect_url,
            SIGN_IN_FORCE => &options.sign_in_force_redirect_url,
            _ => &None,
        };
        url.clone().filter(|url| !url.is_empty())
    })
}

/// Where one goes after an attempt: what forces, else what is there for lack of that, as `given` says it or the options do.
///
/// # Errors
/// [`ErrorKind::Argument`](crate::ErrorKind::Argument) for what is no URL.
pub(crate) fn url_after(rest: &Rest, kind: AttemptKind, given: &Json) -> Result<String> {
    let all = [redirects(rest, |name| url_text(given, name))?, redirects_in_options(rest)?];
    let names = match kind {
        AttemptKind::SignIn => [SIGN_IN_FORCE, SIGN_IN_FALLBACK],
        AttemptKind::SignUp => [SIGN_UP_FORCE, SIGN_UP_FALLBACK],
    };
    let mut urls = names.iter().flat_map(|name| all.iter().filter_map(move |urls| urls.text(name)));
    Ok(urls.next().unwrap_or_else(|| "/".to_owned()))
}

/// A page whose router lives behind the hash: `path` goes there, after what is there already, and so do `params`.
pub(crate) fn behind_hash(rest: &Rest, base: &str, path: &str, params: &[(&str, String)]) -> String {
    let window = &rest.reach().window;
    let url = window.resolve_url(base).unwrap_or_default();
    let (page, hash) = split_once(&url, b'#').unwrap_or((&url, ""));
    let Some(mut inner) = window.resolve_url(&concat(&[HASH, hash])) else { return url };
    if !path.is_empty() {
        let below = inner.strip_prefix(HASH).unwrap_or_default();
        let end = below.bytes().position(|byte| matches!(byte, b'?' | b'#')).unwrap_or(below.len());
        let (before, behind) = below.split_at_checked(end).unwrap_or((below, ""));
        inner = concat(&[HASH, &with_single_slashes(&concat(&[before, "/", path])), behind]);
    }
    for (name, value) in params {
        inner = window.with_query_parameter(&inner, name, value).unwrap_or(inner);
    }
    match inner.strip_prefix(HASH) {
        Some("/") | None => url,
        Some(hash) => concat(&[page, "#", hash]),
    }
}

fn with_single_slashes(path: &str) -> String {
    let mut single = String::new();
    for letter in path.chars() {
        if letter != '/' || !single.ends_with('/') {
            single.push(letter);
        }
    }
    single
}

/// What the environment calls a page, such as `sign_in_url`.
fn named_page(rest: &Rest, name: &str) -> Option<String> {
    rest.page().environment().get("display_config")?.text(name)
}

/// Where the instance itself has an attempt's page.
pub(crate) fn own_page(rest: &Rest, kind: AttemptKind) -> Option<String> {
    named_page(rest, if kind == AttemptKind::SignIn { "sign_in_url" } else { "sign_up_url" })
}

/// The page of an attempt, which is told where to go afterwards: back to this page, unless `given` or the options say otherwise. Empty
/// before the environment is there.
///
/// # Errors
/// [`ErrorKind::Argument`](crate::ErrorKind::Argument) for what is no URL.
pub(crate) fn attempt_url(rest: &Rest, kind: AttemptKind, given: &Json) -> Result<String> {
    let options = rest.page().options();
    let is_known =
        rest.page().status().is_loaded() && rest.page().environment().get("display_config").is_some();
    if !is_known {
        return Ok(String::new());
    }
    let params = forwarded(rest, given)?;
    let filled = |url: &Option<String>| url.clone().filter(|url| !url.is_empty());
    let (sign_in, sign_up) = (filled(&options.sign_in_url), filled(&options.sign_up_url));
    // One page for both.
    let combined = sign_in.clone().filter(|url| sign_up.is_none() && !is_absolute(url));
    let (base, path) = match (combined, kind) {
        (Some(page), AttemptKind::SignIn) => (Some(page), ""),
        (Some(page), AttemptKind::SignUp) => (Some(page), "create"),
        (None, AttemptKind::SignIn) => (sign_in.or_else(|| own_page(rest, kind)), ""),
        (None, AttemptKind::SignUp) => (sign_up.or_else(|| own_page(rest, kind)), ""),
    };
    build_url_with_auth(rest, &behind_hash(rest, &base.unwrap_or_default(), path, &params))
}

/// What the page of an attempt is told of where to go afterwards.
fn forwarded(rest: &Rest, given: &Json) -> Result<Vec<(&'static str, String)>> {
    let (here, options) = (rest.reach().window.href(), rest.page().options());
    let asks = |url: String| if options.is_satellite { that_asks(rest, &url) } else { Ok(url) };
    let mut named = Json::object(&[]);
    for (name, _) in AFTER {
        let own = if name == REDIRECT_URL { here.clone() } else { None };
        if let Some(url) = url_text(given, name).or(own) {
            named.put(name, Json::from(asks(url)?));
        }
    }
    let asked = redirects(rest, |name| named.text(name))?;
    let own = redirects_in_options(rest)?;
    let url_of = |name: &str| asked.text(name).or_else(|| own.text(name));
    let counts = |force: Option<&str>| force.is_none_or(|force| url_of(force).is_none());
    let all = AFTER.iter().filter(|(_, force)| counts(*force));
    Ok(all.filter_map(|(name, _)| Some((query_name(name), url_of(name)?))).collect())
}

/// What a URL calls one of [`AFTER`].
fn query_name(name: &str) -> &'static str {
    match name {
        SIGN_UP_FORCE => "sign_up_force_redirect_url",
        SIGN_UP_FALLBACK => "sign_up_fallback_redirect_url",
        SIGN_IN_FALLBACK => "sign_in_fallback_redirect_url",
        SIGN_IN_FORCE => "sign_in_force_redirect_url",
        _ => "redirect_url",
    }
}

/// The same page, which asks who is signed in: a satellite does not know.
fn that_asks(rest: &Rest, url: &str) -> Result<String> {
    let url = absolute(rest, url)?;
    Ok(rest.reach().window.with_query_parameter(&url, "__clerk_synced", "false").unwrap_or(url))
}

/// Where a session's open task is done, on the page of sign-ins or another that knows tasks.
pub(crate) fn task_url(rest: &Rest, task: &Json, base: &str) -> String {
    behind_hash(rest, base, &concat(&["tasks/", &task.text("key").unwrap_or_default()]), &[])
}

/// The task that the current session has left to do.
pub(crate) fn current_task(rest: &Rest) -> Option<Json> {
    rest.page().session()?.data().list("tasks").into_iter().next()
}

/// Goes to where the current session's task is done, if it has one.
///
/// # Errors
/// [`ErrorKind::Argument`](crate::ErrorKind::Argument) for what is no URL.
pub(crate) fn redirect_to_tasks(rest: &Rest, given: &Json) -> Result<Work<bool>> {
    let Some(task) = current_task(rest) else { return Ok(done(Ok(false))) };
    let named = task.text("key").and_then(|key| rest.page().options().task_urls.0.text(&key));
    let url = match named {
        Some(url) => url,
        None => task_url(rest, &task, &attempt_url(rest, AttemptKind::SignIn, given)?),
    };
    Ok(navigate(rest, &url))
}
