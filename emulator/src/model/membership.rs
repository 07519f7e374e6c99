//! What somebody is in an organization.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::random::Random;

/// The roles that every instance has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) enum Role {
    #[serde(rename = "org:admin")]
    Admin,
    #[serde(rename = "org:member")]
    Member,
}

const ADMIN_PERMISSIONS: [&str; 8] = [
    MANAGE_PROFILE,
    DELETE_PROFILE,
    READ_MEMBERS,
    MANAGE_MEMBERS,
    "org:sys_domains:read",
    "org:sys_domains:manage",
    "org:sys_billing:read",
    "org:sys_billing:manage",
];
const MEMBER_PERMISSIONS: [&str; 2] = [READ_MEMBERS, "org:sys_billing:read"];

/// To change the organization itself.
pub(crate) const MANAGE_PROFILE: &str = "org:sys_profile:manage";
/// To delete it.
pub(crate) const DELETE_PROFILE: &str = "org:sys_profile:delete";
/// To see who is in it.
pub(crate) const READ_MEMBERS: &str = "org:sys_memberships:read";
/// To say who is in it.
pub(crate) const MANAGE_MEMBERS: &str = "org:sys_memberships:manage";

impl Role {
    pub(crate) const ALL: [Self; 2] = [Self::Admin, Self::Member];

    /// The role of a name on the wire.
    pub(crate) fn parse(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.key() == key)
    }

    /// The word on the wire.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Admin => "org:admin",
            Self::Member => "org:member",
        }
    }

    /// The same in a token, which leaves out what all roles begin with.
    pub(crate) fn short_key(self) -> &'static str {
        self.key().trim_start_matches("org:")
    }

    /// What people call it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Admin => "Admin",
            Self::Member => "Member",
        }
    }

    /// What it may do in every instance.
    pub(crate) fn system_permissions(self) -> &'static [&'static str] {
        match self {
            Self::Admin => &ADMIN_PERMISSIONS,
            Self::Member => &MEMBER_PERMISSIONS,
        }
    }

    /// May it do this, which is a permission of the system?
    pub(crate) fn may(self, permission: &str) -> bool {
        self.system_permissions().contains(&permission)
    }
}

/// A user in an organization.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Membership {
    pub(crate) id: String,
    pub(crate) user_id: String,
    pub(crate) role: Role,
    pub(crate) public_metadata: Map<String, Value>,
    pub(crate) created_at: i64,
    pub(crate) updated_at: i64,
}

impl Membership {
    pub(crate) fn new(random: &Random, user_id: &str, role: Role, now: i64) -> Self {
        Self {
            id: random.id("orgmem"),
            user_id: user_id.to_owned(),
            role,
            public_metadata: Map::new(),
            created_at: now,
            updated_at: now,
        }
    }
}
