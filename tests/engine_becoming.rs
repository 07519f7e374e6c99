//! What an application has to say when a session becomes current: which one is first, what runs before and after, where tasks are done.

#![allow(clippy::unwrap_used)]

mod support;

use clerk_wasm::ClerkError;
use clerk_wasm::engine::{
    ActiveOrganization, Becoming, Clerk, Client, Hooks, LoadOptions, SetActive, Status, Target, Work,
};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use support::{Answer, LIVE, World, client, json, jwt, session, session_with, token, wrapped};

/// Notes what it hears, and refuses or chooses what it is told to.
#[derive(Default)]
struct Application {
    heard: RefCell<Vec<String>>,
    refuses: Cell<bool>,
    chooses: RefCell<Option<Option<String>>>,
}

impl Application {
    fn note(&self, what: &str) -> Work {
        self.heard.borrow_mut().push(what.to_owned());
        let refused = self.refuses.get().then(|| ClerkError::state("refused"));
        Box::pin(async move { refused.map_or(Ok(()), Err) })
    }
}

impl Hooks for Application {
    fn status_changed(&self, status: Status) {
        self.heard.borrow_mut().push(status.as_str().to_owned());
    }

    fn select_initial_session(&self, client: &Client) -> Option<Option<String>> {
        assert_eq!(client.sessions().len(), 2);
        self.chooses.borrow().clone()
    }

    fn before_set_active(&self, becoming: Becoming) -> Work {
        self.note(if becoming == Becoming::SignedOut { "before nobody" } else { "before" })
    }

    fn after_set_active(&self) -> Work {
        self.note("after")
    }

    fn navigate(&self, url: &str) -> Option<Work<bool>> {
        self.heard.borrow_mut().push(format!("to {url}"));
        Some(Box::pin(async { Ok(false) }))
    }
}

fn active(id: &str) -> String {
    session_with(id, "active", &token(&jwt(id, 60.0, 1.0)))
}

fn pending(id: &str) -> String {
    let task = r#""status":"pending","tasks":[{"key":"setup-mfa"}]"#;
    active(id).replace(r#""status":"active""#, task)
}

fn load(sessions: &[String], options: LoadOptions) -> (World, Clerk, Rc<Application>) {
    let (world, application) = (World::new(), Rc::new(Application::default()));
    world.fapi.on("GET /environment", Answer::json("{}"));
    world.fapi.on("GET /client", Answer::json(&wrapped(&client(sessions))));
    for body in sessions {
        let id = json(body).text("id").unwrap();
        world.fapi.on(&format!("POST /client/sessions/{id}/touch"), Answer::json(&wrapped(body)));
    }
    let clerk = world.clerk(LIVE);
    clerk.set_hooks(application.clone());
    world.run(clerk.load(options)).unwrap();
    (world, clerk, application)
}

fn two(options: LoadOptions) -> (World, Clerk, Rc<Application>) {
    let loaded = load(&[active("sess_1"), active("sess_2")], options);
    loaded.2.heard.take();
    loaded
}

fn to(id: &str) -> SetActive {
    SetActive { session: Target::Id(id.to_owned()), ..SetActive::default() }
}

fn current(clerk: &Clerk) -> Option<String> {
    clerk.session().and_then(|session| session.data().id())
}

#[test]
fn the_application_hears_of_the_status() {
    let (_, _, application) = load(&[active("sess_1"), active("sess_2")], LoadOptions::default());
    assert_eq!(*application.heard.borrow(), ["ready"]);
}

#[test]
fn the_application_chooses_the_first_session() {
    let choices = [(Some("sess_2"), Some("sess_2")), (Some("sess_9"), None), (None, None)];
    for (chosen, expected) in choices {
        let (world, application) = (World::new(), Rc::new(Application::default()));
        world.fapi.on("GET /environment", Answer::json("{}"));
        let body = client(&[session("sess_1"), session("sess_2")]);
        world.fapi.on("GET /client", Answer::json(&wrapped(&body)));
        application.chooses.replace(Some(chosen.map(str::to_owned)));
        let clerk = world.clerk(LIVE);
        clerk.set_hooks(application);
        world.run(clerk.load(LoadOptions::default())).unwrap();
        assert_eq!(current(&clerk).as_deref(), expected, "{chosen:?}");
    }
}

#[test]
fn hooks_run_before_and_after() {
    let (world, clerk, application) = two(LoadOptions::default());
    world.run(clerk.set_active(to("sess_2"))).unwrap();
    assert_eq!(application.heard.take(), ["before", "after"]);
    world.run(clerk.set_active(SetActive { session: Target::None, ..SetActive::default() })).unwrap();
    assert_eq!(application.heard.take(), ["before nobody", "after"]);
}

#[test]
fn what_a_hook_refuses_before_does_not_happen() {
    let (world, clerk, application) = two(LoadOptions::default());
    application.refuses.set(true);
    world.fapi.forget_log();
    world.run(clerk.set_active(to("sess_2"))).unwrap_err();
    assert_eq!(*application.heard.borrow(), ["before"]);
    assert_eq!(current(&clerk).as_deref(), Some("sess_1"));
    assert!(world.fapi.calls().is_empty());
}

#[test]
fn a_pending_session_goes_where_its_task_is_done_and_no_hook_runs() {
    let urls = LoadOptions {
        task_urls: [(clerk_wasm::model::SessionTaskKey::SetupMfa, "/tasks/mfa")].into(),
        ..LoadOptions::default()
    };
    let (world, clerk, application) = load(&[pending("sess_1"), active("sess_2")], urls);
    application.heard.take();
    let params = SetActive { redirect_url: Some("/after?a=b c".to_owned()), ..to("sess_1") };
    world.run(clerk.set_active(params)).unwrap();
    assert_eq!(*application.heard.borrow(), ["to /tasks/mfa#/?redirect_url=%2Fafter%3Fa%3Db+c"]);
    assert_eq!(current(&clerk).as_deref(), Some("sess_1"));
}

#[test]
fn a_session_that_gets_a_task_is_told_to_the_hooks() {
    let (world, clerk, application) = two(LoadOptions::default());
    let body = client(&[pending("sess_1"), active("sess_2")]);
    world.fapi.now_on("GET /client", Answer::json(&wrapped(&body)));
    world.run(clerk.client().unwrap().reload(None)).unwrap();
    world.settle();
    assert_eq!(*application.heard.borrow(), ["after"]);
}

#[test]
fn an_instance_without_personal_accounts_keeps_the_organization() {
    let (world, application) = (World::new(), Rc::new(Application::default()));
    let settings = r#"{"organization_settings":{"force_organization_selection":true}}"#;
    world.fapi.on("GET /environment", Answer::json(settings));
    let body = client(&[active("sess_1"), active("sess_2")]);
    world.fapi.on("GET /client", Answer::json(&wrapped(&body)));
    let clerk = world.clerk(LIVE);
    clerk.set_hooks(application.clone());
    world.run(clerk.load(LoadOptions::default())).unwrap();
    application.heard.take();
    world.fapi.forget_log();
    let params = SetActive { organization: ActiveOrganization::Personal, ..SetActive::default() };
    world.run(clerk.set_active(params)).unwrap();
    assert!(world.fapi.calls().is_empty() && application.heard.borrow().is_empty());
}
