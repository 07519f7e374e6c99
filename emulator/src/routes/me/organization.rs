//! What the user is a member of, or invited to.

use axum::extract::State;
use axum::response::Response;
use axum::routing::{delete, get, post};
use axum::{Extension, Router};
use serde_json::json;

use crate::error::ApiError;
use crate::http::caller::Caller;
use crate::http::form::Form;
use crate::http::page::Page;
use crate::http::params::Params;
use crate::http::segments::Segments;
use crate::http::visit::Visit;
use crate::model::invitation::{Invitation, Status};
use crate::model::membership::Membership;
use crate::model::organization::Organization;
use crate::model::user::User;
use crate::routes::invitation::statuses;
use crate::state::Emulator;

pub(super) fn routes() -> Router<Emulator> {
    Router::new()
        .route("/me/organization_memberships", get(memberships))
        .route("/me/organization_memberships/{id}", delete(leave))
        .route("/me/organization_invitations", get(invitations))
        .route("/me/organization_invitations/{id}/accept", post(accept))
}

/// `GET /v1/me/organization_memberships`
async fn memberships(
    State(emulator): State<Emulator>,
    caller: Caller,
    Extension(query): Extension<Params>,
) -> Response {
    emulator.visit(&caller, |visit| {
        let user = visit.user_with_organizations()?;
        visit.answer_with_memberships(&query, visit.memberships_json(user))
    })
}

/// `DELETE /v1/me/organization_memberships/{id}`: leaves an organization.
async fn leave(State(emulator): State<Emulator>, caller: Caller, Segments(id): Segments<String>) -> Response {
    emulator.visit(&caller, |visit| {
        let (_, membership) = visit.member(&id)?;
        let user_id = membership.user_id.clone();
        let answer = json!({ "object": "organization_membership", "id": membership.id, "deleted": true });
        visit.end_membership(&id, &user_id)?;
        Ok(visit.wrapped(answer))
    })
}

/// `GET /v1/me/organization_invitations`
async fn invitations(
    State(emulator): State<Emulator>,
    caller: Caller,
    Extension(query): Extension<Params>,
) -> Response {
    emulator.visit(&caller, |visit| {
        let user = visit.user_with_organizations()?;
        let wanted = statuses(&query)?;
        let all = visit.invitations_of(user);
        let shown = all
            .into_iter()
            .filter(|(_, invitation)| wanted.is_empty() || wanted.contains(&invitation.status_at(visit.now)))
            .map(|(organization, invitation)| visit.invitation_json(organization, invitation))
            .collect();
        Ok(visit.wrapped(Page::of(&query)?.with_total(shown)))
    })
}

/// `POST /v1/me/organization_invitations/{id}/accept`
async fn accept(
    State(emulator): State<Emulator>,
    caller: Caller,
    Segments(id): Segments<String>,
    Form(_): Form,
) -> Response {
    emulator.visit(&caller, |visit| {
        let user = visit.user_with_organizations()?;
        let all = visit.invitations_of(user);
        let found = all.into_iter().find(|(_, invitation)| invitation.id == id);
        let (organization, invitation) = found.ok_or_else(|| ApiError::invitation_not_found(&id))?;
        visit.refuse_to_take_in(organization, user)?;
        let mut membership = Membership::new(visit.random, &user.id, invitation.role, visit.now);
        membership.public_metadata = invitation.public_metadata.clone();
        let organization_id = organization.id.clone();
        visit.close_invitation(&organization_id, &id, Status::Accepted)?;
        visit.take_in(&organization_id, membership);
        Ok(visit.wrapped(visit.invitation_of_json(&organization_id, &id)?))
    })
}

impl Visit<'_> {
    fn user_with_organizations(&self) -> Result<&User, ApiError> {
        let (_, user) = self.signed_in()?;
        match self.settings.organizations.enabled {
            true => Ok(user),
            false => Err(ApiError::organizations_disabled()),
        }
    }

    /// The invitations to addresses that a user has proven, the oldest organization's first.
    fn invitations_of(&self, user: &User) -> Vec<(&Organization, &Invitation)> {
        let is_theirs = |invitation: &&Invitation| {
            user.verified_emails().any(|email| email.address == invitation.email_address)
        };
        let mut organizations: Vec<&Organization> = self.tables.organizations.values().collect();
        organizations.sort_by_key(|organization| organization.number);
        let pairs = organizations.into_iter().flat_map(|organization| {
            organization
                .invitations
                .iter()
                .filter(is_theirs)
                .map(move |invitation| (organization, invitation))
        });
        pairs.collect()
    }
}
