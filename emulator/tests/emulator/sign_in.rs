//! Sign-ins by password and by code, and every way in which they fail.

use axum::Router;
use serde_json::{Value, json};

use crate::support::{
    Browser, PASSWORD, advance_clock, change_settings, control, fresh_app, latest_code, other_than, seed,
};

const ADA: &str = "ada@example.com";

async fn ada() -> (Router, Browser) {
    let app = fresh_app();
    seed(&app, &[ADA]).await;
    let browser = Browser::production(&app);
    (app, browser)
}

/// Starts a sign-in for Ada and returns its path.
async fn identified(browser: &mut Browser) -> String {
    let body = browser.post("/v1/client/sign_ins", &format!("identifier={ADA}&locale=en-US")).await.ok();
    assert_eq!(body["response"]["status"], "needs_first_factor");
    format!("/v1/client/sign_ins/{}", body["response"]["id"].as_str().unwrap())
}

/// The same, with a code on its way.
async fn with_code(browser: &mut Browser) -> String {
    let path = identified(browser).await;
    browser.post(&format!("{path}/prepare_first_factor"), "strategy=email_code").await.ok();
    path
}

async fn attempt_code(browser: &mut Browser, path: &str, code: &str) -> crate::support::Reply {
    browser.post(&format!("{path}/attempt_first_factor"), &format!("strategy=email_code&code={code}")).await
}

#[tokio::test]
async fn identifier_and_password_at_once_complete() {
    let (_, mut browser) = ada().await;
    let form = format!("identifier=%20ADA@Example.com&password={PASSWORD}&strategy=password");
    let body = browser.post("/v1/client/sign_ins", &form).await.ok();
    let attempt = &body["response"];
    assert_eq!(attempt["status"], "complete");
    assert_eq!(attempt["identifier"], ADA);
    assert_eq!(attempt["first_factor_verification"]["status"], "verified");
    assert_eq!(body["client"]["sign_in"], Value::Null);
    assert_eq!(body["client"]["last_active_session_id"], attempt["created_session_id"]);
    assert_eq!(body["client"]["last_authentication_strategy"], "password");
    let user = &body["client"]["sessions"][0]["user"];
    assert_eq!(user["email_addresses"][0]["verification"]["strategy"], "admin");
    assert!(user["last_sign_in_at"].is_i64());
}

#[tokio::test]
async fn an_identifier_alone_lists_the_factors() {
    let (_, mut browser) = ada().await;
    let path = identified(&mut browser).await;
    let body = browser.get(&path).await.ok();
    let factors = body["response"]["supported_first_factors"].as_array().unwrap();
    assert_eq!(factors[0], json!({ "strategy": "password" }));
    assert_eq!(factors[1]["strategy"], "email_code");
    assert_eq!(factors[1]["safe_identifier"], ADA);
    assert_eq!(body["response"]["user_data"]["has_image"], false);
    assert_eq!(body["client"]["sign_in"]["id"], body["response"]["id"]);
    let form = format!("strategy=password&password={PASSWORD}");
    let body = browser.post(&format!("{path}/attempt_first_factor"), &form).await.ok();
    assert_eq!(body["response"]["status"], "complete");
}

#[tokio::test]
async fn nothing_at_all_needs_an_identifier() {
    let (_, mut browser) = ada().await;
    let body = browser.post("/v1/client/sign_ins", "locale=en-US").await.ok();
    assert_eq!(body["response"]["status"], "needs_identifier");
    assert_eq!(body["response"]["supported_identifiers"], json!(["email_address", "username"]));
    let path = format!("/v1/client/sign_ins/{}", body["response"]["id"].as_str().unwrap());
    let reply = browser.post(&format!("{path}/prepare_first_factor"), "strategy=email_code").await;
    assert_eq!(reply.error(400), "client_state_invalid");
}

#[tokio::test]
async fn a_username_signs_in_too() {
    let app = fresh_app();
    let user = json!({ "username": "Ada_L", "password": PASSWORD });
    control(&app, "POST", "seed", json!({ "users": [user] })).await;
    let mut browser = Browser::production(&app);
    browser.sign_in("ada_l").await;
    let mut other = Browser::production(&app);
    let reply = other.post("/v1/client/sign_ins", "identifier=ada_l&strategy=email_code").await;
    assert_eq!(reply.error(400), "strategy_for_user_invalid");
    change_settings(&app, json!({ "username": "off" })).await;
    let reply = other.post("/v1/client/sign_ins", "identifier=ada_l").await;
    assert_eq!(reply.error(422), "form_param_format_invalid");
}

