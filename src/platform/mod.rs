//! What the engine needs of its surroundings, as traits: the engine never names a browser.
//!
//! `browser/` implements them over the web's interfaces; tests script them.

#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(not(target_arch = "wasm32"))]
mod nowhere;

#[cfg(target_arch = "wasm32")]
pub(crate) use browser::reach;
#[cfg(all(target_arch = "wasm32", feature = "js"))]
pub(crate) use browser::when_aborted;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use nowhere::reach;

use crate::fapi::Reply;
use crate::json::Json;
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

/// A future on one thread, as everything in a page is.
pub type LocalFuture<T> = Pin<Box<dyn Future<Output = T>>>;

/// A request as it goes out.
#[derive(Clone, PartialEq)]
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
    /// What else the platform's own request says, as the object that `fetch` takes: it counts more than the body, the form and the
    /// cookies above.
    pub init: Option<Json>,
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
    fn send(&self, request: &WireRequest) -> LocalFuture<Result<Reply, String>>;
    /// The body of a request that sends a file, as a form; `None` for what is no file.
    fn form_of(&self, _file: &Json) -> Option<Json> {
        None
    }
}

/// What the time is.
pub trait Clock {
    /// Milliseconds since the epoch.
    fn now_ms(&self) -> f64;
}

/// What waits.
pub trait Timers {
    /// Resolves after `ms` milliseconds.
    fn sleep(&self, ms: u32) -> LocalFuture<()>;
    /// The same, for whoever a caller waits for: where a timer cannot be had, it is over at once.
    fn sleep_or_not(&self, ms: u32) -> LocalFuture<()> {
        self.sleep(ms)
    }
    /// The same as `sleep`; but with `ends_online` it resolves as soon as the browser says that there is a network again, and true.
    fn pause(&self, ms: u32, ends_online: bool) -> LocalFuture<bool>;
    /// How long it is until a date as HTTP writes it, in ms; less than 0 where it is past, and NaN for what is no date.
    fn until(&self, date: &str) -> f64;
    /// A random number from 0 to 1, by which the waits of many pages differ.
    fn random(&self) -> f64;
    /// Milliseconds since some time, by a clock that nobody sets. It may stand still while the device sleeps.
    fn uptime_ms(&self) -> f64;
}

/// How long a cookie lives, and when it is sent along.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lifetime {
    /// A year, `SameSite=Lax`; `None` in a frame of another site.
    Year,
    /// A year, `SameSite=Strict`, for the whole site and not for this host alone; `None` in a frame of another site.
    YearStrict,
    /// Until the browser is closed, and to secure sites only. The value is not encoded.
    Visit,
}

/// The page's cookies.
pub trait Cookies {
    /// A cookie's value.
    fn get(&self, name: &str) -> Option<String>;
    /// Sets a cookie for this host.
    fn set(&self, name: &str, value: &str, lifetime: Lifetime);
    /// Removes a cookie of this host.
    fn remove(&self, name: &str, lifetime: Lifetime);
    /// From now on cookies belong to the site at the top of the tab as well: the page may be a frame in several.
    fn partition(&self);
}

/// The page, as a start reads it.
pub trait Page {
    /// The page's origin, where there is a page.
    fn origin(&self) -> Option<String>;
    /// A parameter of the page's query.
    fn query_parameter(&self, name: &str) -> Option<String>;
    /// The same, which is taken out of the query without loading the page again.
    fn take_query_parameter(&self, name: &str) -> Option<String>;
    /// Whether this is what the reader looks at: the tab in front, or a frame of another site in it.
    fn is_in_front(&self) -> bool;
}

/// The window that the page is in: where it may go, and what happens to it.
pub trait Window {
    /// The page's whole URL, where there is a page.
    fn href(&self) -> Option<String>;
    /// Goes to `url`; false when that is a place on this page, or where there is no page.
    fn navigate(&self, url: &str) -> bool;
    /// Whether another window has opened this one, and may speak with it.
    fn is_opened(&self) -> bool {
        false
    }
    /// Opens a window, for a page that comes later: while a click is handled, since browsers block others. `None` where none was opened.
    fn open(&self) -> Option<Rc<dyn Popup>> {
        None
    }
    /// Calls `hear` with what another window says to this one, if it is of that `origin`, until what is returned is dropped.
    fn on_message(&self, _origin: &str, _hear: Hear) -> Registration {
        Box::new(())
    }
    /// The language that the reader wants, such as `en-US`.
    fn language(&self) -> Option<String>;
    /// False only when the browser knows that there is no network.
    fn is_online(&self) -> bool;
    /// `focused`, `visible` or `hidden`, where it can be known.
    fn tab_state(&self) -> Option<&'static str>;
    /// Calls `act` each time that the reader comes back to this tab, or that the page comes back from the back/forward cache, until what
    /// is returned is dropped.
    fn on_return(&self, act: Box<dyn Fn()>) -> Registration;
    /// The same when the window gets the focus while it can be seen, after what [`on_return`](Window::on_return) calls.
    fn on_focus(&self, act: Box<dyn Fn()>) -> Registration;
    /// `url` resolved against the page's and normalised; `None` when it is not a URL.
    fn resolve_url(&self, url: &str) -> Option<String>;
    /// The same against the root of the page's origin.
    fn url_below_root(&self, url: &str) -> Option<String>;
    /// The same for a URL that has to stand alone: it is not resolved against the page's.
    fn whole_url(&self, url: &str) -> Option<String>;
    /// `url` with a parameter in its query, in place of one of this name.
    fn with_query_parameter(&self, url: &str, name: &str, value: &str) -> Option<String>;
}

