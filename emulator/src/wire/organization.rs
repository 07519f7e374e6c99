//! Organizations, and what users are in them.

use serde_json::{Map, Value, json};

use crate::http::visit::Visit;
use crate::model::invitation::Invitation;
use crate::model::membership::Membership;
use crate::model::organization::Organization;
use crate::model::session::Session;
use crate::model::user::User;
use crate::settings::feature_and_action;

impl Visit<'_> {
    pub(crate) fn organization_json(&self, organization: &Organization) -> Value {
        json!({
            "object": "organization",
            "id": organization.id,
            "name": organization.name,
            "slug": organization.slug,
            "image_url": self.avatar_url(),
            "logo_url": null,
            "has_image": false,
            "members_count": organization.members.len(),
            "pending_invitations_count": organization.pending_invitations(self.now).count(),
            "max_allowed_memberships": organization.max_allowed_memberships,
            "admin_delete_enabled": organization.admin_delete_enabled,
            "self_serve_sso_enabled": false,
            "public_metadata": organization.public_metadata,
            "created_at": organization.created_at,
            "updated_at": organization.updated_at,
        })
    }

    /// The organization as people see it who are not in it.
    fn public_organization_data_json(&self, organization: &Organization) -> Value {
        json!({
            "id": organization.id,
            "name": organization.name,
            "slug": organization.slug,
            "image_url": self.avatar_url(),
            "has_image": false,
        })
    }

    pub(crate) fn invitation_json(&self, organization: &Organization, invitation: &Invitation) -> Value {
        json!({
            "object": "organization_invitation",
            "id": invitation.id,
            "email_address": invitation.email_address,
            "role": invitation.role.key(),
            "role_name": invitation.role.name(),
            "organization_id": organization.id,
            "public_organization_data": self.public_organization_data_json(organization),
            "status": invitation.status_at(self.now).as_str(),
            "public_metadata": invitation.public_metadata,
            "url": null,
            "expires_at": invitation.expires_at,
            "created_at": invitation.created_at,
            "updated_at": invitation.updated_at,
        })
    }

    /// Everything that a user is a member of.
    pub(crate) fn memberships_json(&self, user: &User) -> Vec<Value> {
        let of_user = self.memberships(&user.id).into_iter();
        of_user.map(|(organization, membership)| self.membership_json(organization, membership)).collect()
    }

    pub(crate) fn membership_json(&self, organization: &Organization, membership: &Membership) -> Value {
        let user = self.tables.users.get(&membership.user_id);
        json!({
            "object": "organization_membership",
            "id": membership.id,
            "role": membership.role.key(),
            "role_name": membership.role.name(),
            "permissions": self.settings.organizations.permissions_of(membership.role),
            "public_metadata": membership.public_metadata,
            "organization": self.organization_json(organization),
            "public_user_data": user.map(|user| self.public_user_data_json(user)),
            "created_at": membership.created_at,
            "updated_at": membership.updated_at,
        })
    }

    /// The memberships of a user; none where the instance has no organizations.
    pub(crate) fn memberships(&self, user_id: &str) -> Vec<(&Organization, &Membership)> {
        match self.settings.organizations.enabled {
            true => self.tables.memberships_of(user_id),
            false => Vec::new(),
        }
    }

    /// As whom the user of a session is here.
    pub(crate) fn chosen(&self, session: &Session) -> Option<(&Organization, &Membership)> {
        self.membership_in(&session.user_id, session.organization_id.as_deref()?)
    }

    /// What a user is in an organization.
    pub(crate) fn membership_in(&self, user_id: &str, id: &str) -> Option<(&Organization, &Membership)> {
        self.memberships(user_id).into_iter().find(|(organization, _)| organization.id == id)
    }

    /// What a token says of an organization. Permissions of the system are left out, as Clerk does; the others are told
    /// apart by feature, with one bit for each action.
    pub(crate) fn organization_claims(
        &self,
        organization: &Organization,
        membership: &Membership,
    ) -> Map<String, Value> {
        let all: Vec<(&str, &str)> = self
            .settings
            .organizations
            .custom_permissions_of(membership.role)
            .filter_map(feature_and_action)
            .collect();
        let features = distinct(all.iter().map(|(feature, _)| *feature));
        let actions = distinct(all.iter().map(|(_, action)| *action));
        let bits = |feature: &str| -> u64 {
            let is_allowed = |action: &&str| all.contains(&(feature, *action));
            actions.iter().rev().fold(0, |bits, action| bits << 1 | u64::from(is_allowed(action)))
        };
        let mut chosen = Map::new();
        chosen.insert("id".to_owned(), json!(organization.id));
        chosen.insert("slg".to_owned(), json!(organization.slug));
        chosen.insert("rol".to_owned(), json!(membership.role.short_key()));
        let mut claims = Map::new();
        if !features.is_empty() {
            let maps: Vec<String> = features.iter().map(|feature| bits(feature).to_string()).collect();
            let scoped: Vec<String> = features.iter().map(|feature| format!("o:{feature}")).collect();
            chosen.insert("per".to_owned(), json!(actions.join(",")));
            chosen.insert("fpm".to_owned(), json!(maps.join(",")));
            claims.insert("fea".to_owned(), json!(scoped.join(",")));
        }
        claims.insert("o".to_owned(), Value::Object(chosen));
        claims
    }
}

/// Each once, in the order of coming first.
fn distinct<'t>(all: impl Iterator<Item = &'t str>) -> Vec<&'t str> {
    let mut seen = Vec::new();
    for one in all {
        if !seen.contains(&one) {
            seen.push(one);
        }
    }
    seen
}
