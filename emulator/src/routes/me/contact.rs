//! E-mail addresses and phone numbers of the user: added, proven by a code, taken off.

use axum::extract::State;
use axum::response::Response;
use axum::routing::{get, patch, post};
use axum::{Json, Router};
use serde_json::{Value, json};

use crate::error::ApiError;
use crate::http::caller::Caller;
use crate::http::form::Form;
use crate::http::params::Params;
use crate::http::segments::Segments;
use crate::http::visit::Visit;
use crate::model::sign_up::Attribute;
use crate::model::user::{EmailAddress, PhoneNumber, Proof, User};
use crate::model::verification::Strategy;
use crate::routes::proof::{Dispatch, Place};
use crate::routes::sign_in::account::phone_channel;
use crate::routes::strategy::{parse_strategy, unfit};
use crate::state::Emulator;

pub(super) fn routes() -> Router<Emulator> {
    routes_of(Attribute::EmailAddress, "/me/email_addresses")
        .merge(routes_of(Attribute::PhoneNumber, "/me/phone_numbers"))
        .route("/me/phone_numbers/{id}", patch(reserve))
}

fn routes_of(kind: Attribute, path: &str) -> Router<Emulator> {
    let all = get(move |state: State<Emulator>, caller: Caller| list(kind, state, caller))
        .post(move |state: State<Emulator>, caller: Caller, form: Form| create(kind, state, caller, form));
    let one = get(move |state: State<Emulator>, caller: Caller, id: Segments<String>| {
        read(kind, state, caller, id)
    })
    .delete(move |state: State<Emulator>, caller: Caller, id: Segments<String>| {
        remove(kind, state, caller, id)
    });
    let prepare = post(move |state: State<Emulator>, caller: Caller, id: Segments<String>, form: Form| {
        prepare(kind, state, caller, id, form)
    });
    let attempt = post(move |state: State<Emulator>, caller: Caller, id: Segments<String>, form: Form| {
        attempt(kind, state, caller, id, form)
    });
    // clerk-js writes a slash behind the list that it adds to.
    let added_to =
        post(move |state: State<Emulator>, caller: Caller, form: Form| create(kind, state, caller, form));
    Router::new()
        .route(path, all)
        .route(&format!("{path}/"), added_to)
        .route(&format!("{path}/{{id}}"), one)
        .route(&format!("{path}/{{id}}/prepare_verification"), prepare)
        .route(&format!("{path}/{{id}}/attempt_verification"), attempt)
}

/// `GET /v1/me/email_addresses` and `phone_numbers`: a plain list, as described.
async fn list(kind: Attribute, State(emulator): State<Emulator>, caller: Caller) -> Response {
    emulator.visit(&caller, |visit| {
        let (_, user) = visit.signed_in()?;
        Ok(Json(visit.contacts_json(user, kind).into_iter().map(|(_, json)| json).collect::<Value>()))
    })
}

/// `POST` to the same: adds one, which proves nothing yet.
async fn create(
    kind: Attribute,
    State(emulator): State<Emulator>,
    caller: Caller,
    Form(form): Form,
) -> Response {
    emulator.visit(&caller, |visit| {
        let (_, user) = visit.signed_in()?;
        let user_id = user.id.clone();
        let id = visit.add_contact(kind, &user_id, &form)?;
        visit.answer_with_contact(kind, &user_id, &id)
    })
}

/// `GET …/{id}`
async fn read(
    kind: Attribute,
    State(emulator): State<Emulator>,
    caller: Caller,
    Segments(id): Segments<String>,
) -> Response {
    emulator.visit(&caller, |visit| {
        let user_id = visit.contact_owner(kind, &id)?;
        visit.answer_with_contact(kind, &user_id, &id)
    })
}

/// `DELETE …/{id}`
async fn remove(
    kind: Attribute,
    State(emulator): State<Emulator>,
    caller: Caller,
    Segments(id): Segments<String>,
) -> Response {
    emulator.visit(&caller, |visit| {
        let user_id = visit.contact_owner(kind, &id)?;
        if visit.tables.users.get(&user_id).is_some_and(|user| user.hangs_on(&id)) {
            return Err(ApiError::last_identification());
        }
        visit.change_user(&user_id, |user| user.remove_contact(&id));
        Ok(visit.wrapped(json!({ "object": kind.as_str(), "id": id, "deleted": true })))
    })
}

