//! `load()`: what it takes until the client is there (behaviour map 4.3).

use super::clerk::{LoadOptions, Status};
use super::core::Core;
use super::gateway::{Work, done};
use super::outage::is_outage;
use super::shared::{Shared, both, within};
use crate::error::{ClerkError, Result};
use crate::fapi::endpoints;
use std::cell::{Cell, RefCell};
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll};

/// How long the client may take before the page goes on without it, in ms.
const CLIENT_LIMIT_MS: u32 = 7000;

const REDIRECT_PARAMETERS: [&str; 6] = [
    "__clerk_synced",
    "__clerk_netlify_cache_bust",
    "suffixed_cookies",
    "__clerk_handshake",
    "__clerk_handshake_nonce",
    "__clerk_help",
];

#[derive(Default)]
pub(crate) struct Loading {
    /// The call of `load()` that is under way, which later calls share.
    running: RefCell<Option<Shared<Result<()>>>>,
    /// Other tabs are listened to, and the token is looked at.
    is_alive: Cell<bool>,
}

/// Who waits for a load. When nobody does any more, it ends; a later call begins anew.
struct Caller {
    core: Rc<Core>,
    load: Shared<Result<()>>,
}

impl Future for Caller {
    type Output = Result<()>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Result<()>> {
        Pin::new(&mut self.load).poll(context)
    }
}

impl Drop for Caller {
    fn drop(&mut self) {
        let running = &self.core.loading.running;
        let is_last = running.borrow().as_ref().is_some_and(|running| running.is_left_to(&self.load));
        if is_last {
            // Not while it is borrowed: what is under way ends with it.
            drop(running.take());
        }
    }
}

impl Core {
    /// Loads once, however often and however concurrently it is called; a failed call can be repeated.
    pub(crate) fn load(self: &Rc<Self>, options: LoadOptions) -> Work {
        if self.status.get().is_loaded() {
            return done(Ok(()));
        }
        let running = self.loading.running.borrow().clone();
        let load = running.unwrap_or_else(|| {
            let core = self.clone();
            let load: Work = Box::pin(async move {
                let outcome = core.load_once(options).await;
                core.loading.running.replace(None);
                outcome
            });
            let load = Shared::new(load);
            self.loading.running.replace(Some(load.clone()));
            load
        });
        Box::pin(Caller { core: self.clone(), load })
    }

    async fn load_once(self: &Rc<Self>, options: LoadOptions) -> Result<()> {
        let options = Rc::new(options);
        self.options.replace(options.clone());
        if !options.standard_browser {
            self.cookies.disable();
        }
        if !self.loading.is_alive.replace(true) {
            self.listen_to_other_tabs();
            if options.standard_browser && options.polling {
                self.start_polling();
            }
            if options.standard_browser && options.touch_session {
                self.touch_on_focus();
            }
        }
        let outcome = match self.leaves_page(&options).await {
            // The page that comes in its place loads.
            Ok(true) => return Ok(()),
            Ok(false) => self.load_resources(options.start_from_snapshot).await,
            Err(error) => Err(error),
        };
        self.set_status(match outcome {
            Ok(()) if self.outage.is_over() => Status::Ready,
            Ok(()) => Status::Degraded,
            Err(_) => Status::Error,
        });
        if outcome.is_ok() {
            self.tidy_url();
        }
        if options.start_from_snapshot {
            self.keep_snapshots();
        }
        outcome
    }

    /// Takes what redirects have said, and is done with now, out of the page's URL.
    fn tidy_url(&self) {
        for name in REDIRECT_PARAMETERS.iter().filter(|_| self.cookies.is_enabled()) {
            self.platform.page.take_query_parameter(name);
        }
    }

    /// Sees to the development browser, and then to other domains of the same application.
    async fn leaves_page(self: &Rc<Self>, options: &LoadOptions) -> Result<bool> {
        if !self.cookies.is_enabled() {
            return Ok(false);
        }
        if self.uses_dev_browser() {
            self.set_up_dev_browser().await?;
        } else {
            self.dev_browser.forget(self);
        }
        self.leaves_for_sync(options)
    }

    async fn load_resources(self: &Rc<Self>, starts_from_snapshot: bool) -> Result<()> {
        if starts_from_snapshot && self.start_from_snapshot() {
            return Ok(());
        }
        let (mut environment, mut client) = self.fetch_resources().await?;
        if client.as_ref().is_err_and(|error| error.has_code("dev_browser_unauthenticated")) {
            (environment, client) = self.fetch_resources().await?;
        }
        if client.as_ref().is_err_and(|error| error.has_code("requires_captcha")) {
            client = self.fetch_client().await;
        }
        client?;
        match environment {
            Err(error) if self.cookies.is_enabled() => self.go_on_without_environment(&error),
            outcome => return outcome,
        }
        Ok(())
    }

    /// The environment and the client. Both requests are under way at once, after the development browser's.
    fn fetch_resources(self: &Rc<Self>) -> Work<(Result<()>, Result<()>)> {
        let core = self.clone();
        Box::pin(async move {
            if core.uses_dev_browser() {
                core.set_up_dev_browser().await?;
            }
            Ok(both(core.fetch_environment(), core.fetch_client()).await)
        })
    }

    /// The client, or in an outage what a standard browser goes on with.
    fn fetch_client(self: &Rc<Self>) -> Work {
        let limit = self.platform.clock.sleep(CLIENT_LIMIT_MS);
        let client = within(limit, self.send_for_client(endpoints::client::get()));
        let late = || ClerkError::runtime("client_timeout", "The Frontend API did not answer in time.");
        let core = self.clone();
        Box::pin(async move {
            match client.await.unwrap_or_else(|| Err(late())) {
                Err(error) if core.cookies.is_enabled() && is_outage(&error) => {
                    core.start_without_client(&error);
                }
                outcome => return outcome,
            }
            Ok(())
        })
    }
}
