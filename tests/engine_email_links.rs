//! Links that are sent by e-mail: who has sent one waits until it was followed, and the page that it leads to goes on.

#![allow(clippy::unwrap_used)]

mod support;

use clerk_wasm::engine::{Clerk, ClerkOptions};
use clerk_wasm::{ErrorKind, FollowedLink, HandleEmailLink, StartEmailLink};
use support::{Answer, LIVE, World, client, piggybacked, session, unattended, wrapped};

const BACK: &str = "https://app.test/verify";

fn sign_in(status: &str, first: &str, second: &str) -> String {
    format!(
        r#"{{"object":"sign_in_attempt","id":"sia_1","status":"{status}",
            "first_factor_verification":{{"status":"{first}"}},"second_factor_verification":{{"status":"{second}"}}}}"#
    )
}

fn sign_up(email: &str) -> String {
    format!(
        r#"{{"object":"sign_up_attempt","id":"sua_1","status":"missing_requirements",
            "verifications":{{"email_address":{{"status":"{email}"}}}}}}"#
    )
}

/// A client with an attempt.
fn with(name: &str, attempt: &str) -> String {
    client(&[]).replace(&format!("\"{name}\":null"), &format!("\"{name}\":{attempt}"))
}

#[test]
fn a_sign_in_is_read_each_second_until_the_link_was_followed() {
    let started = sign_in("needs_first_factor", "unverified", "unverified");
    for end in ["verified", "expired", "transferable"] {
        let (world, clerk) = World::with_client(&with("sign_in", &started));
        let attempt = clerk.client().unwrap().sign_in();
        let path = "POST /client/sign_ins/sia_1/prepare_first_factor";
        world.fapi.on(path, Answer::json(&wrapped(&started)));
        world.fapi.on("GET /client/sign_ins/sia_1", Answer::json(&wrapped(&started)));
        world.fapi.on("GET /client/sign_ins/sia_1", Answer::json(&wrapped(&started)));
        let ended = sign_in("complete", end, "unverified");
        world.fapi.on("GET /client/sign_ins/sia_1", Answer::json(&wrapped(&ended)));
        let since = world.now_ms();
        let link = StartEmailLink::default().email_address_id("idn_1").redirect_url(BACK);
        world.run(attempt.start_email_link_flow(link)).unwrap();
        let read = "GET /client/sign_ins/sia_1";
        assert_eq!(world.fapi.calls(), [path, read, read, read], "{end}");
        let sent = "email_address_id=idn_1&redirect_url=https%3A%2F%2Fapp.test%2Fverify&strategy=email_link";
        assert_eq!(world.fapi.requests()[0].body.as_deref(), Some(sent));
        assert!((world.now_ms() - since - 2000.0).abs() < f64::EPSILON, "two pauses of a second");
    }
}

#[test]
fn a_second_factor_by_a_link_has_a_verification_of_its_own() {
    let started = sign_in("needs_second_factor", "verified", "unverified");
    let (world, clerk) = World::with_client(&with("sign_in", &started));
    let path = "POST /client/sign_ins/sia_1/prepare_second_factor";
    world.fapi.on(path, Answer::json(&wrapped(&started)));
    world.fapi.on("GET /client/sign_ins/sia_1", Answer::json(&wrapped(&started)));
    let ended = sign_in("complete", "verified", "verified");
    world.fapi.on("GET /client/sign_ins/sia_1", Answer::json(&wrapped(&ended)));
    let link = StartEmailLink::default().email_address_id("idn_1").redirect_url(BACK);
    world.run(clerk.client().unwrap().sign_in().start_email_link_flow(link)).unwrap();
    assert_eq!(world.fapi.calls().len(), 3);
    assert_eq!(world.fapi.calls()[0], path);
}

