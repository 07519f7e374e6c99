//! The organizations of a seed.

use serde::Deserialize;
use serde_json::{Map, Value};

use crate::control::body::Refused;
use crate::model::invitation::Invitation;
use crate::model::membership::{Membership, Role};
use crate::model::organization::{Organization, is_slug};
use crate::model::user::User;
use crate::random::Random;
use crate::settings::Organizations;
use crate::state::{Tables, normalized_email};

/// An organization as a seed describes one.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SeedOrganization {
    name: String,
    /// Absent, it is made of the name.
    slug: Option<String>,
    #[serde(default)]
    public_metadata: Map<String, Value>,
    max_allowed_memberships: Option<u32>,
    admin_delete_enabled: Option<bool>,
    #[serde(default)]
    members: Vec<SeedMember>,
    #[serde(default)]
    invitations: Vec<SeedInvitation>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct SeedMember {
    /// The id of a user, or what a user of the seed or of before is named.
    user: String,
    #[serde(default = "member")]
    role: Role,
    #[serde(default)]
    public_metadata: Map<String, Value>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct SeedInvitation {
    email_address: String,
    #[serde(default = "member")]
    role: Role,
    #[serde(default)]
    public_metadata: Map<String, Value>,
}

fn member() -> Role {
    Role::Member
}

/// What the organizations of a seed are made with.
pub(super) struct Ground<'g> {
    pub(super) random: &'g Random,
    pub(super) tables: &'g Tables,
    /// Those of the seed, which no table has yet.
    pub(super) users: &'g [User],
    pub(super) settings: &'g Organizations,
    pub(super) now: i64,
}

impl SeedOrganization {
    /// The organization, whose slug must be new.
    pub(super) fn build(self, ground: &Ground<'_>, made: &[Organization]) -> Result<Organization, Refused> {
        if !ground.settings.enabled {
            let wanted = r#"organizations need the setting "organizations": {"enabled": true}"#;
            return Err(Refused::bad_input(wanted));
        }
        let slug = self.slug.unwrap_or_else(|| ground.tables.free_slug(&self.name));
        if !is_slug(&slug) {
            return Err(Refused::bad_input(format!("slug {slug:?} is not a-z, 0-9 and -")));
        }
        let is_taken = ground.tables.is_slug_taken(&slug) || made.iter().any(|other| other.slug == slug);
        if is_taken {
            return Err(Refused::bad_input(format!("there is already an organization {slug:?}")));
        }
        let new = Organization::new(ground.random, self.name, slug, ground.settings, ground.now);
        let mut organization = Organization {
            public_metadata: self.public_metadata,
            max_allowed_memberships: self.max_allowed_memberships.unwrap_or(new.max_allowed_memberships),
            admin_delete_enabled: self.admin_delete_enabled.unwrap_or(new.admin_delete_enabled),
            ..new
        };
        for member in self.members {
            let membership = member.build(ground)?;
            if organization.membership_of(&membership.user_id).is_some() {
                return Err(Refused::bad_input(format!("{:?} has a member twice", organization.name)));
            }
            organization.members.push(membership);
        }
        let invitations = self.invitations.into_iter().map(|invitation| invitation.build(ground));
        organization.invitations = invitations.collect::<Result<_, _>>()?;
        Ok(organization)
    }
}

impl SeedMember {
    fn build(self, ground: &Ground<'_>) -> Result<Membership, Refused> {
        let wanted = self.user.to_lowercase();
        let is_it = |user: &&User| user.id == self.user || user.is_named(&wanted);
        let user = ground.users.iter().find(is_it).or_else(|| ground.tables.users.values().find(is_it));
        let user = user
            .ok_or_else(|| Refused::bad_input(format!("there is no user {:?} to be a member", self.user)))?;
        let membership = Membership::new(ground.random, &user.id, self.role, ground.now);
        Ok(Membership { public_metadata: self.public_metadata, ..membership })
    }
}

impl SeedInvitation {
    fn build(self, ground: &Ground<'_>) -> Result<Invitation, Refused> {
        let address = normalized_email(&self.email_address).ok_or_else(|| {
            Refused::bad_input(format!("email_address {:?} is not one", self.email_address))
        })?;
        Ok(Invitation::new(ground.random, address, self.role, self.public_metadata, ground.now))
    }
}
