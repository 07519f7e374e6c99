//! URLs as a browser has to be sent there, on a page that resolves them as browsers do. `tests/js/unit/urls.test.mjs` holds
//! `glue/urls.js` to the same rows.

#![allow(clippy::unwrap_used)]

mod support;

use clerk_wasm::ErrorKind;
use clerk_wasm::engine::{Clerk, ClerkOptions, Start};
use clerk_wasm::json::Json;
use clerk_wasm::platform::{Near, Page, Platform, Reach, Registration, Window};
use std::rc::Rc;
use support::{Answer, FakePage, LIVE, TEST, World, client, unattended, wrapped};
use url::Url;

const ROWS: &str = include_str!("fixtures/urls_with_auth.json");

/// A page at an address, or none.
struct WebPage {
    href: Option<Url>,
    other: Rc<FakePage>,
}

impl WebPage {
    fn resolved(&self, url: &str) -> Option<Url> {
        Url::options().base_url(self.href.as_ref()).parse(url).ok()
    }
}

impl Page for WebPage {
    fn origin(&self) -> Option<String> {
        Some(self.href.as_ref()?.origin().ascii_serialization())
    }

    fn query_parameter(&self, name: &str) -> Option<String> {
        let (_, value) = self.href.as_ref()?.query_pairs().find(|(key, _)| key == name)?;
        Some(value.into_owned())
    }

    fn take_query_parameter(&self, name: &str) -> Option<String> {
        self.query_parameter(name)
    }

    fn is_in_front(&self) -> bool {
        self.other.is_in_front()
    }
}

impl Window for WebPage {
    fn href(&self) -> Option<String> {
        self.href.as_ref().map(Url::to_string)
    }

    fn navigate(&self, url: &str) -> bool {
        self.other.navigate(url)
    }

    fn language(&self) -> Option<String> {
        self.other.language()
    }

    fn is_online(&self) -> bool {
        self.other.is_online()
    }

    fn tab_state(&self) -> Option<&'static str> {
        self.other.tab_state()
    }

    fn on_return(&self, act: Box<dyn Fn()>) -> Registration {
        self.other.on_return(act)
    }

    fn on_focus(&self, act: Box<dyn Fn()>) -> Registration {
        self.other.on_focus(act)
    }

    fn resolve_url(&self, url: &str) -> Option<String> {
        self.resolved(url).map(String::from)
    }

    fn with_query_parameter(&self, url: &str, name: &str, value: &str) -> Option<String> {
        let mut changed = self.resolved(url)?;
        let query = changed.query().unwrap_or_default().to_owned();
        let mut is_set = false;
        let mut pairs = form_urlencoded::Serializer::new(String::new());
        for (key, old) in form_urlencoded::parse(query.as_bytes()) {
            if key != name {
                pairs.append_pair(&key, &old);
            } else if !std::mem::replace(&mut is_set, true) {
                pairs.append_pair(name, value);
            }
        }
        if !is_set {
            pairs.append_pair(name, value);
        }
        changed.set_query(Some(&pairs.finish()));
        Some(changed.into())
    }
}

/// A Clerk object on a page, which has looked for the token of a development browser.
fn on_page(world: &World, page: Option<String>, key: &str) -> Clerk {
    let href = page.map(|href| Url::parse(&href).unwrap());
    let page = Rc::new(WebPage { href, other: world.page.clone() });
    let platform = Platform {
        near: Near { page: page.clone(), ..world.near() },
        reach: Reach { window: page, ..world.reach() },
    };
    let clerk = Clerk::on(platform, key, &ClerkOptions::default()).unwrap();
    clerk.begin_start(Start::from(&unattended()));
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
