//! Phone numbers: they name accounts, get codes, and are verified when somebody signs up.

use axum::Router;
use serde_json::{Value, json};

use crate::support::{
    Browser, PASSWORD, change_settings, control, fresh_app, latest_code, latest_message, other_than,
};

const ADA: &str = "ada@example.com";
const PHONE: &str = "+4366012345678";
/// In a form.
const TYPED: &str = "%2B43%20660%2012345678";

/// Ada has a phone, and so may whoever signs up.
async fn ada() -> (Router, Browser) {
    let app = fresh_app();
    let ada =
        json!({ "email_address": ADA, "password": PASSWORD, "phone_numbers": [{ "phone_number": PHONE }] });
    let seed = json!({ "users": [ada], "settings": { "phone_number": "on" } });
    let seeded = control(&app, "POST", "seed", seed).await;
    assert!(seeded["users"][0]["phone_number_id"].is_string());
    let browser = Browser::production(&app);
    (app, browser)
}

#[tokio::test]
async fn a_number_names_an_account() {
    let (app, mut browser) = ada().await;
    let body = browser.post("/v1/client/sign_ins", &format!("identifier={TYPED}")).await.ok();
    let attempt = &body["response"];
    assert_eq!(attempt["identifier"], PHONE);
    assert_eq!(attempt["supported_identifiers"], json!(["email_address", "phone_number", "username"]));
    let factors = attempt["supported_first_factors"].as_array().unwrap();
    let by_phone = factors.iter().find(|factor| factor["strategy"] == "phone_code").unwrap();
    assert_eq!((&by_phone["safe_identifier"], &by_phone["primary"]), (&json!(PHONE), &json!(true)));
    change_settings(&app, json!({ "phone_number": "off" })).await;
    let reply = browser.post("/v1/client/sign_ins", &format!("identifier={TYPED}")).await;
    assert_eq!(reply.error(422), "form_param_format_invalid");
    let reply = browser.post("/v1/client/sign_ins", &format!("identifier={ADA}&strategy=phone_code")).await;
    assert_eq!(reply.error(422), "form_param_value_invalid");
}

#[tokio::test]
async fn a_code_to_the_phone_signs_in() {
    let (app, mut browser) = ada().await;
    let body = browser.post("/v1/client/sign_ins", &format!("identifier={TYPED}")).await.ok();
    let path = format!("/v1/client/sign_ins/{}", body["response"]["id"].as_str().unwrap());
    let form = "strategy=phone_code&channel=whatsapp";
    let body = browser.post(&format!("{path}/prepare_first_factor"), form).await.ok();
    assert_eq!(body["response"]["first_factor_verification"]["channel"], "whatsapp");
    let message = latest_message(&app).await;
    assert_eq!((&message["to"], &message["channel"]), (&json!(PHONE), &json!("whatsapp")));
    let code = latest_code(&app).await;
    let attempt = format!("{path}/attempt_first_factor");
    let wrong = format!("strategy=phone_code&code={}", other_than(&code));
    assert_eq!(browser.post(&attempt, &wrong).await.error(422), "form_code_incorrect");
    // A code that went to the phone is none that went to the address.
    let other = format!("strategy=email_code&code={code}");
    assert_eq!(browser.post(&attempt, &other).await.error(400), "verification_missing");
    let body = browser.post(&attempt, &format!("strategy=phone_code&code={code}")).await.ok();
    assert_eq!(body["response"]["status"], "complete");
    assert_eq!(body["client"]["last_authentication_strategy"], "phone_code");
}

#[tokio::test]
async fn a_number_that_is_reserved_for_second_factors_names_nobody() {
    let (app, mut browser) = ada().await;
    let reserved = json!({ "phone_number": "+4366087654321", "reserved_for_second_factor": true });
    let bob =
        json!({ "email_address": "bob@example.com", "password": PASSWORD, "phone_numbers": [reserved] });
    control(&app, "POST", "seed", json!({ "users": [bob] })).await;
    let reply = browser.post("/v1/client/sign_ins", "identifier=%2B4366087654321").await;
    assert_eq!(reply.error(422), "form_identifier_not_found");
    let reply = browser.post("/v1/client/sign_ins", "identifier=bob@example.com&strategy=phone_code").await;
    assert_eq!(reply.error(400), "strategy_for_user_invalid");
}

