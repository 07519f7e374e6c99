//! Wallets, which sign for real.

use axum::Router;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ed25519_dalek::Signer;
use k256::ecdsa::SigningKey;
use serde_json::{Value, json};
use sha3::{Digest, Keccak256};

use crate::support::{Browser, Reply, advance_clock, control, control_reply, fresh_app};

const SIGN_INS: &str = "/v1/client/sign_ins";
const SIGN_UPS: &str = "/v1/client/sign_ups";

/// A wallet on Ethereum.
struct Wallet(SigningKey);

impl Wallet {
    fn new(secret: u8) -> Self {
        Self(SigningKey::from_slice(&[secret; 32]).unwrap())
    }

    fn address(&self) -> String {
        let point = self.0.verifying_key().to_sec1_point(false);
        format!("0x{}", hex(&Keccak256::digest(&point.as_bytes()[1..])[12..]))
    }

    /// `personal_sign`.
    fn sign(&self, message: &str) -> String {
        let text = format!("\x19Ethereum Signed Message:\n{}{message}", message.len());
        let (signature, recovery) = self.0.sign_prehash_recoverable(&Keccak256::digest(text.as_bytes()));
        format!("0x{}{:02x}", hex(&signature.to_bytes()), recovery.to_byte() + 27)
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// An emulator with wallets of both kinds; Ada has one on Ethereum and one on Solana.
async fn with_wallets(solana: &str) -> Router {
    let app = fresh_app();
    let kinds = ["web3_metamask_signature", "web3_base_signature", "web3_solana_signature"];
    let seed = json!({
        "settings": { "web3_wallets": kinds, "password": "off", "verify_email_at_sign_up": false },
        "users": [{ "web3_wallets": [Wallet::new(1).address().to_uppercase().replace("0X", "0x"), solana] }],
    });
    control(&app, "POST", "seed", seed).await;
    app
}

fn solana() -> (ed25519_dalek::SigningKey, String) {
    let pair = ed25519_dalek::SigningKey::from_bytes(&[7; 32]);
    let address = bs58::encode(pair.verifying_key().as_bytes()).into_string();
    (pair, address)
}

/// Names an account by a wallet, and returns the path of the attempt.
async fn sign_in(browser: &mut Browser, address: &str) -> String {
    let body = browser.post(SIGN_INS, &format!("identifier={address}")).await.ok();
    assert_eq!(body["response"]["status"], "needs_first_factor");
    format!("{SIGN_INS}/{}", body["response"]["id"].as_str().unwrap())
}

async fn message(browser: &mut Browser, path: &str, form: &str) -> String {
    let body = browser.post(&format!("{path}/prepare_first_factor"), form).await.ok();
    let proof = &body["response"]["first_factor_verification"];
    let message = proof["message"].as_str().unwrap();
    assert!(message.is_ascii() && message.contains(proof["nonce"].as_str().unwrap()));
    message.to_owned()
}

async fn attempt(browser: &mut Browser, path: &str, strategy: &str, signature: &str) -> Reply {
    let signature = signature.replace('+', "%2B");
    browser
        .post(&format!("{path}/attempt_first_factor"), &format!("strategy={strategy}&signature={signature}"))
        .await
}

#[tokio::test]
async fn the_owner_of_a_wallet_signs_in() {
    let app = with_wallets(&solana().1).await;
    let wallet = Wallet::new(1);
    let mut browser = Browser::production(&app);
    let path = sign_in(&mut browser, &wallet.address()).await;
    let factors = browser.get(&path).await.ok()["response"]["supported_first_factors"].clone();
    let strategies: Vec<&str> =
        factors.as_array().unwrap().iter().map(|factor| factor["strategy"].as_str().unwrap()).collect();
    assert_eq!(strategies, ["web3_metamask_signature", "web3_base_signature", "web3_solana_signature"]);
    let form = format!(
        "strategy=web3_base_signature&web3_wallet_id={}",
        factors[0]["web3_wallet_id"].as_str().unwrap()
    );
    let text = message(&mut browser, &path, &form).await;
    let body = attempt(&mut browser, &path, "web3_base_signature", &wallet.sign(&text)).await.ok();
    assert_eq!(body["response"]["status"], "complete");
    assert_eq!(body["response"]["first_factor_verification"]["object"], "verification_web3");
    assert_eq!(body["client"]["last_authentication_strategy"], "web3_base_signature");
    let user = &body["client"]["sessions"][0]["user"];
    assert_eq!(user["web3_wallets"][0]["web3_wallet"], json!(wallet.address()));
    assert_eq!(user["primary_web3_wallet_id"], user["web3_wallets"][0]["id"]);
}

#[tokio::test]
async fn solana_signs_by_another_curve() {
    let (pair, address) = solana();
    let app = with_wallets(&address).await;
    let mut browser = Browser::production(&app);
    let path = sign_in(&mut browser, &address).await;
    let text = message(&mut browser, &path, "strategy=web3_solana_signature").await;
    let strategy = "web3_solana_signature";
    let wrong = STANDARD.encode(pair.sign(b"something else").to_bytes());
    assert_eq!(attempt(&mut browser, &path, strategy, &wrong).await.error(422), "form_incorrect_signature");
    let right = STANDARD.encode(pair.sign(text.as_bytes()).to_bytes());
    assert_eq!(attempt(&mut browser, &path, strategy, &right).await.ok()["response"]["status"], "complete");
}

#[tokio::test]
async fn only_the_right_signature_of_the_right_message_in_time_is_taken() {
    let app = with_wallets(&solana().1).await;
    let (wallet, other) = (Wallet::new(1), Wallet::new(2));
    let mut browser = Browser::production(&app);
    let path = sign_in(&mut browser, &wallet.address()).await;
    let strategy = "web3_metamask_signature";
    assert_eq!(attempt(&mut browser, &path, strategy, "0x00").await.error(400), "verification_missing");
    let before = message(&mut browser, &path, "strategy=web3_metamask_signature").await;
    let text = message(&mut browser, &path, "strategy=web3_metamask_signature").await;
    assert_eq!(
        attempt(&mut browser, &path, "web3_base_signature", "0x00").await.error(400),
        "verification_missing"
    );
    for signature in [other.sign(&text), wallet.sign(&before), "0x00".to_owned(), "nonsense".to_owned()] {
        let reply = attempt(&mut browser, &path, strategy, &signature).await;
        assert_eq!(reply.error(422), "form_incorrect_signature", "{signature}");
        let client = &reply.json()["meta"]["client"];
        assert!(client["sign_in"]["first_factor_verification"]["attempts"].is_i64());
    }
    assert_eq!(attempt(&mut browser, &path, strategy, "0x00").await.error(422), "form_incorrect_signature");
    assert_eq!(
        attempt(&mut browser, &path, strategy, &wallet.sign(&text)).await.error(400),
        "verification_failed"
    );
    let text = message(&mut browser, &path, "strategy=web3_metamask_signature").await;
    advance_clock(&app, 600_000).await;
    assert_eq!(
        attempt(&mut browser, &path, strategy, &wallet.sign(&text)).await.error(400),
        "verification_expired"
    );
    assert_eq!(browser.client().await["sessions"], json!([]));
}

#[tokio::test]
async fn wrong_wallets_are_refused() {
    let app = with_wallets(&solana().1).await;
    let mut browser = Browser::production(&app);
    let (known, unknown) = (Wallet::new(1).address(), Wallet::new(3).address());
    for (form, status, code) in [
        (format!("identifier={unknown}"), 422, "form_identifier_not_found"),
        (format!("identifier={unknown}&strategy=web3_metamask_signature"), 422, "form_identifier_not_found"),
        (format!("identifier={known}&strategy=web3_solana_signature"), 400, "strategy_for_user_invalid"),
        (format!("identifier={known}&strategy=web3_okx_wallet_signature"), 422, "form_param_value_invalid"),
        ("strategy=web3_metamask_signature".to_owned(), 422, "form_param_missing"),
    ] {
        assert_eq!(browser.post(SIGN_INS, &form).await.error(status), code, "{form}");
    }
    let form = format!("identifier={known}&strategy=web3_metamask_signature");
    let body = browser.post(SIGN_INS, &form).await.ok();
    assert!(body["response"]["first_factor_verification"]["message"].is_string());
    let path = format!("{SIGN_INS}/{}", body["response"]["id"].as_str().unwrap());
    let reply = browser
        .post(&format!("{path}/prepare_first_factor"), "strategy=web3_metamask_signature&web3_wallet_id=x")
        .await;
    assert_eq!(reply.error(422), "form_resource_not_found");
    let reply =
        browser.post(&format!("{path}/attempt_first_factor"), "strategy=web3_metamask_signature").await;
    assert_eq!(reply.error(422), "form_param_missing");
}

#[tokio::test]
async fn somebody_signs_up_with_a_wallet() {
    let app = with_wallets(&solana().1).await;
    let wallet = Wallet::new(9);
    let mut browser = Browser::production(&app);
    let form = format!("email_address=eve@example.com&web3_wallet={}", wallet.address());
    let body = browser.post(SIGN_UPS, &form).await.ok();
    let shown = &body["response"];
    assert_eq!(
        (&shown["web3_wallet"], &shown["unverified_fields"]),
        (&json!(wallet.address()), &json!(["web3_wallet"]))
    );
    let proof = &shown["verifications"]["web3_wallet"];
    assert_eq!(proof["next_action"], "needs_prepare");
    assert_eq!(proof["supported_strategies"], json!(["web3_metamask_signature", "web3_base_signature"]));
    let path = format!("{SIGN_UPS}/{}", shown["id"].as_str().unwrap());
    let strategy = "strategy=web3_metamask_signature";
    let body = browser.post(&format!("{path}/prepare_verification"), strategy).await.ok();
    let text = body["response"]["verifications"]["web3_wallet"]["message"].as_str().unwrap().to_owned();
    let send = |signature: String| format!("{strategy}&signature={signature}");
    let reply =
        browser.post(&format!("{path}/attempt_verification"), &send(Wallet::new(8).sign(&text))).await;
    assert_eq!(reply.error(422), "form_incorrect_signature");
    let body = browser.post(&format!("{path}/attempt_verification"), &send(wallet.sign(&text))).await.ok();
    assert_eq!(body["response"]["status"], "complete");
    assert_eq!(body["client"]["last_authentication_strategy"], "web3_metamask_signature");
    let known = &body["client"]["sessions"][0]["user"]["web3_wallets"][0];
    assert_eq!(known["verification"]["strategy"], "web3_metamask_signature");
    let form = format!("web3_wallet={}", wallet.address());
    let mut browser = Browser::production(&app);
    assert_eq!(browser.post(SIGN_UPS, &form).await.error(422), "form_identifier_exists");
    assert_eq!(browser.post(SIGN_UPS, "web3_wallet=0x0").await.error(422), "form_param_format_invalid");
}

#[tokio::test]
async fn the_environment_names_the_kinds_and_seeds_are_checked() {
    let app = with_wallets(&solana().1).await;
    let environment = Browser::production(&app).get("/v1/environment").await.ok();
    let attribute = &environment["user_settings"]["attributes"]["web3_wallet"];
    assert_eq!(
        (&attribute["enabled"], &attribute["first_factors"][0]),
        (&json!(true), &json!("web3_metamask_signature"))
    );
    for wallets in [json!(["0x0"]), json!([Wallet::new(1).address()]), Value::String(solana().1)] {
        let seed = json!({ "users": [{ "username": "grace", "web3_wallets": wallets }] });
        assert_eq!(control_reply(&app, "POST", "seed", seed).await.status.as_u16(), 400);
    }
}
