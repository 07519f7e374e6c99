//! The methods of `SessionResource`.

use super::handle::{no_such_method, options, session_object};
use super::promise::{promise, promise_of};
use crate::engine::{GetToken, Session, Work};
use crate::error::{ClerkError, Result};
use crate::json::Json;
use wasm_bindgen::JsValue;

pub(crate) const METHODS: [&str; 6] = ["end", "remove", "touch", "getToken", "clearCache", "reload"];

pub(crate) fn call(session: &Session, index: usize, argument: Json) -> JsValue {
    let work = match METHODS.get(index).copied() {
        Some("end") => Ok(session.end()),
        Some("remove") => Ok(session.remove()),
        Some("touch") => touch(session, argument),
        Some("reload") => Ok(session.reload()),
        Some("getToken") => return promise_of(get_token(session, argument)).into(),
        Some("clearCache") => {
            session.clear_cache();
            return JsValue::UNDEFINED;
        }
        _ => no_such_method(),
    };
    promise(work, session_object(session)).into()
}

fn touch(session: &Session, argument: Json) -> Result<Work> {
    Ok(session.touch(options(argument, "session.touch()")?.text("intent").as_deref()))
}

fn get_token(session: &Session, argument: Json) -> Result<Work<JsValue>> {
    let options = options(argument, "session.getToken()")?;
    let token = session.get_token(GetToken {
        template: text(&options, "template")?,
        organization_id: organization_id(&options)?,
        skip_cache: options.get("skipCache").is_some_and(|flag| flag.is_truthy()),
    });
    Ok(Box::pin(async move { Ok(JsValue::from_str(token.await?.expose())) }))
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
        .ok_or_else(|| ClerkError::argument(["session.getToken() takes ", key, " as a string."].concat()))?;
    Ok(Some(text).filter(|text| !text.is_empty()))
}
