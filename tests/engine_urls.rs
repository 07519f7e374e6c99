//! URLs as a browser has to be sent there, on a page that resolves them as browsers do. `tests/js/unit/urls.test.mjs` holds
//! `glue/urls.js` to the same rows.

#![allow(clippy::unwrap_used)]

mod support;

use clerk_wasm::ErrorKind;
use clerk_wasm::engine::{Clerk, ClerkOptions, LoadOptions, Start};
use clerk_wasm::json::Json;
use support::{Answer, LIVE, TEST, World, client, unattended, wrapped};

const ROWS: &str = include_str!("fixtures/urls_with_auth.json");

/// A Clerk object on a page, which has looked for the token of a development browser.
fn on_page(world: &World, page: Option<String>, key: &str) -> Clerk {
    let clerk = world.clerk_at(page.as_deref(), key, &ClerkOptions::default());
    clerk.begin_start(Start::from(&unattended()));
    // Which origins take the token is what tests/fixtures/ways_out.json shows.
    let options = LoadOptions { allowed_redirect_origins: ["*"].into(), ..unattended() };
    clerk.keep_going(options);
    clerk
}

#[test]
fn each_url_is_made_as_in_javascript() {
    for row in Json::parse(ROWS).unwrap().list("rows") {
        let world = World::new();
        if let Some(token) = row.text("token") {
            world.cookies.put("__clerk_db_jwt", &token);
        }
        let key = if row.text("instance").as_deref() == Some("production") { LIVE } else { TEST };
        let clerk = on_page(&world, row.text("page"), key);
        for pair in row.list("urls") {
            let [to, wanted] = <[Json; 2]>::try_from(pair.items()).unwrap();
            let made = clerk.build_url_with_auth(&to.as_text().unwrap());
            if let Err(error) = &made {
                assert!(matches!(error.kind(), ErrorKind::Argument(_)));
            }
            assert_eq!(made.ok(), wanted.as_text(), "{} on {:?}", to.to_text(), row.text("page"));
        }
    }
}

#[test]
fn a_text_is_an_absolute_url_as_in_javascript() {
    let rows = Json::parse(ROWS).unwrap().get("absolute").unwrap();
    let world = World::new();
    world.fapi.on("GET /environment", Answer::json("{}"));
    world.fapi.on("GET /client", Answer::json(&wrapped(&client(&[]))));
    let clerk = on_page(&world, rows.text("page"), LIVE);
    world.run(clerk.load(unattended())).unwrap();
    let client = clerk.client().unwrap();
    for pair in rows.list("texts") {
        let [text, wanted] = <[Json; 2]>::try_from(pair.items()).unwrap();
        let touched = client.build_touch_url(&text.as_text().unwrap());
        assert_eq!(Some(touched.is_ok()), wanted.as_flag(), "{}", text.to_text());
    }
}
