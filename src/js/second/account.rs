//! The methods of what users and organizations have. Each is a row of `fapi::endpoints::account`; JavaScript makes the objects.

use super::abort::until_aborted;
use super::promise::promise_of;
use crate::encoding::concat;
use crate::engine::{
    Elsewhere, Resource, Rest, View, Work, create_passkey, delete_user, reload, run_account, update_user,
    verify_address,
};
use crate::error::{ClerkError, Result};
use crate::fapi::endpoints::account::{Given, Gives, RELOAD, Row, find, names_of, path_below, user};
use crate::js::first::{given, options, thrown, update};
use crate::json::Json;
use crate::model;
use js_sys::Promise;
use std::cell::Cell;
use std::ptr;
use std::rc::Rc;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/js/second/glue/account.js")]
extern "C" {
    #[wasm_bindgen(js_name = dataOf, catch)]
    fn data_of(resource: &JsValue) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_name = placeOf, catch)]
    fn place_of(resource: &JsValue) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_name = defineNoun)]
    fn define_noun(name: &str, fields: &str, methods: &str);
    #[wasm_bindgen(js_name = become, catch)]
    fn become_objects(
        gives: &str,
        json: &JsValue,
        resource: &JsValue,
        noun: &str,
        beside: &str,
    ) -> Result<JsValue, JsValue>;
}

thread_local! {
    static IS_DEFINED: Cell<bool> = const { Cell::new(false) };
}

/// Tells JavaScript of the nouns that only these methods give. Comes before the first object of one.
fn define_all() {
    if !IS_DEFINED.replace(true) {
        for (name, fields) in model::ACCOUNT_NOUNS {
            define_noun(name, fields, &names_of(name));
        }
    }
}

/// A promise of what a method gives; `list` are its arguments.
pub(super) fn run(rest: &Rest, noun: &str, name: &str, resource: JsValue, list: &JsValue) -> Promise {
    define_all();
    promise_of(given(list).and_then(|list| {
        let argument = |place| list.at(place).unwrap_or_default();
        begin(rest, noun, name, resource, Given { argument: argument(0), more: argument(1) })
    }))
}

fn begin(rest: &Rest, noun: &str, name: &str, object: JsValue, given: Given) -> Result<Work<JsValue>> {
    if let Some(how) = elsewhere(noun, name) {
        return verified_elsewhere(rest, how, name, object, given);
    }
    let unknown = || ClerkError::state(concat(&["There is no method ", noun, ".", name, "()."]));
    let row = find(noun, name).ok_or_else(unknown)?;
    let resource = shown(&object)?;
    if ptr::eq(row, &RELOAD) {
        let options = options(given.argument, "reload()")?;
        let path = path_of(&object, &resource)?;
        let work = reload(rest, path, &resource, options.text("rotatingTokenNonce"));
        return until_aborted(becoming(row, work, object), &options);
    }
    if ptr::eq(row, &user::CREATE_PASSKEY) {
        let user = object.clone();
        return Ok(create_passkey(rest, &resource, move |json| {
            let passkey = become_objects("One", json.as_js(), &user, "Passkey", "").map_err(thrown)?;
            Ok((shown(&passkey)?, passkey))
        }));
    }
    let work = if ptr::eq(row, &user::UPDATE) {
        let shown = object.clone();
        update_user(rest, &resource, &given, move || data_of(&shown).unwrap_or_default().into())
    } else if ptr::eq(row, &user::DELETE) {
        delete_user(rest, &resource)
    } else {
        run_account(rest, row, &resource, &given)
    };
    Ok(becoming(row, work, object))
}

/// Which of the ways to verify an address elsewhere a method is.
fn elsewhere(noun: &str, name: &str) -> Option<Elsewhere> {
    match (noun, name) {
        ("EmailAddress", "startEmailLinkFlow") => Some(Elsewhere::Link),
        ("EmailAddress", "startEnterpriseSSOLinkFlow") => Some(Elsewhere::Enterprise),
        _ => None,
    }
}

/// The second argument ends it.
fn verified_elsewhere(
    rest: &Rest,
    how: Elsewhere,
    name: &str,
    object: JsValue,
    given: Given,
) -> Result<Work<JsValue>> {
    let params = given.argument;
    if !params.is_object() {
        let message = concat(&["emailAddress.", name, "() takes an object of parameters."]);
        return Err(ClerkError::argument(message));
    }
    let resource = shown(&object)?;
    let work = verify_address(rest, &resource, how, &params);
    let work: Work<JsValue> = Box::pin(async move { work.await.map(|()| object) });
    until_aborted(work, &Json::object(&[("signal", given.more)]))
}

/// The state of an object, which shows what becomes of it.
fn shown(object: &JsValue) -> Result<Rc<Resource>> {
    let resource = Resource::new(data_of(object).map_err(thrown)?.into());
    resource.set_view(Rc::new(Shown(object.clone())));
    Ok(resource)
}

/// What an answer becomes.
fn becoming(row: &'static Row, work: Work<Json>, object: JsValue) -> Work<JsValue> {
    Box::pin(async move {
        let json = work.await?;
        let (gives, noun, beside) = match row.gives {
            Gives::Itself => return Ok(object),
            Gives::Nothing => return Ok(JsValue::UNDEFINED),
            Gives::One(noun) => ("One", noun, ""),
            Gives::List(noun) => ("List", noun, ""),
            Gives::Page(noun, beside) => ("Page", noun, beside),
            Gives::Bulk(noun) => ("Bulk", noun, ""),
            Gives::Deleted => ("Deleted", "", ""),
            Gives::Challenge => ("Challenge", "", ""),
        };
        become_objects(gives, json.as_js(), &object, noun, beside).map_err(thrown)
    })
}

/// Where a resource is kept, if it is a whole one.
fn path_of(object: &JsValue, resource: &Resource) -> Result<String> {
    let place = Json::from(place_of(object).map_err(thrown)?);
    let text = |index| place.at(index).and_then(|text| text.as_text()).unwrap_or_default();
    let (noun, root) = (text(0), text(1));
    if noun == model::User::NAME {
        return Ok(root);
    }
    match resource.id().filter(|_| !["", "/me", "tokens"].contains(&root.as_str())) {
        Some(id) => Ok(path_below(&root, &id)),
        None => Err(ClerkError::runtime(
            "not_reloadable",
            concat(&[&noun, " is a part of another resource: that one can be read again."]),
        )),
    }
}

/// The object that shows what a call is about.
struct Shown(JsValue);

impl View for Shown {
    fn changed(&self, data: &Json) {
        update(&self.0, data);
    }
}
