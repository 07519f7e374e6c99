//! `load()`: what it takes until the client is there (behaviour map 4.3).

use super::clerk::{LoadOptions, Status};
use super::client_from_token::client_from_token;
use super::core::{Core, Emit};
use super::gateway::{Work, done};
use super::shared::{Shared, both, within};
use crate::error::{ClerkError, ErrorKind, Result};
use crate::fapi::{Payload, endpoints};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// How long the client may take before the page goes on without it, in ms.
const CLIENT_LIMIT_MS: u32 = 7000;

#[derive(Default)]
pub(crate) struct Loading {
    /// The call of `load()` that is under way, which later calls share.
    running: RefCell<Option<Shared<Result<()>>>>,
    /// The page goes on without the client, which is still being asked for.
    pub(crate) lacks_client: Cell<bool>,
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
        if !options.standard_browser {
            self.cookies.disable();
        }
        if !self.loading.is_alive.replace(true) {
            self.listen_to_other_tabs();
            if options.standard_browser && options.polling {
                self.start_polling();
            }
        }
        let outcome = self.load_resources().await;
        self.set_status(match &outcome {
            Ok(status) => *status,
            Err(_) => Status::Error,
        });
        outcome.map(|_| ())
    }

    async fn load_resources(self: &Rc<Self>) -> Result<Status> {
        if !self.uses_dev_browser() && self.cookies.is_enabled() {
            self.dev_browser.forget(self);
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
            Ok(()) if self.loading.lacks_client.get() => Ok(Status::Degraded),
            Ok(()) => Ok(Status::Ready),
            Err(_) if self.cookies.is_enabled() => Ok(Status::Degraded),
            Err(error) => Err(error),
        }
    }

    /// The environment and the client. Both requests are under way at once, after the development browser's.
    fn fetch_resources(self: &Rc<Self>) -> Work<(Result<()>, Result<()>)> {
        let core = self.clone();
        Box::pin(async move {
            if core.uses_dev_browser() {
                core.set_up_dev_browser().await?;
            }
            let environment = core.send(endpoints::environment::get(core.uses_dev_browser()));
            let known = core.clone();
            let environment: Work = Box::pin(async move {
                let outcome = environment.await;
                known.dev_browser.write(&known);
                outcome.map(|payload| known.read_environment(payload.as_ref()))
            });
            Ok(both(environment, core.fetch_client()).await)
        })
    }

    fn read_environment(&self, payload: Option<&Payload>) {
        let settings = payload.and_then(|payload| payload.resource().present("auth_config"));
        self.uses_session_minter.set(settings.is_some_and(|settings| settings.flag("session_minter")));
    }

    /// The client, or in an outage what a standard browser goes on with.
    fn fetch_client(self: &Rc<Self>) -> Work {
        let limit = self.platform.clock.sleep(CLIENT_LIMIT_MS);
        let client = within(limit, self.send_for_client(endpoints::client::get()));
        let late = || ClerkError::runtime("client_timeout", "The Frontend API did not answer in time.");
        let core = self.clone();
        Box::pin(async move {
            match client.await.unwrap_or_else(|| Err(late())) {
                Err(error) if core.cookies.is_enabled() && is_outage(&error) => core.start_without_client(),
                outcome => return outcome,
            }
            Ok(())
        })
    }

    /// The client did not come: the session cookie says who is signed in, and the client is asked for again in the
    /// background (behaviour map 4.4).
    fn start_without_client(self: &Rc<Self>) {
        self.loading.lacks_client.set(true);
        let token = self.cookies.token(self);
        self.update_client(&client_from_token(token.as_deref()), Emit::Yes);
        let core = self.clone();
        self.platform.spawner.spawn(Box::pin(async move {
            if core.send_for_client(endpoints::client::get()).await.is_ok() {
                core.loading.lacks_client.set(false);
                if core.status.get() == Status::Degraded {
                    core.set_status(Status::Ready);
                }
            }
        }));
    }
}

/// Whether a page can go on without the answer: the server or the network failed, the caller did nothing wrong.
fn is_outage(error: &ClerkError) -> bool {
    match error.status() {
        Some(status) => status >= 500 || status == 429,
        None => !matches!(error.kind(), ErrorKind::Argument(_) | ErrorKind::State(_)),
    }
}
