//! Signing in by the directory of an enterprise.

use axum::Json;
use serde_json::Value;

use crate::error::ApiError;
use crate::http::params::Params;
use crate::http::visit::Visit;
use crate::model::sign_in::{Account, SignIn};
use crate::state::normalized_email;

impl Visit<'_> {
    /// A new attempt by an address of an enterprise, whether or not somebody has it here.
    pub(super) fn sign_in_by_enterprise(&mut self, form: &Params) -> Result<Json<Value>, ApiError> {
        let typed = form.required("identifier")?;
        let address = normalized_email(typed)
            .ok_or_else(|| ApiError::param_format_invalid("identifier", "a valid email address"))?;
        if self.connections_for(Some(&address)).next().is_none() {
            return Err(ApiError::enterprise_connection_not_found());
        }
        let account = self.account_of_enterprise(&address)?;
        let id = self.start_sign_in(account, None);
        self.change_sign_in(&id, |attempt| attempt.name_newcomer(address));
        self.answer_with_sign_in(&id)
    }

    fn account_of_enterprise(&self, address: &str) -> Result<Option<Account>, ApiError> {
        match self.tables.user_named(address) {
            Some(_) => self.find_account(address).map(Some),
            None => Ok(None),
        }
    }

    /// Whether an address that nobody has here is of an enterprise.
    pub(super) fn is_newcomer_of_enterprise(&self, typed: &str) -> bool {
        let address = normalized_email(typed);
        address.is_some_and(|address| {
            self.tables.user_named(&address).is_none()
                && self.connections_for(Some(&address)).next().is_some()
        })
    }

    /// Sends an attempt to the directory that is responsible for its address.
    pub(super) fn prepare_enterprise(&mut self, id: &str, form: &Params) -> Result<Json<Value>, ApiError> {
        let address = self.open_sign_in(id)?.identifier().map(str::to_owned);
        let journey = self.journey_to_directory(address.as_deref(), form)?;
        self.change_sign_in(id, |attempt| attempt.first_factor = Some(journey));
        self.answer_with_sign_in(id)
    }

    /// People of an enterprise have no other first factor than its directory.
    pub(super) fn refuse_beside_enterprise(&self, attempt: &SignIn) -> Result<(), ApiError> {
        let address = attempt.identifier();
        match address.and_then(|address| self.connections_for(Some(address)).next()) {
            Some(_) => Err(ApiError::strategy_for_user_invalid()),
            None => Ok(()),
        }
    }
}
