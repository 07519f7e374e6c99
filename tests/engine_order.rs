//! Answers that come in another order than they were asked for, and servers whose clocks differ.

#![allow(clippy::unwrap_used)]

mod support;

use clerk_wasm::engine::{ActiveOrganization, Clerk, SetActive, SignOut, Target};
use clerk_wasm::model::SessionStatus;
use futures_util::future::join;
use std::future::Future;
use support::{
    Answer, Gate, World, client, json, jwt, piggybacked, session, session_with, signed_in, token, wrapped,
};

const TOUCH: &str = "POST /client/sessions/sess_1/touch";
/// When [`client`]s are dated.
const DATED: &str = "1763999999000";

fn at(client: &str, updated_at: &str) -> String {
    client.replace(DATED, updated_at)
}

/// Does the second while the first is under way, whose answer comes after it.
fn overtake<T>(world: &World, gate: &Gate, first: impl Future<Output = T>, second: impl Future) -> T {
    let second = async {
        second.await;
        gate.open();
    };
    world.run(join(first, second)).0
}

fn two() -> (World, Clerk) {
    World::with_client(&client(&[session("sess_1"), session("sess_2")]))
}

/// How many sessions there are and what `sess_1` is, after a touch that is answered with `client` when the client has been read again.
fn overtaken(updated_at: &str, touched: &str) -> (usize, Option<SessionStatus>) {
    let (world, clerk) = two();
    let (held, gate) = (clerk.session().unwrap(), Gate::default());
    let answer = piggybacked(&session_with("sess_1", "pending", "null"), touched);
    world.fapi.on(TOUCH, Answer::json(&answer).behind(&gate));
    let now = at(&client(&[session("sess_1"), session("sess_2")]), updated_at);
    world.fapi.now_on("GET /client", Answer::json(&wrapped(&now)));
    overtake(&world, &gate, held.touch(None), clerk.client().unwrap().reload(None)).unwrap();
    (clerk.client().unwrap().sessions().len(), held.data().status())
}

#[test]
fn an_answer_that_was_overtaken_takes_nothing_back() {
    let none = client(&[]);
    let status = |status: &str| Some(SessionStatus::from(status.to_owned()));
    assert_eq!(overtaken("1763999999001", &none), (2, status("active")), "it is older");
    assert_eq!(
        overtaken("1763999999001", &at(&none, "1763999999002")),
        (0, status("pending")),
        "it is newer"
    );
    assert_eq!(overtaken("1763999999001", &at(&none, "null")), (0, status("pending")), "it does not say");
    let other = none.replace("client_1", "client_2");
    assert_eq!(overtaken("1763999999001", &other), (0, status("pending")), "it is another client");
}

