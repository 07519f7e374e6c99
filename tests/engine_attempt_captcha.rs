//! The captcha with which an attempt starts: when it is asked for, and what is sent.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod support;

use clerk_wasm::engine::{Hooks, Work};
use clerk_wasm::json::Json;
use clerk_wasm::{CaptchaAnswer, Clerk, CreateSignIn, CreateSignUp, ErrorKind, LoadOptions};
use std::cell::RefCell;
use std::rc::Rc;
use support::{Answer, LIVE, World, client, unattended, wrapped};

const ENABLED: &str = r#"{"user_settings":{"sign_up":{"captcha_enabled":true}},"display_config":{"captcha_public_key":"key","captcha_public_key_invisible":"invisible","captcha_oauth_bypass":["oauth_google"]}}"#;

/// Solves each captcha, or says that it cannot.
struct Solver {
    solution: Option<Json>,
    actions: RefCell<Vec<String>>,
}

impl Hooks for Solver {
    fn solve_captcha(&self, _environment: &Json, action: &str) -> Work<Option<Json>> {
        self.actions.borrow_mut().push(action.to_owned());
        let solution = self.solution.clone();
        Box::pin(async move { Ok(solution) })
    }
}

fn solved() -> Option<Json> {
    Some(CaptchaAnswer::solved("token", "smart").into())
}

/// A client of an instance with this environment.
fn world(environment: &str, client: &str, solution: Option<Json>) -> (World, Clerk, Rc<Solver>) {
    let world = World::new();
    world.fapi.on("GET /environment", Answer::json(environment));
    world.fapi.on("GET /client", Answer::json(&wrapped(client)));
    for (path, id) in [("sign_ins", "sia_1"), ("sign_ups", "sua_1")] {
        world.fapi.on(
            &format!("POST /client/{path}"),
            Answer::json(&wrapped(&format!(r#"{{"id":"{id}","status":"missing_requirements"}}"#))),
        );
    }
    let clerk = world.clerk(LIVE);
    world.run(clerk.load(LoadOptions { standard_browser: true, ..unattended() })).unwrap();
    world.fapi.forget_log();
    let solver = Rc::new(Solver { solution, actions: RefCell::default() });
    clerk.set_hooks(solver.clone());
    (world, clerk, solver)
}

/// What a client's attempts say of how they went.
fn with_attempts(first_factor: &str, external_account: &str) -> String {
    client(&[])
        .replace(
            r#""sign_in":null"#,
            &format!(r#""sign_in":{{"id":"sia_0","first_factor_verification":{first_factor}}}"#),
        )
        .replace(
            r#""sign_up":null"#,
            &format!(
                r#""sign_up":{{"id":"sua_0","verifications":{{"external_account":{external_account}}}}}"#
            ),
        )
}

#[test]
fn a_sign_up_brings_the_answer_to_a_captcha() {
    let (world, clerk, solver) = world(ENABLED, &client(&[]), solved());
    let params = CreateSignUp::default().email_address("a@b.c").locale("fr");
    world.run(clerk.client().unwrap().sign_up().create(params)).unwrap();
    assert_eq!(
        world.fapi.last().body.as_deref(),
        Some("email_address=a%40b.c&locale=fr&captcha_token=token&captcha_widget_type=smart")
    );
    assert_eq!(*solver.actions.borrow(), ["signup"]);
}

#[test]
fn a_sign_in_brings_one_when_it_may_become_a_sign_up() {
    let (world, clerk, solver) = world(ENABLED, &client(&[]), solved());
    let sign_in = clerk.client().unwrap().sign_in();
    let params = CreateSignIn::default().identifier("a@b.c");
    world.run(sign_in.create(params.clone())).unwrap();
    assert!(solver.actions.borrow().is_empty());
    world.run(sign_in.create(params.sign_up_if_missing(true))).unwrap();
    assert_eq!(*solver.actions.borrow(), ["signin"]);
    assert!(world.fapi.last().body.unwrap().contains("captcha_token=token"));
}

#[test]
fn where_nobody_solves_it_no_attempt_is_started() {
    let (world, clerk, _) = world(ENABLED, &client(&[]), None);
    let error = world.run(clerk.client().unwrap().sign_up().create(CreateSignUp::default())).unwrap_err();
    assert!(
        matches!(error.kind(), ErrorKind::Runtime(error) if error.code == "captcha_unavailable"),
        "{error:?}"
    );
    assert!(world.fapi.calls().is_empty());
}

#[test]
fn a_captcha_is_asked_for_where_the_instance_has_one() {
    let without_key = ENABLED.replace(r#""captcha_public_key":"key""#, r#""captcha_public_key":null"#);
    let disabled = ENABLED.replace("true", "false");
    let bypassed = client(&[]).replace(r#""captcha_bypass":false"#, r#""captcha_bypass":true"#);
    assert_ne!(bypassed, client(&[]));
    for (environment, client) in [
        ("{}", client(&[])),
        (without_key.as_str(), client(&[])),
        (disabled.as_str(), client(&[])),
        (ENABLED, bypassed),
    ] {
        let (world, clerk, solver) = world(environment, &client, solved());
        let params = CreateSignUp::default().locale("fr");
        world.run(clerk.client().unwrap().sign_up().create(params)).unwrap();
        assert!(solver.actions.borrow().is_empty());
        assert_eq!(world.fapi.last().body.as_deref(), Some("locale=fr"));
    }
}

#[test]
fn a_provider_that_looks_for_robots_itself_or_the_sign_in_before_makes_it_needless() {
    let none = "null";
    let verified = |strategy: &str| format!(r#"{{"status":"transferable","strategy":"{strategy}"}}"#);
    let failed = r#"{"status":"failed","strategy":"oauth_google"}"#;
    let transfer = "";
    for (strategy, first_factor, external_account, of_sign_up, of_sign_in) in [
        ("oauth_google", none, none, false, false),
        ("oauth_github", none, none, true, true),
        ("enterprise_sso", none, none, true, true),
        (transfer, none, none, true, true),
        (transfer, &verified("oauth_google"), &verified("oauth_google"), false, false),
        (transfer, &verified("oauth_github"), &verified("oauth_github"), true, true),
        (transfer, &verified("email_code"), failed, false, true),
        (transfer, &verified("email_link"), failed, false, true),
        (transfer, &verified("phone_code"), failed, false, true),
        (transfer, &verified("web3_metamask_signature"), failed, false, true),
        (transfer, &verified("password"), failed, true, true),
    ] {
        for (is_sign_up, is_asked) in [(true, of_sign_up), (false, of_sign_in)] {
            let (world, clerk, solver) =
                world(ENABLED, &with_attempts(first_factor, external_account), solved());
            let client = clerk.client().unwrap();
            let (mut to_sign_in, mut to_sign_up) =
                (CreateSignIn::default().sign_up_if_missing(true), CreateSignUp::default());
            if strategy == transfer {
                (to_sign_in.transfer, to_sign_up.transfer) = (Some(true), Some(true));
            } else {
                (to_sign_in, to_sign_up) = (to_sign_in.strategy(strategy), to_sign_up.strategy(strategy));
            }
            let (sign_in, sign_up) = (client.sign_in(), client.sign_up());
            let work = if is_sign_up { sign_up.create(to_sign_up) } else { sign_in.create(to_sign_in) };
            world.run(work).unwrap();
            assert_eq!(solver.actions.borrow().len(), usize::from(is_asked), "{first_factor} {is_sign_up}");
        }
    }
}
