//! Reverification: who is signed in proves again who they are, at each level, and every way in which that fails.

use axum::Router;
use serde_json::{Value, json};

use crate::scene::Scene;
use crate::support::{
    Browser, PASSWORD, Reply, advance_clock, change_settings, control, fresh_app, latest_code, other_than,
    seed,
};

const ADA: &str = "ada@example.com";
const PHONE: &str = "+12015550100";
const MINUTE: i64 = 60_000;

impl Scene {
    /// Ada has a password and an address.
    async fn plain() -> Self {
        Self::of(json!({ "email_address": ADA, "password": PASSWORD })).await
    }

    /// She has a phone and two backup codes too.
    async fn with_second_factors() -> Self {
        let codes = ["backup-1", "backup-2"];
        Self::of(
            json!({ "email_address": ADA, "password": PASSWORD, "phone_number": PHONE, "backup_codes": codes }),
        )
        .await
    }

    async fn password(&mut self, password: &str) -> Reply {
        self.post("/attempt_first_factor", &format!("strategy=password&password={password}")).await
    }

    async fn second(&mut self, strategy: &str, code: &str) -> Reply {
        self.post("/attempt_second_factor", &format!("strategy={strategy}&code={code}")).await
    }

    /// What the session and its tokens say of the factors' ages, which is the same.
    async fn ages(&mut self) -> Value {
        let session = self.browser.get(&self.session).await.ok()["response"].clone();
        let token = self.browser.post(&format!("{}/tokens", self.session), "").await.ok();
        for jwt in [&token["jwt"], &session["last_active_token"]["jwt"]] {
            assert_eq!(claims(jwt)["fva"], session["factor_verification_age"]);
        }
        session["factor_verification_age"].clone()
    }
}

fn claims(jwt: &Value) -> Value {
    use base64::Engine;
    let payload = jwt.as_str().unwrap().split('.').nth(1).unwrap();
    serde_json::from_slice(&base64::prelude::BASE64_URL_SAFE_NO_PAD.decode(payload).unwrap()).unwrap()
}

#[tokio::test]
async fn a_password_sets_the_first_age_back() {
    let mut scene = Scene::plain().await;
    advance_clock(&scene.app, 10 * MINUTE).await;
    assert_eq!(scene.ages().await, json!([10, -1]));
    let started = scene.start("first_factor").await;
    assert_eq!(
        (&started["object"], &started["level"]),
        (&json!("session_reverification"), &json!("first_factor"))
    );
    assert_eq!(started["status"], "needs_first_factor");
    assert_eq!(started["supported_first_factors"][0], json!({ "strategy": "password" }));
    assert_eq!(started["supported_first_factors"][1]["safe_identifier"], ADA);
    for absent in
        ["supported_second_factors", "first_factor_verification", "second_factor_verification", "id"]
    {
        assert_eq!(started[absent], Value::Null, "{absent}");
    }
    let body = scene.password(PASSWORD).await.ok();
    let done = &body["response"];
    assert_eq!((&done["status"], &done["supported_first_factors"]), (&json!("complete"), &Value::Null));
    assert_eq!(done["first_factor_verification"]["status"], "verified");
    assert_eq!(claims(&done["session"]["last_active_token"]["jwt"])["fva"], json!([0, -1]));
    assert_eq!(body["client"]["sessions"][0]["factor_verification_age"], json!([0, -1]));
    advance_clock(&scene.app, 3 * MINUTE).await;
    assert_eq!(scene.ages().await, json!([3, -1]));
}

#[tokio::test]
async fn the_session_in_it_is_reduced() {
    let mut scene = Scene::plain().await;
    let session = scene.start("first_factor").await["session"].clone();
    let mut names: Vec<&str> = session.as_object().unwrap().keys().map(String::as_str).collect();
    names.sort_unstable();
    let mut expected = [
        "object",
        "id",
        "status",
        "expire_at",
        "abandon_at",
        "last_active_at",
        "last_active_token",
        "actor",
        "tasks",
    ];
    expected.sort_unstable();
    assert_eq!(names, expected);
    assert!(scene.session.ends_with(session["id"].as_str().unwrap()));
}

