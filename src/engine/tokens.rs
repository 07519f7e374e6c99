//! Session tokens: minted once, shared by concurrent calls, served from memory while they live (behaviour map 3).

use super::client_state::ClientState;
use super::core::Core;
use super::gateway::Work;
use super::resource::Resource;
use super::shared::Shared;
use crate::error::{ClerkError, Result};
use crate::fapi::endpoints;
use crate::json::Json;
use crate::model::{self, Jwt, should_keep_existing};
use crate::secret::Secret;
use std::cell::RefCell;
use std::future::ready;
use std::rc::Rc;

/// A token with less left than this is not served any more, in ms: it could expire on its way.
const LEEWAY_MS: f64 = 5000.0;

/// What kind of token is wanted.
#[derive(Debug, Clone, Default)]
pub struct GetToken {
    /// A JWT template's name.
    pub template: Option<String>,
    /// An organization, or `Some(None)` for the personal account; absent, the session's active one.
    pub organization_id: Option<Option<String>>,
    /// Mints a token even if a cached one is good.
    pub skip_cache: bool,
}

#[derive(Clone, PartialEq, Eq)]
struct TokenKey {
    session_id: String,
    template: Option<String>,
    organization_id: Option<String>,
}

type Raw = Rc<Secret<String>>;
type Mint = Shared<Result<Raw>>;

#[derive(Default)]
pub(crate) struct TokenCache {
    tokens: RefCell<Vec<(TokenKey, Raw)>>,
    mints: RefCell<Vec<(TokenKey, Mint)>>,
    /// Tokens that payloads brought and that the caller cleared: they are not served again.
    cleared: RefCell<Vec<(String, String)>>,
}

impl TokenCache {
    /// Forgets the tokens of a session, the one that it came with among them.
    pub(crate) fn clear(&self, session: &Resource) {
        let Some(id) = session.id() else { return };
        self.tokens.borrow_mut().retain(|(key, _)| key.session_id != id);
        self.mints.borrow_mut().retain(|(key, _)| key.session_id != id);
        let mut cleared = self.cleared.borrow_mut();
        cleared.retain(|(other, _)| *other != id);
        if let Some(raw) = last_raw(session) {
            cleared.push((id, raw));
        }
    }

    /// Forgets the tokens of sessions that the client does not have any more.
    pub(crate) fn keep_only(&self, client: &ClientState) {
        let is_there = |id: &str| client.session(id).is_some();
        self.tokens.borrow_mut().retain(|(key, _)| is_there(&key.session_id));
        self.cleared.borrow_mut().retain(|(id, _)| is_there(id));
    }

    fn cached(&self, key: &TokenKey, session: &Resource, is_own: bool, now_ms: f64) -> Option<Raw> {
        let minted = self.tokens.borrow().iter().find(|(other, _)| other == key).map(|(_, raw)| raw.clone());
        let brought = || {
            let raw = last_raw(session).filter(|_| is_own)?;
            let is_cleared = self.cleared.borrow().iter().any(|(_, cleared)| *cleared == raw);
            (!is_cleared).then(|| Rc::new(Secret::new(raw)))
        };
        minted.or_else(brought).filter(|raw| lives(raw.expose(), now_ms))
    }

    fn keep(&self, key: TokenKey, raw: Raw) {
        let mut tokens = self.tokens.borrow_mut();
        tokens.retain(|(other, _)| *other != key);
        tokens.push((key, raw));
    }

    fn running(&self, key: &TokenKey) -> Option<Mint> {
        self.mints.borrow().iter().find(|(other, _)| other == key).map(|(_, mint)| mint.clone())
    }
}

fn last_raw(session: &Resource) -> Option<String> {
    session.data().present("last_active_token")?.text("jwt").filter(|raw| !raw.is_empty())
}

fn lives(raw: &str, now_ms: f64) -> bool {
    Jwt::decode(raw).and_then(|jwt| jwt.exp()).is_some_and(|exp| exp * 1000.0 - now_ms > LEEWAY_MS)
}

