//! Ways into an organization: invitations, requests, suggestions.

use super::view::view;
use super::{InvitationStatus, MembershipRequestStatus, PublicUserData};

view! {
    /// An invitation as the organization sees it.
    OrganizationInvitation at "" {
        /// The unique identifier, `orginv_…`.
        id: text_or_empty,
        /// Who is invited.
        email_address: text_or_empty,
        /// The organization.
        organization_id: text_or_empty,
        /// What the membership begins with, for everybody to read.
        public_metadata: json_or_empty,
        /// What has become of it.
        status: choice_or_empty(InvitationStatus),
        /// The role that the membership begins with: `org:admin`, `org:member`, ….
        role: text_or_empty,
        /// The name of the role, for people.
        role_name: text_or_empty,
        /// When it was sent.
        created_at: date,
        /// When it was last updated.
        updated_at: date,
    }
}

view! {
    /// A user's request to become a member.
    OrganizationMembershipRequest at "" {
        /// The unique identifier.
        id: text_or_empty,
        /// The organization.
        organization_id: text_or_empty,
        /// What has become of it.
        status: choice_or_empty(MembershipRequestStatus),
        /// Who asks.
        public_user_data: one(PublicUserData),
        /// When it was sent.
        created_at: date,
        /// When it was last updated.
        updated_at: date,
    }
}

view! {
    /// An organization that a user may ask to join, since it owns the domain of their address.
    OrganizationSuggestion at "" {
        /// The unique identifier.
        id: text_or_empty,
        /// What may be seen of the organization.
        public_organization_data: one(PublicOrganizationData),
        /// Pending, or accepted when the user has asked.
        status: choice_or_empty(InvitationStatus),
        /// When it was made.
        created_at: date,
        /// When it was last updated.
        updated_at: date,
    }
}

view! {
    /// An invitation as the invited user sees it.
    UserOrganizationInvitation at "" {
        /// The unique identifier, `orginv_…`.
        id: text_or_empty,
        /// Who is invited.
        email_address: text_or_empty,
        /// What may be seen of the organization.
        public_organization_data: one(PublicOrganizationData),
        /// What the membership begins with, for everybody to read.
        public_metadata: json_or_empty,
        /// What has become of it.
        status: choice_or_empty(InvitationStatus),
        /// The role that the membership begins with.
        role: text_or_empty,
        /// When it was sent.
        created_at: date,
        /// When it was last updated.
        updated_at: date,
    }
}

view! {
    /// What others may see of an organization.
    PublicOrganizationData {
        /// Whether the picture is the organization's own.
        has_image: flag,
        /// The picture, or a generated one.
        image_url: text_or_empty,
        /// The name.
        name: text_or_empty,
        /// The unique identifier, `org_…`.
        id: text_or_empty,
        /// The name in URLs.
        slug: text_or_null,
    }
}
