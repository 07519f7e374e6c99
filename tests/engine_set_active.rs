//! `setActive()` and `signOut()`.

#![allow(clippy::unwrap_used)]

mod support;

use clerk_wasm::ClerkError;
use clerk_wasm::engine::{
    ActiveOrganization, Clerk, GetToken, Hooks, LoadOptions, Navigate, SetActive, SignOut, Target, Work,
};
use clerk_wasm::platform::Cookies;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use support::{
    Answer, FakeCookies, LIVE, TEST, World, client, json, jwt, piggybacked, session, session_with, token,
    wrapped,
};

fn session_1() -> String {
    session_with("sess_1", "active", &token(&jwt("sess_1", 60.0, 1.0)))
}

fn session_2() -> String {
    session_with("sess_2", "active", &token(&jwt("sess_2", 60.0, 1.0)))
}

fn two_sessions() -> (World, Clerk) {
    let (world, clerk) = World::with_client(&client(&[session_1(), session_2()]));
    for (id, body) in [("sess_1", session_1()), ("sess_2", session_2())] {
        world.fapi.on(&format!("POST /client/sessions/{id}/touch"), Answer::json(&wrapped(&body)));
    }
    (world, clerk)
}

fn to(id: &str) -> SetActive {
    SetActive { session: Target::Id(id.to_owned()), ..SetActive::default() }
}

fn current(clerk: &Clerk) -> Option<String> {
    clerk.session().and_then(|session| session.data().id())
}

fn emissions(clerk: &Clerk) -> Rc<RefCell<Vec<String>>> {
    let heard = Rc::new(RefCell::new(Vec::new()));
    let log = heard.clone();
    clerk.add_listener(
        move |now| {
            log.borrow_mut().push(match &now.session {
                None => "unknown".to_owned(),
                Some(None) => "nobody".to_owned(),
                Some(Some(session)) => session.data().id().unwrap(),
            });
        },
        true,
    );
    heard
}

#[test]
fn a_session_is_touched_and_becomes_current() {
    let (world, clerk) = two_sessions();
    let heard = emissions(&clerk);
    world.run(clerk.set_active(to("sess_2"))).unwrap();
    assert_eq!(world.fapi.calls(), ["POST /client/sessions/sess_2/touch"]);
    assert_eq!(world.fapi.last().body.as_deref(), Some("active_organization_id=&intent=select_session"));
    assert_eq!(current(&clerk).as_deref(), Some("sess_2"));
    assert_eq!(heard.borrow().last().map(String::as_str), Some("sess_2"));
}

#[test]
fn null_signs_out_of_the_page_and_asks_nobody() {
    let (world, clerk) = two_sessions();
    world.run(clerk.set_active(SetActive { session: Target::None, ..SetActive::default() })).unwrap();
    assert!(world.fapi.calls().is_empty() && clerk.session().is_none() && clerk.is_settled());
    assert!(!world.cookies.names().contains(&"__session".to_owned()));
}

