//! `load()`: what is asked for, in which order, and what happens when it fails.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod support;

use clerk_wasm::ErrorKind;
use clerk_wasm::engine::{LoadOptions, Status};
use clerk_wasm::fapi::InstanceType;
use clerk_wasm::platform::Cookies;
use futures_util::future::join;
use std::cell::Cell;
use std::rc::Rc;
use support::{
    Answer, LIVE, NOW, TEST, World, client, jwt, session, session_with, token, unattended, wrapped,
};

fn load(world: &World, clerk: &clerk_wasm::engine::Clerk) -> Result<(), clerk_wasm::ClerkError> {
    world.run(clerk.load(LoadOptions::default()))
}

#[test]
fn production_reads_environment_then_client() {
    let world = World::new();
    world.fapi.on("GET /environment", Answer::json("{}"));
    world.fapi.on("GET /client", Answer::json(&wrapped(&client(&[session("sess_1"), session("sess_2")]))));
    let clerk = world.clerk(LIVE);
    assert!(clerk.client().is_none() && !clerk.is_settled());
    load(&world, &clerk).unwrap();

    assert_eq!(world.fapi.calls(), ["GET /environment", "GET /client"]);
    assert!(world.fapi.requests().iter().all(|request| request.with_credentials && request.body.is_none()));
    assert_eq!(clerk.status(), Status::Ready);
    assert_eq!(clerk.client().unwrap().sessions().len(), 2);
    assert_eq!(clerk.session().unwrap().data().id().as_deref(), Some("sess_1"));
    assert_eq!(clerk.instance_type(), InstanceType::Production);
}

#[test]
fn development_makes_a_dev_browser_first_and_sends_its_token() {
    let world = World::new();
    world.fapi.on("POST /dev_browser", Answer::json(r#"{"id":"dvb 1"}"#));
    world.fapi.on("PATCH /environment", Answer::json("{}"));
    world.fapi.on("GET /client", Answer::json(&wrapped(&client(&[session("sess_1")]))));
    let clerk = world.clerk(TEST);
    load(&world, &clerk).unwrap();

    assert_eq!(world.fapi.calls(), ["POST /dev_browser", "PATCH /environment", "GET /client"]);
    let requests = world.fapi.requests();
    assert!(
        !requests[0].with_credentials && !requests[0].is_form && !requests[0].url.contains("__clerk_db_jwt")
    );
    assert!(requests[1..].iter().all(|request| request.url.ends_with("&__clerk_db_jwt=dvb+1")));
    let suffixed = world.cookies.names();
    assert!(suffixed.contains(&"__clerk_db_jwt".to_owned()) && suffixed.contains(&"__client_uat".to_owned()));
    assert_eq!(suffixed.iter().filter(|name| name.starts_with("__clerk_db_jwt_")).count(), 1);
}

#[test]
fn a_dev_browser_token_comes_from_the_url_or_a_cookie() {
    let world = World::new();
    world.fapi.on("PATCH /environment", Answer::json("{}"));
    world.fapi.on("GET /client", Answer::json(&wrapped("null")));
    world.page.href.replace("https://app.test/a?x=1&__clerk_db_jwt=from%20url&y=2".to_owned());
    load(&world, &world.clerk(TEST)).unwrap();
    assert!(world.fapi.last().url.ends_with("__clerk_db_jwt=from+url"));
    assert_eq!(*world.page.href.borrow(), "https://app.test/a?x=1&y=2");

    world.fapi.forget_log();
    load(&world, &world.clerk(TEST)).unwrap();
    assert!(world.fapi.last().url.ends_with("__clerk_db_jwt=from+url"), "the cookie is read");
    assert_eq!(world.fapi.calls(), ["PATCH /environment", "GET /client"]);
}

#[test]
fn a_refused_dev_browser_rejects_with_what_the_server_says() {
    let world = World::new();
    world.fapi.on("POST /dev_browser", Answer::error(400, "origin_invalid"));
    let clerk = world.clerk(TEST);
    let error = load(&world, &clerk).unwrap_err().to_string();
    assert_eq!(error, "Something went wrong initializing Clerk in development mode. Long.");
    assert_eq!(clerk.status(), Status::Error);
}

#[test]
fn a_dev_browser_that_never_comes_is_waited_for_for_half_a_minute() {
    let world = World::new();
    world.fapi.on("POST /dev_browser", Answer::Never);
    let clerk = world.clerk(TEST);
    let error = world.run(clerk.load(unattended())).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Network(_)), "{error:?}");
    assert_eq!(world.now_ms() - NOW, 30_000.0);
    assert_eq!(clerk.status(), Status::Error);
}

