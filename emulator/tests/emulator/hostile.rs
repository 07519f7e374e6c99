//! Requests that nobody should send get an error in Clerk's body, never a 500.

use axum::Router;
use axum::body::Body;
use axum::http::{Method, Request};

use crate::support::{Browser, call, control, fresh_app, seed};

async fn error_of(
    app: &Router,
    request: axum::http::request::Builder,
    body: impl Into<Body>,
    status: u16,
) -> String {
    call(app, request.body(body.into()).unwrap()).await.error(status)
}

#[tokio::test]
async fn what_is_not_implemented_says_so() {
    let app = fresh_app();
    for (method, path) in [
        ("GET", "/v1/me/billing/subscription"),
        ("PUT", "/v1/organizations/org_1/logo"),
        ("GET", "/v1/client/handshake"),
        ("POST", "/v1/me/totp"),
        ("DELETE", "/v1/never/heard/of"),
        ("GET", "/.well-known/openid-configuration"),
        ("POST", "/oauth/token"),
        ("GET", "/api_keys"),
        ("POST", "/api_keys/ak_1/revoke"),
    ] {
        let reply =
            call(&app, Request::builder().method(method).uri(path).body(Body::empty()).unwrap()).await;
        assert_eq!(reply.error(501), "not_implemented_by_emulator");
        let message = reply.json()["errors"][0]["message"].as_str().unwrap().to_owned();
        assert!(message.contains(&format!("{method} {path}")), "{message}");
    }
    let mut browser = Browser::production(&app);
    let reply = browser.post_as("PATCH", "/v1/me/passkeys/pk_1", "").await;
    assert!(reply.json()["errors"][0]["message"].as_str().unwrap().starts_with("PATCH /v1/me/passkeys/"));
}

#[tokio::test]
async fn what_is_not_clerks_is_not_found() {
    let app = fresh_app();
    for path in ["/", "/v2/client", "/favicon.ico", "/v1client", "/v1/../etc/passwd/"] {
        let reply = call(&app, Request::get(path).body(Body::empty()).unwrap()).await;
        assert!([404, 501].contains(&reply.status.as_u16()), "{path}: {}", reply.status);
    }
    assert_eq!(error_of(&app, Request::get("/nothing"), "", 404).await, "resource_not_found");
}

#[tokio::test]
async fn methods_are_checked() {
    let app = fresh_app();
    for (method, path) in [
        ("PUT", "/v1/environment"),
        ("GET", "/v1/dev_browser"),
        ("GET", "/v1/client/sign_ins"),
        ("PATCH", "/v1/client"),
        ("BREW", "/v1/client"),
        ("BREW", "/v1/coffee"),
        ("TRACE", "/v1/client"),
    ] {
        let method = Method::from_bytes(method.as_bytes()).unwrap();
        let request = Request::builder().method(method.clone()).uri(path);
        assert_eq!(error_of(&app, request, "", 405).await, "method_not_allowed", "{method} {path}");
    }
    for query in ["_method=GET", "_method=BREW", "_method=DELETE%00", "_method=PUT&_method=DELETE"] {
        let reply =
            call(&app, Request::post(format!("/v1/client?{query}")).body(Body::empty()).unwrap()).await;
        assert!(
            ["invalid_query_parameter_value", "form_param_duplicate"]
                .contains(&reply.json()["errors"][0]["code"].as_str().unwrap())
        );
        assert!(reply.status.is_client_error(), "{query}");
    }
    // The override is for POST only: a link must not be able to delete.
    let mut browser = Browser::production(&app);
    browser.post_as("PUT", "/v1/client", "").await.ok();
    browser.get("/v1/client?_method=DELETE").await.ok();
    assert!(browser.client().await.is_object());
    browser.post("/v1/client?_method=delete", "").await.ok();
    assert!(browser.client().await.is_null());
}

