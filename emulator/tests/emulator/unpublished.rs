//! Parameters that clerk-js sends and Clerk's description does not name: none may be refused.

use crate::support::{Browser, PASSWORD, fresh_app, latest_code, seed};

/// What the bot protection adds to sign-ins and sign-ups.
const PROTECT: &str =
    "&__clerk_protect_assertion=a&__clerk_protect_token=b&__clerk_protect_status=c&__clerk_protect_cid=d";
const CAPTCHA: &str = "&captcha_token=t&captcha_widget_type=smart&captcha_error=";
const QUERY: &str = "__clerk_api_version=2026-08-20&_clerk_js_version=6.40.0&_clerk_session_id=sess_1&_clerk_retry_attempt=1\
                     &rotating_token_nonce=n&debug=skip_cache&expired_token=e";

fn id_of(body: &serde_json::Value) -> String {
    body["response"]["id"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn sign_ins_take_them() {
    let app = fresh_app();
    seed(&app, &["ada@example.com"]).await;
    let mut browser = Browser::production(&app);
    let extra = format!("&locale=en-US&timezone=Europe%2FAthens&sign_up_if_missing=false{CAPTCHA}{PROTECT}");
    let form = format!("identifier=ada@example.com{extra}");
    let id = id_of(&browser.post("/v1/client/sign_ins", &form).await.ok());
    let path = format!("/v1/client/sign_ins/{id}");
    let form = format!(
        "strategy=email_code&channel=sms&default=true&enterprise_connection_id=&redirect_url=u{PROTECT}"
    );
    browser.post(&format!("{path}/prepare_first_factor"), &form).await.ok();
    let form = format!("strategy=password&password={PASSWORD}{PROTECT}");
    browser.post(&format!("{path}/attempt_first_factor"), &form).await.ok();
}

#[tokio::test]
async fn sign_ups_take_them() {
    let app = fresh_app();
    let mut browser = Browser::production(&app);
    let extra = format!("locale=en-US&timezone=Europe%2FAthens&enterprise_connection_id={CAPTCHA}{PROTECT}");
    let id = id_of(&browser.post("/v1/client/sign_ups", &extra).await.ok());
    let path = format!("/v1/client/sign_ups/{id}");
    let form = format!("email_address=ada@example.com&password={PASSWORD}&{extra}");
    browser.post_as("PATCH", &path, &form).await.ok();
    let form = format!("strategy=email_code&channel=sms&default=true&enterprise_connection_id={PROTECT}");
    browser.post(&format!("{path}/prepare_verification"), &form).await.ok();
    let form = format!("strategy=email_code&code={}{PROTECT}", latest_code(&app).await);
    browser.post(&format!("{path}/attempt_verification"), &form).await.ok();
}

#[tokio::test]
async fn tokens_captchas_and_queries_take_them() {
    let app = fresh_app();
    seed(&app, &["ada@example.com"]).await;
    let mut browser = Browser::production(&app);
    let session = browser.sign_in("ada@example.com").await;
    let path = format!("/v1/client/sessions/{session}");
    let form = "organization_id=&tab_state=focused&token=t&force_origin=true";
    browser.post(&format!("{path}/tokens?{QUERY}"), form).await.ok();
    browser.post(&format!("{path}/touch?{QUERY}"), "active_organization_id=&intent=focus").await.ok();
    let form = "captcha_token=t&captcha_widget_type=smart&captcha_action=heartbeat";
    browser.post("/v1/client/verify", form).await.ok();
    for path in ["client", "environment"] {
        browser.get(&format!("/v1/{path}?{QUERY}")).await.ok();
    }
}
