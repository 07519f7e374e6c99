//! Sign-ups, in one go and step by step.

use axum::Router;
use serde_json::{Value, json};

use crate::support::{
    Browser, PASSWORD, Reply, advance_clock, change_settings, control, fresh_app, latest_code, other_than,
    seed,
};

const SIGN_UPS: &str = "/v1/client/sign_ups";

/// A new address and the usual password.
fn complete_form() -> String {
    format!(
        "email_address=Eve@Example.com&password={PASSWORD}&first_name=Eve&unsafe_metadata=%7B%22a%22%3A1%7D"
    )
}

fn path_of(body: &Value) -> String {
    format!("{SIGN_UPS}/{}", body["response"]["id"].as_str().unwrap())
}

async fn start(app: &Router) -> (Browser, String) {
    let mut browser = Browser::production(app);
    let body = browser.post(SIGN_UPS, &complete_form()).await.ok();
    (browser, path_of(&body))
}

async fn prepare(browser: &mut Browser, path: &str) -> Reply {
    browser.post(&format!("{path}/prepare_verification"), "strategy=email_code").await
}

async fn attempt(browser: &mut Browser, path: &str, code: &str) -> Reply {
    browser.post(&format!("{path}/attempt_verification"), &format!("strategy=email_code&code={code}")).await
}

#[tokio::test]
async fn a_sign_up_completes_when_the_address_is_verified() {
    let app = fresh_app();
    let (mut browser, path) = start(&app).await;
    let shown = browser.get(&path).await.ok()["response"].clone();
    assert_eq!(shown["status"], "missing_requirements");
    assert_eq!(shown["missing_fields"], json!([]));
    assert_eq!(shown["unverified_fields"], json!(["email_address"]));
    assert_eq!(shown["verifications"]["email_address"]["next_action"], "needs_prepare");
    assert_eq!((&shown["password_enabled"], &shown["has_password"]), (&json!(true), &json!(true)));
    let shown = prepare(&mut browser, &path).await.ok()["response"].clone();
    assert_eq!(shown["verifications"]["email_address"]["next_action"], "needs_attempt");
    assert_eq!(shown["verifications"]["email_address"]["supported_strategies"], json!(["email_code"]));
    let outbox = control(&app, "GET", "outbox", Value::Null).await;
    assert_eq!((&outbox[0]["to"], &outbox[0]["kind"]), (&json!("eve@example.com"), &json!("sign_up_code")));
    let body = attempt(&mut browser, &path, outbox[0]["code"].as_str().unwrap()).await.ok();
    let done = &body["response"];
    assert_eq!(done["status"], "complete");
    assert_eq!(done["verifications"]["email_address"]["status"], "verified");
    assert_eq!(body["client"]["sign_up"], Value::Null);
    let session = &body["client"]["sessions"][0];
    assert_eq!(
        (&session["id"], &session["user"]["id"]),
        (&done["created_session_id"], &done["created_user_id"])
    );
    assert_eq!(session["user"]["first_name"], "Eve");
    assert_eq!(session["user"]["unsafe_metadata"], json!({ "a": 1 }));
    assert_eq!(session["user"]["email_addresses"][0]["verification"]["strategy"], "email_code");
    assert_eq!(body["client"]["last_authentication_strategy"], "email_code");
    Browser::production(&app).sign_in("eve@example.com").await;
}

#[tokio::test]
async fn a_sign_up_is_filled_step_by_step() {
    let app = fresh_app();
    let mut browser = Browser::production(&app);
    let body = browser.post(SIGN_UPS, "locale=de-DE").await.ok();
    assert_eq!(body["response"]["missing_fields"], json!(["email_address", "password"]));
    assert_eq!(body["response"]["required_fields"], json!(["email_address", "password"]));
    assert_eq!(body["response"]["optional_fields"], json!(["username", "first_name", "last_name"]));
    assert_eq!(body["response"]["locale"], "de-DE");
    let path = path_of(&body);
    assert_eq!(prepare(&mut browser, &path).await.error(400), "client_state_invalid");
    let body = browser.post_as("PATCH", &path, "email_address=eve@example.com").await.ok();
    assert_eq!(body["response"]["missing_fields"], json!(["password"]));
    prepare(&mut browser, &path).await.ok();
    let code = latest_code(&app).await;
    let body = attempt(&mut browser, &path, &code).await.ok();
    assert_eq!(body["response"]["status"], "missing_requirements");
    assert_eq!(body["response"]["unverified_fields"], json!([]));
    assert_eq!(prepare(&mut browser, &path).await.error(400), "verification_already_verified");
    let body = browser.send("PATCH", &path, &format!("password={PASSWORD}&username=Eve_1")).await.ok();
    assert_eq!(body["response"]["status"], "complete");
    assert_eq!(body["client"]["sessions"][0]["user"]["username"], "eve_1");
}

