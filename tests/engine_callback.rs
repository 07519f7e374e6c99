//! The page that a provider leads back to: each state of the two attempts, and where one goes from it.

#![allow(clippy::unwrap_used)]

mod support;

use clerk_wasm::engine::{Clerk, ClerkOptions, LoadOptions};
use clerk_wasm::json::Json;
use clerk_wasm::{ErrorKind, HandleRedirectCallback};
use support::{Answer, LIVE, World, client, piggybacked, session, unattended, wrapped};

const ENVIRONMENT: &str =
    r#"{"display_config":{"sign_in_url":"https://app.test/in","sign_up_url":"https://app.test/up"}}"#;

/// A client with attempts and sessions; `null` is none.
fn client_with(sign_in: &str, sign_up: &str, sessions: &[String]) -> String {
    client(sessions)
        .replace("\"sign_in\":null", &format!("\"sign_in\":{sign_in}"))
        .replace("\"sign_up\":null", &format!("\"sign_up\":{sign_up}"))
}

/// A page with a Clerk object that is loaded.
fn on_page(query: &str, client: &str, options: LoadOptions) -> (World, Clerk) {
    let world = World::new();
    let href = format!("https://app.test/callback{query}");
    let clerk = world.clerk_at(Some(&href), LIVE, &ClerkOptions::default());
    world.fapi.on("GET /environment", Answer::json(ENVIRONMENT));
    world.fapi.on("GET /client", Answer::json(&wrapped(client)));
    world.run(clerk.load(options)).unwrap();
    world.fapi.forget_log();
    world.page.leaves.set(false);
    (world, clerk)
}

fn went(world: &World) -> Vec<String> {
    world.page.went_to.borrow().clone()
}

