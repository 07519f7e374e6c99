//! The browser platform in a real browser: `fetch`, cookies, the page's URL and timers, under the engine.

#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, missing_docs)]

use clerk_wasm::model::Timestamp;
use clerk_wasm::{Clerk, ClerkOptions, CreateSignIn, ErrorKind, LoadOptions, engine::Status};
use std::time::Duration;
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// clerk.example.com
const LIVE: &str = "pk_live_Y2xlcmsuZXhhbXBsZS5jb20k";
/// x.accounts.dev
const TEST: &str = "pk_test_eC5hY2NvdW50cy5kZXYk";

#[wasm_bindgen(inline_js = "
    export const requests = [];
    // Answers by the path's end: a status and a body, or a function that does something else.
    export function script(answers) {
        requests.length = 0;
        const table = new Function('return ' + answers)();
        globalThis.fetch = async (...call) => {
            const request = new Request(...call);
            const url = new URL(request.url);
            requests.push([request.method, url.pathname, url.searchParams.get('_method') ?? '', request.credentials,
                request.headers.get('content-type') ?? '', await request.clone().text(),
                url.searchParams.get('__clerk_db_jwt') ?? ''].join(' '));
            const answer = table[url.pathname.split('/v1')[1]];
            if (typeof answer === 'function') return answer();
            return new Response(answer[1], { status: answer[0], headers: answer[2] });
        };
    }
    export const seen = () => requests.join('\\n');
    export const cookie = () => document.cookie;
    export const clear = () => {
        for (const pair of document.cookie.split('; ')) document.cookie = pair.split('=')[0] + '=; max-age=0; path=/';
    };
    const { setTimeout: wait } = globalThis;
    // Waits are a hundredth of what they are.
    export const hurry = isOn => void (globalThis.setTimeout = isOn ? (act, ms) => wait(act, ms / 100) : wait);
    // What goes on in the background comes to its end.
    export const calm = () => new Promise(resolve => wait(resolve, 200));
    export const here = () => location.href;
    export const go = search => history.replaceState({ kept: 1 }, '', search);
")]
extern "C" {
    fn script(answers: &str);
    fn seen() -> String;
    fn cookie() -> String;
    fn clear();
    fn hurry(is_on: bool);
    async fn calm();
    fn here() -> String;
    fn go(search: &str);
}

const CLIENT: &str = r#"[200, '{"response":{"id":"client_1","sessions":[]},"client":null}']"#;

fn answers(client: &str) -> String {
    format!(
        "({{ '/environment': [200, '{{}}'], '/client': {client}, '/dev_browser': [200, '{{\"id\":\"dvb=1 2\"}}'] }})"
    )
}

async fn load(key: &str, client: &str) -> (Clerk, clerk_wasm::Result<()>) {
    script(&answers(client));
    let clerk = Clerk::new(key, &ClerkOptions::default()).unwrap();
    let outcome = clerk.load(LoadOptions::default()).await;
    (clerk, outcome)
}

#[wasm_bindgen_test]
async fn production_requests_are_simple_and_carry_credentials() {
    clear();
    let (clerk, outcome) = load(LIVE, CLIENT).await;
    outcome.unwrap();
    assert_eq!(clerk.client().unwrap().data().id().as_deref(), Some("client_1"));
    assert_eq!(seen(), "GET /v1/environment  include   \nGET /v1/client  include   ");
    clerk.client().unwrap().create().await.unwrap();
    assert_eq!(
        seen().lines().last(),
        Some("POST /v1/client PUT include application/x-www-form-urlencoded  ")
    );
}