#[tokio::test]
async fn another_address_has_to_be_verified_again() {
    let app = fresh_app();
    let (mut browser, path) = start(&app).await;
    prepare(&mut browser, &path).await.ok();
    let code = latest_code(&app).await;
    browser.post_as("PATCH", &path, "email_address=eve2@example.com").await.ok();
    assert_eq!(attempt(&mut browser, &path, &code).await.error(400), "verification_missing");
}

#[tokio::test]
async fn settings_decide_what_is_needed() {
    let app = fresh_app();
    change_settings(&app, json!({ "password": "off", "verify_email_at_sign_up": false })).await;
    let mut browser = Browser::production(&app);
    assert_eq!(browser.post(SIGN_UPS, &complete_form()).await.error(422), "form_param_unknown");
    let body = browser.post(SIGN_UPS, "email_address=eve@example.com").await.ok();
    assert_eq!(body["response"]["status"], "complete");
    assert_eq!(body["client"]["sessions"][0]["user"]["email_addresses"][0]["verification"], Value::Null);
    assert_eq!(body["client"]["last_authentication_strategy"], "email_address");
}

#[tokio::test]
async fn the_strategy_of_a_sign_up_sends_the_code() {
    let app = fresh_app();
    let mut browser = Browser::production(&app);
    let body = browser.post(SIGN_UPS, &format!("{}&strategy=email_code", complete_form())).await.ok();
    let code = latest_code(&app).await;
    let path = path_of(&body);
    assert_eq!(attempt(&mut browser, &path, &code).await.ok()["response"]["status"], "complete");
}

#[tokio::test]
async fn wrong_fields_get_clerks_codes() {
    let app = fresh_app();
    seed(&app, &["ada@example.com"]).await;
    control(&app, "POST", "seed", json!({ "users": [{ "username": "grace" }] })).await;
    let mut browser = Browser::production(&app);
    let long = "x".repeat(9_000);
    for (form, status, code) in [
        ("email_address=ada@example.com".to_owned(), 422, "form_identifier_exists"),
        ("email_address=ada".to_owned(), 422, "form_param_format_invalid"),
        ("username=Grace".to_owned(), 422, "form_identifier_exists"),
        ("username=a%20b".to_owned(), 422, "form_param_format_invalid"),
        ("password=short".to_owned(), 422, "form_password_length_too_short"),
        (format!("password={}", "x".repeat(73)), 422, "form_password_length_too_long"),
        (format!("first_name={}", "x".repeat(257)), 422, "form_param_max_length_exceeded"),
        ("unsafe_metadata=%7B".to_owned(), 422, "form_param_value_invalid"),
        ("unsafe_metadata=%5B1%5D".to_owned(), 422, "form_param_value_invalid"),
        (format!("unsafe_metadata=%7B%22a%22:%22{long}%22%7D"), 422, "form_param_exceeds_allowed_size"),
        ("phone_number=%2B15555550100".to_owned(), 422, "form_param_unknown"),
        ("web3_wallet=0x0".to_owned(), 422, "form_param_unknown"),
        ("legal_accepted=maybe".to_owned(), 422, "form_param_value_invalid"),
        ("strategy=oauth_github".to_owned(), 422, "form_param_value_invalid"),
        ("ticket=abc".to_owned(), 400, "ticket_invalid_code"),
        ("transfer=true".to_owned(), 400, "account_transfer_invalid"),
    ] {
        assert_eq!(browser.post(SIGN_UPS, &form).await.error(status), code, "{form:.60}");
    }
    assert_eq!(browser.client().await, Value::Null);
}

