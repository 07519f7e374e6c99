//! Accounts at providers: asked for, refused, unknown, linked, and transferred both ways.

use axum::Router;
use axum::http::StatusCode;
use serde_json::{Value, json};

use crate::journey::{BACK, DONE, consent_path, decide, location};
use crate::support::{Browser, PASSWORD, advance_clock, change_settings, control, control_reply, fresh_app};

const SIGN_INS: &str = "/v1/client/sign_ins";
const SIGN_UPS: &str = "/v1/client/sign_ups";
const WAY: &str = "strategy=oauth_google&redirect_url=http://localhost:5173/sso-callback%3Fa=b\
                   &action_complete_redirect_url=http://localhost:5173/done";

/// An emulator where people sign in by Google, and where Ada does.
async fn with_google() -> Router {
    let app = fresh_app();
    let google = json!({
        "strategy": "oauth_google", "provider_user_id": "g-1", "email_address": "ada@gmail.com",
        "first_name": "Ada", "last_name": "Lovelace",
    });
    let seed = json!({
        "settings": { "social_providers": ["oauth_google", "oauth_github"] },
        "users": [
            { "email_address": "ada@example.com", "password": PASSWORD, "external_accounts": [google] },
            { "email_address": "bob@example.com", "password": PASSWORD },
        ],
        "provider_accounts": [{
            "strategy": "oauth_google", "provider_user_id": "g-9", "email_address": "eve@gmail.com",
            "first_name": "Eve", "last_name": "<Moneypenny>",
        }],
    });
    control(&app, "POST", "seed", seed).await;
    app
}

/// Starts a sign-in by Google; returns its path and the consent page's.
async fn sign_in(browser: &mut Browser) -> (String, String) {
    let body = browser.post(SIGN_INS, WAY).await.ok();
    let attempt = &body["response"];
    assert_eq!(attempt["status"], "needs_identifier");
    assert_eq!(attempt["first_factor_verification"]["strategy"], "oauth_google");
    let path = format!("{SIGN_INS}/{}", attempt["id"].as_str().unwrap());
    (path, consent_path(&attempt["first_factor_verification"]))
}

/// Goes the whole way of a sign-in, and returns where the browser ends.
async fn sign_in_as(browser: &mut Browser, form: &str) -> (String, String) {
    let (path, consent) = sign_in(browser).await;
    let callback = decide(browser, &consent, form).await;
    (path, location(&browser.get(&callback).await))
}

async fn sign_up_as(browser: &mut Browser, extra: &str, form: &str) -> (String, String) {
    let body = browser.post(SIGN_UPS, &format!("{WAY}{extra}")).await.ok();
    let path = format!("{SIGN_UPS}/{}", body["response"]["id"].as_str().unwrap());
    let consent = consent_path(&body["response"]["verifications"]["external_account"]);
    let callback = decide(browser, &consent, form).await;
    (path, location(&browser.get(&callback).await))
}

async fn read(browser: &mut Browser, path: &str) -> Value {
    browser.get(path).await.ok()["response"].clone()
}

#[tokio::test]
async fn somebody_whose_account_is_linked_is_signed_in() {
    let app = with_google().await;
    for mut browser in [Browser::production(&app), Browser::development(&app).await] {
        let (path, end) = sign_in_as(&mut browser, "account=g-1&decision=allow").await;
        assert_eq!(end, DONE);
        let attempt = read(&mut browser, &path).await;
        assert_eq!(
            (&attempt["status"], &attempt["identifier"]),
            (&json!("complete"), &json!("ada@example.com"))
        );
        assert_eq!(attempt["first_factor_verification"]["status"], "verified");
        let client = browser.client().await;
        assert_eq!(client["last_active_session_id"], attempt["created_session_id"]);
        assert_eq!(client["last_authentication_strategy"], "oauth_google");
        let account = &client["sessions"][0]["user"]["external_accounts"][0];
        assert_eq!(
            (&account["provider"], &account["provider_user_id"]),
            (&json!("oauth_google"), &json!("g-1"))
        );
    }
}

