//! Somebody has forgotten the password, proves who they are by a code, and chooses another.

use axum::Router;
use serde_json::json;

use crate::support::{
    Browser, PASSWORD, Reply, advance_clock, change_settings, control, fresh_app, latest_code,
    latest_message, other_than,
};

const ADA: &str = "ada@example.com";
const PHONE: &str = "+4366012345678";
const NEW: &str = "another-battery-staple";

async fn ada() -> (Router, Browser) {
    let app = fresh_app();
    let ada = json!({
        "email_address": ADA, "password": PASSWORD, "phone_numbers": [{ "phone_number": PHONE }],
        "backup_codes": ["backup-1"],
    });
    control(&app, "POST", "seed", json!({ "users": [ada], "settings": { "phone_number": "on" } })).await;
    let browser = Browser::production(&app);
    (app, browser)
}

/// A code for this strategy is on its way; returns the path of the sign-in.
async fn asked(browser: &mut Browser, strategy: &str) -> String {
    let form = format!("strategy={strategy}&identifier={ADA}");
    let attempt = browser.post("/v1/client/sign_ins", &form).await.ok()["response"].clone();
    assert_eq!(attempt["status"], "needs_first_factor");
    assert_eq!(attempt["first_factor_verification"]["strategy"], strategy);
    format!("/v1/client/sign_ins/{}", attempt["id"].as_str().unwrap())
}

async fn attempt(browser: &mut Browser, path: &str, strategy: &str, code: &str) -> Reply {
    browser.post(&format!("{path}/attempt_first_factor"), &format!("strategy={strategy}&code={code}")).await
}

async fn choose(browser: &mut Browser, path: &str, form: &str) -> Reply {
    browser.post(&format!("{path}/reset_password"), form).await
}

#[tokio::test]
async fn a_code_lets_choose_another_password() {
    for (strategy, to) in [("reset_password_email_code", ADA), ("reset_password_phone_code", PHONE)] {
        let (app, mut browser) = ada().await;
        let path = asked(&mut browser, strategy).await;
        let message = latest_message(&app).await;
        assert_eq!((&message["to"], &message["kind"]), (&json!(to), &json!("reset_password_code")));
        let code = latest_code(&app).await;
        let wrong = attempt(&mut browser, &path, strategy, other_than(&code)).await;
        assert_eq!(wrong.error(422), "form_code_incorrect");
        let body = attempt(&mut browser, &path, strategy, &code).await.ok();
        assert_eq!(body["response"]["status"], "needs_new_password");
        assert_eq!(body["client"]["sessions"], json!([]));
        let body = choose(&mut browser, &path, &format!("password={NEW}")).await.ok();
        assert_eq!(body["response"]["status"], "complete");
        assert_eq!(body["client"]["last_authentication_strategy"], strategy);
        let mut other = Browser::production(&app);
        let old = format!("identifier={ADA}&password={PASSWORD}");
        assert_eq!(other.post("/v1/client/sign_ins", &old).await.error(422), "form_password_incorrect");
        other.post("/v1/client/sign_ins", &format!("identifier={ADA}&password={NEW}")).await.ok();
    }
}

#[tokio::test]
async fn the_new_password_has_to_be_a_good_one() {
    let (app, mut browser) = ada().await;
    let path = asked(&mut browser, "reset_password_email_code").await;
    assert_eq!(
        choose(&mut browser, &path, &format!("password={NEW}")).await.error(400),
        "client_state_invalid"
    );
    let code = latest_code(&app).await;
    attempt(&mut browser, &path, "reset_password_email_code", &code).await.ok();
    for (form, code) in [
        ("", "form_param_missing"),
        ("password=", "form_param_nil"),
        ("password=short", "form_password_length_too_short"),
        ("password=long-enough-it-is&sign_out_of_other_sessions=perhaps", "form_param_value_invalid"),
        ("password=long-enough-it-is&old_password=x", "form_param_unknown"),
    ] {
        assert_eq!(choose(&mut browser, &path, form).await.error(422), code, "{form}");
    }
    let long = format!("password={}", "a".repeat(73));
    assert_eq!(choose(&mut browser, &path, &long).await.error(422), "form_password_length_too_long");
    choose(&mut browser, &path, &format!("password={NEW}")).await.ok();
    let again = choose(&mut browser, &path, &format!("password={NEW}")).await;
    assert_eq!(again.error(400), "verification_already_verified");
}

#[tokio::test]
async fn all_other_sessions_may_be_ended() {
    let (app, mut browser) = ada().await;
    let mut other = Browser::production(&app);
    other.sign_in(ADA).await;
    for (flag, status) in [("false", "active"), ("true", "ended")] {
        let mut browser = Browser::production(&app);
        let path = asked(&mut browser, "reset_password_email_code").await;
        let code = latest_code(&app).await;
        attempt(&mut browser, &path, "reset_password_email_code", &code).await.ok();
        let form = format!("password={NEW}&sign_out_of_other_sessions={flag}");
        let body = choose(&mut browser, &path, &form).await.ok();
        assert_eq!(body["client"]["sessions"][0]["status"], "active");
        let client = other.client().await;
        assert_eq!(client["sessions"][0]["status"], status);
        assert_eq!(client["last_active_session_id"].is_null(), flag == "true");
    }
    browser.get("/v1/client").await.ok();
}

#[tokio::test]
async fn the_second_factor_is_asked_for_all_the_same() {
    let (app, mut browser) = ada().await;
    change_settings(&app, json!({ "second_factor_at_sign_in": true })).await;
    let path = asked(&mut browser, "reset_password_email_code").await;
    let code = latest_code(&app).await;
    attempt(&mut browser, &path, "reset_password_email_code", &code).await.ok();
    let body = choose(&mut browser, &path, &format!("password={NEW}")).await.ok();
    assert_eq!(body["response"]["status"], "needs_second_factor");
    let form = "strategy=backup_code&code=backup-1";
    let body = browser.post(&format!("{path}/attempt_second_factor"), form).await.ok();
    assert_eq!(body["response"]["status"], "complete");
}

#[tokio::test]
async fn a_code_expires_and_is_for_this_alone() {
    let (app, mut browser) = ada().await;
    let path = asked(&mut browser, "reset_password_email_code").await;
    let code = latest_code(&app).await;
    assert_eq!(attempt(&mut browser, &path, "email_code", &code).await.error(400), "verification_missing");
    advance_clock(&app, 600_000).await;
    let reply = attempt(&mut browser, &path, "reset_password_email_code", &code).await;
    assert_eq!(reply.error(400), "verification_expired");
}

#[tokio::test]
async fn who_has_no_password_has_none_to_reset() {
    let (app, mut browser) = ada().await;
    control(&app, "POST", "seed", json!({ "users": [{ "email_address": "bob@example.com" }] })).await;
    let form = "strategy=reset_password_email_code&identifier=bob@example.com";
    assert_eq!(browser.post("/v1/client/sign_ins", form).await.error(400), "strategy_for_user_invalid");
}
