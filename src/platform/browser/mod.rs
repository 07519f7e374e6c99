//! The engine's surroundings in a browser (or a worker, or Node): one web interface a file, no decisions.

mod cookies;
mod fetch;
mod page;
mod storage;
mod tabs;
mod timers;

#[cfg(feature = "js")]
pub(crate) use timers::when_aborted;

use super::{LocalFuture, Platform, Spawner};
use crate::engine::{Clerk, ClerkOptions};
use crate::error::Result;
use std::rc::Rc;

impl Clerk {
    /// Makes a Clerk object on the page that this runs on. No request is made before [`load`](Clerk::load).
    ///
    /// # Errors
    /// [`ErrorKind::State`](crate::ErrorKind::State) when the key or the proxy URL is not valid.
    pub fn new(publishable_key: &str, options: &ClerkOptions) -> Result<Self> {
        Self::on(platform(), publishable_key, options)
    }
}

fn platform() -> Platform {
    Platform {
        transport: Rc::new(fetch::Fetch),
        clock: Rc::new(timers::Timers),
        cookies: Rc::new(cookies::DocumentCookies::default()),
        page: Rc::new(page::Tab),
        storage: Rc::new(storage::LocalStorage),
        tabs: Rc::new(tabs::Origin),
        spawner: Rc::new(Microtasks),
    }
}

struct Microtasks;

impl Spawner for Microtasks {
    fn spawn(&self, future: LocalFuture<()>) {
        wasm_bindgen_futures::spawn_local(future);
    }
}