#[tokio::test]
async fn a_code_signs_in() {
    let (app, mut browser) = ada().await;
    let path = identified(&mut browser).await;
    let factors = browser.get(&path).await.ok()["response"]["supported_first_factors"].clone();
    let address_id = factors[1]["email_address_id"].as_str().unwrap().to_owned();
    let form = format!("strategy=email_code&email_address_id={address_id}");
    let body = browser.post(&format!("{path}/prepare_first_factor"), &form).await.ok();
    let verification = &body["response"]["first_factor_verification"];
    assert_eq!((&verification["status"], &verification["attempts"]), (&json!("unverified"), &json!(0)));
    let outbox = control(&app, "GET", "outbox", Value::Null).await;
    let message = &outbox[0];
    assert_eq!(
        (&message["to"], &message["kind"], &message["channel"]),
        (&json!(ADA), &json!("sign_in_code"), &json!("email"))
    );
    let body = attempt_code(&mut browser, &path, message["code"].as_str().unwrap()).await.ok();
    assert_eq!(body["response"]["status"], "complete");
    assert_eq!(body["client"]["last_authentication_strategy"], "email_code");
}

#[tokio::test]
async fn a_strategy_at_creation_prepares_at_once() {
    let (app, mut browser) = ada().await;
    let form = format!("strategy=email_code&identifier={ADA}");
    let body = browser.post("/v1/client/sign_ins", &form).await.ok();
    assert_eq!(body["response"]["first_factor_verification"]["strategy"], "email_code");
    let path = format!("/v1/client/sign_ins/{}", body["response"]["id"].as_str().unwrap());
    let code = latest_code(&app).await;
    attempt_code(&mut browser, &path, &code).await.ok();
}

#[tokio::test]
async fn wrong_parameters_get_clerks_codes() {
    let (_, mut browser) = ada().await;
    for (form, status, code) in [
        ("identifier=eve@example.com".to_owned(), 422, "form_identifier_not_found"),
        ("identifier=nobody".to_owned(), 422, "form_identifier_not_found"),
        ("identifier=not%20an%20address".to_owned(), 422, "form_param_format_invalid"),
        ("identifier=".to_owned(), 422, "form_param_nil"),
        ("strategy=password".to_owned(), 422, "form_param_missing"),
        ("password=x".to_owned(), 422, "form_param_missing"),
        (format!("identifier={ADA}&strategy=password"), 422, "form_param_missing"),
        (format!("identifier={ADA}&strategy=password&password="), 422, "form_param_nil"),
        (format!("identifier={ADA}&password=wrong"), 422, "form_password_incorrect"),
        (format!("identifier={ADA}&strategy=telepathy"), 422, "form_param_value_invalid"),
        (format!("identifier={ADA}&strategy=oauth_google"), 422, "form_param_value_invalid"),
        ("ticket=abc".to_owned(), 400, "ticket_invalid_code"),
        ("transfer=true".to_owned(), 400, "account_transfer_invalid"),
        ("transfer=perhaps".to_owned(), 422, "form_param_value_invalid"),
        ("emailAddress=x".to_owned(), 422, "form_param_unknown"),
        (format!("identifier={ADA}&identifier={ADA}"), 422, "form_param_duplicate"),
    ] {
        assert_eq!(browser.post("/v1/client/sign_ins", &form).await.error(status), code, "{form}");
    }
    assert_eq!(browser.client().await, Value::Null, "a failed sign-in leaves nothing behind");
}

#[tokio::test]
async fn errors_name_their_parameter() {
    let (_, mut browser) = ada().await;
    let reply = browser.post("/v1/client/sign_ins", "identifier=eve@example.com").await;
    let error = &reply.json()["errors"][0];
    assert_eq!(error["meta"]["param_name"], "identifier");
    assert_eq!(error["long_message"], "Couldn't find your account.");
}

#[tokio::test]
async fn a_wrong_password_counts_on_the_attempt() {
    let (_, mut browser) = ada().await;
    let path = format!("{}/attempt_first_factor", identified(&mut browser).await);
    for attempts in 1..=2 {
        let reply = browser.post(&path, "strategy=password&password=wrong").await;
        assert_eq!(reply.error(422), "form_password_incorrect");
        let verification = &reply.json()["meta"]["client"]["sign_in"]["first_factor_verification"];
        assert_eq!(verification["attempts"], attempts);
        assert_eq!(verification["status"], "unverified");
    }
}

#[tokio::test]
async fn too_many_wrong_passwords_lock_the_account() {
    let (app, mut browser) = ada().await;
    change_settings(&app, json!({ "lockout_max_attempts": 3, "lockout_duration_min": 10 })).await;
    let wrong = format!("identifier={ADA}&password=wrong");
    for _ in 0..3 {
        assert_eq!(browser.post("/v1/client/sign_ins", &wrong).await.error(422), "form_password_incorrect");
    }
    let right = format!("identifier={ADA}&password={PASSWORD}");
    let reply = browser.post("/v1/client/sign_ins", &right).await;
    assert_eq!(reply.error(403), "user_locked");
    advance_clock(&app, 10 * 60_000).await;
    browser.sign_in(ADA).await;
}

