//! The window gets the focus: the server hears which session the tab shows.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod support;

use clerk_wasm::engine::{Clerk, LoadOptions};
use clerk_wasm::platform::Cookies;
use support::{
    Answer, LIVE, World, client, jwt, piggybacked, session, session_with, token, unattended, wrapped,
};

const TOUCH: &str = "POST /client/sessions/sess_1/touch";

fn load(environment: Answer, sessions: &[String], options: LoadOptions) -> (World, Clerk) {
    let world = World::new();
    world.fapi.on("GET /environment", environment);
    world.fapi.on("GET /client", Answer::json(&wrapped(&client(sessions))));
    let clerk = world.clerk(LIVE);
    world.run(clerk.load(options)).unwrap();
    world.settle();
    world.fapi.forget_log();
    (world, clerk)
}

/// An application with one session at a time, or with several.
fn environment(is_single: bool) -> Answer {
    Answer::json(&format!(r#"{{"auth_config":{{"single_session_mode":{is_single}}}}}"#))
}

fn touches(world: &World) -> usize {
    world.fapi.calls().iter().filter(|call| *call == TOUCH).count()
}

fn focus(world: &World) {
    world.page.focuses.borrow().iter().for_each(|act| act());
    world.settle();
}

#[test]
fn the_current_session_is_touched_and_its_new_token_is_in_the_cookie() {
    let (world, clerk) = load(environment(false), &[session("sess_1")], unattended());
    let raw = jwt("sess_1", 60.0, 2.0);
    let renewed = session_with("sess_1", "active", &token(&raw));
    world.fapi.on(TOUCH, Answer::json(&piggybacked(&renewed, &client(std::slice::from_ref(&renewed)))));
    focus(&world);
    assert_eq!(world.fapi.calls(), [TOUCH]);
    assert_eq!(world.fapi.last().body.as_deref(), Some("active_organization_id=&intent=focus"));
    assert_eq!(clerk.session().unwrap().data().last_active_token().unwrap().raw(), Some(raw.clone()));
    assert_eq!(world.cookies.get("__session"), Some(raw));
}

#[test]
fn once_in_5_s_with_one_session_at_a_time_and_each_time_with_several() {
    for (environment, at_once) in [
        (environment(true), 1),
        (environment(false), 2),
        (Answer::json("{}"), 2),
        (Answer::error(404, "no"), 2),
    ] {
        let (world, _clerk) = load(environment, &[session("sess_1")], unattended());
        world.fapi.on(TOUCH, Answer::json(&wrapped(&session("sess_1"))));
        focus(&world);
        world.clock.advance(4999.0);
        focus(&world);
        assert_eq!(touches(&world), at_once);
        world.clock.advance(1.0);
        focus(&world);
        assert_eq!(touches(&world), at_once + 1);
    }
}

#[test]
fn nobody_is_touched_without_a_session_without_cookies_and_where_it_is_switched_off() {
    let switched_off = LoadOptions { touch_session: false, ..unattended() };
    let elsewhere = LoadOptions { standard_browser: false, ..unattended() };
    let signed_in = [session("sess_1")];
    for (sessions, options) in
        [(&signed_in[..0], unattended()), (&signed_in, switched_off), (&signed_in, elsewhere)]
    {
        let (world, _clerk) = load(environment(false), sessions, options);
        focus(&world);
        assert!(world.fapi.calls().is_empty());
    }
}

#[test]
fn a_refusal_that_says_that_nobody_is_signed_in_is_looked_into_and_others_change_nothing() {
    for (answer, is_signed_in) in [
        (Answer::error(422, "unprocessable"), false),
        (Answer::error(404, "resource_not_found"), true),
        (Answer::Cut, true),
    ] {
        let (world, clerk) = load(environment(false), &[session("sess_1")], unattended());
        world.fapi.now_on("GET /client", Answer::json(&wrapped(&client(&[]))));
        world.fapi.on(TOUCH, answer);
        focus(&world);
        assert_eq!(clerk.session().is_some(), is_signed_in);
    }
}

#[test]
fn touching_ends_with_the_clerk_object() {
    let (world, clerk) = load(environment(false), &[session("sess_1")], unattended());
    drop(clerk);
    focus(&world);
    assert!(world.fapi.calls().is_empty());
}
