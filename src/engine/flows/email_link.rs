//! A link that is sent to somebody: whoever sent it waits until it has been followed, and the page that it leads to goes on.

use super::callback::{Go, goes_itself};
use super::provider::with_those;
use crate::encoding::concat;
use crate::engine::clerk::{
    Rest, SetActive, Target, Way, attached, reload, run_account, set_active, url_text, way_out,
};
use crate::engine::page::{Attempt, Resource};
use crate::engine::wire::{Work, done, or_fail};
use crate::error::{ClerkError, Result};
use crate::fapi::endpoints::account::{identification, path_below};
use crate::fapi::endpoints::{sign_in, sign_up};
use crate::json::Json;
use crate::platform::Timers;
use std::rc::Rc;

/// How long it is waited between two looks at the attempt, in ms.
const LOOK_MS: u32 = 1000;

/// With `signUpIfMissing` an address may be verified that nobody has signed up with.
const SIGN_IN_ENDS: &[&str] = &["verified", "expired", "transferable"];
const SIGN_UP_ENDS: &[&str] = &["verified", "expired"];
const ADDRESS_ENDS: &[&str] = &["verified"];

/// What is read again and again.
struct Look {
    reload: Box<dyn Fn() -> Work>,
    /// The verification, as it is now.
    verification: Box<dyn Fn() -> Option<Json>>,
    ends: &'static [&'static str],
}

/// Waits for what has the link sent, then until its verification is over. Whoever does not want to wait any more drops this.
fn until_followed(sent: Work, timers: Rc<dyn Timers>, look: Look) -> Work {
    Box::pin(async move {
        sent.await?;
        loop {
            (look.reload)().await?;
            let status = (look.verification)().and_then(|verification| verification.text("status"));
            if status.is_some_and(|status| look.ends.contains(&status.as_str())) {
                return Ok(());
            }
            timers.sleep(LOOK_MS).await;
        }
    })
}

/// Has a link sent to an address of a sign-in, and waits until it was followed.
pub(crate) fn link_in_sign_in(attempt: &Attempt, params: &Json) -> Work {
    let sent = needs_attempt(attempt, "SignIn").map(|()| {
        let is_second = is_second(attempt);
        let call = if is_second { &sign_in::PREPARE_SECOND_FACTOR } else { &sign_in::PREPARE_FIRST_FACTOR };
        (attempt.run(call, &link_to(params, &["emailAddressId", "redirectUrl"])), is_second)
    });
    or_fail(sent.and_then(|(sent, is_second)| {
        let name = if is_second { "second_factor_verification" } else { "first_factor_verification" };
        await_sign_in(attempt, sent, name)
    }))
}

/// Waits until the link was followed that a sign-in has had sent.
#[cfg(all(target_arch = "wasm32", feature = "js"))]
pub(crate) fn await_link_in_sign_in(attempt: &Attempt) -> Work {
    or_fail(await_sign_in(attempt, done(Ok(())), "first_factor_verification"))
}

fn await_sign_in(attempt: &Attempt, sent: Work, name: &'static str) -> Result<Work> {
    let (rest, again, resource) = (attached(&attempt.page)?, attempt.clone(), attempt.resource.clone());
    let look = Look {
        reload: Box::new(move || again.run(&sign_in::RELOAD, &Json::null())),
        verification: Box::new(move || resource.data().get(name)),
        ends: SIGN_IN_ENDS,
    };
    Ok(until_followed(sent, rest.reach().timers.clone(), look))
}

fn is_second(attempt: &Attempt) -> bool {
    let status = attempt.resource.data().text("status");
    status.is_some_and(|status| ["needs_second_factor", "needs_client_trust"].contains(&status.as_str()))
}

/// Has a link sent to the address of a sign-up, and waits until it was followed.
pub(crate) fn link_in_sign_up(attempt: &Attempt, params: &Json) -> Work {
    let prepare = &sign_up::PREPARE_EMAIL_ADDRESS_VERIFICATION;
    let sent = needs_attempt(attempt, "SignUp");
    let sent = sent.map(|()| attempt.run(prepare, &link_to(params, &["redirectUrl"])));
    or_fail(sent.and_then(|sent| await_sign_up(attempt, sent)))
}

/// Waits until the link was followed that a sign-up has had sent.
#[cfg(all(target_arch = "wasm32", feature = "js"))]
pub(crate) fn await_link_in_sign_up(attempt: &Attempt) -> Work {
    or_fail(await_sign_up(attempt, done(Ok(()))))
}

fn await_sign_up(attempt: &Attempt, sent: Work) -> Result<Work> {
    let (rest, again, resource) = (attached(&attempt.page)?, attempt.clone(), attempt.resource.clone());
    let look = Look {
        reload: Box::new(move || again.run(&sign_up::RELOAD, &Json::null())),
        verification: Box::new(move || resource.data().get("verifications")?.get("email_address")),
        ends: SIGN_UP_ENDS,
    };
    Ok(until_followed(sent, rest.reach().timers.clone(), look))
}

