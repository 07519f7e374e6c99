//! What something else on the way answers in the Frontend API's place: a captive portal, a proxy, a page that blocks.

#![allow(clippy::unwrap_used)]

mod support;

use clerk_wasm::engine::{Clerk, GetToken, LoadOptions, Status};
use clerk_wasm::platform::Cookies;
use support::{
    Answer, LIVE, NOW, World, client, jwt, piggybacked, session, session_with, token, unattended, wrapped,
};

const HTML: &str = "<html>Sign in to the hotel's network</html>";

/// With and without success, and JSON that is not Clerk's.
fn foreign() -> Vec<Answer> {
    let html = [200, 401, 403, 404, 422, 429, 500, 511].map(|status| Answer::status(status, HTML));
    let json = ["{}", r#"{"error":"blocked"}"#, r#"{"errors":[]}"#].map(|body| Answer::status(403, body));
    html.into_iter().chain(json).collect()
}

fn there() -> Answer {
    Answer::json(&wrapped(&client(&[session("sess_1")])))
}

fn lasting() -> String {
    token(&jwt("sess_1", 1e7, 1.0))
}

/// A visit that has left a snapshot and a cookie.
fn visited() -> World {
    let world = World::new();
    world.fapi.on("GET /environment", Answer::json("{}"));
    let lasts = format!(r#""expire_at":{}"#, NOW + 1e10);
    let signed_in =
        client(&[session_with("sess_1", "active", &lasting())]).replace(r#""expire_at":1"#, &lasts);
    world.fapi.on("GET /client", Answer::json(&wrapped(&signed_in)));
    world.run(world.clerk(LIVE).load(from_snapshot())).unwrap();
    world
}

fn from_snapshot() -> LoadOptions {
    LoadOptions { start_from_snapshot: true, ..unattended() }
}

fn is_signed_in(clerk: &Clerk) -> bool {
    clerk.session().is_some_and(|session| session.data().id().as_deref() == Some("sess_1"))
}

/// Whether cookie and snapshot of the last visit are there.
fn keeps(world: &World) -> (bool, bool) {
    (world.cookies.get("__session").is_some(), !world.storage.texts.borrow().is_empty())
}

#[test]
fn a_start_among_foreign_answers_is_a_start_in_an_outage() {
    for (number, answer) in foreign().into_iter().enumerate() {
        for options in [unattended(), from_snapshot()] {
            let world = visited().next_visit();
            world.fapi.on("GET /environment", answer.clone());
            world.fapi.on("GET /client", answer.clone());
            let clerk = world.clerk(LIVE);
            world.run(clerk.load(options)).unwrap();
            world.settle();
            assert_eq!(clerk.status(), Status::Degraded, "answer {number}");
            assert!(is_signed_in(&clerk), "answer {number}");
            assert_eq!(keeps(&world), (true, true), "answer {number}");
            world.fapi.now_on("GET /environment", Answer::json("{}"));
            world.fapi.now_on("GET /client", there());
            // First for the client, then for the environment as well.
            world.pass(100_000.0);
            world.pass(100_000.0);
            assert_eq!(clerk.status(), Status::Ready, "answer {number}: it is asked again");
        }
    }
}

#[test]
fn a_refusal_of_clerk_s_own_is_one() {
    for status in [401, 403, 404, 422] {
        let world = visited().next_visit();
        world.fapi.on("GET /environment", Answer::json("{}"));
        world.fapi.on("GET /client", Answer::error(status, "x"));
        let clerk = world.clerk(LIVE);
        assert_eq!(world.run(clerk.load(unattended())).unwrap_err().status(), Some(status));
        let clerk = world.clerk(LIVE);
        world.run(clerk.load(from_snapshot())).unwrap();
        assert!(is_signed_in(&clerk));
        world.settle();
        assert!(world.storage.texts.borrow().is_empty(), "{status}: what it promised is refused");
    }
}

#[test]
fn a_foreign_answer_to_a_call_signs_nobody_out() {
    for answer in foreign() {
        let (world, clerk) = World::with_client(&client(&[session_with("sess_1", "active", "null")]));
        world.fapi.now_on("GET /client", answer.clone());
        world.fapi.on("POST /client/sessions/sess_1/tokens", answer.clone());
        world.fapi.on("POST /client/sessions/sess_1/touch", answer);
        let held = clerk.session().unwrap();
        assert!(world.run(held.touch(None)).is_err());
        assert!(world.run(held.get_token(GetToken::default())).is_err());
        assert!(world.run(clerk.handle_unauthenticated()).is_err());
        assert!(is_signed_in(&clerk));
    }
}

/// JSON that stands where a client should.
fn no_clients() -> Vec<String> {
    let whole = client(&[session("sess_2")]);
    let mut shapes = vec![wrapped("null"), piggybacked("null", &whole), piggybacked(&whole, &whole)];
    shapes.extend(
        [
            "{}",
            "[]",
            "1",
            r#""x""#,
            r#"{"response":[]}"#,
            r#"{"id":"client_1"}"#,
            r#"{"id":1,"sessions":[]}"#,
        ]
        .map(str::to_owned),
    );
    shapes.extend(["{}", "1", r#""x""#].map(|list| format!(r#"{{"id":"client_1","sessions":{list}}}"#)));
    shapes
}

#[test]
fn what_is_no_client_takes_the_place_of_none_wherever_it_stands() {
    for shape in no_clients() {
        let beside = |key: &str| format!(r#"{{"errors":[],{key}}}"#);
        let touched = || Answer::json(&piggybacked(&session("sess_1"), &shape));
        for (way, answer) in [
            ("beside an answer", touched()),
            ("beside an error", Answer::status(422, &beside(&format!(r#""client":{shape}"#)))),
            ("in an error", Answer::status(422, &beside(&format!(r#""meta":{{"client":{shape}}}"#)))),
            ("an answer", Answer::json(&wrapped(&shape))),
        ] {
            let (world, clerk) = World::with_client(&client(&[session("sess_1")]));
            world.fapi.on("POST /client/sessions/sess_1/touch", answer.clone());
            world.fapi.now_on("GET /client", answer);
            let outcome = match way == "an answer" {
                true => world.run(clerk.client().unwrap().reload(None)),
                false => world.run(clerk.session().unwrap().touch(None)),
            };
            assert_eq!(outcome.is_ok(), way == "beside an answer", "{way}: {shape}");
            assert!(is_signed_in(&clerk), "{way}: {shape}");
            assert_eq!(clerk.client().unwrap().data().id().as_deref(), Some("client_1"), "{way}: {shape}");
        }
    }
}

#[test]
fn an_environment_that_is_none_is_lacking() {
    for body in ["null", "[]", r#""x""#, HTML] {
        let world = World::new();
        world.fapi.on("GET /environment", Answer::json(body));
        world.fapi.on("GET /client", there());
        let clerk = world.clerk(LIVE);
        world.run(clerk.load(unattended())).unwrap();
        assert_eq!(clerk.status(), Status::Degraded, "{body}");
        world.fapi.now_on("GET /environment", Answer::json("{}"));
        world.settle();
        world.pass(2000.0);
        assert_eq!(clerk.status(), Status::Ready, "{body}");
    }
}
