//! Where somebody may be sent, and what goes along: each way out of the page by the rows of one table.

#![allow(clippy::unwrap_used)]

mod support;

use clerk_wasm::AuthenticateWithRedirect;
use clerk_wasm::engine::{Clerk, ClerkOptions, LoadOptions, SetActive, SignOut, Target};
use clerk_wasm::json::Json;
use support::{Answer, LIVE, TEST, World, client, json, jwt, session_with, unattended, wrapped};
use url::Url;

const TABLE: &str = include_str!("fixtures/ways_out.json");
const TOKEN: &str = "dvb_1";

/// One URL on a page.
struct Row {
    page: Url,
    is_development: bool,
    options: LoadOptions,
    to: String,
    ways: String,
}

impl Row {
    /// Those that this side resolves as browsers do: it knows no host behind three slashes.
    fn all() -> Vec<Self> {
        let worlds = json(TABLE).list("worlds");
        worlds.iter().flat_map(Self::of_world).filter(|row| row.page.join(&row.to).is_ok()).collect()
    }

    fn of_world(world: &Json) -> Vec<Self> {
        let is_development = world.text("instance").as_deref() == Some("development");
        let row = |pair: &Json| {
            let [to, ways] = <[Json; 2]>::try_from(pair.items()).unwrap();
            Self {
                page: Url::parse(&world.text("page").unwrap()).unwrap(),
                is_development,
                options: LoadOptions {
                    allowed_redirect_origins: world.get("origins").unwrap().into(),
                    allowed_redirect_protocols: world.get("protocols").unwrap().into(),
                    ..unattended()
                },
                to: to.as_text().unwrap(),
                ways: ways.as_text().unwrap(),
            }
        };
        world.list("urls").iter().map(row).collect()
    }

    fn has(&self, way: char) -> bool {
        self.ways.contains(way)
    }

    fn absolute(&self) -> String {
        self.page.join(&self.to).unwrap().into()
    }

    /// Where one goes by a way: there, or to the root.
    fn goes(&self, way: char) -> Vec<String> {
        vec![if self.has(way) { self.absolute() } else { self.page.join("/").unwrap().into() }]
    }

    fn world(&self) -> (World, Clerk) {
        self.world_on(&self.page, "null")
    }

