//! The methods of what a user is identified by: addresses, numbers, wallets, accounts elsewhere, passkeys.

use super::row::{Body, Gives, Row};
use super::rows;
use crate::fapi::Method;

rows![
    CREATE_EMAIL_ADDRESS,
    PREPARE_EMAIL_ADDRESS,
    ATTEMPT_EMAIL_ADDRESS,
    DESTROY_EMAIL_ADDRESS,
    CREATE_PHONE_NUMBER,
    PREPARE_PHONE_NUMBER,
    ATTEMPT_PHONE_NUMBER,
    RESERVE_PHONE_NUMBER,
    MAKE_DEFAULT_PHONE_NUMBER,
    DESTROY_PHONE_NUMBER,
    CREATE_WEB3_WALLET,
    PREPARE_WEB3_WALLET,
    ATTEMPT_WEB3_WALLET,
    DESTROY_WEB3_WALLET,
    REAUTHORIZE_EXTERNAL_ACCOUNT,
    DESTROY_EXTERNAL_ACCOUNT,
    DESTROY_ENTERPRISE_ACCOUNT,
    UPDATE_PASSKEY,
    DELETE_PASSKEY,
    ATTEMPT_PASSKEY,
];

const EMAIL: &str = "EmailAddress";
const PHONE: &str = "PhoneNumber";
const WALLET: &str = "Web3Wallet";
const EXTERNAL: &str = "ExternalAccount";
const PASSKEY: &str = "Passkey";

/// Adds the address that the resource shows.
pub static CREATE_EMAIL_ADDRESS: Row = create(EMAIL, "/me/email_addresses/{id?}", "email_address");
/// Has a code or a link sent to the address.
pub static PREPARE_EMAIL_ADDRESS: Row =
    prepare(EMAIL, "/me/email_addresses/{id?}/prepare_verification").sends(Body::All);
/// Verifies the address by the code.
pub static ATTEMPT_EMAIL_ADDRESS: Row =
    attempt(EMAIL, "/me/email_addresses/{id?}/attempt_verification", "code");
/// Takes the address away.
pub static DESTROY_EMAIL_ADDRESS: Row = destroy(EMAIL, "/me/email_addresses/{id?}");

/// Adds the number that the resource shows.
pub static CREATE_PHONE_NUMBER: Row = create(PHONE, "/me/phone_numbers/{id?}", "phone_number");
/// Has a code sent to the number.
pub static PREPARE_PHONE_NUMBER: Row = prepare(PHONE, "/me/phone_numbers/{id?}/prepare_verification")
    .says(Body::Fixed("strategy", "phone_code"));
/// Verifies the number by the code.
pub static ATTEMPT_PHONE_NUMBER: Row = attempt(PHONE, "/me/phone_numbers/{id?}/attempt_verification", "code");
/// Makes the number a second factor, or not.
pub static RESERVE_PHONE_NUMBER: Row =
    Row::new(PHONE, "setReservedForSecondFactor", Method::Patch, "/me/phone_numbers/{id?}")
        .sends(Body::Only("reserved>reserved_for_second_factor"));
/// Makes the number the second factor that is asked for first.
pub static MAKE_DEFAULT_PHONE_NUMBER: Row =
    Row::new(PHONE, "makeDefaultSecondFactor", Method::Patch, "/me/phone_numbers/{id?}")
        .says(Body::Fixed("default_second_factor", "true"));
/// Takes the number away.
pub static DESTROY_PHONE_NUMBER: Row = destroy(PHONE, "/me/phone_numbers/{id?}");

/// Adds the wallet that the resource shows.
pub static CREATE_WEB3_WALLET: Row = create(WALLET, "/me/web3_wallets/{id?}", "web3_wallet");
/// Asks for the text that the wallet has to sign.
pub static PREPARE_WEB3_WALLET: Row =
    prepare(WALLET, "/me/web3_wallets/{id?}/prepare_verification").sends(Body::All);
/// Verifies the wallet by its signature.
pub static ATTEMPT_WEB3_WALLET: Row =
    attempt(WALLET, "/me/web3_wallets/{id?}/attempt_verification", "signature");
/// Takes the wallet away.
pub static DESTROY_WEB3_WALLET: Row = destroy(WALLET, "/me/web3_wallets/{id?}");

/// Asks a provider for the account once more, with more scopes for one.
pub static REAUTHORIZE_EXTERNAL_ACCOUNT: Row =
    Row::new(EXTERNAL, "reauthorize", Method::Patch, "/me/external_accounts/{id?}/reauthorize")
        .sends(Body::Only("additionalScopes>additional_scope redirectUrl oidcPrompt oidcLoginHint"));
/// Takes the account away.
pub static DESTROY_EXTERNAL_ACCOUNT: Row = destroy(EXTERNAL, "/me/external_accounts/{id?}");
/// Takes the account at an enterprise away.
pub static DESTROY_ENTERPRISE_ACCOUNT: Row = destroy("EnterpriseAccount", "/me/enterprise_accounts/{id?}");

/// Gives a passkey another name.
pub static UPDATE_PASSKEY: Row =
    Row::new(PASSKEY, "update", Method::Patch, "/me/passkeys/{id?}").sends(Body::All);
/// Takes a passkey away.
pub static DELETE_PASSKEY: Row =
    Row::new(PASSKEY, "delete", Method::Delete, "/me/passkeys/{id?}").gives(Gives::Deleted);
/// Tells of the passkey that was made.
pub static ATTEMPT_PASSKEY: Row = Row::new(
    PASSKEY,
    "__internal_attemptVerification",
    Method::Post,
    "/me/passkeys/{id?}/attempt_verification",
)
.sends(Body::All);

const fn create(noun: &'static str, path: &'static str, key: &'static str) -> Row {
    Row::new(noun, "create", Method::Post, path).says(Body::Own(key))
}

const fn prepare(noun: &'static str, path: &'static str) -> Row {
    Row::new(noun, "prepareVerification", Method::Post, path).shared()
}

const fn attempt(noun: &'static str, path: &'static str, names: &'static str) -> Row {
    Row::new(noun, "attemptVerification", Method::Post, path).sends(Body::Only(names))
}

const fn destroy(noun: &'static str, path: &'static str) -> Row {
    Row::new(noun, "destroy", Method::Delete, path).gives(Gives::Nothing)
}
