//! A page that is left open, and the other tabs: the token is kept alive, tabs tell each other, one writes the cookies.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod support;

use clerk_wasm::engine::{Clerk, GetToken, LoadOptions, Status};
use clerk_wasm::json::Json;
use clerk_wasm::platform::{Cookies, Lifetime};
use std::rc::Rc;
use support::{
    Answer, LIVE, World, client, json, jwt, jwt_with, minted, session, session_with, token, wrapped,
};

const TOKENS: &str = "POST /client/sessions/sess_1/tokens";

/// A page that has loaded this session and looks at its token.
fn open(session: String) -> (World, Clerk) {
    let world = World::new();
    world.fapi.on("GET /environment", Answer::json("{}"));
    world.fapi.on("GET /client", Answer::json(&wrapped(&client(&[session]))));
    let clerk = world.clerk(LIVE);
    world.run(clerk.load(LoadOptions::default())).unwrap();
    world.settle();
    world.fapi.forget_log();
    (world, clerk)
}

fn with_token(raw: &str) -> String {
    session_with("sess_1", "active", &token(raw))
}

#[test]
fn a_focused_page_looks_every_1500_ms_and_another_one_every_5000() {
    for (state, wait_ms) in
        [(Some("focused"), 1500.0), (Some("visible"), 5000.0), (Some("hidden"), 5000.0), (None, 5000.0)]
    {
        let (world, clerk) = open(with_token(&jwt("sess_1", 600.0, 1.0)));
        world.page.tab_state.set(state);
        world.pass(1500.0);
        clerk.session().unwrap().clear_cache();
        world.fapi.on(TOKENS, minted(&jwt("sess_1", 600.0, 2.0)));
        world.pass(wait_ms - 1.0);
        assert!(world.fapi.calls().is_empty(), "{state:?}");
        world.pass(1.0);
        assert_eq!(world.fapi.calls(), [TOKENS], "{state:?}");
    }
}

#[test]
fn nobody_looks_where_that_is_switched_off_or_there_are_no_cookies() {
    let unattended = LoadOptions { polling: false, ..LoadOptions::default() };
    let elsewhere = LoadOptions { standard_browser: false, ..LoadOptions::default() };
    for (options, looks) in [(unattended, 1), (elsewhere, 0)] {
        let world = World::new();
        world.fapi.on("GET /environment", Answer::json("{}"));
        world.fapi.on("GET /client", Answer::json(&wrapped(&client(&[session("sess_1")]))));
        let clerk = world.clerk(LIVE);
        world.run(clerk.load(options)).unwrap();
        world.fapi.forget_log();
        for _ in 0..10 {
            world.pass(5000.0);
        }
        world.page.returns.borrow().iter().for_each(|look| look());
        world.settle();
        assert!(world.fapi.calls().is_empty());
        assert_eq!(world.page.returns.borrow().len(), looks, "cookies are looked at, where there are any");
    }
}

#[test]
fn a_page_without_a_session_asks_for_nothing() {
    let world = World::new();
    world.fapi.on("GET /environment", Answer::json("{}"));
    world.fapi.on("GET /client", Answer::json(&wrapped(&client(&[]))));
    let clerk = world.clerk(LIVE);
    world.run(clerk.load(LoadOptions::default())).unwrap();
    world.fapi.forget_log();
    world.pass(1500.0);
    world.pass(1500.0);
    assert!(world.fapi.calls().is_empty());
    assert_eq!(world.tabs.turns.get(), 0);
}

#[test]
fn one_tab_at_a_time_asks() {
    let (world, clerk) = open(with_token(&jwt("sess_1", 600.0, 1.0)));
    world.fapi.on(TOKENS, minted(&jwt("sess_1", 600.0, 2.0)));
    assert_eq!(world.tabs.turns.get(), 0, "a good token needs no turn");
    clerk.session().unwrap().clear_cache();
    world.tabs.is_locked.set(true);
    world.pass(1500.0);
    assert!(world.fapi.calls().is_empty());
    world.tabs.is_locked.set(false);
    world.pass(1500.0);
    assert_eq!(world.fapi.calls(), [TOKENS]);
    assert_eq!(world.tabs.turns.get(), 1);
}

#[test]
fn looking_ends_with_the_clerk_object() {
    let (world, clerk) = open(with_token(&jwt("sess_1", 600.0, 1.0)));
    clerk.session().unwrap().clear_cache();
    world.fapi.on(TOKENS, minted(&jwt("sess_1", 600.0, 2.0)));
    drop(clerk);
    world.pass(1500.0);
    world.pass(1500.0);
    world.page.returns.borrow().iter().for_each(|look| look());
    world.settle();
    assert!(world.fapi.calls().is_empty());
}