#[wasm_bindgen_test]
async fn the_dev_browser_lives_in_a_cookie_and_leaves_the_url() {
    clear();
    load(TEST, CLIENT).await.1.unwrap();
    let first = seen();
    assert!(first.starts_with("POST /v1/dev_browser  same-origin   "), "{first}");
    assert!(first.lines().skip(1).all(|line| line.ends_with(" dvb=1 2")), "{first}");
    assert!(cookie().contains("__clerk_db_jwt=dvb%3D1%202"), "{}", cookie());

    load(TEST, CLIENT).await.1.unwrap();
    assert!(!seen().contains("dev_browser") && seen().contains("dvb=1 2"), "{}", seen());

    go("?a=b&__clerk_db_jwt=other#there");
    load(TEST, CLIENT).await.1.unwrap();
    assert!(seen().contains(" other") && here().ends_with("?a=b#there"), "{}", here());
    go("?");
    clear();
}

#[wasm_bindgen_test]
async fn whatever_fetch_does_the_call_settles() {
    hurry(true);
    for thrower in [
        "() => { throw new TypeError('Failed to fetch') }",
        "() => { throw 'a text' }",
        "() => { throw undefined }",
        "() => Promise.reject({ odd: 1 })",
        "() => ({ status: 200, json: async () => ({}) })",
        "() => undefined",
        "() => Response.error()",
    ] {
        let (clerk, outcome) = load(LIVE, thrower).await;
        assert!(outcome.is_ok() || outcome.unwrap_err().status().is_some(), "{thrower}");
        assert_ne!(clerk.status(), Status::Loading, "{thrower}");
        if let Some(client) = clerk.client() {
            assert!(client.create().await.is_err(), "{thrower}");
        }
    }
    script(&answers(CLIENT));
    calm().await;
    hurry(false);
}

#[wasm_bindgen_test]
async fn a_body_that_is_not_json_keeps_its_status() {
    let (clerk, outcome) = load(LIVE, CLIENT).await;
    outcome.unwrap();
    for (answer, status) in [
        ("[502, '<h1>Bad gateway</h1>']", 502),
        ("[500, '']", 500),
        ("[200, '']", 200),
        ("[200, '{\"response\"']", 200),
        ("[429, '{}', { 'retry-after': '60' }]", 429),
    ] {
        script(&answers(answer));
        let error = clerk.client().unwrap().reload(None).await.unwrap_err();
        assert_eq!(error.status(), Some(status), "{answer}");
        if let (429, ErrorKind::Api(error)) = (status, error.kind()) {
            assert_eq!(error.retry_after(), Some(Duration::from_secs(60)));
        }
    }
    script(&answers("() => new Response(null, { status: 204 })"));
    clerk.client().unwrap().reload(None).await.unwrap();
    assert_eq!(clerk.client().unwrap().data().id().as_deref(), Some("client_1"));
}

#[wasm_bindgen_test]
async fn touch_urls_are_checked_by_the_browser() {
    let (clerk, _) = load(LIVE, CLIENT).await;
    let client = clerk.client().unwrap();
    assert!(
        client
            .build_touch_url("https://a.test/?x=1,2#ü")
            .unwrap()
            .contains("redirect_url=https%3A%2F%2Fa.test%2F%3Fx%3D1%2C2")
    );
    for bad in ["https://", "https://a:99999/", "https://[::1", "nowhere"] {
        assert!(client.build_touch_url(bad).is_err(), "{bad}");
    }
}

#[wasm_bindgen_test]
async fn moments_are_dates_and_parameters_go_out() {
    let before = js_sys::Date::now();
    let now = Timestamp::now();
    assert!(now.ms() as f64 >= before && now.duration_since(now) == Duration::ZERO);
    assert_eq!(js_sys::Date::from(now).get_time(), now.ms() as f64);

    let (clerk, _) = load(LIVE, CLIENT).await;
    let params = CreateSignIn::default().identifier("a@b.c").sign_up_if_missing(false);
    script(r#"({ '/client/sign_ins': [200, '{"response":{"id":"sia_1"}}'] })"#);
    clerk.client().unwrap().sign_in().create(params).await.unwrap();
    assert!(seen().contains("identifier=a%40b.c&sign_up_if_missing=false"), "{}", seen());
    assert!(clerk.changes().next().await.is_some_and(|now| now.client == clerk.client().unwrap()));
}
