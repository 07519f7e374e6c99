//! Bodies as the Frontend API takes them: form fields in snake case (behaviour map 2.3).

use crate::encoding::append_form;
use crate::json::Json;

/// A form body that is being written.
#[derive(Clone, Default)]
pub struct Form(Vec<(String, String)>);

impl Form {
    /// A form with no fields.
    pub fn new() -> Self {
        Self::default()
    }

    /// The fields of a caller's object: `fooBar` becomes `foo_bar`, null an empty field, arrays repeat their key,
    /// objects become JSON text.
    pub fn from_params(params: &Json) -> Self {
        Self::of(params, &[])
    }

    /// The same for the parameters named in `only`, in that order, or for all of them when that is empty.
    pub(crate) fn of(params: &Json, only: &[&str]) -> Self {
        let mut form = Self::new();
        let mut keys = params.keys();
        if !only.is_empty() {
            keys = only.iter().map(|key| (*key).to_owned()).collect();
        }
        for key in keys {
            if let Some(value) = params.get(&key) {
                form.push(&key, &value);
            }
        }
        form
    }

    /// Adds a field; an absent value adds nothing.
    #[must_use]
    pub fn field(mut self, key: &str, value: Option<&str>) -> Self {
        if let Some(value) = value {
            self.0.push((key.to_owned(), value.to_owned()));
        }
        self
    }

    /// Sets a field, replacing what stood there.
    pub fn set(&mut self, key: &str, value: &str) {
        self.0.retain(|(name, _)| name != key);
        self.0.push((key.to_owned(), value.to_owned()));
    }

    /// Sets a field to what there is, where the caller gave none or `is_forced`.
    pub(crate) fn set_default(&mut self, given: &Json, key: &str, value: Option<&str>, is_forced: bool) {
        if let Some(value) = value.filter(|_| is_forced || given.present(key).is_none()) {
            self.set(key, value);
        }
    }

    fn push(&mut self, key: &str, value: &Json) {
        let key = snake_case(key);
        if value.is_array() {
            // clerk-js writes every falsy element, 0 and false among them, as an empty field.
            let text = |item: &Json| if item.is_truthy() { item.to_field() } else { String::new() };
            self.0.extend(value.items().iter().map(|item| (key.clone(), text(item))));
        } else {
            self.0.push((key, value.to_field()));
        }
    }

    /// The body as it is sent.
    pub fn encode(&self) -> String {
        let mut text = String::new();
        for (key, value) in &self.0 {
            append_pair(&mut text, key, value);
        }
        text
    }
}

/// Appends a field, or a parameter of a query, to those before it.
pub(crate) fn append_pair(to: &mut String, key: &str, value: &str) {
    if !to.is_empty() {
        to.push('&');
    }
    append_form(to, key);
    to.push('=');
    append_form(to, value);
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

/// Fields may hold passwords and codes: only their names are shown.
impl std::fmt::Debug for Form {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.0.iter().map(|(key, _)| key)).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn encode(params: &str) -> String {
        Form::from_params(&Json::parse(params).unwrap()).encode()
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
    fn set_replaces() {
        let mut form = Form::new().field("strategy", Some("a")).field("x", None);
        form.set("strategy", "b");
        assert_eq!(form.encode(), "strategy=b");
    }

    #[test]
    fn shows_no_values_in_debug() {
        let form = Form::new().field("password", Some("hunter2"));
        assert_eq!(format!("{form:?}"), r#"["password"]"#);
    }
}
