//! Where the pages of an instance are: the rows of one table, to which `tests/js/unit/pages.test.mjs` holds JavaScript.

#![allow(clippy::unwrap_used)]

mod support;

use clerk_wasm::engine::{Clerk, ClerkOptions, LoadOptions};
use clerk_wasm::json::Json;
use clerk_wasm::{HandleRedirectCallback, Status};
use support::{Answer, World, client, json, unattended, wrapped};

const TABLE: &str = include_str!("fixtures/pages.json");
/// clerk.app.test
const KEY: &str = "pk_live_Y2xlcmsuYXBwLnRlc3Qk";

fn options_of(world: &Json) -> LoadOptions {
    let given = world.get("options").unwrap();
    LoadOptions {
        sign_in_url: given.text("signInUrl"),
        sign_up_url: given.text("signUpUrl"),
        sign_in_force_redirect_url: given.text("signInForceRedirectUrl"),
        sign_in_fallback_redirect_url: given.text("signInFallbackRedirectUrl"),
        sign_up_force_redirect_url: given.text("signUpForceRedirectUrl"),
        sign_up_fallback_redirect_url: given.text("signUpFallbackRedirectUrl"),
        allowed_redirect_origins: given.get("allowedRedirectOrigins").unwrap_or_default().into(),
        is_satellite: world.flag("satellite"),
        ..unattended()
    }
}

/// A Clerk object that is loaded on a page.
fn loaded(page: &str, display: &str, client: &str, options: LoadOptions) -> (World, Clerk) {
    let world = World::new();
    let domain = options.is_satellite.then(|| "app.test".to_owned());
    let clerk = world.clerk_at(Some(page), KEY, &ClerkOptions { domain, ..ClerkOptions::default() });
    world.fapi.on("GET /environment", Answer::json(&format!(r#"{{"display_config":{display}}}"#)));
    world.fapi.on("GET /client", Answer::json(&wrapped(client)));
    world.run(clerk.load(options)).unwrap();
    assert_eq!(clerk.status(), Status::Ready);
    (world, clerk)
}

#[test]
fn each_page_is_where_javascript_has_it() {
    let mut rows = 0;
    for world in json(TABLE).list("worlds") {
        let about = world.text("about").unwrap();
        let display = world.get("display").unwrap().to_text();
        let page = world.text("page").unwrap();
        let (_world, clerk) = loaded(&page, &display, &client(&[]), options_of(&world));
        assert_eq!(clerk.build_after_sign_in_url().ok(), world.text("afterSignIn"), "{about}");
        assert_eq!(clerk.build_after_sign_up_url().ok(), world.text("afterSignUp"), "{about}");
        for row in world.list("rows") {
            let [given, sign_in, sign_up] = <[Json; 3]>::try_from(row.items()).unwrap();
            let given = given.as_text();
            assert_eq!(
                clerk.build_sign_in_url(given.as_deref()).ok(),
                sign_in.as_text(),
                "{about}: {given:?}"
            );
            assert_eq!(
                clerk.build_sign_up_url(given.as_deref()).ok(),
                sign_up.as_text(),
                "{about}: {given:?}"
            );
            rows += 1;
        }
    }
    assert!(rows > 20, "{rows} rows");
}

#[test]
fn a_router_behind_the_hash_keeps_what_is_there() {
    let attempt = r#"{"object":"sign_in_attempt","id":"sia_1","status":"needs_second_factor"}"#;
    let client = client(&[]).replace("\"sign_in\":null", &format!("\"sign_in\":{attempt}"));
    for row in json(TABLE).list("hashes") {
        let [base, wanted] = <[Json; 2]>::try_from(row.items()).unwrap();
        let display = Json::object(&[("sign_in_url", base.clone())]).to_text();
        let (world, clerk) = loaded("https://app.test/a/b?c=d", &display, &client, unattended());
        world.run(clerk.handle_redirect_callback(HandleRedirectCallback::default())).unwrap();
        assert_eq!(world.page.went_to.borrow().first().cloned(), wanted.as_text(), "{}", base.to_text());
    }
}

#[test]
fn there_are_no_pages_before_the_environment_is_there() {
    let world = World::new();
    let clerk = world.clerk(KEY);
    assert_eq!(clerk.build_sign_in_url(None).unwrap(), "");
    assert!(!world.run(clerk.redirect_to_sign_in(None)).unwrap());
    assert!(world.page.went_to.borrow().is_empty());
}

#[test]
fn one_goes_to_the_page_of_an_attempt() {
    let display =
        r#"{"sign_in_url":"https://accounts.app.test/in","sign_up_url":"https://accounts.app.test/up"}"#;
    let (world, clerk) = loaded("https://app.test/", display, &client(&[]), unattended());
    assert!(world.run(clerk.redirect_to_sign_in(Some("/x"))).unwrap());
    assert!(world.run(clerk.redirect_to_sign_up(None)).unwrap());
    let went = world.page.went_to.borrow().clone();
    assert_eq!(
        went,
        [
            "https://accounts.app.test/in#/?redirect_url=https%3A%2F%2Fapp.test%2Fx",
            "https://accounts.app.test/up#/?redirect_url=https%3A%2F%2Fapp.test%2F",
        ]
    );
}
