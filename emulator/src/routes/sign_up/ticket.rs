//! Signing up by an invitation.

use crate::error::ApiError;
use crate::http::params::Params;
use crate::http::visit::Visit;
use crate::model::sign_up::SignUp;
use crate::model::ticket::{Purpose, Ticket};
use crate::model::verification::Strategy;

impl Visit<'_> {
    /// The invitation in a form, where it is what somebody signs up by.
    pub(super) fn invitation(
        &self,
        strategy: Option<Strategy>,
        form: &Params,
    ) -> Result<Option<Ticket>, ApiError> {
        if strategy != Some(Strategy::Ticket) {
            return Ok(None);
        }
        let ticket = self.pending_ticket(form.required("ticket")?)?;
        match &ticket.purpose {
            Purpose::SignInToken { .. } => Err(ApiError::sign_in_token_not_in_sign_in()),
            Purpose::Invitation { email_address, .. } if self.tables.user_named(email_address).is_some() => {
                Err(ApiError::identifier_exists("email_address"))
            }
            Purpose::Invitation { .. } => Ok(Some(ticket)),
        }
    }

    /// Uses up the invitation of an attempt that is about to complete.
    pub(super) fn use_up_invitation(&mut self, attempt: &SignUp) -> Result<(), ApiError> {
        let Some(id) = &attempt.invitation_id else { return Ok(()) };
        let ticket = self.tables.tickets.get(id).ok_or_else(ApiError::ticket_invalid)?;
        self.refuse_unless_pending(ticket)?;
        self.use_up_ticket(id);
        Ok(())
    }
}
