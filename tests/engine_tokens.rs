//! Tokens in time: what is kept, what is renewed, and what is asked for again.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod support;

use clerk_wasm::engine::{GetToken, Session};
use clerk_wasm::platform::Cookies;
use clerk_wasm::{ClerkError, ErrorKind};
use futures_util::future::{join, join_all};
use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;
use support::{
    Answer, World, client, jwt, jwt_of, minted, piggybacked, session, session_with, signed_in, token, wrapped,
};

const TOKENS: &str = "POST /client/sessions/sess_1/tokens";
const TEMPLATE: &str = "POST /client/sessions/sess_1/tokens/supabase";

fn past_the_cache() -> GetToken {
    GetToken { skip_cache: true, ..GetToken::default() }
}

fn supabase() -> GetToken {
    GetToken { template: Some("supabase".to_owned()), ..GetToken::default() }
}

/// Begins a call without waiting for it.
fn begin(
    world: &World,
    session: &Session,
    options: GetToken,
) -> Rc<RefCell<Option<Result<String, ClerkError>>>> {
    let outcome = Rc::new(RefCell::new(None));
    let (told, work) = (outcome.clone(), session.get_token(options));
    world.reach().spawner.spawn(Box::pin(async move {
        told.replace(Some(work.await.map(|token| token.expose().to_owned())));
    }));
    world.settle();
    outcome
}

#[test]
fn a_token_is_renewed_17_seconds_before_it_expires() {
    let first = jwt("sess_1", 60.0, 1.0);
    let (world, clerk) = signed_in(&token(&first));
    let (second, third) = (jwt_of("sess_1", 43.0, 60.0, 2.0), jwt_of("sess_1", 86.0, 60.0, 3.0));
    world.fapi.on(TOKENS, minted(&second));
    world.fapi.on(TOKENS, minted(&third));
    world.pass(42_999.0);
    assert!(world.fapi.calls().is_empty());
    world.pass(1.0);
    assert_eq!(world.fapi.calls(), [TOKENS]);
    assert_eq!(world.token_of(&clerk.session().unwrap(), GetToken::default()).unwrap(), second);
    assert_eq!(world.cookies.get("__session"), Some(second));
    world.pass(43_000.0);
    assert_eq!(world.fapi.calls(), [TOKENS, TOKENS]);
    assert_eq!(world.cookies.get("__session"), Some(third));
}

#[test]
fn a_renewal_that_fails_leaves_the_token_that_is_there() {
    for failure in [Answer::status(500, "{}"), Answer::Cut, minted(""), Answer::error(404, "gone")] {
        let first = jwt("sess_1", 60.0, 1.0);
        let (world, clerk) = signed_in(&token(&first));
        world.fapi.on(TOKENS, failure);
        world.pass(43_000.0);
        assert_eq!(world.fapi.calls(), [TOKENS]);
        assert_eq!(world.token_of(&clerk.session().unwrap(), GetToken::default()).unwrap(), first);
        assert_eq!(world.cookies.get("__session"), Some(first));
        assert_eq!(world.fapi.calls(), [TOKENS]);
    }
}

#[test]
fn a_tab_in_the_background_renews_nothing_and_one_that_cannot_tell_does() {
    for (state, renewals) in [(Some("visible"), 0), (Some("hidden"), 0), (None, 1), (Some("focused"), 1)] {
        let world = World::new();
        world.page.tab_state.set(state);
        let raw = token(&jwt("sess_1", 60.0, 1.0));
        world.fapi.on("GET /environment", Answer::json("{}"));
        world
            .fapi
            .on("GET /client", Answer::json(&wrapped(&client(&[session_with("sess_1", "active", &raw)]))));
        world.fapi.on(TOKENS, minted(&jwt("sess_1", 120.0, 2.0)));
        let clerk = world.clerk(support::LIVE);
        world.run(clerk.load(support::unattended())).unwrap();
        world.fapi.forget_log();
        world.pass(44_000.0);
        assert_eq!(world.fapi.calls().len(), renewals, "{state:?}");
    }
}

