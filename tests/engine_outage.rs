//! An outage while loading: what is asked for again, and when.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod support;

use clerk_wasm::engine::{Clerk, GetToken, Status};
use support::{Answer, LIVE, TEST, World, client, jwt, session, unattended, wrapped};

fn there() -> Answer {
    Answer::json(&wrapped(&client(&[session("sess_1")])))
}

fn down() -> Answer {
    Answer::status(502, "<html>")
}

/// A token that is not renewed while a test lasts.
fn lasting() -> String {
    jwt("sess_1", 1e7, 1.0)
}

/// A page that has loaded in an outage of the client, and asked for it once more in vain.
fn in_outage(failure: Answer) -> (World, Clerk) {
    let world = World::new();
    world.cookies.put("__session", &lasting());
    world.fapi.on("GET /environment", Answer::json("{}"));
    world.fapi.on("GET /client", failure);
    let clerk = world.clerk(LIVE);
    world.run(clerk.load(unattended())).unwrap();
    world.settle();
    assert_eq!(clerk.status(), Status::Degraded);
    (world, clerk)
}

fn asked(world: &World, call: &str) -> usize {
    world.fapi.calls().iter().filter(|other| *other == call).count()
}

/// How long it takes until the client is asked for once more, in seconds.
fn seconds_until_asked(world: &World) -> usize {
    let before = asked(world, "GET /client");
    for second in 1..=1000 {
        world.clock.advance(1000.0);
        world.settle();
        if asked(world, "GET /client") > before {
            return second;
        }
    }
    usize::MAX
}

#[test]
fn the_client_is_asked_for_in_longer_and_longer_intervals_until_it_is_there() {
    let (world, clerk) = in_outage(down());
    assert_eq!(asked(&world, "GET /client"), 2, "the second one at once");
    let pauses: Vec<_> = (0..8).map(|_| seconds_until_asked(&world)).collect();
    assert_eq!(pauses, [2, 4, 8, 16, 32, 60, 60, 60]);
    assert_eq!(clerk.status(), Status::Degraded);
    world.fapi.now_on("GET /client", there());
    assert_eq!(seconds_until_asked(&world), 60);
    assert_eq!(clerk.status(), Status::Ready);
    assert_eq!(clerk.client().unwrap().data().id().as_deref(), Some("client_1"));
    let waits = world.clock.waits();
    assert_eq!(seconds_until_asked(&world), usize::MAX);
    assert_eq!(world.clock.waits(), waits, "nothing goes on in the background");
    assert_eq!(asked(&world, "GET /environment"), 1);
}

#[test]
fn the_cookies_token_is_served_while_it_lives() {
    let (world, clerk) = in_outage(down());
    let options = GetToken::default();
    assert_eq!(world.token_of(&clerk.session().unwrap(), options).unwrap(), lasting());
    assert!(!world.fapi.calls().iter().any(|call| call.contains("/tokens")));
}

#[test]
fn the_server_says_how_long_to_wait() {
    let (world, clerk) = in_outage(Answer::error(429, "too_many_requests").with_header("retry-after", "90"));
    assert_eq!(asked(&world, "GET /client"), 1, "the second one not at once");
    world.go_online();
    world.settle();
    assert_eq!((seconds_until_asked(&world), seconds_until_asked(&world)), (90, 90));
    world.fapi.now_on("GET /client", Answer::status(503, "{}").with_header("retry-after", "1"));
    assert_eq!(
        (seconds_until_asked(&world), seconds_until_asked(&world)),
        (90, 8),
        "never more often than without"
    );
    world.fapi.now_on("GET /client", there());
    seconds_until_asked(&world);
    assert_eq!(clerk.status(), Status::Ready);
}

#[test]
fn the_server_says_until_when_to_wait() {
    let date = "Mon, 24 Nov 2025 16:01:30 GMT";
    let (world, _clerk) = in_outage(Answer::status(503, "{}").with_header("retry-after", date));
    assert_eq!(seconds_until_asked(&world), 90);
    assert_eq!(seconds_until_asked(&world), 2, "it is past");
}

#[test]
fn a_server_that_is_asked_too_much_is_not_asked_at_once() {
    let (world, _clerk) = in_outage(Answer::error(429, "too_many_requests"));
    assert_eq!(asked(&world, "GET /client"), 1);
    assert_eq!((seconds_until_asked(&world), seconds_until_asked(&world)), (2, 2));
}

#[test]
fn a_wait_is_no_longer_than_a_timer_can_wait() {
    let (world, _clerk) =
        in_outage(Answer::error(429, "too_many_requests").with_header("retry-after", "4294967295"));
    world.clock.advance(f64::from(i32::MAX));
    world.settle();
    assert_eq!(asked(&world, "GET /client"), 2);
}

