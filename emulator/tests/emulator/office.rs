//! An instance with organizations, and the people in them.

use axum::Router;
use serde_json::{Value, json};

use crate::support::{Browser, PASSWORD, Reply, change_settings, control, fresh_app};

/// An administrator of Acme, a member of it, and somebody who is not in it.
pub(crate) const ADA: &str = "ada@example.com";
pub(crate) const BOB: &str = "bob@example.com";
pub(crate) const EVE: &str = "eve@example.com";

/// Acme is Ada's and Bob's, and Other is Eve's alone.
pub(crate) struct Office {
    pub(crate) app: Router,
    pub(crate) acme: String,
    pub(crate) other: String,
}

/// Somebody who is signed in.
pub(crate) struct Desk {
    pub(crate) browser: Browser,
    pub(crate) session: String,
    pub(crate) user: String,
}

impl Office {
    pub(crate) async fn open() -> Self {
        let app = fresh_app();
        let users: Vec<Value> = [ADA, BOB, EVE]
            .iter()
            .map(|address| json!({ "email_address": address, "password": PASSWORD }))
            .collect();
        let organizations = json!([
            {
                "name": "Acme", "public_metadata": { "plan": "gold" },
                "members": [{ "user": ADA, "role": "org:admin" }, { "user": BOB }],
            },
            { "name": "Other", "members": [{ "user": EVE, "role": "org:admin" }] },
        ]);
        let seed = json!({
            "users": users, "organizations": organizations, "settings": { "organizations": { "enabled": true } },
        });
        let seeded = control(&app, "POST", "seed", seed).await;
        let id = |index: usize| seeded["organizations"][index]["id"].as_str().unwrap().to_owned();
        Self { app, acme: id(0), other: id(1) }
    }

    pub(crate) async fn set(&self, changes: Value) {
        change_settings(&self.app, json!({ "organizations": changes })).await;
    }

    pub(crate) async fn desk_of(&self, address: &str) -> Desk {
        let mut browser = Browser::production(&self.app);
        let session = browser.sign_in(address).await;
        let user = browser.client().await["sessions"][0]["user"]["id"].as_str().unwrap().to_owned();
        Desk { browser, session, user }
    }
}

impl Desk {
    /// Looks at the session, as this organization; an empty one is the user alone.
    pub(crate) async fn choose(&mut self, organization: &str) -> Value {
        let path = format!("/v1/client/sessions/{}/touch", self.session);
        let form = format!("active_organization_id={organization}&intent=select_org");
        self.browser.post(&path, &form).await.ok()
    }

    /// Sends `method` the way clerk-js does.
    pub(crate) async fn send(&mut self, method: &str, path: &str, form: &str) -> Reply {
        match method {
            "GET" => self.browser.get(path).await,
            "POST" => self.browser.post(path, form).await,
            other => self.browser.post_as(other, path, form).await,
        }
    }

    /// Expects refusals: method, path, form, status and code.
    pub(crate) async fn refused(&mut self, all: &[(&str, &str, &str, u16, &str)]) {
        for (method, path, form, status, code) in all {
            let reply = self.send(method, path, form).await;
            assert_eq!(reply.error(*status), *code, "{method} {path} {form}");
        }
    }

    /// The session as the client shows it.
    pub(crate) async fn session(&mut self) -> Value {
        self.browser.client().await["sessions"][0].clone()
    }
}
