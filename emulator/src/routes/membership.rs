//! Who is in an organization.

use axum::extract::State;
use axum::response::Response;
use axum::routing::{get, patch};
use axum::{Extension, Json, Router};
use serde_json::Value;

use crate::error::ApiError;
use crate::http::caller::Caller;
use crate::http::form::Form;
use crate::http::page::Page;
use crate::http::params::Params;
use crate::http::segments::Segments;
use crate::http::visit::Visit;
use crate::model::membership::{MANAGE_MEMBERS, Membership, READ_MEMBERS, Role};
use crate::model::organization::Organization;
use crate::model::user::User;
use crate::state::Emulator;

pub(super) fn routes() -> Router<Emulator> {
    Router::new()
        .route("/organizations/{id}/memberships", get(list).post(create))
        .route("/organizations/{id}/memberships/{user_id}", patch(update).delete(remove))
}

/// `GET /v1/organizations/{id}/memberships`
async fn list(
    State(emulator): State<Emulator>,
    caller: Caller,
    Segments(id): Segments<String>,
    Extension(query): Extension<Params>,
) -> Response {
    emulator.visit(&caller, |visit| {
        let (organization, _) = visit.member_who_may(&id, READ_MEMBERS)?;
        let roles = query.all("role").map(role).collect::<Result<Vec<_>, _>>()?;
        let wanted = query.filled("query")?.map(str::to_lowercase);
        let shown = organization
            .members
            .iter()
            .filter(|member| roles.is_empty() || roles.contains(&member.role))
            .filter(|member| wanted.as_deref().is_none_or(|text| visit.is_called(member, text)))
            .map(|member| visit.membership_json(organization, member))
            .collect();
        visit.answer_with_memberships(&query, shown)
    })
}

/// `POST /v1/organizations/{id}/memberships`: takes a user in, without asking them.
async fn create(
    State(emulator): State<Emulator>,
    caller: Caller,
    Segments(id): Segments<String>,
    Form(form): Form,
) -> Response {
    emulator.visit(&caller, |visit| {
        let (organization, _) = visit.member_who_may(&id, MANAGE_MEMBERS)?;
        form.only(&["user_id", "role"])?;
        let (user_id, role) = (form.required("user_id")?, role(form.required("role")?)?);
        let user = visit.tables.users.get(user_id).ok_or_else(|| ApiError::user_not_found(user_id))?;
        visit.refuse_to_take_in(organization, user)?;
        visit.refuse_beyond_quota(organization, 1)?;
        visit.take_in(&id, Membership::new(visit.random, user_id, role, visit.now));
        visit.answer_with_membership(&id, user_id)
    })
}

/// `PATCH /v1/organizations/{id}/memberships/{user_id}`
async fn update(
    State(emulator): State<Emulator>,
    caller: Caller,
    Segments((id, user_id)): Segments<(String, String)>,
    Form(form): Form,
) -> Response {
    emulator.visit(&caller, |visit| {
        let organization = visit.organization_with(&id, &user_id)?;
        form.only(&["role"])?;
        let role = role(form.required("role")?)?;
        if role != Role::Admin && organization.hangs_on(&user_id) {
            return Err(ApiError::last_administrator());
        }
        let now = visit.now;
        visit.change_organization(&id, |organization| {
            let mut members = organization.members.iter_mut();
            if let Some(member) = members.find(|member| member.user_id == user_id) {
                member.role = role;
                member.updated_at = now;
            }
        });
        visit.answer_with_membership(&id, &user_id)
    })
}

/// `DELETE /v1/organizations/{id}/memberships/{user_id}`: the answer is the membership that there was.
async fn remove(
    State(emulator): State<Emulator>,
    caller: Caller,
    Segments((id, user_id)): Segments<(String, String)>,
) -> Response {
    emulator.visit(&caller, |visit| {
        visit.organization_with(&id, &user_id)?;
        let ended = visit.membership_of_user_json(&id, &user_id)?;
        visit.end_membership(&id, &user_id)?;
        Ok(visit.wrapped(ended))
    })
}

/// The role of a form or a query.
pub(super) fn role(key: &str) -> Result<Role, ApiError> {
    Role::parse(key).ok_or_else(ApiError::role_not_found)
}

impl Visit<'_> {
    /// An organization of which this user is a member, for somebody who may say so.
    fn organization_with(&self, id: &str, user_id: &str) -> Result<&Organization, ApiError> {
        let (organization, _) = self.member_who_may(id, MANAGE_MEMBERS)?;
        organization.membership_of(user_id).ok_or_else(ApiError::membership_not_found)?;
        Ok(organization)
    }

    /// Does a part of a name of the user's read like this?
    fn is_called(&self, member: &Membership, text: &str) -> bool {
        let Some(user) = self.tables.users.get(&member.user_id) else {
            return false;
        };
        let names = [&user.first_name, &user.last_name, &user.username];
        let addresses = user.email_addresses.iter().map(|email| &email.address);
        let mut all = names.into_iter().flatten().chain(addresses).chain([&user.id]);
        all.any(|name| name.to_lowercase().contains(text))
    }

    pub(super) fn refuse_to_take_in(&self, organization: &Organization, user: &User) -> Result<(), ApiError> {
        match organization.membership_of(&user.id) {
            Some(_) => Err(ApiError::already_a_member(user.identifier())),
            None => Ok(()),
        }
    }

    pub(super) fn refuse_beyond_quota(
        &self,
        organization: &Organization,
        count: usize,
    ) -> Result<(), ApiError> {
        match organization.has_room_for(count, self.now) {
            true => Ok(()),
            false => Err(ApiError::membership_quota_exceeded(organization.max_allowed_memberships)),
        }
    }

    pub(super) fn take_in(&mut self, id: &str, membership: Membership) {
        self.change_organization(id, |organization| organization.members.push(membership));
    }

    fn membership_of_user_json(&self, id: &str, user_id: &str) -> Result<Value, ApiError> {
        let found = self.membership_in(user_id, id).ok_or_else(ApiError::membership_not_found);
        found.map(|(organization, membership)| self.membership_json(organization, membership))
    }

    fn answer_with_membership(&self, id: &str, user_id: &str) -> Result<Json<Value>, ApiError> {
        self.membership_of_user_json(id, user_id).map(|membership| self.wrapped(membership))
    }

    /// A list, with how many there are in all where that is asked for.
    pub(super) fn answer_with_memberships(
        &self,
        query: &Params,
        all: Vec<Value>,
    ) -> Result<Json<Value>, ApiError> {
        let page = Page::of(query)?;
        let shown = if query.flag("paginated")? { page.with_total(all) } else { page.items(all) };
        Ok(self.wrapped(shown))
    }
}
