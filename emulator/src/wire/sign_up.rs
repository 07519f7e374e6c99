//! The sign-up object.

use serde_json::{Value, json};

use super::external::vouched_verification_json;
use crate::http::visit::Visit;
use crate::model::sign_up::{Attribute, SignUp, Status};
use crate::model::verification::{self, Strategy};

impl Visit<'_> {
    pub(crate) fn sign_up_json(&self, attempt: &SignUp) -> Value {
        let status = attempt.status_at(self.now);
        let (missing, unverified) = match status {
            Status::Complete => (Vec::new(), Vec::new()),
            Status::MissingRequirements | Status::Abandoned => {
                (attempt.missing_fields(&self.settings), attempt.unverified_fields(&self.settings))
            }
        };
        let mut json = json!({
            "object": "sign_up_attempt",
            "id": attempt.id,
            "status": status.as_str(),
            "required_fields": SignUp::required_fields(&self.settings),
            "optional_fields": SignUp::optional_fields(&self.settings),
            "missing_fields": missing,
            "unverified_fields": unverified,
            "verifications": {
                "email_address": self.attribute_verification_json(attempt, Attribute::EmailAddress),
                "phone_number": self.attribute_verification_json(attempt, Attribute::PhoneNumber),
                "web3_wallet": self.wallet_verification_json(attempt),
                "external_account": attempt
                    .external_account
                    .as_ref()
                    .map(|proof| self.verification_json(proof)),
            },
            "username": attempt.username,
            "email_address": attempt.email_address,
            "phone_number": attempt.phone_number,
            "web3_wallet": attempt.web3_wallet,
            "password_enabled": attempt.password_hash.is_some(),
            "has_password": attempt.password_hash.is_some(),
            "first_name": attempt.first_name,
            "last_name": attempt.last_name,
            "unsafe_metadata": attempt.unsafe_metadata,
            "public_metadata": attempt.public_metadata,
            "custom_action": false,
            "external_id": null,
            "external_account": null,
            "locale": attempt.locale,
            "created_session_id": attempt.created_session_id,
            "created_user_id": attempt.created_user_id,
            "abandon_at": attempt.abandon_at,
            "legal_accepted_at": attempt.legal_accepted_at,
        });
        self.add_protect_check(&mut json, attempt.protect_check.as_ref());
        json
    }

    /// An address or a number has a verification as soon as it is known. Before anything was sent nothing can
    /// expire but the attempt itself, so its end is given as the verification's.
    fn attribute_verification_json(&self, attempt: &SignUp, attribute: Attribute) -> Value {
        if attempt.value(attribute).is_none() {
            return Value::Null;
        }
        let strategies = attribute.strategies(&self.settings);
        let begun = attempt.proof(attribute);
        let voucher = attempt.email_vouched_by.as_ref().filter(|_| attribute == Attribute::EmailAddress);
        let mut json = match (voucher, begun) {
            (Some(strategy), _) => vouched_verification_json(strategy),
            (None, Some(verification)) => self.verification_json(verification),
            (None, None) => json!({
                "object": "verification_otp",
                "status": verification::Status::Unverified.as_str(),
                "strategy": strategies.first().map(|strategy| strategy.as_str()),
                "attempts": null,
                "expire_at": attempt.abandon_at,
            }),
        };
        let next_action = match begun.map(|verification| verification.status_at(self.now)) {
            _ if attempt.is_verified(attribute) => "",
            Some(verification::Status::Verified | verification::Status::Transferable) => "",
            Some(verification::Status::Unverified) => "needs_attempt",
            None | Some(verification::Status::Failed | verification::Status::Expired) => "needs_prepare",
        };
        let names: Vec<&str> = strategies.into_iter().map(Strategy::as_str).collect();
        if let Some(fields) = json.as_object_mut() {
            fields.insert("next_action".to_owned(), json!(next_action));
            fields.insert("supported_strategies".to_owned(), json!(names));
        }
        json
    }
}
