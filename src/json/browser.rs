//! [`Json`] in the browser, over the `JsValue` that the engine parsed.
//!
//! The work is done by a snippet: one call reads a property, where js-sys would take four.

use super::ParseError;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/json/browser.js")]
extern "C" {
    fn get(value: &JsValue, key: &str) -> JsValue;
    fn put(object: &JsValue, key: &str, value: &JsValue);
    fn copy(value: &JsValue) -> JsValue;
    fn keys(value: &JsValue) -> JsValue;
    fn items(value: &JsValue) -> Vec<JsValue>;
    #[wasm_bindgen(js_name = placeOf)]
    fn place_of(list: &JsValue, id: &str, guess: usize) -> i32;
    fn at(list: &JsValue, place: usize) -> JsValue;
    #[wasm_bindgen(js_name = isArray)]
    fn is_array(value: &JsValue) -> bool;
    #[wasm_bindgen(js_name = isObject)]
    fn is_object(value: &JsValue) -> bool;
    fn parse(text: &str, is_base64: bool) -> JsValue;
    fn field(value: &JsValue) -> String;
    fn stringify(value: &JsValue) -> String;
}

/// A handle on a JSON value. Cloning is cheap; `Debug` shows the shape only.
#[derive(Clone, PartialEq)]
pub struct Json(JsValue);

impl Json {
    /// Parses a text.
    ///
    /// # Errors
    /// When the text is not JSON.
    pub fn parse(text: &str) -> Result<Json, ParseError> {
        parsed(text, false)
    }

    /// Parses a text that is written as base64.
    pub(crate) fn parse_base64(text: &str) -> Result<Json, ParseError> {
        parsed(text, true)
    }

    /// `null`.
    pub fn null() -> Json {
        Json(JsValue::NULL)
    }

    /// An object with these keys, in this order.
    pub fn object(entries: &[(&str, Json)]) -> Json {
        let object = copy(&JsValue::NULL);
        for (key, value) in entries {
            put(&object, key, &value.0);
        }
        Json(object)
    }

    /// An array of these elements.
    pub fn array(items: &[Json]) -> Json {
        Json(items.iter().map(|item| &item.0).collect::<js_sys::Array>().into())
    }

    /// The value under `key`; `None` when absent or when this is not an object.
    pub fn get(&self, key: &str) -> Option<Json> {
        let value = get(&self.0, key);
        (!value.is_undefined()).then_some(Json(value))
    }

    /// A copy with `key` set to `value`; what is not an object becomes one.
    #[must_use]
    pub fn with(self, key: &str, value: Json) -> Json {
        let copied = copy(&self.0);
        put(&copied, key, &value.0);
        Json(copied)
    }

    /// Sets `key` of an object that nobody else holds.
    pub(crate) fn put(&mut self, key: &str, value: Json) {
        put(&self.0, key, &value.0);
    }

    /// The keys of an object, in order.
    pub fn keys(&self) -> Vec<String> {
        // Texts one by one: as a `Vec<String>` of wasm-bindgen they would be 0.3 KB of the package.
        Json(keys(&self.0)).texts()
    }

    /// The elements of an array; none for anything else.
    pub fn items(&self) -> Vec<Json> {
        items(&self.0).into_iter().map(Json).collect()
    }

    /// Where in this array the object with this `id` is. It is looked for at the guess first.
    pub fn place_of(&self, id: &str, guess: usize) -> Option<usize> {
        usize::try_from(place_of(&self.0, id, guess)).ok()
    }

    /// The element at a place of this array.
    pub fn at(&self, place: usize) -> Option<Json> {
        let element = at(&self.0, place);
        (!element.is_undefined()).then_some(Json(element))
    }

    /// The text, if this is one.
    pub fn as_text(&self) -> Option<String> {
        self.0.as_string()
    }

    /// The number, if this is one.
    pub fn as_number(&self) -> Option<f64> {
        self.0.as_f64()
    }

    /// The boolean, if this is one.
    pub fn as_flag(&self) -> Option<bool> {
        self.0.as_bool()
    }

    /// Whether this is `null` (or `undefined`, which a caller's object may hold).
    pub fn is_null(&self) -> bool {
        self.0.is_null() || self.0.is_undefined()
    }

    /// Whether this is an object (not an array).
    pub fn is_object(&self) -> bool {
        is_object(&self.0)
    }

    /// Whether this is an array.
    pub fn is_array(&self) -> bool {
        is_array(&self.0)
    }

    /// Whether JavaScript counts this as true: not `null`, `false`, `0` or `''`.
    pub fn is_truthy(&self) -> bool {
        self.0.is_truthy()
    }

    /// The value as JSON text.
    pub fn to_text(&self) -> String {
        stringify(&self.0)
    }

    /// The value as a form field writes it: text as it is, `true`, `1.5`, objects as JSON; empty for `null`.
    pub fn to_field(&self) -> String {
        if self.is_null() { String::new() } else { field(&self.0) }
    }

    /// The value itself, for the JavaScript side.
    pub fn as_js(&self) -> &JsValue {
        &self.0
    }
}

impl From<JsValue> for Json {
    fn from(value: JsValue) -> Json {
        Json(value)
    }
}

impl From<&str> for Json {
    fn from(text: &str) -> Json {
        Json(JsValue::from_str(text))
    }
}

impl From<String> for Json {
    fn from(text: String) -> Json {
        Json(JsValue::from_str(&text))
    }
}

impl From<f64> for Json {
    fn from(number: f64) -> Json {
        Json(JsValue::from_f64(number))
    }
}

impl From<bool> for Json {
    fn from(flag: bool) -> Json {
        Json(JsValue::from_bool(flag))
    }
}

fn parsed(text: &str, is_base64: bool) -> Result<Json, ParseError> {
    let value = parse(text, is_base64);
    if value.is_undefined() { Err(ParseError) } else { Ok(Json(value)) }
}