#[test]
fn a_sign_up_waits_for_its_address() {
    let (world, clerk) = World::with_client(&with("sign_up", &sign_up("unverified")));
    let path = "POST /client/sign_ups/sua_1/prepare_verification";
    world.fapi.on(path, Answer::json(&wrapped(&sign_up("unverified"))));
    world.fapi.on("GET /client/sign_ups/sua_1", Answer::json(&wrapped(&sign_up("transferable"))));
    world.fapi.on("GET /client/sign_ups/sua_1", Answer::json(&wrapped(&sign_up("verified"))));
    world.run(clerk.client().unwrap().sign_up().start_email_link_flow(BACK)).unwrap();
    let read = "GET /client/sign_ups/sua_1";
    assert_eq!(world.fapi.calls(), [path, read, read], "no sign-up becomes a sign-up");
    let sent = "strategy=email_link&redirect_url=https%3A%2F%2Fapp.test%2Fverify";
    assert_eq!(world.fapi.requests()[0].body.as_deref(), Some(sent));
}

#[test]
fn without_an_attempt_there_is_nobody_to_send_a_link_to() {
    let (world, clerk) = World::with_client(&client(&[]));
    let client = clerk.client().unwrap();
    let signed_in = world.run(client.sign_in().start_email_link_flow(StartEmailLink::default()));
    let signed_up = world.run(client.sign_up().start_email_link_flow(BACK));
    for (outcome, noun) in [(signed_in, "SignIn"), (signed_up, "SignUp")] {
        let error = outcome.unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::State(_)));
        assert_eq!(
            error.message(),
            format!("There is no {noun} to send a link for yet: call create() first.")
        );
    }
    assert!(world.fapi.calls().is_empty());
}

#[test]
fn whoever_drops_the_wait_ends_it_and_a_refusal_is_told() {
    let started = sign_in("needs_first_factor", "unverified", "unverified");
    let (world, clerk) = World::with_client(&with("sign_in", &started));
    let attempt = clerk.client().unwrap().sign_in();
    drop(attempt.start_email_link_flow(StartEmailLink::default().email_address_id("idn_1")));
    world.settle();
    assert!(world.fapi.calls().is_empty(), "it begins when it is awaited");
    world.fapi.on("POST /client/sign_ins/sia_1/prepare_first_factor", Answer::json(&wrapped(&started)));
    world.fapi.on("GET /client/sign_ins/sia_1", Answer::error(404, "resource_not_found"));
    let error = world.run(attempt.start_email_link_flow(StartEmailLink::default())).unwrap_err();
    assert!(error.has_code("resource_not_found"));
}

