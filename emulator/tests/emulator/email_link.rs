//! Links by e-mail: opened in the same browser and in another one, too late, twice, and by whom they are not for.

use axum::Router;
use axum::body::Body;
use axum::http::Request;
use serde_json::{Value, json};
use url::Url;

use crate::support::{
    Browser, PASSWORD, Reply, advance_clock, call, change_settings, control, fresh_app, latest_message,
};

const ADA: &str = "ada@example.com";
const PAGE_URL: &str = "http%3A%2F%2Flocalhost%3A5173%2Fverify%3Fa%3Db%26__clerk_status%3Dold%23c";

async fn ada() -> Router {
    let app = fresh_app();
    let ada = json!({ "email_address": ADA, "password": PASSWORD, "backup_codes": ["backup-1"] });
    control(&app, "POST", "seed", json!({ "users": [ada], "settings": { "email_link": true } })).await;
    app
}

/// A link is on its way to Ada; returns the path of the sign-in, and the link's.
async fn asked(app: &Router, browser: &mut Browser) -> (String, String) {
    let form = format!("identifier={ADA}&strategy=email_link&redirect_url={PAGE_URL}");
    let attempt = browser.post("/v1/client/sign_ins", &form).await.ok()["response"].clone();
    let verification = &attempt["first_factor_verification"];
    assert_eq!(verification["object"], "verification_email_link");
    assert_eq!(
        (&verification["status"], &verification["strategy"]),
        (&json!("unverified"), &json!("email_link"))
    );
    (format!("/v1/client/sign_ins/{}", attempt["id"].as_str().unwrap()), latest_link(app).await)
}

async fn latest_link(app: &Router) -> String {
    let message = latest_message(app).await;
    assert_eq!((&message["channel"], message.get("code")), (&json!("email"), None));
    let url = Url::parse(message["url"].as_str().unwrap()).unwrap();
    format!("{}?{}", url.path(), url.query().unwrap())
}

/// What the page finds in its address after the browser has followed a link.
fn told(reply: &Reply) -> (Option<String>, Option<String>) {
    assert_eq!(reply.status.as_u16(), 303, "{}", reply.text);
    let target = Url::parse(reply.headers["location"].to_str().unwrap()).unwrap();
    assert!(target.as_str().starts_with("http://localhost:5173/verify?a=b&"), "{target}");
    assert_eq!(target.fragment(), Some("c"));
    let find = |wanted: &str| {
        let mut values = target.query_pairs().filter(|(name, _)| name == wanted);
        let value = values.next().map(|(_, value)| value.into_owned());
        assert!(values.next().is_none());
        value
    };
    (find("__clerk_status"), find("__clerk_created_session"))
}

fn status(reply: &Reply) -> String {
    let (status, session) = told(reply);
    assert_eq!(session, None);
    status.unwrap()
}

#[tokio::test]
async fn a_link_signs_in_the_browser_that_opens_it() {
    let app = ada().await;
    let mut browser = Browser::production(&app);
    let (path, link) = asked(&app, &mut browser).await;
    assert_eq!(latest_message(&app).await["kind"], "sign_in_link");
    let waiting = browser.get(&path).await.ok();
    assert_eq!(waiting["response"]["status"], "needs_first_factor");
    let before = browser.cookies["__client"].clone();
    let reply = browser.get(&link).await;
    let (status, session) = told(&reply);
    assert_eq!(status.as_deref(), Some("verified"));
    assert_ne!(browser.cookies["__client"], before, "a sign-in changes the cookie");
    let client = browser.client().await;
    assert_eq!(client["sessions"][0]["id"].as_str(), session.as_deref());
    assert_eq!(client["last_authentication_strategy"], "email_link");
    let done = browser.get(&path).await.ok()["response"].clone();
    assert_eq!(done["status"], "complete");
    assert_eq!(done["created_session_id"].as_str(), session.as_deref());
    assert_eq!(done["first_factor_verification"]["verified_at_client"], client["id"]);
}

#[tokio::test]
async fn a_link_that_is_opened_elsewhere_signs_in_the_browser_that_waits() {
    let app = ada().await;
    let mut browser = Browser::production(&app);
    let (path, link) = asked(&app, &mut browser).await;
    let mut other = Browser::production(&app);
    other.post("/v1/client/sign_ins", "").await.ok();
    let other_client = other.client().await["id"].clone();
    let reply = other.get(&link).await;
    let (status, session) = told(&reply);
    assert_eq!(status.as_deref(), Some("verified"));
    assert!(reply.set_cookie("__client").is_none());
    assert_eq!(other.client().await["sessions"], json!([]));
    // The browser that waits keeps its cookie, and finds the session whenever it looks.
    advance_clock(&app, 120_000).await;
    let body = browser.get(&path).await.ok();
    assert_eq!(body["response"]["created_session_id"].as_str(), session.as_deref());
    assert_eq!(body["response"]["first_factor_verification"]["status"], "verified");
    assert_eq!(body["response"]["first_factor_verification"]["verified_at_client"], other_client);
    assert_eq!(body["client"]["sessions"][0]["id"].as_str(), session.as_deref());
}

