//! Bodies and queries as the Frontend API takes them: fields in snake case.

use crate::encoding::append_form;
use crate::json::Json;

/// A form body or a query that is being written.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Form(String);

impl Form {
    /// A form with no fields.
    pub fn new() -> Self {
        Self::default()
    }

    /// The fields of a caller's object: `fooBar` becomes `foo_bar`, null an empty field, arrays repeat their key,
    /// objects become JSON text.
    pub fn from_params(params: &Json) -> Self {
        let mut form = Self::new();
        for key in params.keys() {
            form.push_param(params, &key);
        }
        form
    }

    /// A query that is written already.
    pub fn encoded(text: String) -> Self {
        Self(text)
    }

    /// Adds a field; an absent value adds nothing.
    #[must_use]
    pub fn field(mut self, key: &str, value: Option<&str>) -> Self {
        if let Some(value) = value {
            self.push(key, value);
        }
        self
    }

    /// Adds a field.
    pub fn push(&mut self, key: &str, value: &str) {
        if !self.0.is_empty() {
            self.0.push_str("&");
        }
        append_form(&mut self.0, key);
        self.0.push_str("=");
        append_form(&mut self.0, value);
    }

    /// Adds the field of a caller's parameter, if it is given.
    pub(crate) fn push_param(&mut self, params: &Json, key: &str) {
        if let Some(value) = params.get(key) {
            self.push_value(&snake_case(key), &value);
        }
    }

    /// Adds a field with any value.
    pub(crate) fn push_value(&mut self, key: &str, value: &Json) {
        if value.is_array() {
            for item in value.items() {
                // clerk-js writes every falsy element, 0 and false among them, as an empty field.
                self.push(key, &if item.is_truthy() { item.to_field() } else { String::new() });
            }
        } else {
            self.push(key, &value.to_field());
        }
    }

    /// The text that is sent.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// `fooBar` as `foo_bar`: every capital gets an underscore, as the Frontend API expects of clerk-js.
pub(crate) fn snake_case(key: &str) -> String {
    let mut snake = String::with_capacity(key.len() + 4);
    for character in key.chars() {
        if character.is_ascii_uppercase() {
            snake.push('_');
        }
        snake.push(character.to_ascii_lowercase());
    }
    snake
}

/// The keys only: bodies and queries hold passwords, codes and tokens.
impl std::fmt::Debug for Form {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let keys = self.0.split('&').filter_map(|field| field.split('=').next());
        f.debug_list().entries(keys).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn encode(params: &str) -> String {
        Form::from_params(&Json::parse(params).unwrap()).as_str().to_owned()
    }

    #[test]
    fn writes_what_clerk_js_writes() {
        for (params, body) in [
            (
                r#"{"fooBar":"a b","HTTPUrl":1,"snake_case":true}"#,
                "foo_bar=a+b&_h_t_t_p_url=1&snake_case=true",
            ),
            (r#"{"a":null,"b":""}"#, "a=&b="),
            (r#"{"l":["x","y z"],"o":{"innerKey":1}}"#, "l=x&l=y+z&o=%7B%22innerKey%22%3A1%7D"),
            ("{}", ""),
            (r#"{"emailAddress":"a+b@c.de","code":"1&2=3"}"#, "email_address=a%2Bb%40c.de&code=1%262%3D3"),
            (r#"{"u":"Zoë ∂"}"#, "u=Zo%C3%AB+%E2%88%82"),
        ] {
            assert_eq!(encode(params), body, "{params}");
        }
    }

    #[test]
    fn shows_no_values_in_debug() {
        let form = Form::new().field("password", Some("hunter2"));
        assert_eq!(format!("{form:?}"), r#"["password"]"#);
    }
}
