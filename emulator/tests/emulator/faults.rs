//! Injected faults.

use std::time::{Duration, Instant};

use axum::body::Body;
use axum::http::Request;
use http_body_util::BodyExt;
use serde_json::{Value, json};
use tower::ServiceExt;

use crate::support::{Browser, Reply, advance_clock, control, control_reply, fresh_app, seed};

#[tokio::test]
async fn a_fault_answers_a_number_of_times() {
    let app = fresh_app();
    let fault = json!({ "method": "get", "path": "/v1/client", "status": 429, "times": 2, "headers": { "Retry-After": "7" } });
    let added = control(&app, "POST", "faults", fault).await;
    assert!(added["id"].is_string());
    let mut browser = Browser::production(&app);
    browser.post_as("PUT", "/v1/client", "").await.ok();
    for _ in 0..2 {
        let reply = browser.get("/v1/client").await;
        assert_eq!(reply.headers["retry-after"], "7");
        assert_eq!(reply.error(429), "too_many_requests");
    }
    browser.get("/v1/client").await.ok();
    assert_eq!(control(&app, "GET", "faults", Value::Null).await, json!([]));
}

#[tokio::test]
async fn a_fault_without_times_lasts_until_it_is_deleted() {
    let app = fresh_app();
    let first = control(&app, "POST", "faults", json!({ "path": "/v1/cli*", "status": 503 })).await;
    control(&app, "POST", "faults", json!({ "path": "/v1/environment", "status": 500, "times": null })).await;
    let mut browser = Browser::production(&app);
    for _ in 0..3 {
        assert_eq!(browser.get("/v1/client").await.error(503), "emulator_fault");
    }
    control(&app, "DELETE", &format!("faults/{}", first["id"].as_str().unwrap()), Value::Null).await;
    browser.get("/v1/client").await.ok();
    assert_eq!(browser.get("/v1/environment").await.status.as_u16(), 500);
    control(&app, "DELETE", "faults", Value::Null).await;
    browser.get("/v1/environment").await.ok();
}

#[tokio::test]
async fn a_fault_matches_the_method_that_is_meant() {
    let app = fresh_app();
    control(&app, "POST", "faults", json!({ "method": "PATCH", "path": "*", "status": 500 })).await;
    let mut browser = Browser::production(&app);
    browser.post("/v1/client", "").await.ok();
    assert_eq!(browser.post_as("PATCH", "/v1/environment", "").await.status.as_u16(), 500);
}

#[tokio::test]
async fn bodies_may_be_html_or_empty() {
    let app = fresh_app();
    let html = json!({ "path": "/v1/client", "status": 502, "body": "<h1>Bad gateway</h1>", "content_type": "text/html", "times": 1 });
    control(&app, "POST", "faults", html).await;
    control(
        &app,
        "POST",
        "faults",
        json!({ "path": "/v1/environment", "status": 204, "body": "", "times": 1 }),
    )
    .await;
    let mut browser = Browser::production(&app);
    let reply = browser.get("/v1/client").await;
    assert_eq!((reply.status.as_u16(), reply.text.as_str()), (502, "<h1>Bad gateway</h1>"));
    assert_eq!(reply.headers["content-type"], "text/html");
    let request = Request::get("/v1/environment").body(Body::empty()).unwrap();
    let response = app.clone().oneshot(request).await.unwrap();
    assert_eq!(response.status().as_u16(), 204);
    assert!(response.into_body().collect().await.unwrap().to_bytes().is_empty());
}

#[tokio::test]
async fn latency_and_headers_keep_the_real_answer() {
    let app = fresh_app();
    let fault = json!({ "path": "/v1/client", "delay_ms": 60, "headers": { "x-country": "GR" }, "times": 1 });
    control(&app, "POST", "faults", fault).await;
    let start = Instant::now();
    let reply = Browser::production(&app).get("/v1/client").await;
    assert!(start.elapsed() >= Duration::from_millis(60));
    assert_eq!(reply.headers["x-country"], "GR");
    assert_eq!(reply.ok()["response"], Value::Null);
}

#[tokio::test]
async fn an_answer_that_is_held_back_is_overtaken_by_a_later_one() {
    let app = fresh_app();
    seed(&app, &["ada@example.com"]).await;
    let mut browser = Browser::production(&app);
    let session = browser.sign_in("ada@example.com").await;
    let mut other = Browser { cookies: browser.cookies.clone(), ..Browser::production(&app) };
    control(&app, "POST", "faults", json!({ "path": "/v1/client", "hold_ms": 1500, "times": 1 })).await;
    let held = async { (browser.get("/v1/client").await, Instant::now()) };
    let later = async {
        // Long enough for a busy machine to have looked at the first one.
        tokio::time::sleep(Duration::from_millis(500)).await;
        advance_clock(&app, 5_000).await;
        let path = format!("/v1/client/sessions/{session}/remove");
        (other.post(&path, "").await, Instant::now())
    };
    let ((held, held_at), (later, later_at)) = tokio::join!(held, later);
    assert!(later_at < held_at);
    assert_eq!(later.ok()["client"]["sessions"], json!([]));
    assert_eq!(held.ok()["response"]["sessions"][0]["id"], session, "as it was when it was asked for");
    let date = |reply: &Reply| httpdate::parse_http_date(reply.headers["date"].to_str().unwrap()).unwrap();
    assert!(date(&later).duration_since(date(&held)).unwrap() >= Duration::from_secs(4));
}

