//! The second factor of a sign-in: each strategy, and every way in which it goes wrong.

use axum::Router;
use hmac::{Hmac, KeyInit, Mac};
use serde_json::{Value, json};
use sha1::Sha1;

use crate::support::{
    Browser, PASSWORD, Reply, advance_clock, change_settings, control, control_reply, fresh_app, latest_code,
    latest_message, other_than,
};

const ADA: &str = "ada@example.com";
const PHONE: &str = "+4366012345678";
/// `12345678901234567890` in base32, as in RFC 6238.
const SECRET: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

/// What Ada's app shows at this time, in ms.
fn totp(now_ms: i64) -> String {
    let mac = Hmac::<Sha1>::new_from_slice(b"12345678901234567890").unwrap();
    let bytes = mac.chain_update((now_ms / 30_000).to_be_bytes()).finalize().into_bytes();
    let offset = usize::from(bytes[19] & 15);
    let number = u32::from_be_bytes(bytes[offset..offset + 4].try_into().unwrap()) & 0x7fff_ffff;
    format!("{:06}", number % 1_000_000)
}

async fn now_ms(app: &Router) -> i64 {
    control(app, "GET", "clock", Value::Null).await["now_ms"].as_i64().unwrap()
}

/// Ada with everything that may come second, in a browser.
async fn ada() -> (Router, Browser) {
    let app = fresh_app();
    let ada = json!({
        "email_address": ADA, "password": PASSWORD, "phone_number": PHONE, "totp_secret": SECRET,
        "backup_codes": ["backup-1", "backup-2"],
    });
    control(
        &app,
        "POST",
        "seed",
        json!({ "users": [ada], "settings": { "second_factor_at_sign_in": true } }),
    )
    .await;
    let browser = Browser::production(&app);
    (app, browser)
}

/// Ada's password was right; returns the path of the sign-in.
async fn half_way(browser: &mut Browser) -> String {
    let form = format!("identifier={ADA}&password={PASSWORD}");
    let attempt = browser.post("/v1/client/sign_ins", &form).await.ok()["response"].clone();
    assert_eq!(attempt["status"], "needs_second_factor");
    assert_eq!(attempt["created_session_id"], Value::Null);
    format!("/v1/client/sign_ins/{}", attempt["id"].as_str().unwrap())
}

async fn second(browser: &mut Browser, path: &str, strategy: &str, code: &str) -> Reply {
    let form = format!("strategy={strategy}&code={code}");
    browser.post(&format!("{path}/attempt_second_factor"), &form).await
}