    /// On another page, with a cookie that is to end.
    fn world_on(&self, page: &Url, cookie_ends: &str) -> (World, Clerk) {
        let world = World::new();
        if self.is_development {
            world.cookies.put("__clerk_db_jwt", TOKEN);
        }
        let signed_in =
            session_with("sess_1", "active", &format!(r#"{{"jwt":"{}"}}"#, jwt("sess_1", 60.0, 1.0)));
        world.fapi.on("GET /environment", Answer::json("{}"));
        world.fapi.on("PATCH /environment", Answer::json("{}"));
        let client_here = client(std::slice::from_ref(&signed_in))
            .replace(r#""cookie_expires_at":null"#, &format!(r#""cookie_expires_at":{cookie_ends}"#));
        world.fapi.on("GET /client", Answer::json(&wrapped(&client_here)));
        world.fapi.on("POST /client/sessions/sess_1/touch", Answer::json(&wrapped(&signed_in)));
        world.fapi.on("DELETE /client/sessions", Answer::json(&wrapped(&client(&[]))));
        let key = if self.is_development { TEST } else { LIVE };
        let clerk = world.clerk_at(Some(page.as_str()), key, &ClerkOptions::default());
        (world, clerk)
    }

    /// Where a call leads once the page has loaded.
    fn went(&self, options: LoadOptions, act: impl FnOnce(&World, &Clerk)) -> Vec<String> {
        let (world, clerk) = self.world();
        world.run(clerk.load(options)).unwrap();
        act(&world, &clerk);
        let went_to = world.page.went_to.borrow();
        went_to.iter().map(|url| self.page.join(url).unwrap().into()).collect()
    }
}

#[test]
fn the_table_is_long_enough() {
    assert!(Row::all().len() >= 110);
}

#[test]
fn set_active_goes_by_it() {
    for row in Row::all() {
        let went = row.went(row.options.clone(), |world, clerk| {
            let session = Target::Id("sess_1".to_owned());
            let redirect_url = Some(row.to.clone());
            world.run(clerk.set_active(SetActive { session, redirect_url, ..SetActive::default() })).unwrap();
        });
        assert_eq!(went, row.goes('a'), "{:?} on {}", row.to, row.page);
    }
}

#[test]
fn sign_outs_go_by_it() {
    for row in Row::all() {
        let went = row.went(row.options.clone(), |world, clerk| {
            let redirect_url = Some(row.to.clone());
            world.run(clerk.sign_out(SignOut { redirect_url, ..SignOut::default() })).unwrap();
        });
        assert_eq!(went, row.goes('a'), "{:?} on {}", row.to, row.page);
    }
}

#[test]
fn the_applications_own_page_after_a_sign_out_goes_by_it() {
    for row in Row::all() {
        let options = LoadOptions { after_sign_out_url: Some(row.to.clone()), ..row.options.clone() };
        let went = row.went(options, |world, clerk| {
            world.run(clerk.sign_out(SignOut::default())).unwrap();
        });
        assert_eq!(went, row.goes('p'), "{:?} on {}", row.to, row.page);
    }
}

#[test]
fn satellites_go_by_it_and_take_the_token_only_where_it_may_go() {
    for row in Row::all().iter().filter(|row| row.is_development) {
        let mut page = row.page.clone();
        page.query_pairs_mut().clear().append_pair("__clerk_satellite_url", &row.to);
        let (world, clerk) = row.world_on(&page, "null");
        // A URL that is no page's makes `load()` fail.
        let _ = world.run(clerk.load(row.options.clone()));
        let went_to = world.page.went_to.borrow().clone();
        let is_web = row.to.starts_with("https://") || row.to.starts_with("http://");
        assert_eq!(!went_to.is_empty(), is_web && row.has('a'), "{:?} {went_to:?}", row.to);
        let is_here = row.page.join(&row.to).unwrap().origin() == row.page.origin();
        assert!(went_to.iter().all(|url| !url.contains(TOKEN) || is_here || row.has('t')), "{:?}", row.to);
    }
}

#[test]
fn the_token_goes_along_by_it() {
    for row in Row::all() {
        let (world, clerk) = row.world();
        world.run(clerk.load(row.options.clone())).unwrap();
        let url = clerk.build_url_with_auth(&row.to).unwrap();
        assert_eq!(url.contains(TOKEN), row.has('t'), "{:?} on {}: {url}", row.to, row.page);
    }
}

#[test]
fn a_touch_on_the_way_goes_by_it_too() {
    for row in Row::all() {
        let (world, clerk) = row.world_on(&row.page, "1764000000000");
        world.run(clerk.load(row.options.clone())).unwrap();
        let decorated = clerk.decorate_url(&row.to);
        if row.has('p') {
            let touch = Url::parse(&decorated).unwrap();
            let value =
                |name| touch.query_pairs().find(|(key, _)| key == name).map(|(_, value)| value.into_owned());
            assert_eq!(value("redirect_url"), Some(row.absolute()), "{:?}", row.to);
            assert_eq!(value("__clerk_db_jwt"), row.is_development.then(|| TOKEN.to_owned()), "{:?}", row.to);
        } else {
            assert_eq!(decorated, row.to);
        }
    }
}

#[test]
fn providers_pages_go_by_it() {
    for row in Row::all() {
        let url = Json::from(row.to.as_str()).to_text();
        let attempt = format!(
            r#"{{"object":"sign_in_attempt","id":"sia_1",
                "first_factor_verification":{{"status":"unverified","external_verification_redirect_url":{url}}}}}"#
        );
        let went = row.went(row.options.clone(), |world, clerk| {
            world.fapi.on("POST /client/sign_ins", Answer::json(&wrapped(&attempt)));
            let params = AuthenticateWithRedirect::new("oauth_google", row.page.as_str(), row.page.as_str());
            let left = world.run(clerk.client().unwrap().sign_in().authenticate_with_redirect(params));
            assert_eq!(left.is_ok(), !world.page.went_to.borrow().is_empty(), "{:?}", row.to);
        });
        // A server names whole URLs.
        let whole = Url::parse(&row.to).ok().filter(|_| row.has('v'));
        let wanted: Vec<String> = whole.into_iter().map(String::from).collect();
        assert_eq!(went, wanted, "{:?} on {}", row.to, row.page);
    }
}

#[test]
fn pages_after_a_sign_in_go_by_it() {
    for row in Row::all() {
        // It is below the root, wherever the page is.
        let root = row.page.join("/").unwrap();
        let Ok(absolute) = root.join(&row.to) else { continue };
        let options = LoadOptions { sign_in_force_redirect_url: Some(row.to.clone()), ..row.options.clone() };
        let (world, clerk) = row.world();
        world.run(clerk.load(options)).unwrap();
        let url = clerk.build_after_sign_in_url().unwrap();
        let is_gone_to = row.has('a') && !row.to.is_empty();
        let wanted = if is_gone_to { absolute } else { root.clone() };
        let got = root.join(&url).unwrap();
        let place = |url: &Url| format!("{}://{:?}{}", url.scheme(), url.host_str(), url.path());
        assert_eq!(place(&got), place(&wanted), "{:?} on {}: {url}", row.to, row.page);
    }
}
