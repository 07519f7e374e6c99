//! Invitations to an organization, as those see them who send them.

use axum::extract::State;
use axum::response::Response;
use axum::routing::{get, post};
use axum::{Extension, Router};
use serde_json::{Map, Value};

use super::membership::role;
use crate::error::ApiError;
use crate::http::caller::Caller;
use crate::http::form::Form;
use crate::http::page::Page;
use crate::http::params::Params;
use crate::http::segments::Segments;
use crate::http::visit::Visit;
use crate::model::invitation::{Invitation, Status};
use crate::model::membership::{MANAGE_MEMBERS, Role};
use crate::model::organization::Organization;
use crate::state::{Emulator, normalized_email};

/// Most addresses of one request.
const BULK_LIMIT: usize = 10;
const PARAMS: [&str; 3] = ["email_address", "role", "notify"];

pub(super) fn routes() -> Router<Emulator> {
    Router::new()
        .route("/organizations/{id}/invitations", get(list).post(create))
        .route("/organizations/{id}/invitations/bulk", post(create_many))
        .route("/organizations/{id}/invitations/{invitation_id}/revoke", post(revoke))
}

/// `GET /v1/organizations/{id}/invitations`
async fn list(
    State(emulator): State<Emulator>,
    caller: Caller,
    Segments(id): Segments<String>,
    Extension(query): Extension<Params>,
) -> Response {
    emulator.visit(&caller, |visit| {
        let (organization, _) = visit.member_who_may(&id, MANAGE_MEMBERS)?;
        let wanted = statuses(&query)?;
        let all = organization.invitations.iter();
        let shown = all
            .filter(|invitation| wanted.is_empty() || wanted.contains(&invitation.status_at(visit.now)))
            .map(|invitation| visit.invitation_json(organization, invitation))
            .collect();
        Ok(visit.wrapped(Page::of(&query)?.with_total(shown)))
    })
}

/// `POST /v1/organizations/{id}/invitations`
async fn create(
    State(emulator): State<Emulator>,
    caller: Caller,
    Segments(id): Segments<String>,
    Form(form): Form,
) -> Response {
    emulator.visit(&caller, |visit| {
        visit.member_who_may(&id, MANAGE_MEMBERS)?;
        form.only(&PARAMS)?;
        form.flag("notify")?;
        let address = form.required("email_address")?;
        let made = visit.invite(&id, &[address], role(form.required("role")?)?)?;
        Ok(visit.wrapped(made.into_iter().next().unwrap_or_default()))
    })
}

/// `POST /v1/organizations/{id}/invitations/bulk`: invites all, or nobody.
async fn create_many(
    State(emulator): State<Emulator>,
    caller: Caller,
    Segments(id): Segments<String>,
    Form(form): Form,
) -> Response {
    emulator.visit(&caller, |visit| {
        visit.member_who_may(&id, MANAGE_MEMBERS)?;
        form.only(&PARAMS)?;
        form.flag("notify")?;
        let addresses: Vec<&str> = form.all("email_address").collect();
        if addresses.is_empty() {
            return Err(ApiError::param_missing("email_address"));
        }
        if addresses.len() > BULK_LIMIT {
            return Err(ApiError::bulk_size_exceeded(BULK_LIMIT));
        }
        let made = visit.invite(&id, &addresses, role(form.required("role")?)?)?;
        Ok(visit.wrapped(Value::Array(made)))
    })
}

/// `POST /v1/organizations/{id}/invitations/{invitation_id}/revoke`
async fn revoke(
    State(emulator): State<Emulator>,
    caller: Caller,
    Segments((id, invitation_id)): Segments<(String, String)>,
    Form(_): Form,
) -> Response {
    emulator.visit(&caller, |visit| {
        visit.member_who_may(&id, MANAGE_MEMBERS)?;
        visit.close_invitation(&id, &invitation_id, Status::Revoked)?;
        Ok(visit.wrapped(visit.invitation_of_json(&id, &invitation_id)?))
    })
}

/// The statuses that a query asks for; none, and it is all of them.
pub(super) fn statuses(query: &Params) -> Result<Vec<Status>, ApiError> {
    let parse = |name| Status::parse(name).ok_or_else(|| ApiError::param_value_invalid("status", name));
    query.all("status").map(parse).collect()
}

fn invitation_in<'o>(organization: &'o Organization, id: &str) -> Result<&'o Invitation, ApiError> {
    let found = organization.invitations.iter().find(|invitation| invitation.id == id);
    found.ok_or_else(|| ApiError::invitation_not_found(id))
}

impl Visit<'_> {
    fn invite(&mut self, id: &str, typed: &[&str], role: Role) -> Result<Vec<Value>, ApiError> {
        let mut made = Vec::new();
        for address in self.addresses_to_invite(id, typed)? {
            let invitation = Invitation::new(self.random, address, role, Map::new(), self.now);
            made.push(invitation.id.clone());
            self.change_organization(id, |organization| organization.invitations.push(invitation));
        }
        made.iter().map(|invitation_id| self.invitation_of_json(id, invitation_id)).collect()
    }

    /// The addresses in stored form, of people who are neither in the organization nor invited.
    fn addresses_to_invite(&self, id: &str, typed: &[&str]) -> Result<Vec<String>, ApiError> {
        let organization = self.tables.organizations.get(id).ok_or_else(ApiError::organization_not_found)?;
        let mut addresses = Vec::new();
        for typed in typed {
            let address = normalized_email(typed)
                .ok_or_else(|| ApiError::param_format_invalid("email_address", "a valid email address"))?;
            if let Some(user) = self.tables.user_named(&address) {
                self.refuse_to_take_in(organization, user)?;
            }
            let mut pending = organization.pending_invitations(self.now);
            let is_invited = pending.any(|invitation| invitation.email_address == address);
            if is_invited || addresses.contains(&address) {
                return Err(ApiError::invitation_not_unique());
            }
            addresses.push(address);
        }
        self.refuse_beyond_quota(organization, addresses.len())?;
        Ok(addresses)
    }

    /// Notes what became of an invitation that was pending.
    pub(super) fn close_invitation(
        &mut self,
        id: &str,
        invitation_id: &str,
        status: Status,
    ) -> Result<(), ApiError> {
        let now = self.now;
        let organization = self.tables.organizations.get(id).ok_or_else(ApiError::organization_not_found)?;
        if !invitation_in(organization, invitation_id)?.is_pending_at(now) {
            return Err(ApiError::invitation_not_pending());
        }
        self.change_organization(id, |organization| {
            let mut all = organization.invitations.iter_mut();
            if let Some(invitation) = all.find(|invitation| invitation.id == invitation_id) {
                invitation.close(status, now);
            }
        });
        Ok(())
    }

    pub(super) fn invitation_of_json(&self, id: &str, invitation_id: &str) -> Result<Value, ApiError> {
        let organization = self.tables.organizations.get(id).ok_or_else(ApiError::organization_not_found)?;
        Ok(self.invitation_json(organization, invitation_in(organization, invitation_id)?))
    }
}
