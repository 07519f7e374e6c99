//! Leaving for a provider, by a redirect and in a window, and what Google's One Tap says.

#![allow(clippy::unwrap_used)]

mod support;

use clerk_wasm::engine::Clerk;
use clerk_wasm::json::Json;
use clerk_wasm::model::Strategy;
use clerk_wasm::platform::{Hear, Near, Platform, Popup, Reach, Registration, Window};
use clerk_wasm::{AuthenticateWithRedirect, ClerkOptions, ErrorKind, GoogleOneTap, Result, SignInOrUp};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use support::{Answer, LIVE, TEST, World, client, json, piggybacked, session, unattended, wrapped};

const PROVIDER: &str = "https://provider.example/consent";
const ROUTES: &str = "redirect_url=https%3A%2F%2Fapp.test%2Fcallback&action_complete_redirect_url=https%3A%2F%2Fapp.test%2Fdone";

fn google() -> AuthenticateWithRedirect {
    AuthenticateWithRedirect::new("oauth_google", "https://app.test/callback", "https://app.test/done")
}

fn pending(url: &str) -> String {
    format!(r#"{{"status":"unverified","external_verification_redirect_url":"{url}"}}"#)
}

fn sign_in(verification: &str) -> String {
    format!(
        r#"{{"object":"sign_in_attempt","id":"sia_1","status":"needs_identifier","first_factor_verification":{verification}}}"#
    )
}

fn sign_up(verification: &str) -> String {
    format!(
        r#"{{"object":"sign_up_attempt","id":"sua_1","status":"missing_requirements","verifications":{{"external_account":{verification}}}}}"#
    )
}

#[test]
fn a_sign_in_leaves_for_the_provider() {
    let (world, clerk) = World::with_client(&client(&[]));
    world.fapi.on("POST /client/sign_ins", Answer::json(&wrapped(&sign_in(&pending(PROVIDER)))));
    world.run(clerk.client().unwrap().sign_in().authenticate_with_redirect(google())).unwrap();
    assert_eq!(world.fapi.last().body, Some(format!("strategy=oauth_google&{ROUTES}&locale=de-AT")));
    assert_eq!(world.page.went_to.borrow().as_slice(), [PROVIDER]);
}

#[test]
fn an_enterprise_is_asked_for_in_a_second_call_and_an_attempt_goes_on() {
    let attempt = sign_in(&pending(PROVIDER));
    let has_attempt = client(&[]).replace("\"sign_in\":null", &format!("\"sign_in\":{attempt}"));
    let (world, clerk) = World::with_client(&has_attempt);
    let path = "POST /client/sign_ins/sia_1/prepare_first_factor";
    world.fapi.on(path, Answer::json(&wrapped(&attempt)));
    let params =
        google().strategy(Strategy::EnterpriseSso).enterprise_connection_id("c_1").oidc_prompt("login");
    world
        .run(clerk.client().unwrap().sign_in().authenticate_with_redirect(params.continue_sign_in(true)))
        .unwrap();
    assert_eq!(world.fapi.calls(), [path]);
    let sent = format!("{ROUTES}&oidc_prompt=login&enterprise_connection_id=c_1&strategy=enterprise_sso");
    assert_eq!(world.fapi.last().body, Some(sent));
}

#[test]
fn the_token_of_a_development_browser_goes_along_to_another_origin_of_the_instance() {
    let world = World::new();
    world.cookies.put("__clerk_db_jwt", "dvb_1");
    let clerk = world.clerk_at(Some("https://app.test/in"), TEST, &ClerkOptions::default());
    world.fapi.on("PATCH /environment", Answer::json("{}"));
    world.fapi.on("GET /client", Answer::json(&wrapped(&client(&[]))));
    world.run(clerk.load(unattended())).unwrap();
    let held = clerk.client().unwrap().sign_in();
    for (back, sent) in [
        (
            "https://x.accounts.dev/callback",
            "redirect_url=https%3A%2F%2Fx.accounts.dev%2Fcallback%3F__clerk_db_jwt%3Ddvb_1&",
        ),
        ("/callback", "redirect_url=https%3A%2F%2Fapp.test%2Fcallback&"),
        ("https://evil.example/x", "redirect_url=https%3A%2F%2Fevil.example%2Fx&"),
    ] {
        world.fapi.on("POST /client/sign_ins", Answer::json(&wrapped(&sign_in(&pending(PROVIDER)))));
        world.run(held.authenticate_with_redirect(google().redirect_url(back))).unwrap();
        let body = world.fapi.last().body.unwrap();
        assert!(body.contains(sent), "{body}");
    }
}

#[test]
fn a_new_sign_in_at_an_enterprise_is_made_and_then_prepared() {
    let (world, clerk) = World::with_client(&client(&[]));
    let attempt = sign_in(&pending(PROVIDER));
    let prepare = "POST /client/sign_ins/sia_1/prepare_first_factor";
    world.fapi.on("POST /client/sign_ins", Answer::json(&wrapped(&attempt)));
    world.fapi.on(prepare, Answer::json(&wrapped(&attempt)));
    let params = google().strategy(Strategy::EnterpriseSso).identifier("a@b.test").continue_sign_in(true);
    world.run(clerk.client().unwrap().sign_in().authenticate_with_redirect(params)).unwrap();
    assert_eq!(world.fapi.calls(), ["POST /client/sign_ins", prepare], "there is none to go on with");
    let created = world.fapi.requests().remove(0).body.unwrap();
    assert!(
        created.contains("identifier=a%40b.test") && created.contains("strategy=enterprise_sso"),
        "{created}"
    );
    assert_eq!(world.page.went_to.borrow().as_slice(), [PROVIDER]);
}

#[test]
fn a_sign_up_is_sent_to_no_script_and_other_refusals_are_not_asked_again() {
    for verification in ["null".to_owned(), pending("javascript:alert(1)")] {
        let (world, clerk) = World::with_client(&client(&[]));
        world.fapi.on("POST /client/sign_ups", Answer::json(&wrapped(&sign_up(&verification))));
        let sent = world.run(clerk.client().unwrap().sign_up().authenticate_with_redirect(google()));
        assert!(matches!(sent.unwrap_err().kind(), ErrorKind::State(_)), "{verification}");
        assert!(world.page.went_to.borrow().is_empty());
    }
    let (world, clerk) = World::with_client(&client(&[]));
    world.fapi.on("POST /client/sign_ups", Answer::error(422, "form_param_invalid"));
    let refused = world.run(clerk.client().unwrap().sign_up().authenticate_with_redirect(google()));
    assert!(refused.unwrap_err().has_code("form_param_invalid"));
    assert_eq!(world.fapi.calls(), ["POST /client/sign_ups"]);
}

#[test]
fn a_sign_up_says_what_it_knows_and_goes_on_with_an_attempt() {
    let (world, clerk) = World::with_client(&client(&[]));
    let attempt = sign_up(&pending(PROVIDER));
    world.fapi.on("POST /client/sign_ups", Answer::json(&wrapped(&attempt)));
    let metadata = Json::parse(r#"{"a":1}"#).unwrap();
    let held = clerk.client().unwrap().sign_up();
    world.run(held.authenticate_with_redirect(google().unsafe_metadata(metadata))).unwrap();
    let sent = format!("strategy=oauth_google&{ROUTES}&unsafe_metadata=%7B%22a%22%3A1%7D&locale=de-AT");
    assert_eq!(world.fapi.last().body, Some(sent));
    world.fapi.on("PATCH /client/sign_ups/sua_1", Answer::json(&wrapped(&attempt)));
    world.run(held.authenticate_with_redirect(google().legal_accepted(true).continue_sign_up(true))).unwrap();
    assert_eq!(world.fapi.last().body, Some(format!("strategy=oauth_google&{ROUTES}&legal_accepted=true")));
}

#[test]
fn a_captcha_that_the_instance_has_begun_to_want_is_asked_for_once_more() {
    for code in ["captcha_invalid", "captcha_not_enabled", "captcha_missing_token"] {
        let (world, clerk) = World::with_client(&client(&[]));
        world.fapi.on("POST /client/sign_ups", Answer::error(400, code));
        world.fapi.on("GET /environment", Answer::json("{}"));
        world.fapi.on("POST /client/sign_ups", Answer::json(&wrapped(&sign_up(&pending(PROVIDER)))));
        world.run(clerk.client().unwrap().sign_up().authenticate_with_redirect(google())).unwrap();
        assert_eq!(
            world.fapi.calls(),
            ["POST /client/sign_ups", "GET /environment", "POST /client/sign_ups"]
        );
        assert_eq!(world.page.went_to.borrow().as_slice(), [PROVIDER]);
    }
    let (world, clerk) = World::with_client(&client(&[]));
    world.fapi.on("POST /client/sign_ups", Answer::error(400, "captcha_invalid"));
    world.fapi.on("GET /environment", Answer::json("{}"));
    world.fapi.on("POST /client/sign_ups", Answer::error(400, "captcha_invalid"));
    let again = world.run(clerk.client().unwrap().sign_up().authenticate_with_redirect(google()));
    assert!(again.unwrap_err().has_code("captcha_invalid"), "once, and no more");
}

#[test]
fn without_a_page_of_the_web_nobody_is_sent_anywhere() {
    for verification in [
        "null".to_owned(),
        r#"{"status":"unverified"}"#.to_owned(),
        format!(r#"{{"status":"verified","external_verification_redirect_url":"{PROVIDER}"}}"#),
        pending("javascript:alert(1)"),
        pending("/relative"),
    ] {
        let (world, clerk) = World::with_client(&client(&[]));
        world.fapi.on("POST /client/sign_ins", Answer::json(&wrapped(&sign_in(&verification))));
        let error =
            world.run(clerk.client().unwrap().sign_in().authenticate_with_redirect(google())).unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::State(_)), "{verification}: {error}");
        assert!(world.page.went_to.borrow().is_empty());
    }
    let (world, clerk) = World::with_client(&client(&[]));
    let nowhere = AuthenticateWithRedirect::default().strategy("oauth_google");
    let error = world.run(clerk.client().unwrap().sign_in().authenticate_with_redirect(nowhere)).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Argument(_)) && world.fapi.calls().is_empty());
}

