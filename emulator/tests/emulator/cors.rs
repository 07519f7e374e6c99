//! Cross-origin rules, as a browser would check them.

use axum::body::Body;
use axum::http::Request;

use crate::support::{PAGE, call, fresh_app};

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
        for name in ["retry-after", "clerk-db-jwt", "x-country", "x-clerk-trace-id", "clerk-emulator-fault"] {
            assert!(exposed.contains(name), "{exposed}");
        }
    }
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
