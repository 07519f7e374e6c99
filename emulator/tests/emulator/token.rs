//! Tokens, verified as a backend would: with the published key and another library.

use jsonwebtoken::jwk::JwkSet;
use jsonwebtoken::{Algorithm, DecodingKey, TokenData, Validation, decode, decode_header};
use serde_json::{Value, json};

use crate::support::{Browser, PAGE, advance_clock, change_settings, control, fresh_app, seed};

async fn signed_in() -> (Browser, String) {
    let app = fresh_app();
    seed(&app, &["ada@example.com"]).await;
    let mut browser = Browser::production(&app);
    let session = browser.sign_in("ada@example.com").await;
    (browser, session)
}

async fn mint(browser: &mut Browser, path: &str) -> String {
    let body = browser.post(path, "organization_id=").await.ok();
    assert_eq!(body["object"], "token");
    body["jwt"].as_str().unwrap().to_owned()
}

/// Verifies with the JWKS, as of the virtual clock.
async fn verify(browser: &mut Browser, jwt: &str) -> TokenData<Value> {
    let jwks: JwkSet = serde_json::from_value(browser.get("/.well-known/jwks.json").await.ok()).unwrap();
    let kid = decode_header(jwt).unwrap().kid.unwrap();
    let key = DecodingKey::from_jwk(jwks.find(&kid).unwrap()).unwrap();
    let mut validation = Validation::new(Algorithm::RS256);
    validation.validate_exp = false;
    validation.validate_aud = false;
    decode::<Value>(jwt, &key, &validation).unwrap()
}

async fn now_s(browser: &Browser) -> i64 {
    control(&browser.app, "GET", "clock", Value::Null).await["now_ms"].as_i64().unwrap() / 1_000
}

#[tokio::test]
async fn a_session_token_verifies_and_has_clerks_claims() {
    let (mut browser, session) = signed_in().await;
    let jwt = mint(&mut browser, &format!("/v1/client/sessions/{session}/tokens")).await;
    let token = verify(&mut browser, &jwt).await;
    let (claims, user) = (token.claims, browser.client().await["sessions"][0]["user"]["id"].clone());
    let issued_at = claims["iat"].as_i64().unwrap();
    assert!((issued_at - now_s(&browser).await).abs() <= 1);
    assert_eq!(claims["exp"], json!(issued_at + 60));
    assert_eq!(claims["nbf"], json!(issued_at - 10));
    assert_eq!((&claims["sid"], &claims["sub"]), (&json!(session), &user));
    assert_eq!(claims["azp"], PAGE);
    assert_eq!(claims["iss"], "http://localhost:4700");
    assert_eq!(
        (&claims["sts"], &claims["v"], &claims["fva"]),
        (&json!("active"), &json!(2), &json!([0, -1]))
    );
    assert_eq!(token.header.typ.as_deref(), Some("JWT"));
    let header = decode_header(&jwt).unwrap();
    let header = serde_json::to_value(header).unwrap();
    assert_eq!(header["oiat"], json!(issued_at));
    assert!(header["cat"].as_str().unwrap().starts_with("cl_"));
    assert!(header["kid"].as_str().unwrap().starts_with("ins_"));
}

#[tokio::test]
async fn the_clients_sessions_carry_tokens_that_verify() {
    let (mut browser, session) = signed_in().await;
    let client = browser.client().await;
    let jwt = client["sessions"][0]["last_active_token"]["jwt"].as_str().unwrap();
    assert_eq!(verify(&mut browser, jwt).await.claims["sid"], json!(session));
}

#[tokio::test]
async fn a_forged_token_does_not_verify() {
    let (mut browser, session) = signed_in().await;
    let jwt = mint(&mut browser, &format!("/v1/client/sessions/{session}/tokens")).await;
    let jwks: JwkSet = serde_json::from_value(browser.get("/.well-known/jwks.json").await.ok()).unwrap();
    let key = DecodingKey::from_jwk(&jwks.keys[0]).unwrap();
    let mut parts: Vec<String> = jwt.split('.').map(str::to_owned).collect();
    parts[1].insert(4, 'A');
    assert!(decode::<Value>(&parts.join("."), &key, &Validation::new(Algorithm::RS256)).is_err());
}

#[tokio::test]
async fn tokens_follow_the_virtual_clock_and_their_lifetime() {
    let (mut browser, session) = signed_in().await;
    change_settings(&browser.app, json!({ "token_lifetime_s": 5, "issuer": "https://clerk.example.com" }))
        .await;
    advance_clock(&browser.app, 3_600_000).await;
    let jwt = mint(&mut browser, &format!("/v1/client/sessions/{session}/tokens")).await;
    let claims = verify(&mut browser, &jwt).await.claims;
    assert_eq!(claims["exp"].as_i64().unwrap() - claims["iat"].as_i64().unwrap(), 5);
    assert!((claims["iat"].as_i64().unwrap() - now_s(&browser).await).abs() <= 1);
    assert_eq!(claims["fva"], json!([60, -1]));
    let header = serde_json::to_value(decode_header(&jwt).unwrap()).unwrap();
    assert_eq!(header["oiat"], claims["iat"]);
    assert_eq!(claims["iss"], "https://clerk.example.com");
}

#[tokio::test]
async fn a_template_adds_its_claims() {
    let (mut browser, session) = signed_in().await;
    let template = json!({ "lifetime_s": 600, "claims": {
        "role": "authenticated", "email": "{{user.primary_email_address}}", "sub": "mallory",
    } });
    change_settings(&browser.app, json!({ "jwt_templates": { "sup a/base": template } })).await;
    let jwt = mint(&mut browser, &format!("/v1/client/sessions/{session}/tokens/sup%20a%2Fbase")).await;
    let claims = verify(&mut browser, &jwt).await.claims;
    assert_eq!((&claims["role"], &claims["email"]), (&json!("authenticated"), &json!("ada@example.com")));
    assert_ne!(claims["sub"], "mallory");
    assert_eq!(claims["exp"].as_i64().unwrap() - claims["iat"].as_i64().unwrap(), 600);
    assert_eq!(claims["sid"], Value::Null);
    let unknown = browser.post(&format!("/v1/client/sessions/{session}/tokens/other"), "").await;
    assert_eq!(unknown.error(404), "resource_not_found");
}

#[tokio::test]
async fn a_token_for_an_organization_is_refused() {
    let (mut browser, session) = signed_in().await;
    let path = format!("/v1/client/sessions/{session}/tokens");
    let reply = browser.post(&path, "organization_id=org_1&tab_state=focused").await;
    assert_eq!(reply.error(404), "organization_not_found_or_unauthorized");
    let reply = browser.post("/v1/client/sessions/sess_unknown/tokens", "").await;
    assert_eq!(reply.error(404), "resource_not_found");
}
