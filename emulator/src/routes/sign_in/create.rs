//! A new sign-in.

use axum::Json;
use axum::extract::State;
use axum::response::Response;
use serde_json::Value;

use crate::error::ApiError;
use crate::http::caller::Caller;
use crate::http::form::Form;
use crate::http::params::Params;
use crate::http::visit::Visit;
use crate::model::sign_in::{Account, SignIn};
use crate::model::verification::{Factor, Strategy, Verification};
use crate::routes::external::enterprise::asks_for_enterprise;
use crate::routes::external::requested_provider;
use crate::routes::proof::Place;
use crate::routes::strategy::parse_strategy;
use crate::routes::wallet::requested_wallet;
use crate::state::Emulator;

/// What a new sign-in may say: the published parameters, and those that clerk-js adds.
const CREATE_PARAMS: [&str; 20] = [
    "strategy",
    "identifier",
    "password",
    "ticket",
    "redirect_url",
    "action_complete_redirect_url",
    "transfer",
    "code",
    "token",
    "oidc_login_hint",
    "oidc_prompt",
    "proof_token",
    "trusted_device_id",
    "locale",
    "timezone",
    "sign_up_if_missing",
    "captcha_token",
    "captcha_widget_type",
    "captcha_error",
    "enterprise_connection_id",
];

/// `POST /v1/client/sign_ins`: starts an attempt in place of the one before, and takes it as far
/// as the parameters go.
pub(super) async fn create(State(emulator): State<Emulator>, caller: Caller, Form(form): Form) -> Response {
    emulator.visit(&caller, |visit| {
        form.only(&CREATE_PARAMS)?;
        if form.flag("transfer")? {
            return visit.transfer_to_sign_in();
        }
        visit.refuse_second_session()?;
        if let Some(address) = visit.missing_address(&form)? {
            return visit.sign_in_newcomer(address, &form);
        }
        if let Some(strategy) = requested_provider(visit, &form)? {
            return visit.sign_in_by_provider(strategy, &form);
        }
        if let Some(vouch) = visit.one_tap_vouch(&form)? {
            return visit.sign_in_by_one_tap(&vouch);
        }
        if asks_for_enterprise(&form)? {
            return visit.sign_in_by_enterprise(&form);
        }
        if let Some(wallet) = requested_wallet(visit, &form)? {
            return visit.sign_in_by_wallet(wallet, &form);
        }
        let strategy = requested_strategy(&form)?;
        match strategy {
            Some(Strategy::Ticket) => return visit.sign_in_by_ticket(&form),
            Some(Strategy::Passkey) => return visit.sign_in_by_passkey(&form),
            _ => {}
        }
        if strategy.is_none() && visit.is_newcomer_of_enterprise(form.one("identifier")?.unwrap_or_default())
        {
            return visit.sign_in_by_enterprise(&form);
        }
        let account = match (form.one("identifier")?, strategy) {
            (None, None) => None,
            _ => Some(visit.find_account(form.required("identifier")?)?),
        };
        match (strategy, account) {
            (Some(strategy), Some(account)) => visit.sign_in_by(strategy, account, &form),
            (_, account) => {
                let id = visit.start_sign_in(account, None);
                visit.answer_with_sign_in(&id)
            }
        }
    })
}

/// The strategy that the parameters ask for; a password asks for itself.
fn requested_strategy(form: &Params) -> Result<Option<Strategy>, ApiError> {
    match form.filled("strategy")? {
        Some(name) => parse_strategy(name).map(Some),
        None if form.filled("ticket")?.is_some() => Ok(Some(Strategy::Ticket)),
        None => Ok(form.filled("password")?.map(|_| Strategy::Password)),
    }
}

impl Visit<'_> {
    fn sign_in_by(
        &mut self,
        strategy: Strategy,
        account: Account,
        form: &Params,
    ) -> Result<Json<Value>, ApiError> {
        match strategy {
            Strategy::Password => self.sign_in_by_password(account, form.required("password")?),
            _ => {
                let dispatch = self.dispatch_to(&account, strategy, Factor::First, form)?;
                let id = self.start_sign_in(Some(account), None);
                self.dispatch(&Place::SignIn(id.clone(), Factor::First), &dispatch)?;
                self.answer_with_sign_in(&id)
            }
        }
    }

    /// A wrong password leaves no attempt behind.
    fn sign_in_by_password(&mut self, account: Account, password: &str) -> Result<Json<Value>, ApiError> {
        self.check_password(&account.user_id, password)?;
        let proof = Verification::of_secret(Strategy::Password, true, 1);
        let id = self.start_sign_in(Some(account), Some(proof));
        self.refuse_beside_enterprise(self.own_sign_in(&id)?)?;
        self.first_factor_verified(&id)
    }

    pub(super) fn start_sign_in(&mut self, account: Option<Account>, proof: Option<Verification>) -> String {
        let client_id = self.ensure_client();
        let mut attempt = SignIn::start(self.random, &client_id, account, self.now);
        let is_journey = proof.as_ref().is_some_and(|proof| proof.external.is_some());
        attempt.first_factor = proof;
        let id = attempt.id.clone();
        self.tables.sign_ins.insert(&id, attempt);
        self.change_client(|client| client.sign_in_id = Some(id.clone()));
        // Who goes to a provider is challenged when back.
        if !is_journey {
            self.challenge_sign_in(&id);
        }
        id
    }
}
