//! The table behind every resource: one row a property.
//!
//! A row gives the property's wire name and its kind. From it come the Rust accessor and the row of
//! `FIELDS` from which `js/glue/resource.js` fills the JavaScript object, so that both languages read the same
//! property by the same rule. The JavaScript name is the wire name in camel case, unless a row says otherwise
//! with `as "name"`; `or "other_key"` names a second wire key that is read when the first is absent or null.
//! `at "/path"` after the noun's name makes it a resource with that `pathRoot`, and `object "name"` after it says what a
//! snapshot calls it, where that is not the noun's name; `also "…"` after the rows adds
//! rows for JavaScript whose Rust counterparts are written by hand, because they look at more than one key.
//!
//! The names of the kinds say what a caller gets for a value that is absent, null or of another type.

/// Declares a resource's view: a struct over [`Json`](crate::json::Json) with one accessor a row.
macro_rules! view {
    (
        $(#[$doc:meta])*
        $name:ident $(at $path:literal $(object $object:literal)?)? {
            $(
                $(#[$field_doc:meta])*
                $field:ident : $kind:ident $(($of:ident))? $(as $js:literal)? $(or $other:literal)?
            ),* $(,)?
        }
        $(also $also:literal)?
    ) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq)]
        pub struct $name($crate::json::Json);

        impl $name {
            /// The name of this noun, under which `js/glue/resource.js` knows it.
            pub const NAME: &'static str = stringify!($name);

            /// The rows of this resource, for `js/glue/resource.js`: `wire_name:kind:js name:other key;`, where
            /// an empty JavaScript name is the wire name in camel case.
            pub const FIELDS: &'static str = concat!(
                $($path, ":=:pathRoot:", $($object,)? ";",)?
                $(
                    stringify!($field), ":", $crate::model::view::code!($kind $($of)?),
                    ":", $($js,)? ":", $($other,)? ";",
                )*
                $($also)?
            );

            /// Reads `json` as this resource. Nothing is checked or copied: each property is read when asked for.
            pub fn new(json: $crate::json::Json) -> Self {
                Self(json)
            }

            /// The JSON behind this view.
            pub fn json(&self) -> &$crate::json::Json {
                &self.0
            }

            $(
                $(#[$field_doc])*
                pub fn $field(&self) -> $crate::model::view::rust_type!($kind $($of)?) {
                    let value = self.0.get(stringify!($field));
                    $(let value = value.filter(|value| !value.is_null()).or_else(|| self.0.get($other));)?
                    $crate::model::view::read!(value, $kind $($of)?)
                }
            )*
        }

        /// Shows no values: resources hold tokens and personal data.
        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.debug_tuple(stringify!($name)).field(&self.0).finish()
            }
        }
    };
}

/// The code of a kind in `FIELDS`. The rule behind each code stands in `js/glue/resource.js`.
macro_rules! code {
    (text) => {
        ""
    };
    (text_or_null) => {
        "n"
    };
    (number_or_null) => {
        "n"
    };
    (json_or_null $of:ident) => {
        "n"
    };
    (nullable_text) => {
        "N"
    };
    (nullable_number) => {
        "N"
    };
    (nullable_ages) => {
        "N"
    };
    (text_or_undefined) => {
        "u"
    };
    (flag_or_undefined) => {
        "u"
    };
    (flag) => {
        "f"
    };
    (text_or_empty) => {
        "s"
    };
    (json_or_empty) => {
        "o"
    };
    (texts) => {
        "a"
    };
    (texts_if_given) => {
        "u"
    };
    (list) => {
        "a"
    };
    (ms_or_null) => {
        "n"
    };
    (ms_or_zero) => {
        "z"
    };
    (texts_or_undefined) => {
        ""
    };
    (choices $of:ident) => {
        "a"
    };
    (list_or_null $of:ident) => {
        "A"
    };
    (date) => {
        "d"
    };
    (date_or_null) => {
        "D"
    };
    (nullable_ms) => {
        "N"
    };
    (ms_or_undefined) => {
        "u"
    };
    (number_or_zero) => {
        "z"
    };
    (camel_list $of:ident) => {
        "C"
    };
    (nullable_camel_list $of:ident) => {
        "c"
    };
    (shallow_camel $of:ident) => {
        "k"
    };
    (api_error) => {
        "e"
    };
    (url) => {
        "U"
    };
    (without_oauth) => {
        "p"
    };
    (choice $of:ident) => {
        ""
    };
    (nullable_choice $of:ident) => {
        "N"
    };
    (choice_or_null $of:ident) => {
        "n"
    };
    (choice_or_undefined $of:ident) => {
        "u"
    };
    (choice_or_empty $of:ident) => {
        "s"
    };
    (one $of:ident) => {
        concat!("1", stringify!($of))
    };
    (held $of:ident) => {
        concat!("h", stringify!($of))
    };
    (maybe $of:ident) => {
        concat!("?", stringify!($of))
    };
    (maybe_undefined $of:ident) => {
        concat!("!", stringify!($of))
    };
    (many $of:ident) => {
        concat!("*", stringify!($of))
    };
}

