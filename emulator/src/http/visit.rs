//! One request at work: the tables under the lock, the caller's client, and what the answer
//! says about cookies.

use std::cell::RefCell;
use std::collections::BTreeMap;

use axum::http::header::SET_COOKIE;
use axum::http::{HeaderMap, HeaderValue};
use axum::response::{IntoResponse, Response};
use tracing::error;

use super::caller::{CLIENT_COOKIE, Caller, Instance};
use super::cors::DEV_BROWSER_HEADER;
use crate::clock::{DAY, SECOND};
use crate::error::ApiError;
use crate::key::SigningKey;
use crate::model::client::Client;
use crate::random::Random;
use crate::settings::Settings;
use crate::state::{Emulator, Tables};

/// The cookie from which a production page reads whether somebody is signed in.
const CLIENT_UAT_COOKIE: &str = "__client_uat";

/// What the answer does to the browser's cookies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum CookieChange {
    None,
    Renew,
    Clear,
}

/// A request that holds the lock.
#[derive(Debug)]
pub(crate) struct Visit<'a> {
    pub(crate) tables: &'a mut Tables,
    pub(crate) caller: &'a Caller,
    pub(crate) random: &'a Random,
    pub(crate) key: &'a SigningKey,
    pub(crate) settings: Settings,
    pub(crate) now: i64,
    client_id: Option<String>,
    /// Is the client at work another one than the caller's?
    is_elsewhere: bool,
    cookie_change: CookieChange,
    session_tokens: RefCell<BTreeMap<String, String>>,
}

impl Emulator {
    /// Runs `work` for `caller` under the lock, writes what it changed, and makes the answer.
    /// Changes of a failed `work` are kept too: a wrong code counts as an attempt.
    pub(crate) fn visit<R: IntoResponse>(
        &self,
        caller: &Caller,
        work: impl FnOnce(&mut Visit<'_>) -> Result<R, ApiError>,
    ) -> Response {
        let mut state = self.lock();
        let answer = Visit::open(&mut state.tables, caller, self.key()).map(|mut visit| {
            let outcome = work(&mut visit);
            let headers = visit.headers();
            match outcome {
                Ok(answer) => (headers, answer).into_response(),
                Err(error) => (headers, error).into_response(),
            }
        });
        if let Err(error) = state.save() {
            error!(%error, "the data file was not written");
            return ApiError::internal(error.to_string()).into_response();
        }
        answer.unwrap_or_else(ApiError::into_response)
    }
}

impl<'a> Visit<'a> {
    fn open(tables: &'a mut Tables, caller: &'a Caller, key: &'a SigningKey) -> Result<Self, ApiError> {
        let now = tables.clock().now_ms();
        let client_id = identify(tables, caller, now)?;
        let settings = tables.settings();
        let random = &caller.random;
        let cookie_change = CookieChange::None;
        let session_tokens = RefCell::default();
        let is_elsewhere = false;
        Ok(Self {
            tables,
            caller,
            random,
            key,
            settings,
            now,
            client_id,
            is_elsewhere,
            cookie_change,
            session_tokens,
        })
    }

    /// One answer holds one token for each session, however often it shows the session.
    pub(crate) fn token_once(
        &self,
        session_id: &str,
        make: impl FnOnce() -> Result<String, ApiError>,
    ) -> Result<String, ApiError> {
        let made = self.session_tokens.borrow().get(session_id).cloned();
        if let Some(token) = made {
            return Ok(token);
        }
        let token = make()?;
        self.session_tokens.borrow_mut().insert(session_id.to_owned(), token.clone());
        Ok(token)
    }

    /// The caller's client, if there is one.
    pub(crate) fn client(&self) -> Option<&Client> {
        self.tables.clients.get(self.client_id.as_deref()?)
    }

    /// The caller's client; without one the caller is signed out.
    pub(crate) fn require_client(&self) -> Result<&Client, ApiError> {
        self.client().ok_or_else(ApiError::signed_out)
    }

    /// Changes the caller's client, and dates it.
    pub(crate) fn change_client(&mut self, change: impl FnOnce(&mut Client)) {
        let now = self.now;
        let id = self.client_id.as_deref();
        if let Some(client) = id.and_then(|id| self.tables.clients.get_mut(id)) {
            change(client);
            client.updated_at = now;
        }
    }

    /// Does `work` for another client than the caller's, in whose browser something of it has ended. That browser gets no
    /// cookie by it, so the client keeps the one that it has.
    pub(crate) fn on_behalf_of<R>(&mut self, client_id: &str, work: impl FnOnce(&mut Self) -> R) -> R {
        if self.client_id.as_deref() == Some(client_id) {
            return work(self);
        }
        let own = (self.client_id.replace(client_id.to_owned()), self.cookie_change);
        let was_elsewhere = std::mem::replace(&mut self.is_elsewhere, true);
        let result = work(self);
        (self.client_id, self.cookie_change) = own;
        self.is_elsewhere = was_elsewhere;
        result
    }

    /// Gives the client at work a new cookie, if its own browser is the caller's.
    pub(crate) fn rotate_cookie(&mut self) {
        if self.is_elsewhere {
            return;
        }
        let (random, now) = (self.random, self.now);
        self.change_client(|client| client.rotate_cookie(random, now));
    }

