//! An application on several domains: when a page is left to ask the one that signs in.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod support;

use clerk_wasm::engine::{Clerk, ClerkOptions, LoadOptions, Status};
use clerk_wasm::{ErrorKind, Result};
use support::{Answer, LIVE, TEST, World, client, session, unattended, wrapped};

const PRIMARY: &str = "https://primary.test/sign-in?a=b";
const BACK: &str = "https%3A%2F%2Fapp.test%2F";

fn world(key: &str, href: &str) -> (World, Clerk) {
    let world = World::new();
    world.page.href.replace(href.to_owned());
    world.fapi.on("POST /dev_browser", Answer::json(r#"{"id":"dvb_1"}"#));
    world.fapi.on("PATCH /environment", Answer::json("{}"));
    world.fapi.on("GET /environment", Answer::json("{}"));
    world.fapi.on("GET /client", Answer::json(&wrapped(&client(&[session("sess_1")]))));
    let options = ClerkOptions { domain: Some("satellite.test".to_owned()), proxy_url: None };
    let clerk = Clerk::on(world.platform(), key, &options).unwrap();
    (world, clerk)
}

fn satellite() -> LoadOptions {
    LoadOptions { is_satellite: true, sign_in_url: Some(PRIMARY.to_owned()), ..unattended() }
}

fn auto_sync() -> LoadOptions {
    LoadOptions { satellite_auto_sync: true, ..satellite() }
}

/// Where the page goes while it loads.
fn went(key: &str, href: &str, options: LoadOptions) -> Option<String> {
    let (world, clerk) = world(key, href);
    world.run(clerk.load(options)).unwrap();
    let went_to = world.page.went_to.borrow().first().cloned();
    let expected = if went_to.is_some() { Status::Loading } else { Status::Ready };
    assert_eq!(clerk.status(), expected);
    assert_eq!(clerk.client().is_some(), went_to.is_none());
    went_to
}

#[test]
fn a_satellite_asks_when_its_query_wants_it() {
    let href = "https://app.test/?__clerk_synced=false";
    let back = format!("{BACK}%3F__clerk_synced%3Dfalse");
    assert_eq!(went(TEST, href, satellite()), Some(format!("{PRIMARY}&__clerk_satellite_url={back}")));
    assert_eq!(
        went(LIVE, href, satellite()),
        Some(format!("https://clerk.satellite.test/v1/client/sync?redirect_url={back}"))
    );
}

#[test]
fn a_satellite_that_has_asked_loads() {
    assert_eq!(went(TEST, "https://app.test/?__clerk_synced=true", auto_sync()), None);
    assert_eq!(went(LIVE, "https://app.test/", satellite()), None);
}

#[test]
fn a_satellite_asks_by_itself_when_its_cookies_know_of_nobody() {
    let (href, sync) =
        ("https://app.test/", format!("https://clerk.satellite.test/v1/client/sync?redirect_url={BACK}"));
    assert_eq!(went(LIVE, href, auto_sync()), Some(sync.clone()));
    for (uat, leaves) in [("0", true), ("-1", true), ("", true), ("1764000000", false)] {
        let (world, clerk) = world(LIVE, href);
        world.cookies.put("__client_uat", uat);
        world.run(clerk.load(auto_sync())).unwrap();
        assert_eq!(world.page.went_to.borrow().first() == Some(&sync), leaves, "{uat}");
    }
}

#[test]
fn without_cookies_nobody_is_asked() {
    let options = LoadOptions { standard_browser: false, ..auto_sync() };
    assert_eq!(went(LIVE, "https://app.test/?__clerk_synced=false", options), None);
}

fn names_satellite() -> LoadOptions {
    LoadOptions { allowed_redirect_origins: ["https://satellite.test"].into(), ..unattended() }
}

#[test]
fn who_was_asked_goes_back_with_the_development_browser() {
    let href = "https://app.test/?__clerk_satellite_url=https%3A%2F%2Fsatellite.test%2Fa";
    assert_eq!(
        went(TEST, href, names_satellite()).as_deref(),
        Some("https://satellite.test/a?__clerk_synced=true&__clerk_db_jwt=dvb_1")
    );
    assert_eq!(went(LIVE, href, names_satellite()), None);
}

#[test]
fn nobody_goes_back_to_a_satellite_that_is_not_named() {
    for url in ["https%3A%2F%2Fevil.example%2Fa", "https%3A%2F%2Fsatellite.test%40evil.example%2F"] {
        let href = format!("https://app.test/?__clerk_satellite_url={url}");
        assert_eq!(went(TEST, &href, names_satellite()), None, "{url}");
        assert_eq!(went(TEST, &href, unattended()), None, "{url}");
    }
}

fn refused(key: &str, href: &str, options: LoadOptions) -> String {
    let (world, clerk) = world(key, href);
    let outcome: Result<()> = world.run(clerk.load(options));
    let error = outcome.unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::State(_)), "{error:?}");
    assert_eq!((clerk.status(), world.page.went_to.borrow().len()), (Status::Error, 0));
    error.message().into_owned()
}

#[test]
fn nobody_goes_back_to_a_script() {
    let href = "https://app.test/?__clerk_satellite_url=javascript%3Aalert(1)";
    assert!(refused(TEST, href, unattended()).contains("satellite"));
}

#[test]
fn a_satellite_says_where_signing_in_is_done() {
    let with = |url: Option<&str>| LoadOptions { sign_in_url: url.map(str::to_owned), ..satellite() };
    let here = "https://app.test/";
    assert!(refused(TEST, here, with(None)).contains("signInUrl"));
    for url in ["/sign-in", "https://app.test/", "https://app.test/sign-in"] {
        assert!(refused(TEST, here, with(Some(url))).contains("signInUrl"), "{url}");
        assert!(refused(LIVE, here, with(Some(url))).contains("signInUrl"), "{url}");
    }
    assert_eq!(went(LIVE, here, with(None)), None);
    assert_eq!(went(TEST, here, with(Some("https://app.test.example/sign-in"))), None);
}

#[test]
fn a_satellite_says_which_domain_it_is() {
    let world = World::new();
    let clerk = world.clerk(LIVE);
    let error = world.run(clerk.load(satellite())).unwrap_err();
    assert!(error.message().contains("domain"));
}
