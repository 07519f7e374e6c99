//! The session object.

use serde_json::{Value, json};

use super::token::token_json;
use crate::http::visit::Visit;
use crate::model::session::Session;

impl Visit<'_> {
    /// The session with its user.
    pub(crate) fn session_json(&self, session: &Session) -> Value {
        let user = self.tables.users.get(&session.user_id);
        let mut whole = self.session_base_json(session);
        let rest = json!({
            "last_active_organization_id": self.chosen(session).map(|(organization, _)| &organization.id),
            "user": user.map(|user| self.user_json(user)),
            "public_user_data": user.map(|user| self.public_user_data_json(user)),
            "factor_verification_age": session.factor_verification_age(self.now),
            "created_at": session.created_at,
            "updated_at": session.updated_at,
        });
        if let (Some(whole), Value::Object(rest)) = (whole.as_object_mut(), rest) {
            whole.extend(rest);
        }
        whole
    }

    /// The session as other objects show it: without its user and its dates.
    pub(crate) fn session_base_json(&self, session: &Session) -> Value {
        let user = self.tables.users.get(&session.user_id);
        let last_active_token = user
            .filter(|_| session.is_active_at(self.now))
            .and_then(|user| self.session_token(session, user).ok())
            .map(|jwt| token_json(&jwt));
        json!({
            "object": "session",
            "id": session.id,
            "status": self.session_status(session),
            "expire_at": session.expire_at,
            "abandon_at": session.abandon_at,
            "last_active_at": session.last_active_at,
            "last_active_token": last_active_token,
            "actor": null,
            "tasks": self.session_tasks(session),
        })
    }

    /// The word on the wire: a session whose user still has something to do is pending.
    pub(crate) fn session_status(&self, session: &Session) -> &'static str {
        match self.session_tasks(session) {
            Some(_) => "pending",
            None => session.status_at(self.now).as_str(),
        }
    }

    /// What the user has to do before anything else.
    fn session_tasks(&self, session: &Session) -> Option<Value> {
        let has_to_choose = self.settings.organizations.must_be_chosen() && self.chosen(session).is_none();
        (has_to_choose && session.is_active_at(self.now)).then(|| json!([{ "key": "choose-organization" }]))
    }
}
