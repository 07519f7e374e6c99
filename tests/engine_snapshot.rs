//! `load()` from a snapshot: what the last visit leaves, and how the next one starts from it.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod support;

use clerk_wasm::engine::{Clerk, LoadOptions, SignOut, Status};
use clerk_wasm::platform::{Cookies, Lifetime};
use std::cell::RefCell;
use std::rc::Rc;
use support::{Answer, LIVE, NOW, TEST, World, client, json, jwt, token, unattended, wrapped};

fn options() -> LoadOptions {
    LoadOptions { start_from_snapshot: true, ..unattended() }
}

/// A session that lasts for an hour, with everything below it that nobody may find in storage.
fn session(id: &str) -> String {
    let token = token(&jwt(id, 60.0, 1.0));
    let verification = r#"{"status":"verified","nonce":"n0nce","external_verification_redirect_url":"https://secret.example"}"#;
    format!(
        r#"{{"object":"session","id":"{id}","status":"active","expire_at":{},"last_active_organization_id":null,
            "last_active_token":{token},"user":{{"id":"user_{id}","first_name":"Eyja","phone_numbers":[{{"backup_codes":["s3cret"]}}],
            "external_accounts":[{{"verification":{verification}}}],"public_metadata":{{"tokens":5,"kept":["{}"]}}}}}}"#,
        NOW + 3_600_000.0,
        jwt(id, 60.0, 2.0)
    )
}

