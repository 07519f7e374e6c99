//! A clock, cookies and a page for tests.

use clerk_wasm::json::Json;
use clerk_wasm::platform::{
    Clock, Cookies, Credentials, Hear, Lifetime, LocalFuture, Page, Refusal, Registration, Storage, Tabs,
    Tell, Timers, Turn, Window,
};
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::future::poll_fn;
use std::rc::Rc;
use std::task::{Poll, Waker};

/// A date that the clock knows: 90 s after [`NOW`](super::NOW).
pub const SOME_DATE: &str = "24 Nov 2025 16:01:30 GMT";
const SOME_DATE_MS: f64 = super::NOW + 90_000.0;

#[derive(Default)]
struct Time {
    now_ms: Cell<f64>,
    /// By how much its reader has put the device's clock back.
    put_back_ms: Cell<f64>,
    /// Whoever sleeps, and until when.
    sleepers: RefCell<Vec<(f64, Waker)>>,
    /// How often the network has returned.
    returns: Cell<usize>,
    waits: Cell<usize>,
}

/// A clock that goes only when it is told to.
pub struct FakeClock(Rc<Time>);

impl FakeClock {
    pub fn at(now_ms: f64) -> Self {
        Self(Rc::new(Time { now_ms: Cell::new(now_ms), ..Time::default() }))
    }

    pub fn advance(&self, ms: f64) {
        self.0.now_ms.set(self.0.now_ms.get() + ms);
        self.0.wake();
    }

    /// The reader puts the device's clock back.
    pub fn put_back(&self, ms: f64) {
        self.0.put_back_ms.set(self.0.put_back_ms.get() + ms);
    }

    /// How many waits have begun.
    pub fn waits(&self) -> usize {
        self.0.waits.get()
    }

    /// The browser says that there is a network again.
    pub fn go_online(&self) {
        self.0.returns.set(self.0.returns.get() + 1);
        self.0.wake();
    }

    /// Goes on to where the first sleeper wakes; false when nobody sleeps.
    pub fn advance_to_next(&self) -> bool {
        let next = self.0.sleepers.borrow().iter().map(|(end, _)| *end).min_by(f64::total_cmp);
        next.inspect(|end| self.advance(end - self.0.now_ms.get())).is_some()
    }
}

impl Time {
    fn wake(&self) {
        self.sleepers.take().into_iter().for_each(|(_, waker)| waker.wake());
    }

    /// Resolves when the time is `end_ms`, or true when the network has returned more than `returns` times.
    fn wait(self: Rc<Self>, end_ms: f64, returns: usize) -> LocalFuture<bool> {
        self.waits.set(self.waits.get() + 1);
        Box::pin(poll_fn(move |context| {
            let is_online = self.returns.get() > returns;
            if is_online || self.now_ms.get() >= end_ms {
                return Poll::Ready(is_online);
            }
            self.sleepers.borrow_mut().push((end_ms, context.waker().clone()));
            Poll::Pending
        }))
    }
}

impl Clock for FakeClock {
    fn now_ms(&self) -> f64 {
        self.0.now_ms.get() - self.0.put_back_ms.get()
    }
}

impl Timers for FakeClock {
    fn sleep(&self, ms: u32) -> LocalFuture<()> {
        let waiting = self.0.clone().wait(self.uptime_ms() + f64::from(ms), usize::MAX);
        Box::pin(async move {
            waiting.await;
        })
    }

    fn pause(&self, ms: u32, ends_online: bool) -> LocalFuture<bool> {
        let returns = if ends_online { self.0.returns.get() } else { usize::MAX };
        self.0.clone().wait(self.uptime_ms() + f64::from(ms), returns)
    }

    /// It knows one date.
    fn until(&self, date: &str) -> f64 {
        if date == SOME_DATE { SOME_DATE_MS - self.now_ms() } else { f64::NAN }
    }

    fn random(&self) -> f64 {
        0.5
    }

    fn uptime_ms(&self) -> f64 {
        self.0.now_ms.get()
    }
}

#[derive(Default)]
pub struct FakeCookies {
    pub is_partitioned: Cell<bool>,
    /// The browser takes each, and keeps none.
    pub keeps_none: Cell<bool>,
    jar: RefCell<BTreeMap<String, String>>,
    pub writes: Cell<usize>,
}

impl FakeCookies {
    pub fn put(&self, name: &str, value: &str) {
        self.jar.borrow_mut().insert(name.to_owned(), value.to_owned());
    }

    pub fn names(&self) -> Vec<String> {
        self.jar.borrow().keys().cloned().collect()
    }
}

impl Cookies for FakeCookies {
    fn get(&self, name: &str) -> Option<String> {
        self.jar.borrow().get(name).cloned()
    }

