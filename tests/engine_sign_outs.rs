//! A sign-out concerns all tabs of a browser: those that are told ask whether their session is still there.

#![allow(clippy::unwrap_used)]

mod support;

use clerk_wasm::engine::{Clerk, LoadOptions, SignOut};
use support::{Answer, LIVE, World, client, json, session, wrapped};

const ASKED: [&str; 1] = ["GET /client"];

fn sign_out() -> clerk_wasm::platform::LocalFuture<clerk_wasm::Result<bool>> {
    Box::pin(async { Ok(false) })
}

fn told(world: &World) -> Vec<String> {
    world.tabs.told.borrow().iter().filter_map(|message| message.text("type")).collect()
}

fn world() -> (World, Clerk) {
    let (world, clerk) = World::with_client(&client(&[session("sess_1")]));
    world.fapi.forget_log();
    (world, clerk)
}

fn hears(world: &World, message: &str) {
    world.tabs.say_on("clerk", &json(message));
    world.settle();
}

#[test]
fn a_sign_out_is_told() {
    let (world, clerk) = world();
    world.fapi.on("DELETE /client/sessions", Answer::json(&wrapped(&client(&[]))));
    let options = SignOut { callback: Some(Box::new(sign_out)), ..SignOut::default() };
    world.run(clerk.sign_out(options)).unwrap();
    assert_eq!(told(&world), ["signout"]);
}

#[test]
fn a_sign_out_that_is_refused_is_not_told() {
    let (world, clerk) = world();
    world.fapi.on("DELETE /client/sessions", Answer::error(500, "internal"));
    world.run(clerk.sign_out(SignOut::default())).unwrap_err();
    assert!(told(&world).is_empty());
}

#[test]
fn who_hears_of_one_asks_and_tells_nobody() {
    let (world, clerk) = world();
    world.fapi.now_on("GET /client", Answer::json(&wrapped(&client(&[]))));
    hears(&world, r#"{"type":"signout"}"#);
    assert_eq!(world.fapi.calls(), ASKED);
    assert!(clerk.session().is_none() && clerk.is_settled());
    assert!(told(&world).is_empty());
}

#[test]
fn a_session_that_is_still_there_stays() {
    let (world, clerk) = world();
    hears(&world, r#"{"type":"signout"}"#);
    assert_eq!(world.fapi.calls(), ASKED);
    assert!(clerk.session().is_some());
}

#[test]
fn what_says_something_else_is_not_heard() {
    let (world, clerk) = world();
    for message in ["null", "7", "{}", r#"{"type":"signin"}"#, r#"{"type":null}"#] {
        hears(&world, message);
    }
    assert!(world.fapi.calls().is_empty() && clerk.session().is_some());
}

#[test]
fn without_cookies_nobody_shares_a_session() {
    let world = World::new();
    world.fapi.on("GET /environment", Answer::json("{}"));
    world.fapi.on("GET /client", Answer::json(&wrapped(&client(&[session("sess_1")]))));
    let clerk = world.clerk(LIVE);
    world.run(clerk.load(LoadOptions { standard_browser: false, ..LoadOptions::default() })).unwrap();
    world.fapi.forget_log();
    hears(&world, r#"{"type":"signout"}"#);
    assert!(world.fapi.calls().is_empty());
}

#[test]
fn a_session_that_this_tab_finds_gone_is_told() {
    let (world, clerk) = world();
    world.fapi.now_on("GET /client", Answer::json(&wrapped(&client(&[]))));
    world.run(clerk.handle_unauthenticated()).unwrap();
    assert!(clerk.session().is_none());
    assert_eq!(told(&world), ["signout"]);
}

#[test]
fn a_check_that_fails_signs_nobody_out_and_says_why() {
    let (world, clerk) = world();
    world.fapi.now_on("GET /client", Answer::error(404, "gone_astray"));
    let error = world.run(clerk.handle_unauthenticated()).unwrap_err();
    assert_eq!(error.status(), Some(404));
    assert!(clerk.session().is_some() && told(&world).is_empty());
}
