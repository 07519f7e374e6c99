//! The sign-in object.

use serde_json::{Value, json};

use crate::http::visit::Visit;
use crate::model::sign_in::{SignIn, Status};
use crate::model::user::User;
use crate::model::verification::{Strategy, Verification};
use crate::settings::Requirement;

impl Visit<'_> {
    pub(crate) fn sign_in_json(&self, attempt: &SignIn) -> Value {
        let status = attempt.status_at(self.now);
        let user = attempt.account.as_ref().and_then(|account| self.tables.users.get(&account.user_id));
        let factors = match attempt.identifier().filter(|_| status == Status::NeedsFirstFactor) {
            Some(address) if self.settings.has_connection_for(address) => {
                Some(self.directories_json(address))
            }
            Some(_) => user.map(|user| self.first_factors_json(user)),
            None => None,
        };
        json!({
            "object": "sign_in_attempt",
            "id": attempt.id,
            "status": status.as_str(),
            "supported_identifiers": self.supported_identifiers(),
            "supported_first_factors": factors,
            "supported_second_factors": null,
            "first_factor_verification": attempt
                .first_factor
                .as_ref()
                .map(|verification| self.verification_json(verification)),
            "second_factor_verification": null,
            "identifier": attempt.identifier(),
            "user_data": user.map(|user| self.user_data_json(user)),
            "created_session_id": attempt.created_session_id,
            "abandon_at": attempt.abandon_at,
            "client_trust_state": null,
        })
    }

    fn supported_identifiers(&self) -> Vec<&'static str> {
        let username = (self.settings.username != Requirement::Off).then_some("username");
        let wallet = (!self.settings.web3_wallets.is_empty()).then_some("web3_wallet");
        ["email_address"].into_iter().chain(username).chain(wallet).collect()
    }

    /// What may prove first that somebody is this user.
    pub(crate) fn first_factors_json(&self, user: &User) -> Vec<Value> {
        let password = user.password_hash.as_ref().map(|_| json!({ "strategy": "password" }));
        let codes = user.email_addresses.iter().enumerate().filter(|(_, email)| email.is_verified()).map(
            |(position, email)| {
                json!({
                    "strategy": "email_code",
                    "safe_identifier": email.address,
                    "email_address_id": email.id,
                    "primary": position == 0,
                })
            },
        );
        password.into_iter().chain(codes).chain(self.wallet_factors_json(user)).collect()
    }

    fn user_data_json(&self, user: &User) -> Value {
        json!({
            "first_name": user.first_name,
            "last_name": user.last_name,
            "image_url": self.avatar_url(),
            "has_image": false,
            "profile_image_url": self.avatar_url(),
        })
    }

    /// A verification by a code or by a secret.
    pub(crate) fn verification_json(&self, verification: &Verification) -> Value {
        if verification.wallet().is_some() {
            return self.signature_verification_json(verification);
        }
        if verification.external.is_some() {
            return self.external_verification_json(verification);
        }
        let object = match verification.strategy {
            Strategy::Password => "verification_password",
            Strategy::EmailCode | Strategy::PhoneCode => "verification_otp",
            Strategy::BackupCode => "verification_backup_code",
            Strategy::Passkey => "verification_passkey",
            Strategy::External => "verification_oauth",
            Strategy::Web3(_) => "verification_web3",
        };
        let mut json = json!({
            "object": object,
            "status": verification.status_at(self.now).as_str(),
            "strategy": verification.strategy.as_str(),
            "attempts": verification.attempts,
            "expire_at": verification.expire_at,
        });
        if let (Some(nonce), Some(fields)) = (&verification.nonce, json.as_object_mut()) {
            fields.insert("nonce".to_owned(), json!(nonce));
        }
        json
    }
}