#[tokio::test]
async fn bodies_are_checked() {
    let app = fresh_app();
    let form = "application/x-www-form-urlencoded";
    for (content_type, body, status, code) in [
        ("application/json", b"{\"identifier\":1}".to_vec(), 415, "unsupported_content_type"),
        ("multipart/form-data; boundary=x", b"--x--".to_vec(), 415, "unsupported_content_type"),
        ("nonsense", b"a=b".to_vec(), 415, "unsupported_content_type"),
        (form, b"identifier=%".to_vec(), 400, "malformed_request_parameters"),
        (form, b"identifier=%zz".to_vec(), 400, "malformed_request_parameters"),
        (form, b"identifier=%ff%fe".to_vec(), 400, "malformed_request_parameters"),
        (form, vec![b'a', b'=', 0xff, 0xfe], 400, "malformed_request_parameters"),
        (form, vec![0; 64], 422, "form_param_unknown"),
        (form, b"identifier".to_vec(), 422, "form_param_nil"),
        (form, b"=x".to_vec(), 422, "form_param_unknown"),
        (form, vec![b'a'; 1024 * 1024 + 1], 413, "request_body_invalid"),
    ] {
        for path in ["/v1/client/sign_ins", "/v1/client/sign_ups"] {
            let request = Request::post(path).header("content-type", content_type);
            let found = error_of(&app, request, body.clone(), status).await;
            let expected =
                if code == "form_param_nil" && path.ends_with("ups") { "form_param_unknown" } else { code };
            assert_eq!(found, expected, "{content_type} {:?}", &body[..body.len().min(20)]);
        }
    }
    let reply = call(&app, Request::post("/v1/client/sign_ins").body(Body::from("a=b")).unwrap()).await;
    assert_eq!(reply.error(415), "unsupported_content_type");
}

#[tokio::test]
async fn queries_are_checked() {
    let app = fresh_app();
    for query in ["a=%", "a=%ff", "%c3=1", "__clerk_db_jwt=%zz"] {
        let request = Request::get(format!("/v1/client?{query}"));
        assert_eq!(error_of(&app, request, "", 400).await, "malformed_request_parameters", "{query}");
    }
    let twice = Request::get("/v1/client?__clerk_db_jwt=a&__clerk_db_jwt=b");
    assert_eq!(error_of(&app, twice, "", 422).await, "form_param_duplicate");
    let native = Request::get("/v1/client?_is_native=1");
    assert_eq!(error_of(&app, native, "", 400).await, "native_api_disabled");
}

#[tokio::test]
async fn ids_may_be_anything() {
    let app = fresh_app();
    seed(&app, &["ada@example.com"]).await;
    let mut browser = Browser::production(&app);
    browser.sign_in("ada@example.com").await;
    let huge = "x".repeat(10_000);
    for id in
        ["0", "sess_", "%2e%2e", "%2F", "a%20b", "%00", "'%20OR%201=1", "%F0%9F%A6%80", "null", huge.as_str()]
    {
        for path in [format!("sessions/{id}"), format!("sign_ins/{id}"), format!("sign_ups/{id}")] {
            assert_eq!(browser.get(&format!("/v1/client/{path}")).await.error(404), "resource_not_found");
        }
    }
    let reply = browser.get("/v1/client/sessions/%ff").await;
    assert_eq!(reply.error(400), "malformed_request_parameters");
}

#[tokio::test]
async fn headers_may_be_anything() {
    let app = fresh_app();
    for (name, value) in [
        ("cookie", &b"__client"[..]),
        ("cookie", b";;;=;__client=;a"),
        ("cookie", b"__client=\xff\xfe"),
        ("origin", b"\xff\xfe"),
        ("host", b"\xff"),
        ("host", b"a b <script>"),
        ("content-type", b"\xff"),
        ("x-forwarded-proto", b"javascript"),
        ("content-length", b"999999999"),
    ] {
        let request = Request::get("/v1/environment").header(name, value);
        call(&app, request.body(Body::empty()).unwrap()).await.ok();
    }
}

