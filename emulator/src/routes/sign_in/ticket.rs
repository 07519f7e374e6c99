//! Signing in by a ticket.

use axum::Json;
use serde_json::Value;

use crate::error::ApiError;
use crate::http::params::Params;
use crate::http::visit::Visit;
use crate::model::sign_in::Account;
use crate::model::ticket::Purpose;
use crate::model::verification::{Strategy, Verification};

impl Visit<'_> {
    /// A new attempt for the user whom a ticket names.
    pub(super) fn sign_in_by_ticket(&mut self, form: &Params) -> Result<Json<Value>, ApiError> {
        let ticket = self.pending_ticket(form.required("ticket")?)?;
        let Purpose::SignInToken { user_id } = &ticket.purpose else {
            return Err(ApiError::ticket_invalid());
        };
        let user = self.tables.users.get(user_id).ok_or_else(ApiError::ticket_invalid)?;
        let account = Account { user_id: user_id.clone(), identifier: user.identifier().to_owned() };
        self.refuse_signed_in(user_id)?;
        self.refuse_locked(user_id)?;
        self.use_up_ticket(&ticket.id);
        let proof = Verification::of_secret(Strategy::Ticket, true, 1);
        let id = self.start_sign_in(Some(account), Some(proof));
        self.first_factor_verified(&id)
    }
}
