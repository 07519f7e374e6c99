//! Where a provider's page is: the attempt's verification tells, once the provider has been asked for.

use crate::encoding::concat;
use crate::engine::clerk::{
    Rest, Way, attached, build_url_with_auth, domain_of, reload_environment, url_text, way_out,
};
use crate::engine::page::Attempt;
use crate::engine::wire::{Work, or_fail};
use crate::error::{ClerkError, Result};
use crate::fapi::endpoints::{sign_in, sign_up};
use crate::json::Json;

/// By these the Frontend API refuses a sign-up for its captcha.
const CAPTCHA_CODES: [&str; 3] = ["captcha_invalid", "captcha_not_enabled", "captcha_missing_token"];

/// Where the provider leads back to, and where the attempt does when it is complete.
pub(super) struct Routes {
    pub(super) redirect_url: String,
    pub(super) complete_url: Option<String>,
}

impl Routes {
    fn of(rest: &Rest, params: &Json) -> Result<Self> {
        let no_url = || ClerkError::argument("A provider needs a redirectUrl, where it leads back to.");
        let back = url_text(params, "redirectUrl").ok_or_else(no_url)?;
        Ok(Self {
            redirect_url: build_url_with_auth(rest, &back)?,
            complete_url: url_text(params, "redirectUrlComplete"),
        })
    }

    pub(super) fn add_to(&self, mut sent: Json) -> Json {
        sent.put("redirectUrl", Json::from(self.redirect_url.as_str()));
        if let Some(url) = &self.complete_url {
            sent.put("actionCompleteRedirectUrl", Json::from(url.as_str()));
        }
        sent
    }
}

/// Those of the parameters that have one of these names.
fn only(params: &Json, names: &[&'static str]) -> Json {
    with_those(Json::object(&[]), params, names)
}

pub(super) fn with_those(mut chosen: Json, params: &Json, names: &[&'static str]) -> Json {
    for name in names {
        if let Some(value) = params.get(name) {
            chosen.put(name, value);
        }
    }
    chosen
}

/// Sends the browser to a provider's page, for a sign-in.
pub(crate) fn redirect_in_sign_in(attempt: &Attempt, params: &Json) -> Work {
    redirect(attempt, params, ask_in_sign_in)
}

/// The same for a sign-up.
pub(crate) fn redirect_in_sign_up(attempt: &Attempt, params: &Json) -> Work {
    redirect(attempt, params, ask_in_sign_up)
}

/// Asks for a provider; gives the verification that tells where it is.
pub(super) type Ask = fn(&Rest, &Attempt, &Json, &Routes) -> Work<Json>;

fn redirect(attempt: &Attempt, params: &Json, ask: Ask) -> Work {
    or_fail(attached(&attempt.page).and_then(|rest| {
        let asked = ask(&rest, attempt, params, &Routes::of(&rest, params)?);
        Ok(Box::pin(async move { go_to(&rest, &provider_url(&rest, &asked.await?)?) }) as Work)
    }))
}

pub(super) fn ask_in_sign_in(_: &Rest, attempt: &Attempt, params: &Json, routes: &Routes) -> Work<Json> {
    let attempt = attempt.clone();
    let goes_on = is_set(params, "continueSignIn") && attempt.resource.id().is_some();
    let create = routes.add_to(only(params, &["strategy", "identifier"]));
    let is_enterprise = params.text("strategy").as_deref() == Some("enterprise_sso");
    let prepare = is_enterprise.then(|| {
        with_those(
            routes.add_to(only(params, &["strategy"])),
            params,
            &["oidcPrompt", "enterpriseConnectionId"],
        )
    });
    Box::pin(async move {
        if !goes_on {
            attempt.run(&sign_in::CREATE, &create).await?;
        }
        if let Some(prepare) = prepare {
            attempt.run(&sign_in::PREPARE_FIRST_FACTOR, &prepare).await?;
        }
        Ok(attempt.resource.data().get("first_factor_verification").unwrap_or_default())
    })
}

pub(super) fn ask_in_sign_up(rest: &Rest, attempt: &Attempt, params: &Json, routes: &Routes) -> Work<Json> {
    const SENT: [&str; 5] =
        ["unsafeMetadata", "emailAddress", "legalAccepted", "oidcPrompt", "enterpriseConnectionId"];
    let (rest, attempt) = (rest.clone(), attempt.clone());
    let goes_on = is_set(params, "continueSignUp") && attempt.resource.id().is_some();
    let call = if goes_on { &sign_up::UPDATE } else { &sign_up::CREATE };
    let sent = with_those(routes.add_to(only(params, &["strategy"])), params, &SENT);
    Box::pin(async move {
        let own = attempt.clone();
        past_captcha(&rest, move || own.run(call, &sent)).await?;
        let verifications = attempt.resource.data().get("verifications").unwrap_or_default();
        Ok(verifications.get("external_account").unwrap_or_default())
    })
}

fn is_set(params: &Json, name: &str) -> bool {
    params.get(name).is_some_and(|flag| flag.is_truthy())
}

/// Asks for a sign-up, and once more when it is refused for its captcha: the instance may want another than when the page was loaded.
pub(super) fn past_captcha(rest: &Rest, ask: impl Fn() -> Work + 'static) -> Work {
    let rest = rest.clone();
    Box::pin(async move {
        match ask().await {
            Err(error) if CAPTCHA_CODES.iter().any(|code| error.has_code(code)) => {
                reload_environment(&rest).await?;
                ask().await
            }
            outcome => outcome,
        }
    })
}

/// The address of the provider's page, where there is one to go to.
pub(super) fn pending_url(rest: &Rest, verification: &Json) -> Option<String> {
    let is_pending = verification.text("status").as_deref() == Some("unverified");
    let url = verification.text("external_verification_redirect_url").filter(|_| is_pending)?;
    rest.reach().window.whole_url(&url)
}

/// The same; without one the flow cannot go on.
pub(super) fn provider_url(rest: &Rest, verification: &Json) -> Result<String> {
    pending_url(rest, verification).ok_or_else(|| {
        let status = verification.text("status").unwrap_or_else(|| "null".to_owned());
        let domain = domain_of(rest.page().key.frontend_api());
        let text = "The provider's page is not known: the verification is \"";
        ClerkError::state(concat(&[text, &status, "\". For help write to support@", &domain, "."]))
    })
}

/// Sends the browser to a provider's page of the web: a script would run as the application's own.
pub(super) fn go_to(rest: &Rest, url: &str) -> Result<()> {
    let url = allowed_provider(rest, url)?;
    rest.reach().window.navigate(&url);
    Ok(())
}

pub(super) fn allowed_provider(rest: &Rest, url: &str) -> Result<String> {
    way_out(rest, url, Way::Provider).ok_or_else(|| {
        let scheme = url.split(':').next().unwrap_or_default();
        ClerkError::state(concat(&["A browser is not sent to ", scheme, ": addresses."]))
    })
}