#[test]
fn what_the_page_was_asked_to_call_is_taken_back_with_the_clerk_object() {
    let (world, clerk) = open(with_token(&jwt("sess_1", 600.0, 1.0)));
    let held = || (Rc::strong_count(&world.page.registered) - 1, Rc::strong_count(&world.tabs.told) - 1);
    assert_eq!(held(), (2, 2), "the tab's return and its focus; tokens and sign-outs of other tabs");
    drop(clerk);
    world.pass(5000.0);
    assert_eq!(held(), (0, 0));
}

/// The reader comes back to a page whose cookies somebody else has taken away; what is asked then, and what the cookie holds before that
/// is answered.
fn comes_back(world: &World, cookie: Option<&str>) -> Option<String> {
    for name in world.cookies.names().iter().filter(|name| name.starts_with("__session")) {
        world.cookies.remove(name, Lifetime::Year);
        cookie.iter().for_each(|value| world.cookies.put(name, value));
    }
    world.page.returns.borrow().iter().for_each(|look| look());
    let before = world.cookies.get("__session");
    world.settle();
    before
}

#[test]
fn a_session_that_another_page_of_the_site_has_ended_is_gone_when_the_reader_comes_back() {
    let strangers = jwt("sess_of_somebody", 600.0, 9.0);
    for cookie in [None, Some(strangers.as_str())] {
        let (world, clerk) = open(with_token(&jwt("sess_1", 600.0, 1.0)));
        world.fapi.now_on("GET /client", Answer::json(&wrapped(&client(&[]))));
        assert_eq!(comes_back(&world, cookie).as_deref(), cookie, "nothing is written before it is known");
        assert_eq!(world.fapi.calls(), ["GET /client"]);
        assert!(clerk.session().is_none() && clerk.is_settled());
        assert_eq!(world.cookies.get("__session"), None);
    }
}

#[test]
fn a_sign_out_that_no_message_tells_of_is_seen_in_the_cookies() {
    let raw = jwt("sess_1", 600.0, 1.0);
    let (world, clerk) = open(with_token(&raw));
    world.fapi.now_on("GET /client", Answer::json(&wrapped(&client(&[]))));
    for name in world.cookies.names().iter().filter(|name| name.starts_with("__session")) {
        world.cookies.remove(name, Lifetime::Year);
    }
    world.pass(1499.0);
    assert!(world.fapi.calls().is_empty() && clerk.session().is_some());
    world.pass(1.0);
    assert_eq!(world.fapi.calls(), ["GET /client"]);
    assert!(clerk.session().is_none() && clerk.is_settled());
    assert_eq!(world.cookies.get("__session"), None);
}

#[test]
fn a_session_that_goes_on_gets_its_cookie_back_and_a_browser_that_keeps_none_is_asked_once() {
    let raw = jwt("sess_1", 600.0, 1.0);
    let (world, clerk) = open(with_token(&raw));
    assert_eq!(comes_back(&world, None), None);
    assert_eq!(world.fapi.calls(), ["GET /client"]);
    assert!(clerk.session().is_some());
    assert_eq!(world.cookies.get("__session"), Some(raw));

    world.cookies.keeps_none.set(true);
    for _ in 0..3 {
        comes_back(&world, None);
    }
    assert_eq!(world.fapi.calls(), ["GET /client", "GET /client"]);
    assert!(clerk.session().is_some());
}

#[test]
fn a_token_that_cannot_be_had_shows_in_the_status_until_it_can() {
    let (world, clerk) = open(with_token(&jwt("sess_1", 600.0, 1.0)));
    clerk.session().unwrap().clear_cache();
    world.fapi.on(TOKENS, Answer::error(404, "not_found"));
    world.pass(1500.0);
    assert_eq!(clerk.status(), Status::Degraded);
    world.fapi.now_on(TOKENS, minted(&jwt("sess_1", 600.0, 2.0)));
    world.pass(1500.0);
    assert_eq!(clerk.status(), Status::Ready);
}

#[test]
fn a_session_that_ended_elsewhere_is_found_by_looking() {
    let (world, clerk) = open(with_token(&jwt("sess_1", 600.0, 1.0)));
    clerk.session().unwrap().clear_cache();
    world.fapi.on(TOKENS, Answer::error(422, "unprocessable"));
    world.fapi.now_on("GET /client", Answer::json(&wrapped(&client(&[]))));
    world.pass(1500.0);
    assert!(clerk.session().is_none());
    assert_eq!(clerk.status(), Status::Ready);
    assert_eq!(world.cookies.get("__session"), None);
}

