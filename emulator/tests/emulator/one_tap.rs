//! Google One Tap: a token, checked for real, that signs in or up at once.

use axum::Router;
use serde_json::{Value, json};

use crate::support::{Browser, PASSWORD, advance_clock, change_settings, control, control_reply, fresh_app};

const SIGN_INS: &str = "/v1/client/sign_ins";
const SIGN_UPS: &str = "/v1/client/sign_ups";

async fn with_one_tap() -> Router {
    let app = fresh_app();
    let google =
        json!({ "strategy": "oauth_google", "provider_user_id": "g-1", "email_address": "ada@gmail.com" });
    let seed = json!({
        "settings": { "google_one_tap_client_id": "app-1" },
        "users": [{ "email_address": "ada@example.com", "password": PASSWORD, "external_accounts": [google] }],
    });
    control(&app, "POST", "seed", seed).await;
    app
}

/// A form with a token of Google's.
async fn form(app: &Router, account: Value) -> String {
    let issued = control(app, "POST", "google_id_token", account).await;
    format!("strategy=google_one_tap&token={}", issued["token"].as_str().unwrap())
}

#[tokio::test]
async fn somebody_whose_account_is_linked_is_signed_in_at_once() {
    let app = with_one_tap().await;
    let known = form(&app, json!({ "email_address": "ada@gmail.com", "provider_user_id": "g-1" })).await;
    let mut browser = Browser::production(&app);
    let body = browser.post(SIGN_INS, &known).await.ok();
    assert_eq!(body["response"]["status"], "complete");
    assert_eq!(body["response"]["first_factor_verification"]["object"], "verification_google_one_tap");
    assert_eq!(body["client"]["last_authentication_strategy"], "google_one_tap");
    assert_eq!(browser.post(SIGN_INS, &known).await.error(400), "identifier_already_signed_in");
    let mut browser = Browser::production(&app);
    assert_eq!(browser.post(SIGN_UPS, &known).await.error(422), "external_account_exists");
    assert_eq!(browser.client().await, Value::Null);
}

#[tokio::test]
async fn somebody_unknown_signs_up() {
    let app = with_one_tap().await;
    let unknown = form(&app, json!({ "email_address": "eve@gmail.com", "first_name": "Eve" })).await;
    let mut browser = Browser::production(&app);
    assert_eq!(browser.post(SIGN_INS, &unknown).await.error(422), "external_account_not_found");
    let body = browser.post(SIGN_UPS, &format!("{unknown}&legal_accepted=true")).await.ok();
    assert_eq!(body["response"]["status"], "complete");
    assert_eq!(body["response"]["verifications"]["external_account"]["strategy"], "google_one_tap");
    let user = &body["client"]["sessions"][0]["user"];
    assert_eq!(
        (&user["first_name"], &user["external_accounts"][0]["provider"]),
        (&json!("Eve"), &json!("oauth_google"))
    );
    let body = Browser::production(&app).post(SIGN_INS, &unknown).await.ok();
    assert_eq!(body["response"]["status"], "complete");
}

#[tokio::test]
async fn only_a_good_token_for_this_instance_is_taken() {
    let app = with_one_tap().await;
    let mut browser = Browser::production(&app);
    let ada = json!({ "email_address": "ada@gmail.com", "provider_user_id": "g-1" });
    let with = |name: &str, value: Value| {
        let mut account = ada.clone();
        account[name] = value;
        account
    };
    let good = form(&app, ada.clone()).await;
    let mut wrong = vec![
        form(&app, with("audience", json!("app-2"))).await,
        form(&app, with("lifetime_s", json!(0))).await,
        good[..good.len() - 4].to_owned(),
        "strategy=google_one_tap&token=nonsense".to_owned(),
    ];
    browser.sign_in("ada@example.com").await;
    let session = browser.client().await["sessions"][0]["last_active_token"]["jwt"].clone();
    wrong.push(format!("strategy=google_one_tap&token={}", session.as_str().unwrap()));
    for form in wrong {
        for path in [SIGN_INS, SIGN_UPS] {
            let reply = Browser::production(&app).post(path, &form).await;
            assert_eq!(reply.error(422), "google_one_tap_token_invalid", "{form}");
        }
    }
    assert_eq!(browser.post(SIGN_INS, "strategy=google_one_tap").await.error(422), "form_param_missing");
    advance_clock(&app, 3_600_000).await;
    assert_eq!(browser.post(SIGN_INS, &good).await.error(422), "google_one_tap_token_invalid");
    change_settings(&app, json!({ "google_one_tap_client_id": null })).await;
    assert_eq!(browser.post(SIGN_INS, &good).await.error(422), "form_param_value_invalid");
    assert_eq!(control_reply(&app, "POST", "google_id_token", ada).await.status.as_u16(), 400);
    let other = json!({ "email_address": "x", "audience": "app-1" });
    assert_eq!(control_reply(&app, "POST", "google_id_token", other).await.status.as_u16(), 400);
}
