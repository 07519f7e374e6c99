//! Verifying what a sign-up was filled with.

use axum::extract::State;
use axum::response::Response;

use crate::error::ApiError;
use crate::http::caller::Caller;
use crate::http::form::Form;
use crate::http::params::Params;
use crate::http::segments::Segments;
use crate::http::visit::Visit;
use crate::model::message::{Channel, Recipient};
use crate::model::sign_up::Attribute;
use crate::model::verification::Strategy;
use crate::routes::proof::{Dispatch, Place};
use crate::routes::sign_in::account::{link_target, phone_channel};
use crate::routes::strategy::{parse_strategy, unfit};
use crate::routes::wallet::requested_wallet;
use crate::state::Emulator;

/// `POST /v1/client/sign_ups/{id}/prepare_verification`
pub(super) async fn prepare(
    State(emulator): State<Emulator>,
    caller: Caller,
    Segments(id): Segments<String>,
    Form(form): Form,
) -> Response {
    emulator.visit(&caller, |visit| {
        visit.open_sign_up(&id)?;
        if let Some(wallet) = requested_wallet(visit, &form)? {
            return visit.prepare_wallet_of_sign_up(&id, wallet);
        }
        let strategy = parse_strategy(form.required("strategy")?)?;
        visit.send_sign_up_proof(&id, strategy, &form)?;
        visit.answer_with_sign_up(&id)
    })
}

/// `POST /v1/client/sign_ups/{id}/attempt_verification`
pub(super) async fn attempt(
    State(emulator): State<Emulator>,
    caller: Caller,
    Segments(id): Segments<String>,
    Form(form): Form,
) -> Response {
    emulator.visit(&caller, |visit| {
        visit.open_sign_up(&id)?;
        if let Some(wallet) = requested_wallet(visit, &form)? {
            return visit.attempt_wallet_of_sign_up(&id, wallet, &form);
        }
        let strategy = parse_strategy(form.required("strategy")?)?;
        let attribute = match strategy {
            Strategy::EmailCode => Attribute::EmailAddress,
            Strategy::PhoneCode => Attribute::PhoneNumber,
            other => return Err(unfit(other)),
        };
        let place = Place::SignUp(id.clone(), attribute);
        visit.attempt_code(&place, strategy, form.required("code")?)?;
        visit.proceed_with_sign_up(&id)
    })
}

impl Visit<'_> {
    /// Sends a code to the address or the phone of a sign-up, or a link to the address.
    pub(super) fn send_sign_up_proof(
        &mut self,
        id: &str,
        strategy: Strategy,
        form: &Params,
    ) -> Result<(), ApiError> {
        self.check_sign_up_strategy(strategy)?;
        let asked = phone_channel(form)?;
        let (attribute, channel) = match strategy {
            Strategy::EmailCode | Strategy::EmailLink => (Attribute::EmailAddress, Channel::Email),
            Strategy::PhoneCode => (Attribute::PhoneNumber, asked.unwrap_or(Channel::Sms)),
            other => return Err(unfit(other)),
        };
        let redirect_url = link_target(strategy, form)?;
        let attempt = self.own_sign_up(id)?;
        if attempt.is_verified(attribute) {
            return Err(ApiError::verification_already_verified());
        }
        let Some(address) = attempt.value(attribute) else {
            let noun = attribute.as_str().replace('_', " ");
            let resolution = format!("This sign up has no {noun} yet.");
            return Err(ApiError::client_state_invalid("verification", &resolution));
        };
        let recipient = Recipient { channel, address: address.to_owned() };
        let dispatch = Dispatch { strategy, recipient, channel: asked, redirect_url };
        self.dispatch(&Place::SignUp(id.to_owned(), attribute), &dispatch)
    }
}
