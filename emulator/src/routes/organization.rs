//! Organizations: made, read, changed and deleted by who may.

use axum::extract::State;
use axum::response::Response;
use axum::routing::{get, post};
use axum::{Json, Router};
use serde_json::{Value, json};

use crate::error::ApiError;
use crate::http::caller::Caller;
use crate::http::form::Form;
use crate::http::params::Params;
use crate::http::segments::Segments;
use crate::http::visit::Visit;
use crate::model::membership::{DELETE_PROFILE, MANAGE_PROFILE, Membership};
use crate::model::organization::{Organization, is_slug};
use crate::state::Emulator;

/// Longest name, in characters.
const NAME_LIMIT: usize = 256;

pub(super) fn routes() -> Router<Emulator> {
    Router::new()
        .route("/organizations", post(create))
        .route("/organizations/{id}", get(read).patch(update).delete(remove))
}

/// `POST /v1/organizations`: makes one, of which the user is the first member.
async fn create(State(emulator): State<Emulator>, caller: Caller, Form(form): Form) -> Response {
    emulator.visit(&caller, |visit| {
        let user_id = visit.user_who_may_create()?;
        form.only(&["name", "slug"])?;
        let name = name(form.required("name")?)?;
        let slug = match visit.new_slug(&form, None)? {
            Some(slug) => slug,
            None => visit.tables.free_slug(&name),
        };
        let settings = &visit.settings.organizations;
        let mut organization = Organization::new(visit.random, name, slug, settings, visit.now);
        let founder = Membership::new(visit.random, &user_id, settings.creator_role, visit.now);
        organization.members.push(founder);
        organization.created_by = Some(user_id);
        let id = organization.id.clone();
        visit.tables.add_organization(organization);
        visit.date_client();
        visit.answer_with_organization(&id)
    })
}

/// `GET /v1/organizations/{id}`
async fn read(State(emulator): State<Emulator>, caller: Caller, Segments(id): Segments<String>) -> Response {
    emulator.visit(&caller, |visit| {
        visit.member(&id)?;
        visit.answer_with_organization(&id)
    })
}

/// `PATCH /v1/organizations/{id}`
async fn update(
    State(emulator): State<Emulator>,
    caller: Caller,
    Segments(id): Segments<String>,
    Form(form): Form,
) -> Response {
    emulator.visit(&caller, |visit| {
        visit.member_who_may(&id, MANAGE_PROFILE)?;
        form.only(&["name", "slug"])?;
        let name = form.filled("name")?.map(name).transpose()?;
        let slug = visit.new_slug(&form, Some(&id))?;
        visit.change_organization(&id, |organization| {
            if let Some(name) = name {
                organization.name = name;
            }
            if let Some(slug) = slug {
                organization.slug = slug;
            }
        });
        visit.answer_with_organization(&id)
    })
}

/// `DELETE /v1/organizations/{id}`: nobody is there as it any more.
async fn remove(
    State(emulator): State<Emulator>,
    caller: Caller,
    Segments(id): Segments<String>,
) -> Response {
    emulator.visit(&caller, |visit| {
        let (organization, _) = visit.member_who_may(&id, DELETE_PROFILE)?;
        if !organization.admin_delete_enabled {
            return Err(ApiError::organization_deletion_refused());
        }
        let answer =
            json!({ "object": "organization", "id": id, "slug": organization.slug, "deleted": true });
        visit.tables.organizations.remove(&id);
        visit.leave_sessions(&id, None);
        Ok(visit.wrapped(answer))
    })
}

fn name(typed: &str) -> Result<String, ApiError> {
    match typed.trim() {
        "" => Err(ApiError::param_nil("name")),
        name if name.chars().count() > NAME_LIMIT => Err(ApiError::param_too_long("name", NAME_LIMIT)),
        name => Ok(name.to_owned()),
    }
}

