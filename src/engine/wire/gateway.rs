//! The one path to the network: every call of the Frontend API goes through [`Wire::send`], which sees to the
//! client that comes along, to the development browser and to what a 401 means.

use super::state::Wire;
use super::work::Work;
use crate::engine::page::{Emit, Resource, is_client, with_fresher_token};
use crate::error::{ApiResponseError, ClerkError, ErrorKind, Result};
use crate::fapi::{Method, Payload, Reply, Request, read_reply};
use crate::json::Json;
use crate::platform::WireRequest;
use std::rc::Rc;

impl Wire {
    /// Sends a request in this page's name, and gives the answer whatever it says.
    pub(crate) fn ask(&self, request: Request) -> Work<Reply> {
        let wire = self.clone();
        Box::pin(async move {
            let is_post = request.method != Method::Get;
            let sent = WireRequest {
                is_post,
                url: request.url(wire.page.host.base(), wire.page.session_id().as_deref()),
                is_form: is_post,
                body: request.body.as_ref().map(|form| form.as_str().to_owned()),
                with_credentials: true,
                init: request.init.clone(),
            };
            let reply = wire.exchange(&request, sent).await?;
            wire.remember_dev_browser(&reply);
            Ok(reply)
        })
    }

    /// Sends a request and applies the client that comes with the answer, before an error status is looked at: a
    /// client that comes with an error counts too. Resolves `None` for an answer without content.
    ///
    /// # Errors
    /// [`ErrorKind::Network`] when no answer came, [`ErrorKind::Api`] for an error status and for an answer that
    /// cannot be read.
    pub(crate) fn send(&self, request: Request) -> Work<Option<Payload>> {
        let wire = self.clone();
        Box::pin(async move {
            let outcome = wire.send_past_captcha(request).await;
            if let Err(error) = &outcome {
                wire.after_error(error).await;
            }
            outcome
        })
    }

    /// [`send`](Wire::send) without what an error asks for.
    pub(crate) fn send_once(&self, request: Request) -> Work<Option<Payload>> {
        let wire = self.clone();
        Box::pin(async move {
            let (updates_client, is_quiet) = (request.updates_client(), request.is_quiet);
            let asked = wire.state.order.next();
            let (mut payload, outcome) = wire.read(wire.ask(request).await?);
            if let Some(payload) = &mut payload {
                payload.asked = asked;
            }
            if updates_client {
                let emit = if is_quiet { Emit::No } else { Emit::Yes };
                wire.apply_client_of(payload.as_ref(), emit);
            }
            outcome.map(|()| payload)
        })
    }

    /// What an answer carries, and what it says.
    pub(super) fn read(&self, reply: Reply) -> (Option<Payload>, Result<()>) {
        read_reply(reply, &|date| self.reach().timers.until(date))
    }

    /// Sends a request whose answer is the new state of `receiver`.
    pub(crate) fn send_for(&self, request: Request, receiver: &Rc<Resource>) -> Work {
        let (wire, receiver) = (self.clone(), receiver.clone());
        Box::pin(async move {
            let payload = wire.send(request).await?;
            payload.map_or(Ok(()), |payload| wire.take_resource(&payload, &receiver))
        })
    }

    /// What an answer is about becomes the state of `receiver`.
    pub(crate) fn take_resource(&self, payload: &Payload, receiver: &Resource) -> Result<()> {
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
        if self.is_newest(payload, &resource) || id.is_none() || receiver.id() != id {
            receiver.set(with_fresher_token(&receiver.data(), resource));
            self.page.cookies.write(&self.page);
        }
        Ok(())
    }

    /// Whether this can take the place of the client that is here: only a list says that sessions have ended. A first client may leave it out,
    /// as for clerk-js.
    pub(super) fn is_client(&self, json: &Json) -> bool {
        is_client(json) && (json.present("sessions").is_some() || self.page.loaded_client().is_none())
    }

    /// Whether nothing newer is known of a resource than what an answer says.
    pub(crate) fn is_newest(&self, payload: &Payload, resource: &Json) -> bool {
        !payload.client().is_some_and(|client| self.is_overtaken(payload, &client))
            && self.state.order.takes(payload.asked, resource)
    }

    /// Whether a client that came with an answer is known better by now.
    pub(super) fn is_overtaken(&self, payload: &Payload, client: &Json) -> bool {
        self.state.order.is_overtaken(payload.asked, client, &self.page.client.resource.data())
    }

    /// Takes over a client that came with an answer, unless that was overtaken.
    fn take_client(&self, payload: &Payload, client: &Json, emit: Emit) {
        if !self.is_overtaken(payload, client) {
            self.learn_time_of(client, self.page.near.clock.now_ms());
            self.page.update_client(client, emit);
        }
    }

    /// Sends a request whose answer is the client.
    pub(crate) fn send_for_client(&self, request: Request) -> Work {
        let wire = self.clone();
        Box::pin(async move {
            let applies_piggyback = request.updates_client();
            let Some(payload) = wire.send(request).await? else {
                // Without content there is still an answer: a client that nothing is known of.
                if wire.page.loaded_client().is_none() {
                    wire.page.relink(Emit::Yes);
                }
                return Ok(());
            };
            let client = payload.resource();
            if !wire.is_client(&client) && !payload.is_empty() {
                return Err(unexpected_shape());
            }
            // With a piggybacked client the listeners have heard already.
            let has_emitted =
                applies_piggyback && payload.client().is_some_and(|client| wire.is_client(&client));
            wire.take_client(&payload, &client, if has_emitted { Emit::No } else { Emit::Yes });
            Ok(())
        })
    }

    fn apply_client_of(&self, payload: Option<&Payload>, emit: Emit) {
        let Some(payload) = payload else { return };
        if let Some(client) = payload.client().filter(|client| self.is_client(client)) {
            self.take_client(payload, &client, emit);
        }
    }

    pub(crate) async fn after_error(&self, error: &ClerkError) {
        if error.refusal() != Some(401) || error.has_code("requires_captcha") {
            return;
        }
        if error.has_code("dev_browser_unauthenticated") {
            self.page.dev_browser.forget(&self.page);
            if self.page.status().is_loaded() {
                // The failed call rejects with what the server said; a failure to recover adds nothing to it.
                let _ = self.set_up_dev_browser().await;
            }
        } else {
            // The same: what the check says is no news.
            let _ = (self.state.unauthenticated)(&self.page).await;
        }
    }
}

/// An answer that is JSON, and a success, and not what was asked for.
pub(crate) fn unexpected_shape() -> ClerkError {
    let message = "The Frontend API's answer has an unexpected shape; what is loaded stays as it was.";
    ErrorKind::Api(ApiResponseError { status: 200, message: message.to_owned(), ..Default::default() }).into()
}
