//! The methods of users, and of what only they are given.

use super::row::{Body, Gives, Query, Row, Takes};
use super::rows;
use crate::fapi::Method;

rows![
    UPDATE,
    UPDATE_METADATA,
    DELETE,
    UPDATE_PASSWORD,
    REMOVE_PASSWORD,
    SET_PROFILE_IMAGE,
    GET_SESSIONS,
    CREATE_PASSKEY,
    CREATE_EMAIL_ADDRESS,
    CREATE_PHONE_NUMBER,
    CREATE_WEB3_WALLET,
    CREATE_EXTERNAL_ACCOUNT,
    CREATE_TOTP,
    VERIFY_TOTP,
    DISABLE_TOTP,
    CREATE_BACKUP_CODE,
    GET_BIOMETRIC_CREDENTIALS,
    PREPARE_BIOMETRIC_CREDENTIAL,
    ATTEMPT_BIOMETRIC_CREDENTIAL,
    REVOKE_BIOMETRIC_CREDENTIAL,
    GET_ENTERPRISE_CONNECTIONS,
    LEAVE_ORGANIZATION,
    GET_ORGANIZATION_MEMBERSHIPS,
    GET_ORGANIZATION_INVITATIONS,
    GET_ORGANIZATION_SUGGESTIONS,
    GET_ORGANIZATION_CREATION_DEFAULTS,
    ACCEPT_INVITATION,
    ACCEPT_SUGGESTION,
    REVOKE_SESSION,
];

const USER: &str = "User";

/// Changes fields of the user.
pub static UPDATE: Row = Row::new(USER, "update", Method::Patch, "/me").sends(Body::All);
/// Merges a patch into the metadata.
pub static UPDATE_METADATA: Row =
    Row::new(USER, "updateMetadata", Method::Patch, "/me/metadata").sends(Body::All);
/// Deletes the user.
pub static DELETE: Row = Row::new(USER, "delete", Method::Delete, "/me").gives(Gives::Nothing);
/// Gives the user a password, or another one.
pub static UPDATE_PASSWORD: Row = post("updatePassword", "/me/change_password").sends(Body::All);
/// Takes the password away.
pub static REMOVE_PASSWORD: Row = post("removePassword", "/me/remove_password").sends(Body::All);
/// Gives the user a picture, or takes it away.
pub static SET_PROFILE_IMAGE: Row =
    post("setProfileImage", "/me/profile_image").takes(Takes::Picture).gives(Gives::One("Image"));
/// The sessions of all devices.
pub static GET_SESSIONS: Row =
    get("getSessions", "/me/sessions/active").gives(Gives::List("SessionWithActivities"));
/// Asks what a passkey should be made of.
pub static CREATE_PASSKEY: Row = post("createPasskey", "/me/passkeys").gives(Gives::One("Passkey"));
/// Adds an address.
pub static CREATE_EMAIL_ADDRESS: Row =
    added("createEmailAddress", "/me/email_addresses/", "email>email_address", "EmailAddress");
/// Adds a number.
pub static CREATE_PHONE_NUMBER: Row =
    added("createPhoneNumber", "/me/phone_numbers/", "phoneNumber", "PhoneNumber");
/// Adds a wallet.
pub static CREATE_WEB3_WALLET: Row =
    added("createWeb3Wallet", "/me/web3_wallets/", "web3Wallet", "Web3Wallet");
/// Adds an account at a provider.
pub static CREATE_EXTERNAL_ACCOUNT: Row = added(
    "createExternalAccount",
    "/me/external_accounts",
    "strategy redirectUrl additionalScopes>additional_scope enterpriseConnectionId oidcPrompt oidcLoginHint",
    "ExternalAccount",
);
/// Begins with an authenticator app.
pub static CREATE_TOTP: Row = post("createTOTP", "/me/totp").gives(Gives::One("TOTP"));
/// Shows that the app is right.
pub static VERIFY_TOTP: Row = added("verifyTOTP", "/me/totp/attempt_verification", "code", "TOTP");
/// Ends with the app.
pub static DISABLE_TOTP: Row =
    Row::new(USER, "disableTOTP", Method::Delete, "/me/totp").gives(Gives::Deleted);
