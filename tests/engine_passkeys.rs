//! Passkeys: what the browser is asked, what the server hears of it, and why there may be none.

#![allow(clippy::unwrap_used)]

mod support;

use clerk_wasm::platform::Refusal;
use clerk_wasm::{Clerk, ClerkError, ErrorKind, PasskeyFlow, Result, SignIn};
use support::{Answer, CREDENTIAL, World, client, json, session, wrapped};

const NONCE: &str = r#"{\"challenge\":\"AQID\"}"#;
const PREPARE: &str = "POST /client/sign_ins/sia_1/prepare_first_factor";
const ATTEMPT: &str = "POST /client/sign_ins/sia_1/attempt_first_factor";

fn attempt(status: &str, nonce: &str) -> String {
    format!(
        r#"{{"object":"sign_in_attempt","id":"sia_1","status":"{status}","supported_first_factors":[{{"strategy":"passkey"}}],
            "first_factor_verification":{{"status":"unverified","nonce":"{nonce}"}}}}"#
    )
}

fn with_attempt(attempt: &str) -> (World, Clerk, SignIn) {
    let has = client(&[]).replace("\"sign_in\":null", &format!("\"sign_in\":{attempt}"));
    let (world, clerk) = World::with_client(&has);
    let sign_in = clerk.client().unwrap().sign_in();
    (world, clerk, sign_in)
}

fn code(error: &ClerkError) -> &'static str {
    match error.kind() {
        ErrorKind::Runtime(error) => error.code,
        _ => "none",
    }
}

