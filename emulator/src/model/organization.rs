//! An organization, with its members and its invitations in the order in which they came.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::invitation::Invitation;
use super::membership::{Membership, Role};
use crate::random::Random;
use crate::settings::Organizations;

/// An organization as stored.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Organization {
    pub(crate) id: String,
    /// How many there were before it: ids say nothing about the order.
    pub(crate) number: usize,
    pub(crate) name: String,
    pub(crate) slug: String,
    pub(crate) public_metadata: Map<String, Value>,
    /// Members and pending invitations; 0 is as many as there are.
    pub(crate) max_allowed_memberships: u32,
    pub(crate) admin_delete_enabled: bool,
    /// The user who has made it.
    pub(crate) created_by: Option<String>,
    pub(crate) members: Vec<Membership>,
    pub(crate) invitations: Vec<Invitation>,
    pub(crate) created_at: i64,
    pub(crate) updated_at: i64,
}

impl Organization {
    /// An organization without members.
    pub(crate) fn new(
        random: &Random,
        name: String,
        slug: String,
        settings: &Organizations,
        now: i64,
    ) -> Self {
        Self {
            id: random.id("org"),
            number: 0,
            name,
            slug,
            public_metadata: Map::new(),
            max_allowed_memberships: settings.max_allowed_memberships,
            admin_delete_enabled: settings.admin_delete,
            created_by: None,
            members: Vec::new(),
            invitations: Vec::new(),
            created_at: now,
            updated_at: now,
        }
    }

    /// What the user is here.
    pub(crate) fn membership_of(&self, user_id: &str) -> Option<&Membership> {
        self.members.iter().find(|member| member.user_id == user_id)
    }

    /// The invitations that may still be accepted.
    pub(crate) fn pending_invitations(&self, now: i64) -> impl Iterator<Item = &Invitation> {
        self.invitations.iter().filter(move |invitation| invitation.is_pending_at(now))
    }

    /// Is there room for so many more?
    pub(crate) fn has_room_for(&self, count: usize, now: i64) -> bool {
        let taken = self.members.len() + self.pending_invitations(now).count();
        let most = usize::try_from(self.max_allowed_memberships).unwrap_or(usize::MAX);
        most == 0 || taken + count <= most
    }

    /// Would nobody administrate it without this user, who does?
    pub(crate) fn hangs_on(&self, user_id: &str) -> bool {
        let mut admins = self.members.iter().filter(|member| member.role == Role::Admin);
        admins.next().is_some_and(|member| member.user_id == user_id) && admins.next().is_none()
    }
}

/// A slug made of a name.
pub(crate) fn slug_of(name: &str) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' };
    let words: String = name.chars().map(plain).collect();
    let words: Vec<&str> = words.split('-').filter(|word| !word.is_empty()).collect();
    if words.is_empty() { "organization".to_owned() } else { words.join("-") }
}

/// Can it be a slug?
pub(crate) fn is_slug(text: &str) -> bool {
    let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    !text.is_empty() && text.len() <= 256 && text.chars().all(allowed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_is_made_of_any_name() {
        for (name, slug) in [("Acme, Inc.", "acme-inc"), ("  A  b ", "a-b"), ("Ω", "organization")] {
            assert_eq!(slug_of(name), slug);
            assert!(is_slug(slug));
        }
        for wrong in ["", "Acme", "a b", "é"] {
            assert!(!is_slug(wrong), "{wrong}");
        }
    }

    #[test]
    fn an_organization_hangs_on_its_only_administrator() {
        let random = Random::default();
        let settings = Organizations { max_allowed_memberships: 2, ..Organizations::default() };
        let mut acme = Organization::new(&random, "Acme".into(), "acme".into(), &settings, 0);
        acme.members.push(Membership::new(&random, "ada", Role::Admin, 0));
        assert!(acme.has_room_for(1, 0) && !acme.has_room_for(2, 0));
        acme.members.push(Membership::new(&random, "bob", Role::Member, 0));
        assert!(acme.hangs_on("ada") && !acme.hangs_on("bob"));
        assert!(!acme.has_room_for(1, 0));
    }
}
