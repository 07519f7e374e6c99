//! Sign-in and sign-up attempts: what they send, and what they become.

#![allow(clippy::unwrap_used)]

mod support;

use clerk_wasm::engine::Work;
use clerk_wasm::fapi::endpoints::attempt::Call;
use clerk_wasm::fapi::endpoints::{sign_in as sign_in_calls, sign_up as sign_up_calls};
use clerk_wasm::model::{PhoneCodeChannel, SignInStatus, Strategy};
use clerk_wasm::{
    AttemptFactor, AttemptVerification, CreateSignIn, CreateSignUp, PrepareFactor, PrepareVerification,
    ResetPassword, SignUp,
};
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
    world
        .run(held.create(CreateSignIn::default().identifier("me@example.com").strategy("email_code")))
        .unwrap();
    assert_eq!(
        world.fapi.last().body.as_deref(),
        Some("strategy=email_code&identifier=me%40example.com&locale=de-AT")
    );
    assert_eq!(held.data().id().as_deref(), Some("sia_1"));
    assert_eq!(clerk.client().unwrap().sign_in().data().id().as_deref(), Some("sia_1"));

    world.fapi.on("POST /client/sign_ins/sia_1/prepare_first_factor", Answer::json(&wrapped(&body)));
    let factor = PrepareFactor::new(Strategy::EmailCode).email_address_id("idn_1").with("other", "dropped");
    world.run(held.prepare_first_factor(factor)).unwrap();
    assert_eq!(world.fapi.last().body.as_deref(), Some("email_address_id=idn_1&strategy=email_code"));

    let complete = attempt("sia_1", "complete");
    world.fapi.on(
        "POST /client/sign_ins/sia_1/attempt_first_factor",
        Answer::json(&piggybacked(&complete, &client(&[session("sess_1")]))),
    );
    world.run(held.attempt_first_factor(AttemptFactor::by_code(Strategy::EmailCode, "424242"))).unwrap();
    assert_eq!(world.fapi.last().body.as_deref(), Some("strategy=email_code&code=424242"));
    assert_eq!(held.data().status(), Some(SignInStatus::Complete));
    assert_eq!(held.data().created_session_id().as_deref(), Some("sess_1"));
    assert_eq!(clerk.client().unwrap().sign_in().data().id(), None, "the client has none any more");
    assert!(clerk.session().is_none(), "setActive makes it current, nothing else");
}

