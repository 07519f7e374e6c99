//! Tokens that are in use are renewed before they expire (behaviour map 3.1, 3.3), and other tabs hear of it (3.2).

use super::core::Core;
use super::get_token::Wanted;
use super::token_cache::{Published, TokenKey, expires_at_ms, last_raw};
use crate::encoding::concat;
use crate::json::Json;
use crate::model::Jwt;
use crate::platform::LocalFuture;
use std::rc::Rc;

/// A token is renewed when it has this much left, in s.
const LEAD_S: f64 = 17.0;
/// A browser's timer does not wait for longer, in ms.
const LONGEST_TIMER_MS: f64 = 2_147_483_647.0;

impl Core {
    /// Renews the token of the current session in time, if it is its newest then. A tab in the background leaves that
    /// to the one in front, and to whoever asks.
    pub(super) fn arm_refresh(self: &Rc<Self>, key: &Rc<TokenKey>, raw: &str) {
        let now_s = (self.platform.clock.now_ms() / 1000.0).floor();
        let wait_ms = expires_at_ms(raw) - (now_s + LEAD_S) * 1000.0;
        let is_in_back = self.platform.page.tab_state().is_some_and(|state| state != "focused");
        if is_in_back || wait_ms <= 0.0 || wait_ms > LONGEST_TIMER_MS {
            return;
        }
        let due = self.platform.clock.sleep(wait_ms as u32);
        let (core, key, raw) = (Rc::downgrade(self), key.clone(), raw.to_owned());
        self.platform.spawner.spawn(Box::pin(async move {
            due.await;
            if let Some(core) = core.upgrade() {
                core.refresh(key, &raw).await;
            }
        }));
    }

    /// The same for the token that the current session has come with.
    pub(super) fn arm_refresh_of_session(self: &Rc<Self>) {
        let Some(session) = self.session() else { return };
        let Some(raw) = last_raw(&session).filter(|raw| *self.armed.borrow() != *raw) else { return };
        if let Some(key) = TokenKey::own(&session) {
            self.arm_refresh(&key, &raw);
            self.armed.replace(raw);
        }
    }

    fn refresh(self: &Rc<Self>, key: Rc<TokenKey>, raw: &str) -> LocalFuture<()> {
        let core = self.clone();
        let session = self.session().filter(|session| session.id().as_deref() == Some(&key.session_id));
        let brought = session.as_deref().and_then(|session| key.brought_by(session));
        let is_due =
            self.platform.page.is_online() && self.tokens.start_refresh(&key, raw, brought.as_deref());
        let session = session.filter(|_| is_due);
        Box::pin(async move {
            let Some(session) = session else { return };
            let wanted = Wanted { key, session, skip_cache: false };
            let outcome = core.request_token(&wanted).await;
            core.tokens.end_refresh(&wanted.key);
            // A failure is nobody's: the token that is there is still good, and whoever needs the next one asks again.
            if let Ok(raw) = outcome {
                core.accept_token(&wanted, &raw);
            }
        })
    }

    /// Tells other tabs of a token that says itself what it is.
    pub(super) fn tell_of_token(&self, key: &TokenKey, raw: &str) {
        let (Some(tell), Some(jwt)) = (self.other_tabs.token_channel(), Jwt::decode(raw)) else { return };
        let organization_id = jwt.org_id();
        let claimed = TokenKey {
            session_id: jwt.sid().unwrap_or_default(),
            organization_id: organization_id.clone().unwrap_or_default(),
            template: key.template.clone(),
        };
        let token_id = key.token_id();
        if claimed.session_id.is_empty() || claimed.token_id() != token_id {
            return;
        }
        let template = Some(key.template.as_str()).filter(|template| !template.is_empty());
        let clock = &self.platform.clock;
        let number = (clock.random() * 1e9).floor();
        let digits = |number: f64| Json::from(number).to_field();
        let trace_id = concat(&["bc_", &digits(clock.now_ms()), "_", &digits(number)]);
        tell(Json::object(&[
            ("organizationId", organization_id.map_or(Json::null(), Json::from)),
            ("sessionId", Json::from(claimed.session_id)),
            ("template", template.map_or(Json::null(), Json::from)),
            ("tokenId", Json::from(token_id)),
            ("tokenRaw", Json::from(raw)),
            ("traceId", Json::from(trace_id)),
        ]));
    }

    /// A token of a session that this client has, fresher than what is here, saves a request.
    pub(super) fn hear_of_token(self: &Rc<Self>, message: &Json) {
        let text = |name: &str| message.text(name).unwrap_or_default();
        let key = Rc::new(TokenKey {
            session_id: text("sessionId"),
            organization_id: text("organizationId"),
            template: text("template"),
        });
        let raw = text("tokenRaw");
        let is_dated = Jwt::decode(&raw).is_some_and(|jwt| jwt.iat().is_some() && jwt.exp().is_some());
        let Some(session) = self.client.session(&key.session_id).filter(|_| is_dated) else { return };
        if text("tokenId") != key.token_id() {
            return;
        }
        let brought = key.brought_by(&session);
        self.tokens.reserve(&key, None);
        if self.tokens.publish(&key, &raw, brought.as_deref()) == Some(Published::Newest)
            && key.is_own_of(&session)
        {
            self.take_over(&session, &raw);
        }
        self.changed();
    }
}
