//! The one rule for all ways out of the page: where somebody may be sent, and whether the development browser's token may go
//! along. Redirects, popups, links, satellites, sign-outs, callbacks and Rust applications all ask here.
//!
//! `glue/urls.js` and `glue/navigation.js` say the same at once, for the URLs that have to be there without waiting;
//! tests/fixtures/ways_out.json holds both.

use super::state::Rest;
use crate::encoding::{concat, split_once};
use crate::engine::page::LoadOptions;
use crate::error::{ClerkError, Result};
use crate::fapi::InstanceType;
use crate::json::Json;

/// Who says where to go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    /// The application's code or the instance, as in `navigate()`, `afterSignOutUrl` and `taskUrls`: anywhere, but to no script.
    Page,
    /// Maybe a stranger, since many pages take it from their query: `redirectUrl`, a satellite. Only to this origin and named ones.
    Afterwards,
    /// The Frontend API, about the page of a provider: anywhere on the web.
    Provider,
}

/// Where pages live that browsers may be sent to.
const SCHEMES: [&str; 4] = ["http", "https", "wails", "chrome-extension"];

/// A resolved URL, as far as the rule looks at it.
pub(super) struct Place<'a> {
    scheme: &'a str,
    /// Scheme and host, also where browsers say `null`, as they do for `myapp://here`.
    pub(super) origin: String,
    path: &'a str,
}

impl<'a> Place<'a> {
    pub(super) fn of(url: &'a str) -> Option<Self> {
        let (scheme, rest) = split_once(url, b':')?;
        let behind = rest.strip_prefix("//");
        let end = |rest: &str| rest.bytes().position(|byte| matches!(byte, b'/' | b'?' | b'#'));
        let (authority, path) = match behind {
            Some(rest) => rest.split_at_checked(end(rest).unwrap_or(rest.len()))?,
            None => ("", rest),
        };
        // Behind a user's name and password.
        let host = match authority.bytes().rposition(|byte| byte == b'@') {
            Some(place) => authority.get(place + 1..)?,
            None => authority,
        };
        Some(Self { scheme, origin: concat(&[scheme, "://", host]), path })
    }

    /// Whether a browser may be sent there at all. What begins with two slashes would be another host to a router.
    fn is_plain(&self) -> bool {
        !matches!(self.scheme, "blob" | "javascript") && !self.path.starts_with("//")
    }

    fn is_on_web(&self) -> bool {
        matches!(self.scheme, "http" | "https")
    }

    /// Whether a browser may be sent there by a way, whoever names it.
    fn suits(&self, way: Way, options: &LoadOptions) -> bool {
        match way {
            Way::Page => self.is_of_scheme(options),
            Way::Afterwards => self.is_of_scheme(options) && self.is_plain(),
            Way::Provider => self.is_on_web(),
        }
    }

    fn is_of_scheme(&self, options: &LoadOptions) -> bool {
        SCHEMES.contains(&self.scheme) || self.is_of_named_scheme(options)
    }

    fn is_of_named_scheme(&self, options: &LoadOptions) -> bool {
        let named = options.allowed_redirect_protocols.0.items();
        named.iter().filter_map(Json::as_text).any(|named| named.strip_suffix(":") == Some(self.scheme))
    }
}

/// `to` as one goes there; `None` where nobody is sent to it. It stays the text that it is, unless it leaves out the protocol of
/// another host.
pub(crate) fn way_out(rest: &Rest, to: &str, way: Way) -> Option<String> {
    let window = &rest.reach().window;
    let (absolute, options) = (window.resolve_url(to), rest.page().options());
    let Some(here) = window.href() else {
        // A native shell's router knows paths, and has no origin that a URL could be of.
        let place = absolute.as_deref().and_then(Place::of);
        let is_fine = match place.filter(|_| is_absolute(to)) {
            Some(place) => place.suits(way, &options),
            None => way != Way::Provider && !is_absolute(to) && !has_host(to),
        };
        return is_fine.then(|| to.to_owned());
    };
    let absolute = absolute?;
    let (place, here) = (Place::of(&absolute)?, Place::of(&here)?);
    let is_here = place.origin == here.origin;
    let is_told = match way {
        Way::Provider => true,
        Way::Page => is_here || is_absolute(to),
        Way::Afterwards => {
            is_here || place.is_of_named_scheme(&options) || is_named(rest, &options, &place.origin)
        }
    };
    (place.suits(way, &options) && is_told)
        .then(|| if is_here || is_absolute(to) { to.to_owned() } else { absolute.clone() })
}

/// The same for a page afterwards, if one is named; `/` in the place of one that nobody is sent to, of which the application hears.
///
/// # Errors
/// [`ErrorKind::Argument`](crate::ErrorKind::Argument) for what is no URL.
pub(super) fn page_afterwards(rest: &Rest, to: Option<String>) -> Result<Option<String>> {
    let Some(to) = to else { return Ok(None) };
    let window = &rest.reach().window;
    if window.href().is_some() && window.resolve_url(&to).is_none() {
        return Err(ClerkError::argument("A redirectUrl must be a URL."));
    }
    Ok(Some(way_out(rest, &to, Way::Afterwards).unwrap_or_else(|| {
        tell_held_back(rest, &to);
        "/".to_owned()
    })))
}

