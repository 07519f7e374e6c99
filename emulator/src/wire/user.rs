//! The user object and its parts.

use serde_json::{Value, json};

use super::external::vouched_verification_json;
use super::web3::web3_wallet_json;
use crate::clock::SECOND;
use crate::http::visit::Visit;
use crate::model::passkey::Passkey;
use crate::model::user::{EmailAddress, PhoneNumber, Proof, User};
use crate::model::verification::{Strategy, Verification};

impl Visit<'_> {
    pub(crate) fn user_json(&self, user: &User) -> Value {
        let emails: Vec<Value> =
            user.email_addresses.iter().map(|email| self.email_address_json(email)).collect();
        let phones: Vec<Value> =
            user.phone_numbers.iter().map(|phone| self.phone_number_json(phone)).collect();
        let passkeys: Vec<Value> = user.passkeys.iter().map(passkey_json).collect();
        let (external, enterprise) = self.external_accounts_json(user);
        let lockout_s = user.locked_for(self.now).map(|left| left / SECOND);
        let attempts_left = self.settings.lockout_max_attempts.saturating_sub(user.failed_attempts);
        json!({
            "object": "user",
            "id": user.id,
            "username": user.username,
            "first_name": user.first_name,
            "last_name": user.last_name,
            "image_url": self.avatar_url(),
            "profile_image_url": self.avatar_url(),
            "has_image": false,
            "primary_email_address_id": user.email_addresses.first().map(|email| &email.id),
            "primary_phone_number_id": user.phone_numbers.iter().find(|phone| phone.is_verified()).map(|phone| &phone.id),
            "primary_web3_wallet_id": user.web3_wallets.first().map(|wallet| &wallet.id),
            "password_enabled": user.password_hash.is_some(),
            "two_factor_enabled": user.has_second_factor(),
            "totp_enabled": user.totp.is_some(),
            "backup_code_enabled": !user.backup_codes.is_empty(),
            "email_addresses": emails,
            "phone_numbers": phones,
            "web3_wallets": user.web3_wallets.iter().map(web3_wallet_json).collect::<Vec<Value>>(),
            "passkeys": passkeys,
            "organization_memberships": self.memberships_json(user),
            "external_accounts": external,
            "saml_accounts": [],
            "enterprise_accounts": enterprise,
            "public_metadata": user.public_metadata,
            "unsafe_metadata": user.unsafe_metadata,
            "external_id": user.external_id,
            "last_sign_in_at": user.last_sign_in_at,
            "banned": false,
            "deprovisioned": false,
            "locked": lockout_s.is_some(),
            "lockout_expires_in_seconds": lockout_s,
            "verification_attempts_remaining": attempts_left,
            "created_at": user.created_at,
            "updated_at": user.updated_at,
            "delete_self_enabled": true,
            "create_organization_enabled": self.settings.organizations.can_be_made(),
            "create_organizations_limit": self.settings.organizations.creation_limit,
            "last_active_at": user.last_sign_in_at,
            "mfa_enabled_at": user.has_second_factor().then_some(user.created_at),
            "mfa_disabled_at": null,
            "legal_accepted_at": user.legal_accepted_at,
        })
    }

    pub(crate) fn public_user_data_json(&self, user: &User) -> Value {
        json!({
            "first_name": user.first_name,
            "last_name": user.last_name,
            "image_url": self.avatar_url(),
            "has_image": false,
            "identifier": user.identifier(),
            "profile_image_url": self.avatar_url(),
            "user_id": user.id,
            "username": user.username,
            "banned": false,
            "deprovisioned": false,
        })
    }

    pub(crate) fn email_address_json(&self, email: &EmailAddress) -> Value {
        json!({
            "object": "email_address",
            "id": email.id,
            "email_address": email.address,
            "reserved": false,
            "verification": self.contact_verification_json(&email.proof, email.verification.as_ref(), Strategy::EmailCode),
            "linked_to": [],
            "matches_sso_connection": self.settings.has_connection_for(&email.address),
            "created_at": email.created_at,
            "updated_at": email.created_at,
        })
    }

    pub(crate) fn phone_number_json(&self, phone: &PhoneNumber) -> Value {
        json!({
            "object": "phone_number",
            "id": phone.id,
            "phone_number": phone.number,
            "reserved_for_second_factor": phone.reserved_for_second_factor,
            "default_second_factor": phone.default_second_factor,
            "reserved": false,
            "verification": self.contact_verification_json(&phone.proof, phone.verification.as_ref(), Strategy::PhoneCode),
            "linked_to": [],
            "backup_codes": null,
            "created_at": phone.created_at,
            "updated_at": phone.created_at,
        })
    }

    /// How an address or a phone came to be trusted, or how it stands with the code that was sent there.
    fn contact_verification_json(
        &self,
        proof: &Proof,
        begun: Option<&Verification>,
        code: Strategy,
    ) -> Value {
        match (proof, begun) {
            (Proof::None, Some(begun)) => self.verification_json(begun),
            _ => proof_json(proof, code),
        }
    }

    /// One picture for everybody, from the emulator itself: a page that develops against it
    /// needs no network.
    pub(crate) fn avatar_url(&self) -> String {
        format!("{}/_emulator/avatar.svg", self.caller.base_url)
    }
}

fn passkey_json(passkey: &Passkey) -> Value {
    json!({
        "object": "passkey",
        "id": passkey.id,
        "name": passkey.name,
        "last_used_at": passkey.last_used_at,
        "verification": {
            "object": "verification_passkey",
            "status": "verified",
            "strategy": "passkey",
            "attempts": 1,
            "expire_at": passkey.created_at,
        },
        "created_at": passkey.created_at,
        "updated_at": passkey.created_at,
    })
}

/// How something came to be trusted; `code` is the strategy by which codes are sent there.
fn proof_json(proof: &Proof, code: Strategy) -> Value {
    let verified = |object: &str, strategy: &str, attempts: Option<u32>, expire_at: Option<i64>| {
        json!({
            "object": object,
            "status": "verified",
            "strategy": strategy,
            "attempts": attempts,
            "expire_at": expire_at,
        })
    };
    match proof {
        Proof::None => Value::Null,
        Proof::Admin => verified("verification_admin", "admin", None, None),
        Proof::External(strategy) => vouched_verification_json(strategy),
        Proof::Ticket => verified("verification_ticket", Strategy::Ticket.as_str(), None, None),
        Proof::Code { attempts, expire_at } => {
            verified("verification_otp", code.as_str(), Some(*attempts), Some(*expire_at))
        }
        Proof::Link { attempts, expire_at } => verified(
            "verification_email_link",
            Strategy::EmailLink.as_str(),
            Some(*attempts),
            Some(*expire_at),
        ),
    }
}