#[tokio::test]
async fn control_input_is_checked() {
    let app = fresh_app();
    for (method, route, body, named) in [
        ("POST", "seed", "{", "EOF"),
        ("POST", "seed", "{\"user\":[]}", "user"),
        ("POST", "seed", "{\"users\":[{}]}", "email_address"),
        ("POST", "seed", "{\"users\":[{\"email\":\"a@b.c\"}]}", "email"),
        ("POST", "seed", "{\"users\":[{\"email_address\":\"nope\"}]}", "nope"),
        ("POST", "seed", "{\"users\":[{\"username\":\"a b\"}]}", "a b"),
        (
            "POST",
            "seed",
            "{\"users\":[{\"email_address\":\"a@b.cd\"},{\"email_address\":\"A@b.cd\"}]}",
            "already",
        ),
        ("POST", "seed", "{\"settings\":{\"pasword\":\"on\"}}", "pasword"),
        ("POST", "clock", "{}", "advance_ms"),
        ("POST", "clock", "{\"advance_ms\":\"1\"}", "string"),
        ("POST", "clock", "{\"advance_ms\":1,\"now_ms\":1}", "not both"),
        ("POST", "clock", "{\"now_ms\":9223372036854775807}", "thousand years"),
        ("POST", "clock", "{\"now_ms\":-9223372036854775808,\"frozen\":true}", "thousand years"),
        ("POST", "clock", "{\"freeze\":true}", "freeze"),
        ("POST", "reset", "{\"seed\":7}", "seed"),
        ("POST", "reset", "{\"random_seed\":-7}", "-7"),
        ("POST", "clock", "{\"advance_ms\":9223372036854775807}", "thousand years"),
        ("POST", "clock", "{\"advance_ms\":-9223372036854775808}", "thousand years"),
        ("PATCH", "settings", "[]", "map"),
        ("PATCH", "settings", "{\"token_lifetime_s\":-1}", "-1"),
        ("POST", "faults", "{}", "path"),
        ("POST", "faults", "{\"path\":\"/v1/client\"}", "needs"),
        ("POST", "faults", "{\"path\":\"client\",\"status\":500}", "path"),
        ("POST", "faults", "{\"path\":\"*\",\"status\":99}", "status"),
        ("POST", "faults", "{\"path\":\"*\",\"status\":500,\"times\":0}", "times"),
        ("POST", "faults", "{\"path\":\"*\",\"headers\":{\"a b\":\"c\"}}", "headers"),
        ("POST", "faults", "{\"path\":\"*\",\"body\":\"\",\"content_type\":\"\\n\"}", "content_type"),
        ("POST", "faults", "{\"path\":\"*\",\"statsu\":500}", "statsu"),
        ("POST", "faults", "{\"path\":\"*\",\"json_patch\":[{\"op\":\"break\",\"path\":\"/a\"}]}", "break"),
        (
            "POST",
            "faults",
            "{\"path\":\"*\",\"json_patch\":[{\"op\":\"remove\",\"path\":\"a\"}]}",
            "json pointer",
        ),
        ("POST", "faults", "{\"path\":\"*\",\"json_patch\":[],\"body\":\"\"}", "no body"),
        ("POST", "faults", "{\"path\":\"*\",\"json_patch\":[],\"disconnect\":true}", "no disconnect"),
    ] {
        let request = Request::builder().method(method).uri(format!("/_emulator/{route}"));
        let reply = call(&app, request.body(Body::from(body)).unwrap()).await;
        assert_eq!(reply.status.as_u16(), 400, "{body}: {}", reply.text);
        let message = reply.json()["error"].as_str().unwrap().to_owned();
        assert!(message.contains(named), "{message} should contain {named}");
    }
    assert_eq!(control(&app, "GET", "faults", serde_json::Value::Null).await, serde_json::json!([]));
}