/// Tells the application by the origin alone: there may be secrets in the rest.
pub(super) fn tell_held_back(rest: &Rest, to: &str) {
    let absolute = rest.reach().window.resolve_url(to);
    if let Some((hooks, place)) = rest.wire().hooks().zip(absolute.as_deref().and_then(Place::of)) {
        hooks.held_back(&place.origin);
    }
}

/// Whether the development browser's token may go along to a resolved URL: it does so to the instance, and to origins that the
/// application names. What the environment names is not among them.
pub(super) fn takes_token(rest: &Rest, url: &str) -> bool {
    let Some(place) = Place::of(url) else { return false };
    let options = rest.page().options();
    let base = Place::of(rest.page().host.base());
    base.is_some_and(|base| base.origin == place.origin)
        || is_any(rest, &options.allowed_redirect_origins.0.items(), &place.origin)
        || is_of_instance(rest, &place.origin)
}

/// Whether a text that names no protocol names a host all the same.
fn has_host(to: &str) -> bool {
    let mut read = to.bytes().filter(|byte| *byte > b' ');
    let is_slash = |byte| matches!(byte, Some(b'/' | b'\\'));
    is_slash(read.next()) && is_slash(read.next())
}

/// Whether the application names an origin; the instance does so where the application names none.
fn is_named(rest: &Rest, options: &LoadOptions, origin: &str) -> bool {
    let named = options.allowed_redirect_origins.0.items();
    if named.is_empty() { is_of_instance(rest, origin) } else { is_any(rest, &named, origin) }
}

fn is_any(rest: &Rest, named: &[Json], origin: &str) -> bool {
    named.iter().any(|named| match named.as_text() {
        Some(text) => fits(without_slashes(&text), origin),
        None => rest.wire().hooks().is_some_and(|hooks| hooks.fits(named, origin)),
    })
}

/// Whether an origin is the instance's by its key: its domain, what is below that, and in development its Frontend API.
fn is_of_instance(rest: &Rest, origin: &str) -> bool {
    let key = &rest.page().key;
    let Some(host) = origin.strip_prefix("https://") else { return false };
    let domain = domain_of(key.frontend_api());
    let below = host.strip_suffix(domain.as_str());
    below.is_some_and(|below| below.is_empty() || below.ends_with("."))
        || key.instance_type() == InstanceType::Development && host == key.frontend_api()
}

/// The host of a Frontend API without its first `clerk.`.
pub(crate) fn domain_of(frontend_api: &str) -> String {
    replaced(frontend_api, "clerk.", "").unwrap_or_else(|| frontend_api.to_owned())
}

/// A text in which the first `part` is another; `None` where it has none. It is looked for by bytes: `str`'s own search would be 3 KB.
pub(crate) fn replaced(text: &str, part: &str, by: &str) -> Option<String> {
    let place = text.as_bytes().windows(part.len()).position(|window| window == part.as_bytes())?;
    let (before, behind) = text.split_at_checked(place)?;
    Some(concat(&[before, by, behind.get(part.len()..)?]))
}

fn without_slashes(mut text: &str) -> &str {
    while let Some(shorter) = text.strip_suffix("/") {
        text = shorter;
    }
    text
}

/// Whether a text is as a pattern says, in which a star is anything. What fails behind a star is tried again one further.
fn fits(pattern: &str, text: &str) -> bool {
    let (pattern, text) = (pattern.as_bytes(), text.as_bytes());
    let (mut place, mut read, mut star) = (0, 0, None);
    while let Some(byte) = text.get(read) {
        match (pattern.get(place), star) {
            (Some(b'*'), _) => {
                star = Some((place + 1, read));
                place += 1;
            }
            (Some(wanted), _) if wanted == byte => (place, read) = (place + 1, read + 1),
            (_, Some((behind, from))) => {
                star = Some((behind, from + 1));
                (place, read) = (behind, from + 1);
            }
            _ => return false,
        }
    }
    pattern.iter().skip(place).all(|byte| *byte == b'*')
}

/// Whether a text starts with a scheme.
pub(super) fn is_absolute(url: &str) -> bool {
    split_once(url, b':').is_some_and(|(scheme, _)| {
        scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'))
    })
}

#[cfg(test)]
mod tests {
    use super::fits;

    #[test]
    fn a_star_is_anything() {
        for (pattern, text, does) in [
            ("https://a.test", "https://a.test", true),
            ("https://a.test", "https://a.test:8443", false),
            ("https://a.test", "https://a.test.evil", false),
            ("https://*.a.test", "https://b.c.a.test", true),
            ("https://*.a.test", "https://a.test", false),
            ("https://*.a.test", "https://evila.test", false),
            ("https://*.a.*:80", "https://x.a.b.a.c:80", true),
            ("https://*.a.*:80", "https://x.b.c:80", false),
            ("*", "myapp://", true),
            ("a*a", "a", false),
        ] {
            assert_eq!(fits(pattern, text), does, "{pattern} {text}");
        }
    }
}
