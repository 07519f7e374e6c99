//! The domains of an organization: whoever has an address there may join.

use super::view::view;
use super::{EnrollmentMode, VerificationStatus};

view! {
    /// A domain of an organization.
    OrganizationDomain at "" {
        /// The unique identifier, `orgdmn_…`.
        id: text_or_empty,
        /// The domain, such as `example.com`.
        name: text_or_empty,
        /// The organization.
        organization_id: text_or_empty,
        /// What becomes of people with an address there.
        enrollment_mode: choice_or_empty(EnrollmentMode),
        /// The address by which the affiliation is verified.
        affiliation_email_address: text_or_null,
        /// How many invitations it has brought that are open.
        total_pending_invitations: number_or_zero,
        /// How many suggestions it has brought that are open.
        total_pending_suggestions: number_or_zero,
        /// How far it is shown that somebody of the organization has an address there.
        affiliation_verification: maybe(AffiliationVerificationData) or "verification",
        /// How far it is shown that the organization owns the domain.
        ownership_verification: maybe(OwnershipVerificationData),
        /// When it was added.
        created_at: date,
        /// When it was last updated.
        updated_at: date,
    }
    also "affiliation_verification:?AffiliationVerificationData:verification:verification;"
}

view! {
    /// How far it is shown that somebody of an organization has an address of its domain.
    AffiliationVerificationData {
        /// How far.
        status: choice(VerificationStatus),
        /// `affiliation_email_code`.
        strategy: text,
        /// How often a code was tried.
        attempts: number_or_zero,
        /// Until when the code is good.
        expires_at: date,
    }
}

view! {
    /// How far it is shown that an organization owns a domain.
    OwnershipVerificationData {
        /// How far.
        status: choice(VerificationStatus),
        /// `txt`.
        strategy: text,
        /// How often it was looked for.
        attempts: number_or_null,
        /// Until when it is looked for.
        expire_at: date_or_null as "expiresAt",
        /// When it was found.
        verified_at: date_or_null,
        /// The name of the DNS record to add.
        txt_record_name: text_or_null,
        /// What that record says.
        txt_record_value: text_or_null,
    }
}
