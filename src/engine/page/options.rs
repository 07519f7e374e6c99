//! What an application says, and how far loading has come.

use crate::fapi::HostOptions;
use crate::json::Json;
use crate::model::SessionTaskKey;

/// What an application says about its instance when it makes a [`Clerk`](super::Clerk).
pub type ClerkOptions = HostOptions;

/// How to load.
#[derive(Debug, Clone)]
pub struct LoadOptions {
    /// Whether this is a browser with cookies of its own. False for extensions and native shells: no cookies are
    /// read or written, no development browser is made, and every failure rejects.
    pub standard_browser: bool,
    /// Whether the token of the current session is looked at every 1.5 s (5 s in a tab in the background) and renewed in
    /// time. Without, it is renewed by its timer and by `get_token`.
    pub polling: bool,
    /// Whether the current session is touched when the window gets the focus, so that the server knows which one this
    /// tab shows. An application with one session at a time does it once in 5 s.
    pub touch_session: bool,
    /// Where `signOut()` goes; `/` when absent.
    pub after_sign_out_url: Option<String>,
    /// Where the tasks are done that a session may have.
    pub task_urls: TaskUrls,
    /// Whether to start from what the last visit left in [`Storage`](crate::platform::Storage), at once and as
    /// [`Status::Degraded`], while client and environment are asked for in the background; and whether to leave
    /// the same for the next visit. Tokens are not in it. Where there is nothing of that kind, loading is as without it.
    pub start_from_snapshot: bool,
    /// Whether this page has no sign-in of its own and asks the domain at `sign_in_url` who is signed in, as its query wants it.
    pub is_satellite: bool,
    /// Whether a satellite asks by itself where its cookies know of nobody.
    pub satellite_auto_sync: bool,
    /// Where signing in is done, if not at the instance's own page; satellites of development instances need it, as an absolute URL.
    pub sign_in_url: Option<String>,
    /// Where signing up is done, if not at the instance's own page. Without it, a `sign_in_url` of this origin has both.
    pub sign_up_url: Option<String>,
    /// Where one goes after a sign-in, wherever else the page was asked to lead.
    pub sign_in_force_redirect_url: Option<String>,
    /// Where one goes after a sign-in when nothing else says so; `/` when absent.
    pub sign_in_fallback_redirect_url: Option<String>,
    /// Where one goes after a sign-up, wherever else the page was asked to lead.
    pub sign_up_force_redirect_url: Option<String>,
    /// Where one goes after a sign-up when nothing else says so; `/` when absent.
    pub sign_up_fallback_redirect_url: Option<String>,
    /// Where `setActive()`, `signOut()` and a satellite may ask to go beside this origin: origins such as
    /// `https://app.example.com`, in which a star is anything. The domains of the instance where the list is empty. The
    /// development browser's token goes to these origins and to the instance, and nowhere else.
    pub allowed_redirect_origins: AllowList,
    /// Protocols of pages that a browser may be sent to beside `http:` and `https:`, such as `myapp:`.
    pub allowed_redirect_protocols: AllowList,
    /// Whether the client outlives its sessions: `signOut()` then ends them, and deletes the client otherwise.
    pub persist_client: bool,
    /// Whether a request without an answer is, in JavaScript, a `ClerkRuntimeError` with the code `network_error`.
    pub rethrow_offline_network_errors: bool,
}

impl Default for LoadOptions {
    fn default() -> Self {
        Self {
            standard_browser: true,
            polling: true,
            touch_session: true,
            after_sign_out_url: None,
            task_urls: TaskUrls::default(),
            start_from_snapshot: false,
            is_satellite: false,
            satellite_auto_sync: false,
            sign_in_url: None,
            sign_up_url: None,
            sign_in_force_redirect_url: None,
            sign_in_fallback_redirect_url: None,
            sign_up_force_redirect_url: None,
            sign_up_fallback_redirect_url: None,
            allowed_redirect_origins: AllowList::default(),
            allowed_redirect_protocols: AllowList::default(),
            persist_client: true,
            rethrow_offline_network_errors: false,
        }
    }
}

