//! Where requests go: the base URL, by key, `domain` and `proxyUrl`.

use super::{InstanceType, PublishableKey};
use crate::encoding::{concat, split_once};
use crate::error::{ClerkError, Result};

/// What an application may say about the host.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HostOptions {
    /// The application's own domain, for production instances with several.
    pub domain: Option<String>,
    /// An absolute `http(s)` URL, or a path on the page's own origin, that forwards to the Frontend API.
    pub proxy_url: Option<String>,
}

/// The base that every request URL starts with, without `/v1`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Host {
    base: String,
    domain: String,
    proxy_url: String,
}

impl Host {
    /// Works the base out once, as clerk-js does in its constructor. `origin` is the page's, where there is a page.
    ///
    /// # Errors
    /// [`ErrorKind::State`](crate::ErrorKind::State) when `proxyUrl` is neither an `http(s)` URL nor a path.
    pub fn new(key: &PublishableKey, options: &HostOptions, origin: Option<&str>) -> Result<Self> {
        let domain =
            options.domain.as_deref().map(|domain| prefixed(key, domain.trim_ascii())).unwrap_or_default();
        let proxy_url = match options.proxy_url.as_deref().filter(|url| !url.is_empty()) {
            Some(url) => absolute_proxy(url, origin)?,
            None => vercel_proxy(key, &domain, origin).unwrap_or_default(),
        };
        let base = if !proxy_url.is_empty() {
            proxy_url.strip_suffix("/").unwrap_or(&proxy_url).to_owned()
        } else if key.instance_type() == InstanceType::Production && !domain.is_empty() {
            concat(&["https://", &domain])
        } else {
            concat(&["https://", key.frontend_api()])
        };
        Ok(Self { base, domain, proxy_url })
    }

    /// The base URL, without a slash at its end.
    pub fn base(&self) -> &str {
        &self.base
    }

    /// `clerk.domain`: with one `clerk.` prefix in production; empty when none was given.
    pub fn domain(&self) -> &str {
        &self.domain
    }

    /// `clerk.proxyUrl`: absolute, else as it was given; empty when none was.
    pub fn proxy_url(&self) -> &str {
        &self.proxy_url
    }
}

fn prefixed(key: &PublishableKey, domain: &str) -> String {
    let after_any_scheme = split_once(domain, b':').and_then(|(_, rest)| rest.strip_prefix("//"));
    let mut host = after_any_scheme.unwrap_or(domain);
    while let Some(shorter) = host.strip_suffix("/") {
        host = shorter;
    }
    if host.is_empty() || key.instance_type() == InstanceType::Development || is_account_portal(host) {
        return host.to_owned();
    }
    while let Some(shorter) = host.strip_prefix("clerk.") {
        host = shorter;
    }
    concat(&["clerk.", host])
}

/// Compared by bytes: searching for a text by `contains` would bring 3 KB of search with it.
fn is_account_portal(host: &str) -> bool {
    let part = b".clerk.accounts";
    host.as_bytes().windows(part.len()).any(|window| window == part)
}

/// The proxy that Vercel's own domains have, as clerk-js knows it: the instance's cookies would be another site's there.
fn vercel_proxy(key: &PublishableKey, domain: &str, origin: Option<&str>) -> Option<String> {
    let is_alone = domain.is_empty() && key.instance_type() == InstanceType::Production;
    origin
        .filter(|origin| is_alone && origin.ends_with(".vercel.app"))
        .map(|origin| concat(&[origin, "/__clerk"]))
}