    fn set(&self, name: &str, value: &str, _lifetime: Lifetime) {
        self.writes.set(self.writes.get() + 1);
        if !self.keeps_none.get() {
            self.put(name, value);
        }
    }

    fn remove(&self, name: &str, _lifetime: Lifetime) {
        self.jar.borrow_mut().remove(name);
    }

    fn partition(&self) {
        self.is_partitioned.set(true);
    }
}

/// Storage that outlasts a [`World`](super::World) when it is handed on to the next.
#[derive(Default)]
pub struct FakeStorage {
    pub texts: RefCell<BTreeMap<String, String>>,
    /// What it refuses, as a browser does that has no room left.
    pub is_full: Cell<bool>,
}

impl Storage for FakeStorage {
    fn get(&self, name: &str) -> Option<Json> {
        Json::parse(self.texts.borrow().get(name)?).ok().filter(Json::is_object)
    }

    fn set(&self, name: &str, value: &Json, secrets: &str) {
        let names: Vec<_> = secrets.split(' ').collect();
        let kept = without(value, &names).filter(|value| value.is_object() && !self.is_full.get());
        let mut texts = self.texts.borrow_mut();
        texts.remove(name);
        texts.extend(kept.map(|value| (name.to_owned(), value.to_text())));
    }
}

/// As `JSON.stringify` does it: what is left out of an object is gone, and null in a list.
fn without(value: &Json, names: &[&str]) -> Option<Json> {
    if value.as_text().is_some_and(|text| has_jwt(&text)) {
        return None;
    }
    if value.is_array() {
        let items: Vec<_> = value.items().iter().map(|item| Json::from(without(item, names))).collect();
        return Some(Json::array(&items));
    }
    if !value.is_object() {
        return Some(value.clone());
    }
    let keys = value.keys();
    let kept = keys.iter().filter(|key| !names.contains(&key.as_str()) && !has_jwt(key));
    let fields: Vec<_> =
        kept.filter_map(|key| Some((key.as_str(), without(&value.get(key)?, names)?))).collect();
    Some(Json::object(&fields))
}

/// As the browser's storage looks for it: `eyJ`, a dot, something, a dot.
fn has_jwt(text: &str) -> bool {
    let is_part =
        |part: &str| part.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    text.match_indices("eyJ").any(|(place, _)| {
        let mut parts = text[place..].split('.');
        let (header, payload) = (parts.next(), parts.next());
        header.is_some_and(is_part)
            && payload.is_some_and(|part| !part.is_empty() && is_part(part))
            && parts.next().is_some()
    })
}

/// A focused tab on `https://app.test/`.
pub struct FakePage {
    pub href: RefCell<String>,
    pub is_online: Cell<bool>,
    pub tab_state: Cell<Option<&'static str>>,
    pub went_to: RefCell<Vec<String>>,
    /// Who is called when the reader comes back to the tab.
    pub returns: RefCell<Vec<Box<dyn Fn()>>>,
    /// Who is called when the window gets the focus.
    pub focuses: RefCell<Vec<Box<dyn Fn()>>>,
    /// Each registration that has not been taken back holds one of these.
    pub registered: Rc<()>,
    /// What navigating tells: false when the page stays.
    pub leaves: Cell<bool>,
}

impl Default for FakePage {
    fn default() -> Self {
        Self {
            href: RefCell::new("https://app.test/".to_owned()),
            is_online: Cell::new(true),
            tab_state: Cell::new(Some("focused")),
            went_to: RefCell::default(),
            returns: RefCell::default(),
            focuses: RefCell::default(),
            registered: Rc::default(),
            leaves: Cell::new(true),
        }
    }
}

impl Page for FakePage {
    fn origin(&self) -> Option<String> {
        Some("https://app.test".to_owned())
    }

    fn query_parameter(&self, name: &str) -> Option<String> {
        let href = self.href.borrow().clone();
        let (_, query) = href.split_once('?')?;
        form_urlencoded::parse(query.as_bytes())
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.into_owned())
    }

    fn take_query_parameter(&self, name: &str) -> Option<String> {
        let href = self.href.borrow().clone();
        let (path, query) = href.split_once('?')?;
        let value = self.query_parameter(name)?;
        let rest = form_urlencoded::parse(query.as_bytes()).filter(|(key, _)| key != name);
        let rest = form_urlencoded::Serializer::new(String::new()).extend_pairs(rest).finish();
        self.href.replace(format!("{path}?{rest}"));
        Some(value)
    }

    fn is_in_front(&self) -> bool {
        self.tab_state.get().is_none_or(|state| state == "focused")
    }
}

impl Window for FakePage {
    fn href(&self) -> Option<String> {
        Some(self.href.borrow().clone())
    }

    fn navigate(&self, url: &str) -> bool {
        self.went_to.borrow_mut().push(url.to_owned());
        self.leaves.get()
    }

