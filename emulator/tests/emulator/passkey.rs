//! Reverification by a passkey: assertions as an authenticator makes them, and every way in which they are wrong.

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD as BASE64;
use serde_json::{Value, json};

use crate::authenticator::Authenticator;
use crate::scene::Scene;
use crate::support::{PASSWORD, Reply, advance_clock, control_reply, fresh_app};

const ADA: &str = "ada@example.com";
/// Ada has these passkeys, and a reverification has begun.
async fn begun(passkeys: Value) -> Scene {
    let ada = json!({ "email_address": ADA, "password": PASSWORD, "passkeys": passkeys });
    let mut scene = Scene::of(ada).await;
    scene.start("first_factor").await;
    scene
}

impl Scene {
    /// What the browser is to be asked.
    async fn prepare(&mut self) -> Value {
        let body = self.post("/prepare_first_factor", "strategy=passkey").await.ok();
        let proof = &body["response"]["first_factor_verification"];
        assert_eq!((&proof["strategy"], &proof["status"]), (&json!("passkey"), &json!("unverified")));
        serde_json::from_str(proof["nonce"].as_str().unwrap()).unwrap()
    }

    async fn attempt(&mut self, credential: &str) -> Reply {
        let text: String = url::form_urlencoded::byte_serialize(credential.as_bytes()).collect();
        self.post("/attempt_first_factor", &format!("strategy=passkey&public_key_credential={text}")).await
    }

    /// Asks, signs and sends.
    async fn verify(&mut self, authenticator: &Authenticator) -> Reply {
        let nonce = self.prepare().await;
        let assertion = authenticator.assertion(nonce["challenge"].as_str().unwrap());
        self.attempt(&assertion.to_string()).await
    }
}

#[tokio::test]
async fn a_good_assertion_verifies() {
    let mut authenticator = Authenticator::new();
    let mut scene = begun(json!([authenticator.seed()])).await;
    advance_clock(&scene.app, 600_000).await;
    let nonce = scene.prepare().await;
    assert_eq!(
        (&nonce["rpId"], &nonce["allowCredentials"][0]["id"]),
        (&json!("localhost"), &json!(authenticator.id))
    );
    let challenge = nonce["challenge"].as_str().unwrap();
    assert_eq!(BASE64.encode(BASE64.decode(challenge).unwrap()), challenge, "it comes back as it went");
    let body = scene.attempt(&authenticator.assertion(challenge).to_string()).await.ok();
    assert_eq!(body["response"]["status"], "complete");
    assert_eq!(body["response"]["first_factor_verification"]["status"], "verified");
    let session = &body["client"]["sessions"][0];
    assert_eq!(session["factor_verification_age"], json!([0, -1]));
    assert!(session["user"]["passkeys"][0]["last_used_at"].is_number());
    // Once more, with a counter that goes on, and one that does not.
    scene.start("first_factor").await;
    authenticator.count = 2;
    scene.verify(&authenticator).await.ok();
    scene.start("first_factor").await;
    assert_eq!(scene.verify(&authenticator).await.error(422), "passkey_authentication_failure");
}

#[tokio::test]
async fn a_counter_that_stays_at_0_counts_nothing() {
    let authenticator = Authenticator { count: 0, ..Authenticator::new() };
    let mut scene = begun(json!([authenticator.seed()])).await;
    for _ in 0..2 {
        scene.verify(&authenticator).await.ok();
        scene.start("first_factor").await;
    }
}

#[tokio::test]
async fn whatever_else_was_signed_is_refused() {
    let wrong: [fn(&mut Authenticator); 5] = [
        |one| one.origin = "http://elsewhere.test",
        |one| one.party = "elsewhere.test",
        |one| one.flags = 0,
        |one| one.kind = "webauthn.create",
        |one| one.key = Authenticator::new().key,
    ];
    for (number, change) in wrong.into_iter().enumerate() {
        let mut authenticator = Authenticator::new();
        let mut scene = begun(json!([authenticator.seed()])).await;
        change(&mut authenticator);
        let reply = scene.verify(&authenticator).await;
        assert_eq!(reply.error(422), "passkey_authentication_failure", "{number}");
        let ages = &reply.json()["meta"]["client"]["sessions"][0]["factor_verification_age"];
        assert_eq!(ages[1], -1, "{number}");
    }
}

#[tokio::test]
async fn another_challenge_another_signature_and_another_passkey_are_refused() {
    let authenticator = Authenticator::new();
    let mut scene = begun(json!([authenticator.seed()])).await;
    let first = scene.prepare().await["challenge"].as_str().unwrap().to_owned();
    let second = scene.prepare().await["challenge"].as_str().unwrap().to_owned();
    assert_ne!(first, second);
    let refused = "passkey_authentication_failure";
    assert_eq!(scene.attempt(&authenticator.assertion(&first).to_string()).await.error(422), refused);
    let mut torn = authenticator.assertion(&second);
    torn["response"]["signature"] = authenticator.assertion(&first)["response"]["signature"].clone();
    assert_eq!(scene.attempt(&torn.to_string()).await.error(422), refused);
    let unknown = Authenticator { id: "YW5vdGhlcg", ..Authenticator::new() };
    assert_eq!(
        scene.attempt(&unknown.assertion(&second).to_string()).await.error(422),
        "passkey_not_registered"
    );
    for nonsense in ["x", "{}", "[]", "null"] {
        let code = "passkey_invalid_public_key_credential";
        assert_eq!(scene.attempt(nonsense).await.error(422), code);
        scene.prepare().await;
    }
}

#[tokio::test]
async fn too_many_and_too_late_fail_the_right_one() {
    let authenticator = Authenticator::new();
    let mut scene = begun(json!([authenticator.seed()])).await;
    let right = |nonce: &Value| authenticator.assertion(nonce["challenge"].as_str().unwrap()).to_string();
    let nonce = scene.prepare().await;
    for _ in 0..5 {
        scene.attempt("{}").await.error(422);
    }
    assert_eq!(scene.attempt(&right(&nonce)).await.error(400), "verification_failed");
    let nonce = scene.prepare().await;
    advance_clock(&scene.app, 600_000).await;
    assert_eq!(scene.attempt(&right(&nonce)).await.error(400), "verification_expired");
}

#[tokio::test]
async fn what_was_not_prepared_or_is_not_there_is_said() {
    let mut scene = begun(json!([Authenticator::new().seed()])).await;
    assert_eq!(scene.attempt("{}").await.error(400), "verification_missing");
    let mut without = begun(json!([])).await;
    let reply = without.post("/prepare_first_factor", "strategy=passkey").await;
    assert_eq!(reply.error(400), "strategy_for_user_invalid");
    let started = without.start("first_factor").await;
    let factors = started["supported_first_factors"].as_array().unwrap();
    assert!(factors.iter().all(|factor| factor["strategy"] != "passkey"));
    let started = scene.start("first_factor").await;
    let factors = started["supported_first_factors"].as_array().unwrap();
    assert!(factors.contains(&json!({ "strategy": "passkey" })));
}

#[tokio::test]
async fn a_seed_whose_key_is_none_is_refused() {
    let app = fresh_app();
    let good = Authenticator::new().seed();
    for (name, wrong) in [("public_key", "AAAA"), ("public_key", "!"), ("credential_id", "!")] {
        let mut passkey = good.clone();
        passkey[name] = json!(wrong);
        let ada = json!({ "email_address": ADA, "passkeys": [passkey] });
        let reply = control_reply(&app, "POST", "seed", json!({ "users": [ada] })).await;
        assert_eq!(reply.status, 400, "{name} {wrong}");
    }
}