fn absolute_proxy(url: &str, origin: Option<&str>) -> Result<String> {
    let absolute = match origin {
        Some(origin) if url.starts_with("/") => concat(&[origin, url]),
        _ => url.to_owned(),
    };
    let rest = absolute.strip_prefix("https://").or_else(|| absolute.strip_prefix("http://"));
    let is_plain = |byte| !matches!(byte, 0..=b' ' | b'?' | b'#');
    let starts_with_host = rest.is_some_and(|rest| !rest.is_empty() && !rest.starts_with("/"));
    if !starts_with_host || url.starts_with("//") || !absolute.bytes().all(is_plain) {
        return Err(ClerkError::state(
            "The proxyUrl passed to Clerk is invalid. It must be an absolute http(s) URL or a path, such as /__clerk, \
             without a query.",
        ));
    }
    Ok(absolute)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIVE: &str = "pk_live_Y2xlcmsuZXhhbXBsZS5jb20k";
    const TEST: &str = "pk_test_eC5hY2NvdW50cy5kZXYk";

    fn base(key: &str, domain: Option<&str>, proxy_url: Option<&str>) -> Result<String> {
        let key = PublishableKey::parse(key)?;
        let options =
            HostOptions { domain: domain.map(str::to_owned), proxy_url: proxy_url.map(str::to_owned) };
        Host::new(&key, &options, Some("https://app.test")).map(|host| host.base().to_owned())
    }

    #[test]
    fn key_domain_and_proxy_decide() {
        for (key, domain, proxy, expected) in [
            (LIVE, None, None, "https://clerk.example.com"),
            (LIVE, Some("satellite.com"), None, "https://clerk.satellite.com"),
            (LIVE, Some("https://clerk.satellite.com"), None, "https://clerk.satellite.com"),
            (LIVE, Some("x.clerk.accounts.dev"), None, "https://x.clerk.accounts.dev"),
            (LIVE, Some(" satellite.com:8080/ "), None, "https://clerk.satellite.com:8080"),
            (LIVE, Some("HTTPS://satellite.com//"), None, "https://clerk.satellite.com"),
            (TEST, Some("satellite.com"), None, "https://x.accounts.dev"),
            (LIVE, None, Some("http://localhost:4700"), "http://localhost:4700"),
            (LIVE, Some("a.com"), Some("https://b.com/__clerk/"), "https://b.com/__clerk"),
            (LIVE, None, Some("/__clerk"), "https://app.test/__clerk"),
            (LIVE, None, Some(""), "https://clerk.example.com"),
        ] {
            assert_eq!(base(key, domain, proxy).unwrap(), expected, "{domain:?} {proxy:?}");
        }
    }

    #[test]
    fn a_production_instance_on_vercel_has_its_proxy() {
        let on = |key, origin, domain: Option<&str>, proxy: Option<&str>| {
            let [domain, proxy_url] = [domain, proxy].map(|option| option.map(str::to_owned));
            let key = PublishableKey::parse(key).unwrap();
            let host = Host::new(&key, &HostOptions { domain, proxy_url }, origin).unwrap();
            (host.base().to_owned(), host.proxy_url().to_owned())
        };
        let (vercel, base) = (Some("https://shop.vercel.app"), "https://clerk.example.com");
        let proxy = "https://shop.vercel.app/__clerk".to_owned();
        assert_eq!(on(LIVE, vercel, None, None), (proxy.clone(), proxy));
        assert_eq!(on(TEST, vercel, None, None).0, "https://x.accounts.dev");
        assert_eq!(on(LIVE, vercel, Some("a.com"), None).0, "https://clerk.a.com");
        assert_eq!(on(LIVE, vercel, None, Some("https://b.com/c")).0, "https://b.com/c");
        for other in [
            None,
            Some("https://vercel.app"),
            Some("https://shopvercel.app"),
            Some("https://x.vercel.app.evil.test"),
        ] {
            assert_eq!(on(LIVE, other, None, None), (base.to_owned(), String::new()), "{other:?}");
        }
    }

    #[test]
    fn the_proxy_is_told_as_it_was_given() {
        let key = PublishableKey::parse(LIVE).unwrap();
        let options = HostOptions { domain: None, proxy_url: Some("https://b.com/__clerk/".to_owned()) };
        let host = Host::new(&key, &options, None).unwrap();
        assert_eq!((host.proxy_url(), host.base()), ("https://b.com/__clerk/", "https://b.com/__clerk"));
    }

    #[test]
    fn refuses_a_proxy_that_is_no_http_url() {
        for proxy in
            ["javascript:alert(1)", "//evil.test", "ftp://x", "http://", "http:///a", "proxy", "/a?b", "/a b"]
        {
            let error = base(LIVE, None, Some(proxy)).unwrap_err().to_string();
            assert!(error.contains("proxyUrl"), "{proxy}: {error}");
        }
    }
}
