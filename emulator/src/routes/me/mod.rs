//! The user who is signed in.

mod contact;
mod organization;
mod password;
mod profile;
mod session;

use axum::Router;

use crate::error::ApiError;
use crate::http::visit::Visit;
use crate::model::session::Session;
use crate::model::user::User;
use crate::state::Emulator;

pub(super) fn routes() -> Router<Emulator> {
    Router::new()
        .merge(contact::routes())
        .merge(organization::routes())
        .merge(password::routes())
        .merge(profile::routes())
        .merge(session::routes())
}

impl Visit<'_> {
    /// The session that a request is of, and its user: the one that the page names, else the selected one.
    pub(super) fn signed_in(&self) -> Result<(&Session, &User), ApiError> {
        let client = self.require_client()?;
        let named = self.caller.session_id.as_ref().or(client.last_active_session_id.as_ref());
        let id = named.ok_or_else(ApiError::signed_out)?;
        self.active_session(id).map_err(|_| ApiError::signed_out())
    }
}
