//! [`Json`] outside the browser, over `serde_json`.

use super::ParseError;
use crate::encoding::decode_base64;
use serde_json::{Map, Value};
use std::rc::Rc;

/// A handle on a JSON value. Cloning is cheap; `Debug` shows the shape only.
#[derive(Clone, PartialEq)]
pub struct Json(Rc<Value>);

impl Json {
    /// Parses a text.
    ///
    /// # Errors
    /// When the text is not JSON.
    pub fn parse(text: &str) -> Result<Json, ParseError> {
        serde_json::from_str(text).map(Json::own).map_err(|_| ParseError)
    }

    /// Parses a text that is written as base64.
    pub(crate) fn parse_base64(text: &str) -> Result<Json, ParseError> {
        decode_base64(text).ok_or(ParseError).and_then(|text| Json::parse(&text))
    }

    fn own(value: Value) -> Json {
        Json(Rc::new(value))
    }

    /// `null`.
    pub fn null() -> Json {
        Json::own(Value::Null)
    }

    /// An object with these keys, in this order.
    pub fn object(entries: &[(&str, Json)]) -> Json {
        let entries = entries.iter().map(|(key, value)| ((*key).to_owned(), (*value.0).clone()));
        Json::own(Value::Object(entries.collect()))
    }

    /// An array of these elements.
    pub fn array(items: &[Json]) -> Json {
        Json::own(Value::Array(items.iter().map(|item| (*item.0).clone()).collect()))
    }

    /// The value under `key`; `None` when absent or when this is not an object.
    pub fn get(&self, key: &str) -> Option<Json> {
        self.0.as_object()?.get(key).cloned().map(Json::own)
    }

    /// A copy with `key` set to `value`; what is not an object becomes one.
    #[must_use]
    pub fn with(self, key: &str, value: Json) -> Json {
        let mut map = self.0.as_object().cloned().unwrap_or_else(Map::new);
        map.insert(key.to_owned(), (*value.0).clone());
        Json::own(Value::Object(map))
    }

    /// Sets `key` of an object that nobody else holds.
    pub(crate) fn put(&mut self, key: &str, value: Json) {
        if let Value::Object(object) = Rc::make_mut(&mut self.0) {
            object.insert(key.to_owned(), (*value.0).clone());
        }
    }

    /// The keys of an object, in order.
    pub fn keys(&self) -> Vec<String> {
        self.0.as_object().map(|map| map.keys().cloned().collect()).unwrap_or_default()
    }

    /// The elements of an array; none for anything else.
    pub fn items(&self) -> Vec<Json> {
        self.0.as_array().map(|items| items.iter().cloned().map(Json::own).collect()).unwrap_or_default()
    }

    /// Where in this array the object with this `id` is. It is looked for at the guess first.
    pub fn place_of(&self, id: &str, guess: usize) -> Option<usize> {
        let is_it = |item: &Value| item.get("id").and_then(Value::as_str) == Some(id);
        let items = self.0.as_array()?;
        if items.get(guess).is_some_and(is_it) { Some(guess) } else { items.iter().position(is_it) }
    }

    /// The element at a place of this array.
    pub fn at(&self, place: usize) -> Option<Json> {
        self.0.as_array()?.get(place).cloned().map(Json::own)
    }

    /// The text, if this is one.
    pub fn as_text(&self) -> Option<String> {
        self.0.as_str().map(str::to_owned)
    }

    /// The number, if this is one.
    pub fn as_number(&self) -> Option<f64> {
        self.0.as_f64()
    }

    /// The boolean, if this is one.
    pub fn as_flag(&self) -> Option<bool> {
        self.0.as_bool()
    }

    /// Whether this is `null`.
    pub fn is_null(&self) -> bool {
        self.0.is_null()
    }

    /// Whether this is an object (not an array).
    pub fn is_object(&self) -> bool {
        self.0.is_object()
    }

    /// Whether this is an array.
    pub fn is_array(&self) -> bool {
        self.0.is_array()
    }

    /// Whether JavaScript counts this as true: not `null`, `false`, `0` or `''`.
    pub fn is_truthy(&self) -> bool {
        match &*self.0 {
            Value::Null => false,
            Value::Bool(flag) => *flag,
            Value::Number(number) => number.as_f64() != Some(0.0),
            Value::String(text) => !text.is_empty(),
            Value::Array(_) | Value::Object(_) => true,
        }
    }

    /// The value as JSON text.
    pub fn to_text(&self) -> String {
        self.0.to_string()
    }

    /// The value as a form field writes it: text as it is, `true`, `1.5`, objects as JSON; empty for `null`.
    pub fn to_field(&self) -> String {
        match &*self.0 {
            Value::Null => String::new(),
            Value::String(text) => text.clone(),
            other => other.to_string(),
        }
    }
}

impl From<&str> for Json {
    fn from(text: &str) -> Json {
        Json::own(Value::from(text))
    }
}

impl From<String> for Json {
    fn from(text: String) -> Json {
        Json::own(Value::from(text))
    }
}

impl From<f64> for Json {
    fn from(number: f64) -> Json {
        // JavaScript writes a whole number without a fraction.
        let is_whole = number.fract() == 0.0 && number.abs() < 9e15;
        Json::own(if is_whole { Value::from(number as i64) } else { Value::from(number) })
    }
}

impl From<bool> for Json {
    fn from(flag: bool) -> Json {
        Json::own(Value::from(flag))
    }
}