#[test]
fn without_a_network_nothing_is_renewed() {
    let (world, _clerk) = signed_in(&token(&jwt("sess_1", 60.0, 1.0)));
    world.page.is_online.set(false);
    world.pass(44_000.0);
    assert!(world.fapi.calls().is_empty());
}

#[test]
fn a_token_without_time_left_for_it_is_not_renewed() {
    for lifetime_s in [5.0, 17.0, 9_000_000_000.0] {
        let (world, _clerk) = signed_in(&token(&jwt("sess_1", lifetime_s, 1.0)));
        world.pass(16_000.0);
        assert!(world.fapi.calls().is_empty(), "{lifetime_s}");
    }
}

#[test]
fn tokens_of_other_sessions_and_cleared_ones_are_not_renewed() {
    let raw = |id: &str| token(&jwt(id, 60.0, 1.0));
    let both =
        [session_with("sess_1", "active", &raw("sess_1")), session_with("sess_2", "active", &raw("sess_2"))];
    let (world, clerk) = World::with_client(&client(&both));
    world.fapi.on(TOKENS, minted(&jwt("sess_1", 120.0, 2.0)));
    world.pass(44_000.0);
    assert_eq!(world.fapi.calls(), [TOKENS], "that of the current session alone");
    clerk.session().unwrap().clear_cache();
    world.pass(60_000.0);
    assert_eq!(world.fapi.calls(), [TOKENS], "nobody asked for another one");
}

#[test]
fn a_newer_token_is_renewed_in_its_own_time() {
    let (world, clerk) = signed_in(&token(&jwt("sess_1", 60.0, 1.0)));
    world.fapi.on(TOKENS, minted(&jwt("sess_1", 200.0, 2.0)));
    world.fapi.on(TOKENS, minted(&jwt("sess_1", 400.0, 3.0)));
    world.token_of(&clerk.session().unwrap(), past_the_cache()).unwrap();
    world.pass(182_000.0);
    assert_eq!(world.fapi.calls().len(), 1);
    world.pass(1000.0);
    assert_eq!(world.fapi.calls().len(), 2);
}

#[test]
fn a_failing_server_is_asked_again_after_a_while() {
    for failure in [
        Answer::status(500, "{}"),
        Answer::status(503, "<html>"),
        Answer::error(429, "slow"),
        Answer::Cut,
        minted(""),
    ] {
        let (world, clerk) = signed_in("null");
        let raw = jwt("sess_1", 600.0, 2.0);
        world.fapi.on(TOKENS, failure.clone());
        world.fapi.on(TOKENS, failure);
        world.fapi.on(TOKENS, minted(&raw));
        let outcome = begin(&world, &clerk.session().unwrap(), GetToken::default());
        world.pass(2999.0);
        assert_eq!(world.fapi.calls().len(), 1);
        world.pass(1.0);
        assert_eq!(world.fapi.calls().len(), 2);
        world.pass(4650.0);
        assert_eq!(outcome.borrow_mut().take().unwrap().unwrap(), raw);
    }
}

#[test]
fn eight_retries_take_under_three_minutes() {
    let (world, clerk) = signed_in("null");
    world.fapi.on(TOKENS, Answer::status(500, "{}"));
    let started_ms = world.now_ms();
    let error = world.token_of(&clerk.session().unwrap(), GetToken::default()).unwrap_err();
    assert_eq!(error.status(), Some(500));
    assert_eq!(world.fapi.calls().len(), 9);
    let waited_s = (world.now_ms() - started_ms) / 1000.0;
    assert!((161.0..164.0).contains(&waited_s), "{waited_s}");
}

#[test]
fn what_the_caller_did_wrong_is_not_asked_again() {
    for (status, code) in
        [(400, "bad"), (403, "forbidden"), (404, "resource_not_found"), (422, "unprocessable")]
    {
        let (world, clerk) = signed_in("null");
        world.fapi.on(TOKENS, Answer::error(status, code));
        let error = world.token_of(&clerk.session().unwrap(), GetToken::default()).unwrap_err();
        assert_eq!((error.status(), world.fapi.calls().len()), (Some(status), 1));
    }
}

