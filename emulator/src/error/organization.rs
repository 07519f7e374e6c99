//! Organizations, and who may do what in them.

use axum::http::StatusCode;

use super::ApiError;

impl ApiError {
    pub(crate) fn organizations_disabled() -> Self {
        Self::forbidden(
            "organization_not_enabled_in_instance",
            "access denied",
            "The organizations feature is not enabled for this instance.",
        )
    }

    pub(crate) fn organization_not_found() -> Self {
        Self::new(
            StatusCode::NOT_FOUND,
            "organization_not_found_or_unauthorized",
            "not found or unauthorized",
            "Given organization not found, or you don't have permission to access the organization",
        )
    }

    pub(crate) fn organization_permission_missing(permission: &str) -> Self {
        let long = "Current user is missing an organization permission.";
        Self::forbidden("missing_organization_permission", "missing permission", long)
            .with_meta("permissions", vec![permission])
    }

    /// This user makes no organization, or no other one.
    pub(crate) fn organization_creation_refused() -> Self {
        let long = "You are not allowed to create another organization.";
        Self::forbidden("authorization_invalid", "Unauthorized request", long)
    }

    pub(crate) fn organization_deletion_refused() -> Self {
        let long = "Deletion by its administrators is not enabled for this organization.";
        Self::forbidden("organization_admin_delete_not_enabled", "deletion by admin not enabled", long)
    }

    pub(crate) fn membership_quota_exceeded(limit: u32) -> Self {
        let long = format!(
            "You have reached your limit of {limit} organization memberships, including outstanding invitations."
        );
        Self::forbidden(
            "organization_membership_quota_exceeded",
            "organization membership quota exceeded",
            long,
        )
    }

    /// Nobody would administrate the organization any more.
    pub(crate) fn last_administrator() -> Self {
        Self::bad_request(
            "organization_minimum_permissions_needed",
            "minimum organization permissions needed",
            "There has to be at least one organization member with the minimum required permissions",
        )
    }

    pub(crate) fn already_a_member(who: &str) -> Self {
        Self::bad_request(
            "already_a_member_in_organization",
            "already a member",
            format!("{who} is already a member of the organization."),
        )
    }

    pub(crate) fn role_not_found() -> Self {
        Self::not_found("not found", "Organization role not found".to_owned()).with_meta("param_name", "role")
    }

    pub(crate) fn user_not_found(id: &str) -> Self {
        Self::not_found("not found", format!("No user was found with id {id}."))
    }

    pub(crate) fn membership_not_found() -> Self {
        Self::not_found("not found", "Given user is not a member of this organization.".to_owned())
    }

    pub(crate) fn invitation_not_found(id: &str) -> Self {
        Self::not_found("not found", format!("No invitation was found with id {id}."))
    }

    pub(crate) fn invitation_not_pending() -> Self {
        Self::bad_request(
            "organization_invitation_not_pending",
            "organization invitation not pending",
            "The organization invitation is not pending any more.",
        )
    }

    pub(crate) fn invitation_not_unique() -> Self {
        Self::bad_request(
            "organization_invitation_not_unique",
            "organization invitation not unique",
            "Organizations cannot have duplicate pending invitations for an email address.",
        )
    }

    pub(crate) fn bulk_size_exceeded(limit: usize) -> Self {
        let long = format!("Parameters exceed the maximum allowed bulk processing size of {limit}.");
        Self::bad_request("bulk_size_exceeded", "bulk size exceeded", long)
    }

    fn forbidden(code: &'static str, message: &str, long: impl Into<String>) -> Self {
        Self::new(StatusCode::FORBIDDEN, code, message, long)
    }
}
