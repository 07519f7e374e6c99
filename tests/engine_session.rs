//! Sessions: ending, touching, and tokens.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod support;

use clerk_wasm::engine::{GetToken, LoadOptions};
use clerk_wasm::model::SessionStatus;
use futures_util::future::{join, join_all};
use std::cell::Cell;
use std::rc::Rc;
use support::{
    Answer, LIVE, World, client, jwt, minted, piggybacked, session, session_with, signed_in, token, wrapped,
};

const TOKENS: &str = "POST /client/sessions/sess_1/tokens";

#[test]
fn end_and_remove_post_and_take_over_the_answer() {
    for action in ["end", "remove"] {
        let (world, clerk) = World::with_client(&client(&[session("sess_1"), session("sess_2")]));
        let session_1 = clerk.session().unwrap();
        let status = format!("{action}ed");
        let answer = piggybacked(&session_with("sess_1", &status, "null"), &client(&[session("sess_2")]));
        world.fapi.on(&format!("POST /client/sessions/sess_1/{action}"), Answer::json(&answer));
        world.run(async {
            match action {
                "end" => session_1.end().await.unwrap(),
                _ => session_1.remove().await.unwrap(),
            }
        });
        assert_eq!(session_1.data().status(), Some(SessionStatus::from(status)));
        assert!(clerk.session().is_none());
        assert_eq!(clerk.client().unwrap().sessions().len(), 1);
        assert_eq!(world.fapi.last().body, None);
    }
}

#[test]
fn touch_says_the_organization_and_the_intent() {
    let (world, clerk) = World::with_client(&client(&[session("sess_1")]));
    let call = "POST /client/sessions/sess_1/touch";
    world.fapi.on(call, Answer::json(&wrapped(&session_with("sess_1", "pending", "null"))));
    let held = clerk.session().unwrap();
    world.run(held.touch(None)).unwrap();
    assert_eq!(world.fapi.last().body.as_deref(), Some("active_organization_id="));
    world.run(held.touch(Some("focus"))).unwrap();
    assert_eq!(world.fapi.last().body.as_deref(), Some("active_organization_id=&intent=focus"));
    assert_eq!(held.data().status(), Some(SessionStatus::Pending));
}

#[test]
fn a_token_that_came_with_the_session_is_served_while_it_lives() {
    let raw = jwt("sess_1", 60.0, 1.0);
    let (world, clerk) = signed_in(&token(&raw));
    let held = clerk.session().unwrap();
    assert_eq!(world.token_of(&held, GetToken::default()).unwrap(), raw);
    assert!(world.fapi.calls().is_empty());

    world.clock.advance(54_999.0);
    assert_eq!(world.token_of(&held, GetToken::default()).unwrap(), raw);
    world.clock.advance(1.0);
    let next = jwt("sess_1", 120.0, 2.0);
    world.fapi.on(TOKENS, minted(&next));
    assert_eq!(world.token_of(&held, GetToken::default()).unwrap(), next);
    assert_eq!(world.fapi.last().body.as_deref(), Some("organization_id=&tab_state=focused"));
    assert_eq!(clerk.session().unwrap().data().last_active_token().unwrap().raw(), Some(next.clone()));
    assert_eq!(world.token_of(&held, GetToken::default()).unwrap(), next);
    assert_eq!(world.fapi.calls().len(), 1);
}

#[test]
fn the_token_of_a_session_that_was_read_again_needs_no_request() {
    let (first, next) = (jwt("sess_1", 60.0, 1.0), jwt("sess_1", 60.0, 2.0));
    let (world, clerk) = signed_in(&token(&first));
    for raw in [&first, &next, &next] {
        let body = wrapped(&client(&[session_with("sess_1", "active", &token(raw))]));
        world.fapi.now_on("GET /client", Answer::json(&body));
        world.run(clerk.client().unwrap().reload(None)).unwrap();
        assert_eq!(&world.token_of(&clerk.session().unwrap(), GetToken::default()).unwrap(), raw);
    }
    assert_eq!(world.fapi.calls(), ["GET /client"; 3]);
}

#[test]
fn the_token_in_the_cookie_needs_no_request_in_an_outage() {
    let world = World::new();
    let raw = jwt("sess_9", 60.0, 1.0);
    world.cookies.put("__session", &raw);
    world.fapi.on("GET /environment", Answer::json("{}"));
    world.fapi.on("GET /client", Answer::status(502, "<html>"));
    world.fapi.on("GET /client", Answer::Never);
    let clerk = world.clerk(LIVE);
    world.run(clerk.load(LoadOptions::default())).unwrap();
    assert_eq!(world.token_of(&clerk.session().unwrap(), GetToken::default()).unwrap(), raw);
    assert!(world.fapi.calls().iter().all(|call| call.starts_with("GET ")), "{:?}", world.fapi.calls());
}

