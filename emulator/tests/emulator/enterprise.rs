//! Directories of enterprises: whoever has an address of theirs signs in there.

use axum::Router;
use serde_json::{Value, json};

use crate::journey::{BACK, DONE, consent_path, decide, location};
use crate::support::{Browser, PASSWORD, control, control_reply, fresh_app};

const SIGN_INS: &str = "/v1/client/sign_ins";
const SIGN_UPS: &str = "/v1/client/sign_ups";
const WAY: &str = "strategy=enterprise_sso&redirect_url=http://localhost:5173/sso-callback%3Fa=b\
                   &action_complete_redirect_url=http://localhost:5173/done";

/// An emulator where Big and Small have directories, and Ada of Big has an account.
async fn with_directories() -> Router {
    let app = fresh_app();
    let seed = json!({
        "settings": { "enterprise_connections": [
            { "id": "ent_big", "name": "Big & Co", "domains": ["big.com", "big.org"] },
            { "id": "ent_small", "name": "Small", "domains": ["small.com"] },
            { "id": "ent_old", "name": "Old", "domains": ["old.com"], "active": false },
        ] },
        "users": [
            { "email_address": "ada@big.com", "password": PASSWORD },
            { "email_address": "bob@example.com", "password": PASSWORD },
        ],
        "provider_accounts": [
            { "strategy": "enterprise_sso", "email_address": "ada@big.com", "first_name": "Ada" },
            { "strategy": "enterprise_sso", "email_address": "eve@big.org", "first_name": "Eve" },
            { "strategy": "enterprise_sso", "email_address": "tom@small.com" },
        ],
    });
    control(&app, "POST", "seed", seed).await;
    app
}

/// Starts a sign-in of an address, prepares it, and returns its path and the consent page's.
async fn sign_in(browser: &mut Browser, address: &str) -> (String, String) {
    let body = browser.post(SIGN_INS, &format!("{WAY}&identifier={address}")).await.ok();
    let attempt = &body["response"];
    assert_eq!((&attempt["status"], &attempt["identifier"]), (&json!("needs_first_factor"), &json!(address)));
    let factor = json!({
        "strategy": "enterprise_sso", "enterprise_connection_id": "ent_big", "enterprise_connection_name": "Big & Co",
    });
    assert_eq!(attempt["supported_first_factors"], json!([factor]));
    let path = format!("{SIGN_INS}/{}", attempt["id"].as_str().unwrap());
    let form = format!("{WAY}&enterprise_connection_id=ent_big");
    let body = browser.post(&format!("{path}/prepare_first_factor"), &form).await.ok();
    let proof = &body["response"]["first_factor_verification"];
    assert_eq!((&proof["object"], &proof["strategy"]), (&json!("verification_saml"), &json!("saml")));
    (path, consent_path(proof))
}

#[tokio::test]
async fn somebody_of_an_enterprise_signs_in_at_its_directory() {
    let app = with_directories().await;
    let mut browser = Browser::production(&app);
    let (_, consent) = sign_in(&mut browser, "ada@big.com").await;
    let page = browser.get(&consent).await.text;
    assert!(page.contains("Big &amp; Co") && page.contains("eve@big.org") && !page.contains("tom@small.com"));
    let callback = decide(&mut browser, &consent, "account=ada@big.com&decision=allow").await;
    assert_eq!(location(&browser.get(&callback).await), DONE);
    let client = browser.client().await;
    assert_eq!(client["last_authentication_strategy"], "enterprise_sso");
    let user = &client["sessions"][0]["user"];
    assert_eq!(user["external_accounts"], json!([]));
    let account = &user["enterprise_accounts"][0];
    assert_eq!(
        (&account["email_address"], &account["enterprise_connection"]["name"], &account["active"]),
        (&json!("ada@big.com"), &json!("Big & Co"), &json!(true))
    );
    assert_eq!(user["email_addresses"][0]["matches_sso_connection"], true);
}

#[tokio::test]
async fn somebody_who_is_new_here_is_transferred_to_a_sign_up() {
    let app = with_directories().await;
    let mut browser = Browser::production(&app);
    let (path, consent) = sign_in(&mut browser, "eve@big.org").await;
    let callback = decide(&mut browser, &consent, "account=eve@big.org&decision=allow").await;
    assert_eq!(location(&browser.get(&callback).await), BACK);
    let attempt = browser.get(&path).await.ok()["response"].clone();
    assert_eq!(attempt["status"], "needs_first_factor");
    assert_eq!(attempt["first_factor_verification"]["status"], "transferable");
    let body = browser.post(SIGN_UPS, "transfer=true").await.ok();
    assert_eq!(body["response"]["status"], "complete");
    assert_eq!(body["response"]["verifications"]["email_address"]["strategy"], "saml");
    let user = &body["client"]["sessions"][0]["user"];
    assert_eq!(user["enterprise_accounts"][0]["enterprise_connection_id"], "ent_big");
    assert_eq!(user["email_addresses"][0]["verification"]["object"], "verification_saml");
}

