//! Organizations, and what only they have.

use super::owned::{Made, Paginated, done, owned, read_only};
use super::user::Picture;
use crate::engine::clerk::run_account;
use crate::engine::page::{Clerk, Resource};
use crate::engine::wire::Work;
use crate::fapi::endpoints::account::{Given, organization as rows};
use crate::fapi::params::{
    CreateOrganization, GetDomains, GetInvitations, GetMembershipRequests, GetMemberships, Paging,
    UpdateEnrollmentMode, UpdateOrganization,
};
use crate::json::Json;
use crate::model;
use crate::model::EnrollmentMode;

owned! {
    /// An organization: [`Clerk::organization`] is the active one.
    Organization
}

read_only![Role];

impl Clerk {
    /// The active organization of the current session, as the user's membership shows it.
    pub fn organization(&self) -> Option<Organization> {
        let membership = self.session()?.data().active_membership()?;
        Some(Organization::made(&self.page, membership.organization().json().clone()))
    }

    /// Makes an organization, whose first member is the user.
    ///
    /// # Errors
    /// What the Frontend API answers, such as `organization_quota_exceeded`.
    pub fn create_organization(&self, params: CreateOrganization) -> Work<Organization> {
        self.organization_by(run_account(
            &self.rest(),
            &rows::CREATE,
            &Resource::blank(),
            &params.to_json().into(),
        ))
    }

    /// Reads an organization that the user is a member of, by its id.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn get_organization(&self, id: &str) -> Work<Organization> {
        let given = Json::from(id).into();
        self.organization_by(run_account(&self.rest(), &rows::GET, &Resource::blank(), &given))
    }

    fn organization_by(&self, asked: Work<Json>) -> Work<Organization> {
        let page = self.page.clone();
        Box::pin(async move { Ok(Organization::made(&page, asked.await?)) })
    }
}

impl Organization {
    /// Changes fields.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn update(&self, params: UpdateOrganization) -> Work {
        self.0.change(&rows::UPDATE, params.to_json())
    }

    /// Deletes the organization. The handle stays what it was.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn destroy(&self) -> Work {
        self.0.change(&rows::DESTROY, Given::default())
    }

    /// Reads the organization again.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn reload(&self) -> Work {
        self.0.reload("/organizations")
    }

    /// Gives the organization a picture, or takes it away. Gives the organization as it is then.
    ///
    /// # Errors
    /// [`ErrorKind::Argument`](crate::ErrorKind::Argument) for what is no file; else what the Frontend API answers.
    pub fn set_logo(&self, picture: Picture) -> Work<Organization> {
        self.0.get(&rows::SET_LOGO, picture)
    }

    /// The members, page by page.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn get_memberships(&self, params: GetMemberships) -> Work<Paginated<OrganizationMembership>> {
        self.0.page_of(&rows::GET_MEMBERSHIPS, params.to_json())
    }

    /// Makes a user a member, with a role such as `org:member`.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn add_member(&self, user_id: &str, role: &str) -> Work<OrganizationMembership> {
        self.0.get(&rows::ADD_MEMBER, member(user_id, role))
    }

    /// Gives a member another role.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn update_member(&self, user_id: &str, role: &str) -> Work<OrganizationMembership> {
        self.0.get(&rows::UPDATE_MEMBER, member(user_id, role))
    }

    /// Ends a user's membership.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn remove_member(&self, user_id: &str) -> Work<OrganizationMembership> {
        self.0.get(&rows::REMOVE_MEMBER, Json::from(user_id))
    }

    /// The invitations, page by page.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn get_invitations(&self, params: GetInvitations) -> Work<Paginated<OrganizationInvitation>> {
        self.0.page_of(&rows::GET_INVITATIONS, params.to_json())
    }

    /// Invites somebody by e-mail, to a role such as `org:member`.
    ///
    /// # Errors
    /// What the Frontend API answers, such as `duplicate_record`.
    pub fn invite_member(&self, email_address: &str, role: &str) -> Work<OrganizationInvitation> {
        let params = [("emailAddress", Json::from(email_address)), ("role", Json::from(role))];
        self.0.get(&rows::INVITE_MEMBER, Json::object(&params))
    }

    /// Invites several people by e-mail, to one role.
    ///
    /// # Errors
    /// What the Frontend API answers; nobody is invited then.
    pub fn invite_members(&self, email_addresses: &[&str], role: &str) -> Work<Vec<OrganizationInvitation>> {
        let params = [("emailAddresses", Json::from(email_addresses.to_vec())), ("role", Json::from(role))];
        self.0.list(&rows::INVITE_MEMBERS, Json::object(&params))
    }

    /// Who asks to become a member, page by page.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn get_membership_requests(
        &self,
        params: GetMembershipRequests,
    ) -> Work<Paginated<OrganizationMembershipRequest>> {
        self.0.page_of(&rows::GET_MEMBERSHIP_REQUESTS, params.to_json())
    }

    /// The roles that members may have, page by page.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn get_roles(&self, paging: Paging) -> Work<Paginated<model::Role>> {
        self.0.page_of(&rows::GET_ROLES, paging.to_json())
    }

    /// The domains, page by page.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn get_domains(&self, params: GetDomains) -> Work<Paginated<OrganizationDomain>> {
        self.0.page_of(&rows::GET_DOMAINS, params.to_json())
    }

    /// Reads a domain by its id.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn get_domain(&self, domain_id: &str) -> Work<OrganizationDomain> {
        self.0.get(&rows::GET_DOMAIN, Json::object(&[("domainId", Json::from(domain_id))]))
    }

    /// Adds a domain; without a mode people are invited one by one.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn create_domain(
        &self,
        name: &str,
        enrollment_mode: Option<EnrollmentMode>,
    ) -> Work<OrganizationDomain> {
        let more = enrollment_mode.map(|mode| Json::object(&[("enrollmentMode", Json::from(mode))]));
        self.0.get(&rows::CREATE_DOMAIN, Given { argument: Json::from(name), more: more.unwrap_or_default() })
    }

    /// The enterprise connections of the organization.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn get_enterprise_connections(&self) -> Work<Vec<model::EnterpriseConnection>> {
        self.0.list(&rows::GET_ENTERPRISE_CONNECTIONS, Given::default())
    }
}

