//! The client: what its methods send, what they leave behind, and what keeps its identity.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod support;

use clerk_wasm::engine::Client;
use clerk_wasm::model::{SignInStatus, Timestamp};
use clerk_wasm::{CaptchaAnswer, CreateSignIn};
use std::cell::RefCell;
use std::rc::Rc;
use support::{
    Answer, NOW, World, client, is_argument_error, json, piggybacked, session, session_with, wrapped,
};

const DAY: f64 = 24.0 * 3600.0 * 1000.0;

fn ids(client: &Client) -> Vec<String> {
    client.sessions().iter().filter_map(|session| session.data().id()).collect()
}

#[test]
fn create_puts_and_takes_over_the_answer() {
    let (world, clerk) = World::with_client("null");
    world.fapi.on("PUT /client", Answer::json(&wrapped(&client(&[]))));
    let client = clerk.client().unwrap();
    assert!(client.is_new());
    world.run(client.create()).unwrap();
    assert!(!client.is_new());
    assert_eq!(world.fapi.last().body, None);
    assert!(world.fapi.last().is_form);
}

#[test]
fn reload_emits_and_finds_the_session_again() {
    let (world, clerk) = World::with_client(&client(&[session("sess_1")]));
    let heard = Rc::new(RefCell::new(Vec::new()));
    let log = heard.clone();
    let subscription =
        clerk.add_listener(move |now| log.borrow_mut().push(now.client.sessions().len()), true);
    world
        .fapi
        .now_on("GET /client", Answer::json(&wrapped(&client(&[session("sess_2"), session("sess_1")]))));
    world.run(clerk.client().unwrap().reload(Some("nonce"))).unwrap();
    assert!(world.fapi.last().url.ends_with("&rotating_token_nonce=nonce"));
    assert_eq!(*heard.borrow(), [2]);
    assert_eq!(clerk.session().unwrap().data().id().as_deref(), Some("sess_1"));

    world.fapi.now_on("GET /client", Answer::json(&wrapped(&client(&[session("sess_2")]))));
    world.run(clerk.client().unwrap().reload(None)).unwrap();
    assert!(clerk.session().is_none(), "another session is never chosen");
    subscription.end();
    subscription.end();
    world.run(clerk.client().unwrap().reload(None)).unwrap();
    assert_eq!(heard.borrow().len(), 2);
}

#[test]
fn a_listener_that_another_one_ends_is_not_called_any_more() {
    let (world, clerk) = World::with_client(&client(&[session("sess_1")]));
    let calls = Rc::new(RefCell::new(Vec::new()));
    let other = Rc::new(RefCell::new(None::<clerk_wasm::engine::Subscription>));
    let (log, ended) = (calls.clone(), other.clone());
    clerk.add_listener(
        move |_| {
            log.borrow_mut().push("first");
            ended.borrow().iter().for_each(clerk_wasm::engine::Subscription::end);
        },
        true,
    );
    let log = calls.clone();
    other.replace(Some(clerk.add_listener(move |_| log.borrow_mut().push("other"), true)));
    let log = calls.clone();
    clerk.add_listener(move |_| log.borrow_mut().push("last"), true);
    world.run(clerk.client().unwrap().reload(None)).unwrap();
    assert_eq!(*calls.borrow(), ["first", "last"]);
}

#[test]
fn a_piggybacked_client_is_applied_once_even_with_an_error() {
    let (world, clerk) = World::with_client(&client(&[session("sess_1")]));
    let count = Rc::new(RefCell::new(0));
    let counted = count.clone();
    clerk.add_listener(move |_| *counted.borrow_mut() += 1, true);
    let after = client(&[]);
    world.fapi.on("DELETE /client/sessions", Answer::json(&piggybacked(&after, &after)));
    world.run(clerk.client().unwrap().remove_sessions()).unwrap();
    assert_eq!(*count.borrow(), 1);
    assert!(clerk.session().is_none() && clerk.client().unwrap().sessions().is_empty());

    let error = format!(
        r#"{{"errors":[{{"code":"x","message":"m"}}],"meta":{{"client":{}}}}}"#,
        client(&[session("sess_3")])
    );
    world.fapi.on("PUT /client", Answer::status(422, &error));
    assert!(world.run(clerk.client().unwrap().create()).unwrap_err().has_code("x"));
    assert_eq!(ids(&clerk.client().unwrap()), ["sess_3"]);
}