impl Visit<'_> {
    fn user_who_may_create(&self) -> Result<String, ApiError> {
        let (_, user) = self.signed_in()?;
        let settings = &self.settings.organizations;
        if !settings.enabled {
            return Err(ApiError::organizations_disabled());
        }
        let is_theirs = |one: &&Organization| one.created_by.as_deref() == Some(&*user.id);
        let made = self.tables.organizations.values().filter(is_theirs).count();
        let limit = usize::try_from(settings.creation_limit).unwrap_or(usize::MAX);
        match settings.creation && (limit == 0 || made < limit) {
            true => Ok(user.id.clone()),
            false => Err(ApiError::organization_creation_refused()),
        }
    }

    /// The slug of a form, which no organization but `own` may have.
    fn new_slug(&self, form: &Params, own: Option<&str>) -> Result<Option<String>, ApiError> {
        let Some(slug) = form.filled("slug")? else {
            return Ok(None);
        };
        if !self.settings.organizations.slugs {
            return Err(ApiError::param_unknown("slug"));
        }
        if !is_slug(slug) {
            return Err(ApiError::param_format_invalid("slug", "lower-case letters, digits and dashes"));
        }
        let kept = own.and_then(|id| self.tables.organizations.get(id)).is_some_and(|one| one.slug == slug);
        match !kept && self.tables.is_slug_taken(slug) {
            true => Err(ApiError::identifier_exists("slug")),
            false => Ok(Some(slug.to_owned())),
        }
    }

    /// The organization, and what the user who asks is in it. To others it does not exist.
    pub(super) fn member(&self, id: &str) -> Result<(&Organization, &Membership), ApiError> {
        let (_, user) = self.signed_in()?;
        if !self.settings.organizations.enabled {
            return Err(ApiError::organizations_disabled());
        }
        self.membership_in(&user.id, id).ok_or_else(ApiError::organization_not_found)
    }

    /// The same, of a user who may do this.
    pub(super) fn member_who_may(
        &self,
        id: &str,
        permission: &str,
    ) -> Result<(&Organization, &Membership), ApiError> {
        let (organization, membership) = self.member(id)?;
        match membership.role.may(permission) {
            true => Ok((organization, membership)),
            false => Err(ApiError::organization_permission_missing(permission)),
        }
    }

    /// Changes an organization, and dates it and the client that shows it.
    pub(super) fn change_organization(&mut self, id: &str, change: impl FnOnce(&mut Organization)) {
        let now = self.now;
        if let Some(organization) = self.tables.organizations.get_mut(id) {
            change(organization);
            organization.updated_at = now;
        }
        self.date_client();
    }

    /// Ends the membership of a user, without whom the organization must be able to go on.
    pub(super) fn end_membership(&mut self, id: &str, user_id: &str) -> Result<(), ApiError> {
        let hangs = self.tables.organizations.get(id).is_some_and(|one| one.hangs_on(user_id));
        if hangs {
            return Err(ApiError::last_administrator());
        }
        self.change_organization(id, |organization| {
            organization.members.retain(|member| member.user_id != user_id);
        });
        self.leave_sessions(id, Some(user_id));
        Ok(())
    }

    /// Leaves sessions, of one user or of all, without the organization that they were as.
    fn leave_sessions(&mut self, organization_id: &str, user_id: Option<&str>) {
        let all = self.tables.sessions.values();
        let as_it = all.filter(|session| session.organization_id.as_deref() == Some(organization_id));
        let left: Vec<String> = as_it
            .filter(|session| user_id.is_none_or(|id| id == session.user_id))
            .map(|session| session.id.clone())
            .collect();
        for id in left {
            self.choose_organization(&id, None);
        }
        self.date_client();
    }

    fn answer_with_organization(&self, id: &str) -> Result<Json<Value>, ApiError> {
        let organization = self.tables.organizations.get(id).ok_or_else(ApiError::organization_not_found)?;
        Ok(self.wrapped(self.organization_json(organization)))
    }
}