#[tokio::test]
async fn the_same_browser_may_be_demanded() {
    let app = ada().await;
    change_settings(&app, json!({ "email_link_same_client": true })).await;
    let mut browser = Browser::production(&app);
    let environment = browser.get("/v1/environment").await.ok();
    assert_eq!(environment["user_settings"]["attack_protection"]["email_link"]["require_same_client"], true);
    let (path, link) = asked(&app, &mut browser).await;
    let stranger = Browser::production(&app).get(&link).await;
    assert_eq!(status(&stranger), "client_mismatch");
    assert_eq!(
        browser.get(&path).await.ok()["response"]["first_factor_verification"]["status"],
        "unverified"
    );
    assert_eq!(told(&browser.get(&link).await).0.as_deref(), Some("verified"));
}

#[tokio::test]
async fn a_development_browser_is_known_by_its_token_or_by_the_cookie_of_its_page() {
    for by_cookie in [false, true] {
        let app = ada().await;
        change_settings(&app, json!({ "email_link_same_client": true })).await;
        let mut browser = Browser::development(&app).await;
        let (_, link) = asked(&app, &mut browser).await;
        assert_eq!(status(&Browser::production(&app).get(&link).await), "client_mismatch");
        let reply = if by_cookie {
            let token = browser.dev_browser.clone().unwrap();
            let request = Request::get(&link).header("cookie", format!("__clerk_db_jwt={token}"));
            call(&app, request.body(Body::empty()).unwrap()).await
        } else {
            browser.get(&link).await
        };
        let (status, session) = told(&reply);
        assert_eq!(status.as_deref(), Some("verified"), "by cookie: {by_cookie}");
        assert_eq!(browser.client().await["sessions"][0]["id"].as_str(), session.as_deref());
    }
}

