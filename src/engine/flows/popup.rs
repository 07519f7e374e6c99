//! A provider's page in a window of its own. When it is done, it goes to the account portal's `/popup-callback`, which tells the page that
//! opened it what came of it.

use super::provider::{Ask, Routes, allowed_provider, ask_in_sign_in, ask_in_sign_up, provider_url};
use crate::encoding::{append_uri_component, concat};
use crate::engine::clerk::{
    Rest, SetActive, Target, Way, attached, build_url_with_auth, replaced, set_active, url_text, way_out,
};
use crate::engine::page::Attempt;
use crate::engine::wire::{Work, done, or_fail, within};
use crate::error::{ClerkError, Result};
use crate::held::Held;
use crate::json::Json;
use crate::platform::{LocalFuture, Popup};
use std::future::poll_fn;
use std::rc::Rc;
use std::task::{Poll, Waker};

/// How often it is looked at whether the person has closed the window, in ms.
const LOOK_MS: u32 = 500;

/// Shows a provider's page in a window, for a sign-in. Done when the window shows it; what that gives follows what comes of it.
pub(crate) fn popup_in_sign_in(attempt: &Attempt, popup: Rc<dyn Popup>, params: &Json) -> Work<Work> {
    show(attempt, popup, params, ask_in_sign_in, "signIn")
}

/// The same for a sign-up.
pub(crate) fn popup_in_sign_up(attempt: &Attempt, popup: Rc<dyn Popup>, params: &Json) -> Work<Work> {
    show(attempt, popup, params, ask_in_sign_up, "signUp")
}

fn show(attempt: &Attempt, popup: Rc<dyn Popup>, params: &Json, ask: Ask, intent: &str) -> Work<Work> {
    or_fail(attached(&attempt.page).and_then(|rest| {
        let complete = url_text(params, "redirectUrlComplete");
        let back = url_text(params, "redirectUrl").unwrap_or_default();
        let routes = popup_routes(&rest, &back, complete.as_deref(), Some(intent))?;
        let asked = ask(&rest, attempt, params, &routes);
        Ok(Box::pin(async move {
            let url = provider_url(&rest, &asked.await?)?;
            popup.go(&allowed_provider(&rest, &url)?)?;
            let answer = answer_of(&rest, popup);
            Ok(Box::pin(async move { follow(&rest, &answer.await?, complete).await }) as Work)
        }) as Work<Work>)
    }))
}

fn follow(rest: &Rest, answer: &Json, redirect_url: Option<String>) -> Work {
    if let Some(session) = answer.text("session").filter(|session| !session.is_empty()) {
        let session = Target::Id(session);
        return set_active(rest, SetActive { session, redirect_url, ..SetActive::default() });
    }
    let to = answer.text("return_url").and_then(|url| way_out(rest, &url, Way::Afterwards));
    let window = &rest.reach().window;
    let to = window.resolve_url(to.as_deref().unwrap_or("/"));
    window.navigate(to.as_deref().unwrap_or("/"));
    done(Ok(()))
}

/// Where the instance's account portal is.
fn portal_of(rest: &Rest) -> String {
    let host = rest.page().key.frontend_api();
    let host = replaced(host, "clerk.accountsstage.", "accountsstage.").unwrap_or_else(|| host.to_owned());
    let portal =
        replaced(&host, "clerk.accounts.", "accounts.").or_else(|| replaced(&host, "clerk.", "accounts."));
    concat(&["https://", &portal.unwrap_or(host)])
}

/// The two URLs of an attempt, by way of the account portal, which comes back to this page with what it was told.
pub(super) fn popup_routes(
    rest: &Rest,
    back: &str,
    complete: Option<&str>,
    intent: Option<&str>,
) -> Result<Routes> {
    let no_url = || ClerkError::argument("A popup needs an absolute redirectUrl, where it leads back to.");
    let window = &rest.reach().window;
    let mut back = window.whole_url(back).ok_or_else(no_url)?;
    let params = [
        ("sign_in_force_redirect_url", complete),
        ("sign_up_force_redirect_url", complete),
        ("intent", intent),
    ];
    for (name, value) in params {
        let told = value.and_then(|value| window.with_query_parameter(&back, name, value));
        back = told.unwrap_or(back);
    }
    let page = concat(&[&portal_of(rest), "/popup-callback"]);
    let mut callback = concat(&[&page, "?return_url="]);
    append_uri_component(&mut callback, &build_url_with_auth(rest, &back)?);
    Ok(Routes {
        redirect_url: build_url_with_auth(rest, &callback)?,
        complete_url: Some(build_url_with_auth(rest, &page)?),
    })
}

/// What the account portal has said, once it has.
#[derive(Default)]
struct Heard {
    said: Held<Option<Json>>,
    waker: Held<Option<Waker>>,
}

impl Heard {
    fn hear(&self, said: Json) {
        let is_answer =
            ["session", "return_url"].iter().any(|key| said.get(key).is_some_and(|one| one.is_truthy()));
        if is_answer {
            self.said.set(Some(said));
            if let Some(waker) = self.waker.take() {
                waker.wake();
            }
        }
    }

    fn wait(self: &Rc<Self>) -> LocalFuture<Json> {
        let own = self.clone();
        Box::pin(poll_fn(move |context| match own.said.get() {
            Some(said) => Poll::Ready(said),
            None => {
                own.waker.set(Some(context.waker().clone()));
                Poll::Pending
            }
        }))
    }
}

/// Waits for what the account portal says: a session, or where to go on.
pub(super) fn answer_of(rest: &Rest, popup: Rc<dyn Popup>) -> Work<Json> {
    let (reach, heard) = (rest.reach().clone(), Rc::new(Heard::default()));
    let ear = heard.clone();
    let listening = reach.window.on_message(&portal_of(rest), Box::new(move |said| ear.hear(said)));
    Box::pin(async move {
        let _listening = listening;
        let mut is_closed = false;
        loop {
            if let Some(said) = within(reach.timers.sleep(LOOK_MS), heard.wait()).await {
                return Ok(said);
            }
            // A window speaks and closes at once, and the closing may be seen first: it has one more interval to be heard.
            if is_closed {
                let message = "The window of the provider was closed before it was done.";
                return Err(ClerkError::runtime("popup_closed", message));
            }
            is_closed = popup.is_closed();
        }
    })
}
