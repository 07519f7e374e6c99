//! The device's clock is wrong, and tokens live for as long as the server gave them, from when they came.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod support;

use clerk_wasm::engine::{Clerk, GetToken, LoadOptions};
use clerk_wasm::platform::Cookies;
use support::{Answer, LIVE, World, client, jwt_of, minted, session_with, signed_in, token, wrapped};

const TOKENS: &str = "POST /client/sessions/sess_1/tokens";
const LIFETIME_S: f64 = 60.0;

fn get_token(world: &World, clerk: &Clerk) -> String {
    world.token_of(&clerk.session().unwrap(), GetToken::default()).unwrap()
}

/// Asks for the token each second from now on; gives how often the server was asked.
fn requests_in(world: &World, clerk: &Clerk, seconds: u32) -> usize {
    for _ in 0..seconds {
        world.pass(1_000.0);
        get_token(world, clerk);
    }
    world.fapi.calls().len()
}

#[test]
fn a_token_lives_as_long_on_a_device_whose_clock_is_wrong() {
    for ahead_s in [-86_400.0, -300.0, -55.0, -4.0, 0.0, 4.0, 55.0, 300.0, 86_400.0] {
        let first = jwt_of("sess_1", ahead_s, LIFETIME_S, 1.0);
        let (world, clerk) = signed_in(&token(&first));
        assert_eq!(world.cookies.get("__session").as_ref(), Some(&first), "{ahead_s}");
        assert_eq!(get_token(&world, &clerk), first, "{ahead_s}");
        assert_eq!(requests_in(&world, &clerk, 37), 0, "{ahead_s}");
        for renewal in 1..4 {
            let issued_s = ahead_s + f64::from(renewal) * LIFETIME_S;
            world.fapi.on(TOKENS, minted(&jwt_of("sess_1", issued_s, LIFETIME_S, f64::from(renewal) + 1.0)));
        }
        // It is renewed 17 s before it expires, or 5 s earlier yet: that long an answer may have been on its way.
        let asked = requests_in(&world, &clerk, 8);
        assert!(asked == 1, "{ahead_s}: {asked} requests in 45 s");
    }
}

#[test]
fn a_token_that_has_expired_is_not_served_by_a_device_that_is_slow() {
    let (ahead_s, lifetime_s) = (300.0, 10.0);
    let first = jwt_of("sess_1", ahead_s, lifetime_s, 1.0);
    let (world, clerk) = signed_in(&token(&first));
    world.pass(4_000.0);
    assert_eq!(get_token(&world, &clerk), first);
    let second = jwt_of("sess_1", ahead_s + 6.0, lifetime_s, 2.0);
    world.fapi.on(TOKENS, minted(&second));
    world.pass(2_000.0);
    assert_eq!(get_token(&world, &clerk), second);
}

#[test]
fn a_clock_that_is_put_forward_costs_one_request() {
    let (world, clerk) = signed_in(&token(&jwt_of("sess_1", 0.0, LIFETIME_S, 1.0)));
    world.fapi.on(TOKENS, minted(&jwt_of("sess_1", 1.0, LIFETIME_S, 2.0)));
    world.pass(3_600_000.0);
    get_token(&world, &clerk);
    assert_eq!(requests_in(&world, &clerk, 37), 1);
}

#[test]
fn a_clock_that_is_put_back_makes_no_token_live_longer() {
    let world = World::new();
    // A tab in the background renews nothing in time.
    world.page.tab_state.set(Some("hidden"));
    world.fapi.on("GET /environment", Answer::json("{}"));
    let first = jwt_of("sess_1", 0.0, LIFETIME_S, 1.0);
    world.fapi.on(
        "GET /client",
        Answer::json(&wrapped(&client(&[session_with("sess_1", "active", &token(&first))]))),
    );
    let clerk = world.clerk(LIVE);
    world.run(clerk.load(LoadOptions::default())).unwrap();
    world.pass(10_000.0);
    world.clock.put_back(300_000.0);
    world.pass(5_000.0);
    assert_eq!(get_token(&world, &clerk), first);
    let second = jwt_of("sess_1", 56.0, LIFETIME_S, 2.0);
    world.fapi.on(TOKENS, minted(&second));
    world.pass(41_000.0);
    assert_eq!(get_token(&world, &clerk), second);
}

#[test]
fn what_is_no_time_says_nothing() {
    for (header, claims) in [("{}", r#"{"exp":1e308,"iat":"soon"}"#), ("{}", r#"{"sid":"sess_1"}"#)] {
        let odd = support::jwt_with(header, claims);
        let (world, clerk) = signed_in(&token(&odd));
        let good = jwt_of("sess_1", 0.0, LIFETIME_S, 1.0);
        world.fapi.on(TOKENS, minted(&good));
        let options = GetToken { skip_cache: true, ..GetToken::default() };
        assert_eq!(world.token_of(&clerk.session().unwrap(), options).unwrap(), good);
    }
}