#[test]
fn the_client_is_asked_for_at_once_when_the_network_returns() {
    let (world, clerk) = in_outage(down());
    for _ in 0..5 {
        seconds_until_asked(&world);
    }
    let before = asked(&world, "GET /client");
    world.go_online();
    world.settle();
    assert_eq!(asked(&world, "GET /client"), before + 1);
    assert_eq!((seconds_until_asked(&world), seconds_until_asked(&world)), (2, 4), "from the beginning");
    world.fapi.now_on("GET /client", there());
    world.go_online();
    world.settle();
    assert_eq!(clerk.status(), Status::Ready);
}

#[test]
fn without_a_network_there_is_no_sense_in_asking() {
    let world = World::new();
    world.page.is_online.set(false);
    world.fapi.on("GET /environment", down());
    world.fapi.on("GET /client", down());
    let clerk = world.clerk(LIVE);
    world.run(clerk.load(unattended())).unwrap();
    world.settle();
    assert_eq!(asked(&world, "GET /client"), 1);
    assert_eq!(seconds_until_asked(&world), 60, "the browser may be wrong");
    world.fapi.now_on("GET /client", there());
    world.fapi.now_on("GET /environment", Answer::json("{}"));
    world.go_online();
    world.settle();
    assert_eq!(clerk.status(), Status::Ready);
}

#[test]
fn an_environment_that_failed_is_asked_for_again_too() {
    let world = World::new();
    world.fapi.on("GET /environment", Answer::status(500, "oops"));
    world.fapi.on("GET /client", there());
    let clerk = world.clerk(LIVE);
    world.run(clerk.load(unattended())).unwrap();
    world.settle();
    assert_eq!(asked(&world, "GET /environment"), 1);
    world.clock.advance(2000.0);
    world.settle();
    assert_eq!((asked(&world, "GET /environment"), clerk.status()), (2, Status::Degraded));
    world.fapi.now_on("GET /environment", Answer::json("{}"));
    world.clock.advance(4000.0);
    world.settle();
    assert_eq!((asked(&world, "GET /environment"), clerk.status()), (3, Status::Ready));
    assert_eq!(asked(&world, "GET /client"), 1);
}

#[test]
fn ready_means_that_client_and_environment_are_there() {
    let world = World::new();
    world.fapi.on("GET /environment", Answer::status(500, "oops"));
    world.fapi.on("GET /client", Answer::status(500, "oops"));
    world.fapi.on("GET /client", there());
    let clerk = world.clerk(LIVE);
    world.run(clerk.load(unattended())).unwrap();
    world.settle();
    assert_eq!(world.fapi.calls(), ["GET /environment", "GET /client", "GET /client"]);
    assert_eq!(clerk.status(), Status::Degraded);
    assert!(clerk.session().is_some());
    world.fapi.now_on("GET /environment", Answer::json("{}"));
    world.clock.advance(2000.0);
    world.settle();
    assert_eq!(clerk.status(), Status::Ready);
}

#[test]
fn the_servers_client_chooses_the_session_where_the_outage_left_none() {
    let (world, clerk) = in_outage(down());
    world
        .fapi
        .now_on("GET /client", Answer::json(&wrapped(&client(&[session("sess_2"), session("sess_3")]))));
    seconds_until_asked(&world);
    assert_eq!(
        clerk.session().unwrap().data().id().as_deref(),
        Some("sess_2"),
        "sess_1 is not there any more"
    );
    assert_eq!(clerk.status(), Status::Ready);
}

#[test]
fn a_client_that_comes_with_another_answer_ends_the_outage() {
    let (world, clerk) = in_outage(down());
    let touched = support::piggybacked(&session("sess_1"), &client(&[session("sess_1")]));
    world.fapi.on("POST /client/sessions/sess_1/touch", Answer::json(&touched));
    world.run(clerk.session().unwrap().touch(None)).unwrap();
    assert_eq!(clerk.status(), Status::Ready);
    assert_eq!(seconds_until_asked(&world), usize::MAX);
}

#[test]
fn a_refusal_is_not_asked_for_again() {
    let (world, clerk) = in_outage(down());
    world.fapi.now_on("GET /client", Answer::error(400, "origin_invalid"));
    seconds_until_asked(&world);
    assert_eq!(seconds_until_asked(&world), usize::MAX);
    assert_eq!(clerk.status(), Status::Degraded);
    assert!(clerk.session().is_some());
}

#[test]
fn a_development_browser_that_is_not_known_any_more_is_made_anew() {
    let world = World::new();
    world.cookies.put("__clerk_db_jwt", "old");
    world.cookies.put("__session", &lasting());
    world.fapi.on("POST /dev_browser", Answer::json(r#"{"id":"new"}"#));
    world.fapi.on("PATCH /environment", Answer::json("{}"));
    world.fapi.on("GET /client", down());
    world.fapi.on("GET /client", Answer::error(401, "dev_browser_unauthenticated"));
    world.fapi.on("GET /client", there());
    let clerk = world.clerk(TEST);
    world.run(clerk.load(unattended())).unwrap();
    world.settle();
    seconds_until_asked(&world);
    assert_eq!(clerk.status(), Status::Ready);
    assert!(world.fapi.last().url.ends_with("__clerk_db_jwt=new"));
}
