//! Sign-in and sign-up attempts: what they send, and what they become.

#![allow(clippy::unwrap_used)]

mod support;

use futures_util::future::join_all;
use support::{Answer, World, client, is_argument_error, json, piggybacked, session, wrapped};

fn attempt(id: &str, status: &str) -> String {
    format!(r#"{{"object":"sign_in_attempt","id":"{id}","status":"{status}","created_session_id":"sess_1"}}"#)
}

#[test]
fn a_held_blank_sign_in_becomes_the_attempt() {
    let (world, clerk) = World::with_client(&client(&[]));
    let held = clerk.client().unwrap().sign_in();
    let body = attempt("sia_1", "needs_first_factor");
    let with_attempt = client(&[]).replace("\"sign_in\":null", &format!("\"sign_in\":{body}"));
    world.fapi.on("POST /client/sign_ins", Answer::json(&piggybacked(&body, &with_attempt)));
    world.run(held.create(&json(r#"{"identifier":"me@example.com","strategy":"email_code"}"#))).unwrap();
    assert_eq!(
        world.fapi.last().body.as_deref(),
        Some("identifier=me%40example.com&strategy=email_code&locale=de-AT")
    );
    assert_eq!(held.data().id().as_deref(), Some("sia_1"));
    assert_eq!(clerk.client().unwrap().sign_in().data().id().as_deref(), Some("sia_1"));

    world.fapi.on("POST /client/sign_ins/sia_1/prepare_first_factor", Answer::json(&wrapped(&body)));
    let factor = json(r#"{"strategy":"email_code","emailAddressId":"idn_1","other":"dropped"}"#);
    world.run(held.prepare_first_factor(&factor)).unwrap();
    assert_eq!(world.fapi.last().body.as_deref(), Some("email_address_id=idn_1&strategy=email_code"));

    let complete = attempt("sia_1", "complete");
    world.fapi.on(
        "POST /client/sign_ins/sia_1/attempt_first_factor",
        Answer::json(&piggybacked(&complete, &client(&[session("sess_1")]))),
    );
    world.run(held.attempt_first_factor(&json(r#"{"strategy":"email_code","code":"424242"}"#))).unwrap();
    assert_eq!(world.fapi.last().body.as_deref(), Some("strategy=email_code&code=424242"));
    assert_eq!(held.data().status().as_deref(), Some("complete"));
    assert_eq!(held.data().created_session_id().as_deref(), Some("sess_1"));
    assert_eq!(clerk.client().unwrap().sign_in().data().id(), None, "the client has none any more");
    assert!(clerk.session().is_none(), "setActive makes it current, nothing else");
}

#[test]
fn an_unknown_strategy_or_no_object_is_refused_before_any_request() {
    let (world, clerk) = World::with_client(&client(&[]));
    let sign_in = clerk.client().unwrap().sign_in();
    for params in ["{}", r#"{"strategy":"carrier_pigeon"}"#, "5", "[]", "null"] {
        let params = json(params);
        assert!(is_argument_error(world.run(sign_in.prepare_first_factor(&params))));
        assert!(is_argument_error(world.run(sign_in.attempt_first_factor(&params))));
    }
    for params in ["\"x\"", "null"] {
        assert!(is_argument_error(world.run(sign_in.create(&json(params)))));
    }
    assert!(world.fapi.calls().is_empty());
}

#[test]
fn a_code_that_is_asked_for_twice_at_once_is_sent_once() {
    let (world, clerk) = World::with_client(&client(&[]));
    let sign_in = clerk.client().unwrap().sign_in();
    let body = attempt("sia_1", "needs_first_factor");
    world.fapi.on("POST /client/sign_ins", Answer::json(&wrapped(&body)));
    world.run(sign_in.create(&json(r#"{"identifier":"me@example.com"}"#))).unwrap();
    world.fapi.forget_log();
    world.fapi.on("POST /client/sign_ins/sia_1/prepare_first_factor", Answer::json(&wrapped(&body)));
    let send = |address: &str| {
        sign_in.prepare_first_factor(&json(&format!(
            r#"{{"strategy":"email_code","emailAddressId":"{address}"}}"#
        )))
    };
    let all = world.run(join_all([send("idn_1"), send("idn_1"), send("idn_2")]));
    assert!(all.iter().all(Result::is_ok));
    assert_eq!(world.fapi.calls().len(), 2, "one for each address");
    world.run(send("idn_1")).unwrap();
    assert_eq!(world.fapi.calls().len(), 3, "what is over is asked for again");
    let slow = send("idn_1");
    world.clock.advance(30_000.0);
    assert!(world.run(join_all([slow, send("idn_1")])).iter().all(Result::is_ok));
    assert_eq!(world.fapi.calls().len(), 5, "nobody waits for more than half a minute");
}

#[test]
fn a_sign_up_walks_through_its_verification() {
    let (world, clerk) = World::with_client(&client(&[]));
    let held = clerk.client().unwrap().sign_up();
    let body = attempt("sua_1", "missing_requirements");
    world.fapi.on("POST /client/sign_ups", Answer::json(&wrapped(&body)));
    let params = json(r#"{"emailAddress":"me@example.com","unsafeMetadata":{"a":{"bC":1}},"locale":"fr"}"#);
    world.run(held.create(&params)).unwrap();
    let sent = "email_address=me%40example.com&unsafe_metadata=%7B%22a%22%3A%7B%22bC%22%3A1%7D%7D&locale=fr";
    assert_eq!(world.fapi.last().body.as_deref(), Some(sent));

    world.fapi.on("PATCH /client/sign_ups/sua_1", Answer::json(&wrapped(&body)));
    world.run(held.update(&json(r#"{"firstName":"Ada"}"#))).unwrap();
    assert_eq!(world.fapi.last().body.as_deref(), Some("first_name=Ada"));

    world.fapi.on("POST /client/sign_ups/sua_1/prepare_verification", Answer::json(&wrapped(&body)));
    world.run(held.prepare_email_address_verification(&json("null"))).unwrap();
    assert_eq!(world.fapi.last().body.as_deref(), Some("strategy=email_code"));

    world
        .fapi
        .on("POST /client/sign_ups/sua_1/attempt_verification", Answer::error(422, "form_code_incorrect"));
    let error = world.run(held.attempt_email_address_verification(&json(r#"{"code":"1"}"#))).unwrap_err();
    assert_eq!(world.fapi.last().body.as_deref(), Some("code=1&strategy=email_code"));
    assert!(error.has_code("form_code_incorrect"));
    assert_eq!(held.data().id().as_deref(), Some("sua_1"), "the attempt is still there");
}

#[test]
fn an_answer_that_is_no_attempt_rejects_and_loses_nothing() {
    let (world, clerk) = World::with_client(&client(&[]));
    let held = clerk.client().unwrap().sign_in();
    world.fapi.on("POST /client/sign_ins", Answer::json(&wrapped(&attempt("sia_1", "needs_first_factor"))));
    world.run(held.create(&json("{}"))).unwrap();
    for body in ["{}", "[]", "null", r#"{"response":null}"#, r#"{"response":"x"}"#, "<html>"] {
        world.fapi.now_on("GET /client/sign_ins/sia_1", Answer::json(body));
        assert!(world.run(held.reload()).is_err(), "{body}");
        assert_eq!(held.data().id().as_deref(), Some("sia_1"));
    }
}