#[tokio::test]
async fn a_code_from_the_outbox_verifies() {
    let mut scene = Scene::plain().await;
    let address_id =
        scene.start("first_factor").await["supported_first_factors"][1]["email_address_id"].clone();
    let form = format!("strategy=email_code&email_address_id={}", address_id.as_str().unwrap());
    let prepared = scene.post("/prepare_first_factor", &form).await.ok()["response"].clone();
    assert_eq!(prepared["first_factor_verification"]["status"], "unverified");
    let message = control(&scene.app, "GET", "outbox", Value::Null).await[0].clone();
    assert_eq!((&message["to"], &message["kind"]), (&json!(ADA), &json!("reverification_code")));
    let code = message["code"].as_str().unwrap().to_owned();
    let wrong =
        scene.post("/attempt_first_factor", &format!("strategy=email_code&code={}", other_than(&code))).await;
    assert_eq!(wrong.error(422), "form_code_incorrect");
    assert!(wrong.json()["meta"]["client"].is_object());
    let body = scene.post("/attempt_first_factor", &format!("strategy=email_code&code={code}")).await.ok();
    assert_eq!(body["response"]["status"], "complete");
    assert_eq!(body["response"]["first_factor_verification"]["attempts"], 2);
}

#[tokio::test]
async fn codes_expire_and_fail() {
    let mut scene = Scene::plain().await;
    change_settings(&scene.app, json!({ "max_code_attempts": 1 })).await;
    scene.start("first_factor").await;
    let prepare = "strategy=email_code";
    scene.post("/prepare_first_factor", prepare).await.ok();
    let code = latest_code(&scene.app).await;
    advance_clock(&scene.app, 10 * MINUTE).await;
    let form = format!("strategy=email_code&code={code}");
    assert_eq!(scene.post("/attempt_first_factor", &form).await.error(400), "verification_expired");
    scene.post("/prepare_first_factor", prepare).await.ok();
    let code = latest_code(&scene.app).await;
    let wrong = format!("strategy=email_code&code={}", other_than(&code));
    assert_eq!(scene.post("/attempt_first_factor", &wrong).await.error(422), "form_code_incorrect");
    let form = format!("strategy=email_code&code={code}");
    assert_eq!(scene.post("/attempt_first_factor", &form).await.error(400), "verification_failed");
    assert_eq!(scene.ages().await, json!([10, -1]));
}

#[tokio::test]
async fn a_wrong_password_counts() {
    let mut scene = Scene::plain().await;
    change_settings(&scene.app, json!({ "lockout_max_attempts": 2 })).await;
    scene.start("first_factor").await;
    for _ in 0..2 {
        let reply = scene.password("wrong").await;
        assert_eq!(reply.error(422), "form_password_incorrect");
    }
    assert_eq!(scene.password(PASSWORD).await.error(403), "user_locked");
    advance_clock(&scene.app, 60 * MINUTE).await;
    let done = scene.password(PASSWORD).await.ok()["response"].clone();
    assert_eq!(
        (&done["status"], &done["first_factor_verification"]["attempts"]),
        (&json!("complete"), &json!(4))
    );
}

#[tokio::test]
async fn without_a_second_factor_every_level_is_the_first() {
    let mut scene = Scene::plain().await;
    for level in ["first_factor", "second_factor", "multi_factor"] {
        let started = scene.start(level).await;
        assert_eq!(
            (&started["level"], &started["status"]),
            (&json!("first_factor"), &json!("needs_first_factor"))
        );
    }
}

#[tokio::test]
async fn a_code_to_the_phone_sets_the_second_age_back() {
    let mut scene = Scene::with_second_factors().await;
    advance_clock(&scene.app, 2 * MINUTE).await;
    let started = scene.start("second_factor").await;
    assert_eq!(
        (&started["level"], &started["status"]),
        (&json!("second_factor"), &json!("needs_second_factor"))
    );
    assert_eq!(started["supported_first_factors"], Value::Null);
    let factors = &started["supported_second_factors"];
    assert_eq!(
        (&factors[0]["strategy"], &factors[0]["safe_identifier"]),
        (&json!("phone_code"), &json!(PHONE))
    );
    assert_eq!(factors[1], json!({ "strategy": "backup_code" }));
    let form =
        format!("strategy=phone_code&phone_number_id={}", factors[0]["phone_number_id"].as_str().unwrap());
    let prepared = scene.post("/prepare_second_factor", &form).await.ok()["response"].clone();
    assert_eq!(prepared["second_factor_verification"]["strategy"], "phone_code");
    let message = control(&scene.app, "GET", "outbox", Value::Null).await[0].clone();
    assert_eq!((&message["to"], &message["channel"]), (&json!(PHONE), &json!("sms")));
    let code = message["code"].as_str().unwrap().to_owned();
    assert_eq!(scene.second("phone_code", other_than(&code)).await.error(422), "form_code_incorrect");
    assert_eq!(scene.second("phone_code", &code).await.ok()["response"]["status"], "complete");
    assert_eq!(scene.ages().await, json!([2, 0]));
    advance_clock(&scene.app, 5 * MINUTE).await;
    assert_eq!(scene.ages().await, json!([7, 5]));
}

