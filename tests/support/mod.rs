//! A scripted Frontend API, a clock that stands still, and a page with cookies: what engine tests run on.

// Each test file is a crate of its own and uses a part of this.
#![allow(dead_code, unused_imports, missing_docs, unreachable_pub, clippy::unwrap_used, clippy::panic)]

mod platform;
mod script;
mod web_page;

pub use platform::{CREDENTIAL, FakeClock, FakeCookies, FakeCredentials, FakePage, FakeStorage, FakeTabs};
pub use script::{Answer, Gate, Script};
pub use web_page::WebPage;

use clerk_wasm::engine::{Clerk, ClerkOptions, GetToken, LoadOptions, Session};
use clerk_wasm::json::Json;
use clerk_wasm::platform::{Clock, LocalFuture, Near, Platform, Reach, Spawner};
use clerk_wasm::{ErrorKind, Result};
use futures_executor::{LocalPool, LocalSpawner};
use futures_util::task::LocalSpawnExt;
use std::cell::RefCell;
use std::future::{Future, poll_fn};
use std::pin::pin;
use std::rc::Rc;
use std::task::Poll;

/// clerk.example.com
pub const LIVE: &str = "pk_live_Y2xlcmsuZXhhbXBsZS5jb20k";
/// x.accounts.dev
pub const TEST: &str = "pk_test_eC5hY2NvdW50cy5kZXYk";

pub const NOW: f64 = 1_764_000_000_000.0;

pub struct World {
    pool: RefCell<LocalPool>,
    pub fapi: Rc<Script>,
    pub clock: Rc<FakeClock>,
    pub cookies: Rc<FakeCookies>,
    pub page: Rc<FakePage>,
    pub tabs: Rc<FakeTabs>,
    pub storage: Rc<FakeStorage>,
    pub credentials: Rc<FakeCredentials>,
}

struct Background(LocalSpawner);

impl Spawner for Background {
    fn spawn(&self, future: LocalFuture<()>) {
        self.0.spawn_local(future).unwrap();
    }
}

impl World {
    pub fn new() -> Self {
        Self {
            pool: RefCell::new(LocalPool::new()),
            fapi: Rc::default(),
            clock: Rc::new(FakeClock::at(NOW)),
            cookies: Rc::default(),
            page: Rc::default(),
            tabs: Rc::default(),
            storage: Rc::default(),
            credentials: Rc::default(),
        }
    }

    /// The next visit of the same browser: cookies and storage are there, the page is new and nothing scripted.
    pub fn next_visit(&self) -> Self {
        Self { cookies: self.cookies.clone(), storage: self.storage.clone(), ..Self::new() }
    }

    /// A production instance whose environment answers, and whose client is `client`.
    pub fn with_client(client: &str) -> (Self, Clerk) {
        let world = Self::new();
        world.fapi.on("GET /environment", Answer::json("{}"));
        world.fapi.on("GET /client", Answer::json(&wrapped(client)));
        let clerk = world.clerk(LIVE);
        world.run(clerk.load(unattended())).unwrap();
        world.fapi.forget_log();
        (world, clerk)
    }

    pub fn platform(&self) -> Platform {
        Platform { near: self.near(), reach: self.reach() }
    }

    pub fn near(&self) -> Near {
        Near {
            page: self.page.clone(),
            cookies: self.cookies.clone(),
            clock: self.clock.clone(),
            storage: self.storage.clone(),
        }
    }

    pub fn reach(&self) -> Reach {
        Reach {
            transport: self.fapi.clone(),
            timers: self.clock.clone(),
            window: self.page.clone(),
            tabs: self.tabs.clone(),
            credentials: self.credentials.clone(),
            spawner: Rc::new(Background(self.pool.borrow().spawner())),
        }
    }

    pub fn clerk(&self, key: &str) -> Clerk {
        Clerk::on(self.platform(), key, &ClerkOptions::default()).unwrap()
    }

    /// Waits for `future`. Time passes only when everything waits for it.
    pub fn run<F: Future>(&self, future: F) -> F::Output {
        let mut future = pin!(future);
        loop {
            let output = self.pool.borrow_mut().run_until(async {
                // What runs in the background goes as far as it can beside it.
                for _ in 0..100 {
                    if let Poll::Ready(output) = futures_util::poll!(future.as_mut()) {
                        return Some(output);
                    }
                    yield_once().await;
                }
                None
            });
            match output {
                Some(output) => return output,
                None => assert!(self.clock.advance_to_next(), "this waits for ever"),
            }
        }
    }

