//! Finding organizations, and what users are in them.

use super::Tables;
use crate::model::membership::Membership;
use crate::model::organization::{Organization, slug_of};

impl Tables {
    /// Everything that a user is a member of, in the order of becoming one.
    pub(crate) fn memberships_of(&self, user_id: &str) -> Vec<(&Organization, &Membership)> {
        let all = self.organizations.values();
        let mut found: Vec<(&Organization, &Membership)> = all
            .filter_map(|organization| Some((organization, organization.membership_of(user_id)?)))
            .collect();
        found.sort_by_key(|(organization, membership)| (membership.created_at, organization.number));
        found
    }

    /// Has an organization this slug?
    pub(crate) fn is_slug_taken(&self, slug: &str) -> bool {
        self.organizations.values().any(|organization| organization.slug == slug)
    }

    /// A slug made of a name that no organization has.
    pub(crate) fn free_slug(&self, name: &str) -> String {
        let plain = slug_of(name);
        let numbered = (1..).map(|number| format!("{plain}-{number}"));
        let mut candidates = std::iter::once(plain.clone()).chain(numbered);
        candidates.find(|slug| !self.is_slug_taken(slug)).unwrap_or(plain)
    }

    /// Keeps a new organization, as the last one.
    pub(crate) fn add_organization(&mut self, mut organization: Organization) {
        let last = self.organizations.values().map(|organization| organization.number).max();
        organization.number = last.map_or(0, |number| number + 1);
        let id = organization.id.clone();
        self.organizations.insert(&id, organization);
    }
}
