//! What belongs to one client does not exist for another.

use serde_json::Value;

use crate::support::{Browser, fresh_app, seed};

#[tokio::test]
async fn foreign_sessions_and_attempts_do_not_exist() {
    let app = fresh_app();
    seed(&app, &["ada@example.com", "bob@example.com"]).await;
    let mut ada = Browser::production(&app);
    let session = ada.sign_in("ada@example.com").await;
    let id = |body: Value| body["response"]["id"].as_str().unwrap().to_owned();
    let sign_in = id(ada.post("/v1/client/sign_ins", "identifier=bob@example.com").await.ok());
    let sign_up = id(ada.post("/v1/client/sign_ups", "email_address=eve@example.com").await.ok());
    let mut bob = Browser::production(&app);
    bob.sign_in("bob@example.com").await;
    let mut developer = Browser::development(&app).await;
    developer.sign_in("bob@example.com").await;
    for stranger in [&mut bob, &mut developer] {
        for (method, path) in [
            ("GET", format!("/v1/client/sessions/{session}")),
            ("POST", format!("/v1/client/sessions/{session}/touch")),
            ("POST", format!("/v1/client/sessions/{session}/end")),
            ("POST", format!("/v1/client/sessions/{session}/remove")),
            ("POST", format!("/v1/client/sessions/{session}/tokens")),
            ("POST", format!("/v1/client/sessions/{session}/tokens/any")),
            ("GET", format!("/v1/client/sign_ins/{sign_in}")),
            ("POST", format!("/v1/client/sign_ins/{sign_in}/prepare_first_factor")),
            ("POST", format!("/v1/client/sign_ins/{sign_in}/attempt_first_factor")),
            ("GET", format!("/v1/client/sign_ups/{sign_up}")),
            ("PATCH", format!("/v1/client/sign_ups/{sign_up}")),
            ("POST", format!("/v1/client/sign_ups/{sign_up}/prepare_verification")),
            ("POST", format!("/v1/client/sign_ups/{sign_up}/attempt_verification")),
        ] {
            assert_eq!(
                stranger.send(method, &path, "").await.error(404),
                "resource_not_found",
                "{method} {path}"
            );
        }
    }
    assert_eq!(ada.client().await["sessions"][0]["status"], "active");
}

#[tokio::test]
async fn one_user_on_two_browsers_has_two_clients() {
    let app = fresh_app();
    seed(&app, &["ada@example.com"]).await;
    let (mut desktop, mut phone) = (Browser::production(&app), Browser::development(&app).await);
    desktop.sign_in("ada@example.com").await;
    phone.sign_in("ada@example.com").await;
    assert_ne!(desktop.client().await["id"], phone.client().await["id"]);
    desktop.send("DELETE", "/v1/client/sessions", "").await.ok();
    assert_eq!(desktop.client().await["sessions"].as_array().unwrap().len(), 0);
    assert_eq!(phone.client().await["sessions"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn a_development_client_cannot_be_had_with_a_cookie() {
    let app = fresh_app();
    let mut developer = Browser::development(&app).await;
    developer.post_as("PUT", "/v1/client", "").await.ok();
    let id = developer.client().await["id"].as_str().unwrap().to_owned();
    let mut thief = Browser::production(&app);
    thief.cookies.insert("__client".into(), format!("{id}."));
    assert_eq!(thief.client().await, Value::Null);
}

#[tokio::test]
async fn requests_at_the_same_time_do_not_mix() {
    let app = fresh_app();
    let addresses: Vec<String> = (0..20).map(|n| format!("user{n}@example.com")).collect();
    let names: Vec<&str> = addresses.iter().map(String::as_str).collect();
    seed(&app, &names).await;
    let tasks: Vec<_> = addresses
        .into_iter()
        .map(|address| {
            let mut browser = Browser::production(&app);
            tokio::spawn(async move {
                browser.sign_in(&address).await;
                let client = browser.client().await;
                assert_eq!(client["sessions"].as_array().unwrap().len(), 1);
                assert_eq!(client["sessions"][0]["public_user_data"]["identifier"], address.as_str());
            })
        })
        .collect();
    for task in tasks {
        task.await.unwrap();
    }
}
