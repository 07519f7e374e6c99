//! Where a session token comes from: the session itself, the edge, or in an outage the last token.

use jsonwebtoken::{dangerous::insecure_decode, decode_header};
use serde_json::{Value, json};

use crate::support::{Browser, advance_clock, change_settings, control, fresh_app, seed};

struct Page {
    browser: Browser,
    path: String,
}

impl Page {
    /// A page of somebody who is signed in, at an instance with these settings; the clock stands still.
    async fn with(settings: Value) -> Self {
        let app = fresh_app();
        control(&app, "POST", "clock", json!({ "now_ms": 1_767_225_600_000_i64, "frozen": true })).await;
        seed(&app, &["ada@example.com"]).await;
        let mut browser = Browser::production(&app);
        let session = browser.sign_in("ada@example.com").await;
        change_settings(&app, settings).await;
        Self { browser, path: format!("/v1/client/sessions/{session}/tokens") }
    }

    async fn last_token(&mut self) -> String {
        let client = self.browser.client().await;
        client["sessions"][0]["last_active_token"]["jwt"].as_str().unwrap().to_owned()
    }

    async fn mint(&mut self, form: &str) -> String {
        let path = self.path.clone();
        self.browser.post(&path, form).await.ok()["jwt"].as_str().unwrap().to_owned()
    }

    async fn advance(&self, ms: i64) {
        advance_clock(&self.browser.app, ms).await;
    }
}

/// The original time of issue, the time of issue, and the end, in seconds since the first.
fn times(jwt: &str, start: i64) -> [i64; 3] {
    let header = serde_json::to_value(decode_header(jwt).unwrap()).unwrap();
    let claims = insecure_decode::<Value>(jwt).unwrap().claims;
    [&header["oiat"], &claims["iat"], &claims["exp"]].map(|time| time.as_i64().unwrap() - start)
}

const START: i64 = 1_767_225_600;

#[tokio::test]
async fn the_environment_says_whether_the_edge_mints() {
    for is_on in [false, true] {
        let mut page = Page::with(json!({ "session_minter": is_on })).await;
        let environment = page.browser.get("/v1/environment").await.ok();
        assert_eq!(environment["auth_config"]["session_minter"], is_on);
    }
}

#[tokio::test]
async fn without_the_edge_each_token_is_original_and_what_is_sent_along_ignored() {
    let mut page = Page::with(json!({})).await;
    let last = page.last_token().await;
    page.advance(61_000).await;
    assert_eq!(times(&page.mint(&format!("token={last}")).await, START), [61, 61, 121]);
}

#[tokio::test]
async fn the_edge_renews_the_token_that_it_is_given() {
    let mut page = Page::with(json!({ "session_minter": true })).await;
    let last = page.last_token().await;
    page.advance(61_000).await;
    let renewed = page.mint(&format!("organization_id=&tab_state=focused&token={last}")).await;
    assert_eq!(times(&renewed, START), [0, 61, 121], "expired, and good enough for the edge");
    page.advance(1_000).await;
    let again = page.mint(&format!("token={renewed}")).await;
    assert_eq!(times(&again, START), [0, 62, 122]);
    let forced = page.mint(&format!("token={again}&force_origin=true")).await;
    assert_eq!(times(&forced, START), [62, 62, 122]);
    let [old, new] = [&last, &again].map(|jwt| insecure_decode::<Value>(jwt).unwrap().claims);
    assert_eq!((&old["sid"], &old["sub"], &old["azp"]), (&new["sid"], &new["sub"], &new["azp"]));
    assert_ne!(old["jti"], new["jti"]);
}

#[tokio::test]
async fn the_edge_asks_the_origin_where_it_has_no_token_of_the_session() {
    let mut page = Page::with(json!({ "session_minter": true })).await;
    let template = json!({ "template": { "lifetime_s": 60 } });
    change_settings(&page.browser.app, json!({ "jwt_templates": template })).await;
    let of_a_template = page.path.clone() + "/template";
    let of_a_template = page.browser.post(&of_a_template, "").await.ok()["jwt"].as_str().unwrap().to_owned();
    let forged = page.last_token().await + "A";
    let of_another = Page::with(json!({})).await.last_token().await;
    page.advance(5_000).await;
    for form in [
        String::new(),
        "token=".to_owned(),
        "token=t".to_owned(),
        format!("token={forged}"),
        format!("token={of_a_template}"),
        format!("token={of_another}"),
    ] {
        assert_eq!(times(&page.mint(&form).await, START), [5, 5, 65], "{form}");
    }
    let path = page.path.clone();
    let odd = page.browser.post(&path, "force_origin=perhaps").await;
    assert_eq!(odd.error(422), "form_param_value_invalid");
}

#[tokio::test]
async fn the_edge_renews_no_token_of_a_session_that_has_ended() {
    let mut page = Page::with(json!({ "session_minter": true })).await;
    let last = page.last_token().await;
    let end = page.path.replace("/tokens", "/end");
    page.browser.post(&end, "").await.ok();
    let path = page.path.clone();
    assert_eq!(page.browser.post(&path, &format!("token={last}")).await.error(401), "signed_out");
}

#[tokio::test]
async fn an_outage_wants_the_expired_token() {
    let mut page = Page::with(json!({ "expired_token_required": true })).await;
    let template = json!({ "template": { "lifetime_s": 60 } });
    change_settings(&page.browser.app, json!({ "jwt_templates": template })).await;
    let last = page.last_token().await;
    let of_another = Page::with(json!({})).await.last_token().await;
    page.advance(61_000).await;
    for path in [page.path.clone(), page.path.clone() + "/template"] {
        for query in ["", "?expired_token=", "?expired_token=t", &format!("?expired_token={of_another}")] {
            let reply = page.browser.post(&format!("{path}{query}"), "organization_id=").await;
            assert_eq!(reply.error(422), "missing_expired_token", "{path}{query}");
        }
        let reply = page.browser.post(&format!("{path}?expired_token={last}"), "organization_id=").await;
        let jwt = reply.ok()["jwt"].as_str().unwrap().to_owned();
        let original = if path.ends_with("template") { 61 } else { 0 };
        assert_eq!(times(&jwt, START), [original, 61, 121]);
    }
}

#[tokio::test]
async fn the_edge_needs_no_expired_token() {
    let mut page = Page::with(json!({ "expired_token_required": true, "session_minter": true })).await;
    page.mint("").await;
}