#[test]
fn a_server_that_says_when_to_come_back_is_left_alone_until_then() {
    let (world, clerk) = signed_in("null");
    let raw = jwt("sess_1", 600.0, 2.0);
    world.fapi.on(TOKENS, Answer::error(429, "slow").with_header("retry-after", "20"));
    world.fapi.on(TOKENS, minted(&raw));
    let outcome = begin(&world, &clerk.session().unwrap(), GetToken::default());
    world.pass(19_999.0);
    assert_eq!(world.fapi.calls().len(), 1);
    world.pass(1.0);
    assert_eq!(outcome.borrow_mut().take().unwrap().unwrap(), raw);

    let (world, clerk) = signed_in("null");
    world.fapi.on(TOKENS, Answer::error(429, "slow").with_header("retry-after", "3600"));
    let error = world.token_of(&clerk.session().unwrap(), GetToken::default()).unwrap_err();
    assert!(
        matches!(error.kind(), ErrorKind::Api(error) if error.retry_after() == Some(Duration::from_secs(3600))),
        "{error}"
    );
    assert_eq!(world.fapi.calls().len(), 1);
}

#[test]
fn without_a_network_three_retries_send_nothing_and_say_so() {
    let (world, clerk) = signed_in("null");
    world.page.is_online.set(false);
    let started_ms = world.now_ms();
    let error = world.token_of(&clerk.session().unwrap(), GetToken::default()).unwrap_err();
    assert!(error.is_offline(), "{error}");
    assert!(world.fapi.calls().is_empty());
    let waited_s = (world.now_ms() - started_ms) / 1000.0;
    assert!((14.0..16.0).contains(&waited_s), "{waited_s}");
}

#[test]
fn a_network_that_comes_back_in_time_is_used() {
    let (world, clerk) = signed_in("null");
    let raw = jwt("sess_1", 600.0, 2.0);
    world.fapi.on(TOKENS, minted(&raw));
    world.page.is_online.set(false);
    let outcome = begin(&world, &clerk.session().unwrap(), GetToken::default());
    world.page.is_online.set(true);
    world.pass(3000.0);
    assert_eq!(outcome.borrow_mut().take().unwrap().unwrap(), raw);
}

#[test]
fn a_call_while_another_one_waits_asks_at_once() {
    let (world, clerk) = signed_in("null");
    let raw = jwt("sess_1", 600.0, 2.0);
    world.fapi.on(TOKENS, Answer::status(500, "{}"));
    world.fapi.on(TOKENS, minted(&raw));
    let waiting = begin(&world, &clerk.session().unwrap(), GetToken::default());
    assert_eq!(world.token_of(&clerk.session().unwrap(), GetToken::default()).unwrap(), raw);
    assert!(waiting.borrow().is_none());
    world.pass(3000.0);
    assert_eq!(waiting.borrow_mut().take().unwrap().unwrap(), raw);
    assert_eq!(world.fapi.calls().len(), 2, "the one that waited finds it in memory");
}

#[test]
fn a_staler_answer_does_not_displace_a_fresher_one() {
    for (options, call) in
        [(past_the_cache(), TOKENS), (GetToken { skip_cache: true, ..supabase() }, TEMPLATE)]
    {
        let (world, clerk) = signed_in("null");
        let (fresh, stale) = (jwt("sess_1", 600.0, 9.0), jwt("sess_1", 601.0, 3.0));
        world.fapi.on(call, minted(&fresh));
        world.fapi.on(call, minted(&stale));
        let held = clerk.session().unwrap();
        assert_eq!(world.token_of(&held, options.clone()).unwrap(), fresh);
        assert_eq!(world.token_of(&held, options.clone()).unwrap(), stale, "the caller gets its own");
        assert_eq!(world.token_of(&held, GetToken { skip_cache: false, ..options }).unwrap(), fresh);
        assert_eq!(world.fapi.calls().len(), 2);
    }
}

