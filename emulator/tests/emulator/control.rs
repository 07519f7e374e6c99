//! The control routes.

use serde_json::{Value, json};

use crate::support::{Browser, PASSWORD, advance_clock, control, control_reply, fresh_app, seed};

#[tokio::test]
async fn the_index_lists_the_routes() {
    let app = fresh_app();
    for path in ["", "avatar.svg"] {
        let reply = control_reply(&app, "GET", path, Value::Null).await;
        assert!(reply.status.is_success() && reply.text.starts_with('<'), "{path}");
    }
    let page = control_reply(&app, "GET", "", Value::Null).await.text;
    for route in ["reset", "seed", "outbox", "clock", "settings", "faults", "requests"] {
        assert!(page.contains(&format!("/_emulator/{route}")), "{route}");
    }
}

#[tokio::test]
async fn a_seed_makes_users_as_given() {
    let app = fresh_app();
    let user = json!({
        "email_address": "Ada@Example.com", "password": PASSWORD, "first_name": "Ada", "last_name": "Lovelace",
        "username": "ada_l", "external_id": "ext_1", "public_metadata": { "role": "admin" }, "unsafe_metadata": { "a": 1 },
    });
    let made =
        control(&app, "POST", "seed", json!({ "users": [user], "settings": { "token_lifetime_s": 30 } }))
            .await;
    let mut browser = Browser::production(&app);
    browser.sign_in("ada@example.com").await;
    let user = browser.client().await["sessions"][0]["user"].clone();
    assert_eq!(user["id"], made["users"][0]["id"]);
    assert_eq!(user["primary_email_address_id"], made["users"][0]["email_address_id"]);
    assert_eq!((&user["first_name"], &user["last_name"]), (&json!("Ada"), &json!("Lovelace")));
    assert_eq!((&user["username"], &user["external_id"]), (&json!("ada_l"), &json!("ext_1")));
    assert_eq!(user["public_metadata"], json!({ "role": "admin" }));
    assert_eq!(control(&app, "GET", "settings", Value::Null).await["token_lifetime_s"], 30);
}

#[tokio::test]
async fn a_seed_is_made_whole_or_not_at_all() {
    let app = fresh_app();
    let users = json!([{ "email_address": "ada@example.com" }, { "email_address": "wrong" }]);
    let reply = control_reply(&app, "POST", "seed", json!({ "users": users })).await;
    assert_eq!(reply.status.as_u16(), 400);
    seed(&app, &["ada@example.com"]).await;
}

#[tokio::test]
async fn the_clock_moves_both_ways() {
    let app = fresh_app();
    advance_clock(&app, 5_000).await;
    let reading = control(&app, "POST", "clock", json!({ "advance_ms": -2_000 })).await;
    assert_eq!(reading["offset_ms"], 3_000);
    assert_eq!(control(&app, "GET", "clock", Value::Null).await["offset_ms"], 3_000);
}

#[tokio::test]
async fn a_frozen_clock_shows_the_time_it_was_given() {
    let app = fresh_app();
    let reading =
        control(&app, "POST", "clock", json!({ "now_ms": 1_767_225_600_000_i64, "frozen": true })).await;
    assert_eq!((&reading["now_ms"], &reading["frozen"]), (&json!(1_767_225_600_000_i64), &json!(true)));
    tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    assert_eq!(control(&app, "GET", "clock", Value::Null).await["now_ms"], 1_767_225_600_000_i64);
    advance_clock(&app, 7).await;
    assert_eq!(control(&app, "GET", "clock", Value::Null).await["now_ms"], 1_767_225_600_007_i64);
    control(&app, "POST", "clock", json!({ "now_ms": 0 })).await;
    let mut browser = Browser::production(&app);
    browser.post_as("PUT", "/v1/client", "").await.ok();
    assert_eq!(browser.client().await["created_at"], 0);
}

#[tokio::test]
async fn a_clock_runs_on_from_where_it_was_put() {
    let app = fresh_app();
    let second = |reading: &Value| reading["now_ms"].as_i64().unwrap() / 1_000;
    control(&app, "POST", "clock", json!({ "now_ms": 5_000, "frozen": true })).await;
    let reading = control(&app, "POST", "clock", json!({ "frozen": false })).await;
    assert_eq!((second(&reading), &reading["frozen"]), (5, &json!(false)));
    tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    let now_ms = control(&app, "GET", "clock", Value::Null).await["now_ms"].as_i64().unwrap();
    assert!((5_005..65_000).contains(&now_ms), "{now_ms}");
    let reading = control(&app, "POST", "clock", json!({ "now_ms": 90_000 })).await;
    assert_eq!((second(&reading), &reading["frozen"]), (90, &json!(false)));
}