#[tokio::test]
async fn somebody_signs_up_by_phone_alone() {
    let (app, mut browser) = ada().await;
    change_settings(&app, json!({ "email_address": "on", "phone_number": "required", "password": "off" }))
        .await;
    let body = browser.post("/v1/client/sign_ups", "phone_number=%2B4366011112222").await.ok();
    let attempt = &body["response"];
    assert_eq!(attempt["phone_number"], "+4366011112222");
    assert_eq!(attempt["required_fields"], json!(["phone_number"]));
    assert_eq!(attempt["unverified_fields"], json!(["phone_number"]));
    let verification = &attempt["verifications"]["phone_number"];
    assert_eq!(verification["supported_strategies"], json!(["phone_code"]));
    assert_eq!(verification["next_action"], "needs_prepare");
    let path = format!("/v1/client/sign_ups/{}", attempt["id"].as_str().unwrap());
    let reply = browser.post(&format!("{path}/prepare_verification"), "strategy=email_code").await;
    assert_eq!(reply.error(400), "client_state_invalid");
    let form = "strategy=phone_code&channel=sms";
    let body = browser.post(&format!("{path}/prepare_verification"), form).await.ok();
    assert_eq!(body["response"]["verifications"]["phone_number"]["channel"], "sms");
    assert_eq!(latest_message(&app).await["kind"], "sign_up_code");
    let code = latest_code(&app).await;
    let attempt = format!("{path}/attempt_verification");
    let wrong = format!("strategy=phone_code&code={}", other_than(&code));
    assert_eq!(browser.post(&attempt, &wrong).await.error(422), "form_code_incorrect");
    let body = browser.post(&attempt, &format!("strategy=phone_code&code={code}")).await.ok();
    assert_eq!(body["response"]["status"], "complete");
    let user = &body["client"]["sessions"][0]["user"];
    assert_eq!(user["phone_numbers"][0]["verification"]["strategy"], "phone_code");
    assert_eq!(user["phone_numbers"][0]["reserved_for_second_factor"], false);
    assert_eq!((&user["email_addresses"], &user["primary_email_address_id"]), (&json!([]), &Value::Null));
}

#[tokio::test]
async fn wrong_numbers_get_clerks_codes() {
    let (app, mut browser) = ada().await;
    for (form, code) in [
        (format!("phone_number={TYPED}"), "form_identifier_exists"),
        ("phone_number=0660123".to_owned(), "form_param_format_invalid"),
        (format!("email_address_or_phone_number={TYPED}"), "form_identifier_exists"),
        ("email_address_or_phone_number=nothing".to_owned(), "form_param_format_invalid"),
    ] {
        assert_eq!(browser.post("/v1/client/sign_ups", &form).await.error(422), code, "{form}");
    }
    change_settings(&app, json!({ "phone_number": "off" })).await;
    let reply = browser.post("/v1/client/sign_ups", "phone_number=%2B4366011112222").await;
    assert_eq!(reply.error(422), "form_param_unknown");
}

#[tokio::test]
async fn fictional_numbers_have_a_known_code_in_development() {
    let app = fresh_app();
    change_settings(&app, json!({ "phone_number": "on" })).await;
    let mut browser = Browser::development(&app).await;
    browser.post("/v1/client/sign_ups", "phone_number=%2B12015550100&strategy=phone_code").await.ok();
    assert_eq!(latest_code(&app).await, "424242");
}

#[tokio::test]
async fn the_environment_tells_of_phone_numbers() {
    let (_, mut browser) = ada().await;
    let environment = browser.get("/v1/environment").await.ok();
    assert_eq!(environment["auth_config"]["phone_number"], "on");
    let attribute = &environment["user_settings"]["attributes"]["phone_number"];
    assert_eq!(attribute["first_factors"], json!(["phone_code"]));
    assert_eq!(attribute["verifications"], json!(["phone_code"]));
    assert_eq!(attribute["used_for_second_factor"], false);
}
