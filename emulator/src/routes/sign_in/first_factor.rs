//! The first factor of a sign-in: preparing it, and attempting it.

use axum::extract::State;
use axum::response::Response;

use crate::http::caller::Caller;
use crate::http::form::Form;
use crate::http::segments::Segments;
use crate::model::verification::{Factor, Strategy};
use crate::routes::external::enterprise::asks_for_enterprise;
use crate::routes::external::requested_provider;
use crate::routes::proof::Place;
use crate::routes::strategy::{parse_strategy, unfit};
use crate::routes::wallet::requested_wallet;
use crate::state::Emulator;

/// `POST /v1/client/sign_ins/{id}/prepare_first_factor`
pub(super) async fn prepare(
    State(emulator): State<Emulator>,
    caller: Caller,
    Segments(id): Segments<String>,
    Form(form): Form,
) -> Response {
    emulator.visit(&caller, |visit| {
        if let Some(strategy) = requested_provider(visit, &form)? {
            return visit.prepare_provider(&id, strategy, &form);
        }
        if asks_for_enterprise(&form)? {
            return visit.prepare_enterprise(&id, &form);
        }
        if let Some(wallet) = requested_wallet(visit, &form)? {
            return visit.prepare_wallet(&id, wallet, &form);
        }
        if form.filled("strategy")? == Some(Strategy::Passkey.as_str()) {
            return visit.prepare_passkey(&id);
        }
        if visit.is_newcomer(&id)? {
            return visit.prepare_newcomer(&id, &form);
        }
        let account = visit.account_to_verify(&id, Factor::First)?;
        let strategy = parse_strategy(form.required("strategy")?)?;
        let dispatch = visit.dispatch_to(&account, strategy, Factor::First, &form)?;
        visit.dispatch(&Place::SignIn(id.clone(), Factor::First), &dispatch)?;
        visit.answer_with_sign_in(&id)
    })
}

/// `POST /v1/client/sign_ins/{id}/attempt_first_factor`
pub(super) async fn attempt(
    State(emulator): State<Emulator>,
    caller: Caller,
    Segments(id): Segments<String>,
    Form(form): Form,
) -> Response {
    emulator.visit(&caller, |visit| {
        if let Some(wallet) = requested_wallet(visit, &form)? {
            return visit.attempt_wallet(&id, wallet, &form);
        }
        if form.filled("strategy")? == Some(Strategy::Passkey.as_str()) {
            return visit.attempt_passkey_of_sign_in(&id, &form);
        }
        if visit.is_newcomer(&id)? {
            return visit.attempt_newcomer(&id, &form);
        }
        let account = visit.account_to_verify(&id, Factor::First)?;
        let place = Place::SignIn(id.clone(), Factor::First);
        let strategy = parse_strategy(form.required("strategy")?)?;
        match strategy {
            Strategy::Password => {
                let outcome = visit.check_password(&account.user_id, form.required("password")?);
                visit.attempt_secret(&place, strategy, outcome)?;
            }
            Strategy::EmailCode
            | Strategy::PhoneCode
            | Strategy::ResetPasswordEmailCode
            | Strategy::ResetPasswordPhoneCode => {
                visit.attempt_code(&place, strategy, form.required("code")?)?;
            }
            other => return Err(unfit(other)),
        }
        visit.first_factor_verified(&id)
    })
}
