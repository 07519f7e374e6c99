//! The one path to the network: every call of the Frontend API goes through [`Core::send`], which sees to the
//! client that comes along, to the development browser and to what a 401 means (behaviour map 1.1, 2.7).

use super::client_state::is_client;
use super::core::{Core, Emit};
use super::resource::Resource;
use crate::error::{ApiResponseError, ClerkError, NetworkError, Result};
use crate::fapi::{Method, Payload, Request, read_reply};
use crate::json::Json;
use crate::platform::WireRequest;
use std::rc::Rc;

impl Core {
    /// Sends a request and applies the client that comes with the answer, before an error status is looked at: a
    /// client that comes with an error counts too. Resolves `None` for an answer without content.
    ///
    /// # Errors
    /// [`ClerkError::Network`] when no answer came, [`ClerkError::Api`] for an error status and for an answer that
    /// cannot be read.
    pub(crate) async fn send(self: &Rc<Self>, request: Request) -> Result<Option<Payload>> {
        let url = request.url(self.host.base(), self.session_id().as_deref());
        let is_post = request.method != Method::Get;
        let wire = WireRequest {
            is_post,
            url: self.dev_browser.attach(url),
            is_form: is_post,
            body: request.body.as_ref().map(|form| form.encode()),
            with_credentials: true,
        };
        let sent = self.platform.transport.send(wire).await;
        let reply = sent.map_err(|cause| {
            ClerkError::Network(NetworkError { url: request.bare_url(self.host.base()), cause })
        })?;
        self.dev_browser.remember_from(self, &reply);
        self.remember_country(reply.header("x-country"));
        let (payload, outcome) = read_reply(reply);
        if request.updates_client() {
            self.apply_client_of(payload.as_ref());
        }
        match outcome {
            Ok(()) => Ok(payload),
            Err(error) => {
                self.after_error(&error).await;
                Err(error)
            }
        }
    }

    /// Sends a request whose answer is the new state of `receiver`.
    pub(crate) async fn send_for(self: &Rc<Self>, request: Request, receiver: &Resource) -> Result<()> {
        if let Some(payload) = self.send(request).await? {
            let resource = payload.resource();
            if resource.text("id").is_none() {
                return Err(unexpected_shape());
            }
            receiver.set(resource);
        }
        Ok(())
    }

    /// Sends a request whose answer is the client.
    pub(crate) async fn send_for_client(self: &Rc<Self>, request: Request) -> Result<()> {
        let applies_piggyback = request.updates_client();
        let Some(payload) = self.send(request).await? else { return Ok(()) };
        let client = payload.resource();
        if !is_client(&client) {
            return Err(unexpected_shape());
        }
        // With a piggybacked client the listeners have heard already.
        let has_emitted = applies_piggyback && payload.client().is_some_and(|client| is_client(&client));
        self.update_client(&client, if has_emitted { Emit::No } else { Emit::Yes });
        Ok(())
    }

    fn apply_client_of(self: &Rc<Self>, payload: Option<&Payload>) {
        if let Some(client) = payload.and_then(Payload::client).filter(is_client) {
            self.update_client(&client, Emit::Yes);
        }
    }

    fn remember_country(&self, header: Option<&str>) {
        let country = header.filter(|country| !country.is_empty()).map(str::to_ascii_lowercase);
        let mut known = self.country.borrow_mut();
        *known = known.take().or(country);
    }

    async fn after_error(self: &Rc<Self>, error: &ClerkError) {
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
            self.handle_unauthenticated().await;
        }
    }
}

/// An answer that is JSON, and a success, and not what was asked for.
pub(crate) fn unexpected_shape() -> ClerkError {
    ClerkError::Api(Box::new(ApiResponseError {
        status: 200,
        message: "The Frontend API's answer has an unexpected shape; what is loaded stays as it was."
            .to_owned(),
        ..Default::default()
    }))
}

/// The parameters of a call as an object: what is absent counts as none given.
pub(crate) fn params_object(params: &Json, call: &str) -> Result<Json> {
    if params.is_null() {
        Ok(Json::object([]))
    } else if params.is_object() {
        Ok(params.clone())
    } else {
        Err(ClerkError::argument([call, " takes an object of parameters."].concat()))
    }
}
