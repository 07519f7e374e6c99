//! Signing in as somebody who is not here yet, and going on with a sign-up.

use serde_json::{Value, json};

use crate::support::{
    Browser, PASSWORD, advance_clock, change_settings, fresh_app, latest_code, other_than, seed,
};

const SIGN_INS: &str = "/v1/client/sign_ins";
const SIGN_UPS: &str = "/v1/client/sign_ups";

async fn prove(browser: &mut Browser, form: &str, strategy: &str, id: &str) -> (String, Value) {
    let body = browser.post(SIGN_INS, &format!("{form}&sign_up_if_missing=true")).await.ok();
    assert_eq!(body["response"]["status"], "needs_first_factor");
    let factor = &body["response"]["supported_first_factors"][0];
    assert_eq!(factor["strategy"], json!(strategy));
    let path = format!("{SIGN_INS}/{}", body["response"]["id"].as_str().unwrap());
    let form = format!("strategy={strategy}&{id}={}", factor[id].as_str().unwrap());
    browser.post(&format!("{path}/prepare_first_factor"), &form).await.ok();
    let code = latest_code(&browser.app).await;
    let attempt = format!("{path}/attempt_first_factor");
    let wrong = format!("strategy={strategy}&code={}", other_than(&code));
    assert_eq!(browser.post(&attempt, &wrong).await.error(422), "form_code_incorrect");
    let body = browser.post(&attempt, &format!("strategy={strategy}&code={code}")).await.ok();
    let again = browser.post(&attempt, &format!("strategy={strategy}&code={code}")).await;
    assert_eq!(again.error(400), "verification_already_verified");
    (path, body["response"].clone())
}

#[tokio::test]
async fn an_address_that_nobody_has_is_proven_and_signs_up() {
    let app = fresh_app();
    change_settings(&app, json!({ "captcha_enabled": true })).await;
    let mut browser = Browser::production(&app);
    let form = "identifier=Eve@example.com&captcha_token=t";
    let (_, shown) = prove(&mut browser, form, "email_code", "email_address_id").await;
    assert_eq!(
        (&shown["status"], &shown["identifier"]),
        (&json!("needs_first_factor"), &json!("eve@example.com"))
    );
    assert_eq!(shown["first_factor_verification"]["status"], "transferable");
    let body = browser.post(SIGN_UPS, "transfer=true&first_name=Eve").await.ok();
    let made = &body["response"];
    assert_eq!((&made["missing_fields"], &made["unverified_fields"]), (&json!(["password"]), &json!([])));
    assert_eq!(made["verifications"]["email_address"]["status"], "verified");
    assert_eq!(body["client"]["sign_in"], Value::Null);
    let path = format!("{SIGN_UPS}/{}", made["id"].as_str().unwrap());
    let body = browser.post_as("PATCH", &path, &format!("password={PASSWORD}")).await.ok();
    assert_eq!(body["response"]["status"], "complete");
    assert_eq!(browser.post(SIGN_UPS, "transfer=true").await.error(400), "account_transfer_invalid");
}

#[tokio::test]
async fn a_number_that_nobody_has_is_proven_too() {
    let app = fresh_app();
    change_settings(&app, json!({ "phone_number": "on", "email_address": "on", "password": "off" })).await;
    let mut browser = Browser::production(&app);
    prove(&mut browser, "identifier=%2B12025550123", "phone_code", "phone_number_id").await;
    let body = browser.post(SIGN_UPS, "transfer=true").await.ok();
    assert_eq!(body["response"]["status"], "complete");
    assert_eq!(body["client"]["sessions"][0]["user"]["phone_numbers"][0]["phone_number"], "+12025550123");
}

#[tokio::test]
async fn somebody_who_is_here_signs_in_as_ever() {
    let app = fresh_app();
    seed(&app, &["ada@example.com"]).await;
    let mut browser = Browser::production(&app);
    let form = "identifier=ada@example.com&sign_up_if_missing=true&strategy=email_code";
    let body = browser.post(SIGN_INS, form).await.ok();
    let path = format!("{SIGN_INS}/{}", body["response"]["id"].as_str().unwrap());
    let code = latest_code(&app).await;
    let form = format!("strategy=email_code&code={code}");
    let body = browser.post(&format!("{path}/attempt_first_factor"), &form).await.ok();
    assert_eq!(body["response"]["status"], "complete");
}

#[tokio::test]
async fn newcomers_are_refused_where_they_cannot_be_proven() {
    let app = fresh_app();
    let mut browser = Browser::production(&app);
    for (form, status, code) in [
        ("", 422, "form_param_missing"),
        ("&identifier=grace", 422, "form_identifier_not_found"),
        ("&identifier=eve@example.com&password=correct-horse", 422, "form_identifier_not_found"),
        ("&identifier=eve@example.com&strategy=phone_code", 422, "form_param_value_invalid"),
    ] {
        let form = format!("sign_up_if_missing=true{form}");
        assert_eq!(browser.post(SIGN_INS, &form).await.error(status), code, "{form}");
    }
    let form = "identifier=eve@example.com&sign_up_if_missing=true&strategy=email_code";
    let body = browser.post(SIGN_INS, form).await.ok();
    let path = format!("{SIGN_INS}/{}", body["response"]["id"].as_str().unwrap());
    for (action, form, code) in [
        ("prepare_first_factor", "strategy=phone_code", "form_param_value_invalid"),
        ("prepare_first_factor", "strategy=email_code&email_address_id=idn_x", "form_resource_not_found"),
        ("attempt_first_factor", "strategy=password&password=x", "form_param_value_invalid"),
    ] {
        assert_eq!(browser.post(&format!("{path}/{action}"), form).await.error(422), code, "{action} {form}");
    }
    let code = latest_code(&app).await;
    advance_clock(&app, 600_000).await;
    let late = browser
        .post(&format!("{path}/attempt_first_factor"), &format!("strategy=email_code&code={code}"))
        .await;
    assert_eq!(late.error(400), "verification_expired");
    assert_eq!(browser.post(SIGN_UPS, "transfer=true").await.error(400), "account_transfer_invalid");
    change_settings(&app, json!({ "captcha_enabled": true })).await;
    assert_eq!(Browser::production(&app).post(SIGN_INS, form).await.error(400), "captcha_missing_token");
}
