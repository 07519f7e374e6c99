//! The client: who has one, how it is recognised, and how it goes away.

use serde_json::{Value, json};

use crate::support::{Browser, advance_clock, call, change_settings, fresh_app, seed};

const DAY: i64 = 24 * 60 * 60 * 1_000;

#[tokio::test]
async fn a_visitor_has_no_client() {
    let app = fresh_app();
    let body = Browser::production(&app).get("/v1/client").await.ok();
    assert_eq!(body, json!({ "response": null, "client": null }));
    let body = Browser::development(&app).await.get("/v1/client").await.ok();
    assert_eq!(body, json!({ "response": null, "client": null }));
}

#[tokio::test]
async fn put_and_post_make_a_client_once() {
    let app = fresh_app();
    for method in ["PUT", "POST"] {
        let mut browser = Browser::production(&app);
        let reply = browser.post_as(method, "/v1/client", "").await;
        let cookie = reply.set_cookie("__client").unwrap();
        assert!(cookie.contains("; HttpOnly") && cookie.contains("; Path=/"), "{cookie}");
        assert!(cookie.contains("; SameSite=Lax") && cookie.contains("; Max-Age=31536000"), "{cookie}");
        assert!(!cookie.contains("Secure"), "{cookie}");
        assert!(reply.set_cookie("__client_uat").unwrap().starts_with("__client_uat=0;"));
        let made = reply.ok()["response"].clone();
        assert_eq!(made["sign_in"], Value::Null);
        assert_eq!(made["captcha_bypass"], false);
        let again = browser.post_as(method, "/v1/client", "").await.ok();
        assert_eq!(again["response"]["id"], made["id"]);
        assert_eq!(browser.client().await["id"], made["id"]);
    }
}

#[tokio::test]
async fn cookies_are_secure_behind_https() {
    let request = axum::http::Request::put("/v1/client").header("x-forwarded-proto", "https");
    let reply = call(&fresh_app(), request.body(axum::body::Body::empty()).unwrap()).await;
    assert!(reply.set_cookie("__client").unwrap().contains("; Secure"));
}

#[tokio::test]
async fn a_development_client_needs_no_cookie() {
    let app = fresh_app();
    let mut browser = Browser::development(&app).await;
    let reply = browser.post_as("PUT", "/v1/client", "").await;
    assert_eq!(reply.headers["clerk-db-jwt"].to_str().unwrap(), browser.dev_browser.as_deref().unwrap());
    assert!(reply.set_cookie("__client").is_none());
    let id = reply.ok()["response"]["id"].clone();
    assert_eq!(browser.client().await["id"], id);
}

#[tokio::test]
async fn the_published_name_of_the_development_token_works_too() {
    let app = fresh_app();
    let mut browser = Browser::development(&app).await;
    browser.post_as("PUT", "/v1/client", "").await.ok();
    let mut plain = Browser::production(&app);
    let token = browser.dev_browser.clone().unwrap();
    let body = plain.get(&format!("/v1/client?__dev_session={token}")).await.ok();
    assert_eq!(body["response"]["id"], browser.client().await["id"]);
}

#[tokio::test]
async fn an_unknown_development_browser_is_unauthenticated() {
    let app = fresh_app();
    let mut browser = Browser::production(&app);
    browser.dev_browser = Some("dvb_unknown".into());
    for (method, path) in [
        ("GET", "/v1/client"),
        ("PATCH", "/v1/environment"),
        ("POST", "/v1/client/sign_ins"),
        ("POST", "/v1/client/verify"),
    ] {
        assert_eq!(browser.send(method, path, "").await.error(401), "dev_browser_unauthenticated");
    }
    // It must be able to get a new token.
    browser.post("/v1/dev_browser", "").await.ok();
}

#[tokio::test]
async fn a_made_up_cookie_is_no_client() {
    let app = fresh_app();
    let mut browser = Browser::production(&app);
    browser.post_as("PUT", "/v1/client", "").await.ok();
    let id = browser.client().await["id"].as_str().unwrap().to_owned();
    for made_up in ["", "x", &id, &format!("{id}."), &format!("{id}.guess"), "client_1.%00"] {
        let mut thief = Browser::production(&app);
        thief.cookies.insert("__client".into(), made_up.to_owned());
        assert_eq!(thief.client().await, Value::Null, "{made_up}");
    }
}

#[tokio::test]
async fn signing_in_rotates_the_cookie() {
    let app = fresh_app();
    seed(&app, &["ada@example.com"]).await;
    let mut browser = Browser::production(&app);
    browser.post_as("PUT", "/v1/client", "").await.ok();
    let mut planted = Browser::production(&app);
    planted.cookies = browser.cookies.clone();
    browser.sign_in("ada@example.com").await;
    assert_ne!(browser.cookies["__client"], planted.cookies["__client"]);
    assert_ne!(browser.cookies["__client_uat"], "0");
    assert!(planted.client().await.is_object(), "requests on their way are still served");
    advance_clock(&app, 61_000).await;
    assert_eq!(planted.client().await, Value::Null);
    assert!(browser.client().await.is_object());
}

