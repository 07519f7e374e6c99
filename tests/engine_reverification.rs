//! Reverification: what it sends, what comes of it, and what is refused before anything is sent.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod support;

use clerk_wasm::engine::{Clerk, GetToken, Session, Work};
use clerk_wasm::fapi::endpoints::reverification as calls;
use clerk_wasm::model::{SessionVerification, SessionVerificationStatus, Strategy, VerificationLevel};
use clerk_wasm::{AttemptFactor, PrepareFactor};
use std::time::Duration;
use support::{
    Answer, World, client, is_argument_error, json, jwt, piggybacked, session, session_with, token, wrapped,
};

const VERIFY: &str = "POST /client/sessions/sess_1/verify";

fn state(status: &str) -> String {
    format!(
        r#"{{"object":"session_reverification","status":"{status}","level":"multi_factor",
            "supported_first_factors":[{{"strategy":"password"}},{{"strategy":"email_code","email_address_id":"idn_1"}}],
            "supported_second_factors":null,"first_factor_verification":{{"status":"verified","strategy":"password"}},
            "second_factor_verification":null,
            "session":{{"object":"session","id":"sess_1","status":"active","last_active_token":null}}}}"#
    )
}

/// A call of a session, with where it goes and what it sends.
type Row = (fn(&Session) -> Work<SessionVerification>, &'static str, &'static str);

const ROWS: [Row; 10] = [
    (
        |session| {
            let code = PrepareFactor::new(Strategy::EmailCode).email_address_id("idn_1").redirect_url("x");
            session.prepare_first_factor_verification(code.with("safeIdentifier", "a@b.c"))
        },
        "/prepare_first_factor",
        "email_address_id=idn_1&strategy=email_code",
    ),
    (
        |session| {
            let code = PrepareFactor::new(Strategy::PhoneCode).phone_number_id("idn_2").is_default(true);
            session.prepare_first_factor_verification(code.email_address_id("x"))
        },
        "/prepare_first_factor",
        "phone_number_id=idn_2&default=true&strategy=phone_code",
    ),
    (
        |session| {
            let enterprise = PrepareFactor::new(Strategy::EnterpriseSso).redirect_url("https://a.b/");
            let enterprise = enterprise.enterprise_connection_id("ent_1").email_address_id("idn_1");
            session.prepare_first_factor_verification(enterprise)
        },
        "/prepare_first_factor",
        "email_address_id=idn_1&enterprise_connection_id=ent_1&redirect_url=https%3A%2F%2Fa.b%2F&strategy=enterprise_sso",
    ),
    (
        |session| {
            let password = AttemptFactor::by_password("a b").with("moreOfIt", 1.0);
            session.attempt_first_factor_verification(password)
        },
        "/attempt_first_factor",
        "strategy=password&password=a+b&more_of_it=1",
    ),
    (
        |session| {
            let code = AttemptFactor::by_code(Strategy::PhoneCode, "424242");
            session.attempt_first_factor_verification(code)
        },
        "/attempt_first_factor",
        "strategy=phone_code&code=424242",
    ),
    (
        |session| {
            let phone = PrepareFactor::new(Strategy::PhoneCode).phone_number_id("idn_2");
            session.prepare_second_factor_verification(phone)
        },
        "/prepare_second_factor",
        "strategy=phone_code&phone_number_id=idn_2",
    ),
    (
        |session| session.prepare_second_factor_verification(PrepareFactor::default()),
        "/prepare_second_factor",
        "",
    ),
    (
        |session| {
            let code = AttemptFactor::by_code(Strategy::Totp, "123456");
            session.attempt_second_factor_verification(code)
        },
        "/attempt_second_factor",
        "strategy=totp&code=123456",
    ),
    (
        |session| session.attempt_second_factor_verification(AttemptFactor::new("telepathy")),
        "/attempt_second_factor",
        "strategy=telepathy",
    ),
    (|session| session.start_verification(VerificationLevel::SecondFactor), "", "level=second_factor"),
];

