//! A session: one signed-in user on one client.

use super::view::view;
use super::{Actor, OrganizationMembership, PublicUserData, SessionStatus, SessionTask, Token, User};

view! {
    /// A session, as the Frontend API describes it.
    ///
    /// ```
    /// use clerk_wasm::json::Json;
    /// use clerk_wasm::model::{Session, Timestamp};
    ///
    /// let json = Json::parse(r#"{"id":"sess_1","status":"active","expire_at":1764000000000}"#)?;
    /// let session = Session::new(json);
    /// assert_eq!(session.id().as_deref(), Some("sess_1"));
    /// assert_eq!(session.expire_at(), Some(Timestamp::from_ms(1_764_000_000_000)));
    /// # Ok::<(), clerk_wasm::json::ParseError>(())
    /// ```
    Session at "/client/sessions" {
        /// The unique identifier, `sess_…`.
        id: text,
        /// What has become of it.
        status: choice(SessionStatus),
        /// When the session expires.
        expire_at: date,
        /// When the session is abandoned for want of activity.
        abandon_at: date,
        /// How long ago the first and the second factor were verified.
        factor_verification_age: nullable_ages,
        /// When the session was last active.
        last_active_at: date,
        /// The organization that is active in this session.
        last_active_organization_id: nullable_text,
        /// Who acts on behalf of the user, when somebody does.
        actor: json_or_null(Actor),
        /// What the user still has to do before the session becomes `active`.
        tasks: list_or_null(SessionTask),
        /// The user that this session belongs to.
        user: one(User),
        /// What others may see of the user.
        public_user_data: maybe_undefined(PublicUserData),
        /// When the session was created.
        created_at: date,
        /// When the session was last updated.
        updated_at: date,
        /// The token that the last answer carried.
        last_active_token: maybe(Token),
    }
    also "actor:g:agent:;"
}

impl Session {
    /// Whether the user is signed in by this session: it is `active`, or `pending` on a task.
    pub fn is_signed_in(&self) -> bool {
        // By its text: a page that starts asks this, and would have the whole enum with it.
        matches!(self.json().text("status").as_deref(), Some("active" | "pending"))
    }

    /// The user's membership in the organization that is active in this session.
    pub(crate) fn active_membership(&self) -> Option<OrganizationMembership> {
        let active = self.last_active_organization_id().filter(|id| !id.is_empty())?;
        let memberships = self.user().organization_memberships();
        memberships.into_iter().find(|membership| membership.organization().id() == active)
    }

    /// The actor, when it is an agent.
    pub fn agent(&self) -> Option<Actor> {
        self.actor().filter(Actor::is_agent)
    }

    /// The first of what the user still has to do.
    pub fn current_task(&self) -> Option<SessionTask> {
        self.tasks().into_iter().next()
    }
}
