//! The methods of `SessionResource` that make requests.

use super::abort::until_aborted;
use super::promise::{promise, promise_of};
use crate::encoding::concat;
use crate::engine::{GetToken, Ready, Resource, Session, Work};
use crate::error::{ClerkError, Result};
use crate::fapi::endpoints::attempt::Call;
use crate::fapi::endpoints::reverification;
use crate::js::first::{client_object, good_until, options, session_object, verification_object};
use crate::json::Json;
use wasm_bindgen::JsValue;

macro_rules! methods {
    {$($name:literal: $run:expr;)*} => {
        /// What JavaScript calls them: the calls of a reverification come behind these.
        pub(in crate::js) const METHOD_NAMES: &[&str] = &[$($name),*];
        /// What each does with its first argument.
        static METHODS: [fn(&Session, Json) -> JsValue; METHOD_NAMES.len()] = [$($run),*];
    };
}

methods! {
    "end": |session, _| resolving(session, Ok(session.end()));
    "remove": |session, _| resolving(session, Ok(session.remove()));
    "touch": |session, options| resolving(session, touch(session, options));
    "__internal_touch": |session, options| promise_of(touch_quietly(session, options)).into();
    "reload": |session, options| resolving(session, reload(session, options));
}

/// Runs the method at `index` of [`METHOD_NAMES`], or behind them of the calls of a reverification.
pub(super) fn run(session: &Session, index: usize, argument: Json) -> JsValue {
    if let Some(method) = METHODS.get(index) {
        return method(session, argument);
    }
    let call = reverification::CALLS.get(index.wrapping_sub(METHODS.len()));
    call.map_or(JsValue::UNDEFINED, |call| verify(session, call, &argument))
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

pub(super) fn get_token(session: &Session, argument: Json) -> JsValue {
    let asked = options(argument, "session.getToken()")
        .and_then(|options| token_options(&options).map(|wanted| (wanted, options)));
    let (wanted, options) = match asked {
        Ok(asked) => asked,
        Err(error) => return promise_of(Err(error)).into(),
    };
    if let Some(Ready { raw, until_ms }) = session.held_token(&wanted) {
        return good_until(raw.as_js(), until_ms);
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
