//! Signing in by a passkey, with an account that is named and with none.

use axum::Router;
use serde_json::{Value, json};

use crate::authenticator::Authenticator;
use crate::support::{Browser, PASSWORD, Reply, advance_clock, change_settings, control, fresh_app};

const ADA: &str = "ada@example.com";

async fn ada(authenticator: &Authenticator) -> (Router, Browser) {
    let app = fresh_app();
    let ada = json!({
        "email_address": ADA, "password": PASSWORD, "passkeys": [authenticator.seed()], "backup_codes": ["backup-1"],
    });
    control(&app, "POST", "seed", json!({ "users": [ada], "settings": { "passkey": true } })).await;
    let browser = Browser::production(&app);
    (app, browser)
}

/// Starts a sign-in by passkey; returns its path, and what is to be signed.
async fn started(browser: &mut Browser, form: &str) -> (String, Value) {
    let body = browser.post("/v1/client/sign_ins", &format!("strategy=passkey{form}")).await.ok();
    (path_of(&body), nonce_of(&body))
}

fn path_of(body: &Value) -> String {
    format!("/v1/client/sign_ins/{}", body["response"]["id"].as_str().unwrap())
}

fn nonce_of(body: &Value) -> Value {
    let proof = &body["response"]["first_factor_verification"];
    assert_eq!((&proof["strategy"], &proof["status"]), (&json!("passkey"), &json!("unverified")));
    serde_json::from_str(proof["nonce"].as_str().unwrap()).unwrap()
}

async fn attempt(browser: &mut Browser, path: &str, assertion: &Value) -> Reply {
    let text: String = url::form_urlencoded::byte_serialize(assertion.to_string().as_bytes()).collect();
    let form = format!("strategy=passkey&public_key_credential={text}");
    browser.post(&format!("{path}/attempt_first_factor"), &form).await
}

#[tokio::test]
async fn a_passkey_tells_whose_it_is() {
    let mut authenticator = Authenticator::new();
    let (_, mut browser) = ada(&authenticator).await;
    let (path, nonce) = started(&mut browser, "").await;
    assert_eq!((&nonce["allowCredentials"], &nonce["rpId"]), (&json!([]), &json!("localhost")));
    let waiting = browser.get(&path).await.ok()["response"].clone();
    assert_eq!((&waiting["status"], &waiting["identifier"]), (&json!("needs_first_factor"), &Value::Null));
    assert_eq!(waiting["supported_first_factors"], json!([{ "strategy": "passkey" }]));
    let assertion = authenticator.assertion(nonce["challenge"].as_str().unwrap());
    let body = attempt(&mut browser, &path, &assertion).await.ok();
    assert_eq!(body["response"]["status"], "complete");
    assert_eq!(body["response"]["identifier"], ADA);
    assert_eq!(body["client"]["last_authentication_strategy"], "passkey");
    // Who is signed in by it is not signed in again.
    authenticator.count = 2;
    let (path, nonce) = started(&mut browser, "").await;
    let assertion = authenticator.assertion(nonce["challenge"].as_str().unwrap());
    assert_eq!(attempt(&mut browser, &path, &assertion).await.error(400), "identifier_already_signed_in");
}

#[tokio::test]
async fn a_passkey_of_an_account_that_is_named() {
    let authenticator = Authenticator::new();
    let (_, mut browser) = ada(&authenticator).await;
    let body = browser.post("/v1/client/sign_ins", &format!("identifier={ADA}")).await.ok();
    let factors = body["response"]["supported_first_factors"].as_array().unwrap();
    assert!(factors.contains(&json!({ "strategy": "passkey" })));
    let path = path_of(&body);
    let body = browser.post(&format!("{path}/prepare_first_factor"), "strategy=passkey").await.ok();
    let nonce = nonce_of(&body);
    assert_eq!(nonce["allowCredentials"][0]["id"], authenticator.id);
    let assertion = authenticator.assertion(nonce["challenge"].as_str().unwrap());
    let body = attempt(&mut browser, &path, &assertion).await.ok();
    assert_eq!(body["response"]["status"], "complete");
    let (_, nonce) = started(&mut Browser::production(&browser.app), &format!("&identifier={ADA}")).await;
    assert_eq!(nonce["allowCredentials"][0]["id"], authenticator.id);
}

#[tokio::test]
async fn a_second_factor_follows() {
    let authenticator = Authenticator::new();
    let (app, mut browser) = ada(&authenticator).await;
    change_settings(&app, json!({ "second_factor_at_sign_in": true })).await;
    let (path, nonce) = started(&mut browser, "").await;
    let assertion = authenticator.assertion(nonce["challenge"].as_str().unwrap());
    let body = attempt(&mut browser, &path, &assertion).await.ok();
    assert_eq!(body["response"]["status"], "needs_second_factor");
    let form = "strategy=backup_code&code=backup-1";
    browser.post(&format!("{path}/attempt_second_factor"), form).await.ok();
}

#[tokio::test]
async fn whatever_else_was_signed_is_refused() {
    let authenticator = Authenticator::new();
    let (app, mut browser) = ada(&authenticator).await;
    let (path, nonce) = started(&mut browser, "").await;
    let challenge = nonce["challenge"].as_str().unwrap();
    let stranger = Authenticator { id: "c3RyYW5nZXI", ..Authenticator::new() };
    let reply = attempt(&mut browser, &path, &stranger.assertion(challenge)).await;
    assert_eq!(reply.error(422), "passkey_not_registered");
    let imposter = Authenticator::new();
    let reply = attempt(&mut browser, &path, &imposter.assertion(challenge)).await;
    assert_eq!(reply.error(422), "passkey_authentication_failure");
    let reply = attempt(&mut browser, &path, &authenticator.assertion("other")).await;
    assert_eq!(reply.error(422), "passkey_authentication_failure");
    advance_clock(&app, 600_000).await;
    let reply = attempt(&mut browser, &path, &authenticator.assertion(challenge)).await;
    assert_eq!(reply.error(400), "verification_expired");
    assert_eq!(browser.client().await["sessions"], json!([]));
}

#[tokio::test]
async fn passkeys_sign_in_only_where_the_settings_say_so() {
    let authenticator = Authenticator::new();
    let (app, mut browser) = ada(&authenticator).await;
    let environment = browser.get("/v1/environment").await.ok();
    assert_eq!(environment["user_settings"]["attributes"]["passkey"]["first_factors"], json!(["passkey"]));
    assert_eq!(environment["user_settings"]["passkey_settings"]["show_sign_in_button"], true);
    control(&app, "POST", "seed", json!({ "users": [{ "email_address": "bob@example.com" }] })).await;
    let reply = browser.post("/v1/client/sign_ins", "strategy=passkey&identifier=bob@example.com").await;
    assert_eq!(reply.error(400), "strategy_for_user_invalid");
    change_settings(&app, json!({ "passkey": false })).await;
    let reply = browser.post("/v1/client/sign_ins", "strategy=passkey").await;
    assert_eq!(reply.error(422), "form_param_value_invalid");
}
