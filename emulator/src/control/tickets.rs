//! `/_emulator/tickets`: makes what an application would ask Clerk's Backend API for.

use axum::extract::State;
use axum::{Extension, Json};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::body::{Body, Refused};
use crate::clock::SECOND;
use crate::model::ticket::{Purpose, Ticket};
use crate::random::Random;
use crate::routes::ticket::ticket_token;
use crate::state::{Emulator, Tables, normalized_email};

/// How long a ticket is good when nobody says otherwise: 30 days.
const LIFETIME_S: u32 = 30 * 24 * 60 * 60;

/// For whom a ticket is: a user who may sign in by it, or an address whose owner is invited to sign up.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Wanted {
    user_id: Option<String>,
    email_address: Option<String>,
    #[serde(default)]
    public_metadata: Map<String, Value>,
    expires_in_s: Option<u32>,
}

/// What was made.
#[derive(Debug, Serialize)]
pub(super) struct Made {
    id: String,
    ticket: String,
    expire_at: i64,
}

/// `POST`
pub(super) async fn create(
    State(emulator): State<Emulator>,
    Extension(random): Extension<Random>,
    Body(wanted): Body<Wanted>,
) -> Result<Json<Made>, Refused> {
    let mut state = emulator.lock();
    let now = state.tables.clock().now_ms();
    let lifetime_s = wanted.expires_in_s.unwrap_or(LIFETIME_S);
    let expire_at = now + i64::from(lifetime_s) * SECOND;
    let ticket = Ticket::new(&random, purpose(wanted, &state.tables)?, expire_at);
    let token = ticket_token(&ticket, emulator.key(), now)
        .ok_or_else(|| Refused::bad_input("the ticket could not be signed"))?;
    let made = Made { id: ticket.id.clone(), ticket: token, expire_at };
    state.tables.tickets.insert(&made.id, ticket);
    state.save()?;
    Ok(Json(made))
}

fn purpose(wanted: Wanted, tables: &Tables) -> Result<Purpose, Refused> {
    match (wanted.user_id, wanted.email_address) {
        (Some(_), None) if !wanted.public_metadata.is_empty() => {
            Err(Refused::bad_input("public_metadata is for somebody who is invited"))
        }
        (Some(user_id), None) if tables.users.get(&user_id).is_some() => Ok(Purpose::SignInToken { user_id }),
        (Some(user_id), None) => Err(Refused::bad_input(format!("there is no user {user_id:?}"))),
        (None, Some(typed)) => {
            let email_address = normalized_email(&typed)
                .ok_or_else(|| Refused::bad_input(format!("email_address {typed:?} is not one")))?;
            Ok(Purpose::Invitation { email_address, public_metadata: wanted.public_metadata })
        }
        _ => Err(Refused::bad_input("a ticket is for a user_id or for an email_address")),
    }
}
