//! What the handles do that has to be waited for. The handles themselves, and what they answer at once, are the page's.

mod attempt;
mod clerk;
mod client;
mod identification;
mod organization;
mod owned;
mod params;
mod reverification;
mod session;
mod sign_in;
mod sign_up;
mod user;

pub use identification::{
    EmailAddress, EnterpriseAccount, ExternalAccount, Passkey, PhoneNumber, PrepareEmailAddress, Reauthorize,
    Web3Wallet,
};
pub use organization::{
    CreateOrganization, GetDomains, GetInvitations, GetMemberships, Organization, OrganizationDomain,
    OrganizationInvitation, OrganizationMembership, OrganizationMembershipRequest, Paging,
    UpdateEnrollmentMode, UpdateOrganization,
};
pub use owned::Paginated;
pub use user::{
    CreateExternalAccount, OrganizationSuggestion, Picture, SessionWithActivities, UpdatePassword,
    UpdateUser, User, UserOrganizationInvitation,
};
