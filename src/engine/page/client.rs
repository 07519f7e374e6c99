//! The client: who is signed in on this device, and who is about to. Here is what it answers at once.

use super::client_state::ClientState;
use super::current::Emit;
use super::handles::{Attempt, Client, Session, SignIn, SignUp, detached};
use super::resource::Resource;
use crate::error::{ClerkError, Result};
use crate::fapi::endpoints;
use crate::json::Json;
use crate::model;
use std::rc::Rc;

/// A cookie with no more than this left is due for a touch, in ms: eight days.
const TOUCH_WITHIN_MS: f64 = 8.0 * 24.0 * 3600.0 * 1000.0;

impl Client {
    /// A client that stands alone, from any JSON that describes one: the Frontend API's, a snapshot, or what the
    /// Android SDK serializes. Everything is optional and unknown keys are kept. It cannot make requests.
    ///
    /// # Errors
    /// [`ErrorKind::Argument`](crate::ErrorKind::Argument) when `json` is no object.
    pub fn from_json(json: &Json) -> Result<Self> {
        let client = Self { page: None, state: ClientState::blank() };
        client.apply_json(json)?;
        Ok(client)
    }

    /// Takes over the data of `json`; `null` changes nothing.
    ///
    /// # Errors
    /// [`ErrorKind::Argument`](crate::ErrorKind::Argument) when `json` is neither an object nor null: nothing is changed then.
    pub fn apply_json(&self, json: &Json) -> Result<()> {
        if json.is_null() {
            return Ok(());
        }
        if !json.is_object() {
            return Err(ClerkError::argument("ClientResource.fromJSON() takes a client."));
        }
        match &self.page {
            Some(page) => page.update_client(json, Emit::Yes),
            None => self.state.apply(json),
        }
        Ok(())
    }

    #[cfg(all(target_arch = "wasm32", feature = "js"))]
    pub(crate) fn state(&self) -> &Rc<ClientState> {
        &self.state
    }

    /// The URL that renews the client's cookie and goes on to `redirect_url`, which is absolute; none is told as wrong.
    pub(crate) fn touch_url(&self, redirect_url: Option<&str>) -> Result<String> {
        let page = self.page.as_ref().ok_or_else(detached)?;
        let url = redirect_url.map(|url| endpoints::client::touch(url).url(page.host.base(), None));
        url.ok_or_else(|| {
            ClerkError::argument("client.buildTouchUrl() takes { redirectUrl }, an absolute URL.")
        })
    }

    /// The client as it is now.
    pub fn data(&self) -> model::Client {
        self.state.data()
    }

    /// The sessions of this client, in the server's order.
    pub fn sessions(&self) -> Vec<Session> {
        self.handles(self.state.sessions())
    }

    /// The sessions by which somebody is signed in: `active` or `pending`.
    pub fn signed_in_sessions(&self) -> Vec<Session> {
        self.handles(self.state.signed_in_sessions())
    }

    fn handles(&self, resources: Vec<Rc<Resource>>) -> Vec<Session> {
        resources.into_iter().map(|resource| Session::new(self.page.clone(), resource)).collect()
    }

    /// The current sign-in attempt; a blank one when there is none.
    pub fn sign_in(&self) -> SignIn {
        SignIn(Attempt { page: self.page.clone(), resource: self.state.sign_in() })
    }

    /// The current sign-up attempt; a blank one when there is none.
    pub fn sign_up(&self) -> SignUp {
        SignUp(Attempt { page: self.page.clone(), resource: self.state.sign_up() })
    }

    /// Whether the client does not exist on the server yet.
    pub fn is_new(&self) -> bool {
        self.state.resource.id().is_none()
    }

    /// Forgets the tokens of all sessions of this client.
    pub fn clear_cache(&self) {
        for session in self.sessions() {
            session.clear_cache();
        }
    }

    /// Forgets the current sign-in attempt. No request is made.
    pub fn reset_sign_in(&self) {
        self.state.reset_sign_in();
    }

    /// Forgets the current sign-up attempt. No request is made.
    pub fn reset_sign_up(&self) {
        self.state.reset_sign_up();
    }

    /// Whether the client's cookie expires within eight days, or has expired. False when that is not known.
    pub fn is_eligible_for_touch(&self, now: model::Timestamp) -> bool {
        self.is_due_for_touch(now.ms() as f64)
    }

    /// The same at a time in milliseconds.
    pub(crate) fn is_due_for_touch(&self, now_ms: f64) -> bool {
        let expires = self.data().json().get("cookie_expires_at").and_then(|expires| expires.as_number());
        expires.filter(|ms| *ms != 0.0).is_some_and(|expires_ms| expires_ms - now_ms <= TOUCH_WITHIN_MS)
    }
}