#[test]
fn the_reader_comes_back_to_a_good_token_and_to_cookies_of_this_tab() {
    let raw = jwt("sess_1", 600.0, 1.0);
    let (world, clerk) = open(with_token(&raw));
    world.cookies.put("__session", "another.tab.wrote");
    world.page.returns.borrow().iter().for_each(|look| look());
    world.settle();
    assert_eq!(world.cookies.get("__session"), Some(raw));
    clerk.session().unwrap().clear_cache();
    let next = jwt("sess_1", 600.0, 2.0);
    world.fapi.on(TOKENS, minted(&next));
    world.tabs.is_locked.set(true);
    world.page.returns.borrow().iter().for_each(|look| look());
    world.settle();
    assert_eq!(world.cookies.get("__session"), Some(next), "whoever is looked at does not wait for a turn");
}

#[test]
fn a_tab_in_the_background_leaves_the_cookie_to_the_one_in_front() {
    let (world, clerk) = open(with_token(&jwt("sess_1", 600.0, 1.0)));
    let get = |world: &World| {
        let options = GetToken { skip_cache: true, ..GetToken::default() };
        world.run(clerk.session().unwrap().get_token(options)).unwrap().expose().to_owned()
    };
    assert_eq!(world.cookies.get("clerk_active_context").as_deref(), Some("sess_1:"));
    world.page.tab_state.set(Some("hidden"));
    world.fapi.on(TOKENS, minted(&jwt("sess_1", 601.0, 2.0)));
    let second = get(&world);
    assert_eq!(world.cookies.get("__session"), Some(second.clone()), "the tab in front shows the same");
    world.cookies.put("clerk_active_context", "sess_9:org_1");
    world.fapi.now_on(TOKENS, minted(&jwt("sess_1", 602.0, 3.0)));
    get(&world);
    assert_eq!(world.cookies.get("__session"), Some(second));
    world.page.tab_state.set(Some("focused"));
    world.fapi.now_on(TOKENS, minted(&jwt("sess_1", 603.0, 4.0)));
    let fourth = get(&world);
    assert_eq!(world.cookies.get("__session"), Some(fourth));
    assert_eq!(world.cookies.get("clerk_active_context").as_deref(), Some("sess_1:"));
}

