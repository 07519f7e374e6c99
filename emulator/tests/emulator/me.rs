//! The user who is signed in: read, changed, deleted, and the sessions.

use serde_json::{Value, json};

use crate::office::{ADA, BOB, EVE, Office};
use crate::support::{Browser, PASSWORD, change_settings, control};

#[tokio::test]
async fn the_user_is_read_and_changed() {
    let office = Office::open().await;
    let mut ada = office.desk_of(ADA).await;
    assert_eq!(ada.send("GET", "/v1/me", "").await.ok()["response"]["id"], json!(ada.user));
    let form = "first_name=Ada&last_name=Lovelace&username=Countess&unsafe_metadata=%7B%22a%22%3A1%7D";
    let body = ada.send("PATCH", "/v1/me", form).await.ok();
    let user = &body["response"];
    assert_eq!((&user["first_name"], &user["username"]), (&json!("Ada"), &json!("countess")));
    assert_eq!(user["unsafe_metadata"], json!({ "a": 1 }));
    assert_eq!(body["client"]["sessions"][0]["user"], *user);
    // Null is an empty value on the wire, and the own name is not taken.
    let body = ada.send("PATCH", "/v1/me", "first_name=&username=countess").await.ok();
    assert_eq!(
        (&body["response"]["first_name"], &body["response"]["last_name"]),
        (&Value::Null, &json!("Lovelace"))
    );
    let body = ada.send("PATCH", "/v1/me", "username=").await.ok();
    assert_eq!(body["response"]["username"], Value::Null);
}

#[tokio::test]
async fn wrong_changes_of_the_user_are_refused() {
    let office = Office::open().await;
    control(&office.app, "POST", "seed", json!({ "users": [{ "username": "taken" }] })).await;
    let (mut ada, mut bob) = (office.desk_of(ADA).await, office.desk_of(BOB).await);
    let bobs = bob.session().await["user"]["primary_email_address_id"].as_str().unwrap().to_owned();
    let (foreign, long) =
        (format!("primary_email_address_id={bobs}"), format!("first_name={}", "x".repeat(257)));
    ada.refused(&[
        ("PATCH", "/v1/me", "username=taken", 422, "form_identifier_exists"),
        ("PATCH", "/v1/me", "username=a", 422, "form_param_format_invalid"),
        ("PATCH", "/v1/me", "color=red", 422, "form_param_unknown"),
        ("PATCH", "/v1/me", "unsafe_metadata=no", 422, "form_param_value_invalid"),
        ("PATCH", "/v1/me", &long, 422, "form_param_max_length_exceeded"),
        ("PATCH", "/v1/me", &foreign, 422, "form_resource_not_found"),
        ("PATCH", "/v1/me", "primary_phone_number_id=idn_0", 422, "form_resource_not_found"),
    ])
    .await;
    change_settings(&office.app, json!({ "first_name": "off", "username": "required" })).await;
    ada.refused(&[
        ("PATCH", "/v1/me", "first_name=A", 422, "form_param_unknown"),
        ("PATCH", "/v1/me", "username=", 422, "form_param_nil"),
    ])
    .await;
}

#[tokio::test]
async fn a_deleted_user_is_gone_everywhere() {
    let office = Office::open().await;
    let (mut here, mut there) = (office.desk_of(BOB).await, office.desk_of(BOB).await);
    let reply = here.send("DELETE", "/v1/me", "").await;
    assert!(reply.set_cookie("__client_uat").unwrap().starts_with("__client_uat=0;"));
    let body = reply.ok();
    assert_eq!(body["response"], json!({ "object": "user", "id": here.user, "deleted": true }));
    assert_eq!(body["client"]["sessions"], json!([]));
    assert_eq!(there.browser.client().await["sessions"], json!([]));
    for desk in [&mut here, &mut there] {
        desk.refused(&[("GET", "/v1/me", "", 401, "signed_out")]).await;
    }
    let sign_in = here.send("POST", "/v1/client/sign_ins", &format!("identifier={BOB}")).await;
    assert_eq!(sign_in.error(422), "form_identifier_not_found");
    let session = office.desk_of(ADA).await.session().await;
    assert_eq!(session["user"]["organization_memberships"][0]["organization"]["members_count"], 1);
}

