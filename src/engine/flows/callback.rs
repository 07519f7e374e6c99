//! The page that a provider comes back to: how far the sign-in and the sign-up have come leads on.

use super::destinations::{
    self, FIRST_FACTOR, GoOn, RESET_PASSWORD, SECOND_FACTOR, SIGN_IN_PROTECT_CHECK, SIGN_UP_PROTECT_CHECK,
    Step, activate, go_on_with_sign_up, page_of,
};
use crate::encoding::concat;
use crate::engine::clerk::{
    AttemptKind, Rest, Way, current_task, navigate, redirect_to_tasks, url_after, way_out,
};
use crate::engine::page::Attempt;
use crate::engine::wire::{Work, done, or_fail};
use crate::error::{ClerkError, Result};
use crate::fapi::endpoints::{sign_in, sign_up};
use crate::json::Json;
use std::rc::Rc;

/// Takes the reader to a page; what it gives, the flow gives.
pub(crate) type Go = Rc<dyn Fn(&str) -> Work<Option<Json>>>;

/// Goes as the Clerk object does.
pub(super) fn goes_itself(rest: &Rest) -> Go {
    let rest = rest.clone();
    Rc::new(move |to| for_nothing(navigate(&rest, to)))
}

/// A caller's own way to pages, which is asked for none that nobody is sent to: it may do anything with it.
fn judged(rest: &Rest, go: Go) -> Go {
    let rest = rest.clone();
    Rc::new(move |to| go(way_out(&rest, to, Way::Page).as_deref().unwrap_or("/")))
}

/// The client's attempts, as they are now.
pub(crate) fn attempts_of(rest: &Rest) -> [Attempt; 2] {
    let of = |resource| Attempt { page: Some(rest.page().clone()), resource };
    [of(rest.page().client.sign_in()), of(rest.page().client.sign_up())]
}

/// What a callback is about.
pub(crate) struct Callback {
    pub(crate) sign_in: Attempt,
    pub(crate) sign_up: Attempt,
    /// The challenge that was met is no reason to go to its page once more.
    pub(crate) is_resuming: bool,
    /// What the caller says, under the names that JavaScript has for it.
    pub(crate) params: Json,
    /// How to go to pages; `None` goes as the Clerk object does.
    pub(crate) go: Option<Go>,
    /// What goes on from a session in place of the flow.
    pub(crate) goes_on: Option<GoOn>,
}

/// What comes next.
enum Next {
    Page(&'static Step),
    /// A session, with the attempt on whose page its tasks are done, and the one that it comes after.
    Session {
        id: String,
        of: AttemptKind,
        after: AttemptKind,
    },
    /// The attempt of this kind takes over.
    Transfer(AttemptKind),
    /// The sign-up lacks something.
    Steps,
    Nothing,
}

/// Goes on from where the attempts are. Nothing happens before the client and the environment are there.
pub(crate) fn handle_callback(rest: &Rest, callback: Callback) -> Work<Option<Json>> {
    let is_ready = rest.page().loaded_client().is_some()
        && rest.page().status().is_loaded()
        && rest.page().environment().get("display_config").is_some();
    if !is_ready {
        return done(Ok(None));
    }
    let Callback { sign_in, sign_up, is_resuming, params, go, goes_on } = callback;
    let go = go.map_or_else(|| goes_itself(rest), |go| judged(rest, go));
    let attempts = Rc::new(Attempts { rest: rest.clone(), sign_in, sign_up, is_resuming, params, go });
    Box::pin(async move {
        // Another window may have gone on with the attempt. One that is not there any more is no reason to stop.
        let _ = attempts.renew().await;
        let mut next = Read::of(&attempts).next(&attempts);
        if let Next::Transfer(to) = next {
            attempts.transfer(to).await?;
            next = attempts.transferred(to)?;
        }
        attempts.go_on(next, goes_on).await
    })
}

struct Attempts {
    rest: Rest,
    sign_in: Attempt,
    sign_up: Attempt,
    is_resuming: bool,
    params: Json,
    go: Go,
}

/// What is read of the two attempts.
struct Read {
    sign_in: Json,
    sign_up: Json,
    /// How far the first factor of the sign-in is.
    factor: Json,
    /// How far the provider's account of the sign-up is.
    account: Json,
    /// Which attempt was read anew.
    renewed: Option<String>,
}

impl Attempts {
    fn renew(&self) -> Work {
        if self.rest.reach().window.is_opened() {
            return done(Ok(()));
        }
        match self.params.text("reloadResource").as_deref() {
            Some("signIn") => self.sign_in.run(&sign_in::RELOAD, &Json::null()),
            Some("signUp") => self.sign_up.run(&sign_up::RELOAD, &Json::null()),
            _ => done(Ok(())),
        }
    }

