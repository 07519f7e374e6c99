//! The table behind every resource: one row a property.
//!
//! A row gives the property's wire name and its kind. From it come the Rust accessor and the row of
//! `FIELDS` from which `js/glue/resource.js` fills the JavaScript object, so that both languages read the same
//! property by the same rule. The JavaScript name is the wire name in camel case, unless a row says otherwise
//! with `as "name"`; `or "other_key"` names a second wire key that is read when the first is absent.

/// Declares a resource's view: a struct over [`Json`](crate::json::Json) with one accessor a row.
macro_rules! view {
    (
        $(#[$doc:meta])*
        $name:ident {
            $(
                $(#[$field_doc:meta])*
                $field:ident : $kind:ident $(($of:ident))? $(as $js:literal)? $(or $other:literal)?
            ),* $(,)?
        }
    ) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq)]
        pub struct $name($crate::json::Json);

        impl $name {
            /// The rows of this resource, for `js/glue/resource.js`: `wire_name:kind[:js name[:other key]]`.
            pub const FIELDS: &'static str = concat!($(
                stringify!($field), ":", $crate::model::view::code!($kind $($of)?),
                $(":js=", $js,)? $(":or=", $other,)? ";"
            ),*);

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
                    $(let value = value.or_else(|| self.0.get($other));)?
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
    (number) => {
        ""
    };
    (json) => {
        ""
    };
    (texts) => {
        ""
    };
    (text_or_null) => {
        "n"
    };
    (number_or_null) => {
        "n"
    };
    (json_or_null) => {
        "n"
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
    (list) => {
        "a"
    };
    (date) => {
        "d"
    };
    (date_or_null) => {
        "D"
    };
    (camel) => {
        "c"
    };
    (url) => {
        "U"
    };
    (one $of:ident) => {
        concat!("1", stringify!($of))
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
    (text) => { Option<String> };
    (text_or_null) => { Option<String> };
    (text_or_undefined) => { Option<String> };
    (url) => { Option<String> };
    (text_or_empty) => { String };
    (number) => { Option<f64> };
    (number_or_null) => { Option<f64> };
    (date) => { Option<f64> };
    (date_or_null) => { Option<f64> };
    (flag) => { bool };
    (flag_or_undefined) => { Option<bool> };
    (texts) => { Vec<String> };
    (json) => { Option<$crate::json::Json> };
    (json_or_null) => { Option<$crate::json::Json> };
    (json_or_empty) => { Option<$crate::json::Json> };
    (camel) => { Option<$crate::json::Json> };
    (list) => { Vec<$crate::json::Json> };
    (one $of:ident) => { $of };
    (maybe $of:ident) => { Option<$of> };
    (maybe_undefined $of:ident) => { Option<$of> };
    (many $of:ident) => { Vec<$of> };
}

/// Reads a value as a kind.
macro_rules! read {
    ($value:ident, text) => {
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
    ($value:ident, text_or_empty) => {
        $value.and_then(|value| value.as_text()).unwrap_or_default()
    };
    ($value:ident, number) => {
        $value.and_then(|value| value.as_number())
    };
    ($value:ident, number_or_null) => {
        $value.and_then(|value| value.as_number()).filter(|number| *number != 0.0)
    };
    ($value:ident, date) => {
        $value.and_then(|value| value.as_number()).filter(|ms| *ms != 0.0)
    };
    ($value:ident, date_or_null) => {
        $value.and_then(|value| value.as_number()).filter(|ms| *ms != 0.0)
    };
    ($value:ident, flag) => {
        $value.and_then(|value| value.as_flag()).unwrap_or_default()
    };
    ($value:ident, flag_or_undefined) => {
        $value.and_then(|value| value.as_flag())
    };
    ($value:ident, texts) => {
        $value
            .map(|value| value.items().iter().filter_map(|item| item.as_text()).collect())
            .unwrap_or_default()
    };
    ($value:ident, json) => {
        $value
    };
    ($value:ident, camel) => {
        $value.filter(|value| !value.is_null())
    };
    ($value:ident, json_or_null) => {
        $value.filter(|value| value.is_truthy())
    };
    ($value:ident, json_or_empty) => {
        $value.filter(|value| value.is_truthy())
    };
    ($value:ident, list) => {
        $value.map(|value| value.items()).unwrap_or_default()
    };
    ($value:ident, one $of:ident) => {
        $of::new($value.filter(|value| value.is_truthy()).unwrap_or_else($crate::json::Json::null))
    };
    ($value:ident, maybe $of:ident) => {
        $value.filter(|value| value.is_truthy()).map($of::new)
    };
    ($value:ident, maybe_undefined $of:ident) => {
        $value.filter(|value| value.is_truthy()).map($of::new)
    };
    ($value:ident, many $of:ident) => {
        $value.map(|value| value.items().into_iter().map($of::new).collect()).unwrap_or_default()
    };
}

pub(crate) use {code, read, rust_type, view};
