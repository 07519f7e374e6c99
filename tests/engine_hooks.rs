//! Hooks: who sees requests and answers, and what may come of it.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod support;

use clerk_wasm::ClerkError;
use clerk_wasm::engine::{Clerk, Hooks, Work};
use clerk_wasm::fapi::{Form, Method, Reply, Request};
use clerk_wasm::platform::WireRequest;
use std::cell::RefCell;
use std::rc::Rc;
use support::{Answer, TEST, World, client, session, unattended, wrapped};

/// Notes what it sees, sends everything elsewhere, and refuses what it is told to.
#[derive(Default)]
struct Recorder {
    seen: RefCell<Vec<String>>,
    urls: RefCell<Vec<String>>,
    refused: RefCell<Option<&'static str>>,
}

impl Recorder {
    fn note(&self, what: String) -> Result<(), ClerkError> {
        let refused = self.refused.borrow().is_some_and(|part| what.contains(part));
        self.seen.borrow_mut().push(what);
        if refused { Err(ClerkError::state("refused by a hook")) } else { Ok(()) }
    }
}

impl Hooks for Recorder {
    fn before(&self, request: &Request, mut wire: WireRequest) -> Work<WireRequest> {
        let noted = self.note(format!("{} {}", request.method.as_str(), request.path));
        self.urls.borrow_mut().push(wire.url.clone());
        wire.url.push_str("&_is_native=1");
        Box::pin(async move { noted.map(|()| wire) })
    }

    fn after(&self, wire: &WireRequest, reply: &Reply) -> Work {
        self.urls.borrow_mut().push(wire.url.clone());
        let attempts = wire.url.matches("_clerk_retry_attempt").count();
        let noted = self.note(format!("{} after {attempts} retries", reply.status));
        Box::pin(async move { noted })
    }
}

fn world() -> (World, Clerk, Rc<Recorder>) {
    let (world, clerk) = World::with_client(&client(&[session("sess_1")]));
    let recorder = Rc::new(Recorder::default());
    clerk.set_hooks(recorder.clone());
    (world, clerk, recorder)
}

#[test]
fn a_request_is_shown_once_however_often_it_is_tried() {
    let (world, clerk, recorder) = world();
    world.fapi.now_on("GET /client", Answer::Cut);
    world.fapi.on("GET /client", Answer::json(&wrapped(&client(&[]))));
    world.run(clerk.client().unwrap().reload(None)).unwrap();
    assert_eq!(*recorder.seen.borrow(), ["GET /client", "200 after 1 retries"]);
    let urls = world.fapi.requests();
    assert!(urls.iter().all(|request| request.url.contains("&_is_native=1")), "{urls:?}");
}

#[test]
fn no_hook_sees_the_token_of_the_development_browser() {
    let world = World::new();
    world.fapi.on("POST /dev_browser", Answer::json(r#"{"id":"dvb_secret"}"#));
    world.fapi.on("PATCH /environment", Answer::json("{}"));
    world.fapi.on("GET /client", Answer::json(&wrapped(&client(&[]))));
    let clerk = world.clerk(TEST);
    let recorder = Rc::new(Recorder::default());
    clerk.set_hooks(recorder.clone());
    world.run(clerk.load(unattended())).unwrap();
    world.fapi.forget_log();
    world.fapi.now_on("GET /client", Answer::Cut);
    world.fapi.on("GET /client", Answer::json(&wrapped(&client(&[]))));
    world.run(clerk.client().unwrap().reload(None)).unwrap();
    let sent = world.fapi.requests();
    assert_eq!(sent.len(), 2);
    assert!(
        sent.iter().all(|request| request.url.contains("&_is_native=1&__clerk_db_jwt=dvb_secret")),
        "{sent:?}"
    );
    let seen = recorder.urls.borrow();
    assert!(seen.len() > 2 && !seen.iter().any(|url| url.contains("dvb_secret")), "{seen:?}");
}

#[test]
fn a_request_that_a_hook_refuses_is_not_sent() {
    let (world, clerk, recorder) = world();
    recorder.refused.replace(Some("GET /client"));
    let error = world.run(clerk.client().unwrap().reload(None)).unwrap_err();
    assert_eq!(error.message(), "refused by a hook");
    assert_eq!(world.fapi.requests().len(), 0);
}

#[test]
fn an_answer_is_shown_before_its_client_is_applied() {
    let (world, clerk, recorder) = world();
    recorder.refused.replace(Some("200"));
    world.fapi.now_on("GET /client", Answer::json(&wrapped(&client(&[]))));
    world.run(clerk.client().unwrap().reload(None)).unwrap_err();
    assert_eq!(clerk.client().unwrap().sessions().len(), 1);
}

#[test]
fn any_request_can_be_sent_and_its_answer_is_given_as_it_is() {
    let (world, clerk, _recorder) = world();
    world.fapi.now_on("PATCH /me", Answer::status(422, r#"{"client":{"id":"client_2","sessions":[]}}"#));
    let request = Request::new(Method::Patch, "/me").with_body(Form::new().field("first_name", Some("Ada")));
    let reply = world.run(clerk.request(request)).unwrap();
    assert_eq!(reply.status, 422);
    assert_eq!(world.fapi.last().body.as_deref(), Some("first_name=Ada"));
    assert_eq!(clerk.client().unwrap().data().id().as_deref(), Some("client_1"));
}

#[test]
fn a_request_like_those_of_resources_brings_its_client_along() {
    let (world, clerk, _recorder) = world();
    let sessions = || clerk.client().unwrap().sessions().len();
    let answer = || Answer::json(&format!(r#"{{"response":{{"id":"user_1"}},"client":{}}}"#, client(&[])));
    world.fapi.now_on("GET /me", answer());
    let read = world.run(clerk.send(Request::new(Method::Get, "/me"))).unwrap();
    assert_eq!(read.text("id").as_deref(), Some("user_1"));
    assert_eq!(sessions(), 1);
    world.fapi.now_on("GET /me", answer());
    world.run(clerk.send(Request::new(Method::Get, "/me").updating_client())).unwrap();
    assert_eq!(sessions(), 0);
    world.fapi.now_on("PATCH /me", Answer::no_content());
    assert!(world.run(clerk.send(Request::new(Method::Patch, "/me"))).unwrap().is_null());
    world.fapi.now_on("PATCH /me", Answer::status(422, r#"{"errors":[]}"#));
    let refused = world.run(clerk.send(Request::new(Method::Patch, "/me"))).unwrap_err();
    assert_eq!(refused.status(), Some(422));
}