    /// Goes on with the other attempt.
    fn transfer(&self, to: AttemptKind) -> Work {
        let mut sent = Json::object(&[("transfer", Json::from(true))]);
        if to == AttemptKind::SignIn {
            return self.sign_in.run(&sign_in::CREATE, &sent);
        }
        if let Some(metadata) = self.params.get("unsafeMetadata") {
            sent.put("unsafeMetadata", metadata);
        }
        self.sign_up.run(&sign_up::CREATE, &sent)
    }

    /// What comes next when that has been done.
    fn transferred(&self, to: AttemptKind) -> Result<Next> {
        let attempt = if to == AttemptKind::SignIn { &self.sign_in } else { &self.sign_up };
        let attempt = attempt.resource.data();
        let status = attempt.text("status").unwrap_or_else(|| "null".to_owned());
        Ok(match (to, status.as_str()) {
            (AttemptKind::SignIn, _) if is_gated(&attempt) => Next::Page(&SIGN_IN_PROTECT_CHECK),
            // Its tasks are done where the reader came from.
            (_, "complete") => session_of(&attempt, AttemptKind::SignUp, to),
            (AttemptKind::SignUp, "missing_requirements") => Next::Steps,
            (AttemptKind::SignIn, "needs_first_factor") => Next::Page(&FIRST_FACTOR),
            (AttemptKind::SignIn, "needs_second_factor") => Next::Page(&SECOND_FACTOR),
            (AttemptKind::SignIn, "needs_new_password") => Next::Page(&RESET_PASSWORD),
            _ => {
                let noun = if to == AttemptKind::SignIn { "sign-in" } else { "sign-up" };
                let text = " that the provider's account should become is \"";
                return Err(ClerkError::state(concat(&["The ", noun, text, &status, "\"."])));
            }
        })
    }

    fn go_on(self: &Rc<Self>, next: Next, goes_on: Option<GoOn>) -> Work<Option<Json>> {
        let (rest, params) = (&self.rest, &self.params);
        let step = match next {
            Next::Session { id, of, after } => {
                let (page, own) = (page_of(of).page(rest, params), self.clone());
                let url_of = Box::new(move || url_after(&own.rest, after, &own.params));
                return for_nothing(activate(rest, id, page, url_of, goes_on));
            }
            Next::Steps => return go_on_with_sign_up(rest, &self.sign_up.resource.data(), params, &self.go),
            Next::Page(step) => step,
            Next::Transfer(_) | Next::Nothing if current_task(rest).is_some() => {
                return for_nothing(or_fail(go_to_tasks(rest)));
            }
            Next::Transfer(_) | Next::Nothing => &destinations::SIGN_IN,
        };
        (self.go)(&step.page(rest, params))
    }
}

fn go_to_tasks(rest: &Rest) -> Result<Work<bool>> {
    let after = url_after(rest, AttemptKind::SignIn, &Json::null())?;
    redirect_to_tasks(rest, &Json::object(&[("redirectUrl", Json::from(after))]))
}

fn for_nothing<T: 'static>(work: Work<T>) -> Work<Option<Json>> {
    Box::pin(async move { work.await.map(|_| None) })
}

impl Read {
    fn of(attempts: &Attempts) -> Self {
        let (sign_in, sign_up) = (attempts.sign_in.resource.data(), attempts.sign_up.resource.data());
        let verifications = sign_up.get("verifications").unwrap_or_default();
        Self {
            factor: sign_in.get("first_factor_verification").unwrap_or_default(),
            account: verifications.get("external_account").unwrap_or_default(),
            sign_in,
            sign_up,
            renewed: attempts.params.text("reloadResource"),
        }
    }