#[test]
fn a_fresher_answer_and_a_tie_displace_what_is_there() {
    for oiat in [3.0, 9.0] {
        let (world, clerk) = signed_in("null");
        let (first, second) = (jwt("sess_1", 600.0, 3.0), jwt("sess_1", 601.0, oiat));
        world.fapi.on(TEMPLATE, minted(&first));
        world.fapi.on(TEMPLATE, minted(&second));
        let held = clerk.session().unwrap();
        world.token_of(&held, supabase()).unwrap();
        world.token_of(&held, GetToken { skip_cache: true, ..supabase() }).unwrap();
        assert_eq!(world.token_of(&held, supabase()).unwrap(), second);
    }
}

#[test]
fn a_token_that_was_cleared_on_its_way_is_not_served() {
    for options in [GetToken::default(), supabase()] {
        let (world, clerk) = signed_in("null");
        let (first, second) = (jwt("sess_1", 600.0, 3.0), jwt("sess_1", 601.0, 4.0));
        for call in [TOKENS, TEMPLATE] {
            world.fapi.on(call, minted(&first));
            world.fapi.on(call, minted(&second));
        }
        let held = clerk.session().unwrap();
        let on_its_way = held.get_token(options.clone());
        held.clear_cache();
        assert_eq!(world.run(on_its_way).unwrap().expose(), &first);
        assert_eq!(world.token_of(&held, options).unwrap(), second);
    }
}

#[test]
fn a_token_without_dates_is_handed_out_and_not_kept() {
    let (world, clerk) = signed_in("null");
    world.fapi.on(TEMPLATE, minted("e30.e30.c2ln"));
    let held = clerk.session().unwrap();
    for calls in 1..=2 {
        assert_eq!(world.token_of(&held, supabase()).unwrap(), "e30.e30.c2ln");
        assert_eq!(world.fapi.calls().len(), calls);
    }
}

#[test]
fn each_token_lives_for_as_long_as_it_says() {
    for lifetime_s in [30.0, 60.0, 120.0] {
        let (world, clerk) = signed_in("null");
        world.page.tab_state.set(Some("hidden"));
        world.fapi.on(TEMPLATE, minted(&jwt("sess_1", lifetime_s, 1.0)));
        let held = clerk.session().unwrap();
        world.token_of(&held, supabase()).unwrap();
        world.pass(lifetime_s * 1000.0 - 5001.0);
        world.token_of(&held, supabase()).unwrap();
        assert_eq!(world.fapi.calls().len(), 1);
        world.pass(1.0);
        world.token_of(&held, supabase()).unwrap();
        assert_eq!(world.fapi.calls().len(), 2);
    }
}

