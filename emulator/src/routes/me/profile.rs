//! What the user is called, and the end of the account.

use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use axum::{Json, Router};
use serde_json::{Map, Value, json};

use crate::error::ApiError;
use crate::http::caller::Caller;
use crate::http::form::Form;
use crate::http::params::Params;
use crate::http::visit::Visit;
use crate::model::session::Status;
use crate::model::user::User;
use crate::routes::sign_up::fields::{metadata, name};
use crate::settings::Requirement;
use crate::state::{Emulator, normalized_username};

const PARAMS: [&str; 7] = [
    "username",
    "first_name",
    "last_name",
    "primary_email_address_id",
    "primary_phone_number_id",
    "primary_web3_wallet_id",
    "unsafe_metadata",
];

pub(super) fn routes() -> Router<Emulator> {
    Router::new().route("/me", get(read).patch(update).delete(remove))
}

/// `GET /v1/me`
async fn read(State(emulator): State<Emulator>, caller: Caller) -> Response {
    emulator.visit(&caller, |visit| {
        let (_, user) = visit.signed_in()?;
        Ok(visit.wrapped(visit.user_json(user)))
    })
}

/// `PATCH /v1/me`: what is not named stays, an empty name goes.
async fn update(State(emulator): State<Emulator>, caller: Caller, Form(form): Form) -> Response {
    emulator.visit(&caller, |visit| {
        let (_, user) = visit.signed_in()?;
        let user_id = user.id.clone();
        form.only(&PARAMS)?;
        let changes = visit.changes(user, &form)?;
        visit.change_user(&user_id, |user| changes.apply(user));
        visit.answer_with_user(&user_id)
    })
}

/// `DELETE /v1/me`: the user is gone, from all browsers and organizations.
async fn remove(State(emulator): State<Emulator>, caller: Caller) -> Response {
    emulator.visit(&caller, |visit| {
        let (_, user) = visit.signed_in()?;
        let user_id = user.id.clone();
        visit.close_everywhere(&user_id, None, Status::Removed);
        let memberships = visit.tables.memberships_of(&user_id).into_iter();
        let left: Vec<String> = memberships.map(|(organization, _)| organization.id.clone()).collect();
        for id in left {
            visit.change_organization(&id, |organization| {
                organization.members.retain(|member| member.user_id != user_id);
            });
        }
        visit.tables.users.remove(&user_id);
        visit.authentication_changed();
        Ok(visit.wrapped(json!({ "object": "user", "id": user_id, "deleted": true })))
    })
}

/// Checked values; what is absent stays as it is.
struct Changes {
    username: Option<Option<String>>,
    first_name: Option<Option<String>>,
    last_name: Option<Option<String>>,
    unsafe_metadata: Option<Map<String, Value>>,
    /// Where in their lists the next primary ones are.
    email_address: Option<usize>,
    phone_number: Option<usize>,
    web3_wallet: Option<usize>,
}

impl Changes {
    fn apply(self, user: &mut User) {
        if let Some(username) = self.username {
            user.username = username;
        }
        if let Some(name) = self.first_name {
            user.first_name = name;
        }
        if let Some(name) = self.last_name {
            user.last_name = name;
        }
        if let Some(metadata) = self.unsafe_metadata {
            user.unsafe_metadata = metadata;
        }
        bring_forward(&mut user.email_addresses, self.email_address);
        bring_forward(&mut user.phone_numbers, self.phone_number);
        bring_forward(&mut user.web3_wallets, self.web3_wallet);
    }
}

fn bring_forward<T>(all: &mut [T], index: Option<usize>) {
    if let Some(before) = index.and_then(|index| all.get_mut(..=index)) {
        before.rotate_right(1);
    }
}

/// Where the one is that a form names to be the primary one.
fn primary<T>(
    form: &Params,
    param: &str,
    all: &[T],
    is_it: impl Fn(&T, &str) -> bool,
) -> Result<Option<usize>, ApiError> {
    let Some(id) = form.filled(param)? else {
        return Ok(None);
    };
    let index = all.iter().position(|one| is_it(one, id));
    index.map(Some).ok_or_else(|| ApiError::related_resource_missing(param))
}

fn changed_name(
    form: &Params,
    param: &str,
    requirement: Requirement,
) -> Result<Option<Option<String>>, ApiError> {
    let name = name(form, param, requirement)?;
    Ok(form.one(param)?.map(|_| name))
}

impl Visit<'_> {
    fn changes(&self, user: &User, form: &Params) -> Result<Changes, ApiError> {
        Ok(Changes {
            username: self.changed_username(user, form)?,
            first_name: changed_name(form, "first_name", self.settings.first_name)?,
            last_name: changed_name(form, "last_name", self.settings.last_name)?,
            unsafe_metadata: metadata(form)?,
            email_address: primary(form, "primary_email_address_id", &user.email_addresses, |email, id| {
                email.id == id && email.is_verified()
            })?,
            phone_number: primary(form, "primary_phone_number_id", &user.phone_numbers, |phone, id| {
                phone.id == id && phone.is_verified()
            })?,
            web3_wallet: primary(form, "primary_web3_wallet_id", &user.web3_wallets, |wallet, id| {
                wallet.id == id
            })?,
        })
    }

    fn changed_username(&self, user: &User, form: &Params) -> Result<Option<Option<String>>, ApiError> {
        match form.one("username")? {
            None => Ok(None),
            Some("") if self.settings.username == Requirement::Required => {
                Err(ApiError::param_nil("username"))
            }
            Some("") => Ok(Some(None)),
            Some(typed) if normalized_username(typed).is_some_and(|name| user.username == Some(name)) => {
                Ok(None)
            }
            Some(_) => self.new_username(form).map(Some),
        }
    }

    /// Changes a user, and dates it and the client that shows it.
    pub(super) fn change_user(&mut self, user_id: &str, change: impl FnOnce(&mut User)) {
        let now = self.now;
        if let Some(user) = self.tables.users.get_mut(user_id) {
            change(user);
            user.updated_at = now;
        }
        self.date_client();
    }

    pub(super) fn answer_with_user(&self, user_id: &str) -> Result<Json<Value>, ApiError> {
        let user = self.tables.users.get(user_id).ok_or_else(ApiError::signed_out)?;
        Ok(self.wrapped(self.user_json(user)))
    }
}