#[tokio::test]
async fn settings_change_one_by_one() {
    let app = fresh_app();
    let before = control(&app, "GET", "settings", Value::Null).await;
    let after = control(&app, "PATCH", "settings", json!({ "password": "on" })).await;
    assert_eq!(after["password"], "on");
    assert_eq!(after["token_lifetime_s"], before["token_lifetime_s"]);
}

#[tokio::test]
async fn requests_are_logged_without_passwords() {
    let app = fresh_app();
    seed(&app, &["ada@example.com"]).await;
    let mut browser = Browser::development(&app).await;
    browser.sign_in("ada@example.com").await;
    browser.post_as("PATCH", "/v1/environment", "").await.ok();
    browser.get("/v1/client?a=1&a=2").await.ok();
    let log = control(&app, "GET", "requests", Value::Null).await;
    let paths: Vec<&str> =
        log.as_array().unwrap().iter().map(|seen| seen["path"].as_str().unwrap()).collect();
    assert_eq!(paths, ["/v1/dev_browser", "/v1/client/sign_ins", "/v1/environment", "/v1/client"]);
    let sign_in = &log[1];
    assert_eq!(sign_in["form"], json!({ "identifier": "ada@example.com", "password": "[redacted]" }));
    assert_eq!(sign_in["query"]["__clerk_db_jwt"], json!(browser.dev_browser));
    assert_eq!(sign_in["status"], 200);
    assert_eq!(sign_in["origin"], crate::support::PAGE);
    assert_eq!((&log[2]["method"], &log[2]["wire_method"]), (&json!("PATCH"), &json!("POST")));
    assert_eq!(log[3]["query"]["a"], json!(["1", "2"]));
    assert_eq!(log[3]["form"], json!({}));
    assert!(!log.to_string().contains(PASSWORD));
    control(&app, "DELETE", "requests", Value::Null).await;
    assert_eq!(control(&app, "GET", "requests", Value::Null).await, json!([]));
}

#[tokio::test]
async fn the_log_of_requests_is_bounded() {
    let app = fresh_app();
    let mut browser = Browser::production(&app);
    for _ in 0..1_010 {
        browser.get("/v1/health").await;
    }
    assert_eq!(control(&app, "GET", "requests", Value::Null).await.as_array().unwrap().len(), 1_000);
}

#[tokio::test]
async fn a_request_whose_sender_hung_up_is_logged() {
    let app = fresh_app();
    control(&app, "POST", "faults", json!({ "path": "/v1/client", "delay_ms": 60_000 })).await;
    let mut browser = Browser::production(&app);
    let hung_up = tokio::time::timeout(std::time::Duration::from_millis(30), browser.get("/v1/client")).await;
    assert!(hung_up.is_err());
    let log = control(&app, "GET", "requests", Value::Null).await;
    assert_eq!((&log[0]["path"], &log[0]["status"]), (&json!("/v1/client"), &Value::Null));
}

#[tokio::test]
async fn a_reset_forgets_everything() {
    let app = fresh_app();
    seed(&app, &["ada@example.com"]).await;
    control(&app, "PATCH", "settings", json!({ "single_session_mode": true })).await;
    control(&app, "POST", "clock", json!({ "now_ms": 5_000, "frozen": true })).await;
    let mut browser = Browser::production(&app);
    browser.sign_in("ada@example.com").await;
    control(&app, "POST", "reset", Value::Null).await;
    assert_eq!(browser.client().await, Value::Null);
    let reply = browser.post("/v1/client/sign_ins", "identifier=ada@example.com").await;
    assert_eq!(reply.error(422), "form_identifier_not_found");
    assert_eq!(control(&app, "GET", "settings", Value::Null).await["single_session_mode"], false);
    let clock = control(&app, "GET", "clock", Value::Null).await;
    assert_eq!((&clock["offset_ms"], &clock["frozen"]), (&json!(0), &json!(false)));
}

#[tokio::test]
async fn there_is_no_other_control_route() {
    let reply = control_reply(&fresh_app(), "GET", "nothing", Value::Null).await;
    assert_eq!(reply.status.as_u16(), 404);
}