fn attempt(noun: &str, id: &str, rest: &str) -> String {
    let rest = if rest.is_empty() { String::new() } else { format!(",{rest}") };
    format!(r#"{{"object":"{noun}","id":"{id}"{rest}}}"#)
}

fn sign_in(rest: &str) -> String {
    attempt("sign_in_attempt", "sia_1", rest)
}

fn sign_up(rest: &str) -> String {
    attempt("sign_up_attempt", "sua_1", rest)
}

fn factor(verification: &str) -> String {
    sign_in(&format!(r#""status":"needs_identifier","first_factor_verification":{verification}"#))
}

fn account(verification: &str) -> String {
    sign_up(&format!(
        r#""status":"missing_requirements","missing_fields":[],"unverified_fields":[],"verifications":{{"external_account":{verification}}}"#
    ))
}

fn failed_by(status: &str, code: &str) -> String {
    format!(r#"{{"status":"{status}","error":{{"code":"{code}","meta":{{"session_id":"sess_1"}}}}}}"#)
}

/// Rows of where one goes to without a further request: the sign-in, the sign-up, and the page.
fn rows() -> Vec<(String, String, &'static str)> {
    let null = || "null".to_owned();
    let verified = r#"{"status":"verified"}"#;
    let lacks = |fields: &str| {
        sign_up(&format!(
            r#""status":"missing_requirements",{fields},"verifications":{{"external_account":{verified}}}"#
        ))
    };
    vec![
        (null(), null(), "/in"),
        (
            sign_in(r#""status":"needs_first_factor","supported_first_factors":[{"strategy":"password"}]"#),
            null(),
            "/in#/factor-one",
        ),
        (sign_in(r#""status":"needs_first_factor""#), null(), "/in#/factor-one"),
        (
            sign_in(r#""status":"needs_first_factor","supported_first_factors":null"#),
            null(),
            "/in#/factor-one",
        ),
        (sign_in(r#""status":"needs_first_factor","supported_first_factors":[]"#), null(), "/in"),
        (
            sign_in(
                r#""status":"needs_first_factor","supported_first_factors":[{"strategy":"enterprise_sso"}]"#,
            ),
            null(),
            "/in",
        ),
        (sign_in(r#""status":"needs_second_factor""#), null(), "/in#/factor-two"),
        (sign_in(r#""status":"needs_new_password""#), null(), "/in#/reset-password"),
        (sign_in(r#""status":"needs_protect_check""#), null(), "/in#/protect-check"),
        (
            sign_in(r#""status":"needs_first_factor","protect_check":{"sdk_url":"x"}"#),
            null(),
            "/in#/protect-check",
        ),
        (sign_in(r#""status":"complete","created_session_id":null"#), null(), "/in"),
        (
            null(),
            sign_up(r#""status":"missing_requirements","protect_check":{"sdk_url":"x"}"#),
            "/up#/protect-check",
        ),
        (null(), account(&failed_by("failed", "user_locked")), "/up"),
        (factor(&failed_by("failed", "user_locked")), null(), "/in"),
        (null(), account(&failed_by("unverified", "whatever")), "/up"),
        (null(), lacks(r#""missing_fields":["protect_check"],"unverified_fields":[]"#), "/up#/protect-check"),
        (
            null(),
            lacks(r#""missing_fields":["username"],"unverified_fields":["email_address"]"#),
            "/up#/continue",
        ),
        (
            null(),
            lacks(r#""missing_fields":[],"unverified_fields":["phone_number","email_address"]"#),
            "/up#/verify-email-address",
        ),
        (
            null(),
            lacks(r#""missing_fields":[],"unverified_fields":["phone_number"]"#),
            "/up#/verify-phone-number",
        ),
    ]
}

#[test]
fn each_state_of_the_attempts_leads_to_its_page() {
    for (sign_in, sign_up, page) in rows() {
        let (world, clerk) = on_page("", &client_with(&sign_in, &sign_up, &[]), unattended());
        world.run(clerk.handle_redirect_callback(HandleRedirectCallback::default())).unwrap();
        assert_eq!(went(&world), [format!("https://app.test{page}")], "{sign_in} {sign_up}");
        assert!(world.fapi.calls().is_empty());
    }
}

#[test]
fn the_caller_names_pages_and_a_stranger_is_gone_to_nowhere() {
    let needs = sign_in(r#""status":"needs_second_factor""#);
    for (named, page) in [("/second", "/second"), ("https://other.test/x", ""), ("javascript:alert(1)", "/")]
    {
        let (world, clerk) = on_page("", &client_with(&needs, "null", &[]), unattended());
        world
            .run(clerk.handle_redirect_callback(HandleRedirectCallback::default().second_factor_url(named)))
            .unwrap();
        // Another origin is the application's own word.
        let wanted = if page.is_empty() { named.to_owned() } else { format!("https://app.test{page}") };
        assert_eq!(went(&world), [wanted]);
    }
}

#[test]
fn a_challenge_that_was_met_is_no_reason_to_go_there_again() {
    let gated = sign_in(r#""status":"needs_second_factor","protect_check":{"sdk_url":"x"}"#);
    let gated_up = sign_up(r#""status":"missing_requirements","protect_check":{"sdk_url":"x"}"#);
    let (world, clerk) = on_page("", &client_with(&gated, &gated_up, &[]), unattended());
    world.run(clerk.resume_after_protect_check(HandleRedirectCallback::default())).unwrap();
    assert_eq!(went(&world), ["https://app.test/in#/factor-two"]);
}

#[test]
fn the_attempt_of_another_window_is_read_anew_and_may_be_gone() {
    let gated_up = sign_up(r#""status":"missing_requirements","protect_check":{"sdk_url":"x"}"#);
    let (world, clerk) =
        on_page("", &client_with(&sign_in(r#""status":"needs_identifier""#), &gated_up, &[]), unattended());
    let renewed = sign_in(r#""status":"needs_second_factor""#);
    world.fapi.on("GET /client/sign_ins/sia_1", Answer::json(&wrapped(&renewed)));
    let params = || HandleRedirectCallback::default().reload_resource("signIn");
    world.run(clerk.handle_redirect_callback(params())).unwrap();
    assert_eq!(world.fapi.calls(), ["GET /client/sign_ins/sia_1"]);
    assert_eq!(went(&world), ["https://app.test/in#/factor-two"], "the sign-up's challenge is none of this");

    world.fapi.on("GET /client/sign_ins/sia_1", Answer::error(404, "resource_not_found"));
    world.run(clerk.handle_redirect_callback(params())).unwrap();
    assert_eq!(went(&world).len(), 2, "it goes on with what is known");
}

/// Answers what makes a session current.
fn can_be_current(world: &World, client: &str) {
    world
        .fapi
        .on("POST /client/sessions/sess_1/touch", Answer::json(&piggybacked(&session("sess_1"), client)));
    world.fapi.on("POST /client/sessions/sess_1/tokens", Answer::json(r#"{"jwt":"a.b.c"}"#));
}

#[test]
fn a_session_becomes_current_and_one_goes_on_as_the_caller_or_the_options_say() {
    let complete = r#""status":"complete","created_session_id":"sess_1""#;
    let known = failed_by("failed", "identifier_already_signed_in");
    let options = || LoadOptions {
        sign_in_force_redirect_url: Some("/forced".to_owned()),
        sign_up_fallback_redirect_url: Some("/welcome".to_owned()),
        ..unattended()
    };
    for (sign_in, sign_up, page) in [
        (sign_in(complete), "null".to_owned(), "/forced"),
        ("null".to_owned(), sign_up(complete), "/welcome"),
        (factor(&known), "null".to_owned(), "/forced"),
        ("null".to_owned(), account(&known), "/forced"),
        ("null".to_owned(), account(&failed_by("unverified", "identifier_already_signed_in")), "/forced"),
    ] {
        let client = client_with(&sign_in, &sign_up, &[session("sess_1")]);
        let (world, clerk) = on_page("", &client, options());
        can_be_current(&world, &client);
        world.run(clerk.handle_redirect_callback(HandleRedirectCallback::default())).unwrap();
        assert_eq!(went(&world), [format!("https://app.test{page}")], "{client}");
        assert_eq!(clerk.session().unwrap().data().id().as_deref(), Some("sess_1"));
    }
    let client = client_with(&sign_in(complete), "null", &[session("sess_1")]);
    for (named, wanted) in
        [("/mine", "https://app.test/mine"), ("https://evil.test/", "https://app.test/forced")]
    {
        let (world, clerk) = on_page("", &client, options());
        can_be_current(&world, &client);
        let params = HandleRedirectCallback::default().sign_in_force_redirect_url(named);
        world.run(clerk.handle_redirect_callback(params)).unwrap();
        assert_eq!(went(&world), [wanted], "a stranger is left out");
    }
}

#[test]
fn a_session_with_a_task_goes_to_it_and_takes_along_what_the_page_was_asked_with() {
    let pending = session("sess_1").replace(
        "\"status\":\"active\"",
        "\"status\":\"pending\",\"tasks\":[{\"key\":\"choose-organization\"}]",
    );
    let complete = sign_in(r#""status":"complete","created_session_id":"sess_1""#);
    let client = client_with(&complete, "null", std::slice::from_ref(&pending));
    let (world, clerk) = on_page("?__clerk_ticket=t1&other=2", &client, unattended());
    let touched = piggybacked(&pending, &client);
    world.fapi.on("POST /client/sessions/sess_1/touch", Answer::json(&touched));
    world.fapi.on("POST /client/sessions/sess_1/tokens", Answer::json(r#"{"jwt":"a.b.c"}"#));
    world.run(clerk.handle_redirect_callback(HandleRedirectCallback::default())).unwrap();
    assert_eq!(went(&world), ["https://app.test/in?__clerk_ticket=t1#/tasks/choose-organization"]);

    // Nothing is left to go on with, but the task of who is signed in.
    let (world, clerk) = on_page("", &client_with("null", "null", &[pending]), unattended());
    world.run(clerk.handle_redirect_callback(HandleRedirectCallback::default())).unwrap();
    let wanted = "https://app.test/in#/tasks/choose-organization?redirect_url=https%3A%2F%2Fapp.test%2F";
    assert_eq!(went(&world), [wanted]);
}

#[test]
fn an_account_that_nobody_has_becomes_a_sign_up() {
    let transferable = factor(r#"{"status":"transferable"}"#);
    let lacks =
        sign_up(r#""status":"missing_requirements","missing_fields":["username"],"unverified_fields":[]"#);
    let (world, clerk) = on_page("", &client_with(&transferable, "null", &[]), unattended());
    world.fapi.on("POST /client/sign_ups", Answer::json(&wrapped(&lacks)));
    let metadata = Json::parse(r#"{"a":1}"#).unwrap();
    world
        .run(clerk.handle_redirect_callback(HandleRedirectCallback::default().unsafe_metadata(metadata)))
        .unwrap();
    let sent = "transfer=true&unsafe_metadata=%7B%22a%22%3A1%7D&locale=de-AT";
    assert_eq!(world.fapi.last().body.as_deref(), Some(sent));
    assert_eq!(went(&world), ["https://app.test/up#/continue"]);

    let (world, clerk) = on_page("", &client_with(&transferable, "null", &[]), unattended());
    world.run(clerk.handle_redirect_callback(HandleRedirectCallback::default().transferable(false))).unwrap();
    assert_eq!((world.fapi.calls().len(), went(&world)), (0, vec!["https://app.test/in".to_owned()]));

    let (world, clerk) = on_page("", &client_with(&transferable, "null", &[]), unattended());
    world.fapi.on("POST /client/sign_ups", Answer::json(&wrapped(&sign_up(r#""status":"abandoned""#))));
    let error = world.run(clerk.handle_redirect_callback(HandleRedirectCallback::default())).unwrap_err();
    assert!(
        matches!(error.kind(), ErrorKind::State(_)) && error.message().contains("\"abandoned\""),
        "{error}"
    );
}

#[test]
fn an_account_that_somebody_has_becomes_a_sign_in() {
    let exists = account(&failed_by("transferable", "external_account_exists"));
    for (became, page) in [
        (sign_in(r#""status":"needs_second_factor""#), "/in#/factor-two"),
        (sign_in(r#""status":"needs_first_factor""#), "/in#/factor-one"),
        (sign_in(r#""status":"needs_new_password""#), "/in#/reset-password"),
        (sign_in(r#""status":"complete","protect_check":{"sdk_url":"x"}"#), "/in#/protect-check"),
    ] {
        let (world, clerk) = on_page("", &client_with("null", &exists, &[]), unattended());
        world.fapi.on("POST /client/sign_ins", Answer::json(&wrapped(&became)));
        world.run(clerk.handle_redirect_callback(HandleRedirectCallback::default())).unwrap();
        assert_eq!(world.fapi.last().body.as_deref(), Some("transfer=true&locale=de-AT"));
        assert_eq!(went(&world), [format!("https://app.test{page}")], "{became}");
    }
    let (world, clerk) = on_page("", &client_with("null", &exists, &[]), unattended());
    world.fapi.on("POST /client/sign_ins", Answer::error(422, "user_locked"));
    let error = world.run(clerk.handle_redirect_callback(HandleRedirectCallback::default())).unwrap_err();
    assert!(error.has_code("user_locked"));
    assert!(went(&world).is_empty());
}

#[test]
fn what_a_transfer_completes_becomes_current_and_goes_on_as_after_that_attempt() {
    let complete = r#""status":"complete","created_session_id":"sess_1""#;
    let (up, down) = (sign_up(complete), sign_in(complete));
    let (transferable, exists) = (
        factor(r#"{"status":"transferable"}"#),
        account(&failed_by("transferable", "external_account_exists")),
    );
    for (sign_in, sign_up, call, became, page) in [
        (transferable.as_str(), "null", "POST /client/sign_ups", &up, "/welcome"),
        ("null", exists.as_str(), "POST /client/sign_ins", &down, "/home"),
    ] {
        let options = LoadOptions {
            sign_in_fallback_redirect_url: Some("/home".to_owned()),
            sign_up_fallback_redirect_url: Some("/welcome".to_owned()),
            ..unattended()
        };
        let (world, clerk) = on_page("", &client_with(sign_in, sign_up, &[]), options);
        let after = client(&[session("sess_1")]);
        world.fapi.on(call, Answer::json(&piggybacked(became, &after)));
        can_be_current(&world, &after);
        world.run(clerk.handle_redirect_callback(HandleRedirectCallback::default())).unwrap();
        assert_eq!(went(&world), [format!("https://app.test{page}")], "{call}");
        assert_eq!(clerk.session().unwrap().data().id().as_deref(), Some("sess_1"));
    }
}

#[test]
fn a_sign_up_of_another_window_is_read_anew_and_the_sign_in_has_no_say() {
    let gated = sign_in(r#""status":"needs_identifier","protect_check":{"sdk_url":"x"}"#);
    let (world, clerk) = on_page("", &client_with(&gated, &account("null"), &[]), unattended());
    let renewed = sign_up(
        r#""status":"missing_requirements","missing_fields":["username"],"verifications":{"external_account":{"status":"verified"}}"#,
    );
    world.fapi.on("GET /client/sign_ups/sua_1", Answer::json(&wrapped(&renewed)));
    let params = HandleRedirectCallback::default().reload_resource("signUp");
    world.run(clerk.handle_redirect_callback(params)).unwrap();
    assert_eq!(world.fapi.calls(), ["GET /client/sign_ups/sua_1"]);
    assert_eq!(went(&world), ["https://app.test/up#/continue"]);
}

#[test]
fn a_verified_sign_up_that_lacks_nothing_known_stays_here() {
    let (world, clerk) =
        on_page("", &client_with("null", &account(r#"{"status":"verified"}"#), &[]), unattended());
    world.run(clerk.handle_redirect_callback(HandleRedirectCallback::default())).unwrap();
    assert!(went(&world).is_empty() && world.fapi.calls().is_empty());
}

#[test]
fn nothing_happens_before_the_client_is_there() {
    let world = World::new();
    let clerk = world.clerk(LIVE);
    world.run(clerk.handle_redirect_callback(HandleRedirectCallback::default())).unwrap();
    assert!(went(&world).is_empty() && world.fapi.calls().is_empty());
}
