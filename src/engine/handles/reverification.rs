//! The reverification of a session: each call gives its new state, and brings a client whose session is as young in
//! its [`factor_verification_age`](model::Session::factor_verification_age) as what was proved.

use crate::engine::clerk::attached;
use crate::engine::page::{Resource, Session};
use crate::engine::wire::{Work, or_fail};
use crate::fapi::endpoints::attempt::Call;
use crate::fapi::endpoints::reverification as calls;
use crate::json::Json;
use crate::model::SessionVerification;
use std::rc::Rc;

impl Session {
    /// Starts a reverification, in place of one that is under way: `level` is `first_factor`, `second_factor` or
    /// `multi_factor`.
    ///
    /// # Errors
    /// What the Frontend API answers, such as `form_param_value_invalid`.
    pub fn start_verification(&self, level: &str) -> Work<SessionVerification> {
        self.verification(&calls::START, &Json::object(&[("level", Json::from(level))]))
    }

    /// Has a code sent: `strategy` `email_code` with an `emailAddressId`, or `phone_code` with a `phoneNumberId`, of
    /// [`supported_first_factors`](SessionVerification::supported_first_factors). `enterprise_sso`, with `redirectUrl`, an
    /// `emailAddressId` and an `enterpriseConnectionId`, gives the first factor's verification the URL to go to;
    /// `passkey` its `nonce`, the JSON of what a passkey has to sign.
    ///
    /// # Errors
    /// [`ErrorKind::Argument`](crate::ErrorKind::Argument) without a strategy that can be prepared here, else what the
    /// Frontend API answers.
    pub fn prepare_first_factor_verification(&self, params: &Json) -> Work<SessionVerification> {
        self.verification(&calls::PREPARE_FIRST_FACTOR, params)
    }

    /// Passes the first factor by `strategy` `password` with a `password`, or `email_code` or `phone_code` with a `code`, or
    /// `passkey` with the browser's `publicKeyCredential` as a text of JSON.
    ///
    /// # Errors
    /// [`ErrorKind::Argument`](crate::ErrorKind::Argument) for another strategy, else what the Frontend API answers, such
    /// as `form_password_incorrect`.
    pub fn attempt_first_factor_verification(&self, params: &Json) -> Work<SessionVerification> {
        self.verification(&calls::ATTEMPT_FIRST_FACTOR, params)
    }

    /// Has a code sent to a phone: `strategy` `phone_code`, and a `phoneNumberId` where the user has several.
    ///
    /// # Errors
    /// [`ErrorKind::Argument`](crate::ErrorKind::Argument) for parameters that are no object, else what the Frontend API
    /// answers.
    pub fn prepare_second_factor_verification(&self, params: &Json) -> Work<SessionVerification> {
        self.verification(&calls::PREPARE_SECOND_FACTOR, params)
    }

    /// Passes the second factor by `strategy` `phone_code`, `totp` or `backup_code`, with a `code`.
    ///
    /// # Errors
    /// [`ErrorKind::Argument`](crate::ErrorKind::Argument) without an object of parameters, else what the Frontend API
    /// answers, such as `form_code_incorrect`.
    pub fn attempt_second_factor_verification(&self, params: &Json) -> Work<SessionVerification> {
        self.verification(&calls::ATTEMPT_SECOND_FACTOR, params)
    }

    fn verification(&self, call: &Call, params: &Json) -> Work<SessionVerification> {
        let state = Resource::blank();
        let work = self.verify(call, params, &state);
        Box::pin(async move {
            work.await?;
            Ok(SessionVerification::new(state.data()))
        })
    }

    /// Sends the call of a row; its answer is the reverification's state.
    pub(crate) fn verify(&self, call: &Call, params: &Json, state: &Rc<Resource>) -> Work {
        or_fail(attached(&self.page).and_then(|rest| {
            let request = call.request(Some(&self.known_id()?), params, None)?;
            Ok(rest.wire().send_for(request, state))
        }))
    }
}