#[tokio::test]
async fn sessions_of_all_browsers_are_listed_and_revoked() {
    let office = Office::open().await;
    let (mut here, mut there) = (office.desk_of(ADA).await, office.desk_of(ADA).await);
    let mut bob = office.desk_of(BOB).await;
    let listed = here.send("GET", "/v1/me/sessions/active", "").await.ok();
    assert_eq!(listed.as_array().unwrap().len(), 2);
    assert_eq!(listed[0]["latest_activity"]["is_mobile"], false);
    let whole = here.send("GET", "/v1/me/sessions", "").await.ok();
    assert_eq!((&whole[1]["user"]["id"], &whole[1]["last_active_token"]), (&json!(here.user), &Value::Null));
    let revoke = format!("/v1/me/sessions/{}/revoke", there.session);
    bob.refused(&[("POST", &revoke, "", 404, "resource_not_found")]).await;
    assert_eq!(here.send("POST", &revoke, "").await.ok()["response"]["status"], "revoked");
    assert_eq!(there.session().await["status"], "revoked");
    there.refused(&[("GET", "/v1/me", "", 401, "signed_out")]).await;
    here.refused(&[
        ("POST", &revoke, "", 400, "invalid_action_for_session"),
        ("POST", "/v1/me/sessions/sess_0/revoke", "", 404, "resource_not_found"),
    ])
    .await;
    let listed = here.send("GET", "/v1/me/sessions/active", "").await.ok();
    assert_eq!(listed.as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn a_password_is_changed_by_who_knows_it() {
    let office = Office::open().await;
    let (mut here, mut there) = (office.desk_of(EVE).await, office.desk_of(EVE).await);
    let path = "/v1/me/change_password";
    here.refused(&[
        ("POST", path, "new_password=long-enough-now", 422, "form_param_missing"),
        ("POST", path, "current_password=wrong&new_password=long-enough-now", 422, "form_password_incorrect"),
        (
            "POST",
            path,
            &format!("current_password={PASSWORD}&new_password=x"),
            422,
            "form_password_length_too_short",
        ),
        ("POST", path, &format!("current_password={PASSWORD}"), 422, "form_param_missing"),
        ("POST", path, "color=red", 422, "form_param_unknown"),
    ])
    .await;
    let form =
        format!("current_password={PASSWORD}&new_password=long-enough-now&sign_out_of_other_sessions=true");
    let body = here.send("POST", path, &form).await.ok();
    assert_eq!(body["response"]["password_enabled"], true);
    assert_eq!(here.session().await["status"], "active");
    assert_eq!(there.session().await["status"], "ended");
    let form = format!("identifier={EVE}&password=long-enough-now");
    assert_eq!(there.send("POST", "/v1/client/sign_ins", &form).await.ok()["response"]["status"], "complete");
}

#[tokio::test]
async fn nobody_has_no_me() {
    let office = Office::open().await;
    let mut nobody = Browser::production(&office.app);
    for (method, path) in [
        ("GET", "/v1/me"),
        ("PATCH", "/v1/me"),
        ("DELETE", "/v1/me"),
        ("GET", "/v1/me/sessions"),
        ("GET", "/v1/me/sessions/active"),
        ("POST", "/v1/me/sessions/sess_0/revoke"),
        ("POST", "/v1/me/change_password"),
        ("GET", "/v1/me/organization_memberships"),
        ("DELETE", "/v1/me/organization_memberships/org_0"),
        ("GET", "/v1/me/organization_invitations"),
        ("POST", "/v1/me/organization_invitations/orginv_0/accept"),
    ] {
        assert_eq!(nobody.send(method, path, "").await.error(401), "signed_out", "{method} {path}");
    }
}
