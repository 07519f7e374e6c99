//! What may prove who somebody is.

use serde_json::{Value, json};

use crate::http::visit::Visit;
use crate::model::sign_in::SignIn;
use crate::model::user::{EmailAddress, PhoneNumber, User};
use crate::model::verification::Strategy;
use crate::state::normalized_phone;

impl Visit<'_> {
    /// What may prove first, at a sign-in, that somebody is this user.
    pub(super) fn sign_in_factors_json(&self, user: &User) -> Vec<Value> {
        let resets = user.password_hash.is_some();
        let by_email = emails_json(user, Strategy::ResetPasswordEmailCode);
        let by_phone = phones_json(user, Strategy::ResetPasswordPhoneCode);
        let by_phone = by_phone.filter(|_| self.settings.has_phone_numbers());
        let passkey =
            Some(plain(Strategy::Passkey)).filter(|_| self.settings.passkey && !user.passkeys.is_empty());
        let links = emails_json(user, Strategy::EmailLink).filter(|_| self.settings.email_link);
        let others = by_email.chain(by_phone).filter(|_| resets);
        self.first_factors_json(user).into_iter().chain(passkey).chain(links).chain(others).collect()
    }

    /// What may prove first that somebody is this user who is signed in.
    pub(super) fn reverification_factors_json(&self, user: &User) -> Vec<Value> {
        let passkey = (!user.passkeys.is_empty()).then(|| plain(Strategy::Passkey));
        self.first_factors_json(user).into_iter().chain(passkey).collect()
    }

    fn first_factors_json(&self, user: &User) -> Vec<Value> {
        let password = user.password_hash.as_ref().map(|_| plain(Strategy::Password));
        let phones = phones_json(user, Strategy::PhoneCode).filter(|_| self.settings.has_phone_numbers());
        let wallets = self.wallet_factors_json(user);
        let codes = emails_json(user, Strategy::EmailCode).chain(phones);
        password.into_iter().chain(codes).chain(wallets).collect()
    }

    /// What may prove it a second time, at a sign-in.
    pub(super) fn sign_in_second_factors_json(&self, user: &User) -> Vec<Value> {
        let by_email =
            self.settings.email_second_factors.iter().flat_map(|strategy| emails_json(user, *strategy));
        second_factors_json(user).into_iter().chain(by_email).collect()
    }
}

/// What may prove it a second time.
pub(super) fn second_factors_json(user: &User) -> Vec<Value> {
    let phones = user.second_factor_phones().enumerate().map(|(position, phone)| {
        json!({
            "strategy": Strategy::PhoneCode.as_str(),
            "safe_identifier": phone.number,
            "phone_number_id": phone.id,
            "primary": is_primary_phone(user, phone),
            "default": position == 0,
        })
    });
    let totp = user.totp.as_ref().map(|_| plain(Strategy::Totp));
    let codes = (!user.backup_codes.is_empty()).then(|| plain(Strategy::BackupCode));
    phones.chain(totp).chain(codes).collect()
}

/// The code that proves the address or the number of somebody who is not here yet.
pub(super) fn newcomer_factors_json(attempt: &SignIn) -> Vec<Value> {
    let address = attempt.newcomer.as_deref().unwrap_or_default();
    let (strategy, id) = match normalized_phone(address).is_some() {
        true => (Strategy::PhoneCode, "phone_number_id"),
        false => (Strategy::EmailCode, "email_address_id"),
    };
    vec![json!({
        "strategy": strategy.as_str(),
        "safe_identifier": address,
        id: attempt.newcomer_id,
        "primary": true,
    })]
}

fn plain(strategy: Strategy) -> Value {
    json!({ "strategy": strategy.as_str() })
}

fn emails_json(user: &User, strategy: Strategy) -> impl Iterator<Item = Value> {
    let is_primary =
        |email: &EmailAddress| user.email_addresses.first().is_some_and(|first| first.id == email.id);
    user.verified_emails().map(move |email| {
        json!({
            "strategy": strategy.as_str(),
            "safe_identifier": email.address,
            "email_address_id": email.id,
            "primary": is_primary(email),
        })
    })
}

fn phones_json(user: &User, strategy: Strategy) -> impl Iterator<Item = Value> {
    user.first_factor_phones().map(move |phone| {
        json!({
            "strategy": strategy.as_str(),
            "safe_identifier": phone.number,
            "phone_number_id": phone.id,
            "primary": is_primary_phone(user, phone),
        })
    })
}

fn is_primary_phone(user: &User, phone: &PhoneNumber) -> bool {
    user.phone_numbers.first().is_some_and(|first| first.id == phone.id)
}