#[tokio::test]
async fn a_second_factor_is_asked_for_where_the_settings_say_so() {
    let (app, mut browser) = ada().await;
    let path = half_way(&mut browser).await;
    let body = browser.get(&path).await.ok();
    let attempt = &body["response"];
    assert_eq!(attempt["supported_first_factors"], Value::Null);
    let strategies: Vec<&Value> = attempt["supported_second_factors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|factor| &factor["strategy"])
        .collect();
    assert_eq!(strategies, ["phone_code", "totp", "backup_code"]);
    assert_eq!(attempt["supported_second_factors"][0]["default"], true);
    assert_eq!(body["client"]["sign_in"]["id"], attempt["id"]);
    assert_eq!(body["client"]["sessions"], json!([]));
    change_settings(&app, json!({ "second_factor_at_sign_in": false })).await;
    Browser::production(&app).sign_in(ADA).await;
}

#[tokio::test]
async fn an_authenticator_app_proves_it() {
    let (app, mut browser) = ada().await;
    control(&app, "POST", "clock", json!({ "now_ms": 1_767_225_600_000_i64, "frozen": true })).await;
    let path = half_way(&mut browser).await;
    let now = now_ms(&app).await;
    let stale = totp(now - 90_000);
    let reply = second(&mut browser, &path, "totp", &stale).await;
    assert_eq!(reply.error(422), "form_code_incorrect");
    let shown = &reply.json()["meta"]["client"]["sign_in"]["second_factor_verification"];
    assert_eq!((&shown["strategy"], &shown["attempts"]), (&json!("totp"), &json!(1)));
    let body = second(&mut browser, &path, "totp", &totp(now)).await.ok();
    assert_eq!(body["response"]["status"], "complete");
    assert_eq!(body["response"]["second_factor_verification"]["status"], "verified");
    assert_eq!(body["client"]["sessions"][0]["factor_verification_age"], json!([0, 0]));
    assert_eq!(body["client"]["last_authentication_strategy"], "password");
    // The same code again, in another browser, is refused; the next one is good.
    let mut other = Browser::production(&app);
    let path = half_way(&mut other).await;
    assert_eq!(second(&mut other, &path, "totp", &totp(now)).await.error(422), "form_code_incorrect");
    advance_clock(&app, 30_000).await;
    second(&mut other, &path, "totp", &totp(now + 30_000)).await.ok();
}

#[tokio::test]
async fn a_backup_code_is_good_once() {
    let (app, mut browser) = ada().await;
    let path = half_way(&mut browser).await;
    assert_eq!(
        second(&mut browser, &path, "backup_code", "backup-9").await.error(422),
        "form_code_incorrect"
    );
    second(&mut browser, &path, "backup_code", "backup-1").await.ok();
    let mut other = Browser::production(&app);
    let path = half_way(&mut other).await;
    assert_eq!(second(&mut other, &path, "backup_code", "backup-1").await.error(422), "form_code_incorrect");
    second(&mut other, &path, "backup_code", "backup-2").await.ok();
}

#[tokio::test]
async fn a_code_to_the_phone_proves_it() {
    let (app, mut browser) = ada().await;
    let path = half_way(&mut browser).await;
    assert_eq!(second(&mut browser, &path, "phone_code", "123456").await.error(400), "verification_missing");
    let body =
        browser.post(&format!("{path}/prepare_second_factor"), "strategy=phone_code&channel=sms").await.ok();
    assert_eq!(body["response"]["second_factor_verification"]["channel"], "sms");
    let message = latest_message(&app).await;
    assert_eq!(
        (&message["to"], &message["channel"], &message["kind"]),
        (&json!(PHONE), &json!("sms"), &json!("second_factor_code"))
    );
    let code = latest_code(&app).await;
    let wrong = second(&mut browser, &path, "phone_code", other_than(&code)).await;
    assert_eq!(wrong.error(422), "form_code_incorrect");
    second(&mut browser, &path, "phone_code", &code).await.ok();
    let again = second(&mut browser, &path, "phone_code", &code).await;
    assert_eq!(again.error(400), "verification_already_verified");
}

#[tokio::test]
async fn a_code_to_the_phone_expires() {
    let (app, mut browser) = ada().await;
    let path = half_way(&mut browser).await;
    browser.post(&format!("{path}/prepare_second_factor"), "").await.ok();
    let code = latest_code(&app).await;
    advance_clock(&app, 600_000).await;
    assert_eq!(second(&mut browser, &path, "phone_code", &code).await.error(400), "verification_expired");
}

#[tokio::test]
async fn a_code_by_e_mail_is_a_second_factor_where_the_settings_say_so() {
    let app = fresh_app();
    let settings = json!({ "second_factor_at_sign_in": true, "email_second_factors": ["email_code"] });
    let user = json!({ "email_address": ADA, "password": PASSWORD });
    control(&app, "POST", "seed", json!({ "users": [user], "settings": settings })).await;
    let mut browser = Browser::production(&app);
    let path = half_way(&mut browser).await;
    let factors = browser.get(&path).await.ok()["response"]["supported_second_factors"].clone();
    assert_eq!(factors[0]["strategy"], "email_code");
    let form =
        format!("strategy=email_code&email_address_id={}", factors[0]["email_address_id"].as_str().unwrap());
    browser.post(&format!("{path}/prepare_second_factor"), &form).await.ok();
    assert_eq!(latest_message(&app).await["to"], ADA);
    let code = latest_code(&app).await;
    second(&mut browser, &path, "email_code", &code).await.ok();
}

#[tokio::test]
async fn factors_have_their_order() {
    let (app, mut browser) = ada().await;
    let body = browser.post("/v1/client/sign_ins", &format!("identifier={ADA}")).await.ok();
    let path = format!("/v1/client/sign_ins/{}", body["response"]["id"].as_str().unwrap());
    assert_eq!(
        second(&mut browser, &path, "backup_code", "backup-1").await.error(400),
        "client_state_invalid"
    );
    let path = half_way(&mut browser).await;
    let form = format!("strategy=password&password={PASSWORD}");
    let reply = browser.post(&format!("{path}/attempt_first_factor"), &form).await;
    assert_eq!(reply.error(400), "client_state_invalid");
    // Nobody else may go on with it.
    let mut eve = Browser::production(&app);
    let reply = second(&mut eve, &path, "backup_code", "backup-1").await;
    assert_eq!(reply.error(401), "signed_out");
    eve.post("/v1/client/sign_ins", "").await.ok();
    assert_eq!(second(&mut eve, &path, "backup_code", "backup-1").await.error(404), "resource_not_found");
}

#[tokio::test]
async fn other_strategies_are_refused() {
    let (app, mut browser) = ada().await;
    let path = half_way(&mut browser).await;
    for (action, form, status, code) in [
        ("prepare", "strategy=totp", 422, "form_param_value_invalid"),
        ("prepare", "strategy=password", 422, "form_param_value_invalid"),
        ("prepare", "strategy=email_code", 400, "no_second_factors"),
        ("prepare", "strategy=phone_code&phone_number_id=idn_x", 422, "form_resource_not_found"),
        ("prepare", "strategy=phone_code&channel=pigeon", 422, "form_param_value_invalid"),
        ("attempt", "", 422, "form_param_missing"),
        ("attempt", "strategy=totp", 422, "form_param_missing"),
        ("attempt", "strategy=telepathy&code=1", 422, "form_param_value_invalid"),
        ("attempt", "strategy=password&code=1", 422, "form_param_value_invalid"),
    ] {
        let reply = browser.post(&format!("{path}/{action}_second_factor"), form).await;
        assert_eq!(reply.error(status), code, "{action} {form}");
    }
    let bob =
        json!({ "email_address": "bob@example.com", "password": PASSWORD, "backup_codes": ["backup-3"] });
    control(&app, "POST", "seed", json!({ "users": [bob] })).await;
    let form = format!("identifier=bob@example.com&password={PASSWORD}");
    let body = browser.post("/v1/client/sign_ins", &form).await.ok();
    let path = format!("/v1/client/sign_ins/{}", body["response"]["id"].as_str().unwrap());
    assert_eq!(second(&mut browser, &path, "totp", "123456").await.error(400), "no_second_factors");
}

#[tokio::test]
async fn wrong_codes_lock_the_account_for_a_while() {
    let (app, mut browser) = ada().await;
    change_settings(&app, json!({ "lockout_max_attempts": 3, "lockout_duration_min": 10 })).await;
    let path = half_way(&mut browser).await;
    for strategy in ["backup_code", "totp", "backup_code"] {
        let reply = second(&mut browser, &path, strategy, "wrong").await;
        assert_eq!(reply.error(422), "form_code_incorrect");
    }
    let reply = second(&mut browser, &path, "backup_code", "backup-1").await;
    assert_eq!(reply.error(403), "user_locked");
    advance_clock(&app, 9 * 60_000).await;
    let reply = second(&mut browser, &path, "backup_code", "backup-1").await;
    assert_eq!(reply.error(403), "user_locked");
    let left = reply.json()["errors"][0]["meta"]["lockout_expires_in_seconds"].as_i64().unwrap();
    assert!((50..=60).contains(&left), "{left}");
    let mut other = Browser::production(&app);
    let reply = other.post("/v1/client/sign_ins", &format!("identifier={ADA}")).await;
    assert_eq!(reply.error(403), "user_locked");
    advance_clock(&app, 60_000).await;
    second(&mut browser, &path, "backup_code", "backup-1").await.ok();
}

#[tokio::test]
async fn attempts_at_the_same_time_use_a_code_once() {
    let (app, mut browser) = ada().await;
    let path = half_way(&mut browser).await;
    let mut twin = Browser { cookies: browser.cookies.clone(), ..Browser::production(&app) };
    let (one, two) = tokio::join!(
        second(&mut browser, &path, "backup_code", "backup-1"),
        second(&mut twin, &path, "backup_code", "backup-1")
    );
    let mut statuses = [one.status.as_u16(), two.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 400], "{} {}", one.text, two.text);
    assert_eq!(browser.client().await["sessions"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn the_environment_tells_of_second_factors() {
    let (app, mut browser) = ada().await;
    change_settings(&app, json!({ "email_second_factors": ["email_code"] })).await;
    let environment = browser.get("/v1/environment").await.ok();
    assert_eq!(
        environment["auth_config"]["second_factors"],
        json!(["phone_code", "totp", "backup_code", "email_code"])
    );
    let attributes = &environment["user_settings"]["attributes"];
    assert_eq!(attributes["authenticator_app"]["second_factors"], json!(["totp"]));
    assert_eq!(attributes["backup_code"]["enabled"], true);
    assert_eq!(attributes["email_address"]["second_factors"], json!(["email_code"]));
}

#[tokio::test]
async fn a_reverification_takes_an_authenticator_app_too() {
    let (app, mut browser) = ada().await;
    let path = half_way(&mut browser).await;
    let done = second(&mut browser, &path, "backup_code", "backup-1").await.ok();
    let session = format!("/v1/client/sessions/{}", done["response"]["created_session_id"].as_str().unwrap());
    browser.post(&format!("{session}/verify"), "level=second_factor").await.ok();
    let form = format!("strategy=totp&code={}", totp(now_ms(&app).await));
    let body = browser.post(&format!("{session}/verify/attempt_second_factor"), &form).await.ok();
    assert_eq!(body["response"]["status"], "complete");
}

#[tokio::test]
async fn a_seed_with_a_bad_second_factor_is_refused() {
    let app = fresh_app();
    for (user, named) in [
        (json!({ "email_address": ADA, "totp_secret": "not base32!" }), "totp_secret"),
        (json!({ "email_address": ADA, "phone_numbers": [{ "phone_number": "12" }] }), "phone_number"),
        (
            json!({ "email_address": ADA, "phone_numbers": [{ "phone_number": PHONE, "default_second_factor": true }] }),
            "default_second_factor",
        ),
        (json!({ "phone_number": PHONE }), "not reserved"),
    ] {
        let reply = control_reply(&app, "POST", "seed", json!({ "users": [user] })).await;
        assert_eq!(reply.status.as_u16(), 400);
        assert!(reply.text.contains(named), "{} should name {named}", reply.text);
    }
}