#[test]
fn remove_sessions_signs_out_even_without_a_piggyback() {
    let (world, clerk) = World::with_client(&client(&[session("sess_1"), session("sess_2")]));
    world.fapi.on("DELETE /client/sessions", Answer::json(&wrapped(&client(&[]))));
    world.run(clerk.client().unwrap().remove_sessions()).unwrap();
    assert!(clerk.session().is_none() && clerk.is_settled());
}

#[test]
fn destroy_leaves_a_blank_client() {
    let body = client(&[session("sess_1")]).replace("\"captcha_bypass\":false", "\"captcha_bypass\":true");
    let (world, clerk) = World::with_client(&body);
    world.fapi.on("DELETE /client", Answer::json(&wrapped(&client(&[]))));
    let client = clerk.client().unwrap();
    world.run(client.destroy()).unwrap();
    let data = client.data();
    assert_eq!(data.id().as_deref(), Some(""));
    assert!(client.is_new() && client.sessions().is_empty() && data.captcha_bypass());
    assert_eq!((data.created_at(), data.updated_at(), data.cookie_expires_at()), (None, None, None));
    assert_eq!(data.last_active_session_id(), None);
    assert!(clerk.session().is_none());
}

#[test]
fn a_failure_leaves_everything_as_it_was() {
    for (failure, status) in [
        (Answer::error(500, "internal"), Some(500)),
        (Answer::status(502, "<html>"), Some(502)),
        (Answer::Cut, None),
        (Answer::json("null"), Some(200)),
        (Answer::json(""), Some(200)),
        (Answer::json(r#"{"response":{"sessions":[]}}"#), Some(200)),
        (Answer::json(r#"{"response":{"id":"c","sessions":{}}}"#), Some(200)),
        (Answer::json(r#"{"response":{"id":"c","sessions":null}}"#), Some(200)),
        (Answer::json(r#"{"response":{"id":"client_1"}}"#), Some(200)),
        (
            Answer::json(
                r#"{"response":{"id":"c","sessions":"x"},"client":{"id":"client_1","sessions":null}}"#,
            ),
            Some(200),
        ),
    ] {
        let (world, clerk) = World::with_client(&client(&[session("sess_1")]));
        for call in ["PUT /client", "DELETE /client/sessions"] {
            world.fapi.on(call, failure.clone());
        }
        world.fapi.now_on("GET /client", failure.clone());
        let client = clerk.client().unwrap();
        for outcome in
            [world.run(client.create()), world.run(client.reload(None)), world.run(client.remove_sessions())]
        {
            assert_eq!(outcome.unwrap_err().status(), status);
        }
        assert_eq!(ids(&client), ["sess_1"]);
        assert_eq!(clerk.session().unwrap().data().id().as_deref(), Some("sess_1"));
    }
}

#[test]
fn no_error_shows_a_secret() {
    let (world, clerk) = World::with_client(&client(&[]));
    world.fapi.on("POST /client/sign_ins", Answer::Cut);
    let params = CreateSignIn::default().identifier("me@example.com").password("hunter2");
    let error = world.run(clerk.client().unwrap().sign_in().create(params)).unwrap_err();
    assert_eq!(
        error.to_string(),
        "The request to https://clerk.example.com/v1/client/sign_ins got no answer: connection cut"
    );
    assert!(!format!("{error:?} {clerk:?} {:?}", world.fapi.last()).contains("hunter2"));
}

#[test]
fn a_204_changes_nothing() {
    let (world, clerk) = World::with_client(&client(&[session("sess_1")]));
    world.fapi.now_on("GET /client", Answer::no_content());
    world.run(clerk.client().unwrap().reload(None)).unwrap();
    assert_eq!(ids(&clerk.client().unwrap()), ["sess_1"]);
}

#[test]
fn eligible_for_touch_within_eight_days() {
    let at = |expires: &str| {
        let text =
            client(&[]).replace("\"cookie_expires_at\":null", &format!("\"cookie_expires_at\":{expires}"));
        Client::from_json(&json(&text)).unwrap().is_eligible_for_touch(Timestamp::from_ms(NOW as i64))
    };
    assert!(!at("null") && !at("0") && !at("\"soon\""));
    assert!(at(&format!("{}", NOW - 1.0)), "expired");
    assert!(at(&format!("{}", NOW + 8.0 * DAY)));
    assert!(!at(&format!("{}", NOW + 8.0 * DAY + 1.0)));
}

#[test]
fn the_touch_url_keeps_the_redirect_url_whole() {
    let (_world, clerk) = World::with_client(&client(&[session("sess_1")]));
    let client = clerk.client().unwrap();
    for redirect in ["https://a.test/?x=1,2", "https://a.test/ü?b=%252F#frag,ment", "myapp://back?a=b&c=d"] {
        let url = client.build_touch_url(redirect).unwrap();
        let (base, query) = url.split_once('?').unwrap();
        assert_eq!(base, "https://clerk.example.com/v1/client/touch");
        let pairs: Vec<_> = form_urlencoded::parse(query.as_bytes()).collect();
        assert_eq!(pairs[0], ("redirect_url".into(), redirect.into()));
        assert_eq!(pairs.len(), 3);
    }
    for bad in ["", "nowhere", "/path", "//a.test", "1http://x"] {
        assert!(is_argument_error(client.build_touch_url(bad)), "{bad}");
    }
}

#[test]
fn a_client_from_json_stands_alone() {
    let alone = Client::from_json(&json(&client(&[session("sess_1")]))).unwrap();
    assert_eq!(ids(&alone), ["sess_1"]);
    let world = World::new();
    for outcome in
        [world.run(alone.create()), world.run(alone.reload(None)), world.run(alone.sessions()[0].end())]
    {
        assert!(outcome.unwrap_err().to_string().contains("belongs to no Clerk object"));
    }
    for bad in ["5", "\"x\"", "[]"] {
        assert!(is_argument_error(Client::from_json(&json(bad))), "{bad}");
    }
    alone.apply_json(&json("null")).unwrap();
    assert_eq!(ids(&alone), ["sess_1"]);
}

#[test]
fn attempts_keep_their_identity_while_they_are_the_same() {
    let attempt = |id: &str, status: &str| format!(r#"{{"id":"{id}","status":"{status}"}}"#);
    let with_sign_in =
        |attempt: &str| client(&[]).replace("\"sign_in\":null", &format!("\"sign_in\":{attempt}"));
    let (world, clerk) = World::with_client(&with_sign_in(&attempt("sia_1", "needs_first_factor")));
    let client = clerk.client().unwrap();
    let held = client.sign_in();
    world.fapi.now_on("GET /client", Answer::json(&wrapped(&with_sign_in(&attempt("sia_1", "complete")))));
    world.run(client.reload(None)).unwrap();
    assert_eq!(held.data().status(), Some(SignInStatus::Complete), "updated in place");

    world
        .fapi
        .now_on("GET /client", Answer::json(&wrapped(&with_sign_in(&attempt("sia_2", "needs_identifier")))));
    world.run(client.reload(None)).unwrap();
    assert_eq!(held.data().id().as_deref(), Some("sia_1"), "the old one is left alone");
    assert_eq!(client.sign_in().data().id().as_deref(), Some("sia_2"));

    client.reset_sign_in();
    assert_eq!(client.sign_in().data().id(), None);
    let blank = client.sign_in();
    world.run(client.reload(None)).unwrap();
    assert_eq!(blank.data().id().as_deref(), Some("sia_2"), "a blank one becomes the attempt");
    client.reset_sign_up();
    assert_eq!(client.sign_up().data().id(), None);
}

#[test]
fn signed_in_sessions_are_active_or_pending() {
    let sessions: Vec<String> = ["active", "pending", "ended", "expired", "removed", "odd"]
        .iter()
        .map(|status| session_with(&format!("sess_{status}"), status, "null"))
        .collect();
    let (_world, clerk) = World::with_client(&client(&sessions));
    let signed_in = clerk.client().unwrap().signed_in_sessions();
    let signed_in: Vec<_> = signed_in.iter().filter_map(|session| session.data().id()).collect();
    assert_eq!(signed_in, ["sess_active", "sess_pending"]);
}

#[test]
fn a_captcha_answer_is_posted_and_a_null_response_changes_nothing() {
    let (world, clerk) = World::with_client(&client(&[session("sess_1")]));
    world.fapi.on("POST /client/verify", Answer::json(&wrapped("null")));
    let held = clerk.client().unwrap();
    world.run(held.send_captcha_token(CaptchaAnswer::solved("t", "smart"))).unwrap();
    assert_eq!(world.fapi.last().body.as_deref(), Some("captcha_token=t&captcha_widget_type=smart"));
    assert_eq!(ids(&held), ["sess_1"]);
    let passed = client(&[]).replace("\"captcha_bypass\":false", "\"captcha_bypass\":true");
    world.fapi.now_on("POST /client/verify", Answer::json(&wrapped(&passed)));
    world.run(held.send_captcha_token(CaptchaAnswer::default())).unwrap();
    assert!(held.data().captcha_bypass());
}

#[test]
fn a_listener_may_change_what_it_holds_and_is_told_of_its_own_changes_when_it_returns() {
    let (_world, clerk) = World::with_client(&client(&[session("sess_1")]));
    let seen = Rc::new(RefCell::new(Vec::new()));
    let (log, itself) = (seen.clone(), clerk.clone());
    let mut calls = 0;
    let subscription = clerk.add_listener(
        move |now| {
            calls += 1;
            log.borrow_mut().push((calls, now.client.sessions().len()));
            if calls == 1 {
                itself.update_client(&json(&client(&[session("sess_1"), session("sess_2")])), false).unwrap();
                assert_eq!(log.borrow().len(), 1, "it was called from within itself");
            }
        },
        true,
    );
    clerk.update_client(&json(&client(&[session("sess_1")])), false).unwrap();
    assert_eq!(*seen.borrow(), [(1, 1), (2, 2)]);

    assert!(subscription.is_live());
    drop(subscription.clone().scoped());
    assert!(!subscription.is_live());
    clerk.update_client(&json(&client(&[])), false).unwrap();
    assert_eq!(seen.borrow().len(), 2);
}

#[test]
fn a_listener_that_ends_itself_is_told_nothing_more() {
    let (_world, clerk) = World::with_client(&client(&[session("sess_1")]));
    let own = Rc::new(RefCell::new(None::<clerk_wasm::Subscription>));
    let calls = Rc::new(RefCell::new(0));
    let (itself, subscription, count) = (clerk.clone(), own.clone(), calls.clone());
    own.replace(Some(clerk.add_listener(
        move |_| {
            *count.borrow_mut() += 1;
            itself.update_client(&json(&client(&[])), false).unwrap();
            subscription.borrow().iter().for_each(clerk_wasm::Subscription::end);
        },
        true,
    )));
    clerk.update_client(&json(&client(&[session("sess_1")])), false).unwrap();
    assert_eq!(*calls.borrow(), 1);
}

#[test]
fn handles_are_equal_when_they_name_the_same_thing() {
    let (_world, clerk) = World::with_client(&client(&[session("sess_1"), session("sess_2")]));
    let (_other_world, other) = World::with_client(&client(&[session("sess_1")]));
    let handle = clerk.client().unwrap();
    assert!(clerk == clerk.clone() && clerk != other);
    assert!(handle == clerk.client().unwrap() && handle != other.client().unwrap());
    let sessions = handle.sessions();
    assert!(sessions[0] == handle.sessions()[0] && sessions[0] != sessions[1]);
    assert!(handle.sign_in() == handle.sign_in());
}