/// Makes backup codes; earlier ones are void.
pub static CREATE_BACKUP_CODE: Row =
    post("createBackupCode", "/me/backup_codes/").gives(Gives::One("BackupCode"));
/// The devices of native applications.
pub static GET_BIOMETRIC_CREDENTIALS: Row =
    get("__experimental_getBiometricCredentials", "/me/biometric_credentials")
        .gives(Gives::List("BiometricCredential"));
/// Asks what a device has to sign.
pub static PREPARE_BIOMETRIC_CREDENTIAL: Row =
    post("__experimental_prepareBiometricCredential", "/me/biometric_credentials/prepare")
        .sends(Body::AllWithLast("publicKeyJwk"))
        .gives(Gives::Challenge);
/// Adds the device that has signed it.
pub static ATTEMPT_BIOMETRIC_CREDENTIAL: Row =
    post("__experimental_attemptBiometricCredential", "/me/biometric_credentials/attempt")
        .sends(Body::AllWithLast("publicKeyJwk"))
        .gives(Gives::One("BiometricCredential"));
/// Takes a device away.
pub static REVOKE_BIOMETRIC_CREDENTIAL: Row = Row::new(
    USER,
    "__experimental_revokeBiometricCredential",
    Method::Delete,
    "/me/biometric_credentials/{=}",
)
.takes(Takes::Id)
.gives(Gives::One("BiometricCredential"));
/// The enterprise connections that the user may use.
pub static GET_ENTERPRISE_CONNECTIONS: Row = get("getEnterpriseConnections", "/me/enterprise_connections")
    .asks(Query::Linking)
    .gives(Gives::List("EnterpriseConnection"));
/// Ends a membership.
pub static LEAVE_ORGANIZATION: Row =
    Row::new(USER, "leaveOrganization", Method::Delete, "/me/organization_memberships/{=}")
        .takes(Takes::Id)
        .gives(Gives::Deleted);
/// The memberships, page by page.
pub static GET_ORGANIZATION_MEMBERSHIPS: Row =
    page("getOrganizationMemberships", "/me/organization_memberships", "OrganizationMembership")
        .asks(Query::PageOfMemberships);
/// The invitations, page by page.
pub static GET_ORGANIZATION_INVITATIONS: Row =
    page("getOrganizationInvitations", "/me/organization_invitations", "UserOrganizationInvitation");
/// Organizations that the user may ask to join, page by page.
pub static GET_ORGANIZATION_SUGGESTIONS: Row =
    page("getOrganizationSuggestions", "/me/organization_suggestions", "OrganizationSuggestion");
/// What a new organization would begin with.
pub static GET_ORGANIZATION_CREATION_DEFAULTS: Row =
    get("getOrganizationCreationDefaults", "/me/organization_creation_defaults")
        .gives(Gives::One("OrganizationCreationDefaults"));

/// Becomes a member by an invitation.
pub static ACCEPT_INVITATION: Row = Row::new(
    "UserOrganizationInvitation",
    "accept",
    Method::Post,
    "/me/organization_invitations/{id}/accept",
);
/// Asks to become a member.
pub static ACCEPT_SUGGESTION: Row =
    Row::new("OrganizationSuggestion", "accept", Method::Post, "/me/organization_suggestions/{id}/accept");
/// Ends a session on another device.
pub static REVOKE_SESSION: Row =
    Row::new("SessionWithActivities", "revoke", Method::Post, "/me/sessions/{id?}/revoke").says(Body::Empty);

const fn get(name: &'static str, path: &'static str) -> Row {
    Row::new(USER, name, Method::Get, path)
}

const fn post(name: &'static str, path: &'static str) -> Row {
    Row::new(USER, name, Method::Post, path)
}

/// Something that the user did not have before.
const fn added(name: &'static str, path: &'static str, names: &'static str, noun: &'static str) -> Row {
    post(name, path).sends(Body::Only(names)).gives(Gives::One(noun))
}

/// A list of what a user has, page by page.
const fn page(name: &'static str, path: &'static str, noun: &'static str) -> Row {
    get(name, path).asks(Query::Page).gives(Gives::Page(noun, ""))
}
