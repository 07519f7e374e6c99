//! Where a reverification happens.

use axum::Router;
use serde_json::{Value, json};

use crate::support::{Browser, Reply, control, fresh_app};

const ADA: &str = "ada@example.com";

/// A browser in which Ada is signed in, and the path of her session.
pub(crate) struct Scene {
    pub(crate) app: Router,
    pub(crate) browser: Browser,
    pub(crate) session: String,
}

impl Scene {
    pub(crate) async fn of(user: Value) -> Self {
        let app = fresh_app();
        control(&app, "POST", "seed", json!({ "users": [user] })).await;
        let mut browser = Browser::production(&app);
        let session = format!("/v1/client/sessions/{}", browser.sign_in(ADA).await);
        Self { app, browser, session }
    }

    pub(crate) async fn post(&mut self, action: &str, form: &str) -> Reply {
        self.browser.post(&format!("{}/verify{action}", self.session), form).await
    }

    pub(crate) async fn start(&mut self, level: &str) -> Value {
        self.post("", &format!("level={level}")).await.ok()["response"].clone()
    }
}