#[test]
fn an_attempt_is_passed_by_what_a_passkey_has_signed() {
    let started = attempt("needs_first_factor", NONCE);
    let (world, _clerk, sign_in) = with_attempt(&started);
    world.fapi.on(PREPARE, Answer::json(&wrapped(&started)));
    world.fapi.on(ATTEMPT, Answer::json(&wrapped(&attempt("complete", NONCE))));
    world.run(sign_in.authenticate_with_passkey(PasskeyFlow::OfAttempt)).unwrap();
    assert_eq!(world.fapi.calls(), [PREPARE, ATTEMPT]);
    assert_eq!(world.credentials.asked.borrow().as_slice(), [r#"sign {"challenge":"AQID"}"#]);
    let sent = world.fapi.last().body.unwrap();
    assert_eq!(sent, "public_key_credential=%7B%22id%22%3A%22cred_1%22%7D&strategy=passkey", "{CREDENTIAL}");
    assert_eq!(sign_in.data().status().unwrap().as_str(), "complete");
}

#[test]
fn somebody_whom_nobody_knows_yet_may_be_offered_one_in_a_field() {
    for (flow, cannot_offer, asked) in [
        (PasskeyFlow::Discoverable, false, r#"sign {"challenge":"AQID"}"#),
        (PasskeyFlow::Autofill, false, r#"sign {"challenge":"AQID"} in a field"#),
        (PasskeyFlow::Autofill, true, r#"sign {"challenge":"AQID"}"#),
    ] {
        let (world, clerk) = World::with_client(&client(&[]));
        world.credentials.cannot_offer.set(cannot_offer);
        world.fapi.on("POST /client/sign_ins", Answer::json(&wrapped(&attempt("needs_first_factor", NONCE))));
        world.fapi.on(ATTEMPT, Answer::json(&wrapped(&attempt("complete", NONCE))));
        world.run(clerk.client().unwrap().sign_in().authenticate_with_passkey(flow)).unwrap();
        assert_eq!(world.fapi.calls(), ["POST /client/sign_ins", ATTEMPT]);
        assert_eq!(world.credentials.asked.borrow().as_slice(), [asked]);
    }
}

/// What comes of a sign-in where the browser answers this.
fn refused_with(answer: std::result::Result<Option<String>, Refusal>) -> Result<()> {
    let started = attempt("needs_first_factor", NONCE);
    let (world, _clerk, sign_in) = with_attempt(&started);
    world.fapi.on(PREPARE, Answer::json(&wrapped(&started)));
    *world.credentials.next.borrow_mut() = Some(answer);
    let outcome = world.run(sign_in.authenticate_with_passkey(PasskeyFlow::OfAttempt));
    assert_eq!(world.fapi.calls(), [PREPARE], "the server hears of no passkey");
    outcome
}

fn refusal(name: &str) -> Refusal {
    Refusal { name: name.to_owned(), message: "No.".to_owned(), native: json("null") }
}

#[test]
fn what_the_browser_refuses_has_a_code() {
    for (name, wanted) in [
        ("NotAllowedError", "passkey_retrieval_cancelled"),
        ("AbortError", "passkey_operation_aborted"),
        ("SecurityError", "passkey_invalid_rpID_or_domain"),
        ("InvalidStateError", "none"),
        ("TypeError", "none"),
    ] {
        let error = refused_with(Err(refusal(name))).unwrap_err();
        assert_eq!(code(&error), wanted, "{name}");
        assert!(error.message().contains("No."), "{error}");
    }
    assert_eq!(code(&refused_with(Ok(None)).unwrap_err()), "passkey_retrieval_failed");
}

#[test]
fn nothing_is_asked_where_it_makes_no_sense() {
    let (world, _clerk, sign_in) = with_attempt(&attempt("needs_first_factor", NONCE));
    world.credentials.is_missing.set(true);
    let error = world.run(sign_in.authenticate_with_passkey(PasskeyFlow::Discoverable)).unwrap_err();
    assert_eq!(code(&error), "passkey_not_supported");
    let of_nobody =
        attempt("needs_first_factor", NONCE).replace("\"strategy\":\"passkey\"", "\"strategy\":\"password\"");
    let (other, _clerk, sign_in) = with_attempt(&of_nobody);
    let error = other.run(sign_in.authenticate_with_passkey(PasskeyFlow::OfAttempt)).unwrap_err();
    assert_eq!(code(&error), "factor_not_found");
    assert!(world.fapi.calls().is_empty() && other.fapi.calls().is_empty());

    let silent = attempt("needs_first_factor", "");
    let (world, _clerk, sign_in) = with_attempt(&silent);
    world.fapi.on(PREPARE, Answer::json(&wrapped(&silent)));
    let error = world.run(sign_in.authenticate_with_passkey(PasskeyFlow::OfAttempt)).unwrap_err();
    assert_eq!(code(&error), "missing_public_key_options");
    assert!(world.credentials.asked.borrow().is_empty());
}

#[test]
fn a_session_is_verified_by_a_passkey() {
    let (world, clerk) = World::with_client(&client(&[session("sess_1")]));
    let state = |status: &str| {
        format!(
            r#"{{"object":"session_reverification","status":"{status}","level":"first_factor","session":{{"object":"session","id":"sess_1"}},
                "first_factor_verification":{{"status":"unverified","nonce":"{NONCE}"}}}}"#
        )
    };
    let (prepare, attempt) = (
        "POST /client/sessions/sess_1/verify/prepare_first_factor",
        "POST /client/sessions/sess_1/verify/attempt_first_factor",
    );
    world.fapi.on(prepare, Answer::json(&wrapped(&state("needs_first_factor"))));
    world.fapi.on(attempt, Answer::json(&wrapped(&state("complete"))));
    let verification = world.run(clerk.session().unwrap().verify_with_passkey()).unwrap();
    assert_eq!(world.fapi.calls(), [prepare, attempt]);
    assert_eq!(
        verification.status().as_ref().map(|status| status.as_str().to_owned()).as_deref(),
        Some("complete")
    );
    let sent = world.fapi.last().body.unwrap();
    assert!(sent.contains("public_key_credential=%7B%22id%22%3A%22cred_1%22%7D"), "{sent}");
}

#[test]
fn a_session_is_not_verified_by_what_nobody_has_asked_for() {
    let (world, clerk) = World::with_client(&client(&[session("sess_1")]));
    let state = r#"{"object":"session_reverification","status":"needs_first_factor","level":"first_factor",
        "session":{"object":"session","id":"sess_1"},"first_factor_verification":{"status":"unverified"}}"#;
    let prepare = "POST /client/sessions/sess_1/verify/prepare_first_factor";
    world.fapi.on(prepare, Answer::json(&wrapped(state)));
    let error = world.run(clerk.session().unwrap().verify_with_passkey()).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::State(_)), "{error}");
    assert_eq!(world.fapi.calls(), [prepare]);
    assert!(world.credentials.asked.borrow().is_empty());
}