#[tokio::test]
async fn a_patch_changes_the_body_of_the_real_answer() {
    let app = fresh_app();
    seed(&app, &["ada@example.com"]).await;
    let mut browser = Browser::production(&app);
    let session = browser.sign_in("ada@example.com").await;
    let patch = json!([
        { "op": "replace", "path": "/response/sessions/0/user", "value": null },
        { "op": "remove", "path": "/response/sessions/0/expire_at" },
        { "op": "add", "path": "/response/sessions/-", "value": { "id": 7 } },
    ]);
    let fault =
        json!({ "path": "/v1/client", "json_patch": patch, "headers": { "x-country": "GR" }, "times": 1 });
    let added = control(&app, "POST", "faults", fault).await;
    assert_eq!(added["json_patch"], patch);
    let reply = browser.get("/v1/client").await;
    assert_eq!(reply.headers["clerk-emulator-fault"], added["id"].as_str().unwrap());
    assert_eq!(reply.headers["x-country"], "GR");
    let sessions = &reply.ok()["response"]["sessions"];
    assert_eq!((&sessions[0]["id"], &sessions[0]["user"]), (&json!(session), &Value::Null));
    assert!(sessions[0].get("expire_at").is_none());
    assert_eq!(sessions[1], json!({ "id": 7 }));
    assert_eq!(browser.client().await["sessions"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn a_patched_answer_may_have_another_status_and_keeps_its_cookies() {
    let app = fresh_app();
    let patch = json!([{ "op": "test", "path": "/response/object", "value": "client" }]);
    control(&app, "POST", "faults", json!({ "path": "*", "json_patch": patch, "status": 203, "times": 1 }))
        .await;
    let mut browser = Browser::production(&app);
    let reply = browser.post_as("PUT", "/v1/client", "").await;
    assert_eq!(reply.status.as_u16(), 203);
    assert!(reply.set_cookie("__client").is_some());
    assert_eq!(reply.json()["response"]["id"], browser.client().await["id"]);
}

#[tokio::test]
async fn an_error_can_be_patched_too() {
    let app = fresh_app();
    let patch = json!([{ "op": "replace", "path": "/errors/0/code", "value": "odd" }]);
    control(&app, "POST", "faults", json!({ "path": "/v1/nothing", "json_patch": patch })).await;
    assert_eq!(Browser::production(&app).get("/v1/nothing").await.error(501), "odd");
}

#[tokio::test]
async fn a_patch_that_does_not_fit_says_which_operation() {
    let app = fresh_app();
    for (path, patch, named) in [
        (
            "/v1/environment",
            json!([
                { "op": "remove", "path": "/auth_config/object" },
                { "op": "remove", "path": "/auth_config/nothing" },
            ]),
            ["operation '/1'", "/auth_config/nothing"],
        ),
        ("/v1/client/touch?redirect_url=http://localhost", json!([]), ["json_patch of fault_", "not JSON"]),
    ] {
        let fault = json!({ "path": "/v1/*", "json_patch": patch, "status": 200, "times": 1 });
        control(&app, "POST", "faults", fault).await;
        let reply = Browser::production(&app).get(path).await;
        let text = reply.json()["errors"][0]["long_message"].as_str().unwrap().to_owned();
        assert!(named.iter().all(|name| text.contains(name)), "{text}");
        assert_eq!(reply.error(500), "emulator_patch_failed");
    }
}

#[tokio::test]
async fn every_answer_that_a_fault_touched_names_it() {
    let app = fresh_app();
    let mut browser = Browser::production(&app);
    for fault in [
        json!({ "status": 500 }),
        json!({ "body": "{}" }),
        json!({ "delay_ms": 1 }),
        json!({ "headers": { "clerk-emulator-fault": "me" } }),
        json!({ "json_patch": [] }),
        json!({ "json_patch": [{ "op": "remove", "path": "/nothing" }] }),
    ] {
        let mut fault = fault;
        fault["path"] = json!("/v1/health");
        fault["times"] = json!(1);
        let added = control(&app, "POST", "faults", fault).await;
        assert_eq!(
            browser.get("/v1/health").await.headers["clerk-emulator-fault"],
            added["id"].as_str().unwrap()
        );
        assert!(browser.get("/v1/health").await.headers.get("clerk-emulator-fault").is_none());
    }
}

#[tokio::test]
async fn a_cut_connection_has_no_body_in_process() {
    let app = fresh_app();
    control(&app, "POST", "faults", json!({ "path": "/v1/client", "disconnect": true, "times": 1 })).await;
    let request = Request::get("/v1/client").body(Body::empty()).unwrap();
    let response = app.clone().oneshot(request).await.unwrap();
    assert!(response.into_body().collect().await.is_err());
}

#[tokio::test]
async fn control_routes_cannot_be_faulted() {
    let app = fresh_app();
    control(&app, "POST", "faults", json!({ "path": "*", "status": 500 })).await;
    assert!(control_reply(&app, "GET", "outbox", Value::Null).await.status.is_success());
    control(&app, "POST", "reset", Value::Null).await;
    Browser::production(&app).get("/v1/client").await.ok();
}
