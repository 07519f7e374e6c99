//! What the Frontend API describes, one file per noun: typed, read-only views over JSON. No I/O, no state.

mod authorization;
mod backend;
mod choice;
mod client;
mod enterprise_connection;
mod external_account;
mod factor;
mod freshness;
mod identification;
mod image;
mod jwt;
mod organization;
mod organization_creation;
mod organization_domain;
mod organization_invitation;
mod protect_check;
mod role;
mod second_factor;
mod session;
mod session_state;
mod session_verification;
mod session_with_activities;
mod sign_in;
mod sign_up;
mod snapshot;
mod timestamp;
mod token;
mod user;
mod verification;
pub(crate) mod view;
mod waitlist;

mod android;

pub use android::android_client;
pub use authorization::{Authorization, Reverification};
pub use backend::{BackendClient, BackendSession, SessionActivity, backend_client};
pub use choice::{
    ClientTrustState, EnrollmentMode, InvitationStatus, MembershipRequestStatus, NextAction,
    PhoneCodeChannel, SessionStatus, SessionTaskKey, SessionVerificationStatus, SignInStatus, SignUpStatus,
    Strategy, VerificationLevel, VerificationStatus,
};
pub use client::Client;
pub use enterprise_connection::{
    EnterpriseConnection, EnterpriseOAuthData, EnterpriseSamlCertificateData, EnterpriseSamlData,
};
pub use external_account::{EnterpriseAccount, EnterpriseAccountConnection, ExternalAccount, Passkey};
pub use factor::Factor;
pub use freshness::{pick_freshest, should_keep_existing};
pub use identification::{EmailAddress, IdentificationLink, PhoneNumber, Web3Wallet};
pub use image::Image;
pub use jwt::Jwt;
pub use organization::{Organization, OrganizationMembership};
pub use organization_creation::{
    OrganizationCreationAdvisory, OrganizationCreationData, OrganizationCreationDefaults,
};
pub use organization_domain::{AffiliationVerificationData, OrganizationDomain, OwnershipVerificationData};
pub use organization_invitation::{
    OrganizationInvitation, OrganizationMembershipRequest, OrganizationSuggestion, PublicOrganizationData,
    UserOrganizationInvitation,
};
pub use protect_check::ProtectCheck;
pub use role::{Permission, Role};
pub use second_factor::{BackupCode, BiometricCredential, TOTP};
pub use session::Session;
pub use session_state::{Actor, FactorAges, SessionTask};
pub use session_verification::SessionVerification;
pub use session_with_activities::SessionWithActivities;
pub use sign_in::SignIn;
pub use sign_up::{SignUp, SignUpEnterpriseConnection, SignUpVerification, SignUpVerifications};
pub use snapshot::client_snapshot;
pub use timestamp::Timestamp;
pub use token::Token;
pub use user::{PublicUserData, User, UserData};
pub use verification::Verification;
pub use waitlist::Waitlist;

/// Name and rows of every noun that JavaScript sees, for `js/glue/resource.js`.
pub const NOUNS: &[(&str, &str)] = &[
    (Client::NAME, Client::FIELDS),
    (Session::NAME, Session::FIELDS),
    (SessionVerification::NAME, SessionVerification::FIELDS),
    (SignIn::NAME, SignIn::FIELDS),
    (SignUp::NAME, SignUp::FIELDS),
    (SignUpVerifications::NAME, SignUpVerifications::FIELDS),
    (SignUpVerification::NAME, SignUpVerification::FIELDS),
    (SignUpEnterpriseConnection::NAME, SignUpEnterpriseConnection::FIELDS),
    (Verification::NAME, Verification::FIELDS),
    (Token::NAME, Token::FIELDS),
    (User::NAME, User::FIELDS),
    (UserData::NAME, UserData::FIELDS),
    (PublicUserData::NAME, PublicUserData::FIELDS),
    (EmailAddress::NAME, EmailAddress::FIELDS),
    (PhoneNumber::NAME, PhoneNumber::FIELDS),
    (Web3Wallet::NAME, Web3Wallet::FIELDS),
    (IdentificationLink::NAME, IdentificationLink::FIELDS),
    (ExternalAccount::NAME, ExternalAccount::FIELDS),
    (EnterpriseAccount::NAME, EnterpriseAccount::FIELDS),
    (EnterpriseAccountConnection::NAME, EnterpriseAccountConnection::FIELDS),
    (Passkey::NAME, Passkey::FIELDS),
    (Organization::NAME, Organization::FIELDS),
    (OrganizationMembership::NAME, OrganizationMembership::FIELDS),
    (Waitlist::NAME, Waitlist::FIELDS),
    (BackendClient::NAME, BackendClient::FIELDS),
    (BackendSession::NAME, BackendSession::FIELDS),
    (SessionActivity::NAME, SessionActivity::FIELDS),
];

/// The same of the nouns that only methods of users and organizations give: JavaScript hears of them when the first of those is called.
pub const ACCOUNT_NOUNS: &[(&str, &str)] = &[
    (OrganizationInvitation::NAME, OrganizationInvitation::FIELDS),
    (OrganizationMembershipRequest::NAME, OrganizationMembershipRequest::FIELDS),
    (OrganizationDomain::NAME, OrganizationDomain::FIELDS),
    (AffiliationVerificationData::NAME, AffiliationVerificationData::FIELDS),
    (OwnershipVerificationData::NAME, OwnershipVerificationData::FIELDS),
    (OrganizationSuggestion::NAME, OrganizationSuggestion::FIELDS),
    (UserOrganizationInvitation::NAME, UserOrganizationInvitation::FIELDS),
    (PublicOrganizationData::NAME, PublicOrganizationData::FIELDS),
    (SessionWithActivities::NAME, SessionWithActivities::FIELDS),
    (Image::NAME, Image::FIELDS),
    (TOTP::NAME, TOTP::FIELDS),
    (BiometricCredential::NAME, BiometricCredential::FIELDS),
    (BackupCode::NAME, BackupCode::FIELDS),
    (Role::NAME, Role::FIELDS),
    (Permission::NAME, Permission::FIELDS),
    (OrganizationCreationDefaults::NAME, OrganizationCreationDefaults::FIELDS),
    (OrganizationCreationData::NAME, OrganizationCreationData::FIELDS),
    (EnterpriseConnection::NAME, EnterpriseConnection::FIELDS),
    (EnterpriseSamlData::NAME, EnterpriseSamlData::FIELDS),
    (EnterpriseSamlCertificateData::NAME, EnterpriseSamlCertificateData::FIELDS),
    (EnterpriseOAuthData::NAME, EnterpriseOAuthData::FIELDS),
];

#[cfg(test)]
mod tests;
