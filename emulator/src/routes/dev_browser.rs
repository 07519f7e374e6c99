//! Development browsers.

use axum::Json;
use axum::extract::State;
use axum::response::Response;
use serde_json::json;

use crate::http::caller::{Caller, Instance};
use crate::state::{DevBrowser, Emulator};

/// `POST /v1/dev_browser`: a new browser, identified by its id from now on. A caller whose old
/// token is unknown must be able to get a new one, so the old one is not looked at.
pub(super) async fn create(State(emulator): State<Emulator>, mut caller: Caller) -> Response {
    caller.instance = Instance::Production { cookie: None };
    emulator.visit(&caller, |visit| {
        let browser = DevBrowser { id: visit.random.id("dvb"), client_id: None, created_at: visit.now };
        let body = json!({
            "object": "dev_browser",
            "id": browser.id,
            "token": browser.id,
            "created_at": browser.created_at,
            "updated_at": browser.created_at,
        });
        visit.tables.dev_browsers.insert(&browser.id.clone(), browser);
        Ok(Json(body))
    })
}
