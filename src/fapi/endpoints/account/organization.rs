//! The methods of organizations, and of what only they have.

use super::row::{Body, Gives, Query, Row, Takes};
use super::rows;
use crate::fapi::Method;

rows![
    CREATE,
    GET,
    UPDATE,
    DESTROY,
    SET_LOGO,
    GET_MEMBERSHIPS,
    ADD_MEMBER,
    UPDATE_MEMBER,
    REMOVE_MEMBER,
    GET_INVITATIONS,
    INVITE_MEMBER,
    INVITE_MEMBERS,
    GET_MEMBERSHIP_REQUESTS,
    GET_ROLES,
    GET_DOMAINS,
    GET_DOMAIN,
    CREATE_DOMAIN,
    PREPARE_OWNERSHIP,
    ATTEMPT_OWNERSHIP,
    GET_ENTERPRISE_CONNECTIONS,
    UPDATE_MEMBERSHIP,
    DESTROY_MEMBERSHIP,
    REVOKE_INVITATION,
    ACCEPT_REQUEST,
    REJECT_REQUEST,
    PREPARE_AFFILIATION,
    ATTEMPT_AFFILIATION,
    UPDATE_ENROLLMENT_MODE,
    DELETE_DOMAIN,
];

const ORGANIZATION: &str = "Organization";
const MEMBERSHIP: &str = "OrganizationMembership";
const INVITATION: &str = "OrganizationInvitation";
const REQUEST: &str = "OrganizationMembershipRequest";
const DOMAIN: &str = "OrganizationDomain";

/// Makes an organization: a method of the Clerk object.
pub static CREATE: Row = Row::new("Clerk", "createOrganization", Method::Post, "/organizations")
    .sends(Body::All)
    .gives(Gives::One(ORGANIZATION));
/// Reads an organization: a method of the Clerk object.
pub static GET: Row = Row::new("Clerk", "getOrganization", Method::Get, "/organizations/{=}")
    .takes(Takes::Id)
    .gives(Gives::One(ORGANIZATION));

/// Changes fields of the organization.
pub static UPDATE: Row = own("update", Method::Patch, "/organizations/{id?}").sends(Body::All);
/// Deletes the organization.
pub static DESTROY: Row = own("destroy", Method::Delete, "/organizations/{id?}").gives(Gives::Nothing);
/// Gives the organization a picture, or takes it away.
pub static SET_LOGO: Row = own("setLogo", Method::Put, "/organizations/{id}/logo")
    .takes(Takes::Picture)
    .gives(Gives::One(ORGANIZATION));
/// The members, page by page.
pub static GET_MEMBERSHIPS: Row =
    page("getMemberships", "/organizations/{id}/memberships", MEMBERSHIP).asks(Query::PageOfMemberships);
/// Makes somebody a member.
pub static ADD_MEMBER: Row = own("addMember", Method::Post, "/organizations/{id}/memberships")
    .sends(Body::Only("userId role"))
    .gives(Gives::One(MEMBERSHIP));
/// Gives a member another role.
pub static UPDATE_MEMBER: Row =
    own("updateMember", Method::Patch, "/organizations/{id}/memberships/{=userId}")
        .sends(Body::Only("role"))
        .gives(Gives::One(MEMBERSHIP));
/// Ends somebody's membership.
pub static REMOVE_MEMBER: Row = own("removeMember", Method::Delete, "/organizations/{id}/memberships/{=}")
    .takes(Takes::Id)
    .gives(Gives::One(MEMBERSHIP));
/// The invitations, page by page.
pub static GET_INVITATIONS: Row =
    page("getInvitations", "/organizations/{id}/invitations", INVITATION).updating_client();
/// Invites somebody.
pub static INVITE_MEMBER: Row = own("inviteMember", Method::Post, "/organizations/{id}/invitations")
    .sends(Body::Only("emailAddress role"))
    .gives(Gives::One(INVITATION));
/// Invites several people.
pub static INVITE_MEMBERS: Row = own("inviteMembers", Method::Post, "/organizations/{id}/invitations/bulk")
    .sends(Body::Only("emailAddresses>email_address role"))
    .gives(Gives::List(INVITATION));
/// Who asks to become a member, page by page.
pub static GET_MEMBERSHIP_REQUESTS: Row =
    page("getMembershipRequests", "/organizations/{id}/membership_requests", REQUEST);