#[tokio::test]
async fn both_factors_are_verified_one_after_the_other() {
    let mut scene = Scene::with_second_factors().await;
    let started = scene.start("multi_factor").await;
    assert_eq!(started["status"], "needs_first_factor");
    assert_eq!(scene.second("backup_code", "backup-1").await.error(400), "client_state_invalid");
    let half = scene.password(PASSWORD).await.ok()["response"].clone();
    assert_eq!(
        (&half["status"], &half["supported_first_factors"]),
        (&json!("needs_second_factor"), &Value::Null)
    );
    assert_eq!(scene.password(PASSWORD).await.error(400), "client_state_invalid");
    assert_eq!(scene.second("backup_code", "backup-3").await.error(422), "form_code_incorrect");
    let done = scene.second("backup_code", "backup-1").await.ok()["response"].clone();
    assert_eq!(done["status"], "complete");
    assert_eq!(done["second_factor_verification"]["object"], "verification_backup_code");
    assert_eq!(done["second_factor_verification"]["attempts"], 2);
    assert_eq!(scene.ages().await, json!([0, 0]));
    let user = scene.browser.client().await["sessions"][0]["user"].clone();
    assert_eq!((&user["two_factor_enabled"], &user["backup_code_enabled"]), (&json!(true), &json!(true)));
    assert_eq!(user["phone_numbers"][0]["phone_number"], PHONE);
}

#[tokio::test]
async fn a_backup_code_is_good_once() {
    let mut scene = Scene::with_second_factors().await;
    for (code, status) in [("backup-2", 200), ("backup-2", 422), ("backup-1", 200)] {
        scene.start("second_factor").await;
        assert_eq!(scene.second("backup_code", code).await.status.as_u16(), status, "{code}");
    }
    let started = scene.start("second_factor").await;
    assert_eq!(started["supported_second_factors"].as_array().unwrap().len(), 1);
    assert_eq!(scene.second("backup_code", "backup-1").await.error(400), "strategy_for_user_invalid");
}

#[tokio::test]
async fn nothing_is_verified_before_it_is_started_or_after_it_is_complete() {
    let mut scene = Scene::with_second_factors().await;
    let steps = [
        ("/prepare_first_factor", "strategy=email_code"),
        ("/attempt_first_factor", "strategy=password&password=x"),
        ("/prepare_second_factor", "strategy=phone_code"),
        ("/attempt_second_factor", "strategy=backup_code&code=1"),
    ];
    for (action, form) in steps {
        assert_eq!(scene.post(action, form).await.error(400), "verification_missing", "{action}");
    }
    scene.start("multi_factor").await;
    let early = scene.post("/attempt_first_factor", "strategy=email_code&code=1").await;
    assert_eq!(early.error(400), "verification_missing");
    scene.password(PASSWORD).await.ok();
    assert_eq!(scene.second("phone_code", "1").await.error(400), "verification_missing");
    scene.second("backup_code", "backup-1").await.ok();
    for (action, form) in steps {
        assert_eq!(scene.post(action, form).await.error(400), "verification_already_verified", "{action}");
    }
}

