//! With a seed and a clock that stands still, the same requests get the same answers.

use std::collections::BTreeMap;

use axum::Router;
use axum::http::HeaderMap;
use serde_json::{Value, json};

use crate::support::{Browser, PASSWORD, Reply, control, control_reply, fresh_app, latest_code};

/// Everything that a client can see of an answer.
type Seen = (u16, HeaderMap, String);

fn seen(reply: Reply) -> Seen {
    (reply.status.as_u16(), reply.headers, reply.text)
}

async fn start_over(app: &Router, reset: Value) -> Reply {
    control(app, "POST", "reset", reset).await;
    control(app, "POST", "clock", json!({ "now_ms": 1_767_225_600_000_i64, "frozen": true })).await;
    let users =
        json!([{ "email_address": "ada@example.com", "password": PASSWORD }, { "username": "bobby" }]);
    control_reply(app, "POST", "seed", json!({ "users": users })).await
}

/// A life with everything in it that is drawn: identifiers, cookies, codes, tokens, trace ids.
async fn live(app: &Router, reset: Value) -> Vec<Seen> {
    let mut all = vec![seen(start_over(app, reset).await)];
    let mut production = Browser::production(app);
    let session = production.sign_in("ada@example.com").await;
    let mut developer = Browser::development(app).await;
    for browser in [&mut production, &mut developer] {
        all.push(seen(browser.get("/v1/client").await));
        all.push(seen(browser.post("/v1/client/sign_ups", "email_address=eve@example.com&password=1").await));
        let form = format!("email_address=eve@example.com&password={PASSWORD}&strategy=email_code");
        all.push(seen(browser.post("/v1/client/sign_ups", &form).await));
        all.push(seen(browser.get("/v1/nothing").await));
        all.push(seen(browser.get("/v1/client?a=%").await));
    }
    let attempt = developer.client().await["sign_up"]["id"].as_str().unwrap().to_owned();
    let path = format!("/v1/client/sign_ups/{attempt}/attempt_verification");
    let code = latest_code(app).await;
    for code in ["wrong", &code] {
        all.push(seen(developer.post(&path, &format!("strategy=email_code&code={code}")).await));
    }
    for _ in 0..2 {
        let path = format!("/v1/client/sessions/{session}/tokens");
        all.push(seen(production.post(&path, "").await));
    }
    all.push(seen(control_reply(app, "GET", "outbox", Value::Null).await));
    all
}

#[tokio::test]
async fn a_seed_repeats_every_answer() {
    let app = fresh_app();
    let first = live(&app, json!({ "random_seed": 7 })).await;
    assert_eq!(live(&app, json!({ "random_seed": 7 })).await, first);
    for other in [json!({ "random_seed": 8 }), json!({ "random_seed": null }), Value::Null, Value::Null] {
        for (answer, before) in live(&app, other.clone()).await.iter().zip(&first) {
            assert_ne!(answer, before, "{other}");
        }
    }
}

#[tokio::test]
async fn nothing_is_drawn_twice() {
    let app = fresh_app();
    let mut tokens = std::collections::BTreeSet::new();
    for (_, _, text) in live(&app, json!({ "random_seed": 7 })).await {
        let answer: Value = serde_json::from_str(&text).unwrap();
        if let Some(jwt) = answer["jwt"].as_str() {
            assert!(tokens.insert(jwt.to_owned()));
        }
    }
    assert_eq!(tokens.len(), 2);
}

/// What every request of a page that loads and a user that signs in is answered, by request,
/// when the requests that a page sends at the same time arrive in the given order.
async fn load_and_sign_in(app: &Router, together: [&str; 2]) -> BTreeMap<String, Seen> {
    start_over(app, json!({ "random_seed": 7 })).await;
    let mut browser = Browser::development(app).await;
    let mut all = BTreeMap::new();
    for round in ["before", "after"] {
        for path in together {
            all.insert(format!("{round} {path}"), seen(browser.get(path).await));
        }
        if round == "before" {
            let form = format!("identifier=ada@example.com&password={PASSWORD}");
            all.insert("sign-in".to_owned(), seen(browser.post("/v1/client/sign_ins", &form).await));
        }
    }
    let session = browser.client().await["last_active_session_id"].as_str().unwrap().to_owned();
    for action in ["tokens", "touch"] {
        let path = format!("/v1/client/sessions/{session}/{action}");
        all.insert(action.to_owned(), seen(browser.post(&path, "").await));
    }
    all
}

#[tokio::test]
async fn the_order_of_arrival_changes_no_answer() {
    let app = fresh_app();
    for [one, other] in [["/v1/environment", "/v1/client"], ["/v1/nothing", "/v1/client"]] {
        let first = load_and_sign_in(&app, [one, other]).await;
        assert_eq!(load_and_sign_in(&app, [other, one]).await, first);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn requests_at_the_same_time_are_repeated_too() {
    let app = fresh_app();
    let mut before = None;
    for _ in 0..20 {
        start_over(&app, json!({ "random_seed": 7 })).await;
        let mut browser = Browser::production(&app);
        let session = browser.sign_in("ada@example.com").await;
        let paths = ["environment", "client", &format!("client/sessions/{session}"), "nothing", "health"];
        let tasks = paths.map(|path| {
            let mut tab = Browser { cookies: browser.cookies.clone(), ..Browser::production(&app) };
            let path = format!("/v1/{path}");
            tokio::spawn(async move { seen(tab.get(&path).await) })
        });
        let mut answers = Vec::new();
        for task in tasks {
            answers.push(task.await.unwrap());
        }
        assert_eq!(before.get_or_insert_with(|| answers.clone()), &answers);
    }
}