    fn language(&self) -> Option<String> {
        Some("de-AT".to_owned())
    }

    fn is_online(&self) -> bool {
        self.is_online.get()
    }

    fn tab_state(&self) -> Option<&'static str> {
        self.tab_state.get()
    }

    fn on_return(&self, act: Box<dyn Fn()>) -> Registration {
        self.returns.borrow_mut().push(act);
        Box::new(self.registered.clone())
    }

    fn on_focus(&self, act: Box<dyn Fn()>) -> Registration {
        self.focuses.borrow_mut().push(act);
        Box::new(self.registered.clone())
    }

    fn with_query_parameter(&self, url: &str, name: &str, value: &str) -> Option<String> {
        let joint = if url.contains('?') { '&' } else { '?' };
        let value: String = form_urlencoded::byte_serialize(value.as_bytes()).collect();
        Some(format!("{}{joint}{name}={value}", self.resolve_url(url)?))
    }

    fn url_below_root(&self, url: &str) -> Option<String> {
        self.resolve_url(url)
    }

    fn whole_url(&self, url: &str) -> Option<String> {
        url.contains(':').then(|| self.resolve_url(url))?
    }

    /// Enough of URL resolution for these tests: absolute URLs and paths.
    fn resolve_url(&self, url: &str) -> Option<String> {
        match url.split_once(':') {
            Some((_, rest)) => (!rest.is_empty() && !rest.contains(' ')).then(|| url.to_owned()),
            None if url.starts_with("//") => Some(format!("https:{url}")),
            None => Some(format!("https://app.test/{}", url.trim_start_matches('/'))),
        }
    }
}

/// The other tabs: what they are told, and what they say.
#[derive(Default)]
pub struct FakeTabs {
    pub told: Rc<RefCell<Vec<Json>>>,
    hears: RefCell<Vec<(String, Hear)>>,
    /// Whether another tab has the turn and keeps it.
    pub is_locked: Cell<bool>,
    pub turns: Cell<usize>,
    /// Whether there are no channels.
    pub is_alone: Cell<bool>,
}

impl FakeTabs {
    /// Another tab says something on the channel of tokens.
    pub fn say(&self, message: &Json) {
        self.say_on("clerk:session_token", message);
    }

    pub fn say_on(&self, channel: &str, message: &Json) {
        let hears = self.hears.borrow();
        hears.iter().filter(|(name, _)| name == channel).for_each(|(_, hear)| hear(message.clone()));
    }
}

impl Tabs for FakeTabs {
    fn open(&self, channel: &str, hear: Hear) -> Option<Tell> {
        if self.is_alone.get() {
            return None;
        }
        self.hears.borrow_mut().push((channel.to_owned(), hear));
        let told = self.told.clone();
        Some(Rc::new(move |message| told.borrow_mut().push(message)))
    }

    fn lock(&self, _name: &str, _limit_ms: u32) -> LocalFuture<Option<Turn>> {
        let turn = (!self.is_locked.get()).then(|| Box::new(()) as Turn);
        self.turns.set(self.turns.get() + usize::from(turn.is_some()));
        Box::pin(async { turn })
    }
}

/// A browser with passkeys, which gives what it was told to.
#[derive(Default)]
pub struct FakeCredentials {
    pub is_missing: Cell<bool>,
    pub is_not_kept: Cell<bool>,
    pub cannot_offer: Cell<bool>,
    /// What comes of the next question; a credential without.
    pub next: RefCell<Option<Result<Option<String>, Refusal>>>,
    /// What it was asked.
    pub asked: RefCell<Vec<String>>,
}

pub const CREDENTIAL: &str = r#"{"id":"cred_1"}"#;

impl FakeCredentials {
    fn answer(&self, asked: String) -> LocalFuture<Result<Option<String>, Refusal>> {
        self.asked.borrow_mut().push(asked);
        let answer = self.next.borrow_mut().take().unwrap_or_else(|| Ok(Some(CREDENTIAL.to_owned())));
        Box::pin(std::future::ready(answer))
    }
}

impl Credentials for FakeCredentials {
    fn is_supported(&self) -> bool {
        !self.is_missing.get()
    }

    fn can_be_offered(&self) -> LocalFuture<bool> {
        Box::pin(std::future::ready(!self.cannot_offer.get()))
    }

    fn is_kept_by_device(&self) -> LocalFuture<bool> {
        Box::pin(std::future::ready(!self.is_not_kept.get()))
    }

    fn sign(&self, options: &str, is_offered: bool) -> LocalFuture<Result<Option<String>, Refusal>> {
        self.answer(format!("sign {options}{}", if is_offered { " in a field" } else { "" }))
    }

    fn make(&self, options: &str) -> LocalFuture<Result<Option<String>, Refusal>> {
        self.answer(format!("make {options}"))
    }
}
