//! The start of the first part alone, and what happens between it and the second part.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod support;

use clerk_wasm::engine::{Clerk, ClerkOptions, GetToken, Hooks, LoadOptions, Start, Status, Work};
use clerk_wasm::platform::{Cookies, Lifetime};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use support::{
    Answer, LIVE, NOW, TEST, World, client, json, jwt, minted, session, session_with, token, unattended,
    wrapped,
};

/// A Clerk object of the first part alone.
fn first(world: &World, key: &str) -> Clerk {
    Clerk::on_page(world.near(), key, &ClerkOptions::default()).unwrap()
}

/// Where the general load asks for environment and client, on a page that is like `world`'s.
fn general(world: &World, key: &str, environment: &str, options: LoadOptions) -> [String; 2] {
    let mut other = world.next_visit();
    other.page = world.page.clone();
    other.fapi.on(environment, Answer::json("{}"));
    other.fapi.on("GET /client", Answer::json(&wrapped(&client(&[]))));
    other.run(other.clerk(key).load(options)).unwrap();
    let requests = other.fapi.requests();
    assert_eq!(requests.len(), 2);
    [requests[0].url.clone(), requests[1].url.clone()]
}

/// A page that `sess_1` is signed in to, with a token of a minute, started without the second part.
fn started(world: &World) -> Clerk {
    let clerk = first(world, LIVE);
    clerk.begin_start(Start::from(&unattended())).unwrap();
    let signed_in = client(&[session_with("sess_1", "active", &token(&jwt("sess_1", 60.0, 1.0)))]);
    assert!(clerk.end_start(json("{}"), json(&wrapped(&signed_in)), None));
    clerk
}

/// The second part comes.
fn follow(world: &World, clerk: &Clerk) {
    follow_with(world, clerk, unattended());
}

fn follow_with(world: &World, clerk: &Clerk, options: LoadOptions) {
    clerk.attach(world.reach(), None);
    clerk.keep_going(options);
    world.settle();
}

/// A page that looks after its token.
fn polling() -> LoadOptions {
    LoadOptions { polling: true, ..unattended() }
}

fn held_token(clerk: &Clerk) -> Option<String> {
    clerk.session().unwrap().held_token(&GetToken::default())?.raw.as_text()
}

#[test]
fn a_page_in_production_asks_where_the_general_load_asks() {
    for options in [unattended(), LoadOptions { standard_browser: false, ..unattended() }] {
        let world = World::new();
        let asked = first(&world, LIVE).begin_start(Start::from(&options)).unwrap();
        assert_eq!(asked, general(&world, LIVE, "GET /environment", options));
    }
}

#[test]
fn a_page_in_development_asks_with_the_token_of_its_cookie() {
    let world = World::new();
    world.cookies.put("__clerk_db_jwt", "dvb_1");
    let asked = first(&world, TEST).begin_start(Start::from(&unattended())).unwrap();
    assert!(asked[0].contains("_method=PATCH&__clerk_db_jwt=dvb_1"), "{asked:?}");
    assert_eq!(asked, general(&world, TEST, "PATCH /environment", unattended()));
}

#[test]
fn a_token_in_the_page_s_url_is_taken_out_of_it_and_kept() {
    let world = World::new();
    world.page.href.replace("https://app.test/?__clerk_db_jwt=dvb_1&x=1".to_owned());
    let asked = first(&world, TEST).begin_start(Start::from(&unattended())).unwrap();
    assert_eq!(*world.page.href.borrow(), "https://app.test/?x=1");
    assert_eq!(world.cookies.get("__clerk_db_jwt").as_deref(), Some("dvb_1"));
    assert_eq!(asked, general(&world, TEST, "PATCH /environment", unattended()));
}

#[test]
fn production_forgets_a_development_browser() {
    let world = World::new();
    world.cookies.put("__clerk_db_jwt", "dvb_1");
    let asked = first(&world, LIVE).begin_start(Start::from(&unattended())).unwrap();
    assert_eq!(world.cookies.get("__clerk_db_jwt"), None);
    assert!(!asked[0].contains("__clerk_db_jwt"));
}

