//! The reverification of a session: each call gives its new state, and brings a client whose session is as young in
//! its [`factor_verification_age`](model::Session::factor_verification_age) as what was proved.

use crate::engine::page::{Resource, Session};
use crate::engine::wire::Work;
use crate::fapi::endpoints::attempt::Call;
use crate::fapi::endpoints::reverification as calls;
use crate::fapi::params::{AttemptFactor, PrepareFactor};
use crate::json::Json;
use crate::model::{SessionVerification, VerificationLevel};

impl Session {
    /// Starts a reverification, in place of one that is under way.
    ///
    /// # Errors
    /// What the Frontend API answers, such as `form_param_value_invalid`.
    pub fn start_verification(&self, level: VerificationLevel) -> Work<SessionVerification> {
        self.verification(&calls::START, &Json::object(&[("level", Json::from(level))]))
    }

    /// Has a code sent by e-mail or phone, for one of
    /// [`supported_first_factors`](SessionVerification::supported_first_factors). An enterprise, which needs a `redirect_url`, gives
    /// the first factor's verification the URL to go to; a passkey its `nonce`, the JSON of what it has to sign.
    ///
    /// # Errors
    /// [`ErrorKind::Argument`](crate::ErrorKind::Argument) without a strategy that can be prepared here, else what the
    /// Frontend API answers.
    pub fn prepare_first_factor_verification(&self, params: PrepareFactor) -> Work<SessionVerification> {
        self.verification(&calls::PREPARE_FIRST_FACTOR, &params.to_json())
    }

    /// Passes the first factor by a password, by a code that was sent by e-mail or phone, or by a passkey.
    ///
    /// # Errors
    /// [`ErrorKind::Argument`](crate::ErrorKind::Argument) for another strategy, else what the Frontend API answers, such
    /// as `form_password_incorrect`.
    pub fn attempt_first_factor_verification(&self, params: AttemptFactor) -> Work<SessionVerification> {
        self.verification(&calls::ATTEMPT_FIRST_FACTOR, &params.to_json())
    }

    /// Has a code sent to a phone, which `phone_number_id` names where the user has several.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn prepare_second_factor_verification(&self, params: PrepareFactor) -> Work<SessionVerification> {
        self.verification(&calls::PREPARE_SECOND_FACTOR, &params.to_json())
    }

    /// Passes the second factor by a code: one that was sent by phone, an authenticator's, or a backup code.
    ///
    /// # Errors
    /// What the Frontend API answers, such as `form_code_incorrect`.
    pub fn attempt_second_factor_verification(&self, params: AttemptFactor) -> Work<SessionVerification> {
        self.verification(&calls::ATTEMPT_SECOND_FACTOR, &params.to_json())
    }

    fn verification(&self, call: &Call, params: &Json) -> Work<SessionVerification> {
        let state = Resource::blank();
        let work = self.verify(call, params, &state);
        Box::pin(async move {
            work.await?;
            Ok(SessionVerification::new(state.data()))
        })
    }
}
