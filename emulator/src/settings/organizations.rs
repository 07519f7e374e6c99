//! What a dashboard would set of organizations.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::InvalidSettings;
use crate::model::membership::Role;

/// The organizations of an instance, with the defaults of a new Clerk application, which has none.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Organizations {
    pub(crate) enabled: bool,
    /// Members and pending invitations of a new organization; 0 is as many as there are.
    pub(crate) max_allowed_memberships: u32,
    /// Is a session pending until its user has chosen an organization?
    pub(crate) force_organization_selection: bool,
    /// May the administrators of a new organization delete it?
    pub(crate) admin_delete: bool,
    /// May people choose the slug of an organization?
    pub(crate) slugs: bool,
    /// What somebody becomes in an organization that they make.
    pub(crate) creator_role: Role,
    /// May users make organizations?
    pub(crate) creation: bool,
    /// How many organizations a user may have made; 0 is any number.
    pub(crate) creation_limit: u32,
    /// Whether a page may ask for a name to propose, in the environment.
    pub(crate) creation_defaults: bool,
    /// Permissions beside those of the system, `org:invoices:create` for one, which tokens tell too.
    pub(crate) permissions: BTreeMap<Role, Vec<String>>,
}

impl Default for Organizations {
    fn default() -> Self {
        Self {
            enabled: false,
            max_allowed_memberships: 5,
            force_organization_selection: false,
            admin_delete: true,
            slugs: true,
            creator_role: Role::Admin,
            creation: true,
            creation_limit: 0,
            creation_defaults: false,
            permissions: BTreeMap::new(),
        }
    }
}

impl Organizations {
    /// May users make organizations here?
    pub(crate) fn can_be_made(&self) -> bool {
        self.enabled && self.creation
    }

    /// Has everybody who is signed in to choose one?
    pub(crate) fn must_be_chosen(&self) -> bool {
        self.enabled && self.force_organization_selection
    }

    /// What a role may do, those of the system first.
    pub(crate) fn permissions_of(&self, role: Role) -> Vec<&str> {
        role.system_permissions().iter().copied().chain(self.custom_permissions_of(role)).collect()
    }

    /// The same without those of the system, which tokens leave out.
    pub(crate) fn custom_permissions_of(&self, role: Role) -> impl Iterator<Item = &str> {
        self.permissions.get(&role).into_iter().flatten().map(String::as_str)
    }

    pub(super) fn check(&self) -> Result<(), InvalidSettings> {
        if self.force_organization_selection && !self.enabled {
            let reason = "organizations: force_organization_selection is nothing without enabled";
            return Err(InvalidSettings(reason.to_owned()));
        }
        match self.permissions.values().flatten().find(|name| feature_and_action(name).is_none()) {
            Some(wrong) => {
                let reason = format!("permissions: {wrong:?} is none, as org:invoices:create is");
                Err(InvalidSettings(format!("organizations: {reason}")))
            }
            None => Ok(()),
        }
    }
}

/// The feature that a permission is about, and what it allows; nothing for one of the system.
pub(crate) fn feature_and_action(permission: &str) -> Option<(&str, &str)> {
    let (feature, action) = permission.strip_prefix("org:")?.split_once(':')?;
    let is_word = |text: &str| {
        !text.is_empty() && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
    };
    (is_word(feature) && is_word(action) && !feature.starts_with("sys_")).then_some((feature, action))
}
