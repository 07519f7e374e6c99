//! The one path to the network: every call of the Frontend API goes through [`Core::send`], which sees to the
//! client that comes along, to the development browser and to what a 401 means (behaviour map 1.1, 2.7).

use super::client_state::is_client;
use super::core::{Core, Emit};
use super::resource::Resource;
use super::unauthenticated::Heard;
use crate::encoding::concat;
use crate::error::{ApiResponseError, ClerkError, ErrorKind, NetworkError, Result};
use crate::fapi::{Method, Payload, Reply, Request, read_reply};
use crate::json::Json;
use crate::platform::{LocalFuture, WireRequest};
use std::future::ready;
use std::rc::Rc;

/// Work that makes requests: it starts when it is awaited.
///
/// A boxed future and not an `async fn`, so that the compiler writes each state machine once and not into each caller.
pub type Work<T = ()> = LocalFuture<Result<T>>;

/// Work that is done already.
pub(crate) fn done<T: 'static>(outcome: Result<T>) -> Work<T> {
    Box::pin(ready(outcome))
}

/// Work that perhaps cannot be started.
pub(crate) fn or_fail<T: 'static>(work: Result<Work<T>>) -> Work<T> {
    work.unwrap_or_else(|error| done(Err(error)))
}

impl Core {
    /// Sends a request in this page's name, and gives the answer whatever it says.
    pub(crate) fn ask(self: &Rc<Self>, request: Request) -> Work<Reply> {
        let core = self.clone();
        Box::pin(async move {
            let url = request.url(core.host.base(), core.session_id().as_deref());
            let is_post = request.method != Method::Get;
            let wire = WireRequest {
                is_post,
                url: core.dev_browser.attach(url),
                is_form: is_post,
                body: request.body.as_ref().map(|form| form.as_str().to_owned()),
                with_credentials: true,
                init: request.init.clone(),
            };
            let reply = core.exchange(&request, wire).await?;
            core.dev_browser.remember_from(&core, &reply);
            Ok(reply)
        })
    }

    /// Sends a request and applies the client that comes with the answer, before an error status is looked at: a
    /// client that comes with an error counts too. Resolves `None` for an answer without content.
    ///
    /// # Errors
    /// [`ErrorKind::Network`] when no answer came, [`ErrorKind::Api`] for an error status and for an answer that
    /// cannot be read.
    pub(crate) fn send(self: &Rc<Self>, request: Request) -> Work<Option<Payload>> {
        let core = self.clone();
        Box::pin(async move {
            let outcome = core.send_past_captcha(request).await;
            if let Err(error) = &outcome {
                core.after_error(error).await;
            }
            outcome
        })
    }

    /// [`send`](Core::send) without what an error asks for.
    pub(super) fn send_once(self: &Rc<Self>, request: Request) -> Work<Option<Payload>> {
        let core = self.clone();
        Box::pin(async move {
            let (updates_client, is_quiet) = (request.updates_client(), request.is_quiet);
            let (payload, outcome) = read_reply(core.ask(request).await?);
            if updates_client {
                let emit = if is_quiet { Emit::No } else { Emit::Yes };
                core.apply_client_of(payload.as_ref(), emit);
            }
            outcome.map(|()| payload)
        })
    }

    /// Sends a request whose answer is the new state of `receiver`.
    pub(crate) fn send_for(self: &Rc<Self>, request: Request, receiver: &Rc<Resource>) -> Work {
        let (core, receiver) = (self.clone(), receiver.clone());
        Box::pin(async move {
            let payload = core.send(request).await?;
            payload.map_or(Ok(()), |payload| core.take_resource(&payload, &receiver))
        })
    }

    /// What an answer is about becomes the state of `receiver`.
    pub(super) fn take_resource(self: &Rc<Self>, payload: &Payload, receiver: &Resource) -> Result<()> {
        let resource = payload.resource();
        let id = resource.text("id");
        let is_list = resource.is_array();
        // A list has no id, nor has a reverification.
        if is_list != receiver.data().is_array()
            || !is_list && id.is_none() && resource.text("level").is_none()
        {
            return Err(unexpected_shape());
        }
        // What was overtaken on its way is known better by now, unless this is the first that is heard of it.
        let is_overtaken = payload.client().is_some_and(|client| self.is_overtaken(&client));
        if !is_overtaken || id.is_none() || receiver.id() != id {
            receiver.set(resource);
            self.cookies.write(self);
        }
        Ok(())
    }

    /// Sends a request whose answer is the client.
    pub(crate) fn send_for_client(self: &Rc<Self>, request: Request) -> Work {
        let core = self.clone();
        Box::pin(async move {
            let applies_piggyback = request.updates_client();
            let Some(payload) = core.send(request).await? else {
                // Without content there is still an answer: a client that nothing is known of.
                if core.loaded_client().is_none() {
                    core.relink(Emit::Yes);
                }
                return Ok(());
            };
            let client = payload.resource();
            if !is_client(&client) {
                return Err(unexpected_shape());
            }
            // With a piggybacked client the listeners have heard already.
            let has_emitted = applies_piggyback && payload.client().is_some_and(|client| is_client(&client));
            core.update_client(&client, if has_emitted { Emit::No } else { Emit::Yes });
            Ok(())
        })
    }

    fn apply_client_of(self: &Rc<Self>, payload: Option<&Payload>, emit: Emit) {
        if let Some(client) = payload.and_then(Payload::client).filter(is_client) {
            self.update_client(&client, emit);
        }
    }

    pub(super) async fn after_error(self: &Rc<Self>, error: &ClerkError) {
        if error.status() != Some(401) || error.has_code("requires_captcha") {
            return;
        }
        if error.has_code("dev_browser_unauthenticated") {
            self.dev_browser.forget(self);
            if self.status.get().is_loaded() {
                // The failed call rejects with what the server said; a failure to recover adds nothing to it.
                let _ = self.set_up_dev_browser().await;
            }
        } else {
            // The same: what the check says is no news.
            let _ = self.handle_unauthenticated(Heard::Here).await;
        }
    }
}

/// The error of a request that got no answer.
pub(crate) fn no_answer(core: &Core, request: &Request, cause: String) -> ClerkError {
    let has_code = core.options().rethrow_offline_network_errors;
    ErrorKind::Network(NetworkError { url: request.bare_url(core.host.base()), cause, has_code }).into()
}

/// An answer that is JSON, and a success, and not what was asked for.
pub(crate) fn unexpected_shape() -> ClerkError {
    let message = "The Frontend API's answer has an unexpected shape; what is loaded stays as it was.";
    ErrorKind::Api(ApiResponseError { status: 200, message: message.to_owned(), ..Default::default() }).into()
}

/// The parameters of a call as an object: what is absent counts as none given.
pub(crate) fn params_object(params: &Json, call: &str) -> Result<Json> {
    if params.is_null() {
        Ok(Json::object(&[]))
    } else if params.is_object() {
        Ok(params.clone())
    } else {
        Err(ClerkError::argument(concat(&[call, " takes an object of parameters."])))
    }
}