#[test]
fn an_address_of_a_user_is_verified_by_a_link_or_at_the_enterprise() {
    let address = |status: &str, url: &str| {
        format!(
            r#"{{"object":"email_address","id":"idn_1","email_address":"a@b.c",
                "verification":{{"status":"{status}","external_verification_redirect_url":{url}}}}}"#
        )
    };
    let user = format!(r#"{{"id":"user_1","email_addresses":[{}]}}"#, address("unverified", "null"));
    let session = session("sess_1").replace(r#"{"id":"user_sess_1"}"#, &user);
    let (world, clerk) = World::with_client(&client(&[session]));
    let held = clerk.user().unwrap().email_addresses().remove(0);
    let path = "POST /me/email_addresses/idn_1/prepare_verification";
    let read = "GET /me/email_addresses/idn_1";
    world.fapi.on(path, Answer::json(&wrapped(&address("unverified", "null"))));
    world.fapi.on(read, Answer::json(&wrapped(&address("expired", "null"))));
    world.fapi.on(read, Answer::json(&wrapped(&address("verified", "null"))));
    world.run(held.start_email_link_flow(BACK)).unwrap();
    assert_eq!(world.fapi.calls(), [path, read, read]);
    let body = world.fapi.requests()[0].body.clone();
    assert_eq!(body.as_deref(), Some("strategy=email_link&redirect_url=https%3A%2F%2Fapp.test%2Fverify"));
    assert!(held.data().verification().is_verified());

    world.fapi.forget_log();
    world.fapi.now_on(path, Answer::json(&wrapped(&address("unverified", "null"))));
    let error = world.run(held.start_enterprise_sso_link_flow(BACK)).unwrap_err();
    assert!(error.message().contains("has not said where the enterprise verifies"));
    assert_eq!(world.fapi.calls(), [path], "nothing is waited for");
    world.fapi.now_on(path, Answer::json(&wrapped(&address("unverified", "\"https://idp.example/\""))));
    world.fapi.now_on(read, Answer::json(&wrapped(&address("verified", "null"))));
    world.run(held.start_enterprise_sso_link_flow(BACK)).unwrap();
}

/// A page that a link has led to, with a client on it.
fn on_page(query: &str, client: &str) -> (World, Clerk) {
    let world = World::new();
    let href = format!("https://app.test/verify?{query}");
    let clerk = world.clerk_at(Some(&href), LIVE, &ClerkOptions::default());
    world.fapi.on("GET /environment", Answer::json("{}"));
    world.fapi.on("GET /client", Answer::json(&wrapped(client)));
    world.run(clerk.load(unattended())).unwrap();
    world.fapi.forget_log();
    (world, clerk)
}

fn follow(world: &World, clerk: &Clerk) -> clerk_wasm::Result<FollowedLink> {
    let pages = HandleEmailLink::default().redirect_url("/more").redirect_url_complete("/done");
    world.run(clerk.handle_email_link_verification(pages))
}

#[test]
fn a_link_that_was_not_verified_says_why() {
    for (query, code) in [
        ("__clerk_status=expired", "email_link_expired"),
        ("__clerk_status=client_mismatch", "email_link_client_mismatch"),
        ("__clerk_status=failed", "email_link_failed"),
        ("__clerk_status=whatever", "email_link_failed"),
        ("", "email_link_failed"),
    ] {
        let (world, clerk) = on_page(query, &client(&[session("sess_1")]));
        let error = follow(&world, &clerk).unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::Runtime(one) if one.code == code), "{query}: {error}");
        assert!(world.page.went_to.borrow().is_empty());
    }
}

#[test]
fn a_verified_link_goes_on_where_the_attempt_is() {
    let verified = "__clerk_status=verified&__clerk_created_session=sess_2";
    let needs_more = with("sign_in", &sign_in("needs_second_factor", "verified", "unverified"));
    let lacks = with("sign_up", &sign_up("verified"));
    for (query, on_page_now, wanted, went) in [
        (verified, client(&[session("sess_1")]), FollowedLink::VerifiedElsewhere, None),
        (verified, needs_more, FollowedLink::GoesOn, Some("https://app.test/more")),
        (verified, lacks, FollowedLink::GoesOn, Some("https://app.test/more")),
        ("__clerk_status=transferable", client(&[]), FollowedLink::SignsUpElsewhere, None),
    ] {
        let (world, clerk) = on_page(query, &on_page_now);
        assert_eq!(follow(&world, &clerk).unwrap(), wanted, "{on_page_now}");
        assert_eq!(world.page.went_to.borrow().first().map(String::as_str), went);
        assert!(world.fapi.calls().is_empty());
    }
}

#[test]
fn the_session_of_a_link_becomes_current() {
    let two = client(&[session("sess_1"), session("sess_2")]);
    let (world, clerk) = on_page("__clerk_status=verified&__clerk_created_session=sess_2", &two);
    let touched = piggybacked(&session("sess_2"), &two);
    world.fapi.on("POST /client/sessions/sess_2/touch", Answer::json(&touched));
    world.fapi.on("POST /client/sessions/sess_2/tokens", Answer::json(r#"{"jwt":"a.b.c"}"#));
    world.page.leaves.set(false);
    assert_eq!(follow(&world, &clerk).unwrap(), FollowedLink::SignedIn);
    assert_eq!(clerk.session().unwrap().data().id().as_deref(), Some("sess_2"));
    assert_eq!(world.page.went_to.borrow().as_slice(), ["https://app.test/done"]);
}
