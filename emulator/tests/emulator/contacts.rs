//! E-mail addresses and phone numbers of the user who is signed in.

use serde_json::{Value, json};

use crate::office::{ADA, BOB, Desk, Office};
use crate::support::{Browser, advance_clock, change_settings, latest_code, latest_message, other_than};

const EMAILS: &str = "/v1/me/email_addresses";
const PHONES: &str = "/v1/me/phone_numbers";
const NUMBER: &str = "%2B12015550123";

fn id(answer: &Value) -> String {
    answer["response"]["id"].as_str().unwrap().to_owned()
}

/// Ada, where phones name accounts, with the path of what she has just added.
async fn added(path: &str, form: &str) -> (Office, Desk, String) {
    let office = Office::open().await;
    change_settings(&office.app, json!({ "phone_number": "on" })).await;
    let mut ada = office.desk_of(ADA).await;
    let added = format!("{path}/{}", id(&ada.send("POST", path, form).await.ok()));
    (office, ada, added)
}

#[tokio::test]
async fn an_address_is_added_proven_made_primary_and_taken_off() {
    let (office, mut ada, path) = added(EMAILS, "email_address=Ada@Work.example").await;
    let read = ada.send("GET", &path, "").await.ok();
    assert_eq!(read["response"]["email_address"], "ada@work.example");
    assert_eq!(read["response"]["verification"], Value::Null);
    let body = ada.send("POST", &format!("{path}/prepare_verification"), "strategy=email_code").await.ok();
    assert_eq!(body["response"]["verification"]["status"], "unverified");
    let message = latest_message(&office.app).await;
    assert_eq!((&message["to"], &message["kind"]), (&json!("ada@work.example"), &json!("verification_code")));
    // What is not proven cannot be the primary one.
    let primary = format!("primary_email_address_id={}", id(&read));
    ada.refused(&[("PATCH", "/v1/me", &primary, 422, "form_resource_not_found")]).await;
    let form = format!("code={}", latest_code(&office.app).await);
    let body = ada.send("POST", &format!("{path}/attempt_verification"), &form).await.ok();
    assert_eq!(body["response"]["verification"]["status"], "verified");
    assert_eq!(body["client"]["sessions"][0]["user"]["email_addresses"][1], body["response"]);
    let body = ada.send("PATCH", "/v1/me", &primary).await.ok();
    assert_eq!(body["response"]["primary_email_address_id"], json!(id(&read)));
    assert_eq!(ada.send("GET", EMAILS, "").await.ok().as_array().unwrap().len(), 2);
    let deleted = json!({ "object": "email_address", "id": id(&read), "deleted": true });
    assert_eq!(ada.send("DELETE", &path, "").await.ok()["response"], deleted);
    ada.refused(&[("GET", &path, "", 404, "resource_not_found")]).await;
}

#[tokio::test]
async fn a_phone_is_added_proven_and_reserved_for_second_factors() {
    let (office, mut ada, path) = added(PHONES, &format!("phone_number={NUMBER}")).await;
    let failed = "identification_update_failed";
    ada.refused(&[("PATCH", &path, "reserved_for_second_factor=true", 400, failed)]).await;
    ada.send("POST", &format!("{path}/prepare_verification"), "strategy=phone_code").await.ok();
    assert_eq!(latest_message(&office.app).await["channel"], "sms");
    let form = format!("code={}", latest_code(&office.app).await);
    let body = ada.send("POST", &format!("{path}/attempt_verification"), &form).await.ok();
    assert_eq!(body["response"]["verification"]["status"], "verified");
    assert_eq!(body["client"]["sessions"][0]["user"]["two_factor_enabled"], false);
    ada.refused(&[("PATCH", &path, "default_second_factor=true", 400, failed)]).await;
    ada.send("PATCH", &path, "reserved_for_second_factor=true").await.ok();
    let body = ada.send("PATCH", &path, "default_second_factor=true").await.ok();
    assert_eq!(body["response"]["default_second_factor"], true);
    assert_eq!(body["client"]["sessions"][0]["user"]["two_factor_enabled"], true);
    assert_eq!(ada.send("GET", PHONES, "").await.ok()[0], body["response"]);
    let body = ada.send("PATCH", &path, "reserved_for_second_factor=false").await.ok();
    assert_eq!(body["response"]["default_second_factor"], false);
    assert_eq!(ada.send("DELETE", &path, "").await.ok()["response"]["object"], "phone_number");
}