#[test]
fn the_enterprises_of_a_sign_up_are_a_list() {
    let (world, clerk) = World::with_client(&client(&[session("sess_1")]));
    let sign_up = clerk.client().unwrap().sign_up();
    world.run(sign_up.enterprise_connections()).unwrap_err();
    assert!(world.fapi.calls().is_empty(), "there is no attempt to ask for");

    world.fapi.on("POST /client/sign_ups", Answer::json(&wrapped(r#"{"id":"sua/1"}"#)));
    world.run(sign_up.create(CreateSignUp::default())).unwrap();
    let path = "GET /client/sign_ups/sua%2F1/enterprise_connections";
    let list =
        r#"[{"id":"ent_1","name":"Big","provider":"saml_okta","logo_public_url":null},7,{"id":"ent_2"}]"#;
    world.fapi.on(path, Answer::json(&piggybacked(list, &client(&[]))));
    let connections = world.run(sign_up.enterprise_connections()).unwrap();
    assert_eq!(connections.iter().map(|one| one.id()).collect::<Vec<_>>(), ["ent_1", "ent_2"]);
    let first = connections.first().unwrap();
    assert_eq!(
        (first.name(), first.provider(), first.logo_public_url()),
        ("Big".into(), "saml_okta".into(), None)
    );
    assert_eq!(sign_up.data().id().as_deref(), Some("sua/1"), "the attempt stays what it was");
    assert!(clerk.session().is_some(), "the client that comes along is left alone");

    for odd in [r#"{"id":"ent_1"}"#, "7", "null", "{}"] {
        world.fapi.now_on(path, Answer::json(&wrapped(odd)));
        assert_eq!(world.run(sign_up.enterprise_connections()).unwrap_err().status(), Some(200), "{odd}");
    }
    world.fapi.now_on("POST /client/sign_ups", Answer::json(&wrapped("[]")));
    assert_eq!(
        world.run(sign_up.create(CreateSignUp::default())).unwrap_err().status(),
        Some(200),
        "an attempt is no list"
    );
}

#[test]
fn an_unknown_strategy_is_refused_before_any_request() {
    let (world, clerk) = World::with_client(&client(&[]));
    let sign_in = clerk.client().unwrap().sign_in();
    for params in [
        PrepareFactor::default(),
        PrepareFactor::new("carrier_pigeon"),
        PrepareFactor::new(Strategy::oauth("google")),
    ] {
        assert!(is_argument_error(world.run(sign_in.prepare_first_factor(params))));
    }
    assert!(world.fapi.calls().is_empty());
}

/// JavaScript gives its parameters as they are.
#[test]
fn what_is_no_object_of_parameters_is_refused() {
    let calls: Vec<&Call> = sign_in_calls::CALLS.into_iter().chain(sign_up_calls::CALLS).collect();
    for call in calls.into_iter().filter(|call| call.name != "reload") {
        for params in ["\"x\"", "5", "[]"] {
            assert!(is_argument_error(call.request(None, &json(params), None)), "{} {params}", call.name);
        }
        let is_refused = is_argument_error(call.request(None, &json("null"), None));
        assert!(is_refused || call.may_be_bare, "{}", call.name);
    }
}

#[test]
fn a_code_that_is_asked_for_twice_at_once_is_sent_once() {
    let (world, clerk) = World::with_client(&client(&[]));
    let sign_in = clerk.client().unwrap().sign_in();
    let body = attempt("sia_1", "needs_first_factor");
    world.fapi.on("POST /client/sign_ins", Answer::json(&wrapped(&body)));
    world.run(sign_in.create(CreateSignIn::default().identifier("me@example.com"))).unwrap();
    world.fapi.forget_log();
    world.fapi.on("POST /client/sign_ins/sia_1/prepare_first_factor", Answer::json(&wrapped(&body)));
    let send = |address: &str| {
        sign_in.prepare_first_factor(PrepareFactor::new(Strategy::EmailCode).email_address_id(address))
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
    let metadata = json(r#"{"a":{"bC":1}}"#);
    let params =
        CreateSignUp::default().email_address("me@example.com").unsafe_metadata(metadata).locale("fr");
    world.run(held.create(params)).unwrap();
    let sent = "email_address=me%40example.com&unsafe_metadata=%7B%22a%22%3A%7B%22bC%22%3A1%7D%7D&locale=fr";
    assert_eq!(world.fapi.last().body.as_deref(), Some(sent));

    world.fapi.on("PATCH /client/sign_ups/sua_1", Answer::json(&wrapped(&body)));
    world.run(held.update(CreateSignUp::default().first_name("Ada"))).unwrap();
    assert_eq!(world.fapi.last().body.as_deref(), Some("first_name=Ada"));

    world.fapi.on("POST /client/sign_ups/sua_1/prepare_verification", Answer::json(&wrapped(&body)));
    world.run(held.prepare_email_address_verification(PrepareVerification::default())).unwrap();
    assert_eq!(world.fapi.last().body.as_deref(), Some("strategy=email_code"));

    world
        .fapi
        .on("POST /client/sign_ups/sua_1/attempt_verification", Answer::error(422, "form_code_incorrect"));
    let error = world.run(held.attempt_email_address_verification("1")).unwrap_err();
    assert_eq!(world.fapi.last().body.as_deref(), Some("code=1&strategy=email_code"));
    assert!(error.has_code("form_code_incorrect"));
    assert_eq!(held.data().id().as_deref(), Some("sua_1"), "the attempt is still there");
}

#[test]
fn an_answer_that_is_no_attempt_rejects_and_loses_nothing() {
    let (world, clerk) = World::with_client(&client(&[]));
    let held = clerk.client().unwrap().sign_in();
    world.fapi.on("POST /client/sign_ins", Answer::json(&wrapped(&attempt("sia_1", "needs_first_factor"))));
    world.run(held.create(CreateSignIn::default())).unwrap();
    for body in ["{}", "[]", "null", r#"{"response":null}"#, r#"{"response":"x"}"#, "<html>"] {
        world.fapi.now_on("GET /client/sign_ins/sia_1", Answer::json(body));
        assert!(world.run(held.reload()).is_err(), "{body}");
        assert_eq!(held.data().id().as_deref(), Some("sia_1"));
    }
}

/// Parameters with every field that a factor could have.
fn everything(strategy: &str) -> PrepareFactor {
    PrepareFactor::new(strategy)
        .email_address_id("idn_1")
        .phone_number_id("idn_2")
        .web3_wallet_id("idn_3")
        .redirect_url("r")
        .is_default(true)
        .channel(PhoneCodeChannel::Sms)
        .action_complete_redirect_url("c")
        .oidc_prompt("o")
        .enterprise_connection_id("e")
        .with("other", "dropped")
}

#[test]
fn each_first_factor_is_prepared_with_its_own_fields() {
    let (world, clerk) = World::with_client(&client(&[]));
    let sign_in = clerk.client().unwrap().sign_in();
    let body = attempt("sia_1", "needs_first_factor");
    world.fapi.on("POST /client/sign_ins", Answer::json(&wrapped(&body)));
    world.run(sign_in.create(CreateSignIn::default())).unwrap();
    for (strategy, fields) in [
        ("passkey", ""),
        ("email_code", "email_address_id=idn_1&"),
        ("email_link", "email_address_id=idn_1&redirect_url=r&"),
        ("phone_code", "phone_number_id=idn_2&default=true&channel=sms&"),
        ("reset_password_email_code", "email_address_id=idn_1&"),
        ("reset_password_phone_code", "phone_number_id=idn_2&"),
        ("web3_metamask_signature", "web3_wallet_id=idn_3&"),
        ("web3_solana_signature", "web3_wallet_id=idn_3&"),
        (
            "enterprise_sso",
            "email_address_id=idn_1&redirect_url=r&action_complete_redirect_url=c&oidc_prompt=o&enterprise_connection_id=e&",
        ),
    ] {
        world.fapi.on("POST /client/sign_ins/sia_1/prepare_first_factor", Answer::json(&wrapped(&body)));
        world.run(sign_in.prepare_first_factor(everything(strategy))).unwrap();
        let expected = format!("{fields}strategy={strategy}");
        assert_eq!(world.fapi.last().body, Some(expected));
    }
}

#[test]
fn the_other_calls_of_a_sign_in() {
    let (world, clerk) = World::with_client(&client(&[]));
    let sign_in = clerk.client().unwrap().sign_in();
    let body = attempt("sia_1", "needs_second_factor");
    world.fapi.on("POST /client/sign_ins", Answer::json(&wrapped(&body)));
    world.run(sign_in.create(CreateSignIn::default())).unwrap();
    let phone = PrepareFactor::new(Strategy::PhoneCode);
    let password = ResetPassword::new("p").sign_out_of_other_sessions(false);
    for (work, path, sent) in [
        (sign_in.prepare_second_factor(phone), "POST /prepare_second_factor", "strategy=phone_code"),
        (
            sign_in.attempt_second_factor(AttemptFactor::by_code(Strategy::Totp, "1")),
            "POST /attempt_second_factor",
            "strategy=totp&code=1",
        ),
        (
            sign_in.reset_password(password),
            "POST /reset_password",
            "password=p&sign_out_of_other_sessions=false",
        ),
        (sign_in.submit_protect_check("t"), "PATCH /protect_check", "proof_token=t"),
    ] {
        let path = path.replace(" ", " /client/sign_ins/sia_1");
        world.fapi.on(&path, Answer::json(&wrapped(&body)));
        world.run(work).unwrap();
        assert_eq!(world.fapi.last().body.as_deref(), Some(sent), "{path}");
    }
}

#[test]
fn each_verification_of_a_sign_up_has_its_strategy() {
    let (world, clerk) = World::with_client(&client(&[]));
    let sign_up = clerk.client().unwrap().sign_up();
    let body = attempt("sua_1", "missing_requirements");
    world.fapi.on("POST /client/sign_ups", Answer::json(&wrapped(&body)));
    world.run(sign_up.upsert(CreateSignUp::default())).unwrap();
    world.fapi.on("PATCH /client/sign_ups/sua_1", Answer::json(&wrapped(&body)));
    world.run(sign_up.upsert(CreateSignUp::default().first_name("Ada"))).unwrap();
    assert_eq!(world.fapi.last().body.as_deref(), Some("first_name=Ada"));
    type Call = fn(&SignUp) -> Work;
    fn link() -> PrepareVerification {
        PrepareVerification::new(Strategy::EmailLink).redirect_url("r")
    }
    let rows: [(Call, &str, &str); 9] = [
        (|attempt| attempt.prepare_verification(link()), "prepare", "strategy=email_link&redirect_url=r"),
        (
            |attempt| attempt.attempt_verification(AttemptVerification::by_code("other", "1")),
            "attempt",
            "strategy=other&code=1",
        ),
        (
            |attempt| attempt.prepare_email_address_verification(link()),
            "prepare",
            "strategy=email_link&redirect_url=r",
        ),
        (|attempt| attempt.attempt_email_address_verification("1"), "attempt", "code=1&strategy=email_code"),
        (
            |attempt| attempt.prepare_phone_number_verification(PrepareVerification::default()),
            "prepare",
            "strategy=phone_code",
        ),
        (|attempt| attempt.attempt_phone_number_verification("1"), "attempt", "code=1&strategy=phone_code"),
        (
            |attempt| attempt.prepare_web3_wallet_verification(PrepareVerification::default()),
            "prepare",
            "strategy=web3_metamask_signature",
        ),
        (
            |attempt| attempt.attempt_web3_wallet_verification(AttemptVerification::default().signature("s")),
            "attempt",
            "signature=s&strategy=web3_metamask_signature",
        ),
        (
            |attempt| {
                let signed = AttemptVerification::by_signature(Strategy::Web3Base, "s").with("other", true);
                attempt.attempt_web3_wallet_verification(signed)
            },
            "attempt",
            "signature=s&strategy=web3_base_signature",
        ),
    ];
    for (call, path, sent) in rows {
        let path = format!("POST /client/sign_ups/sua_1/{path}_verification");
        world.fapi.on(&path, Answer::json(&wrapped(&body)));
        world.run(call(&sign_up)).unwrap();
        assert_eq!(world.fapi.last().body.as_deref(), Some(sent));
    }
    world.fapi.on("PATCH /client/sign_ups/sua_1/protect_check", Answer::json(&wrapped(&body)));
    world.run(sign_up.submit_protect_check("t")).unwrap();
    assert_eq!(world.fapi.last().body.as_deref(), Some("proof_token=t"));
}

#[test]
fn second_factors_and_verifications_that_are_asked_for_twice_at_once_are_sent_once() {
    let (world, clerk) = World::with_client(&client(&[]));
    let (sign_in, sign_up) = (clerk.client().unwrap().sign_in(), clerk.client().unwrap().sign_up());
    world.fapi.on("POST /client/sign_ins", Answer::json(&wrapped(&attempt("sia_1", "needs_second_factor"))));
    world.fapi.on("POST /client/sign_ups", Answer::json(&wrapped(&attempt("sua_1", "missing_requirements"))));
    world.run(sign_in.create(CreateSignIn::default())).unwrap();
    world.run(sign_up.create(CreateSignUp::default())).unwrap();
    let phone = || PrepareFactor::new(Strategy::PhoneCode);
    let email = PrepareFactor::new(Strategy::EmailCode);
    let phone_number = PrepareVerification::new(Strategy::PhoneCode);
    let second = "POST /client/sign_ins/sia_1/prepare_second_factor";
    let verification = "POST /client/sign_ups/sua_1/prepare_verification";
    world.fapi.on(second, Answer::json(&wrapped(&attempt("sia_1", "needs_second_factor"))));
    world.fapi.on(verification, Answer::json(&wrapped(&attempt("sua_1", "missing_requirements"))));
    world.fapi.forget_log();
    let all = world.run(join_all([
        sign_in.prepare_second_factor(phone()),
        sign_in.prepare_second_factor(phone()),
        sign_in.prepare_second_factor(email),
        sign_up.prepare_verification(phone_number),
        sign_up.prepare_phone_number_verification(PrepareVerification::default()),
    ]));
    assert!(all.iter().all(Result::is_ok));
    assert_eq!(
        world.fapi.calls(),
        [second, second, verification],
        "another factor, or another attempt, is another call"
    );
    world.fapi.now_on(second, Answer::error(422, "form_code_incorrect"));
    let refused = || world.run(sign_in.prepare_second_factor(phone())).is_err();
    assert!(refused(), "after a success it is sent again");
    assert!(refused(), "and after a failure");
    assert_eq!(world.fapi.calls().len(), 5);
}