#[test]
fn concurrent_calls_share_one_mint() {
    let (world, clerk) = signed_in("null");
    world.fapi.on(TOKENS, minted(&jwt("sess_1", 60.0, 1.0)));
    let held = clerk.session().unwrap();
    let all = world.run(join_all((0..50).map(|_| held.get_token(GetToken::default()))));
    assert!(all.iter().all(Result::is_ok));
    assert_eq!(world.fapi.calls().len(), 1);
}

#[test]
fn templates_and_organizations_have_tokens_of_their_own() {
    let (world, clerk) = signed_in("null");
    let held = clerk.session().unwrap();
    let template = || GetToken { template: Some("a/b?".to_owned()), ..GetToken::default() };
    let organization = || GetToken { organization_id: Some(Some("org_1".to_owned())), ..GetToken::default() };
    world.fapi.on("POST /client/sessions/sess_1/tokens/a%2Fb%3F", minted(&jwt("sess_1", 60.0, 1.0)));
    world.fapi.on(TOKENS, minted(&jwt("sess_1", 90.0, 1.0)));
    let (by_template, by_organization) =
        world.run(join(held.get_token(template()), held.get_token(organization())));
    assert_ne!(by_template.unwrap().expose(), by_organization.unwrap().expose());
    let bodies: Vec<_> = world.fapi.requests().into_iter().map(|request| request.body.unwrap()).collect();
    assert_eq!(bodies, ["", "organization_id=org_1&tab_state=focused"]);
    world.token_of(&held, template()).unwrap();
    world.token_of(&held, organization()).unwrap();
    assert_eq!(world.fapi.calls().len(), 2);
    assert!(held.data().last_active_token().is_none(), "neither is the session's own");
}

#[test]
fn skip_cache_mints_each_time_and_never_goes_back() {
    let (world, clerk) = signed_in("null");
    let held = clerk.session().unwrap();
    let (newer, older) = (jwt("sess_1", 60.0, 9.0), jwt("sess_1", 60.0, 5.0));
    world.fapi.on(TOKENS, minted(&newer));
    world.fapi.on(TOKENS, minted(&older));
    let skip = || GetToken { skip_cache: true, ..GetToken::default() };
    assert_eq!(world.token_of(&held, skip()).unwrap(), newer);
    assert!(world.fapi.last().url.contains("debug=skip_cache"));
    assert_eq!(world.token_of(&held, skip()).unwrap(), older);
    assert_eq!(held.data().last_active_token().unwrap().raw().as_ref(), Some(&newer));
    assert_eq!(world.token_of(&held, GetToken::default()).unwrap(), newer);
}

#[test]
fn a_stale_token_in_a_payload_does_not_replace_a_fresher_one() {
    let newer = jwt("sess_1", 60.0, 9.0);
    let (world, clerk) = signed_in(&token(&newer));
    let stale = client(&[session_with("sess_1", "active", &token(&jwt("sess_1", 60.0, 5.0)))]);
    world.fapi.now_on("GET /client", Answer::json(&wrapped(&stale)));
    world.run(clerk.client().unwrap().reload(None)).unwrap();
    assert_eq!(clerk.session().unwrap().data().last_active_token().unwrap().raw(), Some(newer));
    world.fapi.now_on("GET /client", Answer::json(&wrapped(&client(&[session("sess_1")]))));
    world.run(clerk.client().unwrap().reload(None)).unwrap();
    assert!(clerk.session().unwrap().data().last_active_token().is_none(), "an absent one clears it");
}

#[test]
fn a_session_that_nobody_asked_for_in_between_keeps_its_fresher_token_wherever_it_stands() {
    let newer = jwt("sess_2", 60.0, 9.0);
    let with = |raw: &str| session_with("sess_2", "active", &token(raw));
    let (world, clerk) = signed_in("null");
    let listed = clerk.client().unwrap();
    let apply = |sessions: &[String]| {
        world.fapi.now_on("GET /client", Answer::json(&wrapped(&client(sessions))));
        world.run(listed.reload(None)).unwrap();
    };
    let raw =
        |place: usize| listed.sessions()[place].data().last_active_token().and_then(|token| token.raw());
    apply(&[session("sess_1"), with(&newer)]);
    assert_eq!(raw(1).as_deref(), Some(&*newer));
    let stale = with(&jwt("sess_2", 60.0, 5.0));
    apply(&[session("sess_1"), stale.clone()]);
    apply(&[session("sess_3"), stale.clone(), session("sess_1")]);
    apply(&[stale.clone(), session("sess_1")]);
    assert_eq!(raw(0).as_deref(), Some(&*newer));
    apply(&[session("sess_1")]);
    apply(&[session("sess_1"), stale]);
    assert_ne!(raw(1), Some(newer), "it had ended meanwhile");
}