/// `POST …/{id}/prepare_verification`: sends a code.
async fn prepare(
    kind: Attribute,
    State(emulator): State<Emulator>,
    caller: Caller,
    Segments(id): Segments<String>,
    Form(form): Form,
) -> Response {
    emulator.visit(&caller, |visit| {
        let user_id = visit.contact_owner(kind, &id)?;
        let strategy = parse_strategy(form.required("strategy")?)?;
        if strategy != code_strategy(kind) {
            return Err(unfit(strategy));
        }
        form.only(&["strategy", "channel", "proof_token", "redirect_url", "action_complete_redirect_url"])?;
        let contact = visit.tables.users.get(&user_id).and_then(|user| user.contact(&id));
        let contact = contact.ok_or_else(|| ApiError::identification_not_found(&id))?;
        if contact.is_verified() {
            return Err(ApiError::verification_already_verified());
        }
        let channel = phone_channel(&form)?.filter(|_| kind == Attribute::PhoneNumber);
        let mut recipient = contact.recipient;
        recipient.channel = channel.unwrap_or(recipient.channel);
        let dispatch = Dispatch { strategy, recipient, channel, redirect_url: None };
        visit.dispatch(&Place::Contact(user_id.clone(), id.clone()), &dispatch)?;
        visit.answer_with_contact(kind, &user_id, &id)
    })
}

/// `POST …/{id}/attempt_verification`: the right code proves it, unless somebody else was faster.
async fn attempt(
    kind: Attribute,
    State(emulator): State<Emulator>,
    caller: Caller,
    Segments(id): Segments<String>,
    Form(form): Form,
) -> Response {
    emulator.visit(&caller, |visit| {
        let user_id = visit.contact_owner(kind, &id)?;
        form.only(&["code"])?;
        let place = Place::Contact(user_id.clone(), id.clone());
        visit.attempt_code(&place, code_strategy(kind), form.required("code")?)?;
        visit.contact_was_proven(&user_id, &id)?;
        visit.answer_with_contact(kind, &user_id, &id)
    })
}

/// `PATCH /v1/me/phone_numbers/{id}`: whether it is for second factors, and the first of them.
async fn reserve(
    State(emulator): State<Emulator>,
    caller: Caller,
    Segments(id): Segments<String>,
    Form(form): Form,
) -> Response {
    emulator.visit(&caller, |visit| {
        let user_id = visit.contact_owner(Attribute::PhoneNumber, &id)?;
        form.only(&["reserved_for_second_factor", "default_second_factor"])?;
        let uses = visit.requested_uses(&user_id, &id, &form)?;
        visit.change_user(&user_id, |user| uses.apply(user, &id));
        visit.answer_with_contact(Attribute::PhoneNumber, &user_id, &id)
    })
}

/// The strategy by which a code proves it.
fn code_strategy(kind: Attribute) -> Strategy {
    match kind {
        Attribute::EmailAddress => Strategy::EmailCode,
        Attribute::PhoneNumber => Strategy::PhoneCode,
    }
}

/// What a phone is for.
struct Uses {
    reserved: bool,
    default: bool,
}

impl Uses {
    fn apply(&self, user: &mut User, id: &str) {
        for phone in &mut user.phone_numbers {
            if phone.id == id {
                phone.reserved_for_second_factor = self.reserved;
                phone.default_second_factor = self.default;
            } else if self.default {
                phone.default_second_factor = false;
            }
        }
    }
}