fn signed_in() -> (World, Clerk) {
    World::with_client(&client(&[session("sess_1")]))
}

#[test]
fn each_call_sends_what_clerk_js_sends() {
    for (call, action, body) in ROWS {
        let (world, clerk) = signed_in();
        world.fapi.on(&format!("{VERIFY}{action}"), Answer::json(&wrapped(&state("needs_first_factor"))));
        let verification = world.run(call(&clerk.session().unwrap())).unwrap();
        assert_eq!(world.fapi.last().body.as_deref(), Some(body));
        assert_eq!(verification.status(), Some(SessionVerificationStatus::NeedsFirstFactor));
    }
}

#[test]
fn the_answer_is_read() {
    let (world, clerk) = signed_in();
    world.fapi.on(VERIFY, Answer::json(&wrapped(&state("needs_second_factor"))));
    let verification =
        world.run(clerk.session().unwrap().start_verification(VerificationLevel::MultiFactor)).unwrap();
    assert_eq!(verification.level(), Some(VerificationLevel::MultiFactor));
    assert_eq!(verification.id(), None);
    assert!(!verification.is_complete());
    assert_eq!(verification.session().id().as_deref(), Some("sess_1"));
    assert_eq!(verification.supported_first_factors().len(), 2);
    assert!(verification.supported_second_factors().is_empty());
    assert!(verification.first_factor_verification().is_verified());
    assert_eq!(verification.second_factor_verification().status(), None);
}