    /// Waits for a session's token.
    pub fn token_of(&self, session: &Session, options: GetToken) -> Result<String> {
        self.run(session.get_token(options)).map(|token| token.expose().to_owned())
    }

    /// Time passes, and what was to happen happens.
    pub fn pass(&self, ms: f64) {
        self.clock.advance(ms);
        self.settle();
    }

    pub fn now_ms(&self) -> f64 {
        self.clock.now_ms()
    }

    pub fn go_online(&self) {
        self.page.is_online.set(true);
        self.clock.go_online();
    }

    /// Runs background work as far as it goes.
    pub fn settle(&self) {
        self.pool.borrow_mut().run_until_stalled();
    }
}

/// A page whose token nobody looks at.
pub fn unattended() -> LoadOptions {
    LoadOptions { polling: false, ..LoadOptions::default() }
}

pub async fn yield_once() {
    let mut has_yielded = false;
    poll_fn(|context| {
        context.waker().wake_by_ref();
        if std::mem::replace(&mut has_yielded, true) { Poll::Ready(()) } else { Poll::Pending }
    })
    .await;
}

pub fn json(text: &str) -> Json {
    Json::parse(text).unwrap()
}

/// An answer's envelope without a piggybacked client.
pub fn wrapped(response: &str) -> String {
    format!(r#"{{"response":{response},"client":null}}"#)
}

/// An answer's envelope with one.
pub fn piggybacked(response: &str, client: &str) -> String {
    format!(r#"{{"response":{response},"client":{client}}}"#)
}

/// A client with these sessions; the first was last active.
pub fn client(sessions: &[String]) -> String {
    let last = sessions.first().map_or("null".to_owned(), |first| json(first).get("id").unwrap().to_text());
    format!(
        r#"{{"object":"client","id":"client_1","sessions":[{}],"sign_in":null,"sign_up":null,
            "last_active_session_id":{last},"captcha_bypass":false,"cookie_expires_at":null,
            "created_at":1,"updated_at":1763999999000}}"#,
        sessions.join(",")
    )
}

/// An active session with a user, without a token.
pub fn session(id: &str) -> String {
    session_with(id, "active", "null")
}

pub fn session_with(id: &str, status: &str, token: &str) -> String {
    format!(
        r#"{{"object":"session","id":"{id}","status":"{status}","expire_at":1,"abandon_at":1,"last_active_at":1,
            "last_active_organization_id":null,"actor":null,"user":{{"id":"user_{id}"}},"created_at":1,"updated_at":1,
            "last_active_token":{token}}}"#
    )
}

/// A JWT that says it was issued now, and expires in `lifetime_s`.
pub fn jwt(session_id: &str, lifetime_s: f64, origin_issued_at_s: f64) -> String {
    jwt_of(session_id, 0.0, lifetime_s, origin_issued_at_s)
}

/// A JWT of a server whose clock is ahead by `ahead_s`.
pub fn jwt_of(session_id: &str, ahead_s: f64, lifetime_s: f64, origin_issued_at_s: f64) -> String {
    let issued_s = NOW / 1000.0 + ahead_s;
    let claims = format!(
        r#"{{"sid":"{session_id}","sub":"user_{session_id}","iat":{issued_s},"exp":{}}}"#,
        issued_s + lifetime_s
    );
    jwt_with(&format!(r#"{{"alg":"RS256","typ":"JWT","oiat":{origin_issued_at_s}}}"#), &claims)
}

/// A JWT of this header and these claims.
pub fn jwt_with(header: &str, claims: &str) -> String {
    use base64ct::{Base64UrlUnpadded, Encoding};
    let part = |text: &str| Base64UrlUnpadded::encode_string(text.as_bytes());
    format!("{}.{}.c2ln", part(header), part(claims))
}

pub fn token(raw: &str) -> String {
    format!(r#"{{"object":"token","jwt":"{raw}"}}"#)
}

/// What the Frontend API answers to a call for a token.
pub fn minted(raw: &str) -> Answer {
    Answer::json(&format!(r#"{{"jwt":"{raw}"}}"#))
}

/// A page on which `sess_1` is signed in, with this token or `null`.
pub fn signed_in(token: &str) -> (World, Clerk) {
    World::with_client(&client(&[session_with("sess_1", "active", token)]))
}

/// Whether a call was refused for what it was given.
pub fn is_argument_error<T>(outcome: Result<T>) -> bool {
    outcome.is_err_and(|error| matches!(error.kind(), ErrorKind::Argument(_)))
}