#[test]
fn a_minter_is_sent_the_last_token() {
    let last = jwt("sess_1", 4.0, 1.0);
    let world = World::new();
    let with_token = client(&[session_with("sess_1", "active", &token(&last))]);
    world.fapi.on("GET /environment", Answer::json(r#"{"auth_config":{"session_minter":true}}"#));
    world.fapi.on("GET /client", Answer::json(&wrapped(&with_token)));
    let clerk = world.clerk(support::LIVE);
    world.run(clerk.load(support::unattended())).unwrap();
    let next = jwt("sess_1", 600.0, 2.0);
    world.fapi.on(TOKENS, minted(&next));
    world.fapi.on(TEMPLATE, minted(&next));
    let held = clerk.session().unwrap();
    world.token_of(&held, GetToken::default()).unwrap();
    let body = |world: &World| world.fapi.last().body.unwrap();
    assert_eq!(body(&world), format!("organization_id=&tab_state=focused&token={last}"));
    world.token_of(&held, past_the_cache()).unwrap();
    assert_eq!(body(&world), format!("organization_id=&tab_state=focused&token={next}&force_origin=true"));
    world.token_of(&held, supabase()).unwrap();
    assert_eq!(body(&world), "");
}

#[test]
fn an_outage_that_wants_the_expired_token_gets_it_once() {
    let last = jwt("sess_1", 4.0, 1.0);
    let (world, clerk) = signed_in(&token(&last));
    let next = jwt("sess_1", 600.0, 2.0);
    world.fapi.on(TOKENS, Answer::error(422, "missing_expired_token"));
    world.fapi.on(TOKENS, minted(&next));
    assert_eq!(world.token_of(&clerk.session().unwrap(), past_the_cache()).unwrap(), next);
    let requests = world.fapi.requests();
    assert!(requests[0].url.contains("debug=skip_cache") && !requests[0].url.contains("expired_token"));
    assert!(requests[1].url.contains(&format!("expired_token={last}")) && !requests[1].url.contains("debug"));

    let (world, clerk) = signed_in("null");
    world.fapi.on(TOKENS, Answer::error(422, "missing_expired_token"));
    world.token_of(&clerk.session().unwrap(), GetToken::default()).unwrap_err();
    assert_eq!(world.fapi.calls().len(), 1, "there is no last token");

    let (world, clerk) = signed_in(&token(&last));
    world.fapi.on(TOKENS, Answer::error(422, "something_else"));
    world.token_of(&clerk.session().unwrap(), GetToken::default()).unwrap_err();
    assert_eq!(world.fapi.calls().len(), 1);
}

#[test]
fn calls_past_the_cache_have_each_their_own_token_and_the_freshest_stays() {
    for oiats in [[5.0, 3.0], [3.0, 5.0]] {
        let (world, clerk) = signed_in("null");
        let raws = oiats.map(|oiat| jwt("sess_1", 600.0 + oiat, oiat));
        raws.iter().for_each(|raw| world.fapi.on(TOKENS, minted(raw)));
        let held = clerk.session().unwrap();
        let (one, other) =
            world.run(join(held.get_token(past_the_cache()), held.get_token(past_the_cache())));
        assert_eq!([one.unwrap().expose().clone(), other.unwrap().expose().clone()], raws);
        let freshest = jwt("sess_1", 605.0, 5.0);
        assert_eq!(held.data().last_active_token().unwrap().raw(), Some(freshest.clone()));
        assert_eq!(world.token_of(&held, GetToken::default()).unwrap(), freshest);
        assert_eq!(world.cookies.get("__session"), Some(freshest));
    }
}

#[test]
fn tokens_of_other_organizations_and_templates_are_never_the_sessions_own() {
    let (world, clerk) = signed_in("null");
    world.fapi.on(TOKENS, minted(&jwt("sess_1", 600.0, 2.0)));
    world.fapi.on(TEMPLATE, minted(&jwt("sess_1", 600.0, 3.0)));
    let held = clerk.session().unwrap();
    let organization = GetToken { organization_id: Some(Some("org_1".to_owned())), ..GetToken::default() };
    for outcome in world.run(join_all([held.get_token(organization), held.get_token(supabase())])) {
        outcome.unwrap();
    }
    assert!(held.data().last_active_token().is_none());
    assert_eq!(world.cookies.get("__session"), None);
}

#[test]
fn a_late_answer_of_a_session_that_is_gone_changes_nothing() {
    let (world, clerk) = World::with_client(&client(&[session("sess_1"), session("sess_2")]));
    world.fapi.on(TOKENS, minted(&jwt("sess_1", 600.0, 2.0)));
    let held = clerk.session().unwrap();
    let on_its_way = held.get_token(GetToken::default());
    let without = piggybacked(&session_with("sess_1", "removed", "null"), &client(&[session("sess_2")]));
    world.fapi.on("POST /client/sessions/sess_1/remove", Answer::json(&without));
    world.run(held.remove()).unwrap();
    world.run(on_its_way).unwrap();
    assert_eq!(world.cookies.get("__session"), None);
    assert!(clerk.session().is_none());
}

#[test]
fn a_mint_says_how_its_tab_is_seen() {
    let (world, clerk) = signed_in("null");
    world.fapi.on(TOKENS, minted(&jwt("sess_1", 600.0, 2.0)));
    for (state, body) in [
        (Some("focused"), "organization_id=&tab_state=focused"),
        (Some("visible"), "organization_id=&tab_state=visible"),
        (Some("hidden"), "organization_id=&tab_state=hidden"),
        (None, "organization_id="),
    ] {
        world.page.tab_state.set(state);
        world.token_of(&clerk.session().unwrap(), past_the_cache()).unwrap();
        assert_eq!(world.fapi.last().body.as_deref(), Some(body));
    }
}
