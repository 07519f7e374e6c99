//! A sign-in attempt that can act.

use crate::engine::page::SignIn;
use crate::engine::wire::Work;
use crate::fapi::endpoints::sign_in as calls;
use crate::fapi::params::{AttemptFactor, CreateSignIn, PrepareFactor, ResetPassword};
use crate::json::Json;

impl SignIn {
    /// Starts an attempt with whatever is known: who signs in, and by what. The reader's language goes along.
    ///
    /// # Errors
    /// What the Frontend API answers, such as `form_identifier_not_found`.
    pub fn create(&self, params: CreateSignIn) -> Work {
        self.0.run(&calls::CREATE, &params.to_json())
    }

    /// Has a code or a link sent, or asks for whatever else one of
    /// [`supported_first_factors`](crate::model::SignIn::supported_first_factors) needs first. A link, and an enterprise, need a
    /// `redirect_url`.
    ///
    /// # Errors
    /// [`ErrorKind::Argument`](crate::ErrorKind::Argument) without a strategy that can be prepared, else what the Frontend API
    /// answers.
    pub fn prepare_first_factor(&self, params: PrepareFactor) -> Work {
        self.0.run(&calls::PREPARE_FIRST_FACTOR, &params.to_json())
    }

    /// Passes the first factor. A complete attempt has a [`created_session_id`](crate::model::SignIn::created_session_id).
    ///
    /// # Errors
    /// What the Frontend API answers, such as `form_password_incorrect`.
    pub fn attempt_first_factor(&self, params: AttemptFactor) -> Work {
        self.0.run(&calls::ATTEMPT_FIRST_FACTOR, &params.to_json())
    }

    /// Has a code sent for one of [`supported_second_factors`](crate::model::SignIn::supported_second_factors), or asks for
    /// whatever else it needs first.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn prepare_second_factor(&self, params: PrepareFactor) -> Work {
        self.0.run(&calls::PREPARE_SECOND_FACTOR, &params.to_json())
    }

    /// Passes the second factor.
    ///
    /// # Errors
    /// What the Frontend API answers, such as `form_code_incorrect`.
    pub fn attempt_second_factor(&self, params: AttemptFactor) -> Work {
        self.0.run(&calls::ATTEMPT_SECOND_FACTOR, &params.to_json())
    }

    /// Gives the user a new password, after a first factor that allows it.
    ///
    /// # Errors
    /// What the Frontend API answers, such as `form_password_pwned`.
    pub fn reset_password(&self, params: ResetPassword) -> Work {
        self.0.run(&calls::RESET_PASSWORD, &params.to_json())
    }

    /// Proves to Clerk Protect what it wants proved, by the token that its script gave.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn submit_protect_check(&self, proof_token: &str) -> Work {
        self.0.run(&calls::SUBMIT_PROTECT_CHECK, &proof(proof_token))
    }

    /// Reads the attempt again.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn reload(&self) -> Work {
        self.0.run(&calls::RELOAD, &Json::null())
    }
}

/// What a proof for Clerk Protect is given as.
pub(super) fn proof(token: &str) -> Json {
    Json::object(&[("proofToken", Json::from(token))])
}
