//! The methods of `SessionResource`.

use super::handle::{no_such_method, options, session_object};
use super::promise::promise;
use crate::engine::{GetToken, Session};
use crate::error::{ClerkError, Result};
use crate::json::Json;
use wasm_bindgen::JsValue;

pub(crate) const METHODS: [&str; 6] = ["end", "remove", "touch", "getToken", "clearCache", "reload"];

pub(crate) fn call(session: &Session, index: usize, argument: Json) -> JsValue {
    let session = session.clone();
    match METHODS.get(index).copied() {
        Some("clearCache") => {
            session.clear_cache();
            JsValue::UNDEFINED
        }
        Some("getToken") => promise(async move { get_token(session, argument).await }).into(),
        Some(name) => promise(async move {
            match name {
                "end" => session.end().await?,
                "remove" => session.remove().await?,
                "reload" => session.reload().await?,
                _ => session.touch(options(argument, "session.touch()")?.text("intent").as_deref()).await?,
            }
            Ok(session_object(&session))
        })
        .into(),
        None => no_such_method(),
    }
}

async fn get_token(session: Session, argument: Json) -> Result<JsValue> {
    let options = options(argument, "session.getToken()")?;
    let organization_id = options.get("organizationId").map(|id| id.as_text());
    let wanted = GetToken {
        template: text(&options, "template")?,
        organization_id,
        skip_cache: options.get("skipCache").is_some_and(|flag| flag.is_truthy()),
    };
    let token = session.get_token(wanted).await?;
    Ok(JsValue::from_str(token.expose()))
}

fn text(options: &Json, key: &str) -> Result<Option<String>> {
    match options.present(key) {
        None => Ok(None),
        Some(value) => {
            let wrong = || ClerkError::argument([key, " must be a string."].concat());
            value.as_text().ok_or_else(wrong).map(|text| Some(text).filter(|text| !text.is_empty()))
        }
    }
}
