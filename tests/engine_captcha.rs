//! Captchas that the server wants: solved once for all calls, which are then sent again.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod support;

use clerk_wasm::engine::{Clerk, Hooks, Work};
use clerk_wasm::json::Json;
use clerk_wasm::{ClerkError, ErrorKind};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use support::{Answer, World, client, session, wrapped};

const VERIFY: &str = "POST /client/verify";
const RELOAD: &str = "GET /client";

/// Solves each captcha, and notes what it was told of it.
#[derive(Default)]
struct Solver {
    environments: RefCell<Vec<Json>>,
    actions: RefCell<Vec<String>>,
    fails: Cell<bool>,
}

impl Hooks for Solver {
    fn solve_captcha(&self, environment: &Json, action: &str) -> Work<Option<Json>> {
        self.environments.borrow_mut().push(environment.clone());
        self.actions.borrow_mut().push(action.to_owned());
        let fails = self.fails.get();
        Box::pin(async move {
            // It takes a while.
            futures_util::pending!();
            if fails {
                return Err(ClerkError::state("no solver"));
            }
            Ok(Some(Json::object(&[("captchaToken", Json::from("token"))])))
        })
    }
}

fn world() -> (World, Clerk, Rc<Solver>) {
    let (world, clerk) = World::with_client(&client(&[session("sess_1")]));
    world.fapi.now_on(VERIFY, Answer::json(&wrapped(&client(&[session("sess_1")]))));
    let solver = Rc::new(Solver::default());
    clerk.set_hooks(solver.clone());
    (world, clerk, solver)
}

/// The next answers want a captcha; the one after them does not.
fn wanted(world: &World, times: usize) {
    world.fapi.now_on(RELOAD, Answer::error(401, "requires_captcha"));
    for _ in 1..times {
        world.fapi.on(RELOAD, Answer::error(401, "requires_captcha"));
    }
    world.fapi.on(RELOAD, Answer::json(&wrapped(&client(&[session("sess_1")]))));
}

#[test]
fn a_call_is_sent_again_when_the_captcha_is_solved() {
    let (world, clerk, solver) = world();
    wanted(&world, 1);
    world.run(clerk.client().unwrap().reload(None)).unwrap();
    assert_eq!(world.fapi.calls(), [RELOAD, VERIFY, RELOAD]);
    assert_eq!(world.fapi.requests()[1].body.as_deref(), Some("captcha_token=token"));
    assert_eq!(solver.environments.borrow().len(), 1);
    assert!(solver.environments.borrow()[0].is_object());
}

#[test]
fn without_anybody_to_solve_it_the_server_is_told_so() {
    let (world, clerk) = World::with_client(&client(&[session("sess_1")]));
    wanted(&world, 1);
    world.fapi.now_on(VERIFY, Answer::no_content());
    world.run(clerk.client().unwrap().reload(None)).unwrap();
    assert_eq!(
        world.fapi.requests()[1].body.as_deref(),
        Some("captcha_error=captcha_unavailable&captcha_action=verify")
    );
    assert_eq!(clerk.client().unwrap().sessions().len(), 1);
}

#[test]
fn a_captcha_that_is_wanted_again_fails_the_call() {
    let (world, clerk, solver) = world();
    wanted(&world, 2);
    let error = world.run(clerk.client().unwrap().reload(None)).unwrap_err();
    assert!(error.has_code("requires_captcha"));
    assert_eq!(world.fapi.calls(), [RELOAD, VERIFY, RELOAD]);
    assert_eq!(solver.environments.borrow().len(), 1);
}

#[test]
fn calls_at_the_same_time_share_one_captcha() {
    let (world, clerk, solver) = world();
    wanted(&world, 1);
    world.fapi.on("GET /client/sessions/sess_1", Answer::json(&wrapped(&session("sess_1"))));
    let client = clerk.client().unwrap();
    let (one, two) = (client.reload(None), clerk.session().unwrap().reload());
    let all = async { futures_util::join!(one, two) };
    let (one, two) = world.run(all);
    one.and(two).unwrap();
    assert_eq!(solver.environments.borrow().len(), 1);
    // The other was not sent before it was solved. Which of them comes first then is left open.
    let mut calls = world.fapi.calls();
    calls[2..].sort();
    assert_eq!(calls, [RELOAD, VERIFY, RELOAD, "GET /client/sessions/sess_1"]);
}

#[test]
fn after_three_failures_nothing_is_sent_any_more() {
    let (world, clerk, _solver) = world();
    let client = clerk.client().unwrap();
    world.fapi.now_on(RELOAD, Answer::error(401, "requires_captcha"));
    world.fapi.now_on(VERIFY, Answer::error(400, "captcha_invalid"));
    for _ in 0..3 {
        assert!(world.run(client.reload(None)).unwrap_err().has_code("captcha_invalid"));
    }
    world.fapi.forget_log();
    for call in [client.reload(None), clerk.session().unwrap().reload()] {
        let error = world.run(call).unwrap_err();
        let code = "captcha_client_attempts_exceeded";
        assert!(matches!(error.kind(), ErrorKind::Runtime(error) if error.code == code), "{error:?}");
    }
    assert_eq!(world.fapi.requests().len(), 0);
}

#[test]
fn a_captcha_that_is_solved_wipes_out_earlier_failures() {
    let (world, clerk, solver) = world();
    let client = clerk.client().unwrap();
    for fails in [true, true, false, true, true] {
        solver.fails.set(fails);
        wanted(&world, 1);
        assert_eq!(world.run(client.reload(None)).is_err(), fails);
    }
    solver.fails.set(false);
    wanted(&world, 1);
    world.run(client.reload(None)).unwrap();
}

#[test]
fn an_answer_that_finds_nobody_signed_in_asks_for_the_client_and_ends() {
    let (world, clerk, _solver) = world();
    wanted(&world, 1);
    world.fapi.now_on(VERIFY, Answer::error(401, "signed_out"));
    assert!(world.run(clerk.client().unwrap().reload(None)).unwrap_err().has_code("signed_out"));
    assert_eq!(world.fapi.calls(), [RELOAD, VERIFY, RELOAD]);
}

#[test]
fn a_captcha_whose_call_was_given_up_holds_nobody_up() {
    let (world, clerk, solver) = world();
    wanted(&world, 2);
    world.fapi.now_on(VERIFY, Answer::Never);
    let client = clerk.client().unwrap();
    let mut given_up = client.reload(None);
    for _ in 0..2 {
        world.run(async { assert!(futures_util::poll!(&mut given_up).is_pending()) });
    }
    assert_eq!(world.fapi.calls(), [RELOAD, VERIFY]);
    drop(given_up);
    world.fapi.now_on(VERIFY, Answer::json(&wrapped(&support::client(&[session("sess_1")]))));
    // What hangs ends by its time limit, and then there is another captcha.
    world.run(client.reload(None)).unwrap();
    assert_eq!(world.fapi.calls(), [RELOAD, VERIFY, RELOAD, VERIFY, RELOAD]);
    assert_eq!(solver.environments.borrow().len(), 2);
}
