//! `/_emulator/google_id_token`: what Google would give to a page.

use axum::Json;
use axum::extract::State;
use serde::{Deserialize, Serialize};

use super::body::{Body, Refused};
use crate::clock::SECOND;
use crate::model::external::Profile;
use crate::model::one_tap::{CATEGORY, claims};
use crate::state::{Emulator, normalized_email};

/// Whom the token is of.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Account {
    email_address: String,
    /// Absent, it is the address.
    provider_user_id: Option<String>,
    #[serde(default = "yes")]
    email_address_verified: bool,
    first_name: Option<String>,
    last_name: Option<String>,
    /// Absent, it is the setting `google_one_tap_client_id`.
    audience: Option<String>,
    #[serde(default = "an_hour")]
    lifetime_s: i64,
}

fn yes() -> bool {
    true
}

fn an_hour() -> i64 {
    3_600
}

/// A token.
#[derive(Debug, Serialize)]
pub(super) struct Issued {
    token: String,
}

/// `POST`
pub(super) async fn issue(
    State(emulator): State<Emulator>,
    Body(account): Body<Account>,
) -> Result<Json<Issued>, Refused> {
    let (now, settings) = {
        let everything = emulator.lock();
        (everything.tables.clock().now_ms(), everything.tables.settings())
    };
    let audience = account.audience.or(settings.google_one_tap_client_id);
    let audience = audience
        .ok_or_else(|| Refused::bad_input("there is neither an audience nor a google_one_tap_client_id"))?;
    let email_address = normalized_email(&account.email_address)
        .ok_or_else(|| Refused::bad_input(format!("email_address {:?} is not one", account.email_address)))?;
    let profile = Profile {
        provider_user_id: account.provider_user_id.unwrap_or_else(|| email_address.clone()),
        email_address,
        email_address_verified: account.email_address_verified,
        first_name: account.first_name,
        last_name: account.last_name,
        username: None,
    };
    let claims = claims(&profile, &audience, account.lifetime_s, now);
    let token = emulator.key().sign(CATEGORY, now / SECOND, &claims);
    token.map(|token| Json(Issued { token })).map_err(|error| Refused::bad_input(error.to_string()))
}