fn member(user_id: &str, role: &str) -> Json {
    Json::object(&[("userId", Json::from(user_id)), ("role", Json::from(role))])
}

owned! {
    /// Somebody's membership in an organization.
    OrganizationMembership
}

impl OrganizationMembership {
    /// The organization.
    pub fn organization(&self) -> Organization {
        Organization::made(&self.0.page, self.data().organization().json().clone())
    }

    /// Gives the member another role.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn update(&self, role: &str) -> Work {
        self.0.change(&rows::UPDATE_MEMBERSHIP, super::identification::one("role", role))
    }

    /// Ends the membership.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn destroy(&self) -> Work {
        self.0.change(&rows::DESTROY_MEMBERSHIP, Given::default())
    }
}

owned! {
    /// An invitation that an organization has sent.
    OrganizationInvitation
}

impl OrganizationInvitation {
    /// Takes the invitation back.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn revoke(&self) -> Work {
        self.0.change(&rows::REVOKE_INVITATION, Given::default())
    }
}

owned! {
    /// Somebody's request to become a member.
    OrganizationMembershipRequest
}

impl OrganizationMembershipRequest {
    /// Makes them a member.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn accept(&self) -> Work {
        self.0.change(&rows::ACCEPT_REQUEST, Given::default())
    }

    /// Refuses.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn reject(&self) -> Work {
        self.0.change(&rows::REJECT_REQUEST, Given::default())
    }
}

owned! {
    /// A domain of an organization: whoever has an address there may join.
    OrganizationDomain
}

impl OrganizationDomain {
    /// Has a code sent to an address of the domain.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn prepare_affiliation_verification(&self, affiliation_email_address: &str) -> Work {
        let params = super::identification::one("affiliationEmailAddress", affiliation_email_address);
        self.0.change(&rows::PREPARE_AFFILIATION, params)
    }

    /// Shows by the `code` that somebody of the organization has that address.
    ///
    /// # Errors
    /// What the Frontend API answers, such as `form_code_incorrect`.
    pub fn attempt_affiliation_verification(&self, code: &str) -> Work {
        self.0.change(&rows::ATTEMPT_AFFILIATION, super::identification::one("code", code))
    }

    /// Says what becomes of people with an address there.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn update_enrollment_mode(&self, params: UpdateEnrollmentMode) -> Work {
        self.0.change(&rows::UPDATE_ENROLLMENT_MODE, params.to_json())
    }

    /// Takes the domain away. The handle stays what it was.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn delete(&self) -> Work {
        done(self.0.ask(&rows::DELETE_DOMAIN, Given::default()))
    }
}
