//! Tickets: tokens to sign in with, and invitations to sign up by.

use axum::Router;
use serde_json::{Value, json};

use crate::support::{Browser, PASSWORD, advance_clock, change_settings, control, control_reply, fresh_app};

const ADA: &str = "ada@example.com";
const EVE: &str = "eve@example.com";

/// Ada's id is the second.
async fn ada() -> (Router, String) {
    let app = fresh_app();
    let ada = json!({ "email_address": ADA, "password": PASSWORD, "backup_codes": ["backup-1"] });
    let seeded = control(&app, "POST", "seed", json!({ "users": [ada] })).await;
    (app, seeded["users"][0]["id"].as_str().unwrap().to_owned())
}

async fn ticket(app: &Router, wanted: Value) -> String {
    let made = control(app, "POST", "tickets", wanted).await;
    made["ticket"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn a_token_signs_in_once() {
    let (app, id) = ada().await;
    let ticket = ticket(&app, json!({ "user_id": id })).await;
    let form = format!("strategy=ticket&ticket={ticket}");
    let mut browser = Browser::production(&app);
    let body = browser.post("/v1/client/sign_ins", &form).await.ok();
    let attempt = &body["response"];
    assert_eq!((&attempt["status"], &attempt["identifier"]), (&json!("complete"), &json!(ADA)));
    assert_eq!(attempt["first_factor_verification"]["strategy"], "ticket");
    assert_eq!(body["client"]["last_authentication_strategy"], "ticket");
    let reply = Browser::production(&app).post("/v1/client/sign_ins", &form).await;
    assert_eq!(reply.error(400), "sign_in_token_already_used_code");
}

#[tokio::test]
async fn a_token_is_not_used_up_by_who_is_signed_in() {
    let (app, id) = ada().await;
    let ticket = ticket(&app, json!({ "user_id": id })).await;
    let mut browser = Browser::production(&app);
    browser.sign_in(ADA).await;
    let form = format!("ticket={ticket}");
    let reply = browser.post("/v1/client/sign_ins", &form).await;
    assert_eq!(reply.error(400), "identifier_already_signed_in");
    Browser::production(&app).post("/v1/client/sign_ins", &form).await.ok();
}

#[tokio::test]
async fn a_second_factor_follows_a_token() {
    let (app, id) = ada().await;
    change_settings(&app, json!({ "second_factor_at_sign_in": true })).await;
    let ticket = ticket(&app, json!({ "user_id": id })).await;
    let mut browser = Browser::production(&app);
    let body = browser.post("/v1/client/sign_ins", &format!("ticket={ticket}")).await.ok();
    assert_eq!(body["response"]["status"], "needs_second_factor");
}

#[tokio::test]
async fn what_is_no_ticket_for_this_is_refused() {
    let (app, id) = ada().await;
    let token = ticket(&app, json!({ "user_id": id, "expires_in_s": 60 })).await;
    let invitation = ticket(&app, json!({ "email_address": EVE })).await;
    let mut browser = Browser::production(&app);
    for (path, form, code) in [
        ("sign_ins", "strategy=ticket&ticket=nonsense".to_owned(), "ticket_invalid_code"),
        ("sign_ins", format!("ticket={invitation}"), "ticket_invalid_code"),
        ("sign_ups", "strategy=ticket&ticket=nonsense".to_owned(), "ticket_invalid_code"),
        ("sign_ups", format!("ticket={token}"), "sign_in_token_not_in_sign_in_code"),
    ] {
        assert_eq!(
            browser.post(&format!("/v1/client/{path}"), &form).await.error(400),
            code,
            "{path} {form}"
        );
    }
    for path in ["/v1/client/sign_ins", "/v1/client/sign_ups"] {
        assert_eq!(browser.post(path, "strategy=ticket").await.error(422), "form_param_missing");
    }
    advance_clock(&app, 60_000).await;
    let reply = browser.post("/v1/client/sign_ins", &format!("ticket={token}")).await;
    assert_eq!(reply.error(400), "ticket_expired_code");
    assert_eq!(browser.client().await, Value::Null);
}

#[tokio::test]
async fn an_invitation_signs_up_with_its_address_verified() {
    let (app, _) = ada().await;
    change_settings(&app, json!({ "sign_up_mode": "restricted" })).await;
    let wanted = json!({ "email_address": EVE, "public_metadata": { "plan": "gold" } });
    let ticket = ticket(&app, wanted).await;
    let mut browser = Browser::production(&app);
    let form = format!("strategy=ticket&ticket={ticket}");
    let attempt = browser.post("/v1/client/sign_ups", &form).await.ok()["response"].clone();
    assert_eq!((&attempt["email_address"], &attempt["unverified_fields"]), (&json!(EVE), &json!([])));
    assert_eq!(
        (&attempt["status"], &attempt["missing_fields"]),
        (&json!("missing_requirements"), &json!(["password"]))
    );
    assert_eq!(attempt["verifications"]["email_address"]["strategy"], "ticket");
    assert_eq!(attempt["public_metadata"], json!({ "plan": "gold" }));
    let path = format!("/v1/client/sign_ups/{}", attempt["id"].as_str().unwrap());
    let body = browser.post_as("PATCH", &path, &format!("password={PASSWORD}")).await.ok();
    assert_eq!(body["response"]["status"], "complete");
    let user = &body["client"]["sessions"][0]["user"];
    assert_eq!(user["email_addresses"][0]["verification"]["strategy"], "ticket");
    assert_eq!(user["public_metadata"], json!({ "plan": "gold" }));
    let reply = Browser::production(&app).post("/v1/client/sign_ups", &form).await;
    assert_eq!(reply.error(400), "invitation_already_accepted");
}

#[tokio::test]
async fn an_invitation_is_accepted_by_the_first_who_completes() {
    let (app, _) = ada().await;
    let ticket = ticket(&app, json!({ "email_address": EVE })).await;
    let form = format!("ticket={ticket}");
    let (mut one, mut two) = (Browser::production(&app), Browser::production(&app));
    let late = two.post("/v1/client/sign_ups", &form).await.ok()["response"].clone();
    let done = one.post("/v1/client/sign_ups", &format!("{form}&password={PASSWORD}")).await.ok();
    assert_eq!(done["response"]["status"], "complete");
    let path = format!("/v1/client/sign_ups/{}", late["id"].as_str().unwrap());
    let reply = two.post_as("PATCH", &path, &format!("password={PASSWORD}")).await;
    assert_eq!(reply.error(400), "identification_claimed");
}

#[tokio::test]
async fn an_invitation_of_somebody_who_is_here_is_refused() {
    let (app, _) = ada().await;
    let ticket = ticket(&app, json!({ "email_address": ADA })).await;
    let reply = Browser::production(&app).post("/v1/client/sign_ups", &format!("ticket={ticket}")).await;
    assert_eq!(reply.error(422), "form_identifier_exists");
}

#[tokio::test]
async fn a_ticket_is_for_somebody() {
    let (app, id) = ada().await;
    for (wanted, named) in [
        (json!({}), "user_id"),
        (json!({ "user_id": "user_x" }), "user_x"),
        (json!({ "email_address": "nobody" }), "nobody"),
        (json!({ "user_id": id, "email_address": EVE }), "user_id"),
        (json!({ "user_id": id, "public_metadata": { "a": 1 } }), "public_metadata"),
        (json!({ "user_id": id, "expires_in": 1 }), "expires_in"),
    ] {
        let reply = control_reply(&app, "POST", "tickets", wanted).await;
        assert_eq!(reply.status.as_u16(), 400);
        assert!(reply.text.contains(named), "{} should name {named}", reply.text);
    }
}