#[test]
fn clear_cache_forgets_what_came_with_the_session_too() {
    let (world, clerk) = signed_in(&token(&jwt("sess_1", 60.0, 1.0)));
    let next = jwt("sess_1", 60.0, 2.0);
    world.fapi.on(TOKENS, minted(&next));
    clerk.client().unwrap().clear_cache();
    assert_eq!(world.token_of(&clerk.session().unwrap(), GetToken::default()).unwrap(), next);
}

#[test]
fn no_token_is_an_error_and_never_null() {
    let (world, clerk) = signed_in("null");
    let held = clerk.session().unwrap();
    world.page.is_online.set(false);
    assert!(world.token_of(&held, GetToken::default()).unwrap_err().to_string().contains("offline"));
    assert!(world.fapi.calls().is_empty());
    world.page.is_online.set(true);
    for body in ["{}", r#"{"jwt":""}"#, r#"{"jwt":5}"#, "null"] {
        world.fapi.now_on(TOKENS, Answer::json(body));
        assert!(world.token_of(&held, GetToken::default()).is_err(), "{body}");
    }
    world.fapi.now_on(TOKENS, minted(&jwt("sess_1", 60.0, 1.0)));
    world.token_of(&held, GetToken::default()).unwrap();
}

#[test]
fn a_401_checks_the_client_once_and_signs_out_if_the_session_is_gone() {
    let (world, clerk) = signed_in("null");
    world.fapi.on(TOKENS, Answer::error(401, "signed_out"));
    world.fapi.now_on("GET /client", Answer::json(&wrapped(&client(&[session("sess_1")]))));
    let held = clerk.session().unwrap();
    assert_eq!(world.token_of(&held, GetToken::default()).unwrap_err().status(), Some(401));
    assert!(clerk.session().is_some(), "still there");
    world.fapi.now_on("GET /client", Answer::json(&wrapped(&client(&[]))));
    assert_eq!(world.token_of(&held, GetToken::default()).unwrap_err().status(), Some(401));
    assert!(clerk.session().is_none() && clerk.is_settled());
}

#[test]
fn a_401_on_the_check_itself_does_not_go_round() {
    let (world, clerk) = signed_in("null");
    world.fapi.on(TOKENS, Answer::error(401, "signed_out"));
    world.fapi.now_on("GET /client", Answer::error(401, "signed_out"));
    assert!(world.token_of(&clerk.session().unwrap(), GetToken::default()).is_err());
    assert_eq!(world.fapi.calls(), [TOKENS, "GET /client"]);
    assert!(clerk.session().is_none());
}

#[test]
fn reload_reads_the_session_again() {
    let (world, clerk) = signed_in("null");
    world.fapi.on(
        "GET /client/sessions/sess_1",
        Answer::json(&wrapped(&session_with("sess_1", "pending", "null"))),
    );
    let held = clerk.session().unwrap();
    world.run(held.reload()).unwrap();
    assert_eq!(held.data().status(), Some(SessionStatus::Pending));
}

#[test]
fn a_quiet_touch_tells_no_listener_and_gives_the_client_that_has_come() {
    let (world, clerk) = World::with_client(&client(&[session("sess_1")]));
    let call = "POST /client/sessions/sess_1/touch";
    let renewed = session_with("sess_1", "active", &token(&jwt("sess_1", 60.0, 2.0)));
    world.fapi.on(call, Answer::json(&piggybacked(&renewed, &client(&[renewed.clone(), session("sess_2")]))));
    world.fapi.on(call, Answer::json(&wrapped(&renewed)));
    world.fapi.on(call, Answer::no_content());
    world.fapi.on(call, Answer::error(404, "resource_not_found"));
    let told = Rc::new(Cell::new(0));
    let count = told.clone();
    let _subscription = clerk.add_listener(move |_| count.set(count.get() + 1), true);
    let held = clerk.session().unwrap();
    let touched = world.run(held.touch_quietly(Some("select_org"))).unwrap().unwrap();
    assert_eq!(world.fapi.last().body.as_deref(), Some("active_organization_id=&intent=select_org"));
    assert_eq!(touched.sessions().len(), 2);
    assert_eq!(clerk.client().unwrap().sessions().len(), 2, "it is the live one");
    assert!(held.data().last_active_token().is_some());
    assert!(world.run(held.touch_quietly(None)).unwrap().is_none());
    assert!(world.run(held.touch_quietly(None)).unwrap().is_none());
    assert_eq!(world.run(held.touch_quietly(None)).unwrap_err().status(), Some(404));
    assert_eq!(told.get(), 0);
}