fn answer(sessions: &[String]) -> Answer {
    let attempt = r#""sign_in":{"id":"sia_1","identifier":"ada@example.com"}"#;
    Answer::json(&wrapped(&client(sessions).replace(r#""sign_in":null"#, attempt)))
}

/// A visit of a page that keeps snapshots.
fn visit(sessions: &[String]) -> (World, Clerk) {
    let world = World::new();
    world.fapi.on("GET /environment", Answer::json("{}"));
    world.fapi.on("GET /client", answer(sessions));
    let clerk = world.clerk(LIVE);
    world.run(clerk.load(options())).unwrap();
    (world, clerk)
}

/// The next visit of the same browser, which no request of gets an answer.
fn next(before: &World) -> (World, Clerk) {
    let world = before.next_visit();
    world.fapi.on("GET /environment", Answer::Cut);
    world.fapi.on("GET /client", Answer::Cut);
    let clerk = world.clerk(LIVE);
    (world, clerk)
}

fn stored(world: &World) -> Option<String> {
    let texts = world.storage.texts.borrow();
    assert!(texts.len() <= 1);
    texts.values().next().cloned()
}

fn session_id(clerk: &Clerk) -> Option<String> {
    clerk.session()?.data().id()
}

/// Starts, and says whether a snapshot was there to start from.
fn starts_at_once(world: &World, clerk: &Clerk) -> bool {
    world.run(clerk.load(options())).unwrap();
    assert_eq!(clerk.status(), Status::Degraded);
    world.fapi.calls().is_empty()
}

#[test]
fn the_next_visit_starts_from_it_at_once_and_is_ready_when_the_client_has_come() {
    let (first, _) = visit(&[session("sess_1"), session("sess_2")]);
    let (world, clerk) = next(&first);
    let heard = Rc::new(RefCell::new(Vec::new()));
    let log = heard.clone();
    let told = clerk.clone();
    clerk.add_listener(
        move |resources| {
            let session = resources.session.clone().flatten().and_then(|session| session.data().id());
            log.borrow_mut().push((told.status(), session));
        },
        true,
    );
    assert!(starts_at_once(&world, &clerk));
    assert_eq!(session_id(&clerk).as_deref(), Some("sess_1"));
    let user = clerk.session().unwrap().data().user();
    assert_eq!(user.first_name().as_deref(), Some("Eyja"));
    assert_eq!(user.json().get("public_metadata").unwrap().number("tokens"), Some(5.0));
    assert_eq!(clerk.client().unwrap().sessions().len(), 2);

    world.settle();
    assert_eq!(world.fapi.calls(), ["GET /environment", "GET /client"]);
    assert_eq!(clerk.status(), Status::Degraded);
    world.fapi.now_on("GET /client", answer(&[session("sess_2"), session("sess_1")]));
    world.clock.advance(2000.0);
    world.settle();
    assert_eq!(clerk.status(), Status::Degraded, "without the environment");
    world.fapi.now_on("GET /environment", Answer::json("{}"));
    world.clock.advance(4000.0);
    world.settle();
    assert_eq!(clerk.status(), Status::Ready);
    assert_eq!(session_id(&clerk).as_deref(), Some("sess_1"), "it is still there, and stays current");
    let sess_1 = Some("sess_1".to_owned());
    assert_eq!(*heard.borrow(), [(Status::Loading, sess_1.clone()), (Status::Degraded, sess_1)]);
}

#[test]
fn nothing_like_a_token_is_in_storage() {
    let (world, _) = visit(&[session("sess_1")]);
    let text = stored(&world).unwrap();
    for secret in
        ["eyJ", "c2ln", "jwt", "token\"", "n0nce", "s3cret", "secret.example", "sign_in", "ada@example.com"]
    {
        assert!(!text.contains(secret), "{secret} in {text}");
    }
    assert!(
        text.contains("Eyja") && text.contains(r#""tokens":5"#) && text.contains(r#""kept":[null]"#),
        "{text}"
    );
    assert_eq!(json(&text).number("version"), Some(1.0));
}

#[test]
fn the_session_cookie_gives_the_token_and_is_not_touched() {
    let (first, _) = visit(&[session("sess_1")]);
    let raw = jwt("sess_1", 60.0, 1.0);
    assert_eq!(first.cookies.get("__session").as_deref(), Some(raw.as_str()));
    let (world, clerk) = next(&first);
    assert!(starts_at_once(&world, &clerk));
    assert_eq!(world.cookies.get("__session").as_deref(), Some(raw.as_str()));
    let token = world.run(clerk.session().unwrap().get_token(Default::default())).unwrap();
    assert_eq!(token.expose(), &raw);
}

#[test]
fn the_session_cookie_says_which_session_is_current_and_in_which_organization() {
    let (first, _) = visit(&[session("sess_1"), session("sess_2")]);
    let part = |text: &str| {
        use base64ct::{Base64UrlUnpadded, Encoding};
        Base64UrlUnpadded::encode_string(text.as_bytes())
    };
    let claims = part(r#"{"sid":"sess_2","sub":"user_sess_2","org_id":"org_1"}"#);
    let suffixed = first.cookies.names().into_iter().find(|name| name.starts_with("__session_")).unwrap();
    first.cookies.put(&suffixed, &format!("{}.{claims}.c2ln", part("{}")));
    let (world, clerk) = next(&first);
    assert!(starts_at_once(&world, &clerk));
    assert_eq!(session_id(&clerk).as_deref(), Some("sess_2"));
    let organization = clerk.session().unwrap().data().last_active_organization_id();
    assert_eq!(organization.as_deref(), Some("org_1"));
}

#[test]
fn who_is_not_in_the_session_cookie_is_not_signed_in() {
    for other in [None, Some("t.t.t".to_owned()), Some(jwt("sess_9", 60.0, 1.0))] {
        let (first, _) = visit(&[session("sess_1")]);
        for name in first.cookies.names() {
            match &other {
                Some(other) => first.cookies.put(&name, other),
                None => first.cookies.remove(&name, Lifetime::Year),
            }
        }
        let (world, clerk) = next(&first);
        assert!(!starts_at_once(&world, &clerk), "{other:?}");
        assert_ne!(session_id(&clerk).as_deref(), Some("sess_1"));
    }
}

#[test]
fn a_session_that_has_expired_meanwhile_is_not_signed_in() {
    let (first, _) = visit(&[session("sess_1")]);
    let (world, clerk) = next(&first);
    world.clock.advance(3_600_000.0);
    assert!(!starts_at_once(&world, &clerk));
}

#[test]
fn without_cookies_it_starts_from_what_is_there() {
    let options = LoadOptions { standard_browser: false, ..options() };
    let first = World::new();
    first.fapi.on("GET /environment", Answer::json("{}"));
    first.fapi.on("GET /client", answer(&[session("sess_1")]));
    first.run(first.clerk(LIVE).load(options.clone())).unwrap();
    let (world, clerk) = next(&first);
    world.run(clerk.load(options)).unwrap();
    assert_eq!((clerk.status(), session_id(&clerk).as_deref()), (Status::Degraded, Some("sess_1")));
    world.fapi.now_on("GET /environment", Answer::json("{}"));
    world.fapi.now_on("GET /client", answer(&[session("sess_1")]));
    world.settle();
    assert_eq!(clerk.status(), Status::Ready);
    assert!(world.cookies.names().is_empty());
}

#[test]
fn what_cannot_be_read_counts_as_nothing() {
    let (first, _) = visit(&[session("sess_1")]);
    let good = stored(&first).unwrap();
    let name = first.storage.texts.borrow().keys().next().unwrap().clone();
    for text in [
        "",
        "{",
        "null",
        "[]",
        "{}",
        r#"{"version":1}"#,
        r#"{"version":1,"id":"c"}"#,
        r#"{"version":1,"id":"c","sessions":5}"#,
        r#"{"version":1,"id":"c","sessions":[5,null]}"#,
        &good.replace(r#""version":1"#, r#""version":0"#),
        &good.replace(r#""version":1"#, r#""other":1"#),
    ] {
        first.storage.texts.borrow_mut().insert(name.clone(), text.to_owned());
        let (world, clerk) = next(&first);
        assert!(!starts_at_once(&world, &clerk), "{text}");
        assert_eq!(session_id(&clerk).as_deref(), Some("sess_1"), "of the cookie, as without the option");
        world.fapi.now_on("GET /client", answer(&[session("sess_1")]));
        world.clock.advance(2000.0);
        world.settle();
        assert_eq!(stored(&world).unwrap(), good, "{text}");
    }
}

#[test]
fn what_cannot_be_kept_is_not_kept() {
    let (world, clerk) = visit(&[session("sess_1")]);
    world.storage.is_full.set(true);
    world.run(clerk.client().unwrap().reload(None)).unwrap();
    assert_eq!(stored(&world), None);
    assert_eq!(clerk.status(), Status::Ready);
}

#[test]
fn each_key_has_its_own() {
    let (first, _) = visit(&[session("sess_1")]);
    let (world, _) = next(&first);
    let other = world.clerk("pk_live_Y2xlcmsub3RoZXIuY29tJA");
    assert!(!starts_at_once(&world, &other));
    assert_eq!(world.storage.texts.borrow().len(), 1);
    assert!(world.storage.texts.borrow().keys().all(|name| name.starts_with("__clerk_snapshot_")));
}

#[test]
fn without_the_option_nothing_is_kept_or_read() {
    let (first, _) = visit(&[session("sess_1")]);
    let before = stored(&first);
    let (world, clerk) = next(&first);
    world.fapi.now_on("GET /client", answer(&[]));
    world.run(clerk.load(unattended())).unwrap();
    assert_eq!((session_id(&clerk), stored(&world)), (None, before));
}

#[test]
fn it_is_gone_when_nobody_is_signed_in_any_more() {
    let (world, clerk) = visit(&[session("sess_1")]);
    assert!(stored(&world).is_some());
    world.fapi.on("DELETE /client/sessions", Answer::json(&wrapped(&client(&[]))));
    world.run(clerk.sign_out(SignOut::default())).unwrap();
    assert_eq!(stored(&world), None);

    let (world, clerk) = visit(&[session("sess_1")]);
    world.fapi.now_on("GET /client", answer(&[]));
    world.run(clerk.client().unwrap().reload(None)).unwrap();
    assert_eq!(stored(&world), None);
}

#[test]
fn what_the_cookie_knows_in_an_outage_is_no_snapshot() {
    let world = World::new();
    world.cookies.put("__session", &jwt("sess_1", 60.0, 1.0));
    world.fapi.on("GET /environment", Answer::json("{}"));
    world.fapi.on("GET /client", Answer::Cut);
    let clerk = world.clerk(LIVE);
    assert!(!starts_at_once(&world, &clerk));
    world.settle();
    assert_eq!((session_id(&clerk).as_deref(), stored(&world)), (Some("sess_1"), None));
    world.fapi.now_on("GET /client", answer(&[session("sess_1")]));
    world.clock.advance(2000.0);
    world.settle();
    assert!(stored(&world).is_some());
}

#[test]
fn another_user_who_has_signed_in_meanwhile_is_the_current_one() {
    let (first, _) = visit(&[session("sess_1")]);
    let (world, clerk) = next(&first);
    world.fapi.now_on("GET /environment", Answer::json("{}"));
    world.fapi.now_on("GET /client", answer(&[session("sess_2")]));
    assert!(starts_at_once(&world, &clerk));
    world.settle();
    assert_eq!((session_id(&clerk).as_deref(), clerk.status()), (Some("sess_2"), Status::Ready));
}

#[test]
fn a_refusal_ends_what_the_snapshot_promised() {
    for refusal in [Answer::error(401, "authentication_invalid"), Answer::error(400, "origin_invalid")] {
        let (first, _) = visit(&[session("sess_1")]);
        let (world, clerk) = next(&first);
        world.fapi.now_on("GET /environment", Answer::json("{}"));
        world.fapi.now_on("GET /client", refusal);
        assert!(starts_at_once(&world, &clerk));
        world.settle();
        assert_eq!((clerk.status(), session_id(&clerk), stored(&world)), (Status::Error, None, None));
        assert!(clerk.is_settled() && world.cookies.get("__session").is_none());
        let before = world.fapi.calls().len();
        assert!(world.run(clerk.load(options())).is_err(), "says why");
        assert_eq!(world.fapi.calls().len(), before + 2);
    }
}

#[test]
fn a_session_that_the_server_refuses_leaves_no_snapshot() {
    let (world, clerk) = visit(&[session("sess_1")]);
    world.fapi.on("POST /client/sessions/sess_1/touch", Answer::error(401, "signed_out"));
    world.fapi.now_on("GET /client", Answer::error(401, "signed_out"));
    world.run(clerk.session().unwrap().touch(None)).unwrap_err();
    assert_eq!((session_id(&clerk), stored(&world)), (None, None));
}

#[test]
fn in_development_the_browser_is_known_before_anything_is_asked() {
    let first = World::new();
    first.cookies.put("__clerk_db_jwt", "dvb_1");
    first.fapi.on("PATCH /environment", Answer::json("{}"));
    first.fapi.on("GET /client", answer(&[session("sess_1")]));
    first.run(first.clerk(TEST).load(options())).unwrap();
    let world = first.next_visit();
    world.fapi.on("PATCH /environment", Answer::json("{}"));
    world.fapi.on("GET /client", answer(&[session("sess_1")]));
    let clerk = world.clerk(TEST);
    assert!(starts_at_once(&world, &clerk));
    world.settle();
    assert_eq!(world.fapi.calls(), ["PATCH /environment", "GET /client"]);
    assert!(world.fapi.requests().iter().all(|request| request.url.ends_with("__clerk_db_jwt=dvb_1")));
    assert_eq!(clerk.status(), Status::Ready);
}
