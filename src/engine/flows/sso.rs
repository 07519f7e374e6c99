//! What the custom-flow API does with providers: the attempt's routes, and the page that it names.

use super::popup::{answer_of, popup_routes};
use super::provider::{Routes, allowed_provider, go_to, past_captcha, pending_url, with_those};
use crate::encoding::concat;
use crate::engine::clerk::{Rest, attached, build_url_with_auth, url_text};
use crate::engine::page::Attempt;
use crate::engine::wire::{Work, done, or_fail};
use crate::error::{ClerkError, Result};
use crate::fapi::endpoints::{sign_in, sign_up};
use crate::json::Json;
use crate::platform::Popup;
use std::rc::Rc;

/// Where an attempt comes back to, and where it goes when it is complete.
fn routes_of(rest: &Rest, params: &Json, is_in_popup: bool) -> Result<Routes> {
    let no_url = || ClerkError::argument("sso() needs the options redirectUrl and redirectCallbackUrl.");
    let back = build_url_with_auth(rest, &url_text(params, "redirectCallbackUrl").ok_or_else(no_url)?)?;
    let complete = absolute(rest, &url_text(params, "redirectUrl").ok_or_else(no_url)?);
    if is_in_popup {
        return popup_routes(rest, &back, Some(&complete), None);
    }
    Ok(Routes { redirect_url: back, complete_url: Some(complete) })
}

/// An absolute URL: itself, or the place that it names on this origin.
fn absolute(rest: &Rest, url: &str) -> String {
    if rest.reach().window.whole_url(url).is_some() {
        return url.to_owned();
    }
    concat(&[&rest.page().near.page.origin().unwrap_or_default(), url])
}

/// `sso()` of a sign-in.
pub(crate) fn sso_in_sign_in(attempt: &Attempt, params: &Json, popup: Option<Rc<dyn Popup>>) -> Work {
    or_fail(attached(&attempt.page).and_then(|rest| {
        let routes = routes_of(&rest, params, popup.is_some())?;
        let by_strategy = || routes.add_to(with_those(Json::object(&[]), params, &["strategy"]));
        let is_enterprise = params.text("strategy").as_deref() == Some("enterprise_sso");
        let factor =
            |attempt: &Attempt| attempt.resource.data().get("first_factor_verification").unwrap_or_default();
        // A provider's page that was asked for before cannot be asked for again; that of an enterprise is prepared anew.
        let is_spent =
            !is_enterprise && factor(attempt).present("external_verification_redirect_url").is_some();
        let create = (attempt.resource.id().is_none() || is_spent)
            .then(|| with_those(by_strategy(), params, &["identifier"]));
        let prepare = is_enterprise
            .then(|| with_those(by_strategy(), params, &["oidcPrompt", "enterpriseConnectionId"]));
        let attempt = attempt.clone();
        Ok(Box::pin(async move {
            if let Some(create) = create {
                attempt.run(&sign_in::CREATE, &create).await?;
            }
            if let Some(prepare) = prepare {
                attempt.run(&sign_in::PREPARE_FIRST_FACTOR, &prepare).await?;
            }
            let again = attempt.clone();
            let reload = Box::new(move || again.run(&sign_in::RELOAD, &Json::null()));
            visit(&rest, &factor(&attempt), popup, reload).await
        }) as Work)
    }))
}

/// `sso()` of a sign-up.
pub(crate) fn sso_in_sign_up(attempt: &Attempt, params: &Json, popup: Option<Rc<dyn Popup>>) -> Work {
    const SENT: [&str; 6] =
        ["unsafeMetadata", "legalAccepted", "oidcPrompt", "enterpriseConnectionId", "emailAddress", "locale"];
    or_fail(attached(&attempt.page).and_then(|rest| {
        let routes = routes_of(&rest, params, popup.is_some())?;
        let strategy = with_those(Json::object(&[]), params, &["strategy"]);
        let sent = with_those(routes.add_to(strategy), params, &SENT);
        let (own, attempt) = (attempt.clone(), attempt.clone());
        let asked = past_captcha(&rest, move || {
            let call = if own.resource.id().is_some() { &sign_up::UPDATE } else { &sign_up::CREATE };
            own.run(call, &sent)
        });
        Ok(Box::pin(async move {
            asked.await?;
            let verifications = attempt.resource.data().get("verifications").unwrap_or_default();
            let account = verifications.get("external_account").unwrap_or_default();
            let reload = Box::new(move || attempt.run(&sign_up::RELOAD, &Json::null()));
            visit(&rest, &account, popup, reload).await
        }) as Work)
    }))
}

/// Goes through a provider's page as the custom-flow API does: in the window, or in this one. Where the attempt has no such page, nothing
/// is left to do.
fn visit(
    rest: &Rest,
    verification: &Json,
    popup: Option<Rc<dyn Popup>>,
    reload: Box<dyn FnOnce() -> Work>,
) -> Work {
    let Some(url) = pending_url(rest, verification) else { return done(Ok(())) };
    let Some(popup) = popup else { return done(go_to(rest, &url)) };
    let sent = allowed_provider(rest, &url).and_then(|url| popup.go(&url));
    if let Err(error) = sent {
        return done(Err(error));
    }
    let answer = answer_of(rest, popup);
    Box::pin(async move {
        answer.await?;
        reload().await
    })
}
