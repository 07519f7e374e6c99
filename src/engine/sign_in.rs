//! A sign-in attempt that can act.

use super::attempt::Attempt;
use super::gateway::Work;
use crate::fapi::endpoints::sign_in as calls;
use crate::json::Json;
use crate::model;

/// A live handle on a sign-in attempt. A blank one becomes the attempt that its first
/// [`create`](SignIn::create) starts.
#[derive(Clone, Debug)]
pub struct SignIn(pub(crate) Attempt);

impl SignIn {
    /// The attempt as it is now.
    pub fn data(&self) -> model::SignIn {
        model::SignIn::new(self.0.resource.data())
    }

    /// Starts an attempt with `identifier`, and `password` or `strategy` where they are known. The reader's language
    /// goes along as `locale`.
    ///
    /// # Errors
    /// What the Frontend API answers, such as `form_identifier_not_found`.
    pub fn create(&self, params: &Json) -> Work {
        self.0.run(&calls::CREATE, params)
    }

    /// Has a code sent: `strategy` `email_code` with an `emailAddressId` of
    /// [`supported_first_factors`](model::SignIn::supported_first_factors).
    ///
    /// # Errors
    /// [`ErrorKind::Argument`](crate::ErrorKind::Argument) without a strategy that can be prepared here, else what
    /// the Frontend API answers.
    pub fn prepare_first_factor(&self, params: &Json) -> Work {
        self.0.run(&calls::PREPARE_FIRST_FACTOR, params)
    }

    /// Passes the first factor by `strategy` `password` with a `password`, or `email_code` with a `code`. A complete
    /// attempt has a [`created_session_id`](model::SignIn::created_session_id).
    ///
    /// # Errors
    /// [`ErrorKind::Argument`](crate::ErrorKind::Argument) for another strategy, else what the Frontend API answers,
    /// such as `form_password_incorrect`.
    pub fn attempt_first_factor(&self, params: &Json) -> Work {
        self.0.run(&calls::ATTEMPT_FIRST_FACTOR, params)
    }

    /// Reads the attempt again.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn reload(&self) -> Work {
        self.0.run(&calls::RELOAD, &Json::null())
    }
}
