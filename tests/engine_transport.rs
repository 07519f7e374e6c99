//! How long a request may take, and which ones are sent again.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod support;

use clerk_wasm::ErrorKind;
use clerk_wasm::engine::Client;
use support::{Answer, NOW, World, client, session, wrapped};

fn world() -> (World, Client) {
    let (world, clerk) = World::with_client(&client(&[session("sess_1")]));
    let client = clerk.client().unwrap();
    (world, client)
}

/// What each request says of the try that it is.
fn attempts(world: &World) -> Vec<String> {
    let number = |url: &str| url.split_once("&_clerk_retry_attempt=").map(|(_, number)| number.to_owned());
    world.fapi.requests().iter().map(|request| number(&request.url).unwrap_or_default()).collect()
}

#[test]
fn a_read_that_the_network_loses_is_sent_again() {
    let (world, client_now) = world();
    world.fapi.now_on("GET /client", Answer::Cut);
    world.fapi.on("GET /client", Answer::Cut);
    world.fapi.on("GET /client", Answer::json(&wrapped(&client(&[session("sess_2")]))));
    world.run(client_now.reload(None)).unwrap();
    assert_eq!(attempts(&world), ["", "1", "2"]);
    assert_eq!(client_now.sessions()[0].data().id().as_deref(), Some("sess_2"));
}

#[test]
fn four_tries_take_less_than_five_seconds() {
    let (world, client) = world();
    world.fapi.now_on("GET /client", Answer::Cut);
    let started_ms = world.now_ms();
    let error = world.run(client.reload(None)).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Network(_)), "{error}");
    assert_eq!(attempts(&world), ["", "1", "2", "3"]);
    // 100, 700 and 1400 ms, each half as long again by the scripted chance.
    assert_eq!(world.now_ms() - started_ms, 3300.0);
    assert!(!error.message().contains("retry"), "{error}");
}

#[test]
fn without_a_network_a_read_waits_longer_for_one() {
    let (world, client) = world();
    world.page.is_online.set(false);
    world.fapi.now_on("GET /client", Answer::Cut);
    let started_ms = world.now_ms();
    world.run(client.reload(None)).unwrap_err();
    assert_eq!(attempts(&world).len(), 11);
    let doubling_ms = [150.0, 1050.0, 2100.0, 4200.0];
    assert_eq!(world.now_ms() - started_ms, doubling_ms.iter().sum::<f64>() + 6.0 * 5000.0);
}

#[test]
fn what_changes_something_is_sent_once() {
    let (world, client) = world();
    for (call, work) in [
        ("DELETE /client", client.destroy()),
        ("POST /client/sessions/sess_1/touch", client.sessions()[0].touch(None)),
    ] {
        world.fapi.forget_log();
        world.fapi.on(call, Answer::Cut);
        world.run(work).unwrap_err();
        assert_eq!(world.fapi.calls(), [call]);
    }
}

#[test]
fn an_answer_is_an_answer() {
    let (world, client) = world();
    for answer in
        [Answer::status(500, "{}"), Answer::error(429, "too_many_requests"), Answer::error(404, "x")]
    {
        world.fapi.forget_log();
        world.fapi.now_on("GET /client", answer);
        world.run(client.reload(None)).unwrap_err();
        assert_eq!(attempts(&world), [""]);
    }
}

#[test]
fn a_connection_that_hangs_is_given_up() {
    let (world, client) = world();
    world.fapi.on("DELETE /client", Answer::Never);
    let error = world.run(client.destroy()).unwrap_err();
    assert_eq!(world.now_ms(), NOW + 30_000.0);
    assert!(error.message().contains("no answer came in time"), "{error}");
}
