//! The client: the device, or browser, and the sessions on it.

use super::view::view;
use super::{Session, SignIn, SignUp, Strategy};

view! {
    /// A client, as the Frontend API describes it.
    ///
    /// Every key may be absent, as in what the Android SDK serializes.
    Client at "/client" {
        /// The unique identifier, `client_…`; `None` for a visitor without a client.
        id: text,
        /// The sessions on this client, whatever their status.
        sessions: many(Session),
        /// The current sign-up attempt; blank when there is none.
        sign_up: one(SignUp),
        /// The current sign-in attempt; blank when there is none.
        sign_in: one(SignIn),
        /// The session that was last active.
        last_active_session_id: nullable_text,
        /// How the visitor last signed in. An address or a user name that was given with a password is `email_address` or `username`.
        last_authentication_strategy: choice_or_null(Strategy),
        /// Whether this client is spared the CAPTCHA.
        captcha_bypass: flag,
        /// When the cookie that carries this client expires.
        cookie_expires_at: date_or_null,
        /// When the client was created.
        created_at: date_or_null,
        /// When the client was last updated.
        updated_at: date_or_null,
    }
}

impl Client {
    /// The sessions whose user is signed in: `active`, or `pending` on a task. The order is kept.
    pub fn signed_in_sessions(&self) -> Vec<Session> {
        self.sessions().into_iter().filter(Session::is_signed_in).collect()
    }

    /// The session with this id.
    pub fn session(&self, id: &str) -> Option<Session> {
        self.sessions().into_iter().find(|session| session.id().as_deref() == Some(id))
    }
}
