//! The methods of `SessionResource`.

use super::abort::until_aborted;
use super::client::client_object;
use super::handle::{options, session_object, verification_object};
use super::promise::{promise, promise_of};
use super::resource;
use crate::encoding::concat;
use crate::engine::{GetToken, Ready, Resource, Session, Work};
use crate::error::{ClerkError, Result};
use crate::fapi::endpoints::attempt::Call;
use crate::fapi::endpoints::reverification;
use crate::json::Json;
use wasm_bindgen::JsValue;

/// A method's name, and what it does with its first argument.
type Method = (&'static str, fn(&Session, Json) -> JsValue);

static METHODS: [Method; 7] = [
    ("end", |session, _| resolving(session, Ok(session.end()))),
    ("remove", |session, _| resolving(session, Ok(session.remove()))),
    ("touch", |session, options| resolving(session, touch(session, options))),
    ("__internal_touch", |session, options| promise_of(touch_quietly(session, options)).into()),
    ("reload", |session, options| resolving(session, reload(session, options))),
    ("getToken", get_token),
    ("clearCache", |session, _| {
        session.clear_cache();
        JsValue::UNDEFINED
    }),
];

/// The names of all methods: those above, and behind them the calls of a reverification.
pub(crate) fn names() -> Vec<&'static str> {
    let calls = reverification::CALLS.iter().map(|call| call.name);
    METHODS.iter().map(|(name, _)| *name).chain(calls).collect()
}

/// Runs the method at `index` of [`names`]. Behind them is what a reverification asks for: the session, as the client has
/// it. What comes with its answer is reduced, and its token is not of the organization that is active.
pub(crate) fn call(session: &Session, index: usize, argument: Json) -> JsValue {
    let Some((_, method)) = METHODS.get(index) else {
        return match reverification::CALLS.get(index.wrapping_sub(METHODS.len())) {
            Some(call) => verify(session, call, &argument),
            None => session_object(&session.current()),
        };
    };
    method(session, argument)
}

/// A promise of a reverification.
fn verify(session: &Session, call: &Call, params: &Json) -> JsValue {
    let state = Resource::blank();
    let work = session.verify(call, params, &state);
    promise(Ok(work), verification_object(&state, session)).into()
}

/// A promise of the session itself.
fn resolving(session: &Session, work: Result<Work>) -> JsValue {
    promise(work, session_object(session)).into()
}

fn touch(session: &Session, argument: Json) -> Result<Work> {
    let options = options(argument, "session.touch()")?;
    until_aborted(session.touch(options.text("intent").as_deref()), &options)
}

/// Resolves the client that has come, if one has.
fn touch_quietly(session: &Session, argument: Json) -> Result<Work<JsValue>> {
    let options = options(argument, "session.__internal_touch()")?;
    let touched = session.touch_quietly(options.text("intent").as_deref());
    Ok(Box::pin(
        async move { Ok(touched.await?.map_or(JsValue::UNDEFINED, |client| client_object(&client))) },
    ))
}

fn reload(session: &Session, argument: Json) -> Result<Work> {
    until_aborted(session.reload(), &options(argument, "session.reload()")?)
}

fn get_token(session: &Session, argument: Json) -> JsValue {
    let asked = options(argument, "session.getToken()")
        .and_then(|options| token_options(&options).map(|wanted| (wanted, options)));
    let (wanted, options) = match asked {
        Ok(asked) => asked,
        Err(error) => return promise_of(Err(error)).into(),
    };
    if let Some(Ready { raw, until_ms }) = session.held_token(&wanted) {
        return resource::good_until(raw.as_js(), until_ms);
    }
    let token = session.ask_token(&wanted).and_then(|token| until_aborted(token, &options));
    promise_of(
        token.map(|token| -> Work<JsValue> { Box::pin(async move { Ok(token.await?.as_js().clone()) }) }),
    )
    .into()
}

fn token_options(options: &Json) -> Result<GetToken> {
    Ok(GetToken {
        template: text(options, "template")?,
        organization_id: organization_id(options)?,
        skip_cache: options.get("skipCache").is_some_and(|flag| flag.is_truthy()),
    })
}

/// Absent, the session's own organization; `null`, the personal account.
fn organization_id(options: &Json) -> Result<Option<Option<String>>> {
    match options.get("organizationId") {
        None => Ok(None),
        Some(_) => text(options, "organizationId").map(Some),
    }
}

fn text(options: &Json, key: &str) -> Result<Option<String>> {
    let Some(value) = options.present(key) else { return Ok(None) };
    let text = value
        .as_text()
        .ok_or_else(|| ClerkError::argument(concat(&["session.getToken() takes ", key, " as a string."])))?;
    Ok(Some(text).filter(|text| !text.is_empty()))
}
