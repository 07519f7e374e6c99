//! Where there is no browser, such as on a server that renders an application: nobody is signed in, no request is sent, and no time passes.

use super::{
    Clock, Cookies, Credentials, Hear, Lifetime, LocalFuture, Near, Page, Platform, Reach, Refusal,
    Registration, Spawner, Storage, Tabs, Tell, Timers, Transport, Turn, Window, WireRequest,
};
use crate::engine::{Clerk, ClerkOptions};
use crate::error::Result;
use crate::fapi::Reply;
use crate::json::Json;
use std::future::{pending, ready};
use std::rc::Rc;
use std::time::{SystemTime, UNIX_EPOCH};

impl Clerk {
    /// Makes a Clerk object on the page that this runs on. No request is made before [`load`](Clerk::load).
    ///
    /// On a server there is no page: the same code compiles there, nobody is signed in, and whatever would make a request fails at once with
    /// [`ErrorKind::Network`](crate::ErrorKind::Network).
    ///
    /// # Errors
    /// [`ErrorKind::State`](crate::ErrorKind::State) when the key or the proxy URL is not valid.
    pub fn new(publishable_key: &str, options: &ClerkOptions) -> Result<Self> {
        let nowhere = Rc::new(Nowhere);
        let near = Near {
            page: nowhere.clone(),
            cookies: nowhere.clone(),
            clock: nowhere.clone(),
            storage: nowhere,
        };
        let clerk = Self::on(Platform { near, reach: reach() }, publishable_key, options)?;
        // With cookies an outage would be no failure: they say who is signed in.
        clerk.page.cookies.disable();
        Ok(clerk)
    }
}

pub(crate) fn reach() -> Reach {
    let nowhere = Rc::new(Nowhere);
    Reach {
        transport: nowhere.clone(),
        timers: nowhere.clone(),
        window: nowhere.clone(),
        tabs: nowhere.clone(),
        credentials: nowhere.clone(),
        spawner: nowhere,
    }
}

struct Nowhere;

impl Transport for Nowhere {
    fn send(&self, _request: &WireRequest) -> LocalFuture<Result<Reply, String>> {
        Box::pin(ready(Err("there is no browser here, and no network".to_owned())))
    }
}

impl Timers for Nowhere {
    fn sleep(&self, _ms: u32) -> LocalFuture<()> {
        Box::pin(pending())
    }

    /// Nobody waits here for what does not come.
    fn sleep_or_not(&self, _ms: u32) -> LocalFuture<()> {
        Box::pin(ready(()))
    }

    fn pause(&self, _ms: u32, _ends_online: bool) -> LocalFuture<bool> {
        Box::pin(pending())
    }

    fn until(&self, _date: &str) -> f64 {
        f64::NAN
    }

    fn random(&self) -> f64 {
        0.0
    }

    fn uptime_ms(&self) -> f64 {
        0.0
    }
}

impl Window for Nowhere {
    fn href(&self) -> Option<String> {
        None
    }

    fn navigate(&self, _url: &str) -> bool {
        false
    }

    fn language(&self) -> Option<String> {
        None
    }

    fn is_online(&self) -> bool {
        false
    }

    fn tab_state(&self) -> Option<&'static str> {
        None
    }

    fn on_return(&self, _act: Box<dyn Fn()>) -> Registration {
        Box::new(())
    }

    fn on_focus(&self, _act: Box<dyn Fn()>) -> Registration {
        Box::new(())
    }

    fn resolve_url(&self, _url: &str) -> Option<String> {
        None
    }

    fn url_below_root(&self, _url: &str) -> Option<String> {
        None
    }

    fn whole_url(&self, _url: &str) -> Option<String> {
        None
    }

    fn with_query_parameter(&self, _url: &str, _name: &str, _value: &str) -> Option<String> {
        None
    }
}

impl Tabs for Nowhere {
    fn open(&self, _channel: &str, _hear: Hear) -> Option<Tell> {
        None
    }

    fn lock(&self, _name: &str, _limit_ms: u32) -> LocalFuture<Option<Turn>> {
        Box::pin(ready(None))
    }
}

impl Credentials for Nowhere {
    fn is_supported(&self) -> bool {
        false
    }

    fn can_be_offered(&self) -> LocalFuture<bool> {
        Box::pin(ready(false))
    }

    fn is_kept_by_device(&self) -> LocalFuture<bool> {
        Box::pin(ready(false))
    }

    fn sign(&self, _options: &str, _is_offered: bool) -> LocalFuture<Result<Option<String>, Refusal>> {
        Box::pin(ready(Ok(None)))
    }

    fn make(&self, _options: &str) -> LocalFuture<Result<Option<String>, Refusal>> {
        Box::pin(ready(Ok(None)))
    }
}

impl Spawner for Nowhere {
    fn spawn(&self, _future: LocalFuture<()>) {}
}

impl Page for Nowhere {
    fn origin(&self) -> Option<String> {
        None
    }

    fn query_parameter(&self, _name: &str) -> Option<String> {
        None
    }

    fn take_query_parameter(&self, _name: &str) -> Option<String> {
        None
    }

    fn is_in_front(&self) -> bool {
        false
    }
}

impl Cookies for Nowhere {
    fn get(&self, _name: &str) -> Option<String> {
        None
    }

    fn set(&self, _name: &str, _value: &str, _lifetime: Lifetime) {}

    fn remove(&self, _name: &str, _lifetime: Lifetime) {}

    fn partition(&self) {}
}

impl Clock for Nowhere {
    fn now_ms(&self) -> f64 {
        SystemTime::now().duration_since(UNIX_EPOCH).map_or(0.0, |since| since.as_secs_f64() * 1000.0)
    }
}

impl Storage for Nowhere {
    fn get(&self, _name: &str) -> Option<Json> {
        None
    }

    fn set(&self, _name: &str, _value: &Json, _secrets: &str) {}
}