#[test]
fn an_unknown_session_is_looked_for_and_then_refused() {
    let (world, clerk) = two_sessions();
    assert!(world.run(clerk.set_active(to("sess_9"))).unwrap_err().to_string().contains("does not have"));
    assert_eq!(world.fapi.calls(), ["GET /client"]);
    assert_eq!(current(&clerk).as_deref(), Some("sess_1"), "nobody is signed out by it");

    world.fapi.now_on("GET /client", Answer::json(&wrapped(&client(&[session_1(), session("sess_9")]))));
    world.fapi.on("POST /client/sessions/sess_9/touch", Answer::json(&wrapped(&session("sess_9"))));
    world.fapi.on(
        "POST /client/sessions/sess_9/tokens",
        Answer::json(&format!(r#"{{"jwt":"{}"}}"#, jwt("sess_9", 60.0, 1.0))),
    );
    world.run(clerk.set_active(to("sess_9"))).unwrap();
    assert_eq!(current(&clerk).as_deref(), Some("sess_9"), "one that was just made is found");
}

#[test]
fn an_organization_is_told_with_the_touch() {
    let (world, clerk) = two_sessions();
    let organization = ActiveOrganization::Named("org_1".to_owned());
    let after = session_1()
        .replace("\"last_active_organization_id\":null", "\"last_active_organization_id\":\"org_1\"");
    world.fapi.now_on("POST /client/sessions/sess_1/touch", Answer::json(&wrapped(&after)));
    let minted = format!(r#"{{"jwt":"{}"}}"#, jwt("sess_1", 60.0, 2.0));
    world.fapi.on("POST /client/sessions/sess_1/tokens", Answer::json(&minted));
    world.run(clerk.set_active(SetActive { organization, ..SetActive::default() })).unwrap();
    assert!(world.fapi.requests().iter().any(|request| {
        request.body.as_deref() == Some("active_organization_id=org_1&intent=select_org")
    }));
    let unknown =
        SetActive { organization: ActiveOrganization::Named("acme".to_owned()), ..SetActive::default() };
    assert!(world.run(clerk.set_active(unknown)).unwrap_err().to_string().contains("slug"));
}

#[test]
fn each_organization_keeps_its_token() {
    let (world, clerk) = two_sessions();
    let personal = jwt("sess_1", 60.0, 1.0);
    world.fapi.now_on("POST /client/sessions/sess_1/touch", Answer::no_content());
    let minted = jwt("sess_1", 60.0, 2.0);
    let tokens = "POST /client/sessions/sess_1/tokens";
    world.fapi.on(tokens, Answer::json(&format!(r#"{{"jwt":"{minted}"}}"#)));
    let served = |organization: ActiveOrganization| {
        world.run(clerk.set_active(SetActive { organization, ..SetActive::default() })).unwrap();
        let held = clerk.session().unwrap();
        world.run(held.get_token(GetToken::default())).unwrap().expose().to_owned()
    };
    let in_acme = ActiveOrganization::Named("org_1".to_owned());
    assert_eq!(served(in_acme.clone()), minted, "not the token of the personal account");
    assert_eq!(served(ActiveOrganization::Personal), personal);
    assert_eq!(served(in_acme), minted);
    assert_eq!(world.fapi.calls().iter().filter(|call| *call == tokens).count(), 1);
}

#[test]
fn a_touch_that_is_refused_as_signed_out_only_has_the_client_read_again() {
    for answer in
        [Answer::error(401, "signed_out"), Answer::error(422, "x"), Answer::error(403, "user_banned")]
    {
        let (world, clerk) = two_sessions();
        world.fapi.now_on("POST /client/sessions/sess_2/touch", answer);
        world.run(clerk.set_active(to("sess_2"))).unwrap();
        assert_eq!(current(&clerk).as_deref(), Some("sess_2"));
        world.settle();
        assert_eq!(world.fapi.calls().last().map(String::as_str), Some("GET /client"));
    }
    for status in [403, 404, 500] {
        let (world, clerk) = two_sessions();
        world.fapi.now_on("POST /client/sessions/sess_2/touch", Answer::error(status, "x"));
        assert_eq!(world.run(clerk.set_active(to("sess_2"))).unwrap_err().status(), Some(status));
    }
}

#[test]
fn on_the_way_elsewhere_the_touched_client_is_not_told() {
    let (world, clerk) = two_sessions();
    let after = client(&[session_1(), session_2()]);
    let touched = Answer::json(&piggybacked(&session_2(), &after));
    world.fapi.now_on("POST /client/sessions/sess_2/touch", touched);
    let heard = emissions(&clerk);
    let navigate = |clerk: &Clerk| {
        let (clerk, seen) = (clerk.clone(), Rc::new(RefCell::new(None)));
        let log = seen.clone();
        let navigate: Navigate = Box::new(move |session| {
            log.replace(session.data().id().filter(|_| !clerk.is_settled()));
            Box::pin(async { Ok(false) })
        });
        (seen, navigate)
    };
    let (seen, callback) = navigate(&clerk);
    world.run(clerk.set_active(SetActive { navigate: Some(callback), ..to("sess_2") })).unwrap();
    assert_eq!(*heard.borrow(), ["unknown", "sess_2"]);
    assert_eq!(seen.borrow().as_deref(), Some("sess_2"));

    let (seen, callback) = navigate(&clerk);
    let nobody = SetActive { session: Target::None, navigate: Some(callback), ..SetActive::default() };
    world.run(clerk.set_active(nobody)).unwrap();
    assert!(seen.borrow().is_none() && clerk.session().is_none() && clerk.is_settled());
}

/// What the page's server would be told by the cookies: the session token, and when somebody has signed in last.
fn cookies_seen(cookies: &FakeCookies) -> [Option<String>; 2] {
    ["__session", "__client_uat"].map(|name| cookies.get(name))
}

#[test]
fn an_application_that_navigates_has_the_cookies_of_the_next_page() {
    for status in ["active", "pending"] {
        let raw = jwt("sess_1", 60.0, 1.0);
        let body = session_with("sess_1", status, &token(&raw));
        let world = World::new();
        world.cookies.put("__clerk_db_jwt", "dvb_1");
        world.fapi.on("PATCH /environment", Answer::json("{}"));
        world.fapi.on("GET /client", Answer::json(&wrapped(&client(&[]))));
        let clerk = world.clerk(TEST);
        world.run(clerk.load(LoadOptions { polling: false, ..LoadOptions::default() })).unwrap();
        assert_eq!(cookies_seen(&world.cookies), [None, Some("0".to_owned())]);
        let signed_in = piggybacked(&body, &client(std::slice::from_ref(&body)));
        world.fapi.on("POST /client/sessions/sess_1/touch", Answer::json(&signed_in));
        clerk.update_client(&json(&client(&[body])), true).unwrap();

        let seen = Rc::new(RefCell::new(None));
        let (log, there) = (seen.clone(), world.cookies.clone());
        let navigate: Navigate = Box::new(move |_| {
            log.replace(Some(cookies_seen(&there)));
            Box::pin(async { Ok(false) })
        });
        world.run(clerk.set_active(SetActive { navigate: Some(navigate), ..to("sess_1") })).unwrap();
        let [session, uat] = seen.borrow_mut().take().unwrap();
        assert_eq!(session, Some(raw), "{status}");
        assert_ne!(uat.as_deref(), Some("0"), "{status}");

        world.fapi.on("DELETE /client/sessions", Answer::json(&wrapped(&client(&[]))));
        let (log, there) = (seen.clone(), world.cookies.clone());
        let callback = Box::new(move || {
            log.replace(Some(cookies_seen(&there)));
            Box::pin(async { Ok(false) }) as clerk_wasm::platform::LocalFuture<clerk_wasm::Result<bool>>
        });
        world.run(clerk.sign_out(SignOut { callback: Some(callback), ..SignOut::default() })).unwrap();
        assert_eq!(seen.borrow_mut().take(), Some([None, Some("0".to_owned())]), "{status}");
    }
}

#[test]
fn whoever_has_a_task_left_is_not_unknown_on_the_way() {
    let pending = session_with("sess_2", "pending", &token(&jwt("sess_2", 60.0, 1.0)));
    let (world, clerk) = World::with_client(&client(&[session_1(), pending.clone()]));
    world.fapi.on("POST /client/sessions/sess_2/touch", Answer::json(&wrapped(&pending)));
    let heard = emissions(&clerk);
    world.page.leaves.set(false);
    let params = SetActive { redirect_url: Some("/#task".to_owned()), ..to("sess_2") };
    world.run(clerk.set_active(params)).unwrap();
    assert_eq!(*heard.borrow(), ["sess_2"]);
}

#[test]
fn a_tab_in_the_background_makes_no_request() {
    let (world, clerk) = two_sessions();
    world.page.tab_state.set(Some("hidden"));
    world.run(clerk.set_active(to("sess_2"))).unwrap();
    assert!(world.fapi.calls().is_empty());
    assert_eq!(current(&clerk).as_deref(), Some("sess_2"));
}

#[test]
fn without_a_network_a_session_becomes_current_without_a_token() {
    let signed_in = session_with("sess_2", "active", "null");
    let (world, clerk) = World::with_client(&client(&[session_1(), signed_in]));
    world.page.tab_state.set(Some("hidden"));
    world.page.is_online.set(false);
    world.run(clerk.set_active(to("sess_2"))).unwrap();
    assert_eq!(current(&clerk).as_deref(), Some("sess_2"));
    world.page.is_online.set(true);
    world.run(clerk.set_active(to("sess_1"))).unwrap();
    world.fapi.on("POST /client/sessions/sess_2/tokens", Answer::error(404, "gone"));
    assert_eq!(world.run(clerk.set_active(to("sess_2"))).unwrap_err().status(), Some(404));
    assert_eq!(current(&clerk).as_deref(), Some("sess_1"));
}

#[test]
fn on_the_way_elsewhere_the_session_is_unknown() {
    let (world, clerk) = two_sessions();
    let heard = emissions(&clerk);
    let redirect = |url: &str| SetActive { redirect_url: Some(url.to_owned()), ..to("sess_2") };
    world.run(clerk.set_active(redirect("/home"))).unwrap();
    assert_eq!(*heard.borrow(), ["unknown"], "the page is gone before anything else happens");
    assert_eq!(world.page.went_to.borrow().as_slice(), ["https://app.test/home"]);
    assert_eq!(world.cookies.get("__session"), Some(jwt("sess_2", 60.0, 1.0)), "the next page is another's");

    world.page.leaves.set(false);
    world.run(clerk.set_active(redirect("/#part"))).unwrap();
    assert_eq!(*heard.borrow(), ["unknown", "unknown", "sess_2"]);
    for bad in ["javascript:alert(1)", "data:text/html,x"] {
        world.run(clerk.set_active(redirect(bad))).unwrap();
        assert_eq!(world.page.went_to.borrow().last().unwrap(), "https://app.test/", "{bad}");
    }
}

/// A router, which shows the pages of this application, or fails.
#[derive(Default)]
struct Router {
    shown: RefCell<Vec<String>>,
    fails: Cell<bool>,
}

impl Hooks for Router {
    fn navigate(&self, url: &str) -> Option<Work<bool>> {
        self.shown.borrow_mut().push(url.to_owned());
        let outcome = if self.fails.get() { Err(ClerkError::state("no such page")) } else { Ok(false) };
        Some(Box::pin(async move { outcome }))
    }
}

#[test]
fn an_application_shows_its_pages_itself() {
    let (world, clerk) = two_sessions();
    let router = Rc::new(Router::default());
    clerk.set_hooks(router.clone());
    let heard = emissions(&clerk);
    let redirect = |id: &str| SetActive { redirect_url: Some("/home".to_owned()), ..to(id) };
    world.run(clerk.set_active(redirect("sess_2"))).unwrap();
    assert_eq!(*heard.borrow(), ["unknown", "sess_2"], "the page stays");
    router.fails.set(true);
    let error = world.run(clerk.set_active(redirect("sess_1"))).unwrap_err();
    assert_eq!(error.message(), "no such page");
    assert_eq!(current(&clerk).as_deref(), Some("sess_1"), "the session is current all the same");
    router.fails.set(false);
    world.fapi.on("DELETE /client/sessions", Answer::json(&wrapped(&client(&[]))));
    world.run(clerk.sign_out(SignOut::default())).unwrap();
    assert_eq!(*router.shown.borrow(), ["/home", "/home", "/"]);
    assert!(world.page.went_to.borrow().is_empty());
}

#[test]
fn a_cookie_about_to_expire_is_renewed_on_the_way() {
    let body =
        client(&[session_1()]).replace("\"cookie_expires_at\":null", "\"cookie_expires_at\":1764000000001");
    let (world, clerk) = World::with_client(&body);
    world.fapi.on("POST /client/sessions/sess_1/touch", Answer::json(&wrapped(&session_1())));
    let params = SetActive { redirect_url: Some("/home".to_owned()), ..to("sess_1") };
    world.run(clerk.set_active(params)).unwrap();
    let went_to = world.page.went_to.borrow().last().unwrap().clone();
    assert!(
        went_to.starts_with(
            "https://clerk.example.com/v1/client/touch?redirect_url=https%3A%2F%2Fapp.test%2Fhome&"
        ),
        "{went_to}"
    );
}

#[test]
fn sign_out_removes_all_sessions_and_goes_home() {
    let (world, clerk) = two_sessions();
    let heard = emissions(&clerk);
    let after = client(&[]);
    world.fapi.on("DELETE /client/sessions", Answer::json(&piggybacked(&after, &after)));
    world.run(clerk.sign_out(SignOut::default())).unwrap();
    assert_eq!(*heard.borrow(), ["unknown", "unknown"], "the page is gone before anything else happens");
    assert_eq!(world.page.went_to.borrow().as_slice(), ["https://app.test/"]);
    assert!(!world.cookies.names().contains(&"__session".to_owned()));
    world.run(clerk.sign_out(SignOut::default())).unwrap();
    assert_eq!(world.fapi.calls().len(), 1, "without sessions there is nothing to do");
}

#[test]
fn a_sign_out_that_stays_on_the_page_ends_with_nobody() {
    let (world, clerk) = two_sessions();
    let heard = emissions(&clerk);
    world.page.leaves.set(false);
    world.fapi.on("DELETE /client/sessions", Answer::json(&wrapped(&client(&[]))));
    world.run(clerk.sign_out(SignOut::default())).unwrap();
    assert_eq!(heard.borrow().last().map(String::as_str), Some("nobody"));
}

#[test]
fn without_cookies_a_sign_out_always_ends_with_nobody() {
    let world = World::new();
    let (before, after) = (client(&[session_1()]), client(&[]));
    world.fapi.on("GET /environment", Answer::json("{}"));
    world.fapi.on("GET /client", Answer::json(&wrapped(&before)));
    world.fapi.on("DELETE /client/sessions", Answer::json(&piggybacked(&after, &after)));
    let clerk = world.clerk(LIVE);
    let options = LoadOptions { standard_browser: false, ..LoadOptions::default() };
    world.run(clerk.load(options)).unwrap();
    world.run(clerk.sign_out(SignOut::default())).unwrap();
    assert!(clerk.session().is_none() && clerk.is_settled());
}

#[test]
fn sign_out_of_another_session_leaves_the_current_one() {
    let (world, clerk) = two_sessions();
    let answer = piggybacked(&session_with("sess_2", "removed", "null"), &client(&[session_1()]));
    world.fapi.on("POST /client/sessions/sess_2/remove", Answer::json(&answer));
    let one = SignOut { session_id: Some("sess_2".to_owned()), ..SignOut::default() };
    world.run(clerk.sign_out(one)).unwrap();
    assert_eq!(current(&clerk).as_deref(), Some("sess_1"));
    assert!(world.page.went_to.borrow().is_empty());
}

#[test]
fn a_failed_sign_out_leaves_the_session() {
    let (world, clerk) = two_sessions();
    world.fapi.on("DELETE /client/sessions", Answer::error(500, "internal"));
    assert!(world.run(clerk.sign_out(SignOut::default())).is_err());
    assert_eq!(current(&clerk).as_deref(), Some("sess_1"));
    assert!(clerk.is_settled() && world.page.went_to.borrow().is_empty());
}

#[test]
fn two_sign_outs_that_fail_leave_the_session() {
    let (world, clerk) = two_sessions();
    world.fapi.on("DELETE /client/sessions", Answer::Never);
    let (one, two) = (clerk.sign_out(SignOut::default()), clerk.sign_out(SignOut::default()));
    world.run(async {
        futures_util::join!(async { one.await.unwrap_err() }, async { two.await.unwrap_err() })
    });
    assert_eq!(current(&clerk).as_deref(), Some("sess_1"));
}

#[test]
fn a_sign_out_that_nobody_waits_for_leaves_what_another_call_has_made_current() {
    let (world, clerk) = two_sessions();
    world.fapi.on("DELETE /client/sessions", Answer::Never);
    let mut given_up = clerk.sign_out(SignOut::default());
    world.run(async { assert!(futures_util::poll!(&mut given_up).is_pending()) });
    assert!(!clerk.is_settled());
    world.run(clerk.set_active(to("sess_2"))).unwrap();
    drop(given_up);
    assert_eq!(current(&clerk).as_deref(), Some("sess_2"));
}

#[test]
fn a_callback_that_fails_is_told_and_nobody_is_signed_in() {
    let (world, clerk) = two_sessions();
    world.fapi.on("DELETE /client/sessions", Answer::json(&wrapped(&client(&[]))));
    let callback = Box::new(|| {
        Box::pin(async { Err(clerk_wasm::ClerkError::state("mine")) })
            as clerk_wasm::platform::LocalFuture<clerk_wasm::Result<bool>>
    });
    let outcome = world.run(clerk.sign_out(SignOut { callback: Some(callback), ..SignOut::default() }));
    assert_eq!(outcome.unwrap_err().to_string(), "mine");
    assert!(clerk.session().is_none() && clerk.is_settled());
}

#[test]
fn a_callback_runs_instead_of_going_anywhere() {
    let (world, clerk) = two_sessions();
    world.fapi.on("DELETE /client/sessions", Answer::json(&wrapped(&client(&[]))));
    let called = Rc::new(RefCell::new(0));
    let count = called.clone();
    let callback = Box::new(move || {
        *count.borrow_mut() += 1;
        Box::pin(async { Ok(false) }) as clerk_wasm::platform::LocalFuture<clerk_wasm::Result<bool>>
    });
    world.run(clerk.sign_out(SignOut { callback: Some(callback), ..SignOut::default() })).unwrap();
    assert_eq!(*called.borrow(), 1);
    assert!(world.page.went_to.borrow().is_empty() && clerk.session().is_none());
}
