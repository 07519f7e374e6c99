//! The far half where nobody has given one and there is no browser: no answer comes, and no time passes.

use super::{
    Hear, LocalFuture, Reach, Registration, Spawner, Tabs, Tell, Timers, Transport, Turn, Window, WireRequest,
};
use crate::fapi::Reply;
use std::future::{pending, ready};
use std::rc::Rc;

pub(crate) fn reach() -> Reach {
    let nowhere = Rc::new(Nowhere);
    Reach {
        transport: nowhere.clone(),
        timers: nowhere.clone(),
        window: nowhere.clone(),
        tabs: nowhere.clone(),
        spawner: nowhere,
    }
}

struct Nowhere;

impl Transport for Nowhere {
    fn send(&self, _request: &WireRequest) -> LocalFuture<Result<Reply, String>> {
        Box::pin(ready(Err("there is no network here".to_owned())))
    }
}

impl Timers for Nowhere {
    fn sleep(&self, _ms: u32) -> LocalFuture<()> {
        Box::pin(pending())
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

impl Spawner for Nowhere {
    fn spawn(&self, _future: LocalFuture<()>) {}
}
