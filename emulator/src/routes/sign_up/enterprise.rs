//! The directories by which a sign-up may go on.

use axum::extract::State;
use axum::response::Response;
use serde_json::{Value, json};

use crate::http::caller::Caller;
use crate::http::segments::Segments;
use crate::model::enterprise::EnterpriseConnection;
use crate::state::Emulator;

/// `GET /v1/client/sign_ups/{id}/enterprise_connections`
pub(super) async fn connections(
    State(emulator): State<Emulator>,
    caller: Caller,
    Segments(id): Segments<String>,
) -> Response {
    emulator.visit(&caller, |visit| {
        let address = visit.own_sign_up(&id)?.email_address.as_deref();
        let responsible = address.into_iter().flat_map(|address| visit.connections_for(Some(address)));
        let list: Vec<Value> = responsible.map(connection_json).collect();
        Ok(visit.wrapped(json!(list)))
    })
}

fn connection_json(connection: &EnterpriseConnection) -> Value {
    json!({
        "id": connection.id,
        "name": connection.name,
        "provider": "saml_custom",
        "logo_public_url": null,
    })
}
