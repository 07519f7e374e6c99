//! The environment, the health check and the key.

use axum::body::Body;
use axum::http::Request;
use serde_json::json;

use crate::support::{Browser, PAGE, call, change_settings, fresh_app};

#[tokio::test]
async fn production_and_development_see_different_instances() {
    let app = fresh_app();
    let production = Browser::production(&app).get("/v1/environment").await.ok();
    assert_eq!(production["display_config"]["instance_environment_type"], "production");
    assert_eq!(production["auth_config"]["test_mode"], false);
    let mut browser = Browser::development(&app).await;
    let development = browser.post_as("PATCH", "/v1/environment", "").await.ok();
    assert_eq!(development["display_config"]["instance_environment_type"], "development");
    assert_eq!(development["auth_config"]["test_mode"], true);
}

#[tokio::test]
async fn clerk_js_finds_what_it_reads() {
    let app = fresh_app();
    let environment = Browser::production(&app).get("/v1/environment").await.ok();
    assert_eq!(environment["auth_config"]["session_minter"], false);
    assert_eq!(environment["auth_config"]["single_session_mode"], false);
    assert_eq!(environment["display_config"]["sign_in_url"], format!("{PAGE}/sign-in"));
    assert_eq!(environment["display_config"]["home_url"], format!("{PAGE}/"));
    assert_eq!(environment["user_settings"]["password_settings"]["min_length"], 8);
    assert_eq!(environment["organization_settings"]["enabled"], false);
}

#[tokio::test]
async fn settings_show_in_the_environment() {
    let app = fresh_app();
    let changes = json!({
        "application_name": "Shop", "single_session_mode": true, "password": "off", "username": "off",
        "captcha_enabled": true, "verify_email_at_sign_up": false,
    });
    change_settings(&app, changes).await;
    let environment = Browser::production(&app).get("/v1/environment").await.ok();
    assert_eq!(environment["display_config"]["application_name"], "Shop");
    assert_eq!(environment["auth_config"]["single_session_mode"], true);
    assert_eq!(environment["auth_config"]["first_factors"], json!(["email_code"]));
    assert_eq!(environment["auth_config"]["identification_strategies"], json!(["email_address"]));
    assert_eq!(environment["user_settings"]["attributes"]["password"]["enabled"], false);
    assert_eq!(environment["user_settings"]["attributes"]["email_address"]["verify_at_sign_up"], false);
    assert_eq!(environment["user_settings"]["sign_up"]["captcha_enabled"], true);
}

#[tokio::test]
async fn a_page_without_origin_gets_the_emulators_own_urls() {
    let request = Request::get("/v1/environment").header("host", "fapi.test:1").header("origin", "null");
    let environment = call(&fresh_app(), request.body(Body::empty()).unwrap()).await.ok();
    assert_eq!(environment["display_config"]["home_url"], "http://fapi.test:1/");
}

#[tokio::test]
async fn health_and_key_need_nobody() {
    let app = fresh_app();
    let mut browser = Browser::production(&app);
    assert_eq!(browser.get("/v1/health").await.ok(), json!({ "status": "healthy" }));
    let jwks = browser.get("/.well-known/jwks.json").await.ok();
    assert_eq!(jwks["keys"][0]["alg"], "RS256");
    assert_eq!(jwks["keys"][0]["n"].as_str().unwrap().len(), 342);
}
