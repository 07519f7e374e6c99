//! What sign-in and sign-up attempts have in common: each of their methods is a row of `fapi::endpoints`, and
//! [`Attempt::run`] runs them all.

#[cfg(all(target_arch = "wasm32", feature = "js"))]
use super::clerk::Clerk;
use super::core::Core;
use super::gateway::{Work, or_fail};
use super::resource::Resource;
use super::session::attached;
use super::shared::Shared;
use crate::encoding::concat;
use crate::error::{ClerkError, Result};
use crate::fapi::Form;
use crate::fapi::endpoints::attempt::{Call, Language};
use crate::json::Json;
use std::cell::RefCell;
use std::rc::Rc;

/// For how long a call joins one like it that is under way, in ms. What takes longer may have been lost.
const JOINED_FOR_MS: f64 = 30_000.0;

/// The calls under way that have something sent.
#[derive(Default)]
pub(crate) struct Preparations(RefCell<Vec<Preparation>>);

struct Preparation {
    path_and_body: String,
    since_ms: f64,
    outcome: Shared<Result<()>>,
}

/// An attempt and what it acts through.
#[derive(Clone)]
pub(crate) struct Attempt {
    pub(super) core: Option<Rc<Core>>,
    pub(crate) resource: Rc<Resource>,
}

impl Attempt {
    pub(crate) fn new(core: Option<Rc<Core>>, resource: Rc<Resource>) -> Self {
        Self { core, resource }
    }

    #[cfg(all(target_arch = "wasm32", feature = "js"))]
    pub(crate) fn clerk(&self) -> Option<Clerk> {
        self.core.as_ref().map(Clerk::of)
    }

    /// Sends the call of a row; its answer is the attempt's new state.
    pub(crate) fn run(&self, call: &'static Call, params: &Json) -> Work {
        or_fail(attached(&self.core).and_then(|core| {
            // Nothing goes out before it is waited for: nobody solves a captcha for what would be refused here.
            let work = self.send(core, call, params)?;
            let Some(captcha) = core.captcha_for(call.captcha, params) else { return Ok(work) };
            let (attempt, core, params) = (self.clone(), core.clone(), params.clone());
            Ok(Box::pin(async move {
                let message =
                    "This instance wants a captcha, and nobody has solved it: see load({ solveCaptcha }).";
                let unsolved = || ClerkError::runtime("captcha_unavailable", message);
                let solution = captcha.await?.ok_or_else(unsolved)?;
                attempt.send(&core, call, &params.filled_from(&solution))?.await
            }))
        }))
    }

    fn send(&self, core: &Rc<Core>, call: &Call, params: &Json) -> Result<Work> {
        let wants_language = call.language != Language::Never;
        let language = if wants_language { core.platform.page.language() } else { None };
        let request = call.request(self.resource.id().as_deref(), params, language.as_deref())?;
        let body = || request.body.as_ref().map_or("", Form::as_str);
        let key = call.prepares().then(|| concat(&[&request.path, "?", body()]));
        let work = core.send_for(request, &self.resource);
        Ok(match key {
            Some(key) => core.prepare_once(key, work),
            None => work,
        })
    }
}

impl Core {
    /// Joins the call like this one that is under way, so that a double click sends one code.
    fn prepare_once(self: &Rc<Self>, path_and_body: String, work: Work) -> Work {
        let since_ms = self.platform.clock.now_ms();
        let mut all = self.preparations.0.borrow_mut();
        all.retain(|other| since_ms - other.since_ms < JOINED_FOR_MS);
        if let Some(other) = all.iter().find(|other| other.path_and_body == path_and_body) {
            return Box::pin(other.outcome.clone());
        }
        let (core, key) = (self.clone(), path_and_body.clone());
        let outcome = Shared::new(Box::pin(async move {
            let outcome = work.await;
            core.preparations.0.borrow_mut().retain(|other| other.path_and_body != key);
            outcome
        }));
        all.push(Preparation { path_and_body, since_ms, outcome: outcome.clone() });
        Box::pin(outcome)
    }
}

impl std::fmt::Debug for Attempt {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.resource.fmt(f)
    }
}
