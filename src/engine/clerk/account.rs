//! What users and organizations do: each of their methods is a row of `fapi::endpoints::account`, and [`run`] runs them all.

use super::preparations::{path_and_body, prepare_once};
use super::set_active::{SetActive, Target, set_active};
use super::state::Rest;
use crate::engine::page::Resource;
use crate::engine::wire::{Work, or_fail};
use crate::error::ClerkError;
use crate::fapi::Request;
use crate::fapi::endpoints::account::{Given, Gives, RELOAD, Row, user};
use crate::json::Json;
use crate::model;
use std::rc::Rc;

/// Calls a method of `resource`. Gives the answer's JSON, null where there is no content; where the answer is the resource's own state, the
/// resource has it then.
pub(crate) fn run(rest: &Rest, row: &'static Row, resource: &Rc<Resource>, given: &Given) -> Work<Json> {
    let form_of = |file: &Json| rest.reach().transport.form_of(file);
    let request = row.request(&resource.data(), given, &form_of);
    or_fail(request.map(|request| send(rest, row, resource, request)))
}

/// Reads a resource again, at its `path`. A native application may rotate its token once with a `nonce`.
pub(crate) fn reload(
    rest: &Rest,
    path: String,
    resource: &Rc<Resource>,
    nonce: Option<String>,
) -> Work<Json> {
    let mut request = Request::new(RELOAD.method, path).updating_client();
    request.rotating_token_nonce = nonce;
    send(rest, &RELOAD, resource, request)
}

fn send(rest: &Rest, row: &'static Row, resource: &Rc<Resource>, request: Request) -> Work<Json> {
    let key = row.is_shared.then(|| path_and_body(&request));
    let sent = newest(rest, request, row.gives == Gives::Itself);
    let answer = match key {
        Some(key) => prepare_once(rest, key, sent),
        None => sent,
    };
    let resource = resource.clone();
    Box::pin(async move {
        let json = answer.await?;
        if !row.fits(&json) {
            let message = "The answer of the Frontend API has an unexpected shape.";
            return Err(ClerkError::runtime("unexpected_answer", message));
        }
        if row.gives == Gives::Itself && !json.is_null() {
            resource.set(json.clone());
        }
        Ok(json)
    })
}

/// What an answer is about; null where there is no content, and where it is the state of one resource and was overtaken on its way.
pub(crate) fn newest(rest: &Rest, request: Request, is_own: bool) -> Work<Json> {
    let wire = rest.wire().clone();
    Box::pin(async move {
        let Some(payload) = wire.send(request).await? else { return Ok(Json::null()) };
        let resource = payload.resource();
        let is_newest = wire.is_newest(&payload, &resource) || !is_own;
        Ok(if is_newest { resource } else { Json::null() })
    })
}

/// Changes fields of a user. Metadata goes where it is merged, as the patch that replaces what is there: `now` tells that, after the rest has
/// been sent.
pub(crate) fn update_user(
    rest: &Rest,
    user: &Rc<Resource>,
    given: &Given,
    now: impl Fn() -> Json + 'static,
) -> Work<Json> {
    let params = &given.argument;
    let (metadata, others) = (params.get("unsafeMetadata"), without(params, "unsafeMetadata"));
    let first = match &metadata {
        Some(_) if others.keys().is_empty() => reload(rest, "/me".to_owned(), user, None),
        Some(_) => run(rest, &user::UPDATE, user, &others.into()),
        None => return run(rest, &user::UPDATE, user, given),
    };
    let (rest, user, wanted) = (rest.clone(), user.clone(), metadata.unwrap_or_default());
    Box::pin(async move {
        let answer = first.await?;
        let present = now().get("unsafe_metadata").unwrap_or_default();
        let patch = merge_patch(&present, &wanted);
        if patch.keys().is_empty() {
            return Ok(answer);
        }
        let params = Json::object(&[("unsafeMetadata", patch)]);
        run(&rest, &user::UPDATE_METADATA, &user, &params.into()).await
    })
}

/// Deletes a user. Where no client comes along that says so, nobody is signed in on this page all the same.
pub(crate) fn delete_user(rest: &Rest, user: &Rc<Resource>) -> Work<Json> {
    let (rest, id) = (rest.clone(), user.id());
    let deleted = run(&rest, &user::DELETE, user, &Given::default());
    Box::pin(async move {
        deleted.await?;
        let session = rest.page().session().map(|session| model::Session::new(session.data()));
        if session.is_some_and(|session| Some(session.user().id()) == id) {
            set_active(&rest, SetActive { session: Target::None, ..SetActive::default() }).await?;
        }
        Ok(Json::null())
    })
}

fn without(params: &Json, left_out: &str) -> Json {
    let mut others = Json::object(&[]);
    for key in params.keys().iter().filter(|key| *key != left_out) {
        others = others.with(key, params.get(key).unwrap_or_default());
    }
    others
}

/// The patch that makes `wanted` of `present` (RFC 7396); what is gone is null in it.
fn merge_patch(present: &Json, wanted: &Json) -> Json {
    let mut patch = Json::object(&[]);
    for key in &wanted.keys() {
        let Some(value) = wanted.get(key) else { continue };
        let change = match present.get(key) {
            Some(known) if known.is_object() && value.is_object() => {
                Some(merge_patch(&known, &value)).filter(|inner| !inner.keys().is_empty())
            }
            known => Some(value).filter(|value| known.is_none_or(|known| known.to_text() != value.to_text())),
        };
        if let Some(change) = change {
            patch = patch.with(key, change);
        }
    }
    for key in present.keys().iter().filter(|key| wanted.get(key).is_none()) {
        patch = patch.with(key, Json::null());
    }
    patch
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_patch_makes_what_is_wanted_of_what_is_there() {
        for (present, wanted, patch) in [
            ("{}", "{}", "{}"),
            (r#"{"a":1}"#, r#"{"a":1}"#, "{}"),
            (r#"{"a":1,"b":2}"#, r#"{"a":1}"#, r#"{"b":null}"#),
            (r#"{"a":{"b":1,"c":2}}"#, r#"{"a":{"b":1}}"#, r#"{"a":{"c":null}}"#),
            (r#"{"a":{"b":1}}"#, r#"{"a":5}"#, r#"{"a":5}"#),
            (r#"{"a":5}"#, r#"{"a":{"b":1}}"#, r#"{"a":{"b":1}}"#),
            (r#"{"a":[1,2]}"#, r#"{"a":[1,2]}"#, "{}"),
            (r#"{"a":[1]}"#, r#"{"a":[1,{"b":null}]}"#, r#"{"a":[1,{"b":null}]}"#),
            ("{}", r#"{"a":null}"#, r#"{"a":null}"#),
            (r#"{"a":null}"#, r#"{"a":null}"#, "{}"),
            ("null", r#"{"a":1}"#, r#"{"a":1}"#),
            (r#"{"a":1}"#, "null", r#"{"a":null}"#),
        ] {
            let json = |text| Json::parse(text).unwrap();
            let made = merge_patch(&json(present), &json(wanted));
            assert_eq!(made.to_text(), patch, "{present} -> {wanted}");
        }
    }
}
