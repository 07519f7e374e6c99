//! What sign-in and sign-up attempts have in common: each of their methods is a row of `fapi::endpoints`, and
//! [`Attempt::run`] runs them all.

use super::attach::attached;
use super::attempt_captcha::captcha_for;
use super::preparations::{path_and_body, prepare_once};
use super::state::Rest;
use crate::engine::page::Attempt;
use crate::engine::wire::{Work, or_fail};
use crate::error::{ClerkError, Result};
use crate::fapi::endpoints::attempt::{Call, Language};
use crate::json::Json;

impl Attempt {
    /// Sends the call of a row; its answer is the attempt's new state.
    pub(crate) fn run(&self, call: &'static Call, params: &Json) -> Work {
        or_fail(attached(&self.page).and_then(|rest| {
            // Nothing goes out before it is waited for: nobody solves a captcha for what would be refused here.
            let work = self.send(&rest, call, params)?;
            let Some(captcha) = captcha_for(&rest, call.captcha, params) else { return Ok(work) };
            let (attempt, params) = (self.clone(), params.clone());
            Ok(Box::pin(async move {
                let message =
                    "This instance wants a captcha, and nobody has solved it: see load({ solveCaptcha }).";
                let unsolved = || ClerkError::runtime("captcha_unavailable", message);
                let solution = captcha.await?.ok_or_else(unsolved)?;
                attempt.send(&rest, call, &params.filled_from(&solution))?.await
            }))
        }))
    }

    fn send(&self, rest: &Rest, call: &Call, params: &Json) -> Result<Work> {
        let wants_language = call.language != Language::Never;
        let language = if wants_language { rest.reach().window.language() } else { None };
        let request = call.request(self.resource.id().as_deref(), params, language.as_deref())?;
        let key = call.prepares().then(|| path_and_body(&request));
        let work = rest.wire().send_for(request, &self.resource);
        Ok(match key {
            Some(key) => {
                let prepared = prepare_once(rest, key, Box::pin(async { work.await.map(|()| Json::null()) }));
                Box::pin(async { prepared.await.map(|_| ()) })
            }
            None => work,
        })
    }
}
