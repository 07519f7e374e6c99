//! Accounts that are locked: failures of one user are counted together, whatever they failed at and wherever.

use serde_json::json;

use crate::support::{
    Browser, advance_clock, change_settings, control, fresh_app, latest_code, other_than, seed,
};

const ADA: &str = "ada@example.com";

#[tokio::test]
async fn codes_and_passwords_count_together_in_all_browsers() {
    let app = fresh_app();
    seed(&app, &[ADA]).await;
    change_settings(&app, json!({ "lockout_max_attempts": 3, "lockout_duration_min": 10 })).await;
    control(&app, "POST", "clock", json!({ "frozen": true })).await;
    let mut one = Browser::production(&app);
    let body = one.post("/v1/client/sign_ins", &format!("identifier={ADA}&strategy=email_code")).await.ok();
    let path = format!("/v1/client/sign_ins/{}", body["response"]["id"].as_str().unwrap());
    let attempt = format!("{path}/attempt_first_factor");
    let code = latest_code(&app).await;
    let wrong = format!("strategy=email_code&code={}", other_than(&code));
    assert_eq!(one.post(&attempt, &wrong).await.error(422), "form_code_incorrect");
    let mut two = Browser::production(&app);
    let reply = two.post("/v1/client/sign_ins", &format!("identifier={ADA}&password=wrong")).await;
    assert_eq!(reply.error(422), "form_password_incorrect");
    assert_eq!(one.post(&attempt, &wrong).await.error(422), "form_code_incorrect");
    let right = format!("strategy=email_code&code={code}");
    let reply = one.post(&attempt, &right).await;
    assert_eq!(reply.error(403), "user_locked");
    assert_eq!(reply.json()["errors"][0]["meta"]["lockout_expires_in_seconds"], 600);
    let reply = one.post(&format!("{path}/prepare_first_factor"), "strategy=email_code").await;
    assert_eq!(reply.error(403), "user_locked");
    advance_clock(&app, 10 * 60_000).await;
    // The code has expired meanwhile; a new one is good.
    assert_eq!(one.post(&attempt, &right).await.error(400), "verification_expired");
    one.post(&format!("{path}/prepare_first_factor"), "strategy=email_code").await.ok();
    let form = format!("strategy=email_code&code={}", latest_code(&app).await);
    assert_eq!(one.post(&attempt, &form).await.ok()["response"]["status"], "complete");
}

#[tokio::test]
async fn what_is_right_in_the_end_starts_the_count_again() {
    let app = fresh_app();
    seed(&app, &[ADA]).await;
    change_settings(&app, json!({ "lockout_max_attempts": 2 })).await;
    for _ in 0..2 {
        let mut browser = Browser::production(&app);
        let reply = browser.post("/v1/client/sign_ins", &format!("identifier={ADA}&password=wrong")).await;
        assert_eq!(reply.error(422), "form_password_incorrect");
        browser.sign_in(ADA).await;
    }
}