#[tokio::test]
async fn a_cookie_that_ran_out_is_no_client() {
    let app = fresh_app();
    change_settings(&app, json!({ "cookie_lifetime_days": 10 })).await;
    let mut browser = Browser::production(&app);
    browser.post_as("PUT", "/v1/client", "").await.ok();
    let expiry = browser.client().await["cookie_expires_at"].as_i64().unwrap();
    advance_clock(&app, 5 * DAY).await;
    let reply =
        browser.get("/v1/client/touch?redirect_url=http%3A%2F%2Flocalhost%3A5173%2Fa%3Fb%3D1%2C2").await;
    assert_eq!(reply.status.as_u16(), 307);
    assert_eq!(reply.headers["location"].to_str().unwrap(), "http://localhost:5173/a?b=1,2");
    let renewed = browser.client().await["cookie_expires_at"].as_i64().unwrap();
    assert!((renewed - expiry - 5 * DAY).abs() < 60_000);
    advance_clock(&app, 10 * DAY + 60_000).await;
    assert_eq!(browser.client().await, Value::Null);
}

#[tokio::test]
async fn touch_and_sync_send_nobody_to_what_is_no_web_page() {
    let app = fresh_app();
    let mut browser = Browser::production(&app);
    for (query, status, code) in [
        ("", 400, "missing_query_parameter"),
        ("?redirect_url=", 400, "missing_query_parameter"),
        ("?redirect_url=javascript:alert(1)", 422, "invalid_url_scheme"),
        ("?redirect_url=data:text/html,x", 422, "invalid_url_scheme"),
        ("?redirect_url=//evil.example", 422, "invalid_redirect_url"),
        ("?redirect_url=nowhere", 422, "invalid_redirect_url"),
        ("?redirect_url=http%3A%2F%2Fa%2F&redirect_url=http%3A%2F%2Fb%2F", 422, "form_param_duplicate"),
    ] {
        for route in ["touch", "sync"] {
            let reply = browser.get(&format!("/v1/client/{route}{query}")).await;
            assert_eq!(reply.error(status), code, "{route}{query}");
            assert!(!reply.headers.contains_key("location"));
        }
    }
    let reply = browser.get("/v1/client/touch?redirect_url=https%3A%2F%2Fa.example%0d%0aX-Evil%3A1").await;
    assert!(!reply.headers.contains_key("x-evil"));
}

#[tokio::test]
async fn a_satellite_is_sent_back() {
    let app = fresh_app();
    let mut browser = Browser::production(&app);
    let page = "http%3A%2F%2Flocalhost%3A5173%2Fa%3Fb%3D1%252C2%26__clerk_synced%3Dfalse%23c";
    let reply = browser.get(&format!("/v1/client/sync?redirect_url={page}")).await;
    assert_eq!(reply.status.as_u16(), 307);
    let location = reply.headers["location"].to_str().unwrap();
    assert_eq!(location, "http://localhost:5173/a?b=1%2C2&__clerk_synced=true#c");
}

#[tokio::test]
async fn an_instance_without_captchas_takes_the_word_of_a_page_that_cannot_show_one() {
    let app = fresh_app();
    let mut browser = Browser::production(&app);
    let form = "captcha_error=captcha_unavailable&captcha_action=verify";
    assert_eq!(browser.post("/v1/client/verify", form).await.ok()["response"]["captcha_bypass"], true);
    change_settings(&app, json!({ "captcha_enabled": true })).await;
    assert_eq!(browser.post("/v1/client/verify", form).await.error(400), "captcha_invalid");
}

#[tokio::test]
async fn a_solved_captcha_spares_the_next_one() {
    let app = fresh_app();
    let mut browser = Browser::production(&app);
    assert_eq!(browser.post("/v1/client/verify", "").await.error(400), "captcha_missing_token");
    assert_eq!(browser.post("/v1/client/verify", "captcha_token=").await.error(400), "captcha_missing_token");
    assert_eq!(browser.post("/v1/client/verify", "captcha_error=300").await.error(400), "captcha_invalid");
    let form = "captcha_token=t&captcha_widget_type=invisible&captcha_action=verify";
    let body = browser.post("/v1/client/verify", form).await.ok();
    assert_eq!(body["response"]["captcha_bypass"], true);
    assert_eq!(browser.client().await["captcha_bypass"], true);
}

#[tokio::test]
async fn destroying_a_client_signs_everybody_out_and_takes_the_cookie() {
    let app = fresh_app();
    seed(&app, &["ada@example.com"]).await;
    let mut browser = Browser::production(&app);
    assert_eq!(browser.post_as("DELETE", "/v1/client", "").await.error(404), "resource_not_found");
    browser.sign_in("ada@example.com").await;
    let reply = browser.post_as("DELETE", "/v1/client", "").await;
    assert!(reply.set_cookie("__client").unwrap().contains("Max-Age=0"));
    assert!(reply.set_cookie("__client_uat").unwrap().starts_with("__client_uat=0;"));
    let body = reply.ok();
    assert_eq!(body["response"]["sessions"], json!([]));
    assert_eq!(body["client"], Value::Null);
    assert_eq!(browser.client().await, Value::Null);
}

#[tokio::test]
async fn a_development_browser_outlives_its_client() {
    let app = fresh_app();
    seed(&app, &["ada@example.com"]).await;
    let mut browser = Browser::development(&app).await;
    browser.sign_in("ada@example.com").await;
    let first = browser.client().await["id"].clone();
    browser.send("DELETE", "/v1/client", "").await.ok();
    assert_eq!(browser.client().await, Value::Null);
    browser.sign_in("ada@example.com").await;
    assert_ne!(browser.client().await["id"], first);
}