#[tokio::test]
async fn codes_are_wrong_too_often_expire_and_are_used_once() {
    let app = fresh_app();
    let (mut browser, path) = start(&app).await;
    assert_eq!(attempt(&mut browser, &path, "123456").await.error(400), "verification_missing");
    prepare(&mut browser, &path).await.ok();
    let code = latest_code(&app).await;
    for _ in 0..5 {
        let reply = attempt(&mut browser, &path, other_than(&code)).await;
        assert_eq!(reply.error(422), "form_code_incorrect");
        assert!(reply.json()["meta"]["client"]["sign_up"].is_object());
    }
    assert_eq!(attempt(&mut browser, &path, &code).await.error(400), "verification_failed");
    prepare(&mut browser, &path).await.ok();
    advance_clock(&app, 600_001).await;
    let code = latest_code(&app).await;
    assert_eq!(attempt(&mut browser, &path, &code).await.error(400), "verification_expired");
    prepare(&mut browser, &path).await.ok();
    let code = latest_code(&app).await;
    attempt(&mut browser, &path, &code).await.ok();
    assert_eq!(attempt(&mut browser, &path, &code).await.error(400), "verification_already_verified");
    let change = browser.post_as("PATCH", &path, "first_name=Mallory").await;
    assert_eq!(change.error(400), "verification_already_verified");
    assert_eq!(browser.get(&path).await.ok()["response"]["status"], "complete");
}

#[tokio::test]
async fn an_address_taken_meanwhile_is_claimed() {
    let app = fresh_app();
    let (mut browser, path) = start(&app).await;
    prepare(&mut browser, &path).await.ok();
    let code = latest_code(&app).await;
    seed(&app, &["eve@example.com"]).await;
    assert_eq!(attempt(&mut browser, &path, &code).await.error(400), "identification_claimed");
    assert_eq!(browser.client().await["sessions"], json!([]));
}

#[tokio::test]
async fn wrong_verification_requests_are_refused() {
    let app = fresh_app();
    let (mut browser, path) = start(&app).await;
    for (action, form, status, code) in [
        ("prepare_verification", "", 422, "form_param_missing"),
        ("prepare_verification", "strategy=password", 422, "form_param_value_invalid"),
        ("prepare_verification", "strategy=phone_code", 422, "form_param_value_invalid"),
        ("attempt_verification", "strategy=email_code", 422, "form_param_missing"),
        ("attempt_verification", "strategy=email_code&code=", 422, "form_param_nil"),
    ] {
        assert_eq!(
            browser.post(&format!("{path}/{action}"), form).await.error(status),
            code,
            "{action} {form}"
        );
    }
}

#[tokio::test]
async fn a_captcha_is_asked_for_when_it_is_enabled() {
    let app = fresh_app();
    change_settings(&app, json!({ "captcha_enabled": true })).await;
    let mut browser = Browser::production(&app);
    assert_eq!(browser.post(SIGN_UPS, "").await.error(400), "captcha_missing_token");
    assert_eq!(browser.post(SIGN_UPS, "captcha_error=timeout").await.error(400), "captcha_invalid");
    browser.post(SIGN_UPS, "captcha_token=t&captcha_widget_type=invisible").await.ok();
    browser.post("/v1/client/verify", "captcha_token=t").await.ok();
    browser.post(SIGN_UPS, "").await.ok();
    change_settings(&app, json!({ "captcha_bypass": true })).await;
    Browser::production(&app).post(SIGN_UPS, "").await.ok();
}

#[tokio::test]
async fn an_older_or_abandoned_sign_up_cannot_be_changed() {
    let app = fresh_app();
    let (mut browser, old) = start(&app).await;
    let new = path_of(&browser.post(SIGN_UPS, "").await.ok());
    assert_eq!(browser.post_as("PATCH", &old, "first_name=E").await.error(403), "resource_forbidden");
    advance_clock(&app, 24 * 60 * 60_000).await;
    assert_eq!(browser.post_as("PATCH", &new, "first_name=E").await.error(400), "client_state_invalid");
    assert_eq!(browser.get(&new).await.ok()["response"]["status"], "abandoned");
    assert_eq!(browser.client().await["sign_up"], Value::Null);
}

#[tokio::test]
async fn accepting_the_terms_is_dated() {
    let app = fresh_app();
    let mut browser = Browser::production(&app);
    let body = browser.post(SIGN_UPS, "legal_accepted=true").await.ok();
    assert!(body["response"]["legal_accepted_at"].is_i64());
}