#[test]
fn the_client_that_comes_along_says_how_young_the_factors_are() {
    let (world, clerk) = signed_in();
    let verified = session("sess_1").replace(r#""actor""#, r#""factor_verification_age":[0,-1],"actor""#);
    world.fapi.on(
        &format!("{VERIFY}/attempt_first_factor"),
        Answer::json(&piggybacked(&state("complete"), &client(&[verified]))),
    );
    let params = AttemptFactor::by_password("x");
    let done = world.run(clerk.session().unwrap().attempt_first_factor_verification(params)).unwrap();
    assert!(done.is_complete());
    let age = clerk.session().unwrap().data().factor_verification_age().unwrap();
    assert_eq!((age.first, age.second), (Some(Duration::ZERO), None));
}

#[test]
fn a_client_that_comes_with_a_refusal_counts() {
    let (world, clerk) = signed_in();
    let refusal = format!(
        r#"{{"errors":[{{"code":"form_password_incorrect","message":"m"}}],"meta":{{"client":{}}}}}"#,
        client(&[session("sess_1"), session("sess_2")])
    );
    world.fapi.on(&format!("{VERIFY}/attempt_first_factor"), Answer::status(422, &refusal));
    let params = AttemptFactor::by_password("x");
    let error = world.run(clerk.session().unwrap().attempt_first_factor_verification(params)).unwrap_err();
    assert!(error.has_code("form_password_incorrect"));
    assert_eq!(clerk.client().unwrap().sessions().len(), 2);
}

#[test]
fn the_reduced_session_leaves_tokens_alone() {
    let (own, foreign) = (jwt("sess_1", 60.0, 1.0), jwt("sess_1", 60.0, 9.0));
    let (world, clerk) = World::with_client(&client(&[session_with("sess_1", "active", &token(&own))]));
    let with_token = state("complete")
        .replace(r#""last_active_token":null"#, &format!(r#""last_active_token":{}"#, token(&foreign)));
    world.fapi.on(VERIFY, Answer::json(&wrapped(&with_token)));
    let held = clerk.session().unwrap();
    world.run(held.start_verification(VerificationLevel::FirstFactor)).unwrap();
    let served = world.run(held.get_token(GetToken::default())).unwrap();
    assert_eq!(served.expose(), &own);
    assert_eq!(world.fapi.calls().len(), 1);
}

#[test]
fn ids_are_encoded_in_the_path() {
    let (world, clerk) = World::with_client(&client(&[session("sess/1?")]));
    for action in ["", "/prepare_second_factor"] {
        world.fapi.on(
            &format!("POST /client/sessions/sess%2F1%3F/verify{action}"),
            Answer::json(&wrapped(&state("complete"))),
        );
    }
    let held = clerk.session().unwrap();
    world.run(held.start_verification(VerificationLevel::FirstFactor)).unwrap();
    world.run(held.prepare_second_factor_verification(PrepareFactor::default())).unwrap();
}

#[test]
fn a_passkey_is_asked_for_and_sent_as_text() {
    let (world, clerk) = signed_in();
    for action in ["prepare", "attempt"] {
        world.fapi.on(
            &format!("POST /client/sessions/sess_1/verify/{action}_first_factor"),
            Answer::json(&wrapped(&state("complete"))),
        );
    }
    let held = clerk.session().unwrap();
    world.run(held.prepare_first_factor_verification(PrepareFactor::new(Strategy::Passkey))).unwrap();
    assert_eq!(world.fapi.last().body.as_deref(), Some("strategy=passkey"));
    let answer =
        AttemptFactor::new(Strategy::Passkey).public_key_credential(r#"{"id":1}"#).with("other", 1.0);
    world.run(held.attempt_first_factor_verification(answer)).unwrap();
    let sent = "public_key_credential=%7B%22id%22%3A1%7D&strategy=passkey";
    assert_eq!(world.fapi.last().body.as_deref(), Some(sent));
}

#[test]
fn what_cannot_be_sent_is_refused_before_any_request() {
    let (world, clerk) = signed_in();
    let held = clerk.session().unwrap();
    for strategy in [None, Some(Strategy::Other("smoke".to_owned()))] {
        let prepared = PrepareFactor { strategy: strategy.clone(), ..PrepareFactor::default() };
        assert!(is_argument_error(world.run(held.prepare_first_factor_verification(prepared))));
        let attempted = AttemptFactor { strategy, ..AttemptFactor::default() };
        assert!(is_argument_error(world.run(held.attempt_first_factor_verification(attempted))));
    }
    let password = PrepareFactor::new(Strategy::Password);
    assert!(is_argument_error(world.run(held.prepare_first_factor_verification(password))));
    assert!(world.fapi.calls().is_empty());
}

/// JavaScript gives its parameters as they are.
#[test]
fn what_is_no_object_of_parameters_is_refused() {
    for call in calls::CALLS {
        for params in ["5", "[]", r#""password""#] {
            assert!(is_argument_error(call.request(Some("sess_1"), &json(params), None)), "{}", call.name);
        }
        let is_refused = is_argument_error(call.request(Some("sess_1"), &json("null"), None));
        assert_eq!(is_refused, call.name != calls::PREPARE_SECOND_FACTOR.name, "{}", call.name);
    }
}

#[test]
fn an_answer_that_is_no_reverification_is_an_error_and_changes_nothing() {
    for answer in [
        Answer::status(200, "<html>"),
        Answer::json("{}"),
        Answer::json(&wrapped("null")),
        Answer::json("[]"),
    ] {
        let (world, clerk) = signed_in();
        world.fapi.on(VERIFY, answer);
        assert!(
            world.run(clerk.session().unwrap().start_verification(VerificationLevel::FirstFactor)).is_err()
        );
        assert_eq!(clerk.session().unwrap().data().id().as_deref(), Some("sess_1"));
    }
}

#[test]
fn an_answer_without_content_is_one_that_nothing_is_known_of() {
    let (world, clerk) = signed_in();
    world.fapi.on(VERIFY, Answer::no_content());
    let verification =
        world.run(clerk.session().unwrap().start_verification(VerificationLevel::FirstFactor)).unwrap();
    assert_eq!((verification.status(), verification.is_complete()), (None, false));
}