#[tokio::test]
async fn wrong_codes_are_counted_and_old_ones_expire() {
    let (office, mut ada, path) = added(EMAILS, "email_address=ada@work.example").await;
    let (prepare, attempt) = (format!("{path}/prepare_verification"), format!("{path}/attempt_verification"));
    ada.refused(&[("POST", &attempt, "code=123456", 400, "verification_missing")]).await;
    ada.send("POST", &prepare, "strategy=email_code").await.ok();
    let right = format!("code={}", latest_code(&office.app).await);
    let wrong = format!("code={}", other_than(&latest_code(&office.app).await));
    for _ in 0..5 {
        ada.refused(&[("POST", &attempt, &wrong, 422, "form_code_incorrect")]).await;
    }
    ada.refused(&[("POST", &attempt, &right, 400, "verification_failed")]).await;
    ada.send("POST", &prepare, "strategy=email_code").await.ok();
    advance_clock(&office.app, 600_000).await;
    let right = format!("code={}", latest_code(&office.app).await);
    ada.refused(&[("POST", &attempt, &right, 400, "verification_expired")]).await;
    ada.send("POST", &prepare, "strategy=email_code").await.ok();
    let right = format!("code={}", latest_code(&office.app).await);
    ada.send("POST", &attempt, &right).await.ok();
    ada.refused(&[
        ("POST", &attempt, &right, 400, "verification_already_verified"),
        ("POST", &prepare, "strategy=email_code", 400, "verification_already_verified"),
    ])
    .await;
}

#[tokio::test]
async fn wrong_addresses_and_phones_are_refused() {
    let (office, mut ada, email) = added(EMAILS, "email_address=ada@work.example").await;
    let first = ada.session().await["user"]["primary_email_address_id"].as_str().unwrap().to_owned();
    let prepare = format!("{email}/prepare_verification");
    ada.refused(&[
        ("POST", EMAILS, "", 422, "form_param_missing"),
        ("POST", EMAILS, "email_address=no", 422, "form_param_format_invalid"),
        ("POST", EMAILS, &format!("email_address={BOB}"), 422, "form_identifier_exists"),
        ("POST", EMAILS, "email_address=a@x.com&color=red", 422, "form_param_unknown"),
        ("POST", PHONES, "phone_number=123", 422, "form_param_format_invalid"),
        ("POST", &prepare, "", 422, "form_param_missing"),
        ("POST", &prepare, "strategy=phone_code", 422, "form_param_value_invalid"),
        ("POST", &prepare, "strategy=email_code&color=red", 422, "form_param_unknown"),
        ("POST", &prepare, "strategy=enterprise_sso", 501, "not_implemented_by_emulator"),
        ("GET", &email.replace("email_addresses", "phone_numbers"), "", 404, "resource_not_found"),
        // The other one is not proven, so she could not come back.
        ("DELETE", &format!("{EMAILS}/{first}"), "", 400, "identification_deletion_failed"),
    ])
    .await;
    let mut bob = office.desk_of(BOB).await;
    let attempt = format!("{email}/attempt_verification");
    for (method, path) in [("GET", &email), ("DELETE", &email), ("POST", &prepare), ("POST", &attempt)] {
        bob.refused(&[(method, path, "", 404, "resource_not_found")]).await;
    }
    change_settings(&office.app, json!({ "phone_number": "off" })).await;
    let form = format!("phone_number={NUMBER}");
    ada.refused(&[("POST", PHONES, &form, 422, "form_param_unknown")]).await;
    let mut nobody = Browser::production(&office.app);
    for path in [EMAILS, PHONES] {
        assert_eq!(nobody.get(path).await.error(401), "signed_out");
        assert_eq!(nobody.post(path, "").await.error(401), "signed_out");
    }
}

#[tokio::test]
async fn a_phone_belongs_to_who_proves_it_first() {
    let (office, mut ada, hers) = added(PHONES, &format!("phone_number={NUMBER}")).await;
    let mut bob = office.desk_of(BOB).await;
    let his =
        format!("{PHONES}/{}", id(&bob.send("POST", PHONES, &format!("phone_number={NUMBER}")).await.ok()));
    bob.send("POST", &format!("{his}/prepare_verification"), "strategy=phone_code").await.ok();
    let form = format!("code={}", latest_code(&office.app).await);
    bob.send("POST", &format!("{his}/attempt_verification"), &form).await.ok();
    ada.send("POST", &format!("{hers}/prepare_verification"), "strategy=phone_code").await.ok();
    let form = format!("code={}", latest_code(&office.app).await);
    ada.refused(&[("POST", &format!("{hers}/attempt_verification"), &form, 400, "identification_claimed")])
        .await;
    let read = ada.send("GET", &hers, "").await.ok();
    assert_ne!(read["response"]["verification"]["status"], "verified", "{read}");
}
