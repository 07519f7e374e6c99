//! Cross-origin rules, as a browser would check them.

use axum::body::Body;
use axum::http::Request;

use serde_json::json;

use crate::support::{Browser, PAGE, call, control, fresh_app};

#[tokio::test]
async fn every_answer_lets_its_page_read_it() {
    let app = fresh_app();
    for path in ["/v1/client", "/v1/client/sessions/x", "/v1/me", "/nothing", "/_emulator/outbox"] {
        let request = Request::get(path).header("origin", PAGE);
        let reply = call(&app, request.body(Body::empty()).unwrap()).await;
        assert_eq!(reply.headers["access-control-allow-origin"], PAGE, "{path}");
        assert_eq!(reply.headers["access-control-allow-credentials"], "true");
        assert!(reply.headers["vary"].to_str().unwrap().contains("origin"));
        let exposed = reply.headers["access-control-expose-headers"].to_str().unwrap().to_lowercase();
        for name in
            ["date", "retry-after", "clerk-db-jwt", "x-country", "x-clerk-trace-id", "clerk-emulator-fault"]
        {
            assert!(exposed.contains(name), "{exposed}");
        }
    }
}

#[tokio::test]
async fn every_answer_has_the_date_of_the_virtual_clock() {
    let app = fresh_app();
    for (now_ms, date) in
        [(1_767_225_600_999_i64, "Thu, 01 Jan 2026 00:00:00 GMT"), (-5_000, "Thu, 01 Jan 1970 00:00:00 GMT")]
    {
        control(&app, "POST", "clock", json!({ "now_ms": now_ms, "frozen": true })).await;
        for path in ["/v1/client", "/v1/client?a=%", "/v1/me", "/nothing", "/_emulator/outbox"] {
            let reply = call(&app, Request::get(path).body(Body::empty()).unwrap()).await;
            assert_eq!(reply.headers["date"], date, "{path}");
        }
    }
}

#[tokio::test]
async fn a_fault_may_date_its_answer() {
    let app = fresh_app();
    let date = "Thu, 01 Jan 2026 00:00:00 GMT";
    control(&app, "POST", "faults", json!({ "path": "*", "headers": { "Date": date } })).await;
    assert_eq!(Browser::production(&app).get("/v1/client").await.headers["date"], date);
}

#[tokio::test]
async fn a_preflight_is_answered() {
    let request = Request::options("/v1/client")
        .header("origin", PAGE)
        .header("access-control-request-method", "PATCH")
        .header("access-control-request-headers", "x-custom");
    let reply = call(&fresh_app(), request.body(Body::empty()).unwrap()).await;
    assert!(reply.status.is_success());
    assert_eq!(reply.headers["access-control-allow-origin"], PAGE);
    assert_eq!(reply.headers["access-control-allow-methods"], "PATCH");
    assert_eq!(reply.headers["access-control-allow-headers"], "x-custom");
    assert_eq!(reply.headers["access-control-allow-credentials"], "true");
}
