//! The waitlist: what joining it sends, and what it gives.

#![allow(clippy::unwrap_used)]

mod support;

use clerk_wasm::model::Timestamp;
use support::{Answer, World, client, piggybacked, session};

const ENTRY: &str =
    r#"{"object":"waitlist_entry","id":"wlt_1","created_at":1763999999000,"updated_at":1764000000000}"#;

#[test]
fn the_address_is_sent_and_the_entry_comes_back() {
    let (world, clerk) = World::with_client("null");
    world.fapi.on("POST /waitlist", Answer::json(ENTRY));
    let entry = world.run(clerk.join_waitlist("a+b@example.com")).unwrap();
    assert_eq!(world.fapi.last().body.as_deref(), Some("email_address=a%2Bb%40example.com"));
    assert_eq!(entry.id(), "wlt_1");
    assert_eq!(entry.created_at(), Some(Timestamp::from_ms(1_763_999_999_000)));
    assert_eq!(entry.updated_at(), Some(Timestamp::from_ms(1_764_000_000_000)));
}

#[test]
fn what_comes_with_the_answer_counts_and_what_is_no_entry_is_refused() {
    let (world, clerk) = World::with_client(&client(&[session("sess_1")]));
    world.fapi.on("POST /waitlist", Answer::json("{}"));
    assert_eq!(world.run(clerk.join_waitlist("a@example.com")).unwrap_err().status(), Some(200));
    assert_eq!(clerk.client().unwrap().sessions().len(), 1);

    world.fapi.now_on("POST /waitlist", Answer::json(&piggybacked(ENTRY, &client(&[]))));
    assert_eq!(world.run(clerk.join_waitlist("a@example.com")).unwrap().id(), "wlt_1");
    assert!(clerk.client().unwrap().sessions().is_empty());

    let refusal = r#"{"errors":[{"code":"form_param_format_invalid","message":"m"}]}"#;
    world.fapi.now_on("POST /waitlist", Answer::status(422, refusal));
    assert!(
        world.run(clerk.join_waitlist("a")).unwrap_err().has_code("form_param_format_invalid"),
        "the server decides what an address is"
    );
}
