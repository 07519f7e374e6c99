//! What a user is identified by: addresses, numbers, wallets, accounts elsewhere, passkeys.

use super::owned::{done, owned};
use crate::engine::flows::{Elsewhere, verify_address};
use crate::engine::wire::Work;
use crate::fapi::endpoints::account::{Given, identification as rows};
use crate::fapi::params::{PrepareEmailAddress, Reauthorize};
use crate::json::Json;
use crate::model::Strategy;

owned! {
    /// An email address of a user: [`User::email_addresses`](super::User::email_addresses) has those that are there,
    /// [`User::create_email_address`](super::User::create_email_address) adds one.
    EmailAddress
}

impl EmailAddress {
    /// Has a code or a link sent to the address. Calls that overlap send one.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn prepare_verification(&self, params: PrepareEmailAddress) -> Work {
        self.0.change(&rows::PREPARE_EMAIL_ADDRESS, params.to_json())
    }

    /// Has a link sent to the address, which leads to `redirect_url` in the end, and waits until it was followed, which is looked for each
    /// second. Dropping this ends the wait.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn start_email_link_flow(&self, redirect_url: &str) -> Work {
        self.verify_elsewhere(Elsewhere::Link, redirect_url)
    }

    /// Has the address verified at the enterprise that it belongs to: the browser has to be sent to
    /// [`external_verification_redirect_url`](crate::model::Verification::external_verification_redirect_url) of
    /// [`data`](Self::data)'s verification meanwhile. Waits as [`start_email_link_flow`](Self::start_email_link_flow) does.
    ///
    /// # Errors
    /// The same; [`ErrorKind::State`](crate::ErrorKind::State) when the server does not say where that is.
    pub fn start_enterprise_sso_link_flow(&self, redirect_url: &str) -> Work {
        self.verify_elsewhere(Elsewhere::Enterprise, redirect_url)
    }

    fn verify_elsewhere(&self, how: Elsewhere, redirect_url: &str) -> Work {
        let params = Json::object(&[("redirectUrl", Json::from(redirect_url))]);
        verify_address(&self.0.rest(), &self.0.resource, how, &params)
    }

    /// Verifies the address by the `code` that was sent to it.
    ///
    /// # Errors
    /// What the Frontend API answers, such as `form_code_incorrect`.
    pub fn attempt_verification(&self, code: &str) -> Work {
        self.0.change(&rows::ATTEMPT_EMAIL_ADDRESS, one("code", code))
    }

    /// Takes the address away from the user. The handle stays what it was.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn destroy(&self) -> Work {
        self.0.change(&rows::DESTROY_EMAIL_ADDRESS, Given::default())
    }

    /// Reads the address again.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn reload(&self) -> Work {
        self.0.reload("/me/email_addresses")
    }
}

owned! {
    /// A phone number of a user: [`User::phone_numbers`](super::User::phone_numbers) has those that are there,
    /// [`User::create_phone_number`](super::User::create_phone_number) adds one.
    PhoneNumber
}

impl PhoneNumber {
    /// Has a code sent to the number. Calls that overlap send one.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn prepare_verification(&self) -> Work {
        self.0.change(&rows::PREPARE_PHONE_NUMBER, Given::default())
    }

    /// Verifies the number by the `code` that was sent to it.
    ///
    /// # Errors
    /// What the Frontend API answers, such as `form_code_incorrect`.
    pub fn attempt_verification(&self, code: &str) -> Work {
        self.0.change(&rows::ATTEMPT_PHONE_NUMBER, one("code", code))
    }

    /// Makes the number a second factor, or not. [`data`](Self::data) has backup codes then, if they were just made.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn set_reserved_for_second_factor(&self, reserved: bool) -> Work {
        self.0.change(&rows::RESERVE_PHONE_NUMBER, Json::object(&[("reserved", Json::from(reserved))]))
    }

    /// Makes the number the second factor that is offered first.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn make_default_second_factor(&self) -> Work {
        self.0.change(&rows::MAKE_DEFAULT_PHONE_NUMBER, Given::default())
    }

    /// Takes the number away from the user. The handle stays what it was.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn destroy(&self) -> Work {
        self.0.change(&rows::DESTROY_PHONE_NUMBER, Given::default())
    }

    /// Reads the number again.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn reload(&self) -> Work {
        self.0.reload("/me/phone_numbers")
    }
}

owned! {
    /// A wallet of a user: [`User::web3_wallets`](super::User::web3_wallets) has those that are there,
    /// [`User::create_web3_wallet`](super::User::create_web3_wallet) adds one.
    Web3Wallet
}

impl Web3Wallet {
    /// Asks for the text that the wallet has to sign, by its `strategy`, such as [`Strategy::Web3Metamask`]: it is in
    /// [`Verification::message`](crate::model::Verification::message).
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn prepare_verification(&self, strategy: impl Into<Strategy>) -> Work {
        self.0.change(&rows::PREPARE_WEB3_WALLET, one("strategy", strategy.into().as_str()))
    }

    /// Verifies the wallet by its `signature` of that text.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn attempt_verification(&self, signature: &str) -> Work {
        self.0.change(&rows::ATTEMPT_WEB3_WALLET, one("signature", signature))
    }

    /// Takes the wallet away from the user. The handle stays what it was.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn destroy(&self) -> Work {
        self.0.change(&rows::DESTROY_WEB3_WALLET, Given::default())
    }
}

owned! {
    /// An account of a user at a provider: [`User::external_accounts`](super::User::external_accounts) has those that are there,
    /// [`User::create_external_account`](super::User::create_external_account) adds one.
    ExternalAccount
}

impl ExternalAccount {
    /// Asks the provider once more, for more scopes for one. The page to go to is the
    /// [`external_verification_redirect_url`](crate::model::Verification::external_verification_redirect_url) of the verification then.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn reauthorize(&self, params: Reauthorize) -> Work {
        self.0.change(&rows::REAUTHORIZE_EXTERNAL_ACCOUNT, params.to_json())
    }

    /// Takes the account away from the user. The handle stays what it was.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn destroy(&self) -> Work {
        self.0.change(&rows::DESTROY_EXTERNAL_ACCOUNT, Given::default())
    }
}

owned! {
    /// An account of a user at an enterprise: [`User::enterprise_accounts`](super::User::enterprise_accounts).
    EnterpriseAccount
}

impl EnterpriseAccount {
    /// Takes the account away from the user. The handle stays what it was.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn destroy(&self) -> Work {
        self.0.change(&rows::DESTROY_ENTERPRISE_ACCOUNT, Given::default())
    }
}

owned! {
    /// A passkey of a user: [`User::passkeys`](super::User::passkeys).
    Passkey
}

impl Passkey {
    /// Gives the passkey another name.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn rename(&self, name: &str) -> Work {
        self.0.change(&rows::UPDATE_PASSKEY, one("name", name))
    }

    /// Takes the passkey away from the user. The handle stays what it was.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn delete(&self) -> Work {
        done(self.0.ask(&rows::DELETE_PASSKEY, Given::default()))
    }
}

/// Parameters of one key.
pub(super) fn one(key: &str, value: &str) -> Given {
    Json::object(&[(key, Json::from(value))]).into()
}
