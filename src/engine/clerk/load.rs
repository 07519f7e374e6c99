//! `load()`: what it takes until the client is there.

use super::environment::fetch_environment;
use super::life::{come_alive, keep_going};
use super::outage::{go_on_without_environment, is_outage, start_without_client};
use super::satellite::leaves_for_sync;
use super::state::Rest;
use crate::engine::page::{LoadOptions, Status};
use crate::engine::wire::{Shared, Work, both, done, within};
use crate::error::{ClerkError, Result};
use crate::fapi::endpoints;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};

/// How long the client may take before the page goes on without it, in ms.
const CLIENT_LIMIT_MS: u32 = 7000;

/// How much of that is left at least to a start that has waited already.
const SHORTEST_LIMIT_MS: u32 = 50;

/// Who waits for a load. When nobody does any more, it ends; a later call begins anew.
struct Caller {
    rest: Rest,
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
        let running = &self.rest.state.loading;
        let is_last =
            running.change(|running| running.as_ref().is_some_and(|running| running.is_left_to(&self.load)));
        if is_last {
            // Not while it is looked at: what is under way ends with it.
            drop(running.take());
        }
    }
}

/// Loads once, however often and however concurrently it is called; a failed call can be repeated. What the caller has waited before
/// counts to the time that the client may take.
pub(crate) fn load(rest: &Rest, options: LoadOptions, waited_ms: u32) -> Work {
    if rest.page().status().is_loaded() {
        return done(Ok(()));
    }
    let load = rest.state.loading.get().unwrap_or_else(|| {
        rest.state.waited_ms.set(waited_ms);
        let own = rest.clone();
        let load: Work = Box::pin(async move {
            let outcome = load_once(&own, options).await;
            own.state.loading.take();
            outcome
        });
        let load = Shared::new(load);
        rest.state.loading.set(Some(load.clone()));
        load
    });
    Box::pin(Caller { rest: rest.clone(), load })
}

async fn load_once(rest: &Rest, options: LoadOptions) -> Result<()> {
    let options = rest.page().set_options(options);
    come_alive(rest);
    let outcome = match leaves_page(rest, &options).await {
        // The page that comes in its place loads.
        Ok(true) => return Ok(()),
        Ok(false) => load_resources(rest, options.start_from_snapshot).await,
        Err(error) => Err(error),
    };
    rest.page().end_loading(match outcome {
        Ok(()) if rest.page().lacks.nothing() => Status::Ready,
        Ok(()) => Status::Degraded,
        Err(_) => Status::Error,
    });
    keep_going(rest);
    outcome
}

/// Sees to the development browser, and then to other domains of the same application.
async fn leaves_page(rest: &Rest, options: &LoadOptions) -> Result<bool> {
    if !rest.page().cookies.is_enabled() {
        return Ok(false);
    }
    if !rest.page().uses_found_dev_browser() {
        rest.wire().set_up_dev_browser().await?;
    }
    leaves_for_sync(rest, options)
}

async fn load_resources(rest: &Rest, starts_from_snapshot: bool) -> Result<()> {
    if starts_from_snapshot && rest.page().start_from_stored() {
        return Ok(());
    }
    let (mut environment, mut client) = fetch_resources(rest).await?;
    if client.as_ref().is_err_and(|error| error.has_code("dev_browser_unauthenticated")) {
        (environment, client) = fetch_resources(rest).await?;
    }
    if client.as_ref().is_err_and(|error| error.has_code("requires_captcha")) {
        client = fetch_client(rest).await;
    }
    client?;
    match environment {
        Err(error) if rest.page().cookies.is_enabled() => go_on_without_environment(rest, &error),
        outcome => return outcome,
    }
    Ok(())
}

/// The environment and the client. Both requests are under way at once, after the development browser's.
fn fetch_resources(rest: &Rest) -> Work<(Result<()>, Result<()>)> {
    let rest = rest.clone();
    Box::pin(async move {
        if rest.page().uses_dev_browser() {
            rest.wire().set_up_dev_browser().await?;
        }
        Ok(both(fetch_environment(&rest), fetch_client(&rest)).await)
    })
}

/// The client, or in an outage what a standard browser goes on with.
fn fetch_client(rest: &Rest) -> Work {
    // What has been answered meanwhile needs a moment to be read.
    let left_ms = CLIENT_LIMIT_MS.saturating_sub(rest.state.waited_ms.take()).max(SHORTEST_LIMIT_MS);
    let limit = rest.reach().timers.sleep(left_ms);
    let client = within(limit, rest.wire().send_for_client(endpoints::client::get()));
    let late = || ClerkError::runtime("client_timeout", "The Frontend API did not answer in time.");
    let rest = rest.clone();
    Box::pin(async move {
        match client.await.unwrap_or_else(|| Err(late())) {
            Err(error) if rest.page().cookies.is_enabled() && is_outage(&error) => {
                start_without_client(&rest, &error);
            }
            outcome => return outcome,
        }
        Ok(())
    })
}
