//! Where an attempt leads: the pages of its further steps, and the page after it.

use super::callback::Go;
use crate::engine::clerk::{
    AttemptKind, Navigate, Rest, SetActive, Target, behind_hash, navigate, own_page, set_active, task_url,
    url_text,
};
use crate::engine::page::Session;
use crate::engine::wire::{Work, done, or_fail};
use crate::error::Result;
use crate::json::Json;
use crate::platform::LocalFuture;

/// A step of an attempt that has a page of its own.
#[derive(Debug)]
pub(super) struct Step {
    /// Which parameter of the caller names the page.
    name: &'static str,
    of: AttemptKind,
    /// Where the instance's own page of the attempt has it, behind the hash.
    path: &'static str,
}

pub(super) static SIGN_IN: Step = step("signInUrl", AttemptKind::SignIn, "");
pub(super) static FIRST_FACTOR: Step = step("firstFactorUrl", AttemptKind::SignIn, "factor-one");
pub(super) static SECOND_FACTOR: Step = step("secondFactorUrl", AttemptKind::SignIn, "factor-two");
pub(super) static RESET_PASSWORD: Step = step("resetPasswordUrl", AttemptKind::SignIn, "reset-password");
pub(super) static SIGN_IN_PROTECT_CHECK: Step =
    step("signInProtectCheckUrl", AttemptKind::SignIn, "protect-check");
pub(super) static SIGN_UP: Step = step("signUpUrl", AttemptKind::SignUp, "");
static CONTINUE_SIGN_UP: Step = step("continueSignUpUrl", AttemptKind::SignUp, "continue");
static VERIFY_EMAIL_ADDRESS: Step =
    step("verifyEmailAddressUrl", AttemptKind::SignUp, "verify-email-address");
static VERIFY_PHONE_NUMBER: Step = step("verifyPhoneNumberUrl", AttemptKind::SignUp, "verify-phone-number");
pub(super) static SIGN_UP_PROTECT_CHECK: Step =
    step("signUpProtectCheckUrl", AttemptKind::SignUp, "protect-check");

const fn step(name: &'static str, of: AttemptKind, path: &'static str) -> Step {
    Step { name, of, path }
}

impl Step {
    /// The page, as the caller names it, else that of the instance.
    pub(super) fn page(&self, rest: &Rest, given: &Json) -> String {
        url_text(given, self.name).unwrap_or_else(|| {
            let own = own_page(rest, self.of).unwrap_or_default();
            if self.path.is_empty() { own } else { behind_hash(rest, &own, self.path, &[]) }
        })
    }
}

/// The page of an attempt.
pub(super) fn page_of(kind: AttemptKind) -> &'static Step {
    match kind {
        AttemptKind::SignIn => &SIGN_IN,
        AttemptKind::SignUp => &SIGN_UP,
    }
}

/// What the page was asked for with, and the next one should know.
const FORWARDED: [&str; 11] = [
    "__clerk_status",
    "__clerk_created_session",
    "__clerk_invitation_token",
    "__clerk_ticket",
    "__clerk_modal_state",
    "__clerk_handshake",
    "__clerk_handshake_nonce",
    "__clerk_help",
    "__clerk_netlify_cache_bust",
    "__clerk_synced",
    "__clerk_satellite_url",
];
const SUFFIXED_COOKIES: &str = "suffixed_cookies";

fn forwarded_to(rest: &Rest, page: &str) -> String {
    let window = &rest.reach().window;
    let mut url = window.resolve_url(page).unwrap_or_else(|| page.to_owned());
    for name in FORWARDED.iter().copied().chain([SUFFIXED_COOKIES]) {
        let value = rest.page().near.page.query_parameter(name).filter(|value| !value.is_empty());
        if let Some(value) = value {
            url = window.with_query_parameter(&url, name, &value).unwrap_or(url);
        }
    }
    url
}

/// What goes on from a session that is about to be current, in place of the flow: it is given where the flow would have gone, and gives
/// whether the browser leaves the page.
pub(crate) type GoOn = Box<dyn FnOnce(Session, String) -> LocalFuture<Result<bool>>>;

/// The page to go on to, which is only looked for where somebody goes there.
pub(super) type UrlOf = Box<dyn FnOnce() -> Result<String>>;

/// Makes a session current and goes on: to its open task, on the page of an attempt, else where `url_of` says; unless `goes_on` itself
/// knows how.
pub(super) fn activate(
    rest: &Rest,
    session: String,
    page: String,
    url_of: UrlOf,
    goes_on: Option<GoOn>,
) -> Work {
    let own = rest.clone();
    let go = move |session: Session| -> Result<Work<bool>> {
        if let Some(goes_on) = goes_on {
            return Ok(goes_on(session, url_of()?));
        }
        let task = session.resource.data().list("tasks").into_iter().next();
        let to = match task {
            Some(task) => task_url(&own, &task, &forwarded_to(&own, &page)),
            None => url_of()?,
        };
        Ok(navigate(&own, &to))
    };
    let navigate: Navigate = Box::new(move |session| or_fail(go(session)));
    set_active(
        rest,
        SetActive { session: Target::Id(session), navigate: Some(navigate), ..SetActive::default() },
    )
}

/// Goes to the page on which a sign-up goes on that still lacks something.
pub(super) fn go_on_with_sign_up(rest: &Rest, sign_up: &Json, given: &Json, go: &Go) -> Work<Option<Json>> {
    let has = |list: &str, name: &str| {
        sign_up.list(list).iter().any(|item| item.as_text().as_deref() == Some(name))
    };
    let is_gated = sign_up.present("protect_check").is_some() || has("missing_fields", "protect_check");
    let step = if is_gated {
        &SIGN_UP_PROTECT_CHECK
    } else if !sign_up.list("missing_fields").is_empty() {
        &CONTINUE_SIGN_UP
    } else if has("unverified_fields", "email_address") {
        &VERIFY_EMAIL_ADDRESS
    } else if has("unverified_fields", "phone_number") {
        &VERIFY_PHONE_NUMBER
    } else {
        return done(Ok(None));
    };
    go(&step.page(rest, given))
}
