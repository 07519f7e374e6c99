//! The engine's surroundings in a browser (or a worker, or Node): one web interface a file, no decisions.

mod cookies;
mod fetch;
mod page;
mod timers;

use super::{LocalFuture, Platform, Spawner};
use std::rc::Rc;

/// The platform that we run on.
pub(crate) fn platform() -> Platform {
    Platform {
        transport: Rc::new(fetch::Fetch),
        clock: Rc::new(timers::Timers),
        cookies: Rc::new(cookies::DocumentCookies),
        page: Rc::new(page::Tab),
        spawner: Rc::new(Microtasks),
    }
}

struct Microtasks;

impl Spawner for Microtasks {
    fn spawn(&self, future: LocalFuture<()>) {
        wasm_bindgen_futures::spawn_local(future);
    }
}
