//! The sign-up object.

use serde_json::{Value, json};

use super::external::vouched_verification_json;
use crate::http::visit::Visit;
use crate::model::sign_up::{SignUp, Status};
use crate::model::verification;

impl Visit<'_> {
    pub(crate) fn sign_up_json(&self, attempt: &SignUp) -> Value {
        let status = attempt.status_at(self.now);
        let (missing, unverified) = match status {
            Status::Complete => (Vec::new(), Vec::new()),
            Status::MissingRequirements | Status::Abandoned => {
                (attempt.missing_fields(&self.settings), attempt.unverified_fields(&self.settings))
            }
        };
        json!({
            "object": "sign_up_attempt",
            "id": attempt.id,
            "status": status.as_str(),
            "required_fields": SignUp::required_fields(&self.settings),
            "optional_fields": SignUp::optional_fields(&self.settings),
            "missing_fields": missing,
            "unverified_fields": unverified,
            "verifications": {
                "email_address": self.email_verification_json(attempt),
                "phone_number": null,
                "web3_wallet": self.wallet_verification_json(attempt),
                "external_account": attempt
                    .external_account
                    .as_ref()
                    .map(|proof| self.verification_json(proof)),
            },
            "username": attempt.username,
            "email_address": attempt.email_address,
            "phone_number": null,
            "web3_wallet": attempt.web3_wallet,
            "password_enabled": attempt.password_hash.is_some(),
            "has_password": attempt.password_hash.is_some(),
            "first_name": attempt.first_name,
            "last_name": attempt.last_name,
            "unsafe_metadata": attempt.unsafe_metadata,
            "public_metadata": {},
            "custom_action": false,
            "external_id": null,
            "external_account": null,
            "locale": attempt.locale,
            "created_session_id": attempt.created_session_id,
            "created_user_id": attempt.created_user_id,
            "abandon_at": attempt.abandon_at,
            "legal_accepted_at": attempt.legal_accepted_at,
        })
    }

    /// An address has a verification as soon as it is known. Before a code was sent nothing can
    /// expire but the attempt itself, so its end is given as the verification's.
    fn email_verification_json(&self, attempt: &SignUp) -> Value {
        if attempt.email_address.is_none() {
            return Value::Null;
        }
        let mut json = match (&attempt.email_vouched_by, &attempt.email_verification) {
            (Some(strategy), _) => vouched_verification_json(strategy),
            (None, Some(verification)) => self.verification_json(verification),
            (None, None) => json!({
                "object": "verification_otp",
                "status": verification::Status::Unverified.as_str(),
                "strategy": verification::Strategy::EmailCode.as_str(),
                "attempts": null,
                "expire_at": attempt.abandon_at,
            }),
        };
        let sent = attempt.email_verification.as_ref();
        let next_action = match sent.map(|verification| verification.status_at(self.now)) {
            _ if attempt.email_is_verified() => "",
            Some(verification::Status::Verified | verification::Status::Transferable) => "",
            Some(verification::Status::Unverified) => "needs_attempt",
            None | Some(verification::Status::Failed | verification::Status::Expired) => "needs_prepare",
        };
        if let Some(fields) = json.as_object_mut() {
            fields.insert("next_action".to_owned(), json!(next_action));
            fields.insert("supported_strategies".to_owned(), json!(["email_code"]));
        }
        json
    }
}
