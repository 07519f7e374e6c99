//! A session that can act.

#[cfg(all(target_arch = "wasm32", feature = "js"))]
use super::clerk::Clerk;
use super::client::Client;
use super::core::Core;
use super::gateway::{Work, or_fail};
use super::get_token::GetToken;
use super::resource::Resource;
use super::token_cache::Answer;
use crate::error::{ClerkError, Result};
use crate::fapi::{Request, endpoints};
use crate::model;
use crate::secret::Secret;
use std::rc::Rc;

/// A live handle on a session: its data is what the last answer said. Cloning it is cheap and names the same session.
#[derive(Clone)]
pub struct Session {
    core: Option<Rc<Core>>,
    resource: Rc<Resource>,
}

impl Session {
    pub(crate) fn new(core: Option<Rc<Core>>, resource: Rc<Resource>) -> Self {
        Self { core, resource }
    }

    #[cfg(all(target_arch = "wasm32", feature = "js"))]
    pub(crate) fn clerk(&self) -> Option<Clerk> {
        self.core.as_ref().map(Clerk::of)
    }

    pub(super) fn core(&self) -> &Option<Rc<Core>> {
        &self.core
    }

    #[cfg(all(target_arch = "wasm32", feature = "js"))]
    pub(crate) fn resource(&self) -> &Rc<Resource> {
        &self.resource
    }

    /// The session as it is now.
    pub fn data(&self) -> model::Session {
        model::Session::new(self.resource.data())
    }

    /// Ends the session: it stays on the client, as `ended`.
    ///
    /// # Errors
    /// What the Frontend API answers; nothing is lost then.
    pub fn end(&self) -> Work {
        self.clear_cache();
        self.send(endpoints::session::end)
    }

    /// Removes the session from the client.
    ///
    /// # Errors
    /// What the Frontend API answers; nothing is lost then.
    pub fn remove(&self) -> Work {
        self.clear_cache();
        self.send(endpoints::session::remove)
    }

    /// Tells the server that the session is in use, and which organization is active in it.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn touch(&self, intent: Option<&str>) -> Work {
        self.send(|_| touch(&self.resource, intent))
    }

    /// The same without a word to the listeners. Gives the client, which shows what has come with the answer already;
    /// `None` where no client has come.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn touch_quietly(&self, intent: Option<&str>) -> Work<Option<Client>> {
        or_fail(attached(&self.core).and_then(|core| {
            self.known_id()?;
            let (core, receiver) = (core.clone(), self.resource.clone());
            let mut request = touch(&receiver, intent);
            request.is_quiet = true;
            let sent = core.send(request);
            let work: Work<Option<Client>> = Box::pin(async move {
                let Some(payload) = sent.await? else { return Ok(None) };
                core.take_resource(&payload, &receiver)?;
                Ok(payload.client().map(|_| Client::new(Some(core.clone()), core.client.clone())))
            });
            Ok(work)
        }))
    }

    /// Reads the session again.
    ///
    /// # Errors
    /// What the Frontend API answers; the data stays as it was then.
    pub fn reload(&self) -> Work {
        self.send(endpoints::session::reload)
    }

    /// The session's token, from memory while it has more than 5 s to live; concurrent calls share one request.
    ///
    /// # Errors
    /// Code `network_error` offline or when no token came, else what the Frontend API answers.
    pub fn get_token(&self, options: GetToken) -> Work<Secret<String>> {
        let token = or_fail(self.ask_token(options).map(Answer::work));
        Box::pin(async move { Ok(Secret::new(token.await?.as_text().unwrap_or_default())) })
    }

    /// The same as JSON: JavaScript is given the text that it holds already, and needs no promise to wait for.
    pub(crate) fn ask_token(&self, options: GetToken) -> Result<Answer> {
        Ok(attached(&self.core)?.get_token(self.resource.clone(), options))
    }

    pub(crate) fn ready_token(&self) -> Option<Ready> {
        let core = self.core.as_ref()?;
        match core.tokens.brought(&self.resource, core.platform.clock.now_ms())? {
            Answer::Ready { raw, until_ms } => Some(Ready { raw, until_ms }),
            Answer::Later(_) => None,
        }
    }

    /// Forgets this session's tokens: the next [`get_token`](Session::get_token) mints one.
    pub fn clear_cache(&self) {
        if let Some(core) = &self.core {
            core.tokens.clear(&self.resource);
            core.changed();
        }
    }

    fn send(&self, request: impl FnOnce(&str) -> Request) -> Work {
        or_fail(
            attached(&self.core)
                .and_then(|core| Ok(core.send_for(request(&self.known_id()?), &self.resource))),
        )
    }

    /// The session's id, without which nothing can be asked for it.
    pub(super) fn known_id(&self) -> Result<String> {
        self.resource.id().ok_or_else(|| ClerkError::state("This session has no id."))
    }

    /// The session as the client has it now: a newer client may have brought a new object for the same session.
    #[cfg(all(target_arch = "wasm32", feature = "js"))]
    pub(crate) fn current(&self) -> Self {
        let id = self.resource.id().unwrap_or_default();
        let current = self.core.as_ref().and_then(|core| core.client.session(&id));
        Self::new(self.core.clone(), current.unwrap_or_else(|| self.resource.clone()))
    }
}

/// The request that tells the server of a session in use.
pub(crate) fn touch(session: &Resource, intent: Option<&str>) -> Request {
    let organization_id = model::Session::new(session.data()).last_active_organization_id();
    endpoints::session::touch(&session.id().unwrap_or_default(), organization_id.as_deref(), intent)
}

/// Only what a Clerk object handed out can reach the Frontend API.
pub(crate) fn attached(core: &Option<Rc<Core>>) -> Result<&Rc<Core>> {
    core.as_ref().ok_or_else(|| {
        ClerkError::state(
            "This resource was made from JSON and belongs to no Clerk object, so it cannot make requests.",
        )
    })
}

impl std::fmt::Debug for Session {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Session").field(&self.resource).finish()
    }
}

/// TEMP
pub(crate) struct Ready {
    pub(crate) raw: crate::json::Json,
    pub(crate) until_ms: f64,
}