/// The roles, page by page.
pub static GET_ROLES: Row = page("getRoles", "/organizations/{id}/roles", "Role")
    .gives(Gives::Page("Role", "has_role_set_migration"))
    .updating_client();
/// The domains, page by page.
pub static GET_DOMAINS: Row =
    page("getDomains", "/organizations/{id}/domains", DOMAIN).asks(Query::PageOfDomains).updating_client();
/// A domain.
pub static GET_DOMAIN: Row = own("getDomain", Method::Get, "/organizations/{id}/domains/{=domainId}")
    .takes(Takes::Params)
    .gives(Gives::One(DOMAIN));
/// Adds a domain.
pub static CREATE_DOMAIN: Row = own("createDomain", Method::Post, "/organizations/{id}/domains")
    .takes(Takes::Text)
    .says(Body::Argument("name", "enrollmentMode"))
    .gives(Gives::One(DOMAIN));
/// Asks how it can be shown that domains are the organization's.
pub static PREPARE_OWNERSHIP: Row =
    bulk("prepareOwnershipVerification", "/organizations/{id}/domains/prepare_ownership_verification/bulk");
/// Has it looked for.
pub static ATTEMPT_OWNERSHIP: Row =
    bulk("attemptOwnershipVerification", "/organizations/{id}/domains/attempt_ownership_verification/bulk");
/// The enterprise connections of the organization.
pub static GET_ENTERPRISE_CONNECTIONS: Row =
    own("getEnterpriseConnections", Method::Get, "/organizations/{id}/enterprise_connections")
        .asks(Query::Linking)
        .gives(Gives::List("EnterpriseConnection"));

/// Gives the member another role.
pub static UPDATE_MEMBERSHIP: Row = membership("update", Method::Patch).sends(Body::Only("role"));
/// Ends the membership.
pub static DESTROY_MEMBERSHIP: Row = membership("destroy", Method::Delete);
/// Takes an invitation back.
pub static REVOKE_INVITATION: Row =
    act(INVITATION, "revoke", "/organizations/{organization_id}/invitations/{id}/revoke");
/// Makes somebody a member who has asked.
pub static ACCEPT_REQUEST: Row =
    act(REQUEST, "accept", "/organizations/{organization_id}/membership_requests/{id}/accept");
/// Refuses somebody who has asked.
pub static REJECT_REQUEST: Row =
    act(REQUEST, "reject", "/organizations/{organization_id}/membership_requests/{id}/reject");
/// Has a code sent to an address of the domain.
pub static PREPARE_AFFILIATION: Row = act(
    DOMAIN,
    "prepareAffiliationVerification",
    "/organizations/{organization_id}/domains/{id}/prepare_affiliation_verification",
)
.sends(Body::All);
/// Shows by the code that somebody has that address.
pub static ATTEMPT_AFFILIATION: Row = act(
    DOMAIN,
    "attemptAffiliationVerification",
    "/organizations/{organization_id}/domains/{id}/attempt_affiliation_verification",
)
.sends(Body::All);
/// Says what becomes of people with an address there.
pub static UPDATE_ENROLLMENT_MODE: Row = act(
    DOMAIN,
    "updateEnrollmentMode",
    "/organizations/{organization_id}/domains/{id}/update_enrollment_mode",
)
.sends(Body::All);
/// Takes the domain away.
pub static DELETE_DOMAIN: Row =
    Row::new(DOMAIN, "delete", Method::Delete, "/organizations/{organization_id}/domains/{id}")
        .gives(Gives::Nothing);

const fn own(name: &'static str, method: Method, path: &'static str) -> Row {
    Row::new(ORGANIZATION, name, method, path)
}

/// A page of what an organization has.
const fn page(name: &'static str, path: &'static str, noun: &'static str) -> Row {
    own(name, Method::Get, path).asks(Query::Page).gives(Gives::Page(noun, ""))
}

const fn bulk(name: &'static str, path: &'static str) -> Row {
    own(name, Method::Post, path)
        .takes(Takes::Ids)
        .says(Body::Argument("organization_domain_ids", ""))
        .gives(Gives::Bulk(DOMAIN))
        .updating_client()
}

const fn membership(name: &'static str, method: Method) -> Row {
    Row::new(
        MEMBERSHIP,
        name,
        method,
        "/organizations/{organization.id}/memberships/{public_user_data.user_id}",
    )
}

/// A call that says it all by its path.
const fn act(noun: &'static str, name: &'static str, path: &'static str) -> Row {
    Row::new(noun, name, Method::Post, path)
}
