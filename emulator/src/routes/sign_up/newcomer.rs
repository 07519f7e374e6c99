//! Signing up with an address that a sign-in has proven.

use axum::Json;
use serde_json::Value;

use crate::error::ApiError;
use crate::http::params::Params;
use crate::http::visit::Visit;
use crate::model::sign_up::{Attribute, SignUp};
use crate::model::verification::Verification;
use crate::state::normalized_phone;

impl Visit<'_> {
    /// A sign-up that goes on where a sign-in has found nobody. The sign-in is used up.
    pub(super) fn sign_up_newcomer(
        &mut self,
        mut attempt: SignUp,
        (address, proof): (String, Verification),
        form: &Params,
    ) -> Result<Json<Value>, ApiError> {
        let attribute = if normalized_phone(&address).is_some() {
            Attribute::PhoneNumber
        } else {
            Attribute::EmailAddress
        };
        if self.tables.user_named(&address).is_some() {
            return Err(ApiError::identifier_exists(attribute.as_str()));
        }
        match attribute {
            Attribute::PhoneNumber => attempt.phone_number = Some(address),
            Attribute::EmailAddress => attempt.email_address = Some(address),
        }
        *attempt.proof_mut(attribute) = Some(proof);
        let id = self.keep_sign_up(attempt);
        self.change_client(|client| client.sign_in_id = None);
        self.prove_and_proceed(&id, None, form)
    }
}