#[tokio::test]
async fn wrong_codes_run_out() {
    let (app, mut browser) = ada().await;
    let path = with_code(&mut browser).await;
    let code = latest_code(&app).await;
    for attempts in 1..=5 {
        let reply = attempt_code(&mut browser, &path, other_than(&code)).await;
        assert_eq!(reply.error(422), "form_code_incorrect");
        let shown = &reply.json()["meta"]["client"]["sign_in"]["first_factor_verification"];
        assert_eq!(shown["attempts"], attempts);
        assert_eq!(shown["status"], if attempts < 5 { "unverified" } else { "failed" });
    }
    assert_eq!(attempt_code(&mut browser, &path, &code).await.error(400), "verification_failed");
    browser.post(&format!("{path}/prepare_first_factor"), "strategy=email_code").await.ok();
    let code = latest_code(&app).await;
    attempt_code(&mut browser, &path, &code).await.ok();
}

#[tokio::test]
async fn a_code_expires_and_a_newer_one_replaces_it() {
    let (app, mut browser) = ada().await;
    let path = with_code(&mut browser).await;
    let first = latest_code(&app).await;
    advance_clock(&app, 600_001).await;
    assert_eq!(attempt_code(&mut browser, &path, &first).await.error(400), "verification_expired");
    let shown = browser.get(&path).await.ok();
    assert_eq!(shown["response"]["first_factor_verification"]["status"], "expired");
    let mut second = first.clone();
    while second == first {
        browser.post(&format!("{path}/prepare_first_factor"), "strategy=email_code").await.ok();
        second = latest_code(&app).await;
    }
    assert_eq!(attempt_code(&mut browser, &path, &first).await.error(422), "form_code_incorrect");
    attempt_code(&mut browser, &path, &second).await.ok();
}

#[tokio::test]
async fn a_used_code_is_worth_nothing() {
    let (app, mut browser) = ada().await;
    let path = with_code(&mut browser).await;
    let code = latest_code(&app).await;
    let done = attempt_code(&mut browser, &path, &code).await.ok();
    let replay = attempt_code(&mut browser, &path, &code).await;
    assert_eq!(replay.error(400), "verification_already_verified");
    assert_eq!(browser.client().await["sessions"].as_array().unwrap().len(), 1);
    let again = browser.get(&path).await.ok();
    assert_eq!(again["response"]["created_session_id"], done["response"]["created_session_id"]);
}

#[tokio::test]
async fn a_code_must_have_been_sent() {
    let (_, mut browser) = ada().await;
    let path = identified(&mut browser).await;
    assert_eq!(attempt_code(&mut browser, &path, "123456").await.error(400), "verification_missing");
    for (action, form, status, code) in [
        ("attempt_first_factor", "", 422, "form_param_missing"),
        ("attempt_first_factor", "strategy=email_code", 422, "form_param_missing"),
        ("attempt_first_factor", "strategy=email_code&code=", 422, "form_param_nil"),
        ("attempt_first_factor", "strategy=saml", 501, "not_implemented_by_emulator"),
        ("prepare_first_factor", "", 422, "form_param_missing"),
        ("prepare_first_factor", "strategy=password", 422, "form_param_value_invalid"),
        ("prepare_first_factor", "strategy=phone_code", 422, "form_param_value_invalid"),
        (
            "prepare_first_factor",
            "strategy=email_code&email_address_id=idn_x",
            422,
            "form_resource_not_found",
        ),
    ] {
        assert_eq!(
            browser.post(&format!("{path}/{action}"), form).await.error(status),
            code,
            "{action} {form}"
        );
    }
}

#[tokio::test]
async fn a_new_attempt_replaces_the_old_one() {
    let (_, mut browser) = ada().await;
    let old = with_code(&mut browser).await;
    let new = identified(&mut browser).await;
    assert_ne!(old, new);
    let reply = browser.post(&format!("{old}/prepare_first_factor"), "strategy=email_code").await;
    assert_eq!(reply.error(403), "resource_forbidden");
    browser.get(&old).await.ok();
}

#[tokio::test]
async fn an_attempt_is_abandoned_after_a_day() {
    let (app, mut browser) = ada().await;
    let path = identified(&mut browser).await;
    advance_clock(&app, 24 * 60 * 60_000).await;
    assert_eq!(browser.client().await["sign_in"], Value::Null);
    assert_eq!(browser.get(&path).await.error(404), "resource_not_found");
}

#[tokio::test]
async fn who_is_signed_in_is_told_so() {
    let (_, mut browser) = ada().await;
    let session = browser.sign_in(ADA).await;
    let reply = browser.post("/v1/client/sign_ins", &format!("identifier={ADA}")).await;
    assert_eq!(reply.error(400), "identifier_already_signed_in");
    assert_eq!(reply.json()["errors"][0]["meta"]["session_id"], json!(session));
}

#[tokio::test]
async fn test_addresses_have_a_known_code_in_development() {
    let app = fresh_app();
    seed(&app, &["ada+clerk_test@example.com"]).await;
    let mut browser = Browser::development(&app).await;
    let form = "strategy=email_code&identifier=ada%2Bclerk_test@example.com";
    let body = browser.post("/v1/client/sign_ins", form).await.ok();
    assert_eq!(latest_code(&app).await, "424242");
    let path = format!("/v1/client/sign_ins/{}", body["response"]["id"].as_str().unwrap());
    attempt_code(&mut browser, &path, "424242").await.ok();
}