/// Not every change of a user is one of the client.
#[test]
fn among_clients_of_one_date_an_older_session_or_user_tells() {
    let user = |name: &str, date: u32| {
        let user = format!(r#""user":{{"id":"user_sess_1","first_name":"{name}","updated_at":{date}}}"#);
        client(&[session("sess_1").replace(r#""user":{"id":"user_sess_1"}"#, &user)])
    };
    let name = |clerk: &Clerk| clerk.session().unwrap().data().user().first_name().unwrap();
    for (late, expected) in [(user("Late", 1), "Here"), (user("Late", 3), "Late"), (user("Late", 2), "Late")]
    {
        let (world, clerk) = two();
        let (held, gate) = (clerk.session().unwrap(), Gate::default());
        world.fapi.on(TOUCH, Answer::json(&piggybacked(&session("sess_1"), &late)).behind(&gate));
        world.fapi.now_on("GET /client", Answer::json(&wrapped(&user("Here", 2))));
        overtake(&world, &gate, held.touch(None), clerk.client().unwrap().reload(None)).unwrap();
        assert_eq!(name(&clerk), expected, "{late}");
    }
}

#[test]
fn an_answer_to_a_later_request_counts_whatever_its_date_is() {
    for updated_at in ["1763999998000", "1"] {
        let (world, clerk) = two();
        let held = clerk.session().unwrap();
        let answer = piggybacked(&session("sess_1"), &at(&client(&[session("sess_1")]), updated_at));
        world.fapi.on(TOUCH, Answer::json(&answer));
        world.run(held.touch(None)).unwrap();
        assert_eq!(clerk.client().unwrap().sessions().len(), 1, "a session that was signed out is gone");
        let after = at(&client(&[session("sess_1"), session("sess_3")]), "0");
        world.fapi.now_on("GET /client", Answer::json(&wrapped(&after)));
        world
            .fapi
            .on("POST /client/sessions/sess_3/touch", Answer::json(&piggybacked(&session("sess_3"), &after)));
        world.fapi.on("POST /client/sessions/sess_3/tokens", support::minted(&jwt("sess_3", 60.0, 1.0)));
        world.run(clerk.set_active(to("sess_3"))).unwrap();
        assert_eq!(current(&clerk).as_deref(), Some("sess_3"), "one that was just made is there");
    }
}

#[test]
fn a_client_that_the_application_gives_counts_whatever_its_date_is() {
    let (_world, clerk) = two();
    clerk.update_client(&json(&at(&client(&[session("sess_1")]), "1")), false).unwrap();
    assert_eq!(clerk.client().unwrap().sessions().len(), 1);
}

/// The second of two touches is answered first, and no client comes with the answers.
#[test]
fn of_two_answers_about_a_resource_the_older_is_not_shown() {
    let dated = |status: &str, date: u32| {
        session_with("sess_1", status, "null")
            .replace(r#""updated_at":1"#, &format!(r#""updated_at":{date}"#))
    };
    for (dates, expected) in
        [((1, 2), SessionStatus::Active), ((2, 2), SessionStatus::Active), ((3, 2), SessionStatus::Pending)]
    {
        let (world, clerk) = two();
        let (held, gate) = (clerk.session().unwrap(), Gate::default());
        world.fapi.on(TOUCH, Answer::json(&wrapped(&dated("pending", dates.0))).behind(&gate));
        world.fapi.on(TOUCH, Answer::json(&wrapped(&dated("active", dates.1))));
        overtake(&world, &gate, held.touch(None), held.touch(None)).unwrap();
        assert_eq!(held.data().status(), Some(expected), "{dates:?}");
        world.fapi.now_on(TOUCH, Answer::json(&wrapped(&dated("ended", 0))));
        world.run(held.touch(None)).unwrap();
        assert_eq!(held.data().status(), Some(SessionStatus::Ended), "it was asked for later");
    }
}

#[test]
fn a_staler_token_of_an_answer_without_a_client_is_not_taken() {
    let [stale, fresh] = [1.0, 2.0].map(|oiat| jwt("sess_1", 60.0, oiat));
    let (world, clerk) = signed_in(&token(&fresh));
    let held = clerk.session().unwrap();
    world.fapi.on(TOUCH, Answer::json(&wrapped(&session_with("sess_1", "active", &token(&stale)))));
    world.run(held.touch(None)).unwrap();
    assert_eq!(held.data().last_active_token().unwrap().jwt().unwrap().raw(), fresh);
    assert_eq!(world.token_of(&held, Default::default()).unwrap(), fresh);
}

fn to(id: &str) -> SetActive {
    SetActive { session: Target::Id(id.to_owned()), ..SetActive::default() }
}

fn current(clerk: &Clerk) -> Option<String> {
    clerk.session()?.data().id()
}

/// `sess_1` is current, and `sess_2`'s touch is answered once the gate is open.
fn three(gate: &Gate) -> (World, Clerk) {
    let all = client(&["sess_1", "sess_2", "sess_3"].map(session));
    let (world, clerk) = World::with_client(&all);
    for id in ["sess_1", "sess_2", "sess_3"] {
        let answer = Answer::json(&piggybacked(&session(id), &all));
        let answer = if id == "sess_2" { answer.behind(gate) } else { answer };
        world.fapi.on(&format!("POST /client/sessions/{id}/touch"), answer);
        world.fapi.on(&format!("POST /client/sessions/{id}/tokens"), support::minted(&jwt(id, 60.0, 1.0)));
    }
    let signed_out = at(&client(&[]), "1763999999001");
    world.fapi.on("DELETE /client/sessions", Answer::json(&wrapped(&signed_out)));
    world.page.leaves.set(false);
    (world, clerk)
}

#[test]
fn the_session_that_was_made_current_last_is() {
    let gate = Gate::default();
    let (world, clerk) = three(&gate);
    overtake(&world, &gate, clerk.set_active(to("sess_2")), clerk.set_active(to("sess_3"))).unwrap();
    assert_eq!(current(&clerk).as_deref(), Some("sess_3"));

    let gate = Gate::default();
    let (world, clerk) = three(&gate);
    let nobody = SetActive { session: Target::None, ..SetActive::default() };
    overtake(&world, &gate, clerk.set_active(to("sess_2")), clerk.set_active(nobody)).unwrap();
    assert!(current(&clerk).is_none() && clerk.is_settled());

    let gate = Gate::default();
    let (world, clerk) = three(&gate);
    overtake(&world, &gate, clerk.set_active(to("sess_2")), clerk.sign_out(SignOut::default())).unwrap();
    assert!(current(&clerk).is_none() && clerk.is_settled());
    assert!(clerk.client().unwrap().sessions().is_empty());
}

#[test]
fn a_sign_out_leaves_alone_who_was_made_current_after_it() {
    let gate = Gate::default();
    let (world, clerk) = three(&gate);
    let rest = at(&client(&["sess_2", "sess_3"].map(session)), "1763999999001");
    let removed = Answer::json(&piggybacked(&session("sess_1"), &rest)).behind(&gate);
    world.fapi.on("POST /client/sessions/sess_1/remove", removed);
    let one = SignOut { session_id: Some("sess_1".to_owned()), ..SignOut::default() };
    overtake(&world, &gate, clerk.sign_out(one), clerk.set_active(to("sess_3"))).unwrap();
    assert_eq!(current(&clerk).as_deref(), Some("sess_3"));
    assert_eq!(clerk.client().unwrap().sessions().len(), 2);
}

#[test]
fn nobody_goes_where_an_overtaken_call_wanted_to() {
    let gate = Gate::default();
    let (world, clerk) = three(&gate);
    let first = SetActive { redirect_url: Some("/two".to_owned()), ..to("sess_2") };
    overtake(&world, &gate, clerk.set_active(first), clerk.set_active(to("sess_3"))).unwrap();
    assert!(world.page.went_to.borrow().is_empty());
    assert_eq!(current(&clerk).as_deref(), Some("sess_3"));
}

#[test]
fn a_later_call_that_fails_overtakes_nothing() {
    for refused in ["sess_4", "sess_3"] {
        let gate = Gate::default();
        let (world, clerk) = three(&gate);
        world.fapi.now_on("POST /client/sessions/sess_3/touch", Answer::error(500, "internal"));
        let first = clerk.set_active(to("sess_2"));
        let second = clerk.set_active(to(refused));
        let second = async { assert!(second.await.is_err()) };
        overtake(&world, &gate, first, second).unwrap();
        assert_eq!(current(&clerk).as_deref(), Some("sess_2"), "{refused}");
    }
}

#[test]
fn the_organization_that_was_made_active_last_is() {
    let gate = Gate::default();
    let (world, clerk) = three(&gate);
    let of = |organization: &str, date: u32| {
        session("sess_1")
            .replace(
                r#""last_active_organization_id":null"#,
                &format!(r#""last_active_organization_id":"{organization}""#),
            )
            .replace(r#""updated_at":1"#, &format!(r#""updated_at":{date}"#))
    };
    let answer = |organization, date| {
        let session = of(organization, date);
        Answer::json(&piggybacked(&session, &client(std::slice::from_ref(&session))))
    };
    world.fapi.now_on(TOUCH, answer("org_a", 2).behind(&gate));
    world.fapi.on(TOUCH, answer("org_b", 3));
    let choose = |id: &str| {
        clerk.set_active(SetActive {
            organization: ActiveOrganization::Named(id.to_owned()),
            ..SetActive::default()
        })
    };
    overtake(&world, &gate, choose("org_a"), choose("org_b")).unwrap();
    let organization = clerk.session().unwrap().data().last_active_organization_id();
    assert_eq!(organization.as_deref(), Some("org_b"));
}