/// The Rust type that a kind is read as.
macro_rules! rust_type {
    (text_or_empty) => { String };
    (number_or_zero) => { u32 };
    (flag) => { bool };
    (flag_or_undefined) => { Option<bool> };
    (texts) => { Vec<String> };
    (texts_or_undefined) => { Option<Vec<String>> };
    (texts_if_given) => { Option<Vec<String>> };
    (list) => { Vec<$crate::json::Json> };
    (choices $of:ident) => { Vec<$of> };
    (camel_list $of:ident) => { Vec<$of> };
    (nullable_camel_list $of:ident) => { Vec<$of> };
    (list_or_null $of:ident) => { Vec<$of> };
    (number_or_null) => { Option<u32> };
    (nullable_number) => { Option<u32> };
    (date) => { Option<$crate::model::Timestamp> };
    (date_or_null) => { Option<$crate::model::Timestamp> };
    (nullable_ms) => { Option<$crate::model::Timestamp> };
    (ms_or_undefined) => { Option<$crate::model::Timestamp> };
    (ms_or_null) => { Option<$crate::model::Timestamp> };
    (ms_or_zero) => { Option<$crate::model::Timestamp> };
    (json_or_null $of:ident) => { Option<$of> };
    (nullable_ages) => { Option<$crate::model::FactorAges> };
    (json_or_empty) => { Option<$crate::json::Json> };
    (shallow_camel $of:ident) => { Option<$of> };
    (api_error) => { Option<$crate::error::ApiError> };
    (choice $of:ident) => { Option<$of> };
    (nullable_choice $of:ident) => { Option<$of> };
    (choice_or_null $of:ident) => { Option<$of> };
    (choice_or_undefined $of:ident) => { Option<$of> };
    (choice_or_empty $of:ident) => { Option<$of> };
    (one $of:ident) => { $of };
    (held $of:ident) => { $of };
    (maybe $of:ident) => { Option<$of> };
    (maybe_undefined $of:ident) => { Option<$of> };
    (many $of:ident) => { Vec<$of> };
    ($any_text:ident) => { Option<String> };
}

