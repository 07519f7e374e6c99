//! The attributes that a user may have, and what each is good for.

use serde_json::{Map, Value, json};

use crate::model::sign_up::Attribute;
use crate::model::verification::Strategy;
use crate::settings::{Requirement, Settings};

/// Attributes of a user that the emulator does not have.
const ABSENT: [&str; 1] = ["ticket"];

/// What one attribute is good for.
struct Uses {
    requirement: Requirement,
    first_factors: Vec<Strategy>,
    second_factors: Vec<Strategy>,
    verifications: Vec<Strategy>,
}

impl Uses {
    fn only_there(requirement: Requirement) -> Self {
        Self { requirement, first_factors: vec![], second_factors: vec![], verifications: vec![] }
    }

    fn json(&self) -> Value {
        json!({
            "enabled": self.requirement != Requirement::Off,
            "required": self.requirement == Requirement::Required,
            "used_for_first_factor": !self.first_factors.is_empty(),
            "first_factors": strategy_names(&self.first_factors),
            "used_for_second_factor": !self.second_factors.is_empty(),
            "second_factors": strategy_names(&self.second_factors),
            "verifications": strategy_names(&self.verifications),
            "verify_at_sign_up": !self.verifications.is_empty(),
            "immutable": false,
        })
    }
}

/// Every attribute by its name.
pub(super) fn attributes_json(settings: &Settings) -> Map<String, Value> {
    let absent = ABSENT.into_iter().map(|name| (name, Uses::only_there(Requirement::Off)));
    let plain = [
        ("username", settings.username),
        ("first_name", settings.first_name),
        ("last_name", settings.last_name),
        ("password", settings.password),
    ]
    .into_iter()
    .map(|(name, requirement)| (name, Uses::only_there(requirement)));
    let proving = [
        ("email_address", email_address(settings)),
        ("phone_number", phone_number(settings)),
        ("web3_wallet", web3_wallet(settings)),
        ("authenticator_app", second_factor(settings, Strategy::Totp)),
        ("backup_code", second_factor(settings, Strategy::BackupCode)),
        ("passkey", passkey(settings)),
    ];
    absent.chain(proving).chain(plain).map(|(name, uses)| (name.to_owned(), uses.json())).collect()
}

fn email_address(settings: &Settings) -> Uses {
    let strategies = Attribute::EmailAddress.strategies(settings);
    Uses {
        requirement: settings.email_address,
        first_factors: strategies.clone(),
        second_factors: settings.email_second_factors.clone(),
        verifications: if settings.verify_email_at_sign_up { strategies } else { vec![] },
    }
}

fn phone_number(settings: &Settings) -> Uses {
    let strategies = Attribute::PhoneNumber.strategies(settings);
    let when = |condition: bool| if condition { strategies.clone() } else { vec![] };
    Uses {
        requirement: settings.phone_number,
        first_factors: when(settings.has_phone_numbers()),
        second_factors: when(settings.second_factor_at_sign_in),
        verifications: when(settings.has_phone_numbers()),
    }
}

fn web3_wallet(settings: &Settings) -> Uses {
    let strategies: Vec<Strategy> = settings.web3_wallets.iter().copied().map(Strategy::Web3).collect();
    Uses {
        first_factors: strategies.clone(),
        verifications: strategies,
        ..Uses::only_there(settings.web3_wallet())
    }
}

fn passkey(settings: &Settings) -> Uses {
    match settings.passkey {
        true => Uses { first_factors: vec![Strategy::Passkey], ..Uses::only_there(Requirement::On) },
        false => Uses::only_there(Requirement::Off),
    }
}

fn second_factor(settings: &Settings, strategy: Strategy) -> Uses {
    match settings.second_factor_at_sign_in {
        true => Uses { second_factors: vec![strategy], ..Uses::only_there(Requirement::On) },
        false => Uses::only_there(Requirement::Off),
    }
}

/// What may prove somebody first.
pub(super) fn first_factors(settings: &Settings) -> Vec<&'static str> {
    let password = (settings.password != Requirement::Off).then_some(Strategy::Password);
    let attributes = [email_address(settings), phone_number(settings), passkey(settings)];
    let sent = attributes.into_iter().flat_map(|uses| uses.first_factors);
    strategy_names(&sent.chain(password).collect::<Vec<Strategy>>())
}

/// What may prove somebody a second time.
pub(super) fn second_factors(settings: &Settings) -> Vec<&'static str> {
    if !settings.second_factor_at_sign_in {
        return Vec::new();
    }
    let all = [Strategy::PhoneCode, Strategy::Totp, Strategy::BackupCode];
    let by_email = settings.email_second_factors.iter().copied();
    strategy_names(&all.into_iter().chain(by_email).collect::<Vec<Strategy>>())
}

/// The words on the wire.
pub(super) fn strategy_names(strategies: &[Strategy]) -> Vec<&'static str> {
    strategies.iter().map(|strategy| strategy.as_str()).collect()
}