#[test]
fn an_older_token_does_not_replace_a_good_cookie() {
    let fresh = jwt("sess_1", 600.0, 9.0);
    for (cookie, is_kept) in [
        (fresh.clone(), true),
        (jwt("sess_1", -1.0, 9.0), false),
        (jwt("sess_2", 600.0, 9.0), false),
        (jwt_with("{}", r#"{"sid":"sess_1","exp":9999999999}"#), false),
        ("no.token.atall".to_owned(), false),
        (jwt_with(r#"{"oiat":9}"#, r#"{"sid":"sess_1","org_id":"org_1","exp":9999999999}"#), false),
    ] {
        let world = World::new();
        world.cookies.put("__session", &cookie);
        let raw = jwt("sess_1", 601.0, 3.0);
        world.fapi.on("GET /environment", Answer::json("{}"));
        world.fapi.on("GET /client", Answer::json(&wrapped(&client(&[with_token(&raw)]))));
        world.run(world.clerk(LIVE).load(support::unattended())).unwrap();
        let expected = if is_kept { &cookie } else { &raw };
        assert_eq!(world.cookies.get("__session").as_ref(), Some(expected), "{cookie}");
    }
}

fn message(raw: &str) -> Json {
    json(&format!(
        r#"{{"organizationId":null,"sessionId":"sess_1","template":null,"tokenId":"sess_1","tokenRaw":"{raw}","traceId":"bc_1"}}"#
    ))
}

#[test]
fn other_tabs_are_told_of_each_new_token() {
    let (world, clerk) = open(with_token(&jwt("sess_1", 600.0, 1.0)));
    let raw = jwt("sess_1", 600.0, 2.0);
    world.fapi.on(TOKENS, minted(&raw));
    let options = GetToken { skip_cache: true, ..GetToken::default() };
    world.run(clerk.session().unwrap().get_token(options)).unwrap();
    let told = world.tabs.told.borrow().clone();
    assert_eq!(told.len(), 1);
    for (name, expected) in [("sessionId", "sess_1"), ("tokenId", "sess_1"), ("tokenRaw", &raw)] {
        assert_eq!(told[0].text(name).as_deref(), Some(expected), "{name}");
    }
    assert!(told[0].text("traceId").unwrap().starts_with("bc_1764000000000_"));
}

#[test]
fn a_token_that_does_not_say_whose_it_is_stays_here() {
    let organization = GetToken { organization_id: Some(Some("org_1".to_owned())), ..GetToken::default() };
    let template = GetToken { template: Some("supabase".to_owned()), ..GetToken::default() };
    let claims = [r#"{"iat":1,"exp":9999999999}"#, r#"{"sid":"sess_1","iat":1,"exp":9999999999}"#];
    for (options, claims) in [(template, claims[0]), (organization, claims[1])] {
        let (world, clerk) = open(with_token(&jwt("sess_1", 600.0, 1.0)));
        let raw = jwt_with(r#"{"oiat":9}"#, claims);
        world.fapi.on(TOKENS, minted(&raw));
        world.fapi.on(&format!("{TOKENS}/supabase"), minted(&raw));
        world.run(clerk.session().unwrap().get_token(options)).unwrap();
        assert!(world.tabs.told.borrow().is_empty(), "{claims}");
    }
}

#[test]
fn a_token_of_another_tab_saves_a_request_and_is_not_told_again() {
    let (world, clerk) = open(with_token(&jwt("sess_1", 600.0, 1.0)));
    let raw = jwt("sess_1", 600.0, 2.0);
    world.tabs.say(&message(&raw));
    let token = world.run(clerk.session().unwrap().get_token(GetToken::default())).unwrap();
    assert_eq!(token.expose(), &raw);
    assert!(world.fapi.calls().is_empty() && world.tabs.told.borrow().is_empty());
    assert_eq!(world.cookies.get("__session"), Some(raw));
}

#[test]
fn tokens_of_templates_and_organizations_are_heard_too() {
    let (world, clerk) = open(with_token(&jwt("sess_1", 600.0, 1.0)));
    let raw = jwt("sess_1", 600.0, 2.0);
    let message = |rest: &str| json(&format!(r#"{{"sessionId":"sess_1","tokenRaw":"{raw}",{rest}}}"#));
    world.tabs.say(&message(r#""template":"supabase","tokenId":"sess_1-supabase""#));
    world.tabs.say(&message(r#""organizationId":"org_1","tokenId":"sess_1-org_1""#));
    let template = GetToken { template: Some("supabase".to_owned()), ..GetToken::default() };
    let organization = GetToken { organization_id: Some(Some("org_1".to_owned())), ..GetToken::default() };
    for options in [template, organization] {
        assert_eq!(world.run(clerk.session().unwrap().get_token(options)).unwrap().expose(), &raw);
    }
    assert!(world.fapi.calls().is_empty());
    let own = clerk.session().unwrap().data().last_active_token().unwrap().raw();
    assert_eq!(own, Some(jwt("sess_1", 600.0, 1.0)));
}

#[test]
fn what_makes_no_sense_is_not_heard() {
    let good = jwt("sess_1", 600.0, 9.0);
    let (world, clerk) = open(with_token(&jwt("sess_1", 600.0, 3.0)));
    let undated = [r#"{"sid":"sess_1","iat":1}"#, r#"{"sid":"sess_1","exp":9999999999}"#]
        .map(|claims| jwt_with("{}", claims));
    let odd = [
        json("null"),
        json("7"),
        json("{}"),
        json(&format!(r#"{{"sessionId":"sess_1","tokenId":"sess_2","tokenRaw":"{good}"}}"#)),
        json(&format!(r#"{{"sessionId":"sess_9","tokenId":"sess_9","tokenRaw":"{good}"}}"#)),
        message("no.token.atall"),
        message(&undated[0]),
        message(&undated[1]),
        message(&jwt("sess_1", 600.0, 1.0)),
    ];
    for message in odd {
        world.tabs.say(&message);
        let token = world.run(clerk.session().unwrap().get_token(GetToken::default())).unwrap();
        assert_eq!(token.expose(), &jwt("sess_1", 600.0, 3.0), "{}", message.to_text());
    }
    assert!(world.fapi.calls().is_empty());
}

#[test]
fn without_channels_tokens_are_kept_as_ever() {
    let world = World::new();
    world.tabs.is_alone.set(true);
    world.fapi.on("GET /environment", Answer::json("{}"));
    world.fapi.on("GET /client", Answer::json(&wrapped(&client(&[session("sess_1")]))));
    let clerk = world.clerk(LIVE);
    world.run(clerk.load(support::unattended())).unwrap();
    let raw = jwt("sess_1", 600.0, 2.0);
    world.fapi.on(TOKENS, minted(&raw));
    world.fapi.forget_log();
    for _ in 0..2 {
        let token = world.run(clerk.session().unwrap().get_token(GetToken::default())).unwrap();
        assert_eq!(token.expose(), &raw);
    }
    assert_eq!(world.fapi.calls(), [TOKENS]);
}
