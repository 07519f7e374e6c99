//! Sessions: several on one client, and each way in which one ends.

use serde_json::{Value, json};

use crate::support::{Browser, advance_clock, change_settings, fresh_app, seed};

const DAY: i64 = 24 * 60 * 60 * 1_000;

async fn two_sessions() -> (Browser, String, String) {
    let app = fresh_app();
    seed(&app, &["ada@example.com", "bob@example.com"]).await;
    let mut browser = Browser::production(&app);
    let ada = browser.sign_in("ada@example.com").await;
    let bob = browser.sign_in("bob@example.com").await;
    (browser, ada, bob)
}

fn statuses(client: &Value) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    client["sessions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|session| (text(&session["id"]), text(&session["status"])))
        .collect()
}

#[tokio::test]
async fn a_client_holds_sessions_of_several_users() {
    let (mut browser, ada, bob) = two_sessions().await;
    let client = browser.client().await;
    assert_eq!(statuses(&client), [(ada.clone(), "active".into()), (bob.clone(), "active".into())]);
    assert_eq!(client["last_active_session_id"], json!(bob));
    assert_eq!(client["last_authentication_strategy"], "password");
    assert_eq!(client["sessions"][0]["public_user_data"]["identifier"], "ada@example.com");
}

#[tokio::test]
async fn touch_selects_a_session() {
    let (mut browser, ada, _) = two_sessions().await;
    advance_clock(&browser.app, 90_000).await;
    let path = format!("/v1/client/sessions/{ada}/touch");
    let body = browser.post(&path, "active_organization_id=&intent=select_session").await.ok();
    assert_eq!(body["client"]["last_active_session_id"], json!(ada));
    let session = &body["response"];
    assert_eq!(session["last_active_token"], body["client"]["sessions"][0]["last_active_token"]);
    assert!(session["last_active_at"].as_i64().unwrap() - session["created_at"].as_i64().unwrap() >= 90_000);
    assert_eq!(session["factor_verification_age"], json!([1, -1]));
}

#[tokio::test]
async fn touch_refuses_what_it_does_not_know() {
    let (mut browser, ada, _) = two_sessions().await;
    let path = format!("/v1/client/sessions/{ada}/touch");
    for (form, status, code) in [
        ("intent=fun", 422, "form_param_value_invalid"),
        ("active_organization_id=org_1", 404, "organization_not_found_or_unauthorized"),
        ("color=red", 422, "form_param_unknown"),
    ] {
        assert_eq!(browser.post(&path, form).await.error(status), code, "{form}");
    }
}

#[tokio::test]
async fn an_ended_session_stays_listed_and_is_over() {
    let (mut browser, ada, bob) = two_sessions().await;
    let body = browser.post(&format!("/v1/client/sessions/{bob}/end"), "").await.ok();
    assert_eq!(body["response"]["status"], "ended");
    assert_eq!(body["response"]["last_active_token"], Value::Null);
    assert_eq!(statuses(&body["client"]), [(ada, "active".into()), (bob.clone(), "ended".into())]);
    assert_eq!(body["client"]["last_active_session_id"], Value::Null);
    let end_again = browser.post(&format!("/v1/client/sessions/{bob}/end"), "").await;
    assert_eq!(end_again.error(400), "invalid_action_for_session");
    for action in ["touch", "tokens", "tokens/any"] {
        let reply = browser.post(&format!("/v1/client/sessions/{bob}/{action}"), "").await;
        assert_eq!(reply.error(401), "signed_out", "{action}");
    }
    browser.sign_in("bob@example.com").await;
}

#[tokio::test]
async fn a_removed_session_is_gone() {
    let (mut browser, ada, bob) = two_sessions().await;
    let body = browser.post(&format!("/v1/client/sessions/{ada}/remove"), "").await.ok();
    assert_eq!(body["response"]["status"], "removed");
    assert_eq!(statuses(&body["client"]), [(bob.clone(), "active".into())]);
    assert_eq!(body["client"]["last_active_session_id"], json!(bob));
    for (method, action) in
        [("GET", ""), ("POST", "/touch"), ("POST", "/end"), ("POST", "/remove"), ("POST", "/tokens")]
    {
        let reply = browser.send(method, &format!("/v1/client/sessions/{ada}{action}"), "").await;
        assert_eq!(reply.error(404), "resource_not_found", "{action}");
    }
}

#[tokio::test]
async fn removing_all_sessions_keeps_the_client() {
    let (mut browser, ..) = two_sessions().await;
    let id = browser.client().await["id"].clone();
    let reply = browser.post_as("DELETE", "/v1/client/sessions", "").await;
    assert!(reply.set_cookie("__client_uat").unwrap().starts_with("__client_uat=0;"));
    let body = reply.ok();
    assert_eq!(body["response"]["id"], id);
    assert_eq!(body["response"]["sessions"], json!([]));
    assert_eq!(body["client"], body["response"]);
    assert_eq!(browser.client().await["id"], id);
}

#[tokio::test]
async fn removing_all_sessions_can_leave_the_client_out() {
    let (mut browser, ..) = two_sessions().await;
    change_settings(&browser.app, json!({ "remove_sessions_piggyback": false })).await;
    let body = browser.send("DELETE", "/v1/client/sessions", "").await.ok();
    assert_eq!(body["response"]["sessions"], json!([]));
    assert_eq!(body["client"], Value::Null);
}

#[tokio::test]
async fn a_session_is_read_with_its_client() {
    let (mut browser, ada, _) = two_sessions().await;
    let body = browser.get(&format!("/v1/client/sessions/{ada}")).await.ok();
    assert_eq!(body["response"]["id"], json!(ada));
    assert_eq!(body["client"]["sessions"].as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn sessions_expire_by_the_virtual_clock() {
    let (mut browser, ada, bob) = two_sessions().await;
    advance_clock(&browser.app, 7 * DAY + 1_000).await;
    let client = browser.client().await;
    assert_eq!(statuses(&client), [(ada.clone(), "expired".into()), (bob, "expired".into())]);
    let reply = browser.post(&format!("/v1/client/sessions/{ada}/tokens"), "").await;
    assert_eq!(reply.error(401), "signed_out");
    browser.sign_in("ada@example.com").await;
}

#[tokio::test]
async fn who_has_no_client_is_signed_out() {
    let app = fresh_app();
    let mut browser = Browser::production(&app);
    for (method, path) in [
        ("GET", "/v1/client/sessions/sess_1"),
        ("POST", "/v1/client/sessions/sess_1/touch"),
        ("POST", "/v1/client/sessions/sess_1/tokens"),
        ("DELETE", "/v1/client/sessions"),
        ("GET", "/v1/client/sign_ins/sia_1"),
        ("POST", "/v1/client/sign_ups/sua_1/attempt_verification"),
    ] {
        assert_eq!(browser.send(method, path, "").await.error(401), "signed_out", "{method} {path}");
    }
}

#[tokio::test]
async fn single_session_mode_allows_one_user_at_a_time() {
    let app = fresh_app();
    seed(&app, &["ada@example.com", "bob@example.com"]).await;
    change_settings(&app, json!({ "single_session_mode": true })).await;
    let mut browser = Browser::production(&app);
    let session = browser.sign_in("ada@example.com").await;
    for path in ["/v1/client/sign_ins", "/v1/client/sign_ups"] {
        assert_eq!(browser.post(path, "").await.error(400), "session_exists");
    }
    browser.post(&format!("/v1/client/sessions/{session}/remove"), "").await.ok();
    browser.sign_in("bob@example.com").await;
}
