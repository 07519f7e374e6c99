//! The engine's surroundings in a browser (or a worker, or Node): one web interface a file, no decisions.

mod cookies;
mod credentials;
mod date;
mod fetch;
mod page;
#[cfg(not(feature = "js"))]
mod popup;
mod storage;
mod tabs;
mod timers;
mod window;

#[cfg(feature = "js")]
pub(crate) use timers::when_aborted;

#[cfg(not(feature = "js"))]
use super::Platform;
use super::{Clock, LocalFuture, Near, Reach, Spawner};
use crate::engine::{Clerk, ClerkOptions};
use crate::error::Result;
use js_sys::Function;
use std::rc::Rc;
use wasm_bindgen::JsValue;

/// A function of a snippet that ends something, such as a turn or a registration; it never throws.
struct Ending(Function);

impl Drop for Ending {
    fn drop(&mut self) {
        let _ = self.0.call0(&JsValue::UNDEFINED);
    }
}

impl Clerk {
    /// Makes a Clerk object on the page that this runs on. No request is made before [`load`](Clerk::load).
    ///
    /// # Errors
    /// [`ErrorKind::State`](crate::ErrorKind::State) when the key or the proxy URL is not valid.
    pub fn new(publishable_key: &str, options: &ClerkOptions) -> Result<Self> {
        // The package's first part is what this reaches: it must not name the far half.
        #[cfg(feature = "js")]
        return Self::on_page(near(), publishable_key, options);
        #[cfg(not(feature = "js"))]
        Self::on(Platform { near: near(), reach: reach() }, publishable_key, options)
    }
}

fn near() -> Near {
    Near {
        page: Rc::new(page::Document),
        cookies: Rc::new(cookies::DocumentCookies::default()),
        clock: Rc::new(SystemClock),
        storage: Rc::new(storage::LocalStorage),
    }
}

/// The far half.
pub(crate) fn reach() -> Reach {
    Reach {
        transport: Rc::new(fetch::Fetch),
        timers: Rc::new(timers::Timers),
        window: Rc::new(window::Tab),
        tabs: Rc::new(tabs::Origin),
        credentials: Rc::new(credentials::WebAuthn),
        spawner: Rc::new(Microtasks),
    }
}

struct SystemClock;

impl Clock for SystemClock {
    fn now_ms(&self) -> f64 {
        js_sys::Date::now()
    }
}

struct Microtasks;

impl Spawner for Microtasks {
    fn spawn(&self, future: LocalFuture<()>) {
        wasm_bindgen_futures::spawn_local(future);
    }
}