#[tokio::test]
async fn a_link_is_good_once_and_for_ten_minutes() {
    let app = ada().await;
    let mut browser = Browser::production(&app);
    let (path, link) = asked(&app, &mut browser).await;
    advance_clock(&app, 600_000).await;
    assert_eq!(status(&browser.get(&link).await), "expired");
    assert_eq!(browser.get(&path).await.ok()["response"]["first_factor_verification"]["status"], "expired");
    let (_, link) = asked(&app, &mut browser).await;
    told(&browser.get(&link).await).1.unwrap();
    assert_eq!(status(&browser.get(&link).await), "failed");
    assert_eq!(browser.client().await["sessions"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn a_newer_link_and_a_newer_attempt_replace_it() {
    let app = ada().await;
    let mut browser = Browser::production(&app);
    let (path, first) = asked(&app, &mut browser).await;
    let form = format!("strategy=email_link&redirect_url={PAGE_URL}");
    browser.post(&format!("{path}/prepare_first_factor"), &form).await.ok();
    let second = latest_link(&app).await;
    assert_eq!(status(&browser.get(&first).await), "failed");
    asked(&app, &mut browser).await;
    assert_eq!(status(&browser.get(&second).await), "failed");
    assert_eq!(browser.client().await["sessions"], json!([]));
}

#[tokio::test]
async fn what_is_no_link_is_refused() {
    let app = ada().await;
    let mut browser = Browser::production(&app);
    assert_eq!(browser.get("/v1/verify").await.error(400), "missing_query_parameter");
    let (_, link) = asked(&app, &mut browser).await;
    // Of the signature, which is another one each time.
    let (before, rest) = link.split_at(link.len() - 9);
    let other = if rest.starts_with('x') { "y" } else { "x" };
    let forged = format!("{before}{other}{}", &rest[1..]);
    for path in ["/v1/verify?token=nonsense", &forged] {
        assert_eq!(browser.get(path).await.error(400), "verification_link_token_invalid", "{path}");
    }
    let session = browser.sign_in(ADA).await;
    let jwt = browser.post(&format!("/v1/client/sessions/{session}/tokens"), "").await.ok()["jwt"].clone();
    let reply = browser.get(&format!("/v1/verify?token={}", jwt.as_str().unwrap())).await;
    assert_eq!(reply.error(400), "verification_link_token_invalid");
}

#[tokio::test]
async fn a_link_has_to_lead_to_a_page() {
    let app = ada().await;
    let mut browser = Browser::production(&app);
    let body = browser.post("/v1/client/sign_ins", &format!("identifier={ADA}")).await.ok();
    let factors = body["response"]["supported_first_factors"].as_array().unwrap();
    assert!(factors.iter().any(|factor| factor["strategy"] == "email_link"));
    let path = format!("/v1/client/sign_ins/{}", body["response"]["id"].as_str().unwrap());
    for (form, code) in [
        ("strategy=email_link", "form_param_missing"),
        ("strategy=email_link&redirect_url=verify", "invalid_redirect_url"),
        ("strategy=email_link&redirect_url=javascript:alert(1)", "invalid_url_scheme"),
    ] {
        let reply = browser.post(&format!("{path}/prepare_first_factor"), form).await;
        assert_eq!(reply.error(422), code, "{form}");
    }
    let reply = browser.post(&format!("{path}/attempt_first_factor"), "strategy=email_link&code=1").await;
    assert_eq!(reply.error(422), "form_param_value_invalid");
    change_settings(&app, json!({ "email_link": false })).await;
    let form = format!("strategy=email_link&redirect_url={PAGE_URL}");
    let reply = browser.post(&format!("{path}/prepare_first_factor"), &form).await;
    assert_eq!(reply.error(422), "form_param_value_invalid");
}

#[tokio::test]
async fn a_second_factor_follows_a_link_and_may_be_one() {
    let app = ada().await;
    let settings = json!({ "second_factor_at_sign_in": true, "email_second_factors": ["email_link"] });
    change_settings(&app, settings).await;
    let mut browser = Browser::production(&app);
    let (path, link) = asked(&app, &mut browser).await;
    assert_eq!(status(&browser.get(&link).await), "verified");
    let attempt = browser.client().await["sign_in"].clone();
    assert_eq!(attempt["status"], "needs_second_factor");
    let form = format!("strategy=email_link&redirect_url={PAGE_URL}");
    browser.post(&format!("{path}/prepare_second_factor"), &form).await.ok();
    assert_eq!(latest_message(&app).await["kind"], "second_factor_link");
    let link = latest_link(&app).await;
    assert!(told(&Browser::production(&app).get(&link).await).1.is_some());
    let done = browser.get(&path).await.ok()["response"].clone();
    assert_eq!(done["second_factor_verification"]["status"], "verified");
    assert_eq!(done["status"], "complete");
}

#[tokio::test]
async fn a_link_completes_a_sign_up() {
    let app = ada().await;
    let mut browser = Browser::production(&app);
    let form = format!("email_address=eve@example.com&password={PASSWORD}");
    let attempt = browser.post("/v1/client/sign_ups", &form).await.ok()["response"].clone();
    let verification = &attempt["verifications"]["email_address"];
    assert_eq!(verification["supported_strategies"], json!(["email_code", "email_link"]));
    let path = format!("/v1/client/sign_ups/{}", attempt["id"].as_str().unwrap());
    let prepare = format!("{path}/prepare_verification");
    assert_eq!(browser.post(&prepare, "strategy=email_link").await.error(422), "form_param_missing");
    let form = format!("strategy=email_link&redirect_url={PAGE_URL}");
    let body = browser.post(&prepare, &form).await.ok();
    assert_eq!(body["response"]["verifications"]["email_address"]["strategy"], "email_link");
    assert_eq!(latest_message(&app).await["kind"], "sign_up_link");
    let link = latest_link(&app).await;
    let (status, session) = told(&browser.get(&link).await);
    assert_eq!(status.as_deref(), Some("verified"));
    let done = browser.get(&path).await.ok();
    assert_eq!(done["response"]["status"], "complete");
    assert_eq!(done["response"]["created_session_id"].as_str(), session.as_deref());
    let verified = &done["client"]["sessions"][0]["user"]["email_addresses"][0]["verification"];
    assert_eq!(verified["strategy"], "email_link");
    assert_eq!(told(&browser.get(&link).await).0.as_deref(), Some("failed"));
}

#[tokio::test]
async fn a_link_verifies_a_sign_up_that_lacks_something() {
    let app = ada().await;
    let mut browser = Browser::production(&app);
    let form = format!("email_address=eve@example.com&strategy=email_link&redirect_url={PAGE_URL}");
    browser.post("/v1/client/sign_ups", &form).await.ok();
    assert_eq!(status(&browser.get(&latest_link(&app).await).await), "verified");
    let attempt = browser.client().await["sign_up"].clone();
    assert_eq!(
        (&attempt["status"], &attempt["missing_fields"]),
        (&json!("missing_requirements"), &json!(["password"]))
    );
    assert_eq!(attempt["unverified_fields"], json!([]));
    let path = format!("/v1/client/sign_ups/{}", attempt["id"].as_str().unwrap());
    let body = browser.post_as("PATCH", &path, &format!("password={PASSWORD}")).await.ok();
    assert_eq!(body["response"]["status"], "complete");
    assert_eq!(body["client"]["sign_up"], Value::Null);
}
