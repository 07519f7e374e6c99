//! `load()`: what it takes until the client is there (behaviour map 4.3).

use super::clerk::{LoadOptions, Status};
use super::core::Core;
use super::gateway::{Work, done};
use super::outage::is_outage;
use super::shared::{Shared, both, within};
use crate::error::{ClerkError, Result};
use crate::fapi::{Payload, endpoints};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// How long the client may take before the page goes on without it, in ms.
const CLIENT_LIMIT_MS: u32 = 7000;

#[derive(Default)]
pub(crate) struct Loading {
    /// The call of `load()` that is under way, which later calls share.
    running: RefCell<Option<Shared<Result<()>>>>,
    /// Other tabs are listened to, and the token is looked at.
    is_alive: Cell<bool>,
}

impl Core {
    /// Loads once, however often and however concurrently it is called; a failed call can be repeated.
    pub(crate) fn load(self: &Rc<Self>, options: LoadOptions) -> Work {
        if self.status.get().is_loaded() {
            return done(Ok(()));
        }
        let running = self.loading.running.borrow().clone();
        Box::pin(running.unwrap_or_else(|| {
            let core = self.clone();
            let load: Work = Box::pin(async move {
                let outcome = core.load_once(options).await;
                core.loading.running.replace(None);
                outcome
            });
            let load = Shared::new(load);
            self.loading.running.replace(Some(load.clone()));
            load
        }))
    }

    async fn load_once(self: &Rc<Self>, options: LoadOptions) -> Result<()> {
        self.after_sign_out_url.replace(options.after_sign_out_url);
        self.rethrow_offline_network_errors.set(options.rethrow_offline_network_errors);
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
        let outcome = self.load_resources(options.start_from_snapshot).await;
        self.set_status(match outcome {
            Ok(()) if self.outage.is_over() => Status::Ready,
            Ok(()) => Status::Degraded,
            Err(_) => Status::Error,
        });
        if options.start_from_snapshot {
            self.keep_snapshots();
        }
        outcome
    }

    async fn load_resources(self: &Rc<Self>, starts_from_snapshot: bool) -> Result<()> {
        if !self.uses_dev_browser() && self.cookies.is_enabled() {
            self.dev_browser.forget(self);
        }
        if starts_from_snapshot {
            if self.uses_dev_browser() {
                self.set_up_dev_browser().await?;
            }
            if self.start_from_snapshot() {
                return Ok(());
            }
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

    pub(super) fn fetch_environment(self: &Rc<Self>) -> Work {
        let core = self.clone();
        Box::pin(async move {
            let outcome = core.send(endpoints::environment::get(core.uses_dev_browser())).await;
            core.dev_browser.write(&core);
            outcome.map(|payload| core.read_environment(payload.as_ref()))
        })
    }

    fn read_environment(&self, payload: Option<&Payload>) {
        let settings = payload.and_then(|payload| payload.resource().present("auth_config"));
        let is_set = |name| settings.as_ref().is_some_and(|settings| settings.flag(name));
        self.uses_session_minter.set(is_set("session_minter"));
        self.is_single_session.set(is_set("single_session_mode"));
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
