//! What changes of an organization, and which part of a list is wanted.

use super::params;
use crate::model::{EnrollmentMode, InvitationStatus, MembershipRequestStatus};

params! {
    /// An organization that is to be made.
    CreateOrganization {
        /// The name.
        name: String,
        /// The name in URLs; by default one is made of the name.
        slug: String,
    }
}

impl CreateOrganization {
    /// An organization of this name.
    pub fn new(name: impl Into<String>) -> Self {
        Self::default().name(name)
    }
}

params! {
    /// What of an organization changes; what is not given stays.
    UpdateOrganization {
        /// The name.
        name: String,
        /// The name in URLs.
        slug: String,
    }
}

params! {
    /// Which page of a list.
    Paging {
        /// The number of the page, from 1; the first one by default.
        initial_page: u32,
        /// How many are on a page; 10 by default.
        page_size: u32,
    }
}

params! {
    /// Which members.
    GetMemberships {
        /// The number of the page, from 1; the first one by default.
        initial_page: u32,
        /// How many are on a page; 10 by default.
        page_size: u32,
        /// Those whose name, address or id has this text in it.
        query: String,
        /// Those with one of these roles.
        role: Vec<String>,
    }
}

params! {
    /// Which invitations, or suggestions.
    GetInvitations {
        /// The number of the page, from 1; the first one by default.
        initial_page: u32,
        /// How many are on a page; 10 by default.
        page_size: u32,
        /// Those of which this has become.
        status: Vec<InvitationStatus>,
    }
}

params! {
    /// Which requests.
    GetMembershipRequests {
        /// The number of the page, from 1; the first one by default.
        initial_page: u32,
        /// How many are on a page; 10 by default.
        page_size: u32,
        /// Those of which this has become.
        status: Vec<MembershipRequestStatus>,
    }
}

params! {
    /// Which domains.
    GetDomains {
        /// The number of the page, from 1; the first one by default.
        initial_page: u32,
        /// How many are on a page; 10 by default.
        page_size: u32,
        /// Those of this mode.
        enrollment_mode: EnrollmentMode,
    }
}

params! {
    /// What becomes of people with an address of a domain.
    UpdateEnrollmentMode {
        /// The mode.
        enrollment_mode: EnrollmentMode,
        /// Whether invitations and suggestions that are open end.
        delete_pending: bool,
    }
}

impl UpdateEnrollmentMode {
    /// This mode; what is open stays.
    pub fn new(enrollment_mode: impl Into<EnrollmentMode>) -> Self {
        Self::default().enrollment_mode(enrollment_mode)
    }
}