/// A page to which other windows may speak.
struct Heard {
    page: Rc<support::FakePage>,
    ears: RefCell<Vec<(String, Hear)>>,
}

impl Heard {
    fn say(&self, origin: &str, said: &str) {
        for (from, hear) in self.ears.borrow().iter().filter(|(from, _)| from == origin) {
            assert_eq!(from, origin);
            hear(json(said));
        }
    }
}

impl Window for Heard {
    fn href(&self) -> Option<String> {
        self.page.href()
    }
    fn navigate(&self, url: &str) -> bool {
        self.page.navigate(url)
    }
    fn on_message(&self, origin: &str, hear: Hear) -> Registration {
        self.ears.borrow_mut().push((origin.to_owned(), hear));
        Box::new(())
    }
    fn language(&self) -> Option<String> {
        None
    }
    fn is_online(&self) -> bool {
        true
    }
    fn tab_state(&self) -> Option<&'static str> {
        None
    }
    fn on_return(&self, _act: Box<dyn Fn()>) -> Registration {
        Box::new(())
    }
    fn on_focus(&self, _act: Box<dyn Fn()>) -> Registration {
        Box::new(())
    }
    fn resolve_url(&self, url: &str) -> Option<String> {
        self.page.resolve_url(url)
    }
    fn url_below_root(&self, url: &str) -> Option<String> {
        self.page.url_below_root(url)
    }

    fn whole_url(&self, url: &str) -> Option<String> {
        self.page.whole_url(url)
    }
    fn with_query_parameter(&self, url: &str, name: &str, value: &str) -> Option<String> {
        Some(format!("{url}{}{name}={value}", if url.contains('?') { '&' } else { '?' }))
    }
}

