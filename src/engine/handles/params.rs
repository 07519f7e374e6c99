//! Parameters as types: a field that is not given is not sent.

use crate::json::Json;

/// Declares parameters: what Rust calls each field, and the key under which the rows of `fapi::endpoints` know it.
macro_rules! params {
    ($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $type:ty = $key:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Default, PartialEq)]
        pub struct $name {
            $($(#[$field_doc])* pub $field: $type,)*
        }

        impl $name {
            /// What is sent.
            pub(crate) fn to_json(&self) -> $crate::json::Json {
                let mut json = $crate::json::Json::object(&[]);
                $(
                    if let Some(value) = super::params::Param::param(&self.$field) {
                        json = json.with($key, value);
                    }
                )*
                json
            }
        }

        impl From<$name> for $crate::fapi::endpoints::account::Given {
            fn from(params: $name) -> Self {
                params.to_json().into()
            }
        }

        /// Names what is given, and shows no values: passwords and personal data are among them.
        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.debug_tuple(stringify!($name)).field(&self.to_json().keys()).finish()
            }
        }
    };
}
pub(super) use params;

/// A field's value, if it is given.
pub(super) trait Param {
    fn param(&self) -> Option<Json>;
}

impl<T: Param> Param for Option<T> {
    fn param(&self) -> Option<Json> {
        self.as_ref().and_then(Param::param)
    }
}

impl Param for bool {
    fn param(&self) -> Option<Json> {
        Some(Json::from(*self))
    }
}

impl Param for u32 {
    fn param(&self) -> Option<Json> {
        Some(Json::from(f64::from(*self)))
    }
}

impl Param for Json {
    fn param(&self) -> Option<Json> {
        Some(self.clone())
    }
}

impl Param for String {
    fn param(&self) -> Option<Json> {
        Some(Json::from(self.as_str()))
    }
}

/// None of several is none.
impl Param for Vec<String> {
    fn param(&self) -> Option<Json> {
        let items: Vec<Json> = self.iter().map(|item| Json::from(item.as_str())).collect();
        (!items.is_empty()).then(|| Json::array(&items))
    }
}