    /// The first of these that holds.
    fn next(&self, attempts: &Attempts) -> Next {
        let Self { sign_in, sign_up, factor, account, .. } = self;
        let params = &attempts.params;
        // An attempt that somebody gave up has its challenge for a day: it is none of this callback's.
        let may_be_gated = |other| !attempts.is_resuming && self.renewed.as_deref() != Some(other);
        if is(sign_in, "complete") {
            session_of(sign_in, AttemptKind::SignIn, AttemptKind::SignIn)
        } else if may_be_gated("signUp") && is_gated(sign_in) {
            Next::Page(&SIGN_IN_PROTECT_CHECK)
        } else if may_be_gated("signIn") && sign_up.present("protect_check").is_some() {
            Next::Page(&SIGN_UP_PROTECT_CHECK)
        } else if is(account, "transferable") && has_failed_by(account, "external_account_exists") {
            Next::Transfer(AttemptKind::SignIn)
        } else if has_failed_by(account, "user_locked") {
            Next::Page(&destinations::SIGN_UP)
        } else if has_failed_by(factor, "user_locked") {
            Next::Page(&destinations::SIGN_IN)
        } else if is(sign_in, "needs_first_factor") && !is_elsewhere(sign_in) {
            Next::Page(&FIRST_FACTOR)
        } else if is(sign_in, "needs_new_password") {
            Next::Page(&RESET_PASSWORD)
        } else if is(factor, "transferable") || has(params, "continuation", "transfer_to_sign_up") {
            let may_not = params.get("transferable").and_then(|flag| flag.as_flag()) == Some(false);
            if may_not { Next::Page(&destinations::SIGN_IN) } else { Next::Transfer(AttemptKind::SignUp) }
        } else if is(sign_up, "complete") {
            session_of(sign_up, AttemptKind::SignUp, AttemptKind::SignUp)
        } else if is(sign_in, "needs_second_factor") {
            Next::Page(&SECOND_FACTOR)
        } else {
            self.next_of_known_user()
        }
    }

    /// The same where the user turned out to be signed in, or what is lacking is the sign-up's.
    fn next_of_known_user(&self) -> Next {
        let Self { sign_up, factor, account, .. } = self;
        let of_account = existing_session(account, &["failed", "unverified"]);
        let of = if of_account.is_some() { AttemptKind::SignUp } else { AttemptKind::SignIn };
        if let Some(id) = existing_session(factor, &["failed"]).or(of_account) {
            Next::Session { id, of, after: AttemptKind::SignIn }
        } else if account.present("error").is_some() {
            Next::Page(&destinations::SIGN_UP)
        } else if is(account, "verified") && is(sign_up, "missing_requirements") {
            Next::Steps
        } else {
            Next::Nothing
        }
    }
}

fn has(json: &Json, key: &str, text: &str) -> bool {
    json.text(key).as_deref() == Some(text)
}

fn is(json: &Json, status: &str) -> bool {
    has(json, "status", status)
}

fn has_failed_by(verification: &Json, code: &str) -> bool {
    verification.get("error").is_some_and(|error| has(&error, "code", code))
}

fn is_gated(sign_in: &Json) -> bool {
    sign_in.present("protect_check").is_some() || is(sign_in, "needs_protect_check")
}

/// What an enterprise has to say is said at its own page, where the reader just was. A list that the server leaves out says nothing of it.
fn is_elsewhere(sign_in: &Json) -> bool {
    let factors = sign_in.present("supported_first_factors").map(|factors| factors.items());
    let is_enterprise = |factor: &Json| has(factor, "strategy", "enterprise_sso");
    factors.is_some_and(|factors| factors.iter().all(is_enterprise))
}

fn session_of(attempt: &Json, of: AttemptKind, after: AttemptKind) -> Next {
    let id = attempt.text("created_session_id").filter(|id| !id.is_empty());
    id.map_or(Next::Nothing, |id| Next::Session { id, of, after })
}

/// The session of a user who turned out to be signed in.
fn existing_session(verification: &Json, statuses: &[&str]) -> Option<String> {
    let is_so = statuses.iter().any(|status| is(verification, status))
        && has_failed_by(verification, "identifier_already_signed_in");
    let meta = verification.get("error").filter(|_| is_so)?.get("meta")?;
    meta.text("session_id").filter(|id| !id.is_empty())
}
