//! Finding the account of a sign-in, and where its codes go.

use url::Url;

use crate::error::ApiError;
use crate::http::params::Params;
use crate::http::visit::Visit;
use crate::model::message::{Channel, Recipient};
use crate::model::sign_in::Account;
use crate::model::user::{PhoneNumber, User};
use crate::model::verification::{Factor, Strategy};
use crate::model::web3::normalized_wallet;
use crate::routes::proof::Dispatch;
use crate::routes::redirect::redirect_url;
use crate::routes::strategy::unfit;
use crate::settings::Requirement;
use crate::state::{normalized_email, normalized_phone, normalized_username};

impl Visit<'_> {
    /// The account that `typed` names, unless it is locked, or signed in here already.
    pub(super) fn find_account(&self, typed: &str) -> Result<Account, ApiError> {
        let identifier = self.normalized_identifier(typed)?;
        let user = self.tables.user_named(&identifier);
        let user = user.ok_or_else(ApiError::identifier_not_found)?;
        self.refuse_signed_in(&user.id)?;
        self.refuse_locked(&user.id)?;
        Ok(Account { user_id: user.id.clone(), identifier })
    }

    /// Refuses somebody who is signed in here.
    pub(super) fn refuse_signed_in(&self, user_id: &str) -> Result<(), ApiError> {
        let session = self
            .client()
            .and_then(|client| self.active_sessions(client).find(|session| session.user_id == user_id));
        match session {
            Some(session) => Err(ApiError::already_signed_in(&session.id)),
            None => Ok(()),
        }
    }

    pub(super) fn normalized_identifier(&self, typed: &str) -> Result<String, ApiError> {
        let username = match self.settings.username {
            Requirement::Off => None,
            Requirement::On | Requirement::Required => normalized_username(typed),
        };
        let phone = normalized_phone(typed).filter(|_| self.settings.has_phone_numbers());
        let wallet = if self.settings.web3_wallets.is_empty() { None } else { normalized_wallet(typed) };
        // An address of a wallet could be a username too.
        wallet
            .or_else(|| normalized_email(typed))
            .or(phone)
            .or(username)
            .ok_or_else(|| ApiError::param_format_invalid("identifier", "a valid email address"))
    }

    /// What is to be sent to an account: to the address or phone with the id in the form, else to the one that was
    /// typed, else to the primary one.
    pub(in crate::routes) fn dispatch_to(
        &self,
        account: &Account,
        strategy: Strategy,
        factor: Factor,
        form: &Params,
    ) -> Result<Dispatch, ApiError> {
        let user = self.tables.users.get(&account.user_id);
        let user = user.ok_or_else(ApiError::identifier_not_found)?;
        if strategy.resets_password() && user.password_hash.is_none() {
            return Err(ApiError::strategy_for_user_invalid());
        }
        let recipient = match strategy {
            Strategy::EmailLink if factor == Factor::First && !self.settings.email_link => {
                return Err(unfit(strategy));
            }
            Strategy::EmailCode | Strategy::EmailLink | Strategy::ResetPasswordEmailCode => {
                email_recipient(user, account, form.filled("email_address_id")?)?
            }
            Strategy::PhoneCode | Strategy::ResetPasswordPhoneCode => {
                self.phone_recipient(user, account, strategy, factor, form)?
            }
            other => return Err(unfit(other)),
        };
        Ok(Dispatch {
            strategy,
            recipient,
            channel: phone_channel(form)?,
            redirect_url: link_target(strategy, form)?,
        })
    }

    fn phone_recipient(
        &self,
        user: &User,
        account: &Account,
        strategy: Strategy,
        factor: Factor,
        form: &Params,
    ) -> Result<Recipient, ApiError> {
        let phones: Vec<&PhoneNumber> = match factor {
            Factor::First if !self.settings.has_phone_numbers() => return Err(unfit(strategy)),
            Factor::First => user.first_factor_phones().collect(),
            Factor::Second => user.second_factor_phones().collect(),
        };
        let phone = match form.filled("phone_number_id")? {
            Some(id) => phones
                .iter()
                .find(|phone| phone.id == id)
                .ok_or_else(|| ApiError::related_resource_missing("phone_number_id"))?,
            None => phones
                .iter()
                .find(|phone| phone.number == account.identifier)
                .or_else(|| phones.first())
                .ok_or_else(ApiError::strategy_for_user_invalid)?,
        };
        Ok(Recipient { channel: phone_channel(form)?.unwrap_or(Channel::Sms), address: phone.number.clone() })
    }
}

/// Where a link is to send the browser that opens it.
pub(in crate::routes) fn link_target(strategy: Strategy, form: &Params) -> Result<Option<Url>, ApiError> {
    match strategy {
        Strategy::EmailLink => redirect_url(form.required("redirect_url")?).map(Some),
        _ => Ok(None),
    }
}

/// The way to a phone that the form asks for.
pub(in crate::routes) fn phone_channel(form: &Params) -> Result<Option<Channel>, ApiError> {
    match form.filled("channel")? {
        None => Ok(None),
        Some("sms") => Ok(Some(Channel::Sms)),
        Some("whatsapp") => Ok(Some(Channel::Whatsapp)),
        Some(other) => Err(ApiError::param_value_invalid("channel", other)),
    }
}

fn email_recipient(user: &User, account: &Account, id: Option<&str>) -> Result<Recipient, ApiError> {
    let email = match id {
        Some(id) => user
            .verified_emails()
            .find(|email| email.id == id)
            .ok_or_else(|| ApiError::related_resource_missing("email_address_id"))?,
        None => user
            .verified_emails()
            .find(|email| email.address == account.identifier)
            .or_else(|| user.verified_emails().next())
            .ok_or_else(ApiError::strategy_for_user_invalid)?,
    };
    Ok(Recipient { channel: Channel::Email, address: email.address.clone() })
}
