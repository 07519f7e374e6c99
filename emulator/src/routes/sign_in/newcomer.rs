//! Signing in as somebody who is not here yet (`sign_up_if_missing`): a code proves the address, and a sign-up goes on
//! from there.

use axum::Json;
use serde_json::Value;

use crate::error::ApiError;
use crate::http::params::Params;
use crate::http::visit::Visit;
use crate::model::message::{Channel, Recipient};
use crate::model::verification::{Factor, Strategy, Verification};
use crate::routes::proof::{Dispatch, Place};
use crate::routes::sign_in::account::phone_channel;
use crate::routes::strategy::{parse_strategy, unfit};
use crate::state::{normalized_email, normalized_phone};

/// How an address or a number is proven.
fn strategy_of(address: &str) -> Strategy {
    if normalized_phone(address).is_some() { Strategy::PhoneCode } else { Strategy::EmailCode }
}

impl Visit<'_> {
    /// The address or number in a form that nobody has here, if the form says that this is no reason to stop. An
    /// enterprise sees to its own people.
    pub(super) fn missing_address(&self, form: &Params) -> Result<Option<String>, ApiError> {
        if !form.flag("sign_up_if_missing")? {
            return Ok(None);
        }
        self.check_captcha(form)?;
        let address = self.normalized_identifier(form.required("identifier")?)?;
        let may_be_proven = normalized_email(&address).is_some() || normalized_phone(&address).is_some();
        let is_free =
            self.tables.user_named(&address).is_none() && !self.settings.has_connection_for(&address);
        Ok(Some(address)
            .filter(|_| may_be_proven && is_free && form.one("password").is_ok_and(|one| one.is_none())))
    }

    /// A new attempt of somebody who is not here yet.
    pub(super) fn sign_in_newcomer(
        &mut self,
        address: String,
        form: &Params,
    ) -> Result<Json<Value>, ApiError> {
        let wanted = form.filled("strategy")?.map(parse_strategy).transpose()?;
        if let Some(other) = wanted.filter(|wanted| *wanted != strategy_of(&address)) {
            return Err(unfit(other));
        }
        let factor_id = self.random.id("idn");
        let id = self.start_sign_in(None, None);
        self.change_sign_in(&id, |attempt| {
            attempt.newcomer = Some(address);
            attempt.newcomer_id = Some(factor_id);
        });
        match wanted {
            Some(_) => self.prepare_newcomer(&id, form),
            None => self.answer_with_sign_in(&id),
        }
    }

    /// Is the attempt of somebody who is not here yet, and is to sign up?
    pub(super) fn is_newcomer(&self, id: &str) -> Result<bool, ApiError> {
        Ok(self.own_sign_in(id)?.newcomer_id.is_some())
    }

    /// Sends a code to the newcomer.
    pub(super) fn prepare_newcomer(&mut self, id: &str, form: &Params) -> Result<Json<Value>, ApiError> {
        let attempt = self.open_sign_in(id)?;
        let address = attempt.newcomer.clone().ok_or_else(ApiError::identifier_not_found)?;
        let strategy = parse_strategy(form.required("strategy")?)?;
        if strategy != strategy_of(&address) {
            return Err(unfit(strategy));
        }
        for param in ["email_address_id", "phone_number_id"] {
            if form.filled(param)?.is_some_and(|given| attempt.newcomer_id.as_deref() != Some(given)) {
                return Err(ApiError::related_resource_missing(param));
            }
        }
        let channel = phone_channel(form)?;
        let by_default = if strategy == Strategy::PhoneCode { Channel::Sms } else { Channel::Email };
        let recipient = Recipient { channel: channel.unwrap_or(by_default), address };
        let dispatch = Dispatch { strategy, recipient, channel, redirect_url: None };
        self.dispatch(&Place::SignIn(id.to_owned(), Factor::First), &dispatch)?;
        self.answer_with_sign_in(id)
    }

    /// Takes the newcomer's code: a sign-up may go on with the address.
    pub(super) fn attempt_newcomer(&mut self, id: &str, form: &Params) -> Result<Json<Value>, ApiError> {
        self.open_sign_in(id)?;
        let strategy = parse_strategy(form.required("strategy")?)?;
        if !matches!(strategy, Strategy::EmailCode | Strategy::PhoneCode) {
            return Err(unfit(strategy));
        }
        let place = Place::SignIn(id.to_owned(), Factor::First);
        self.attempt_code(&place, strategy, form.required("code")?)?;
        self.change_proof(&place, |proof| {
            if let Some(proof) = proof {
                proof.hand_over();
            }
        });
        self.answer_with_sign_in(id)
    }

    /// The address or number that a newcomer has proven, and how.
    pub(in crate::routes) fn newcomer_of_sign_in(&self) -> Option<(String, Verification)> {
        let id = self.client()?.sign_in_id.as_deref()?;
        let attempt = self.tables.sign_ins.get(id).filter(|attempt| self.now < attempt.abandon_at)?;
        attempt.newcomer_id.as_ref()?;
        let proof = attempt.first_factor.as_ref().filter(|proof| proof.is_transferable())?;
        Some((attempt.newcomer.clone()?, proof.taken_over()))
    }
}
