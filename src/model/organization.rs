//! Organizations, and memberships in them.

use super::PublicUserData;
use super::view::view;

view! {
    /// A membership in an organization.
    OrganizationMembership at "" {
        /// The unique identifier, `orgmem_…`.
        id: text_or_empty,
        /// The organization.
        organization: one(Organization),
        /// The role in it: `org:admin`, `org:member`, ….
        role: text_or_empty,
        /// The name of the role, for people.
        role_name: text_or_empty,
        /// What the role permits: `org:sys_memberships:read`, ….
        permissions: texts,
        /// What the backend stored, for everybody to read.
        public_metadata: json_or_empty,
        /// What others may see of the member.
        public_user_data: maybe_undefined(PublicUserData),
        /// When the user became a member.
        created_at: date,
        /// When the membership was last updated.
        updated_at: date,
    }
}

view! {
    /// An organization.
    Organization at "/organizations" {
        /// The unique identifier, `org_…`.
        id: text_or_empty,
        /// The name.
        name: text_or_empty,
        /// The name in URLs.
        slug: text_or_null,
        /// The picture, or a generated one.
        image_url: text_or_empty,
        /// Whether the picture is the organization's own.
        has_image: flag,
        /// What the backend stored, for everybody to read.
        public_metadata: json_or_empty,
        /// How many members it has.
        members_count: number_or_zero,
        /// How many invitations are open.
        pending_invitations_count: number_or_zero,
        /// How many members it may have.
        max_allowed_memberships: number_or_zero,
        /// Whether an administrator may delete it.
        admin_delete_enabled: flag,
        /// Whether an administrator may set up single sign-on.
        self_serve_sso_enabled: flag as "selfServeSSOEnabled",
        /// Whether its members may belong to no other organization.
        exclusive_membership: flag,
        /// When it was created.
        created_at: date,
        /// When it was last updated.
        updated_at: date,
    }
}
