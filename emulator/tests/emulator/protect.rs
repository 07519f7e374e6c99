//! Protect checks: an attempt that stops until somebody has proven to be no bot.

use axum::Router;
use serde_json::{Value, json};

use crate::journey::{BACK, consent_path, decide, location};
use crate::support::{
    Browser, PASSWORD, Reply, advance_clock, change_settings, control, fresh_app, latest_code,
};

const SIGN_INS: &str = "/v1/client/sign_ins";
const SIGN_UPS: &str = "/v1/client/sign_ups";
const TEN_MINUTES: i64 = 600_000;

async fn protected() -> Router {
    let app = fresh_app();
    let seed = json!({
        "settings": { "protect_checks": ["sign_in", "sign_up"], "social_providers": ["oauth_google"] },
        "users": [{ "email_address": "ada@example.com", "password": PASSWORD }],
    });
    control(&app, "POST", "seed", seed).await;
    app
}

/// The path of an attempt and the proof that it waits for.
fn challenged(path: &str, attempt: &Value) -> (String, String) {
    let check = &attempt["protect_check"];
    assert_eq!((&check["status"], check["expires_at"].is_i64()), (&json!("pending"), true));
    assert_eq!(check["sdk_url"], "https://localhost:4700/_emulator/protect.mjs");
    let path = format!("{path}/{}", attempt["id"].as_str().unwrap());
    (path, format!("proof-of-{}", check["token"].as_str().unwrap()))
}

async fn prove(browser: &mut Browser, path: &str, proof: &str) -> Reply {
    browser.post_as("PATCH", &format!("{path}/protect_check"), &format!("proof_token={proof}")).await
}

#[tokio::test]
async fn a_sign_in_goes_on_after_the_proof() {
    let app = protected().await;
    let mut browser = Browser::production(&app);
    let form = format!("identifier=ada@example.com&password={PASSWORD}");
    let body = browser.post(SIGN_INS, &form).await.ok();
    assert_eq!(body["response"]["status"], "needs_protect_check");
    assert_eq!(body["response"]["supported_first_factors"], Value::Null);
    let (path, proof) = challenged(SIGN_INS, &body["response"]);
    let reply = browser.post(&format!("{path}/prepare_first_factor"), "strategy=email_code").await;
    assert_eq!(reply.error(400), "client_state_invalid");
    assert_eq!(prove(&mut browser, &path, "guess").await.error(422), "form_param_value_invalid");
    assert_eq!(prove(&mut browser, &path, "").await.error(422), "form_param_nil");
    let body = prove(&mut browser, &path, &proof).await.ok();
    assert_eq!(body["response"]["status"], "complete");
    assert_eq!(body["response"].get("protect_check"), None);
    assert_eq!(prove(&mut browser, &path, &proof).await.error(400), "verification_already_verified");
}

#[tokio::test]
async fn the_proof_comes_before_the_first_factor() {
    let app = protected().await;
    let mut browser = Browser::production(&app);
    let body = browser.post(SIGN_INS, "identifier=ada@example.com").await.ok();
    let (path, proof) = challenged(SIGN_INS, &body["response"]);
    let body = prove(&mut browser, &path, &proof).await.ok();
    assert_eq!(body["response"]["status"], "needs_first_factor");
    assert_eq!(prove(&mut browser, &path, &proof).await.error(400), "protect_check_already_resolved");
    browser.post(&format!("{path}/prepare_first_factor"), "strategy=email_code").await.ok();
    let code = latest_code(&app).await;
    let form = format!("strategy=email_code&code={code}");
    let body = browser.post(&format!("{path}/attempt_first_factor"), &form).await.ok();
    assert_eq!(body["response"]["status"], "complete");
}

#[tokio::test]
async fn who_comes_too_late_is_challenged_again() {
    let app = protected().await;
    let mut browser = Browser::production(&app);
    let body = browser.post(SIGN_INS, "identifier=ada@example.com").await.ok();
    let (path, proof) = challenged(SIGN_INS, &body["response"]);
    advance_clock(&app, TEN_MINUTES).await;
    let body = prove(&mut browser, &path, &proof).await.ok();
    assert_eq!(body["response"]["status"], "needs_protect_check");
    let (_, next) = challenged(SIGN_INS, &body["response"]);
    assert_ne!(next, proof);
    assert_eq!(prove(&mut browser, &path, &next).await.ok()["response"]["status"], "needs_first_factor");
    let mut stranger = Browser::production(&app);
    assert_eq!(prove(&mut stranger, &path, &next).await.error(401), "signed_out");
}

#[tokio::test]
async fn a_sign_up_lacks_its_proof() {
    let app = protected().await;
    change_settings(&app, json!({ "verify_email_at_sign_up": false })).await;
    let mut browser = Browser::production(&app);
    let form = format!("email_address=eve@example.com&password={PASSWORD}");
    let body = browser.post(SIGN_UPS, &form).await.ok();
    assert_eq!(body["response"]["missing_fields"], json!(["protect_check"]));
    let (path, proof) = challenged(SIGN_UPS, &body["response"]);
    assert_eq!(prove(&mut browser, &path, "guess").await.error(422), "form_param_value_invalid");
    assert_eq!(prove(&mut browser, &path, &proof).await.ok()["response"]["status"], "complete");
}

#[tokio::test]
async fn who_comes_back_from_a_provider_is_challenged_then() {
    let app = protected().await;
    let mut browser = Browser::production(&app);
    let way = "strategy=oauth_google&redirect_url=http://localhost:5173/sso-callback%3Fa=b\
               &action_complete_redirect_url=http://localhost:5173/done";
    let body = browser.post(SIGN_INS, way).await.ok();
    assert_eq!(body["response"]["status"], "needs_identifier");
    let consent = consent_path(&body["response"]["first_factor_verification"]);
    let callback = decide(&mut browser, &consent, "account=ada@example.com&decision=allow").await;
    assert_eq!(location(&browser.get(&callback).await), BACK);
    let shown = browser.client().await["sign_in"].clone();
    assert_eq!(shown["status"], "needs_protect_check");
    let (path, proof) = challenged(SIGN_INS, &shown);
    assert_eq!(prove(&mut browser, &path, &proof).await.ok()["response"]["status"], "complete");

    let body = browser.post(SIGN_UPS, way).await.ok();
    let consent = consent_path(&body["response"]["verifications"]["external_account"]);
    let callback = decide(&mut browser, &consent, "account=eve@example.com&decision=allow").await;
    assert_eq!(location(&browser.get(&callback).await), BACK);
    let shown = browser.client().await["sign_up"].clone();
    assert_eq!(shown["missing_fields"], json!(["protect_check"]));
    let (path, proof) = challenged(SIGN_UPS, &shown);
    assert_eq!(prove(&mut browser, &path, &proof).await.ok()["response"]["status"], "complete");
    let script = browser.get("/_emulator/protect.mjs").await;
    assert!(script.text.contains("export default"));
}