#[tokio::test]
async fn the_consent_page_offers_the_accounts_that_there_are() {
    let app = with_google().await;
    let mut browser = Browser::production(&app);
    let (_, consent) = sign_in(&mut browser).await;
    let page = browser.get(&consent).await.text;
    for part in ["Ada Lovelace", "eve@gmail.com", "&lt;Moneypenny&gt;", "Emulated application", "Google"] {
        assert!(page.contains(part), "{part} in {page}");
    }
    assert!(!page.contains("bob@example.com"));
    for (path, form) in [
        (consent.replace("state=", "state=x"), "account=g-1&decision=allow"),
        (consent.replace("oauth_google", "oauth_github"), "account=g-1&decision=allow"),
        (consent.clone(), "account=g-7&decision=allow"),
        (consent.clone(), "account=g-1"),
        (consent.clone(), "decision=allow"),
    ] {
        assert_eq!(browser.post(&path, form).await.status.as_u16(), 400, "{path} {form}");
    }
}

#[tokio::test]
async fn an_address_that_both_have_proven_links_the_account() {
    let app = with_google().await;
    let mut browser = Browser::production(&app);
    let (_, end) = sign_in_as(&mut browser, "account=BOB@example.com&first_name=Bob&decision=allow").await;
    assert_eq!(end, DONE);
    let user = browser.client().await["sessions"][0]["user"].clone();
    assert_eq!(user["external_accounts"][0]["email_address"], "bob@example.com");
    assert_eq!(user["email_addresses"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn an_address_that_the_provider_has_not_proven_asks_for_another_proof() {
    let app = with_google().await;
    let mut browser = Browser::production(&app);
    let form = "account=bob@example.com&email_address_verified=false&decision=allow";
    let (path, end) = sign_in_as(&mut browser, form).await;
    assert_eq!(end, BACK);
    let attempt = read(&mut browser, &path).await;
    assert_eq!(attempt["status"], "needs_first_factor");
    let form = format!("strategy=password&password={PASSWORD}");
    let body = browser.post(&format!("{path}/attempt_first_factor"), &form).await.ok();
    assert_eq!(body["response"]["status"], "complete");
    assert_eq!(body["client"]["sessions"][0]["user"]["external_accounts"], json!([]));
}

#[tokio::test]
async fn somebody_unknown_is_transferred_to_a_sign_up() {
    let app = with_google().await;
    let mut browser = Browser::production(&app);
    let (path, end) = sign_in_as(&mut browser, "account=g-9&decision=allow").await;
    assert_eq!(end, BACK);
    let attempt = read(&mut browser, &path).await;
    assert_eq!(attempt["status"], "needs_identifier");
    let proof = &attempt["first_factor_verification"];
    assert_eq!(
        (&proof["status"], &proof["error"]["code"]),
        (&json!("transferable"), &json!("external_account_not_found"))
    );
    let body = browser.post(SIGN_UPS, "transfer=true&unsafe_metadata=%7B%22a%22:1%7D").await.ok();
    let made = &body["response"];
    assert_eq!(made["status"], "complete");
    assert_eq!(made["verifications"]["external_account"]["status"], "verified");
    assert_eq!(made["verifications"]["email_address"]["strategy"], "from_oauth_google");
    assert_eq!((&body["client"]["sign_in"], &body["client"]["sign_up"]), (&Value::Null, &Value::Null));
    let user = &body["client"]["sessions"][0]["user"];
    assert_eq!((&user["first_name"], &user["unsafe_metadata"]), (&json!("Eve"), &json!({ "a": 1 })));
    assert_eq!(user["email_addresses"][0]["verification"]["strategy"], "from_oauth_google");
    assert_eq!(user["external_accounts"][0]["provider_user_id"], "g-9");
    let (_, end) = sign_in_as(&mut Browser::production(&app), "account=g-9&decision=allow").await;
    assert_eq!(end, DONE);
}

#[tokio::test]
async fn somebody_who_signs_up_again_is_transferred_to_a_sign_in() {
    let app = with_google().await;
    let mut browser = Browser::production(&app);
    let (path, end) = sign_up_as(&mut browser, "", "account=g-1&decision=allow").await;
    assert_eq!(end, BACK);
    let proof = read(&mut browser, &path).await["verifications"]["external_account"].clone();
    assert_eq!(
        (&proof["status"], &proof["error"]["code"]),
        (&json!("transferable"), &json!("external_account_exists"))
    );
    let body = browser.post(SIGN_INS, "transfer=true&locale=de").await.ok();
    assert_eq!(body["response"]["status"], "complete");
    assert_eq!(body["response"]["first_factor_verification"]["strategy"], "oauth_google");
    assert_eq!((&body["client"]["sign_in"], &body["client"]["sign_up"]), (&Value::Null, &Value::Null));
    assert_eq!(browser.post(SIGN_INS, "transfer=true").await.error(400), "account_transfer_invalid");
}

#[tokio::test]
async fn nothing_is_transferred_where_nothing_was_refused() {
    let app = with_google().await;
    let mut browser = Browser::production(&app);
    for path in [SIGN_INS, SIGN_UPS] {
        assert_eq!(browser.post(path, "transfer=true").await.error(400), "account_transfer_invalid");
    }
    sign_in(&mut browser).await;
    assert_eq!(browser.post(SIGN_UPS, "transfer=true").await.error(400), "account_transfer_invalid");
    browser.post(SIGN_UPS, WAY).await.ok();
    assert_eq!(browser.post(SIGN_INS, "transfer=true").await.error(400), "account_transfer_invalid");
}

#[tokio::test]
async fn whoever_refuses_is_not_signed_in() {
    let app = with_google().await;
    let mut browser = Browser::production(&app);
    let (path, end) = sign_in_as(&mut browser, "decision=deny").await;
    assert_eq!(end, BACK);
    let proof = read(&mut browser, &path).await["first_factor_verification"].clone();
    assert_eq!(
        (&proof["status"], &proof["error"]["code"]),
        (&json!("failed"), &json!("oauth_access_denied"))
    );
    assert_eq!(proof["error"]["long_message"], "You did not grant access to your Google account");
    let (path, _) = sign_up_as(&mut browser, "", "decision=deny").await;
    let proof = read(&mut browser, &path).await["verifications"]["external_account"].clone();
    assert_eq!(
        (&proof["status"], &proof["error"]["code"]),
        (&json!("failed"), &json!("oauth_access_denied"))
    );
    assert_eq!(browser.client().await["sessions"], json!([]));
}

#[tokio::test]
async fn whoever_is_signed_in_already_gets_the_session() {
    let app = with_google().await;
    let mut browser = Browser::production(&app);
    let session = browser.sign_in("ada@example.com").await;
    let (path, end) = sign_in_as(&mut browser, "account=g-1&decision=allow").await;
    assert_eq!(end, BACK);
    let proof = read(&mut browser, &path).await["first_factor_verification"].clone();
    assert_eq!(proof["status"], "failed");
    assert_eq!(proof["error"]["code"], "identifier_already_signed_in");
    assert_eq!(proof["error"]["meta"]["session_id"], json!(session));
    let (path, _) = sign_up_as(&mut browser, "", "account=g-1&decision=allow").await;
    let proof = read(&mut browser, &path).await["verifications"]["external_account"].clone();
    assert_eq!(proof["error"]["meta"]["session_id"], json!(session));
}

#[tokio::test]
async fn a_locked_user_is_not_let_in_by_a_provider() {
    let app = with_google().await;
    change_settings(&app, json!({ "lockout_max_attempts": 1 })).await;
    let mut browser = Browser::production(&app);
    browser.post(SIGN_INS, "identifier=ada@example.com&password=wrong-horse").await.error(422);
    let (path, _) = sign_in_as(&mut browser, "account=g-1&decision=allow").await;
    let proof = read(&mut browser, &path).await["first_factor_verification"].clone();
    assert_eq!((&proof["status"], &proof["error"]["code"]), (&json!("failed"), &json!("user_locked")));
}

#[tokio::test]
async fn a_sign_up_lacks_what_the_provider_does_not_say() {
    let app = with_google().await;
    change_settings(&app, json!({ "username": "required" })).await;
    let mut browser = Browser::production(&app);
    let (path, end) = sign_up_as(&mut browser, "&legal_accepted=true", "account=g-9&decision=allow").await;
    assert_eq!(end, BACK);
    let attempt = read(&mut browser, &path).await;
    assert_eq!(
        (&attempt["status"], &attempt["missing_fields"]),
        (&json!("missing_requirements"), &json!(["username"]))
    );
    assert_eq!(attempt["verifications"]["external_account"]["status"], "verified");
    assert_eq!(attempt["unverified_fields"], json!([]));
    let body = browser.post_as("PATCH", &path, "username=moneypenny").await.ok();
    assert_eq!(body["response"]["status"], "complete");
    let user = &body["client"]["sessions"][0]["user"];
    assert_eq!(
        (&user["username"], &user["external_accounts"][0]["provider_user_id"]),
        (&json!("moneypenny"), &json!("g-9"))
    );
}

#[tokio::test]
async fn an_address_that_no_provider_has_proven_gets_a_code() {
    let app = with_google().await;
    let mut browser = Browser::production(&app);
    let form = "account=new@gmail.com&email_address_verified=false&decision=allow";
    let (path, _) = sign_up_as(&mut browser, "", form).await;
    let attempt = read(&mut browser, &path).await;
    assert_eq!(
        (&attempt["missing_fields"], &attempt["unverified_fields"]),
        (&json!([]), &json!(["email_address"]))
    );
}

#[tokio::test]
async fn a_sign_up_that_was_begun_goes_on_at_a_provider() {
    let app = with_google().await;
    let mut browser = Browser::production(&app);
    let body = browser.post(SIGN_UPS, "email_address=eve@gmail.com").await.ok();
    let path = format!("{SIGN_UPS}/{}", body["response"]["id"].as_str().unwrap());
    let body = browser.post_as("PATCH", &path, WAY).await.ok();
    let consent = consent_path(&body["response"]["verifications"]["external_account"]);
    assert!(consent.contains("login_hint=eve%40gmail.com"));
    let callback = decide(&mut browser, &consent, "account=g-9&decision=allow").await;
    assert_eq!(location(&browser.get(&callback).await), DONE);
}

#[tokio::test]
async fn a_script_may_go_the_way_of_the_browser() {
    let app = with_google().await;
    let mut browser = Browser::production(&app);
    let (_, consent) = sign_in(&mut browser).await;
    browser.accept = Some("application/json");
    let body = browser.post(&consent, "account=g-1&decision=allow").await.ok();
    let callback =
        body["redirect_url"].as_str().unwrap().strip_prefix("http://localhost:4700").unwrap().to_owned();
    assert_eq!(browser.get(&callback).await.ok(), json!({ "redirect_url": DONE }));
}

#[tokio::test]
async fn a_callback_is_good_once_for_its_browser_in_time_and_for_the_current_attempt() {
    let app = with_google().await;
    let mut browser = Browser::production(&app);
    let (path, consent) = sign_in(&mut browser).await;
    let callback = decide(&mut browser, &consent, "account=g-1&decision=allow").await;
    let mut stranger = Browser::production(&app);
    assert_eq!(stranger.get(&callback).await.error(403), "authorization_invalid");
    stranger.sign_in("bob@example.com").await;
    assert_eq!(stranger.get(&callback).await.error(403), "authorization_invalid");
    for (wrong, status, code) in [
        (callback.replace("code=", "code=x"), 400, "invalid_query_parameter_value"),
        (callback.replace("state=", "state=x"), 400, "invalid_query_parameter_value"),
        (callback.split("&code").next().unwrap().to_owned(), 400, "missing_query_parameter"),
        ("/v1/oauth_callback".to_owned(), 400, "missing_query_parameter"),
    ] {
        assert_eq!(browser.get(&wrong).await.error(status), code, "{wrong}");
    }
    assert_eq!(location(&browser.get(&callback).await), DONE);
    assert_eq!(browser.get(&callback).await.error(400), "verification_already_verified");

    let mut browser = Browser::production(&app);
    let (_, consent) = sign_in(&mut browser).await;
    sign_in(&mut browser).await;
    let callback = decide(&mut browser, &consent, "account=g-1&decision=allow").await;
    assert_eq!(browser.get(&callback).await.error(403), "resource_forbidden");

    let (path_in_time, consent) = sign_in(&mut browser).await;
    advance_clock(&app, 600_000).await;
    let callback = decide(&mut browser, &consent, "account=g-1&decision=allow").await;
    assert_eq!(location(&browser.get(&callback).await), BACK);
    assert_eq!(read(&mut browser, &path_in_time).await["first_factor_verification"]["status"], "expired");
    assert_ne!(path, path_in_time);
}

#[tokio::test]
async fn a_provider_that_posts_is_sent_to_the_same_callback() {
    let app = with_google().await;
    let mut browser = Browser::production(&app);
    let (_, consent) = sign_in(&mut browser).await;
    let callback = decide(&mut browser, &consent, "account=g-1&decision=allow").await;
    let (path, query) = callback.split_once('?').unwrap();
    let again = location(&browser.post(path, query).await);
    assert_eq!(again, format!("http://localhost:4700{callback}"));
}

#[tokio::test]
async fn an_attempt_may_be_prepared_for_a_provider() {
    let app = with_google().await;
    let mut browser = Browser::production(&app);
    let body = browser.post(SIGN_INS, "identifier=ada@example.com").await.ok();
    let path = format!("{SIGN_INS}/{}", body["response"]["id"].as_str().unwrap());
    let body = browser.post(&format!("{path}/prepare_first_factor"), WAY).await.ok();
    let consent = consent_path(&body["response"]["first_factor_verification"]);
    let callback = decide(&mut browser, &consent, "account=g-1&decision=allow").await;
    assert_eq!(location(&browser.get(&callback).await), DONE);
}

#[tokio::test]
async fn wrong_ways_are_refused() {
    let app = with_google().await;
    let mut browser = Browser::production(&app);
    for (form, status, code) in [
        ("strategy=oauth_google", 422, "form_param_missing"),
        ("strategy=oauth_google&redirect_url=", 422, "form_param_nil"),
        ("strategy=oauth_google&redirect_url=nonsense", 422, "invalid_redirect_url"),
        ("strategy=oauth_google&redirect_url=javascript:alert(1)", 422, "invalid_url_scheme"),
        ("strategy=oauth_discord&redirect_url=http://localhost/", 422, "form_param_value_invalid"),
        ("strategy=oauth_token_google&token=t", 501, "not_implemented_by_emulator"),
    ] {
        for path in [SIGN_INS, SIGN_UPS] {
            let form =
                if path == SIGN_INS { format!("{form}&identifier=ada@example.com") } else { form.to_owned() };
            assert_eq!(browser.post(path, &form).await.error(status), code, "{path} {form}");
        }
    }
    assert_eq!(browser.client().await["sign_in"], Value::Null);
}

#[tokio::test]
async fn the_environment_names_the_providers() {
    let app = with_google().await;
    let environment = Browser::production(&app).get("/v1/environment").await.ok();
    let social = &environment["user_settings"]["social"];
    assert_eq!(
        (&social["oauth_google"]["enabled"], &social["oauth_github"]["name"]),
        (&json!(true), &json!("Github"))
    );
}

#[tokio::test]
async fn wrong_seeds_of_accounts_are_refused() {
    let app = fresh_app();
    for account in [
        json!({ "strategy": "google", "email_address": "a@b.c" }),
        json!({ "strategy": "oauth_google", "email_address": "a" }),
        json!({ "strategy": "oauth_google", "email_address": "a@b.c", "age": 7 }),
    ] {
        let user = json!({ "username": "grace", "external_accounts": [account] });
        for seed in [json!({ "provider_accounts": [account] }), json!({ "users": [user] })] {
            assert_eq!(control_reply(&app, "POST", "seed", seed).await.status.as_u16(), 400);
        }
    }
}

/// The page of a popup has no client to ask: it is told, and tells the page that has opened it.
#[tokio::test]
async fn a_popup_is_told_of_the_session() {
    let app = with_google().await;
    let mut browser = Browser::production(&app);
    let portal = "https://accounts.example.com/popup-callback";
    let form = format!(
        "strategy=oauth_google&redirect_url={portal}%3Freturn_url=http://localhost:5173/sso&action_complete_redirect_url={portal}"
    );
    for (decision, expected) in [
        (
            "decision=deny",
            "https://accounts.example.com/popup-callback?return_url=http://localhost:5173/sso".to_owned(),
        ),
        (
            "account=g-1&decision=allow",
            "https://accounts.example.com/popup-callback?__clerk_created_session=sess_".to_owned(),
        ),
    ] {
        let body = browser.post(SIGN_INS, &form).await.ok();
        let consent = consent_path(&body["response"]["first_factor_verification"]);
        let callback = decide(&mut browser, &consent, decision).await;
        let reply = browser.get(&callback).await;
        assert_eq!(reply.status, StatusCode::OK);
        assert!(reply.text.contains(&format!("url={expected}")), "{}", reply.text);
    }
    let page = browser.get("/popup-callback?return_url=http://localhost:5173/sso").await;
    assert!(page.text.contains("window.opener"));
}