#[derive(Default)]
struct FakePopup {
    shows: RefCell<Option<String>>,
    is_closed: Cell<bool>,
}

impl Popup for FakePopup {
    fn go(&self, url: &str) -> Result<()> {
        *self.shows.borrow_mut() = Some(url.to_owned());
        Ok(())
    }
    fn is_closed(&self) -> bool {
        self.is_closed.get()
    }
}

fn with_windows() -> (World, Rc<Heard>, Clerk) {
    let world = World::new();
    let heard = Rc::new(Heard { page: world.page.clone(), ears: RefCell::default() });
    let platform =
        Platform { near: Near { ..world.near() }, reach: Reach { window: heard.clone(), ..world.reach() } };
    let clerk = Clerk::on(platform, LIVE, &ClerkOptions::default()).unwrap();
    world.fapi.on("GET /environment", Answer::json("{}"));
    world.fapi.on("GET /client", Answer::json(&wrapped(&client(&[session("sess_1")]))));
    world.run(clerk.load(unattended())).unwrap();
    world.fapi.forget_log();
    world.page.leaves.set(false);
    (world, heard, clerk)
}

#[test]
fn a_window_goes_by_the_account_portal_and_its_session_becomes_current() {
    let (world, heard, clerk) = with_windows();
    world.fapi.on("POST /client/sign_ins", Answer::json(&wrapped(&sign_in(&pending(PROVIDER)))));
    let popup = Rc::new(FakePopup::default());
    let work = clerk.client().unwrap().sign_in().authenticate_with_popup(popup.clone(), google());
    let both = async {
        let speaking = async {
            while popup.shows.borrow().is_none() || heard.ears.borrow().is_empty() {
                support::yield_once().await;
            }
            heard.say("https://evil.example", r#"{"session":"sess_2"}"#);
            heard.say("https://accounts.example.com", r#"{"unrelated":true}"#);
            heard.say("https://accounts.example.com", r#"{"session":"sess_1"}"#);
        };
        futures_util::future::join(work, speaking).await.0
    };
    let touched = piggybacked(&session("sess_1"), &client(&[session("sess_1")]));
    world.fapi.on("POST /client/sessions/sess_1/touch", Answer::json(&touched));
    world.fapi.on("POST /client/sessions/sess_1/tokens", Answer::json(r#"{"jwt":"a.b.c"}"#));
    world.run(both).unwrap();
    assert_eq!(popup.shows.borrow().as_deref(), Some(PROVIDER));
    assert_eq!(world.page.went_to.borrow().as_slice(), ["https://app.test/done"]);
    let sent = world.fapi.requests().remove(0).body.unwrap();
    assert!(
        sent.contains("action_complete_redirect_url=https%3A%2F%2Faccounts.example.com%2Fpopup-callback"),
        "{sent}"
    );
    assert!(
        sent.contains("redirect_url=https%3A%2F%2Faccounts.example.com%2Fpopup-callback%3Freturn_url%3D"),
        "{sent}"
    );
    assert!(sent.contains("intent%253DsignIn"), "{sent}");
}

#[test]
fn a_window_that_is_closed_before_is_an_error_with_a_code() {
    let (world, _, clerk) = with_windows();
    world.fapi.on("POST /client/sign_ups", Answer::json(&wrapped(&sign_up(&pending(PROVIDER)))));
    let popup = Rc::new(FakePopup::default());
    popup.is_closed.set(true);
    let since = world.now_ms();
    let outcome = world.run(clerk.client().unwrap().sign_up().authenticate_with_popup(popup, google()));
    let error = outcome.unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Runtime(one) if one.code == "popup_closed"), "{error}");
    assert!((world.now_ms() - since - 1000.0).abs() < f64::EPSILON, "it has one more interval to be heard");
}

#[test]
fn one_tap_signs_in_or_up() {
    let (world, clerk) = World::with_client(&client(&[]));
    world.fapi.on("POST /client/sign_ins", Answer::json(&wrapped(&sign_in("null"))));
    let made =
        world.run(clerk.authenticate_with_google_one_tap(GoogleOneTap::default().token("g_1"))).unwrap();
    assert!(matches!(made, SignInOrUp::SignIn(one) if one.data().id().as_deref() == Some("sia_1")));
    assert_eq!(world.fapi.last().body.as_deref(), Some("strategy=google_one_tap&token=g_1&locale=de-AT"));

    let (world, clerk) = World::with_client(&client(&[]));
    world.fapi.on("POST /client/sign_ins", Answer::error(404, "external_account_not_found"));
    world.fapi.on("POST /client/sign_ups", Answer::json(&wrapped(&sign_up("null"))));
    let params = GoogleOneTap::default().token("g_1").legal_accepted(true);
    let made = world.run(clerk.authenticate_with_google_one_tap(params)).unwrap();
    assert!(matches!(made, SignInOrUp::SignUp(one) if one.data().id().as_deref() == Some("sua_1")));
    let sent = "strategy=google_one_tap&token=g_1&legal_accepted=true&locale=de-AT";
    assert_eq!(world.fapi.last().body.as_deref(), Some(sent));

    let (world, clerk) = World::with_client(&client(&[]));
    world.fapi.on("POST /client/sign_ins", Answer::error(422, "user_locked"));
    let refused = world.run(clerk.authenticate_with_google_one_tap(GoogleOneTap::default().token("g_1")));
    assert!(refused.unwrap_err().has_code("user_locked"));
}
