//! The sign-in object.

use serde_json::{Value, json};

use super::factor::newcomer_factors_json;
use crate::http::visit::Visit;
use crate::model::message::Channel;
use crate::model::sign_in::{SignIn, Status};
use crate::model::user::User;
use crate::model::verification::{Strategy, Verification};

impl Visit<'_> {
    pub(crate) fn sign_in_json(&self, attempt: &SignIn) -> Value {
        let status = attempt.status_at(self.now);
        let user = attempt.account.as_ref().and_then(|account| self.tables.users.get(&account.user_id));
        let when = |wanted: Status| user.filter(|_| status == wanted);
        let firsts = match attempt.identifier().filter(|_| status == Status::NeedsFirstFactor) {
            Some(address) if self.settings.has_connection_for(address) => {
                Some(self.directories_json(address))
            }
            _ if attempt.newcomer_id.is_some() && status == Status::NeedsFirstFactor => {
                Some(newcomer_factors_json(attempt))
            }
            None if status == Status::NeedsFirstFactor => Some(vec![json!({ "strategy": "passkey" })]),
            _ => when(Status::NeedsFirstFactor).map(|user| self.sign_in_factors_json(user)),
        };
        let seconds = when(Status::NeedsSecondFactor).map(|user| self.sign_in_second_factors_json(user));
        let proof_json =
            |proof: &Option<Verification>| proof.as_ref().map(|proof| self.verification_json(proof));
        let mut json = json!({
            "object": "sign_in_attempt",
            "id": attempt.id,
            "status": status.as_str(),
            "supported_identifiers": self.settings.identifiers(),
            "supported_first_factors": firsts,
            "supported_second_factors": seconds,
            "first_factor_verification": proof_json(&attempt.first_factor),
            "second_factor_verification": proof_json(&attempt.second_factor),
            "identifier": attempt.identifier(),
            "user_data": user.map(|user| self.user_data_json(user)),
            "created_session_id": attempt.created_session_id,
            "abandon_at": attempt.abandon_at,
            "client_trust_state": null,
        });
        self.add_protect_check(&mut json, attempt.protect_check.as_ref());
        json
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

    /// A verification, whoever is verified.
    pub(crate) fn verification_json(&self, verification: &Verification) -> Value {
        if verification.wallet().is_some() {
            return self.signature_verification_json(verification);
        }
        if verification.external.is_some() {
            return self.external_verification_json(verification);
        }
        let object = match verification.strategy {
            Strategy::Password => "verification_password",
            Strategy::EmailLink => "verification_email_link",
            Strategy::EmailCode
            | Strategy::PhoneCode
            | Strategy::ResetPasswordEmailCode
            | Strategy::ResetPasswordPhoneCode => "verification_otp",
            Strategy::Totp => "verification_totp",
            Strategy::BackupCode => "verification_backup_code",
            Strategy::Passkey => "verification_passkey",
            Strategy::Ticket => "verification_ticket",
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
        let channel = verification.channel.map(Channel::as_str);
        let extras = [
            ("nonce", verification.nonce.as_deref()),
            ("channel", channel),
            ("verified_at_client", verification.verified_at_client.as_deref()),
        ];
        if let Some(fields) = json.as_object_mut() {
            let known = extras.into_iter().filter_map(|(name, value)| Some((name.to_owned(), json!(value?))));
            fields.extend(known);
        }
        json
    }
}