impl Core {
    /// The session's token: from memory, from a mint that is under way, or freshly minted.
    pub(crate) fn get_token(self: &Rc<Self>, session: Rc<Resource>, options: GetToken) -> Work<Raw> {
        let Some(session_id) = session.id() else {
            return Box::pin(ready(Err(ClerkError::state(
                "This session has no id: it cannot have a token.",
            ))));
        };
        let active =
            model::Session::new(session.data()).last_active_organization_id().filter(|id| !id.is_empty());
        let organization_id = match options.organization_id {
            Some(given) => given.filter(|id| !id.is_empty()),
            None => active.clone(),
        };
        let is_own = options.template.is_none() && organization_id == active;
        let key = TokenKey { session_id, template: options.template, organization_id };
        if options.skip_cache {
            return self.mint(key, session, is_own, true);
        }
        if let Some(raw) = self.tokens.cached(&key, &session, is_own, self.platform.clock.now_ms()) {
            return Box::pin(ready(Ok(raw)));
        }
        let running = self.tokens.running(&key).unwrap_or_else(|| {
            let mint = Shared::new(self.mint(key.clone(), session, is_own, false));
            self.tokens.mints.borrow_mut().push((key, mint.clone()));
            mint
        });
        Box::pin(running)
    }

    fn mint(
        self: &Rc<Self>,
        key: TokenKey,
        session: Rc<Resource>,
        is_own: bool,
        is_forced: bool,
    ) -> Work<Raw> {
        let core = self.clone();
        Box::pin(async move {
            let outcome = core.request_token(&key, is_forced).await;
            if !is_forced {
                core.tokens.mints.borrow_mut().retain(|(other, _)| *other != key);
            }
            let raw = outcome?;
            if is_own {
                core.take_over(&session, &raw);
            }
            let raw = Rc::new(Secret::new(raw));
            core.tokens.keep(key, raw.clone());
            Ok(raw)
        })
    }

    async fn request_token(self: &Rc<Self>, key: &TokenKey, is_forced: bool) -> Result<String> {
        if !self.platform.page.is_online() {
            return Err(no_token("The browser is offline, so no token can be minted."));
        }
        let mut request = match &key.template {
            Some(template) => endpoints::session::create_template_token(&key.session_id, template),
            None => {
                let organization_id = key.organization_id.as_deref();
                endpoints::session::create_token(
                    &key.session_id,
                    organization_id,
                    self.platform.page.tab_state(),
                )
            }
        };
        if is_forced {
            request.search.push("debug", "skip_cache");
        }
        let payload = self.send(request).await?;
        let raw = payload.and_then(|payload| payload.resource().text("jwt")).filter(|raw| !raw.is_empty());
        raw.ok_or_else(|| no_token("The Frontend API answered without a token."))
    }

    /// Makes a minted token the session's last one, unless a fresher one came meanwhile.
    fn take_over(self: &Rc<Self>, session: &Resource, raw: &str) {
        // A newer client may have brought a new object for the same session.
        let current = session.id().and_then(|id| self.client.session(&id));
        for resource in [Some(session), current.as_deref()].into_iter().flatten() {
            let held = last_raw(resource);
            if held.as_deref() != Some(raw) && !is_staler(held.as_deref(), Some(raw)) {
                let token = Json::object(&[("object", Json::from("token")), ("jwt", Json::from(raw))]);
                resource.set(resource.data().with("last_active_token", token));
            }
        }
        self.cookies.write(self);
        self.emit();
    }
}

/// Whether `raw` is of the same session and organization as `held`, and older: it must not replace it.
pub(crate) fn is_staler(held: Option<&str>, raw: Option<&str>) -> bool {
    let incoming = raw.filter(|_| held != raw).and_then(Jwt::decode);
    incoming.is_some_and(|incoming| should_keep_existing(held.and_then(Jwt::decode).as_ref(), &incoming))
}

fn no_token(message: &str) -> ClerkError {
    ClerkError::runtime("network_error", message)
}
