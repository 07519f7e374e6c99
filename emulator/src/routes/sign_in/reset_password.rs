//! Another password for somebody who had forgotten it, and has proven who they are.

use axum::extract::State;
use axum::response::Response;

use crate::error::ApiError;
use crate::http::caller::Caller;
use crate::http::form::Form;
use crate::http::segments::Segments;
use crate::http::visit::Visit;
use crate::model::session;
use crate::model::sign_in::Status;
use crate::routes::secret::new_password_hash;
use crate::state::Emulator;

/// `POST /v1/client/sign_ins/{id}/reset_password`
pub(super) async fn reset(
    State(emulator): State<Emulator>,
    caller: Caller,
    Segments(id): Segments<String>,
    Form(form): Form,
) -> Response {
    emulator.visit(&caller, |visit| {
        let user_id = visit.user_who_forgot(&id)?;
        form.only(&["password", "sign_out_of_other_sessions"])?;
        let hash = new_password_hash(form.required("password")?, &visit.settings)?;
        let signs_out = form.flag("sign_out_of_other_sessions")?;
        let now = visit.now;
        if let Some(user) = visit.tables.users.get_mut(&user_id) {
            user.password_hash = Some(hash);
            user.updated_at = now;
        }
        if signs_out {
            visit.close_everywhere(&user_id, None, session::Status::Ended);
        }
        visit.change_sign_in(&id, |attempt| attempt.password_was_reset = true);
        visit.ask_second_factor_or_complete(&id)
    })
}

impl Visit<'_> {
    fn user_who_forgot(&self, id: &str) -> Result<String, ApiError> {
        let attempt = self.open_sign_in(id)?;
        match (attempt.status_at(self.now), &attempt.account) {
            (Status::NeedsNewPassword, Some(account)) => Ok(account.user_id.clone()),
            _ => Err(ApiError::client_state_invalid("password reset", "It asks for no new password now.")),
        }
    }
}