#[tokio::test]
async fn wrong_parameters_get_clerks_codes() {
    let mut scene = Scene::with_second_factors().await;
    for (form, code) in [
        ("", "form_param_missing"),
        ("level=", "form_param_nil"),
        ("level=third_factor", "form_param_value_invalid"),
        ("level=first_factor&color=red", "form_param_unknown"),
    ] {
        assert_eq!(scene.post("", form).await.error(422), code, "{form}");
    }
    scene.start("first_factor").await;
    for (action, form, status, code) in [
        ("prepare", "", 422, "form_param_missing"),
        ("prepare", "strategy=password", 422, "form_param_value_invalid"),
        ("prepare", "strategy=passkey", 400, "strategy_for_user_invalid"),
        ("prepare", "strategy=enterprise_sso", 501, "not_implemented_by_emulator"),
        ("prepare", "strategy=email_code&email_address_id=idn_x", 422, "form_resource_not_found"),
        ("attempt", "strategy=password", 422, "form_param_missing"),
        ("attempt", "strategy=passkey", 422, "form_param_missing"),
        ("attempt", "strategy=phone_code&code=1", 400, "verification_missing"),
        ("attempt", "strategy=telepathy", 422, "form_param_value_invalid"),
    ] {
        assert_eq!(scene.post(&format!("/{action}_first_factor"), form).await.error(status), code, "{form}");
    }
    scene.start("second_factor").await;
    for (action, form, status, code) in [
        ("prepare", "strategy=backup_code", 422, "form_param_value_invalid"),
        ("prepare", "phone_number_id=idn_x", 422, "form_resource_not_found"),
        ("attempt", "strategy=totp&code=1", 400, "strategy_for_user_invalid"),
        ("attempt", "strategy=password&password=x", 422, "form_param_value_invalid"),
        ("attempt", "strategy=backup_code", 422, "form_param_missing"),
    ] {
        assert_eq!(scene.post(&format!("/{action}_second_factor"), form).await.error(status), code, "{form}");
    }
}

#[tokio::test]
async fn only_who_is_signed_in_may() {
    let mut scene = Scene::with_second_factors().await;
    scene.browser.post(&format!("{}/end", scene.session), "").await.ok();
    assert_eq!(scene.post("", "level=first_factor").await.error(401), "signed_out");
    scene.browser.post(&format!("{}/remove", scene.session), "").await.ok();
    assert_eq!(scene.post("", "level=first_factor").await.error(404), "resource_not_found");
    let mut other = Browser::production(&scene.app);
    seed(&scene.app, &["bob@example.com"]).await;
    for action in [
        "",
        "/prepare_first_factor",
        "/attempt_first_factor",
        "/prepare_second_factor",
        "/attempt_second_factor",
    ] {
        let path = format!("{}/verify{action}", scene.session);
        assert_eq!(other.post(&path, "level=first_factor").await.error(401), "signed_out", "{action}");
    }
    other.sign_in("bob@example.com").await;
    assert_eq!(
        other.post(&format!("{}/verify", scene.session), "level=first_factor").await.error(404),
        "resource_not_found"
    );
}

#[tokio::test]
async fn a_reverification_survives_a_restart() {
    let directory = tempfile::tempdir().unwrap();
    let open = || clerk_fapi_emulator::Emulator::open(&directory.path().join("emulator.db")).unwrap();
    let app = clerk_fapi_emulator::app(open());
    let user = json!({ "email_address": ADA, "password": PASSWORD, "backup_codes": ["backup-1"] });
    control(&app, "POST", "seed", json!({ "users": [user] })).await;
    let mut browser = Browser::production(&app);
    let session = format!("/v1/client/sessions/{}/verify", browser.sign_in(ADA).await);
    browser.post(&session, "level=second_factor").await.ok();
    browser.app = Router::new();
    drop(app);
    browser.app = clerk_fapi_emulator::app(open());
    let form = "strategy=backup_code&code=backup-1";
    assert_eq!(
        browser.post(&format!("{session}/attempt_second_factor"), form).await.ok()["response"]["status"],
        "complete"
    );
}

#[tokio::test]
async fn a_seeded_phone_number_is_international() {
    let app = fresh_app();
    let user = json!({ "email_address": ADA, "phone_number": "555 0100" });
    let reply = crate::support::control_reply(&app, "POST", "seed", json!({ "users": [user] })).await;
    assert_eq!(reply.status.as_u16(), 400);
    assert!(reply.text.contains("phone_number"), "{}", reply.text);
    let user = json!({ "email_address": ADA, "phone_number": PHONE });
    let made = control(&app, "POST", "seed", json!({ "users": [user] })).await;
    assert!(made["users"][0]["phone_number_id"].as_str().unwrap().starts_with("idn_"));
}
