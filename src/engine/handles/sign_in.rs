//! A sign-in attempt that can act.

use crate::engine::page::SignIn;
use crate::engine::wire::Work;
use crate::fapi::endpoints::sign_in as calls;
use crate::json::Json;

impl SignIn {
    /// Starts an attempt with `identifier`, and `password` or `strategy` where they are known. The reader's language
    /// goes along as `locale`.
    ///
    /// # Errors
    /// What the Frontend API answers, such as `form_identifier_not_found`.
    pub fn create(&self, params: &Json) -> Work {
        self.0.run(&calls::CREATE, params)
    }

    /// Has a code or a link sent, or asks for whatever else the factor needs first: `strategy` is that of one of
    /// [`supported_first_factors`](crate::model::SignIn::supported_first_factors), with its `emailAddressId`, `phoneNumberId` or
    /// `web3WalletId`; a link and `enterprise_sso` need a `redirectUrl`.
    ///
    /// # Errors
    /// [`ErrorKind::Argument`](crate::ErrorKind::Argument) without a strategy that can be prepared, else what the Frontend API
    /// answers.
    pub fn prepare_first_factor(&self, params: &Json) -> Work {
        self.0.run(&calls::PREPARE_FIRST_FACTOR, params)
    }

    /// Passes the first factor: a `strategy` with its `password`, `code`, `signature`, `ticket`, or with the passkey's answer
    /// as JSON in `publicKeyCredential`. A complete attempt has a [`created_session_id`](crate::model::SignIn::created_session_id).
    ///
    /// # Errors
    /// What the Frontend API answers, such as `form_password_incorrect`.
    pub fn attempt_first_factor(&self, params: &Json) -> Work {
        self.0.run(&calls::ATTEMPT_FIRST_FACTOR, params)
    }

    /// Has a code sent for the second factor: `strategy` `phone_code` or `email_code`, with the id that
    /// [`supported_second_factors`](crate::model::SignIn::supported_second_factors) names.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn prepare_second_factor(&self, params: &Json) -> Work {
        self.0.run(&calls::PREPARE_SECOND_FACTOR, params)
    }

    /// Passes the second factor: `strategy` `phone_code`, `email_code`, `totp` or `backup_code`, and the `code`.
    ///
    /// # Errors
    /// What the Frontend API answers, such as `form_code_incorrect`.
    pub fn attempt_second_factor(&self, params: &Json) -> Work {
        self.0.run(&calls::ATTEMPT_SECOND_FACTOR, params)
    }

    /// Gives the user a new `password`, after a first factor that allows it; `signOutOfOtherSessions` ends what is signed in
    /// by the old one.
    ///
    /// # Errors
    /// What the Frontend API answers, such as `form_password_pwned`.
    pub fn reset_password(&self, params: &Json) -> Work {
        self.0.run(&calls::RESET_PASSWORD, params)
    }

    /// Proves to Clerk Protect what it wants proved, by the `proofToken` that its script gave.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn submit_protect_check(&self, params: &Json) -> Work {
        self.0.run(&calls::SUBMIT_PROTECT_CHECK, params)
    }

    /// Reads the attempt again.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn reload(&self) -> Work {
        self.0.run(&calls::RELOAD, &Json::null())
    }
}
