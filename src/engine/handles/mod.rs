//! What the handles do that has to be waited for. The handles themselves, and what they answer at once, are the page's.

mod changes;
mod clerk;
mod client;
mod flows;
mod identification;
mod organization;
mod owned;
mod reverification;
mod session;
mod sign_in;
mod sign_up;
mod user;

pub use changes::Changes;
pub use identification::{
    EmailAddress, EnterpriseAccount, ExternalAccount, Passkey, PhoneNumber, Web3Wallet,
};
pub use organization::{
    Organization, OrganizationDomain, OrganizationInvitation, OrganizationMembership,
    OrganizationMembershipRequest,
};
pub use owned::Paginated;
pub use user::{OrganizationSuggestion, Picture, SessionWithActivities, User, UserOrganizationInvitation};