#[test]
fn an_unknown_dev_browser_is_made_anew_once() {
    let world = World::new();
    world.cookies.put("__clerk_db_jwt", "old");
    world.fapi.on("POST /dev_browser", Answer::json(r#"{"id":"new"}"#));
    world.fapi.on("PATCH /environment", Answer::json("{}"));
    world.fapi.on("GET /client", Answer::error(401, "dev_browser_unauthenticated"));
    world.fapi.on("GET /client", Answer::json(&wrapped(&client(&[]))));
    let clerk = world.clerk(TEST);
    load(&world, &clerk).unwrap();
    assert_eq!(clerk.status(), Status::Ready);
    assert!(world.fapi.last().url.ends_with("__clerk_db_jwt=new"));
}

#[test]
fn concurrent_loads_share_one() {
    let world = World::new();
    world.fapi.on("GET /environment", Answer::json("{}"));
    world.fapi.on("GET /client", Answer::json(&wrapped(&client(&[]))));
    let clerk = world.clerk(LIVE);
    let (first, second) =
        world.run(join(clerk.load(LoadOptions::default()), clerk.load(LoadOptions::default())));
    first.and(second).unwrap();
    load(&world, &clerk).unwrap();
    assert_eq!(world.fapi.calls().len(), 2);
}

#[test]
fn a_visitor_without_a_client_has_a_new_one() {
    let world = World::new();
    world.fapi.on("GET /environment", Answer::json("{}"));
    world.fapi.on("GET /client", Answer::json(&wrapped("null")));
    let clerk = world.clerk(LIVE);
    load(&world, &clerk).unwrap();
    let client = clerk.client().unwrap();
    assert!(client.is_new() && client.sessions().is_empty());
    assert!(clerk.session().is_none() && clerk.is_settled());
    assert_eq!(client.data().created_at(), None);
}

#[test]
fn a_refused_client_rejects_and_can_be_loaded_again() {
    let world = World::new();
    world.fapi.on("GET /environment", Answer::json("{}"));
    world.fapi.on("GET /client", Answer::error(400, "origin_invalid"));
    let clerk = world.clerk(LIVE);
    assert!(load(&world, &clerk).unwrap_err().has_code("origin_invalid"));
    assert_eq!(clerk.status(), Status::Error);
    world.fapi.now_on("GET /client", Answer::json(&wrapped(&client(&[]))));
    let second = clerk.load(LoadOptions::default());
    assert_eq!(clerk.status(), Status::Error, "until it is known better");
    world.run(second).unwrap();
    assert_eq!(clerk.status(), Status::Ready);
}

#[test]
fn a_client_without_content_is_a_new_one() {
    let world = World::new();
    world.fapi.on("GET /environment", Answer::json("{}"));
    world.fapi.on("GET /client", Answer::no_content());
    let clerk = world.clerk(LIVE);
    load(&world, &clerk).unwrap();
    assert_eq!(clerk.status(), Status::Ready);
    assert!(clerk.client().unwrap().is_new() && clerk.session().is_none() && clerk.is_settled());
}

/// What something else answers in Clerk's place, or a Clerk that is out of its mind.
#[test]
fn a_client_of_the_wrong_shape_is_an_outage_and_without_cookies_an_error() {
    for body in [
        "{}",
        "[]",
        "5",
        r#"{"response":"x"}"#,
        r#"{"response":{"id":1}}"#,
        r#"{"response":{"id":"c","sessions":"x"}}"#,
        "<html>",
    ] {
        let world = World::new();
        world.fapi.on("GET /environment", Answer::json("{}"));
        world.fapi.on("GET /client", Answer::json(body));
        let clerk = world.clerk(LIVE);
        load(&world, &clerk).unwrap();
        assert_eq!(clerk.status(), Status::Degraded, "{body}");
        let clerk = world.clerk(LIVE);
        let no_cookies = LoadOptions { standard_browser: false, ..unattended() };
        let error = world.run(clerk.load(no_cookies)).unwrap_err();
        assert_eq!(error.status(), Some(200), "{body}");
        assert!(clerk.client().is_none(), "{body}");
    }
}

#[test]
fn an_outage_starts_from_the_cookie_and_becomes_ready_by_itself() {
    let raw = jwt("sess_9", 60.0, 1.0);
    let no_network = vec![Answer::Cut; 4];
    for failures in [vec![Answer::status(502, "<html>")], no_network] {
        let world = World::new();
        world.cookies.put("__session", &raw);
        world.fapi.on("GET /environment", Answer::json("{}"));
        failures.into_iter().for_each(|failure| world.fapi.on("GET /client", failure));
        world.fapi.on("GET /client", Answer::json(&wrapped(&client(&[session("sess_9")]))));
        let clerk = world.clerk(LIVE);
        load(&world, &clerk).unwrap();
        assert_eq!(clerk.status(), Status::Degraded);
        assert_eq!(clerk.session().unwrap().data().id().as_deref(), Some("sess_9"));
        assert_eq!(clerk.session().unwrap().data().user().id().as_str(), "user_sess_9");
        world.settle();
        assert_eq!(clerk.status(), Status::Ready);
        assert_eq!(clerk.client().unwrap().data().id().as_deref(), Some("client_1"));
    }
}

#[test]
fn an_outage_of_the_client_does_not_wait_for_the_environment() {
    let world = World::new();
    world.cookies.put("__session", &jwt("sess_9", 60.0, 1.0));
    world.fapi.on("GET /environment", Answer::Never);
    world.fapi.on("GET /client", Answer::status(502, "<html>"));
    world.fapi.on("GET /client", Answer::json(&wrapped(&client(&[session("sess_9")]))));
    let clerk = world.clerk(LIVE);
    let loading = clerk.clone();
    world.reach().spawner.spawn(Box::pin(async move {
        loading.load(LoadOptions::default()).await.unwrap();
    }));
    world.settle();
    assert_eq!(clerk.session().unwrap().data().id().as_deref(), Some("sess_9"));
    assert_eq!(clerk.client().unwrap().data().id().as_deref(), Some("client_1"));
    assert_eq!(clerk.status(), Status::Loading);
}

#[test]
fn a_client_that_does_not_answer_is_not_waited_for() {
    let world = World::new();
    world.fapi.on("GET /environment", Answer::json("{}"));
    world.fapi.on("GET /client", Answer::Never);
    let clerk = world.clerk(LIVE);
    let is_done = Rc::new(Cell::new(false));
    let (done, loading) = (is_done.clone(), clerk.clone());
    world.reach().spawner.spawn(Box::pin(async move {
        loading.load(LoadOptions::default()).await.unwrap();
        done.set(true);
    }));
    world.settle();
    world.clock.advance(6999.0);
    world.settle();
    assert!(!is_done.get());
    world.clock.advance(1.0);
    world.settle();
    assert!(is_done.get());
    assert_eq!(clerk.status(), Status::Degraded);
    assert!(clerk.session().is_none());
}

#[test]
fn an_environment_that_fails_only_degrades() {
    let world = World::new();
    world.fapi.on("GET /environment", Answer::status(500, "oops"));
    world.fapi.on("GET /client", Answer::json(&wrapped(&client(&[]))));
    let clerk = world.clerk(LIVE);
    load(&world, &clerk).unwrap();
    assert_eq!(clerk.status(), Status::Degraded);
}

#[test]
fn outside_a_standard_browser_no_cookie_is_touched_and_failures_reject() {
    let options = LoadOptions { standard_browser: false, ..LoadOptions::default() };
    let world = World::new();
    world.fapi.on("GET /environment", Answer::json("{}"));
    let raw = token(&jwt("sess_1", 60.0, 1.0));
    world.fapi.on("GET /client", Answer::json(&wrapped(&client(&[session_with("sess_1", "active", &raw)]))));
    let clerk = world.clerk(TEST);
    world.run(clerk.load(options.clone())).unwrap();
    assert_eq!(world.fapi.calls(), ["GET /environment", "GET /client"]);
    assert!(world.cookies.names().is_empty());

    let other = World::new();
    other.fapi.on("GET /environment", Answer::status(500, "{}"));
    other.fapi.on("GET /client", Answer::json(&wrapped(&client(&[]))));
    assert_eq!(other.run(other.clerk(LIVE).load(options)).unwrap_err().status(), Some(500));
}

#[test]
fn the_session_cookie_holds_the_token_and_is_written_once() {
    let raw = jwt("sess_1", 60.0, 1.0);
    let (world, clerk) = World::with_client(&client(&[session_with("sess_1", "active", &token(&raw))]));
    let names = world.cookies.names();
    assert!(
        names.contains(&"__session".to_owned()) && names.iter().any(|name| name.starts_with("__session_"))
    );
    let writes = world.cookies.writes.get();
    world.run(clerk.client().unwrap().reload(None)).unwrap();
    assert_eq!(world.cookies.writes.get(), writes);
}

#[test]
fn a_cookie_is_written_when_its_own_value_changes() {
    let signed_in = |updated_at: &str| {
        let raw = token(&jwt("sess_1", 60.0, 1.0));
        client(&[session_with("sess_1", "active", &raw)]).replace("1763999999000", updated_at)
    };
    let world = World::new();
    world.cookies.put("__clerk_db_jwt", "dvb_1");
    world.fapi.on("PATCH /environment", Answer::json("{}"));
    world.fapi.on("GET /client", Answer::json(&wrapped(&signed_in("1763999999000"))));
    world.fapi.on("GET /client", Answer::json(&wrapped(&signed_in("1763999999999"))));
    world.fapi.on("GET /client", Answer::json(&wrapped(&signed_in("1764000000000"))));
    let clerk = world.clerk(TEST);
    load(&world, &clerk).unwrap();
    assert_eq!(
        world.cookies.writes.get(),
        7,
        "a session, a time and a development browser, each with a suffix too, and the session in front"
    );
    let reload = || world.run(clerk.client().unwrap().reload(None)).unwrap();
    reload();
    assert_eq!(world.cookies.writes.get(), 7, "the same second");
    reload();
    assert_eq!(world.cookies.writes.get(), 9, "the time alone");
    assert_eq!(world.cookies.get("__client_uat").as_deref(), Some("1764000000"));
}

#[test]
fn a_session_that_is_not_current_yet_is_in_no_cookie() {
    let world = World::new();
    world.cookies.put("__clerk_db_jwt", "dvb_1");
    world.fapi.on("PATCH /environment", Answer::json("{}"));
    world.fapi.on("GET /client", Answer::json(&wrapped(&client(&[]))));
    world.fapi.on("GET /client", Answer::json(&wrapped(&client(&[session("sess_1")]))));
    let clerk = world.clerk(TEST);
    load(&world, &clerk).unwrap();
    world.run(clerk.client().unwrap().reload(None)).unwrap();
    assert!(clerk.session().is_none() && clerk.client().unwrap().sessions().len() == 1);
    assert_eq!(world.cookies.get("__client_uat").as_deref(), Some("0"));
}

#[test]
fn a_development_browsers_cookies_are_written_after_the_environment() {
    for (environment, is_written) in [(Answer::Never, false), (Answer::status(500, "oops"), true)] {
        let world = World::new();
        world.cookies.put("__clerk_db_jwt", "dvb_1");
        world.fapi.on("PATCH /environment", environment);
        world.fapi.on("GET /client", Answer::json(&wrapped(&client(&[]))));
        let clerk = world.clerk(TEST);
        world.reach().spawner.spawn(Box::pin(async move {
            let _ = clerk.load(LoadOptions::default()).await;
        }));
        world.settle();
        assert_eq!(world.fapi.calls().len(), 2);
        let names = world.cookies.names();
        assert_eq!(names.iter().any(|name| name.starts_with("__clerk_db_jwt_")), is_written);
    }
}

#[test]
fn two_clerks_share_nothing() {
    let world = World::new();
    world.fapi.on("GET /environment", Answer::json("{}"));
    world.fapi.on("GET /client", Answer::json(&wrapped(&client(&[session("sess_1")]))));
    let (one, other) = (world.clerk(LIVE), world.clerk("pk_live_Y2xlcmsub3RoZXIuY29tJA"));
    load(&world, &one).unwrap();
    assert!(other.client().is_none());
    load(&world, &other).unwrap();
    world.fapi.on("GET /client/sessions/sess_1", Answer::json(&wrapped(&session("sess_1"))));
    world.run(one.session().unwrap().reload()).unwrap();
    assert!(world.fapi.last().url.starts_with("https://clerk.example.com/"));
}

#[test]
fn cookies_are_partitioned_and_written_again_once_the_instance_says_so() {
    for (environment, expected) in [(r#"{"partitioned_cookies":true}"#, true), ("{}", false)] {
        let world = World::new();
        world.fapi.on("GET /environment", Answer::json(environment));
        world.fapi.on("GET /client", Answer::json(&wrapped(&client(&[session("sess_1")]))));
        let clerk = world.clerk(LIVE);
        world.run(clerk.load(LoadOptions::default())).unwrap();
        assert_eq!(world.cookies.is_partitioned.get(), expected, "{environment}");
    }
}
