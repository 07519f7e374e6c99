//! What the engine needs of its surroundings, as traits: the engine never names a browser.
//!
//! `browser/` implements them over the web's interfaces; tests script them.

#[cfg(target_arch = "wasm32")]
mod browser;

use crate::fapi::Reply;
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

/// A future on one thread, as everything in a page is.
pub type LocalFuture<T> = Pin<Box<dyn Future<Output = T>>>;

/// A request as it goes out.
#[derive(Clone, PartialEq, Eq)]
pub struct WireRequest {
    /// `GET` or `POST`: everything else travels inside a `POST`.
    pub is_post: bool,
    /// The whole URL.
    pub url: String,
    /// Whether the body is a form, which is said in the content type even when there is none.
    pub is_form: bool,
    /// The form; `None` where there is none to send.
    pub body: Option<String>,
    /// Whether cookies go along.
    pub with_credentials: bool,
}

/// Without query and body: both carry secrets.
impl fmt::Debug for WireRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let method = if self.is_post { "POST" } else { "GET" };
        let url = self.url.split('?').next().unwrap_or_default();
        write!(f, "{method} {url}")
    }
}

/// The network.
pub trait Transport {
    /// Sends a request; the error is what the network said, when no answer came. Dropping the future ends the request.
    fn send(&self, request: WireRequest) -> LocalFuture<Result<Reply, String>>;
}

/// Time.
pub trait Clock {
    /// Milliseconds since the epoch.
    fn now_ms(&self) -> f64;
    /// Resolves after `ms` milliseconds.
    fn sleep(&self, ms: u32) -> LocalFuture<()>;
    /// A random number from 0 to 1, by which the waits of many pages differ.
    fn random(&self) -> f64;
}

/// The page's cookies.
pub trait Cookies {
    /// A cookie's value.
    fn get(&self, name: &str) -> Option<String>;
    /// Sets a cookie for this host, for a year, with `SameSite=Lax` or, when asked, `Strict`.
    fn set(&self, name: &str, value: &str, is_strict: bool);
    /// Removes a cookie of this host.
    fn remove(&self, name: &str);
}

/// The page and the tab that it is in.
pub trait Page {
    /// The page's origin, where there is a page.
    fn origin(&self) -> Option<String>;
    /// A parameter of the page's query, which it is taken out of without loading the page again.
    fn take_query_parameter(&self, name: &str) -> Option<String>;
    /// Goes to `url`; false when that is a place on this page, or where there is no page.
    fn navigate(&self, url: &str) -> bool;
    /// The language that the reader wants, such as `en-US`.
    fn language(&self) -> Option<String>;
    /// False only when the browser knows that there is no network.
    fn is_online(&self) -> bool;
    /// `focused`, `visible` or `hidden`, where it can be known.
    fn tab_state(&self) -> Option<&'static str>;
    /// `url` resolved against the page's and normalised; `None` when it is not a URL.
    fn resolve_url(&self, url: &str) -> Option<String>;
}

/// Runs a future that nobody waits for.
pub trait Spawner {
    /// Starts it.
    fn spawn(&self, future: LocalFuture<()>);
}

/// All of the above.
#[derive(Clone)]
pub struct Platform {
    /// The network.
    pub transport: Rc<dyn Transport>,
    /// Time.
    pub clock: Rc<dyn Clock>,
    /// Cookies.
    pub cookies: Rc<dyn Cookies>,
    /// The page.
    pub page: Rc<dyn Page>,
    /// Background work.
    pub spawner: Rc<dyn Spawner>,
}

impl fmt::Debug for Platform {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Platform")
    }
}
