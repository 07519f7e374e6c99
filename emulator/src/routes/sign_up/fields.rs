//! What a visitor fills into a sign-up, checked before any of it is kept.

use serde_json::{Map, Value};

use crate::error::ApiError;
use crate::http::params::Params;
use crate::http::visit::Visit;
use crate::model::sign_up::{Attribute, SignUp};
use crate::routes::secret::new_password_hash;
use crate::settings::Requirement;
use crate::state::{normalized_email, normalized_phone, normalized_username};

/// Longest name, in characters.
const NAME_LIMIT: usize = 256;
/// Largest metadata, in bytes, as Clerk documents it.
const METADATA_LIMIT: usize = 8 * 1024;

/// An address, or a number where the settings know numbers.
const EITHER: &str = "email_address_or_phone_number";

/// Parameters of a new sign-up, and of a change to one.
pub(super) const PARAMS: [&str; 27] = [
    "transfer",
    "password",
    "first_name",
    "last_name",
    "username",
    "email_address",
    "phone_number",
    EITHER,
    "channel",
    "unsafe_metadata",
    "strategy",
    "redirect_url",
    "action_complete_redirect_url",
    "ticket",
    "web3_wallet",
    "token",
    "code",
    "captcha_token",
    "captcha_error",
    "captcha_widget_type",
    "legal_accepted",
    "oidc_login_hint",
    "oidc_prompt",
    "proof_token",
    "locale",
    "timezone",
    "enterprise_connection_id",
];

/// Checked values; what is absent leaves the attempt as it is.
#[derive(Debug, Default)]
pub(super) struct Fields {
    email_address: Option<String>,
    phone_number: Option<String>,
    username: Option<String>,
    web3_wallet: Option<String>,
    first_name: Option<String>,
    last_name: Option<String>,
    password_hash: Option<String>,
    unsafe_metadata: Option<Map<String, Value>>,
    locale: Option<String>,
    legal_accepted: bool,
}

impl Fields {
    /// Puts the values into an attempt.
    pub(super) fn fill(self, attempt: &mut SignUp, now: i64) {
        if let Some(address) = self.email_address {
            attempt.set(Attribute::EmailAddress, address);
        }
        if let Some(number) = self.phone_number {
            attempt.set(Attribute::PhoneNumber, number);
        }
        if let Some(address) = self.web3_wallet {
            attempt.set_wallet(address);
        }
        let keep_or_set = |slot: &mut Option<String>, value: Option<String>| {
            if value.is_some() {
                *slot = value;
            }
        };
        keep_or_set(&mut attempt.username, self.username);
        keep_or_set(&mut attempt.first_name, self.first_name);
        keep_or_set(&mut attempt.last_name, self.last_name);
        keep_or_set(&mut attempt.password_hash, self.password_hash);
        keep_or_set(&mut attempt.locale, self.locale);
        if let Some(metadata) = self.unsafe_metadata {
            attempt.unsafe_metadata = metadata;
        }
        if self.legal_accepted {
            attempt.legal_accepted_at = Some(now);
        }
    }
}

impl Visit<'_> {
    /// Reads and checks the fields of a form.
    pub(super) fn sign_up_fields(&self, form: &Params) -> Result<Fields, ApiError> {
        form.only(&PARAMS)?;
        let settings = &self.settings;
        Ok(Fields {
            email_address: self.new_email_address(form)?,
            phone_number: self.new_phone_number(form)?,
            username: self.new_username(form)?,
            web3_wallet: self.new_wallet(form)?,
            first_name: name(form, "first_name", settings.first_name)?,
            last_name: name(form, "last_name", settings.last_name)?,
            password_hash: enabled(form, "password", settings.password)?
                .map(|password| new_password_hash(password, settings))
                .transpose()?,
            unsafe_metadata: metadata(form)?,
            locale: form.filled("locale")?.map(str::to_owned),
            legal_accepted: form.flag("legal_accepted")?,
        })
    }

    pub(in crate::routes) fn new_email_address(&self, form: &Params) -> Result<Option<String>, ApiError> {
        let either = form.filled(EITHER)?;
        if let Some(typed) = enabled(form, "email_address", self.settings.email_address)? {
            let address = normalized_email(typed)
                .ok_or_else(|| ApiError::param_format_invalid("email_address", "a valid email address"))?;
            return self.unclaimed(address, "email_address").map(Some);
        }
        match either.filter(|typed| self.either_phone(typed).is_none()) {
            None => Ok(None),
            Some(typed) => {
                let address = normalized_email(typed)
                    .ok_or_else(|| ApiError::param_format_invalid(EITHER, "a valid email address"))?;
                self.unclaimed(address, "email_address").map(Some)
            }
        }
    }

    pub(in crate::routes) fn new_phone_number(&self, form: &Params) -> Result<Option<String>, ApiError> {
        let number = match enabled(form, "phone_number", self.settings.phone_number)? {
            Some(typed) => Some(normalized_phone(typed).ok_or_else(|| {
                ApiError::param_format_invalid("phone_number", "a valid phone number, as +12015550100 is")
            })?),
            None => form.filled(EITHER)?.and_then(|typed| self.either_phone(typed)),
        };
        number.map(|number| self.unclaimed(number, "phone_number")).transpose()
    }

    /// What may be an address or a number, where it is a number.
    fn either_phone(&self, typed: &str) -> Option<String> {
        normalized_phone(typed).filter(|_| self.settings.has_phone_numbers())
    }

    fn unclaimed(&self, name: String, param: &str) -> Result<String, ApiError> {
        match self.tables.user_named(&name) {
            Some(_) => Err(ApiError::identifier_exists(param)),
            None => Ok(name),
        }
    }

    pub(in crate::routes) fn new_username(&self, form: &Params) -> Result<Option<String>, ApiError> {
        let Some(typed) = enabled(form, "username", self.settings.username)? else {
            return Ok(None);
        };
        let username = normalized_username(typed).ok_or_else(|| {
            let must_be = "4 to 64 letters, digits, '_' or '-'";
            ApiError::param_format_invalid("username", must_be)
        })?;
        self.unclaimed(username, "username").map(Some)
    }
}

/// A field that the settings may have switched off, in which case nobody knows it.
fn enabled<'f>(form: &'f Params, param: &str, requirement: Requirement) -> Result<Option<&'f str>, ApiError> {
    match (form.filled(param)?, requirement) {
        (Some(_), Requirement::Off) => Err(ApiError::param_unknown(param)),
        (value, _) => Ok(value),
    }
}

pub(in crate::routes) fn name(
    form: &Params,
    param: &str,
    requirement: Requirement,
) -> Result<Option<String>, ApiError> {
    match enabled(form, param, requirement)? {
        Some(name) if name.chars().count() > NAME_LIMIT => Err(ApiError::param_too_long(param, NAME_LIMIT)),
        name => Ok(name.map(str::to_owned)),
    }
}

pub(in crate::routes) fn metadata(form: &Params) -> Result<Option<Map<String, Value>>, ApiError> {
    let param = "unsafe_metadata";
    let Some(text) = form.filled(param)? else {
        return Ok(None);
    };
    if text.len() > METADATA_LIMIT {
        return Err(ApiError::metadata_too_large(param));
    }
    serde_json::from_str(text).map(Some).map_err(|_| ApiError::metadata_invalid(param))
}