fn needs_attempt(attempt: &Attempt, noun: &str) -> Result<()> {
    let no_attempt = || {
        ClerkError::state(concat(&["There is no ", noun, " to send a link for yet: call create() first."]))
    };
    attempt.resource.id().map(drop).ok_or_else(no_attempt)
}

/// What has a link sent.
fn link_to(params: &Json, names: &[&'static str]) -> Json {
    with_those(Json::object(&[("strategy", Json::from("email_link"))]), params, names)
}

/// How somebody proves elsewhere that an email address is theirs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Elsewhere {
    /// By a link that is sent to it.
    Link,
    /// At the enterprise that it belongs to.
    Enterprise,
}

/// Has a user's email address verified elsewhere, and waits until it is.
pub(crate) fn verify_address(rest: &Rest, address: &Rc<Resource>, how: Elsewhere, params: &Json) -> Work {
    let strategy = if how == Elsewhere::Link { "email_link" } else { "enterprise_sso" };
    let sent = with_those(Json::object(&[("strategy", Json::from(strategy))]), params, &["redirectUrl"]);
    let sent = run_account(rest, &identification::PREPARE_EMAIL_ADDRESS, address, &sent.into());
    let (own, again, resource) = (address.clone(), address.clone(), address.clone());
    let path = path_below("/me/email_addresses", &address.id().unwrap_or_default());
    let with = rest.clone();
    let look = Look {
        reload: Box::new(move || without_answer(reload(&with, path.clone(), &again, None))),
        verification: Box::new(move || resource.data().get("verification")),
        ends: ADDRESS_ENDS,
    };
    let prepared: Work = Box::pin(async move {
        sent.await?;
        let has_page =
            own.data().get("verification").and_then(|one| one.present("external_verification_redirect_url"));
        if how == Elsewhere::Enterprise && has_page.is_none() {
            let message = "The server has not said where the enterprise verifies the address.";
            return Err(ClerkError::state(message));
        }
        Ok(())
    });
    until_followed(prepared, rest.reach().timers.clone(), look)
}

fn without_answer(work: Work<Json>) -> Work {
    Box::pin(async move { work.await.map(drop) })
}

/// What has come of a link that led to this page.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum FollowedLink {
    /// There is no client yet, or nobody to go on: nothing has happened.
    Nothing,
    /// Its session is current now.
    SignedIn,
    /// The attempt needs more, and goes on in this browser: it was gone to the page for that, if one was named.
    GoesOn,
    /// The attempt goes on in the browser that asked for the link. This page can be closed.
    VerifiedElsewhere,
    /// Nobody has signed up with the address: whoever asked for the link signs up, in the browser where they did.
    SignsUpElsewhere,
}

/// Goes on where a link has led to. What the caller's own way to pages gives goes along.
pub(crate) fn handle_link(rest: &Rest, params: &Json, go: Option<Go>) -> Work<(FollowedLink, Option<Json>)> {
    let page = &rest.page().near.page;
    if rest.page().loaded_client().is_none() {
        return done(Ok((FollowedLink::Nothing, None)));
    }
    match page.query_parameter("__clerk_status").as_deref() {
        Some("verified") => {}
        Some("transferable") => return done(Ok((FollowedLink::SignsUpElsewhere, None))),
        status => return done(Err(link_error(status))),
    }
    let client = &rest.page().client;
    let session = page.query_parameter("__clerk_created_session").filter(|id| client.session(id).is_some());
    let (next, work): (_, Work<Option<Json>>) = if let Some(session) = session {
        let redirect_url = url_text(params, "redirectUrlComplete");
        let target = SetActive { session: Target::Id(session), redirect_url, ..SetActive::default() };
        let active = set_active(rest, target);
        (FollowedLink::SignedIn, Box::pin(async move { active.await.map(|()| None) }))
    } else if has_status(&client.sign_in(), "needs_second_factor")
        || has_status(&client.sign_up(), "missing_requirements")
    {
        let Some(to) = url_text(params, "redirectUrl") else { return done(Ok((FollowedLink::GoesOn, None))) };
        let go = go.unwrap_or_else(|| goes_itself(rest));
        let to = way_out(rest, &to, Way::Afterwards);
        (FollowedLink::GoesOn, go(to.as_deref().unwrap_or("/")))
    } else {
        return done(Ok((FollowedLink::VerifiedElsewhere, None)));
    };
    Box::pin(async move { Ok((next, work.await?)) })
}

fn has_status(attempt: &Resource, status: &str) -> bool {
    attempt.data().text("status").as_deref() == Some(status)
}

/// The codes are clerk-js's of an `EmailLinkError`, behind a word that says so.
fn link_error(status: Option<&str>) -> ClerkError {
    match status {
        Some("expired") => ClerkError::runtime("email_link_expired", "The link has expired."),
        Some("client_mismatch") => {
            let message = "The link was opened in another browser than the one that asked for it.";
            ClerkError::runtime("email_link_client_mismatch", message)
        }
        _ => ClerkError::runtime("email_link_failed", "The link could not be verified."),
    }
}
