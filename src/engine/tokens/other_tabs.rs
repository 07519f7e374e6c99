//! The tabs of one origin tell each other of their tokens; those with clerk-js understand it.

use super::cache::{Published, TokenKey};
use super::state::Tokens;
use crate::encoding::concat;
use crate::json::Json;
use crate::model::Jwt;
use std::rc::Rc;

const CHANNEL: &str = "clerk:session_token";

impl Tokens {
    /// Begins to hear of the tokens that other tabs mint.
    pub(crate) fn listen_to_other_tabs(&self) {
        let tokens = self.downgrade();
        let hear = move |message: Json| {
            if let Some(tokens) = tokens.upgrade() {
                tokens.hear_of_token(&message);
            }
        };
        self.state.channel.replace(self.reach().tabs.open(CHANNEL, Box::new(hear)));
    }

    /// Tells other tabs of a token that says itself what it is.
    pub(super) fn tell_of_token(&self, key: &TokenKey, raw: &str) {
        let (Some(tell), Some(jwt)) = (self.state.channel.get(), Jwt::decode(raw)) else { return };
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
        let number = (self.reach().timers.random() * 1e9).floor();
        let digits = |number: f64| Json::from(number).to_field();
        let trace_id = concat(&["bc_", &digits(self.page().near.clock.now_ms()), "_", &digits(number)]);
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
    fn hear_of_token(&self, message: &Json) {
        let text = |name: &str| message.text(name).unwrap_or_default();
        let key = Rc::new(TokenKey {
            session_id: text("sessionId"),
            organization_id: text("organizationId"),
            template: text("template"),
        });
        let raw = text("tokenRaw");
        let is_dated = Jwt::decode(&raw).is_some_and(|jwt| jwt.iat_s().is_some() && jwt.exp_s().is_some());
        let Some(session) = self.page().client.session(&key.session_id).filter(|_| is_dated) else { return };
        if text("tokenId") != key.token_id() {
            return;
        }
        let brought = key.brought_by(&session);
        self.state.cache.reserve(&key, None);
        if self.state.cache.publish(&key, &raw, brought.as_deref()) == Some(Published::Newest)
            && key.is_own_of(&session)
        {
            self.take_over(&session, &raw);
        }
        self.page().changed();
    }
}
