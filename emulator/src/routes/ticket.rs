//! Tickets in a request: whether one is genuine, and still good.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::clock::SECOND;
use crate::error::ApiError;
use crate::http::visit::Visit;
use crate::key::SigningKey;
use crate::model::ticket::{Purpose, Status, Ticket};

/// The kind of token, in the header of the JWT.
const CATEGORY: &str = "emulator_ticket";

/// What a ticket says.
#[derive(Debug, Serialize, Deserialize)]
struct Claims {
    /// Seconds.
    exp: i64,
    ticket_id: String,
}

/// The text that the owner of a ticket has.
pub(crate) fn ticket_token(ticket: &Ticket, key: &SigningKey, now: i64) -> Option<String> {
    let claims = Claims { exp: ticket.expire_at / SECOND, ticket_id: ticket.id.clone() };
    key.sign(CATEGORY, now / SECOND, &json!(claims)).ok()
}

impl Visit<'_> {
    /// The ticket of a text, which was not used and has not expired.
    pub(super) fn pending_ticket(&self, text: &str) -> Result<Ticket, ApiError> {
        let signed = self.key.read(text).ok_or_else(ApiError::ticket_invalid)?;
        let claims = serde_json::from_value(Value::Object(signed.claims));
        let claims: Claims = claims.map_err(|_| ApiError::ticket_invalid())?;
        let ticket = self.tables.tickets.get(&claims.ticket_id).ok_or_else(ApiError::ticket_invalid)?;
        self.refuse_unless_pending(ticket).map(|()| ticket.clone())
    }

    pub(super) fn refuse_unless_pending(&self, ticket: &Ticket) -> Result<(), ApiError> {
        match (ticket.status_at(self.now), &ticket.purpose) {
            (Status::Pending, _) => Ok(()),
            (Status::Expired, _) => Err(ApiError::ticket_expired()),
            (Status::Used, Purpose::SignInToken { .. }) => Err(ApiError::sign_in_token_used()),
            (Status::Used, Purpose::Invitation { .. }) => Err(ApiError::invitation_accepted()),
        }
    }

    pub(super) fn use_up_ticket(&mut self, id: &str) {
        let now = self.now;
        if let Some(ticket) = self.tables.tickets.get_mut(id) {
            ticket.use_up(now);
        }
    }
}