impl Visit<'_> {
    /// The user who is signed in, to whom the address or phone belongs.
    fn contact_owner(&self, kind: Attribute, id: &str) -> Result<String, ApiError> {
        let (_, user) = self.signed_in()?;
        let is_theirs = match kind {
            Attribute::EmailAddress => user.email_addresses.iter().any(|email| email.id == id),
            Attribute::PhoneNumber => user.phone_numbers.iter().any(|phone| phone.id == id),
        };
        is_theirs.then(|| user.id.clone()).ok_or_else(|| ApiError::identification_not_found(id))
    }

    fn add_contact(&mut self, kind: Attribute, user_id: &str, form: &Params) -> Result<String, ApiError> {
        let missing = || ApiError::param_missing(kind.as_str());
        match kind {
            Attribute::EmailAddress => {
                form.only(&["email_address"])?;
                form.required("email_address")?;
                let address = self.new_email_address(form)?.ok_or_else(missing)?;
                let email = EmailAddress::new(self.random, address, Proof::None, self.now);
                let id = email.id.clone();
                self.change_user(user_id, |user| user.email_addresses.push(email));
                Ok(id)
            }
            Attribute::PhoneNumber => {
                form.only(&["phone_number", "reserved_for_second_factor"])?;
                form.required("phone_number")?;
                let number = self.new_phone_number(form)?.ok_or_else(missing)?;
                let user = self.tables.users.get(user_id);
                if user.is_some_and(|user| user.phone_numbers.iter().any(|phone| phone.number == number)) {
                    return Err(ApiError::identifier_exists("phone_number"));
                }
                let reserved_for_second_factor = form.flag("reserved_for_second_factor")?;
                let phone = PhoneNumber::new(self.random, number, Proof::None, self.now);
                let id = phone.id.clone();
                let phone = PhoneNumber { reserved_for_second_factor, ..phone };
                self.change_user(user_id, |user| user.phone_numbers.push(phone));
                Ok(id)
            }
        }
    }

    fn contact_was_proven(&mut self, user_id: &str, id: &str) -> Result<(), ApiError> {
        let contact = self.tables.users.get(user_id).and_then(|user| user.contact(id));
        let contact = contact.ok_or_else(|| ApiError::identification_not_found(id))?;
        let owner = self.tables.user_named(&contact.recipient.address);
        if owner.is_some_and(|owner| owner.id != user_id) {
            // The code is used up, and has proven nothing.
            self.change_proof(&Place::Contact(user_id.to_owned(), id.to_owned()), |proof| *proof = None);
            return Err(ApiError::identification_claimed());
        }
        let now = self.now;
        self.change_user(user_id, |user| {
            if let Some((proof, Some(verification))) = user.contact_mut(id) {
                let expire_at = verification.expire_at.unwrap_or(now);
                *proof = Proof::Code { attempts: verification.attempts, expire_at };
            }
        });
        Ok(())
    }

    fn requested_uses(&self, user_id: &str, id: &str, form: &Params) -> Result<Uses, ApiError> {
        let refused = |why| Err(ApiError::identification_update_failed(why));
        let user = self.tables.users.get(user_id).ok_or_else(ApiError::signed_out)?;
        let phone = user.phone_numbers.iter().find(|phone| phone.id == id);
        let phone = phone.ok_or_else(|| ApiError::identification_not_found(id))?;
        let asked = |param: &str, now: bool| match form.filled(param)? {
            Some(_) => form.flag(param),
            None => Ok(now),
        };
        let reserved = asked("reserved_for_second_factor", phone.reserved_for_second_factor)?;
        let default = asked("default_second_factor", phone.default_second_factor && reserved)?;
        if !phone.is_verified() {
            return refused("The phone number is not verified.");
        }
        if default && !reserved {
            return refused("The phone number is not reserved for second factors.");
        }
        if reserved && user.hangs_on(id) {
            return refused("The phone number is the last identification.");
        }
        Ok(Uses { reserved, default })
    }

    /// Each with its id.
    fn contacts_json(&self, user: &User, kind: Attribute) -> Vec<(String, Value)> {
        match kind {
            Attribute::EmailAddress => user
                .email_addresses
                .iter()
                .map(|email| (email.id.clone(), self.email_address_json(email)))
                .collect(),
            Attribute::PhoneNumber => user
                .phone_numbers
                .iter()
                .map(|phone| (phone.id.clone(), self.phone_number_json(phone)))
                .collect(),
        }
    }

    fn answer_with_contact(&self, kind: Attribute, user_id: &str, id: &str) -> Result<Json<Value>, ApiError> {
        let user = self.tables.users.get(user_id).ok_or_else(ApiError::signed_out)?;
        let found = self.contacts_json(user, kind).into_iter().find(|(own, _)| own == id);
        let (_, contact) = found.ok_or_else(|| ApiError::identification_not_found(id))?;
        Ok(self.wrapped(contact))
    }
}