    /// The client of the browser that comes by a navigation, to something of `other`'s: in development, where a
    /// navigation has no token of its own, the page's cookie tells.
    pub(crate) fn client_that_navigates(&self, other: &str) -> Option<String> {
        let is_development =
            self.tables.clients.get(other).is_some_and(|client| client.dev_browser.is_some());
        let is_unknown = matches!(self.caller.instance, Instance::Production { .. });
        match &self.caller.dev_browser_cookie {
            Some(browser) if is_development && is_unknown => {
                self.tables.dev_browsers.get(browser)?.client_id.clone()
            }
            _ => self.client_id.clone(),
        }
    }

    /// Dates the caller's client: something that it shows changed.
    pub(crate) fn date_client(&mut self) {
        self.change_client(|_| {});
    }

    /// The id of the caller's client, which is made when there is none.
    pub(crate) fn ensure_client(&mut self) -> String {
        if let Some(client) = self.client() {
            return client.id.clone();
        }
        let dev_browser = match &self.caller.instance {
            Instance::Development { dev_browser } => Some(dev_browser.clone()),
            Instance::Production { .. } => None,
        };
        let owner = dev_browser.clone();
        let client = Client::new(self.random, dev_browser, self.settings.captcha_bypass, self.now);
        let id = client.id.clone();
        self.tables.clients.insert(&id, client);
        if let Some(browser) = owner.and_then(|owner| self.tables.dev_browsers.get_mut(&owner)) {
            browser.client_id = Some(id.clone());
        }
        self.client_id = Some(id.clone());
        self.renew_cookie();
        id
    }

    /// Gives the cookie its full life again, and sends it.
    pub(crate) fn renew_cookie(&mut self) {
        let expires_at = self.now + i64::from(self.settings.cookie_lifetime_days) * DAY;
        self.change_client(|client| client.cookie_expires_at = expires_at);
        self.cookie_change = CookieChange::Renew;
    }

    /// Notes that somebody signed in or out, which `__client_uat` tells the page.
    pub(crate) fn authentication_changed(&mut self) {
        let now = self.now;
        self.change_client(|client| client.authentication_changed_at = now);
        self.renew_cookie();
    }

    /// Forgets the caller's client and its cookie.
    pub(crate) fn forget_client(&mut self) {
        let Some(id) = self.client_id.take() else {
            return;
        };
        self.tables.clients.remove(&id);
        if let Instance::Development { dev_browser } = &self.caller.instance
            && let Some(browser) = self.tables.dev_browsers.get_mut(dev_browser)
        {
            browser.client_id = None;
        }
        self.cookie_change = CookieChange::Clear;
    }

    fn headers(&self) -> HeaderMap {
        let mut headers = HeaderMap::new();
        match &self.caller.instance {
            Instance::Development { dev_browser } => {
                if let Ok(value) = HeaderValue::from_str(dev_browser) {
                    headers.insert(DEV_BROWSER_HEADER, value);
                }
            }
            Instance::Production { .. } => {
                for cookie in self.cookies() {
                    if let Ok(value) = HeaderValue::from_str(&cookie) {
                        headers.append(SET_COOKIE, value);
                    }
                }
            }
        }
        headers
    }

    fn cookies(&self) -> Vec<String> {
        let secure = if self.caller.is_secure() { "; Secure" } else { "" };
        let line = |name: &str, value: &str, max_age: i64, flags: &str| {
            format!("{name}={value}; Path=/; Max-Age={max_age}; SameSite=Lax{flags}{secure}")
        };
        match (self.cookie_change, self.client()) {
            (CookieChange::None, _) | (CookieChange::Renew, None) => Vec::new(),
            (CookieChange::Clear, _) => vec![
                line(CLIENT_COOKIE, "", 0, "; HttpOnly"),
                line(CLIENT_UAT_COOKIE, "0", self.cookie_seconds(), ""),
            ],
            (CookieChange::Renew, Some(client)) => {
                let uat = self.client_uat(client).to_string();
                vec![
                    line(CLIENT_COOKIE, &client.cookie(), self.cookie_seconds(), "; HttpOnly"),
                    line(CLIENT_UAT_COOKIE, &uat, self.cookie_seconds(), ""),
                ]
            }
        }
    }

    fn cookie_seconds(&self) -> i64 {
        i64::from(self.settings.cookie_lifetime_days) * DAY / SECOND
    }

    /// Seconds since the epoch of the last sign-in or sign-out, 0 when nobody is signed in.
    fn client_uat(&self, client: &Client) -> i64 {
        if self.active_sessions(client).next().is_some() {
            client.authentication_changed_at / SECOND
        } else {
            0
        }
    }
}

fn identify(tables: &Tables, caller: &Caller, now: i64) -> Result<Option<String>, ApiError> {
    match &caller.instance {
        Instance::Development { dev_browser } => tables
            .dev_browsers
            .get(dev_browser)
            .map(|browser| browser.client_id.clone())
            .ok_or_else(ApiError::dev_browser_unauthenticated),
        Instance::Production { cookie } => Ok(cookie.as_deref().and_then(|cookie| {
            let client = tables.clients.get(Client::id_in_cookie(cookie)?)?;
            client.accepts_cookie(cookie, now).then(|| client.id.clone())
        })),
    }
}