/// What an application allows: texts, one by one.
///
/// ```
/// use clerk_wasm::LoadOptions;
///
/// let options = LoadOptions {
///     allowed_redirect_origins: ["https://app.example.com", "https://*.example.org"].into(),
///     ..LoadOptions::default()
/// };
/// # let _ = options;
/// ```
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AllowList(pub(crate) Json);

impl<T: Into<String>> FromIterator<T> for AllowList {
    fn from_iter<I: IntoIterator<Item = T>>(texts: I) -> Self {
        let texts = texts.into_iter().map(|text| Json::from(text.into()));
        Self(Json::array(&texts.collect::<Vec<_>>()))
    }
}

impl<T: Into<String>, const N: usize> From<[T; N]> for AllowList {
    fn from(texts: [T; N]) -> Self {
        texts.into_iter().collect()
    }
}

/// An array, which may have patterns of the platform's own in it: [`Hooks::fits`](crate::Hooks::fits) is asked what they mean.
impl From<Json> for AllowList {
    fn from(list: Json) -> Self {
        Self(list)
    }
}

/// Where the tasks of a session are done: a URL for each.
///
/// ```
/// use clerk_wasm::LoadOptions;
/// use clerk_wasm::model::SessionTaskKey;
///
/// let task_urls = [(SessionTaskKey::ChooseOrganization, "/choose"), (SessionTaskKey::SetupMfa, "/mfa")].into();
/// let options = LoadOptions { task_urls, ..LoadOptions::default() };
/// # let _ = options;
/// ```
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TaskUrls(pub(crate) Json);

impl<T: Into<String>> FromIterator<(SessionTaskKey, T)> for TaskUrls {
    fn from_iter<I: IntoIterator<Item = (SessionTaskKey, T)>>(urls: I) -> Self {
        let put = |all: Json, (key, url): (SessionTaskKey, T)| all.with(key.as_str(), Json::from(url.into()));
        Self(urls.into_iter().fold(Json::object(&[]), put))
    }
}

impl<T: Into<String>, const N: usize> From<[(SessionTaskKey, T); N]> for TaskUrls {
    fn from(urls: [(SessionTaskKey, T); N]) -> Self {
        urls.into_iter().collect()
    }
}

/// What a start asks of [`LoadOptions`] before the second part has come.
#[doc(hidden)]
#[derive(Debug, Clone, Copy)]
pub struct Start {
    /// [`LoadOptions::standard_browser`].
    pub standard_browser: bool,
    /// [`LoadOptions::is_satellite`].
    pub is_satellite: bool,
}

impl From<&LoadOptions> for Start {
    fn from(options: &LoadOptions) -> Self {
        Self { standard_browser: options.standard_browser, is_satellite: options.is_satellite }
    }
}

/// How far `load()` has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// Not loaded yet.
    Loading,
    /// Everything is there.
    Ready,
    /// The Frontend API failed, or was not waited for: what cookies or a snapshot know is there, the rest is asked for
    /// in the background, until it is there.
    Degraded,
    /// Nothing is there; `load()` said why.
    Error,
}

impl Status {
    /// `loading`, `ready`, `degraded` or `error`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Loading => "loading",
            Self::Ready => "ready",
            Self::Degraded => "degraded",
            Self::Error => "error",
        }
    }

    /// Whether there is a client: `ready` or `degraded`.
    pub fn is_loaded(self) -> bool {
        matches!(self, Self::Ready | Self::Degraded)
    }
}

/// What kind of token is wanted.
#[derive(Debug, Clone, Default)]
pub struct GetToken {
    /// A JWT template's name.
    pub template: Option<String>,
    /// An organization, or `Some(None)` for the personal account; absent, the session's active one.
    pub organization_id: Option<Option<String>>,
    /// Mints a token even if a cached one is good.
    pub skip_cache: bool,
}