/// A window that the page has opened.
pub trait Popup {
    /// Shows a page in it.
    ///
    /// # Errors
    /// What the browser says where the window cannot be sent anywhere.
    fn go(&self, url: &str) -> crate::error::Result<()>;
    /// Whether somebody has closed it.
    fn is_closed(&self) -> bool;
}

/// A turn that this tab has: dropping it lets the next one in.
pub type Turn = Box<dyn std::any::Any>;

/// What the page has been asked to call: dropping it takes that back.
pub type Registration = Box<dyn std::any::Any>;

/// Says something to the other tabs.
pub type Tell = Rc<dyn Fn(Json)>;

/// Is called with what other tabs say.
pub type Hear = Box<dyn Fn(Json)>;

/// The other tabs of this origin.
pub trait Tabs {
    /// Calls `hear` with what other tabs say on a channel; what this tab has to say goes into what is returned, and the channel is
    /// closed when that is dropped. `None` where there are no channels.
    fn open(&self, channel: &str, hear: Hear) -> Option<Tell>;
    /// Waits until no other tab has this turn; `None` after `limit_ms`. Where turns cannot be taken, everybody has one.
    fn lock(&self, name: &str, limit_ms: u32) -> LocalFuture<Option<Turn>>;
}

/// Why a browser gives no passkey.
#[derive(Debug, Clone, PartialEq)]
pub struct Refusal {
    /// The name of its error, such as `NotAllowedError`.
    pub name: String,
    /// What it says.
    pub message: String,
    /// The platform's own error; null where there is none.
    pub native: Json,
}

/// The passkeys that somebody has here.
pub trait Credentials {
    /// Whether there can be any.
    fn is_supported(&self) -> bool;
    /// Whether they can be offered in a field of the page.
    fn can_be_offered(&self) -> LocalFuture<bool>;
    /// Whether this device keeps them itself.
    fn is_kept_by_device(&self) -> LocalFuture<bool>;
    /// Has one sign what `options` say, the JSON of a `PublicKeyCredentialRequestOptions` with base64url for bytes. Gives the credential
    /// as JSON of that kind, or `None` where there is none. A question that is open already ends.
    fn sign(&self, options: &str, is_offered: bool) -> LocalFuture<Result<Option<String>, Refusal>>;
    /// Has one made of what `options` say, the JSON of a `PublicKeyCredentialCreationOptions` of that kind.
    fn make(&self, options: &str) -> LocalFuture<Result<Option<String>, Refusal>>;
}

/// What outlasts the page: JSON by name. Where there is no room, or none is allowed, nothing is kept.
pub trait Storage {
    /// What was kept under a name, if it can be read.
    fn get(&self, name: &str) -> Option<Json>;
    /// Keeps an object, or with `null` nothing. What stands in it under one of the `secrets`, which spaces part, is left
    /// out wherever it stands, and so is each text that has what looks like a JWT in it, and what stands under such a key.
    fn set(&self, name: &str, value: &Json, secrets: &str);
}

/// Runs a future that nobody waits for.
pub trait Spawner {
    /// Starts it.
    fn spawn(&self, future: LocalFuture<()>);
}

/// What a page needs to start: each of these answers at once.
///
/// A trait object keeps all methods of its trait in the code, called or not. That is why the surroundings come in two
/// halves: a page that has started has loaded the code of this one only.
#[derive(Clone)]
pub struct Near {
    /// The page.
    pub page: Rc<dyn Page>,
    /// Cookies.
    pub cookies: Rc<dyn Cookies>,
    /// What the time is.
    pub clock: Rc<dyn Clock>,
    /// What outlasts the page.
    pub storage: Rc<dyn Storage>,
}

/// What everything else needs: requests, and whatever takes time or leads away from the page.
#[derive(Clone)]
pub struct Reach {
    /// The network.
    pub transport: Rc<dyn Transport>,
    /// What waits.
    pub timers: Rc<dyn Timers>,
    /// The window.
    pub window: Rc<dyn Window>,
    /// The other tabs.
    pub tabs: Rc<dyn Tabs>,
    /// Passkeys.
    pub credentials: Rc<dyn Credentials>,
    /// Background work.
    pub spawner: Rc<dyn Spawner>,
}

/// Both halves.
#[derive(Clone, Debug)]
pub struct Platform {
    /// What a page needs to start.
    pub near: Near,
    /// What everything else needs.
    pub reach: Reach,
}

impl fmt::Debug for Near {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Near")
    }
}

impl fmt::Debug for Reach {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Reach")
    }
}
