//! What callers give as options.

use super::errors::{error_object, thrown};
use crate::encoding::concat;
use crate::engine::Start;
use crate::error::{ClerkError, Result};
use crate::json::Json;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/js/glue/current.js")]
extern "C" {
    #[wasm_bindgen(js_name = optionHere, catch)]
    fn option_here(option: &JsValue) -> Result<JsValue, JsValue>;
}

#[wasm_bindgen(module = "/src/js/glue/given.js")]
extern "C" {
    #[wasm_bindgen(catch)]
    fn plain(value: &JsValue) -> Result<JsValue, JsValue>;
}

/// A caller's argument, read once: what a getter or a proxy of theirs throws is the error.
pub(in crate::js) fn given(argument: &JsValue) -> Result<Json> {
    plain(argument).map(Json::from).map_err(thrown)
}

/// Reads a caller's optional object of options.
pub(in crate::js) fn options(argument: Json, call: &str) -> Result<Json> {
    if argument.is_null() || argument.is_object() {
        Ok(argument)
    } else {
        Err(ClerkError::argument(concat(&[call, " takes an object of options."])))
    }
}

/// An option that is a string, where it is given at all.
pub(in crate::js) fn text(options: &Json, name: &str) -> Result<Option<String>> {
    options.present(name).map(|value| text_of(&value, name)).transpose()
}

/// An option, or what a function in its place gives for the page's URL.
fn here(options: &Json, name: &str) -> Result<Option<Json>, JsValue> {
    let option = options.present(name).map(|option| option_here(option.as_js())).transpose()?;
    Ok(option.map(Json::from))
}

/// An option that is a string, or a function that gives one for the page's URL.
pub(super) fn text_here(options: &Json, name: &str) -> Result<Option<String>, JsValue> {
    here(options, name)?.map(|text| text_of(&text, name)).transpose().map_err(error_object)
}

fn text_of(option: &Json, name: &str) -> Result<String> {
    let text = option.as_text();
    text.ok_or_else(|| ClerkError::argument(concat(&["The option ", name, " must be a string."])))
}

/// An option that holds unless it is switched off.
pub(in crate::js) fn is_on(options: &Json, name: &str) -> bool {
    options.present(name).is_none_or(|flag| flag.is_truthy())
}

/// Fails for an option of `load()` that is not of its type.
pub(in crate::js) fn check_options(given: &Json) -> Result<()> {
    for name in ["signInUrl", "afterSignOutUrl"] {
        text(given, name)?;
    }
    for name in ["solveCaptcha", "zxcvbn", "routerPush", "routerReplace", "selectInitialSession"] {
        if given.present(name).is_some_and(|option| !option.as_js().is_function()) {
            return Err(ClerkError::argument(concat(&["The option ", name, " must be a function."])));
        }
    }
    Ok(())
}

/// What a start asks of the options of `load()`.
pub(super) fn start_options(given: &Json) -> Result<Start> {
    check_options(given)?;
    Ok(Start { standard_browser: is_on(given, "standardBrowser"), is_satellite: is_satellite(given)? })
}

/// Whether the page is a satellite, or what a function in the option's place says.
pub(in crate::js) fn is_satellite(given: &Json) -> Result<bool> {
    Ok(here(given, "isSatellite").map_err(thrown)?.is_some_and(|flag| flag.is_truthy()))
}
