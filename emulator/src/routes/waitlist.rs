//! `/v1/waitlist`: somebody asks to be let in.

use axum::Json;
use axum::extract::State;
use axum::response::Response;
use serde_json::json;

use crate::error::ApiError;
use crate::http::caller::Caller;
use crate::http::form::Form;
use crate::model::waitlist::WaitlistEntry;
use crate::state::{Emulator, normalized_email};

/// `POST`: puts an address on the list. One that is there already keeps its entry.
pub(super) async fn join(State(emulator): State<Emulator>, caller: Caller, Form(form): Form) -> Response {
    emulator.visit(&caller, |visit| {
        form.only(&["email_address"])?;
        let address = normalized_email(form.required("email_address")?)
            .ok_or_else(|| ApiError::param_format_invalid("email_address", "a valid email address"))?;
        let known = visit.tables.waitlist.values().find(|entry| entry.email_address == address);
        let id = known.map(|entry| entry.id.clone()).unwrap_or_else(|| visit.random.id("wlt"));
        if visit.tables.waitlist.get(&id).is_none() {
            let entry = WaitlistEntry { id: id.clone(), email_address: address, created_at: visit.now };
            visit.tables.waitlist.insert(&id, entry);
        }
        Ok(Json(json!({ "object": "waitlist_entry", "id": id })))
    })
}
