//! The stream of changes: what it gives, and when it is over.

#![allow(clippy::unwrap_used)]

mod support;

use clerk_wasm::json::Json;
use clerk_wasm::{Changes, Clerk, Resources};
use futures_util::StreamExt;
use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll, Wake, Waker};
use support::{Answer, LIVE, World, client, json, session, unattended, wrapped};

#[derive(Default)]
struct Count(AtomicUsize);

impl Wake for Count {
    fn wake(self: Arc<Self>) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }
}

fn poll(changes: &mut Changes, count: &Arc<Count>) -> Poll<Option<Resources>> {
    let waker = Waker::from(count.clone());
    changes.poll_next_unpin(&mut Context::from_waker(&waker))
}

fn sessions(now: Poll<Option<Resources>>) -> Option<usize> {
    match now {
        Poll::Ready(now) => now.map(|now| now.client.sessions().len()),
        Poll::Pending => None,
    }
}

fn update(clerk: &Clerk, sessions: &[String]) {
    clerk.update_client(&json(&client(sessions)), false).unwrap();
}

#[test]
fn it_begins_with_how_things_are_and_gives_the_newest() {
    let (_world, clerk) = World::with_client(&client(&[]));
    let (mut changes, count) = (clerk.changes(), Arc::<Count>::default());
    assert_eq!(sessions(poll(&mut changes, &count)), Some(0));
    assert!(poll(&mut changes, &count).is_pending());
    update(&clerk, &[session("sess_1")]);
    update(&clerk, &[session("sess_1"), session("sess_2")]);
    assert_eq!(count.0.load(Ordering::Relaxed), 1, "whoever waits is woken once");
    assert_eq!(sessions(poll(&mut changes, &count)), Some(2));
    assert!(poll(&mut changes, &count).is_pending());
}

#[test]
fn before_there_is_a_client_it_waits() {
    let world = World::new();
    world.fapi.on("GET /environment", Answer::json("{}"));
    world.fapi.on("GET /client", Answer::json(&wrapped(&client(&[session("sess_1")]))));
    let clerk = world.clerk(LIVE);
    let mut changes = clerk.changes();
    assert!(poll(&mut changes, &Arc::default()).is_pending());
    world.run(clerk.load(unattended())).unwrap();
    let now = world.run(changes.next()).unwrap();
    assert_eq!(now.session.flatten(), clerk.session());
}

#[test]
fn it_is_over_when_the_clerk_object_is_gone_which_it_does_not_keep() {
    let (world, clerk) = World::with_client(&client(&[]));
    let (mut changes, count) = (clerk.changes(), Arc::<Count>::default());
    drop(poll(&mut changes, &count));
    assert!(poll(&mut changes, &count).is_pending());
    drop(clerk);
    drop(world);
    assert_eq!(count.0.load(Ordering::Relaxed), 1);
    assert!(matches!(poll(&mut changes, &count), Poll::Ready(None)));
}

#[test]
fn what_is_dropped_hears_nothing_and_others_go_on() {
    let (_world, clerk) = World::with_client(&client(&[]));
    let (heard, count) = (Rc::<Cell<u32>>::default(), Arc::<Count>::default());
    let (own, mut changes) = (heard.clone(), clerk.changes());
    clerk.add_listener(move |_| own.set(own.get() + 1), true);
    drop(poll(&mut changes, &count));
    assert!(poll(&mut changes, &count).is_pending());
    drop(changes);
    let woken = count.0.load(Ordering::Relaxed);
    clerk.update_client(&Json::null(), false).unwrap();
    assert_eq!((count.0.load(Ordering::Relaxed), heard.get()), (woken, 1));
}
