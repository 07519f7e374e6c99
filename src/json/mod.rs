//! The JSON tree that every resource reads through.
//!
//! [`Json`] is a cheap handle with one small interface on both targets. In the browser it is the value that
//! `Response.json()` gave, parsed by the engine and never copied into wasm as a whole; elsewhere it is a
//! `serde_json::Value`, so that models, protocol and engine are tested with a plain `cargo test`.
//!
//! Reading never fails: a key that is absent, or a value of another type than asked for, is `None`. A server
//! field that changes its type costs that one property and nothing else.

#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(not(target_arch = "wasm32"))]
mod native;
#[cfg(feature = "serde")]
mod typed;

#[cfg(target_arch = "wasm32")]
pub use browser::Json;
#[cfg(not(target_arch = "wasm32"))]
pub use native::Json;

use std::fmt;

/// What was wrong with a text that should have been JSON. The text itself is not kept: it may hold secrets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParseError;

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the text is not JSON")
    }
}

impl std::error::Error for ParseError {}

/// Only the shape: JSON of the Frontend API carries tokens.
impl Default for Json {
    fn default() -> Self {
        Json::null()
    }
}

impl fmt::Debug for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.is_object() {
            "Json(object)"
        } else if self.is_array() {
            "Json(array)"
        } else if self.is_null() {
            "Json(null)"
        } else {
            "Json(scalar)"
        })
    }
}

impl From<u32> for Json {
    fn from(number: u32) -> Json {
        Json::from(f64::from(number))
    }
}

impl<T: Into<Json>> From<Vec<T>> for Json {
    fn from(items: Vec<T>) -> Json {
        Json::array(&items.into_iter().map(Into::into).collect::<Vec<_>>())
    }
}

/// What is not there is null.
impl<T: Into<Json>> From<Option<T>> for Json {
    fn from(value: Option<T>) -> Json {
        value.map_or_else(Json::null, Into::into)
    }
}

impl Json {
    /// The text under `key`.
    pub fn text(&self, key: &str) -> Option<String> {
        self.get(key)?.as_text()
    }

    /// The number under `key`.
    pub fn number(&self, key: &str) -> Option<f64> {
        self.get(key)?.as_number()
    }

    /// Whether the value under `key` is `true`.
    pub fn flag(&self, key: &str) -> bool {
        self.get(key).and_then(|value| value.as_flag()) == Some(true)
    }

    /// The value under `key`, unless it is absent or null.
    pub fn present(&self, key: &str) -> Option<Json> {
        self.get(key).filter(|value| !value.is_null())
    }

    /// The elements of the array under `key`; none when there is no array.
    pub fn list(&self, key: &str) -> Vec<Json> {
        self.get(key).map(|value| value.items()).unwrap_or_default()
    }

    /// The objects of the array under `key`.
    pub fn objects(&self, key: &str) -> Vec<Json> {
        let mut items = self.list(key);
        items.retain(Json::is_object);
        items
    }

    /// The texts of this array.
    pub fn texts(&self) -> Vec<String> {
        let mut texts = Vec::new();
        for item in self.items() {
            texts.extend(item.as_text());
        }
        texts
    }

    /// A copy in which what is absent or null is taken from `other`.
    #[must_use]
    pub fn filled_from(&self, other: &Json) -> Json {
        let mut filled = self.clone();
        for key in &other.keys() {
            if let Some(value) = other.get(key).filter(|_| self.present(key).is_none()) {
                filled = filled.with(key, value);
            }
        }
        filled
    }

    /// A value whose text stands in the code.
    pub(crate) fn constant(text: &'static str) -> Json {
        Json::parse(text).unwrap_or_else(|_| Json::null())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree() -> Json {
        Json::parse(r#"{"a":"x","n":1.5,"t":true,"z":null,"l":[1,"2"],"o":{"k":"v"}}"#).unwrap()
    }

    #[test]
    fn reads_what_is_there_and_nothing_else() {
        let tree = tree();
        assert_eq!(tree.text("a").as_deref(), Some("x"));
        assert_eq!(tree.number("n"), Some(1.5));
        assert!(tree.flag("t") && !tree.flag("a") && !tree.flag("missing"));
        assert!(tree.get("z").is_some_and(|value| value.is_null()));
        assert!(tree.present("z").is_none() && tree.get("missing").is_none());
        assert_eq!(tree.list("l").len(), 2);
        assert_eq!(tree.get("o").unwrap().text("k").as_deref(), Some("v"));
        assert_eq!(tree.text("n"), None);
        let list = Json::parse(r#"[1,{"id":"a"},null,{"id":"b"}]"#).unwrap();
        assert_eq!((list.place_of("b", 3), list.place_of("b", 9)), (Some(3), Some(3)));
        assert_eq!((list.place_of("c", 1), tree.place_of("a", 0)), (None, None));
        assert!(list.at(3).is_some_and(|item| item.is_object()));
        assert!(list.at(4).is_none() && tree.at(0).is_none());
    }

    #[test]
    fn with_replaces_one_key_and_leaves_the_original() {
        let tree = tree();
        let changed = tree.clone().with("a", Json::from("y"));
        assert_eq!(changed.text("a").as_deref(), Some("y"));
        assert_eq!(changed.number("n"), Some(1.5));
        assert_eq!(tree.text("a").as_deref(), Some("x"));
    }

    #[test]
    fn shows_no_content_in_debug() {
        let secret = Json::parse(r#"{"jwt":"eyJ.secret"}"#).unwrap();
        assert_eq!(format!("{secret:?}"), "Json(object)");
    }

    #[test]
    fn text_round_trip() {
        let text = tree().to_text();
        assert_eq!(Json::parse(&text).unwrap().to_text(), text);
        assert_eq!(Json::parse("<html>").unwrap_err(), ParseError);
    }
}
