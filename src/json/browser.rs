//! [`Json`] in the browser, over the `JsValue` that the engine parsed.

use super::ParseError;
use js_sys::{Array, JSON, JsString, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue, intern};

/// A handle on a JSON value. Cloning is cheap; `Debug` shows the shape only.
#[derive(Clone, PartialEq)]
pub struct Json(JsValue);

impl Json {
    /// Parses a text.
    ///
    /// # Errors
    /// When the text is not JSON.
    pub fn parse(text: &str) -> Result<Json, ParseError> {
        JSON::parse(text).map(Json).map_err(|_| ParseError)
    }

    /// `null`.
    pub fn null() -> Json {
        Json(JsValue::NULL)
    }

    /// An object with these keys, in this order.
    pub fn object<'a>(entries: impl IntoIterator<Item = (&'a str, Json)>) -> Json {
        let object = Object::new();
        for (key, value) in entries {
            set(&object, key, &value);
        }
        Json(object.into())
    }

    /// An array of these elements.
    pub fn array(items: impl IntoIterator<Item = Json>) -> Json {
        let array = Array::new();
        for item in items {
            array.push(&item.0);
        }
        Json(array.into())
    }

    /// The value under `key`; `None` when absent or when this is not an object.
    pub fn get(&self, key: &str) -> Option<Json> {
        if !self.0.is_object() {
            return None;
        }
        let value = Reflect::get(&self.0, &JsValue::from_str(intern(key))).ok()?;
        (!value.is_undefined()).then_some(Json(value))
    }

    /// A copy with `key` set to `value`; what is not an object becomes one.
    #[must_use]
    pub fn with(&self, key: &str, value: Json) -> Json {
        let copy = Object::new();
        if self.is_object() {
            Object::assign(&copy, self.0.unchecked_ref::<Object>());
        }
        set(&copy, key, &value);
        Json(copy.into())
    }

    /// The keys of an object, in order.
    pub fn keys(&self) -> Vec<String> {
        if !self.is_object() {
            return Vec::new();
        }
        Object::keys(self.0.unchecked_ref::<Object>())
            .iter()
            .filter_map(|key| JsValue::from(key).as_string())
            .collect()
    }

    /// The elements of an array; none for anything else.
    pub fn items(&self) -> Vec<Json> {
        match self.0.dyn_ref::<Array>() {
            Some(array) => array.iter().map(Json).collect(),
            None => Vec::new(),
        }
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
        self.0.is_object() && !self.is_array()
    }

    /// Whether this is an array.
    pub fn is_array(&self) -> bool {
        Array::is_array(&self.0)
    }

    /// Whether JavaScript counts this as true: not `null`, `false`, `0` or `''`.
    pub fn is_truthy(&self) -> bool {
        self.0.is_truthy()
    }

    /// The value as JSON text.
    pub fn to_text(&self) -> String {
        JSON::stringify(&self.0).ok().and_then(|text| text.as_string()).unwrap_or_default()
    }

    /// A scalar as a form field writes it: text as it is, `true`, `1.5`; empty for `null`.
    pub fn to_field(&self) -> String {
        if self.is_null() {
            return String::new();
        }
        // A symbol has no text: only its conversion can fail here.
        self.0.dyn_ref::<JsString>().map(String::from).unwrap_or_else(|| self.to_text())
    }

    /// The value itself, for the JavaScript side.
    pub fn as_js(&self) -> &JsValue {
        &self.0
    }
}

fn set(object: &Object, key: &str, value: &Json) {
    // Setting a key of a plain object that we just made cannot fail.
    let _ = Reflect::set(object, &JsValue::from_str(intern(key)), &value.0);
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
