//! A sign-up attempt that can act.

use super::sign_in::proof;
use crate::engine::clerk::attached;
use crate::engine::page::{Resource, SignUp};
use crate::engine::wire::{Work, or_fail};
use crate::error::ClerkError;
use crate::fapi::endpoints::sign_up as calls;
use crate::fapi::params::{AttemptVerification, CreateSignUp, PrepareVerification, UpdateSignUp};
use crate::json::Json;
use crate::model;
use std::rc::Rc;

impl SignUp {
    /// Starts an attempt with whatever the instance asks for and is known already. The reader's language goes along unless a
    /// locale is given.
    ///
    /// # Errors
    /// What the Frontend API answers, such as `form_identifier_exists`.
    pub fn create(&self, params: CreateSignUp) -> Work {
        self.0.run(&calls::CREATE, &params.to_json())
    }

    /// Adds to the attempt what was missing.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn update(&self, params: UpdateSignUp) -> Work {
        self.0.run(&calls::UPDATE, &params.to_json())
    }

    /// Adds to the attempt, or starts one where there is none.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn upsert(&self, params: CreateSignUp) -> Work {
        if self.0.resource.id().is_some() { self.update(params) } else { self.create(params) }
    }

    /// Has a code or a link sent, or asks for whatever else the strategy needs first.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn prepare_verification(&self, params: PrepareVerification) -> Work {
        self.0.run(&calls::PREPARE_VERIFICATION, &params.to_json())
    }

    /// Verifies what the strategy is about, by its code or signature. A complete attempt has a
    /// [`created_session_id`](model::SignUp::created_session_id).
    ///
    /// # Errors
    /// What the Frontend API answers, such as `form_code_incorrect`.
    pub fn attempt_verification(&self, params: AttemptVerification) -> Work {
        self.0.run(&calls::ATTEMPT_VERIFICATION, &params.to_json())
    }

    /// Has a code sent to the email address, unless another strategy is given.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn prepare_email_address_verification(&self, params: PrepareVerification) -> Work {
        self.0.run(&calls::PREPARE_EMAIL_ADDRESS_VERIFICATION, &params.to_json())
    }

    /// Verifies the email address by the code that was sent to it.
    ///
    /// # Errors
    /// What the Frontend API answers, such as `form_code_incorrect`.
    pub fn attempt_email_address_verification(&self, code: &str) -> Work {
        self.0.run(&calls::ATTEMPT_EMAIL_ADDRESS_VERIFICATION, &by_code(code))
    }

    /// Has a code sent to the phone number, unless another strategy is given.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn prepare_phone_number_verification(&self, params: PrepareVerification) -> Work {
        self.0.run(&calls::PREPARE_PHONE_NUMBER_VERIFICATION, &params.to_json())
    }

    /// Verifies the phone number by the code that was sent to it.
    ///
    /// # Errors
    /// What the Frontend API answers, such as `form_code_incorrect`.
    pub fn attempt_phone_number_verification(&self, code: &str) -> Work {
        self.0.run(&calls::ATTEMPT_PHONE_NUMBER_VERIFICATION, &by_code(code))
    }

    /// Asks for the text that the wallet is to sign: MetaMask, unless another strategy is given.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn prepare_web3_wallet_verification(&self, params: PrepareVerification) -> Work {
        self.0.run(&calls::PREPARE_WEB3_WALLET_VERIFICATION, &params.to_json())
    }

    /// Verifies the wallet by its signature: MetaMask, unless another strategy is given.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn attempt_web3_wallet_verification(&self, params: AttemptVerification) -> Work {
        self.0.run(&calls::ATTEMPT_WEB3_WALLET_VERIFICATION, &params.to_json())
    }

    /// Proves to Clerk Protect what it wants proved, by the token that its script gave.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn submit_protect_check(&self, proof_token: &str) -> Work {
        self.0.run(&calls::SUBMIT_PROTECT_CHECK, &proof(proof_token))
    }

    /// The enterprises by which people with the attempt's address may go on: `enterprise_connection_id` of what
    /// [`create`](SignUp::create) and [`update`](SignUp::update) take names one.
    ///
    /// # Errors
    /// [`ErrorKind::State`](crate::ErrorKind::State) before there is an attempt, else what the Frontend API answers.
    pub fn enterprise_connections(&self) -> Work<Vec<model::SignUpEnterpriseConnection>> {
        let list = Resource::list();
        let work = self.enterprise_connections_as(&list);
        Box::pin(async move {
            work.await?;
            let objects = list.data().items().into_iter().filter(Json::is_object);
            Ok(objects.map(model::SignUpEnterpriseConnection::new).collect())
        })
    }

    /// The same; the answer is the state of `list`.
    pub(crate) fn enterprise_connections_as(&self, list: &Rc<Resource>) -> Work {
        let no_attempt = || ClerkError::state("There is no sign-up yet.");
        or_fail(attached(&self.0.page).and_then(|rest| {
            let id = self.0.resource.id().ok_or_else(no_attempt)?;
            Ok(rest.wire().send_for(calls::enterprise_connections(&id), list))
        }))
    }

    /// Reads the attempt again.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn reload(&self) -> Work {
        self.0.run(&calls::RELOAD, &Json::null())
    }
}

/// What a code is given as.
fn by_code(code: &str) -> Json {
    Json::object(&[("code", Json::from(code))])
}
