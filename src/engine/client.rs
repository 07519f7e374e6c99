//! The client: who is signed in on this device, and who is about to.

use super::attempt::Attempt;
use super::client_state::ClientState;
use super::core::{Core, Emit};
use super::gateway::{Work, or_fail, params_object};
use super::resource::Resource;
use super::session::{Session, attached};
use super::sign_in::SignIn;
use super::sign_up::SignUp;
use crate::encoding::split_once;
use crate::error::{ClerkError, Result};
use crate::fapi::{Request, endpoints};
use crate::json::Json;
use crate::model;
use std::rc::Rc;

/// A cookie with no more than this left is due for a touch, in ms: eight days.
const TOUCH_WITHIN_MS: f64 = 8.0 * 24.0 * 3600.0 * 1000.0;

/// A live handle on the client. Cloning it is cheap and names the same client.
#[derive(Clone)]
pub struct Client {
    core: Option<Rc<Core>>,
    state: Rc<ClientState>,
}

impl Client {
    pub(crate) fn new(core: Option<Rc<Core>>, state: Rc<ClientState>) -> Self {
        Self { core, state }
    }

    /// A client that stands alone, from any JSON that describes one: the Frontend API's, a snapshot, or what the
    /// Android SDK serializes. Everything is optional and unknown keys are kept. It cannot make requests.
    ///
    /// # Errors
    /// [`ErrorKind::Argument`](crate::ErrorKind::Argument) when `json` is no object.
    pub fn from_json(json: &Json) -> Result<Self> {
        let client = Self { core: None, state: ClientState::blank() };
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
            return Err(ClerkError::argument("ClientResource.fromJSON() takes the JSON object of a client."));
        }
        match &self.core {
            Some(core) => core.update_client(json, Emit::Yes),
            None => self.state.apply(json),
        }
        Ok(())
    }

    #[cfg(all(target_arch = "wasm32", feature = "js"))]
    pub(crate) fn state(&self) -> &Rc<ClientState> {
        &self.state
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
        resources.into_iter().map(|resource| Session::new(self.core.clone(), resource)).collect()
    }

    /// The current sign-in attempt; a blank one when there is none.
    pub fn sign_in(&self) -> SignIn {
        SignIn(Attempt::new(self.core.clone(), self.state.sign_in()))
    }

    /// The current sign-up attempt; a blank one when there is none.
    pub fn sign_up(&self) -> SignUp {
        SignUp(Attempt::new(self.core.clone(), self.state.sign_up()))
    }

    /// Whether the client does not exist on the server yet.
    pub fn is_new(&self) -> bool {
        self.state.resource.id().is_none()
    }

    /// Creates the client and its cookie.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn create(&self) -> Work {
        self.send(endpoints::client::create())
    }

    /// Reads the client again. A native application may rotate its token by a nonce.
    ///
    /// # Errors
    /// What the Frontend API answers; the client stays as it was then.
    pub fn reload(&self, rotating_token_nonce: Option<&str>) -> Work {
        self.send(endpoints::client::reload(rotating_token_nonce))
    }

    /// Deletes the client: nobody is signed in, and its id is empty.
    ///
    /// # Errors
    /// What the Frontend API answers; the client stays as it was then.
    pub fn destroy(&self) -> Work {
        or_fail(attached(&self.core).map(|core| core.destroy_client(Emit::Yes)))
    }

    /// Removes all sessions and keeps the client.
    ///
    /// # Errors
    /// What the Frontend API answers; the sessions stay then.
    pub fn remove_sessions(&self) -> Work {
        self.send(endpoints::client::remove_sessions())
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
    pub fn is_eligible_for_touch(&self, now_ms: f64) -> bool {
        self.data().cookie_expires_at().is_some_and(|expires| expires - now_ms <= TOUCH_WITHIN_MS)
    }

    /// The URL that renews the client's cookie and goes on to `redirect_url`.
    ///
    /// # Errors
    /// [`ErrorKind::Argument`](crate::ErrorKind::Argument) when `redirect_url` is not an absolute URL.
    pub fn build_touch_url(&self, redirect_url: &str) -> Result<String> {
        let core = attached(&self.core)?;
        core.touch_url(redirect_url)
    }

    /// Sends the answer to a captcha. The parameters are `captchaToken` and `captchaWidgetType`, or `captchaError`,
    /// and `captchaAction`.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn send_captcha_token(&self, params: &Json) -> Work {
        or_fail(attached(&self.core).cloned().and_then(|core| {
            let params = params_object(params, "client.__internal_sendCaptchaToken()")?;
            let work: Work = Box::pin(async move {
                match core.send_captcha_answer(&params).await {
                    Ok(Some(client)) => core.update_client(&client, Emit::Yes),
                    // An answer without a client leaves it as it was.
                    Ok(None) => {}
                    Err(error) => {
                        core.after_error(&error).await;
                        return Err(error);
                    }
                }
                Ok(())
            });
            Ok(work)
        }))
    }

    pub(crate) fn touch_url(&self, url: Option<&str>) -> Result<String> { let core = attached(&self.core)?; core.touch_url(url.unwrap_or_default()) }

    fn send(&self, request: Request) -> Work {
        or_fail(attached(&self.core).map(|core| core.send_for_client(request)))
    }
}

impl Core {
    /// Deletes the client. A sign-out tells of it itself.
    pub(super) fn destroy_client(self: &Rc<Self>, emit: Emit) -> Work {
        let core = self.clone();
        Box::pin(async move {
            core.send(endpoints::client::destroy()).await?;
            core.client.clear();
            core.relink(emit);
            Ok(())
        })
    }

    pub(crate) fn touch_url(&self, redirect_url: &str) -> Result<String> {
        if !is_absolute(redirect_url) || self.platform.page.resolve_url(redirect_url).is_none() {
            return Err(ClerkError::argument(
                "client.buildTouchUrl() takes { redirectUrl }, an absolute URL.",
            ));
        }
        Ok(endpoints::client::touch(redirect_url).url(self.host.base(), None))
    }
}

/// Whether a text starts with a scheme.
pub(super) fn is_absolute(url: &str) -> bool {
    split_once(url, b':').is_some_and(|(scheme, _)| {
        scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'))
    })
}

impl std::fmt::Debug for Client {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Client").field(&self.state.resource).finish()
    }
}
