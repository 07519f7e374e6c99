//! Who may sign up, and who asks to be let in.

use serde_json::{Value, json};

use crate::support::{Browser, PASSWORD, change_settings, control, fresh_app};

#[tokio::test]
async fn an_address_is_on_the_list_once() {
    let app = fresh_app();
    let mut browser = Browser::production(&app);
    let first = browser.post("/v1/waitlist", "email_address=Ada@Example.com").await.ok();
    assert_eq!(first["object"], "waitlist_entry");
    let again = browser.post("/v1/waitlist", "email_address=ada@example.com").await.ok();
    assert_eq!(again["id"], first["id"]);
    let other = browser.post("/v1/waitlist", "email_address=bob@example.com").await.ok();
    assert_ne!(other["id"], first["id"]);
    let list = control(&app, "GET", "waitlist", Value::Null).await;
    assert_eq!(list.as_array().unwrap().len(), 2);
    for (form, code) in [
        ("", "form_param_missing"),
        ("email_address=", "form_param_nil"),
        ("email_address=ada", "form_param_format_invalid"),
        ("email_address=a@b.c&name=x", "form_param_unknown"),
    ] {
        assert_eq!(browser.post("/v1/waitlist", form).await.error(422), code, "{form}");
    }
}

#[tokio::test]
async fn nobody_signs_up_who_is_not_invited() {
    let app = fresh_app();
    let mut browser = Browser::production(&app);
    let form = format!("email_address=eve@example.com&password={PASSWORD}");
    for (mode, code) in
        [("restricted", "sign_up_mode_restricted"), ("waitlist", "sign_up_restricted_waitlist")]
    {
        change_settings(&app, json!({ "sign_up_mode": mode })).await;
        assert_eq!(browser.post("/v1/client/sign_ups", &form).await.error(403), code);
        let environment = browser.get("/v1/environment").await.ok();
        assert_eq!(environment["user_settings"]["sign_up"]["mode"], json!(mode));
    }
    change_settings(&app, json!({ "sign_up_mode": "public" })).await;
    browser.post("/v1/client/sign_ups", &form).await.ok();
}