#[tokio::test]
async fn a_directory_vouches_for_its_own_domains_only() {
    let app = with_directories().await;
    let mut browser = Browser::production(&app);
    let (path, consent) = sign_in(&mut browser, "ada@big.com").await;
    let callback = decide(&mut browser, &consent, "account=bob@example.com&decision=allow").await;
    assert_eq!(location(&browser.get(&callback).await), BACK);
    let proof = browser.get(&path).await.ok()["response"]["first_factor_verification"].clone();
    assert_eq!(proof["status"], "failed");
    assert_eq!(proof["error"]["code"], "enterprise_sso_email_address_domain_mismatch");
}

#[tokio::test]
async fn people_of_an_enterprise_have_no_other_first_factor() {
    let app = with_directories().await;
    let mut browser = Browser::production(&app);
    let form = format!("identifier=ada@big.com&password={PASSWORD}");
    assert_eq!(browser.post(SIGN_INS, &form).await.error(400), "strategy_for_user_invalid");
    let body = browser.post(SIGN_INS, "identifier=ada@big.com").await.ok();
    let path = format!("{SIGN_INS}/{}", body["response"]["id"].as_str().unwrap());
    for (action, form) in [
        ("prepare_first_factor", "strategy=email_code".to_owned()),
        ("attempt_first_factor", format!("strategy=password&password={PASSWORD}")),
    ] {
        let reply = browser.post(&format!("{path}/{action}"), &form).await;
        assert_eq!(reply.error(400), "strategy_for_user_invalid", "{action}");
    }
}

#[tokio::test]
async fn wrong_connections_are_refused() {
    let app = with_directories().await;
    let mut browser = Browser::production(&app);
    for (form, status, code) in [
        ("", 422, "form_param_missing"),
        ("&identifier=ada", 422, "form_param_format_invalid"),
        ("&identifier=bob@example.com", 422, "enterprise_connection_not_found"),
        ("&identifier=x@old.com", 422, "enterprise_connection_not_found"),
    ] {
        assert_eq!(browser.post(SIGN_INS, &format!("{WAY}{form}")).await.error(status), code, "{form}");
    }
    let (path, _) = sign_in(&mut browser, "ada@big.com").await;
    for (form, status, code) in [
        (format!("{WAY}&enterprise_connection_id=ent_small"), 422, "form_resource_not_found"),
        ("strategy=enterprise_sso".to_owned(), 422, "form_param_missing"),
    ] {
        let reply = browser.post(&format!("{path}/prepare_first_factor"), &form).await;
        assert_eq!(reply.error(status), code, "{form}");
    }
}

#[tokio::test]
async fn a_sign_up_of_an_enterprise_asks_for_its_directory() {
    let app = with_directories().await;
    let mut browser = Browser::production(&app);
    let body = browser.post(SIGN_UPS, "email_address=eve@big.org").await.ok();
    assert_eq!(body["response"]["missing_fields"], json!(["password", "enterprise_sso"]));
    let path = format!("{SIGN_UPS}/{}", body["response"]["id"].as_str().unwrap());
    let list = browser.get(&format!("{path}/enterprise_connections")).await.ok()["response"].clone();
    let big =
        json!({ "id": "ent_big", "name": "Big & Co", "provider": "saml_custom", "logo_public_url": null });
    assert_eq!(list, json!([big]));
    let body = browser.post_as("PATCH", &path, WAY).await.ok();
    let consent = consent_path(&body["response"]["verifications"]["external_account"]);
    let callback = decide(&mut browser, &consent, "account=eve@big.org&decision=allow").await;
    assert_eq!(location(&browser.get(&callback).await), DONE);
    let shown = browser.get(&path).await.ok()["response"].clone();
    assert_eq!((&shown["status"], &shown["missing_fields"]), (&json!("complete"), &json!([])));

    let form = format!("{WAY}&enterprise_connection_id=ent_small");
    let body = Browser::production(&app).post(SIGN_UPS, &form).await.ok();
    assert_eq!(body["response"]["verifications"]["external_account"]["status"], "unverified");
    assert_eq!(
        Browser::production(&app).post(SIGN_UPS, WAY).await.error(422),
        "enterprise_connection_not_found"
    );
    let mut stranger = Browser::production(&app);
    assert_eq!(stranger.get(&format!("{path}/enterprise_connections")).await.error(401), "signed_out");
}

#[tokio::test]
async fn a_user_is_seeded_with_an_account_in_a_directory() {
    let app = with_directories().await;
    let user = |account: Value| json!({ "users": [{ "username": "grace", "external_accounts": [account] }] });
    let account = json!({ "strategy": "enterprise_sso", "email_address": "grace@big.com" });
    assert_eq!(control_reply(&app, "POST", "seed", user(account)).await.status.as_u16(), 400);
    let account = json!({
        "strategy": "enterprise_sso", "email_address": "grace@big.com", "enterprise_connection_id": "ent_big",
    });
    control(&app, "POST", "seed", user(account)).await;
    let mut browser = Browser::production(&app);
    let (_, consent) = sign_in(&mut browser, "new@big.com").await;
    let callback = decide(&mut browser, &consent, "account=grace@big.com&decision=allow").await;
    assert_eq!(location(&browser.get(&callback).await), DONE);
    let environment = browser.get("/v1/environment").await.ok();
    assert_eq!(environment["user_settings"]["enterprise_sso"]["enabled"], true);
}