#[test]
fn what_takes_more_than_two_requests_is_left_to_the_general_load() {
    let world = World::new();
    let satellite = LoadOptions { is_satellite: true, ..unattended() };
    assert!(first(&world, LIVE).begin_start(Start::from(&satellite)).is_none());

    let clerk = first(&world, TEST);
    assert!(clerk.begin_start(Start::from(&unattended())).is_none());
    world.fapi.on("POST /dev_browser", Answer::json(r#"{"id":"dvb_2"}"#));
    world.fapi.on("PATCH /environment", Answer::json("{}"));
    world.fapi.on("GET /client", Answer::json(&wrapped(&client(&[]))));
    clerk.attach(world.reach(), None);
    world.run(clerk.load(unattended())).unwrap();
    assert_eq!(world.fapi.calls(), ["POST /dev_browser", "PATCH /environment", "GET /client"]);

    world.page.href.replace("https://app.test/?__clerk_satellite_url=https%3A%2F%2Fs.test%2F".to_owned());
    let clerk = first(&world, TEST);
    assert!(clerk.begin_start(Start::from(&unattended())).is_none());
    clerk.attach(world.reach(), None);
    let allowed_redirect_origins = ["https://s.test"].into();
    world.run(clerk.load(LoadOptions { allowed_redirect_origins, ..unattended() })).unwrap();
    let went_to = world.page.went_to.borrow().clone();
    assert_eq!(went_to, ["https://s.test/?__clerk_synced=true&__clerk_db_jwt=dvb_2"]);
}

#[test]
fn the_answers_are_taken_over_as_by_the_general_load() {
    let world = World::new();
    world.page.href.replace("https://app.test/?__clerk_handshake=h&x=1".to_owned());
    world.cookies.put("__clerk_db_jwt", "dvb_1");
    let clerk = first(&world, TEST);
    let heard = Rc::new(RefCell::new(Vec::new()));
    let listener = heard.clone();
    clerk.add_listener(
        move |resources| {
            let session = resources.session.clone().flatten();
            listener.borrow_mut().push(session.and_then(|session| session.data().id()));
        },
        false,
    );
    clerk.begin_start(Start::from(&unattended())).unwrap();
    assert_eq!(clerk.status(), Status::Loading);
    let raw = jwt("sess_1", 60.0, 1.0);
    let signed_in = client(&[session_with("sess_1", "active", &token(&raw))]);
    let environment = json(r#"{"response":{"partitioned_cookies":true}}"#);
    assert!(clerk.end_start(environment, json(&wrapped(&signed_in)), Some("dvb_2")));

    assert_eq!((clerk.status(), clerk.is_settled()), (Status::Ready, true));
    assert_eq!(clerk.session().unwrap().data().id().as_deref(), Some("sess_1"));
    assert_eq!(*heard.borrow(), [Some("sess_1".to_owned())]);
    assert!(world.cookies.is_partitioned.get());
    assert_eq!(world.cookies.get("__session").as_deref(), Some(raw.as_str()));
    assert_eq!(world.cookies.get("__client_uat").as_deref(), Some("1763999999"));
    assert_eq!(world.cookies.get("__clerk_db_jwt").as_deref(), Some("dvb_2"));
    assert_eq!(*world.page.href.borrow(), "https://app.test/?x=1");
    assert_eq!(held_token(&clerk), Some(raw));
    assert!(world.fapi.calls().is_empty() && world.clock.waits() == 0);
}

#[test]
fn what_is_no_client_or_no_environment_changes_nothing() {
    let world = World::new();
    let clerk = first(&world, LIVE);
    clerk.begin_start(Start::from(&unattended())).unwrap();
    for answer in ["null", "[]", r#"{"response":{"id":"c","sessions":5}}"#, r#"{"errors":[]}"#] {
        let environment = json(r#"{"partitioned_cookies":true}"#);
        assert!(!clerk.end_start(environment, json(answer), Some("dvb_1")), "{answer}");
    }
    let right = json(&wrapped(&client(&[session("sess_1")])));
    for environment in ["null", "[]", r#""<html>""#] {
        assert!(!clerk.end_start(json(environment), right.clone(), Some("dvb_1")), "{environment}");
    }
    assert_eq!((clerk.status(), clerk.client().is_none()), (Status::Loading, true));
    assert!(!world.cookies.is_partitioned.get() && world.cookies.names().is_empty());

    world.fapi.on("GET /environment", Answer::json("{}"));
    world.fapi.on("GET /client", Answer::json(&wrapped(&client(&[session("sess_1")]))));
    clerk.attach(world.reach(), None);
    world.run(clerk.load(unattended())).unwrap();
    assert_eq!(clerk.status(), Status::Ready);
}

#[test]
fn a_client_that_nobody_has_is_one_too() {
    let world = World::new();
    let clerk = first(&world, LIVE);
    clerk.begin_start(Start::from(&unattended())).unwrap();
    assert!(clerk.end_start(json("{}"), json(r#"{"response":null,"client":null}"#), None));
    assert!(clerk.client().unwrap().is_new() && clerk.session().is_none());
    assert_eq!(clerk.status(), Status::Ready);
}

#[test]
fn the_second_part_makes_no_request_but_renews_the_token_in_time() {
    let world = World::new();
    let clerk = started(&world);
    follow(&world, &clerk);
    assert_eq!((world.fapi.calls().len(), world.clock.waits()), (0, 1));
    clerk.keep_going(unattended());
    assert_eq!(world.clock.waits(), 1);

    world.fapi.on("POST /client/sessions/sess_1/tokens", minted(&jwt("sess_1", 120.0, 2.0)));
    world.pass(44_000.0);
    assert_eq!(world.fapi.calls(), ["POST /client/sessions/sess_1/tokens"]);
    assert_eq!(held_token(&clerk), Some(jwt("sess_1", 120.0, 2.0)));
}

#[test]
fn it_does_for_as_long_as_the_page_lives_what_the_general_load_begins() {
    let world = World::new();
    let clerk = first(&world, LIVE);
    clerk.begin_start(Start::from(&LoadOptions::default())).unwrap();
    assert!(clerk.end_start(json("{}"), json(&wrapped(&client(&[session("sess_1")]))), None));
    world.fapi.on("POST /client/sessions/sess_1/tokens", minted(&jwt("sess_1", 60.0, 1.0)));
    world.fapi.on("POST /client/sessions/sess_1/touch", Answer::json(&wrapped(&session("sess_1"))));
    follow_with(&world, &clerk, LoadOptions::default());
    clerk.keep_going(LoadOptions::default());
    world.settle();
    assert_eq!((world.page.returns.borrow().len(), world.page.focuses.borrow().len()), (1, 1));
    assert_eq!(world.fapi.calls(), ["POST /client/sessions/sess_1/tokens"]);
    // A general load has nothing left to do.
    world.run(clerk.load(LoadOptions::default())).unwrap();
    assert_eq!(world.fapi.calls().len(), 1);
}

#[test]
fn a_token_that_is_cleared_before_the_second_part_comes_stays_cleared() {
    let world = World::new();
    let clerk = started(&world);
    let session = clerk.session().unwrap();
    for skipped in [
        GetToken { skip_cache: true, ..GetToken::default() },
        GetToken { template: Some("t".to_owned()), ..GetToken::default() },
        GetToken { organization_id: Some(Some("org_1".to_owned())), ..GetToken::default() },
    ] {
        assert!(session.held_token(&skipped).is_none());
    }
    assert!(held_token(&clerk).is_some());
    session.clear_cache();
    assert_eq!(held_token(&clerk), None);
    follow(&world, &clerk);
    assert_eq!(held_token(&clerk), None);
    world.fapi.on("POST /client/sessions/sess_1/tokens", minted(&jwt("sess_1", 90.0, 3.0)));
    assert_eq!(world.token_of(&session, GetToken::default()).unwrap(), jwt("sess_1", 90.0, 3.0));
}

#[test]
fn a_task_that_appears_before_the_second_part_comes_is_told_to_the_hooks_once() {
    #[derive(Default)]
    struct Counting(Cell<u32>);
    impl Hooks for Counting {
        fn after_set_active(&self) -> Work {
            self.0.set(self.0.get() + 1);
            Box::pin(std::future::ready(Ok(())))
        }
    }
    let world = World::new();
    let clerk = started(&world);
    let pending = client(&[session_with("sess_1", "pending", "null")]);
    clerk.client().unwrap().apply_json(&json(&pending)).unwrap();
    let hooks = Rc::new(Counting::default());
    clerk.attach(world.reach(), Some(hooks.clone()));
    assert_eq!(hooks.0.get(), 1);
    clerk.client().unwrap().apply_json(&json(&pending)).unwrap();
    clerk.attach(world.reach(), Some(hooks.clone()));
    assert_eq!(hooks.0.get(), 1);
}

#[test]
fn a_call_of_a_page_that_nobody_has_given_a_second_part_fails_as_without_a_network() {
    let world = World::new();
    let clerk = started(&world);
    let touched = futures_executor::block_on(clerk.session().unwrap().touch(None));
    assert!(touched.unwrap_err().message().contains("network"));
}

#[test]
fn a_snapshot_starts_the_first_part_and_the_second_asks_for_the_rest() {
    let options = || LoadOptions { start_from_snapshot: true, ..unattended() };
    let last_visit = World::new();
    let clerk = first(&last_visit, LIVE);
    assert!(!clerk.start_from_snapshot(Start::from(&options())));
    clerk.begin_start(Start::from(&options())).unwrap();
    let hour = format!(r#""expire_at":{}"#, NOW + 3_600_000.0);
    let signed_in = client(&[session_with("sess_1", "active", &token(&jwt("sess_1", 60.0, 1.0)))]);
    let signed_in = signed_in.replace(r#""expire_at":1"#, &hour);
    assert!(clerk.end_start(json("{}"), json(&wrapped(&signed_in)), None));
    assert!(last_visit.storage.texts.borrow().is_empty());
    follow_with(&last_visit, &clerk, options());
    assert_eq!(last_visit.storage.texts.borrow().len(), 1);

    let world = last_visit.next_visit();
    let clerk = first(&world, LIVE);
    assert!(clerk.start_from_snapshot(Start::from(&options())));
    assert_eq!(clerk.status(), Status::Degraded);
    assert_eq!(clerk.session().unwrap().data().id().as_deref(), Some("sess_1"));
    assert_eq!(held_token(&clerk), Some(jwt("sess_1", 60.0, 1.0)));
    world.fapi.on("GET /environment", Answer::json("{}"));
    world.fapi.on("GET /client", Answer::json(&wrapped(&signed_in)));
    follow_with(&world, &clerk, options());
    assert_eq!(world.fapi.calls(), ["GET /environment", "GET /client"]);
    assert_eq!(clerk.status(), Status::Ready);
}

#[test]
fn a_snapshot_starts_nothing_where_there_is_more_to_do_first() {
    let world = World::new();
    world.cookies.set("__session", &jwt("sess_1", 60.0, 1.0), Lifetime::Year);
    let options = LoadOptions { start_from_snapshot: true, is_satellite: true, ..unattended() };
    assert!(!first(&world, LIVE).start_from_snapshot(Start::from(&options)));
    assert_eq!(first(&world, LIVE).status(), Status::Loading);
}

#[test]
fn a_session_that_ends_with_the_page_s_first_call_has_no_token_asked_for() {
    let world = World::new();
    let clerk = started(&world);
    world.fapi.on("POST /client/sessions/sess_1/end", Answer::json(&wrapped(&client(&[]))));
    clerk.attach(world.reach(), None);
    clerk.keep_going(polling());
    let ends = clerk.session().unwrap().end();
    world.settle();
    world.run(ends).unwrap();
    assert_eq!(world.fapi.calls(), ["POST /client/sessions/sess_1/end"]);
}

/// `glue/early.js` sends these requests before the package is there; `tests/js/unit/early.test.mjs` holds it to the same rows.
#[test]
fn a_start_asks_where_the_requests_before_it_have_gone() {
    let rows = json(include_str!("fixtures/early_urls.json"));
    let mut checked = 0;
    for row in rows.items() {
        let (Some(base), Some(options)) = (row.text("base"), row.get("options")) else { continue };
        let world = World::new();
        let given = ClerkOptions { proxy_url: options.text("proxyUrl"), domain: options.text("domain") };
        let key = options.text("publishableKey").unwrap();
        let clerk = Clerk::on_page(world.near(), &key, &given).unwrap();
        let asked = clerk.begin_start(Start::from(&unattended())).unwrap();
        let versions = "__clerk_api_version=2026-05-12&_clerk_js_version=6.34.1";
        let early = ["environment", "client"].map(|path| format!("{base}/v1/{path}?{versions}"));
        assert_eq!(asked, early, "{base}");
        checked += 1;
    }
    assert!(checked > 10, "{checked} rows");
}