#[test]
fn a_second_factor_is_passed_by_a_passkey() {
    let second = |status: &str| {
        format!(
            r#"{{"object":"sign_in_attempt","id":"sia_1","status":"{status}","supported_second_factors":[{{"strategy":"passkey"}}],
                "second_factor_verification":{{"status":"unverified","nonce":"{NONCE}"}}}}"#
        )
    };
    let (prepare, pass) = (
        "POST /client/sign_ins/sia_1/prepare_second_factor",
        "POST /client/sign_ins/sia_1/attempt_second_factor",
    );
    let (world, _clerk, sign_in) = with_attempt(&second("needs_second_factor"));
    world.fapi.on(prepare, Answer::json(&wrapped(&second("needs_second_factor"))));
    world.fapi.on(pass, Answer::json(&wrapped(&second("complete"))));
    world.run(sign_in.pass_second_factor_with_passkey()).unwrap();
    assert_eq!(world.fapi.calls(), [prepare, pass]);
    let sent = "public_key_credential=%7B%22id%22%3A%22cred_1%22%7D&strategy=passkey";
    assert_eq!(world.fapi.last().body.as_deref(), Some(sent));

    let (world, _clerk, sign_in) = with_attempt(&attempt("needs_second_factor", NONCE));
    let error = world.run(sign_in.pass_second_factor_with_passkey()).unwrap_err();
    assert_eq!((code(&error), world.fapi.calls().len()), ("factor_not_found", 0));
}

fn passkey(nonce: &str) -> String {
    format!(
        r#"{{"object":"passkey","id":"passkey_1","verification":{{"status":"unverified","nonce":"{nonce}"}}}}"#
    )
}

const BEGIN: &str = "POST /me/passkeys";
const PROVE: &str = "POST /me/passkeys/passkey_1/attempt_verification";
const OF_DEVICE: &str =
    r#"{\"challenge\":\"AQID\",\"authenticatorSelection\":{\"authenticatorAttachment\":\"platform\"}}"#;

#[test]
fn a_passkey_is_made_and_the_server_hears_of_it() {
    let (world, clerk) = World::with_client(&client(&[session("sess_1")]));
    world.fapi.on(BEGIN, Answer::json(&wrapped(&passkey(OF_DEVICE))));
    let verified = passkey(OF_DEVICE).replace("unverified", "verified");
    world.fapi.on(PROVE, Answer::json(&wrapped(&verified)));
    let made = world.run(clerk.user().unwrap().create_passkey()).unwrap();
    assert_eq!(world.fapi.calls(), [BEGIN, PROVE]);
    let sent = "strategy=passkey&public_key_credential=%7B%22id%22%3A%22cred_1%22%7D";
    assert_eq!(world.fapi.last().body.as_deref(), Some(sent));
    assert!(made.data().verification().is_some_and(|verification| verification.is_verified()));
    assert!(world.credentials.asked.borrow()[0].starts_with("make {\"challenge\""));
}

#[test]
fn a_passkey_that_cannot_be_made_says_why() {
    let making = |nonce: &str, prepare: &dyn Fn(&World)| {
        let (world, clerk) = World::with_client(&client(&[session("sess_1")]));
        world.fapi.on(BEGIN, Answer::json(&wrapped(&passkey(nonce))));
        prepare(&world);
        let error = world.run(clerk.user().unwrap().create_passkey()).unwrap_err();
        assert!(!world.fapi.calls().contains(&PROVE.to_owned()));
        (code(&error), error.message().into_owned())
    };
    let with = |answer: std::result::Result<Option<String>, Refusal>| {
        move |world: &World| *world.credentials.next.borrow_mut() = Some(answer.clone())
    };
    assert_eq!(making(OF_DEVICE, &|world| world.credentials.is_missing.set(true)).0, "passkey_not_supported");
    assert_eq!(
        making(OF_DEVICE, &|world| world.credentials.is_not_kept.set(true)).0,
        "passkey_pa_not_supported"
    );
    for (name, wanted) in [
        ("InvalidStateError", "passkey_already_exists"),
        ("NotAllowedError", "passkey_registration_cancelled"),
        ("AbortError", "passkey_operation_aborted"),
        ("SecurityError", "passkey_invalid_rpID_or_domain"),
    ] {
        assert_eq!(making(OF_DEVICE, &with(Err(refusal(name)))).0, wanted);
    }
    assert_eq!(making(OF_DEVICE, &with(Ok(None))).0, "passkey_registration_failed");
    for nonsense in ["", "no json", "5"] {
        assert!(making(nonsense, &|_| ()).1.contains("what a passkey should be made of"), "{nonsense}");
    }
}