/// Reads a value as a kind.
macro_rules! read {
    ($value:ident, text) => {
        $value.and_then(|value| value.as_text())
    };
    ($value:ident, nullable_text) => {
        $value.and_then(|value| value.as_text())
    };
    ($value:ident, text_or_undefined) => {
        $value.and_then(|value| value.as_text())
    };
    ($value:ident, text_or_null) => {
        $value.and_then(|value| value.as_text()).filter(|text| !text.is_empty())
    };
    ($value:ident, url) => {
        $value.and_then(|value| value.as_text()).filter(|text| !text.is_empty())
    };
    ($value:ident, without_oauth) => {
        $value.and_then(|value| value.as_text()).map(|text| text.trim_start_matches("oauth_").to_owned())
    };
    ($value:ident, text_or_empty) => {
        $value.and_then(|value| value.as_text()).unwrap_or_default()
    };
    // All numbers that are no dates are counts.
    ($value:ident, nullable_number) => {
        $value.and_then(|value| value.as_number()).map(|number| number as u32)
    };
    ($value:ident, number_or_zero) => {
        $crate::model::view::read!($value, nullable_number).unwrap_or_default()
    };
    ($value:ident, number_or_null) => {
        $crate::model::view::read!($value, nullable_number).filter(|number| *number != 0)
    };
    ($value:ident, date) => {
        $crate::model::view::read!($value, nullable_ms).filter(|time| time.ms() != 0)
    };
    ($value:ident, date_or_null) => {
        $crate::model::view::read!($value, nullable_ms).filter(|time| time.ms() != 0)
    };
    // A date that is a number in JavaScript too.
    ($value:ident, nullable_ms) => {
        $value.and_then(|value| value.as_number()).map($crate::model::Timestamp::from_number)
    };
    ($value:ident, ms_or_undefined) => {
        $crate::model::view::read!($value, nullable_ms)
    };
    ($value:ident, flag) => {
        $value.is_some_and(|value| value.is_truthy())
    };
    ($value:ident, flag_or_undefined) => {
        $value.and_then(|value| value.as_flag())
    };
    ($value:ident, texts) => {
        $value.map(|value| value.texts()).unwrap_or_default()
    };
    ($value:ident, texts_if_given) => {
        $crate::model::view::read!($value, texts_or_undefined)
    };
    ($value:ident, list) => {
        $value.map(|value| value.items()).unwrap_or_default()
    };
    ($value:ident, ms_or_null) => {
        $crate::model::view::read!($value, date)
    };
    ($value:ident, ms_or_zero) => {
        $crate::model::view::read!($value, date)
    };
    ($value:ident, texts_or_undefined) => {
        $value.filter(|value| value.is_array()).map(|value| value.texts())
    };
    ($value:ident, choices $of:ident) => {
        $crate::model::view::read!($value, texts).into_iter().map($of::from).collect()
    };
    ($value:ident, camel_list $of:ident) => {
        $crate::model::view::read!($value, many $of)
    };
    ($value:ident, nullable_camel_list $of:ident) => {
        $crate::model::view::read!($value, many $of)
    };
    ($value:ident, list_or_null $of:ident) => {
        $crate::model::view::read!($value, many $of)
    };
    ($value:ident, nullable_ages) => {
        $value.and_then(|value| $crate::model::FactorAges::read(&value))
    };
    ($value:ident, json_or_null $of:ident) => {
        $crate::model::view::read!($value, maybe $of)
    };
    ($value:ident, json_or_empty) => {
        $value.filter(|value| value.is_object())
    };
    ($value:ident, shallow_camel $of:ident) => {
        $crate::model::view::read!($value, maybe $of)
    };
    // A snapshot made by clerk-js writes an error with an empty code where there is none.
    ($value:ident, api_error) => {
        $value
            .filter(|value| value.get("code").is_some_and(|code| code.is_truthy()))
            .map(|value| $crate::error::ApiError::new(&value))
    };
    ($value:ident, choice $of:ident) => {
        $value.and_then(|value| value.as_text()).map($of::from)
    };
    ($value:ident, nullable_choice $of:ident) => {
        $crate::model::view::read!($value, choice $of)
    };
    ($value:ident, choice_or_undefined $of:ident) => {
        $crate::model::view::read!($value, choice $of)
    };
    ($value:ident, choice_or_null $of:ident) => {
        $crate::model::view::read!($value, text_or_null).map($of::from)
    };
    ($value:ident, choice_or_empty $of:ident) => {
        $crate::model::view::read!($value, text_or_null).map($of::from)
    };
    ($value:ident, held $of:ident) => {
        $crate::model::view::read!($value, one $of)
    };
    ($value:ident, one $of:ident) => {
        $of::new($value.filter(|value| value.is_object()).unwrap_or_else($crate::json::Json::null))
    };
    ($value:ident, maybe $of:ident) => {
        $value.filter(|value| value.is_object()).map($of::new)
    };
    ($value:ident, maybe_undefined $of:ident) => {
        $value.filter(|value| value.is_object()).map($of::new)
    };
    ($value:ident, many $of:ident) => {
        $value
            .map(|value| value.items().into_iter().filter(|item| item.is_object()).map($of::new).collect())
            .unwrap_or_default()
    };
}

pub(crate) use {code, read, rust_type, view};
