//! How a row becomes a request.

use super::row::{Body, Gives, Query, Row, Takes};
use crate::encoding::{concat, split, split_once};
use crate::error::{ClerkError, Result};
use crate::fapi::form::snake_case;
use crate::fapi::request::segment;
use crate::fapi::{Form, Method, Request};
use crate::json::Json;

/// What a method is called with.
#[derive(Debug, Clone, Default)]
pub struct Given {
    /// The first argument.
    pub argument: Json,
    /// The second one.
    pub more: Json,
}

impl From<Json> for Given {
    fn from(argument: Json) -> Self {
        Self { argument, more: Json::null() }
    }
}

impl Row {
    /// The request of this method for a `resource`. `form_of` gives the form that sends a file, if that is one.
    ///
    /// # Errors
    /// [`ErrorKind::Argument`](crate::ErrorKind::Argument) when the argument is not what the method takes, and
    /// [`ErrorKind::State`](crate::ErrorKind::State) when the resource does not have what the path needs.
    pub fn request(
        &self,
        resource: &Json,
        given: &Given,
        form_of: &dyn Fn(&Json) -> Option<Json>,
    ) -> Result<Request> {
        if !self.takes.is_right(&given.argument) {
            return Err(self.refuse(self.takes.words()));
        }
        let mut request = Request::new(self.method, self.path_for(resource, &given.argument)?);
        request.search = self.query(&given.argument);
        request.body = self.form(resource, given);
        request.force_update_client = self.updates_client;
        if self.takes == Takes::Picture {
            self.add_picture(&mut request, given.argument.get("file"), form_of)?;
        }
        Ok(request)
    }

    /// Whether an answer can become what it should. One without content says nothing.
    pub fn fits(&self, answer: &Json) -> bool {
        match self.gives {
            Gives::Nothing | Gives::Deleted | Gives::Challenge => true,
            Gives::Itself => answer.is_null() || answer.is_object(),
            Gives::One(_) => answer.is_object(),
            Gives::List(_) => answer.is_array(),
            Gives::Page(..) | Gives::Bulk(_) => answer.get("data").is_some_and(|data| data.is_array()),
        }
    }

    fn refuse(&self, takes: &str) -> ClerkError {
        ClerkError::argument(concat(&[&self.noun_in_text(), ".", self.name, "() takes ", takes, "."]))
    }

    fn noun_in_text(&self) -> String {
        let (first, rest) = self.noun.split_at_checked(1).unwrap_or_default();
        concat(&[&first.to_ascii_lowercase(), rest])
    }

    fn path_for(&self, resource: &Json, argument: &Json) -> Result<String> {
        let mut path = String::new();
        for part in split(self.path, b'/').iter().skip(1) {
            let name = part.strip_prefix("{").and_then(|part| part.strip_suffix("}"));
            let part = match name {
                None => (*part).to_owned(),
                Some("id?") => match known(resource, "id") {
                    Some(id) => segment(&id),
                    None => break,
                },
                Some("=") => segment(&argument.as_text().unwrap_or_default()),
                Some(name) => segment(&self.named(name, resource, argument)?),
            };
            path.push_str("/");
            path.push_str(&part);
        }
        Ok(path)
    }

    fn named(&self, name: &str, resource: &Json, argument: &Json) -> Result<String> {
        if let Some(key) = name.strip_prefix("=") {
            return known(argument, key).ok_or_else(|| self.refuse(&concat(&["an object with ", key])));
        }
        let (of, key) = split_once(name, b'.').unwrap_or(("", name));
        let nested = if of.is_empty() { Some(resource.clone()) } else { resource.get(of) };
        let missing = || {
            ClerkError::state(concat(&[
                "This ",
                &self.noun_in_text(),
                " has no ",
                name,
                ", so nothing can be asked for it.",
            ]))
        };
        nested.and_then(|nested| known(&nested, key)).ok_or_else(missing)
    }

    fn query(&self, params: &Json) -> Form {
        let mut query = Form::new();
        if self.query == Query::None {
            return query;
        }
        if self.query == Query::Linking {
            push(
                &mut query,
                "with_organization_account_linking",
                params.get("withOrganizationAccountLinking"),
            );
            return query;
        }
        let is_domains = self.query == Query::PageOfDomains;
        for key in params.keys() {
            let is_moved = key == "pageSize" || key == "initialPage" || is_domains && key == "enrollmentMode";
            if !is_moved {
                push(&mut query, &key, params.get(&key));
            }
        }
        if self.query == Query::PageOfMemberships {
            query.push("paginated", "true");
        }
        let number =
            |key, default| params.present(key).and_then(|number| number.as_number()).unwrap_or(default);
        let limit = number("pageSize", 10.0);
        query.push("limit", &Json::from(limit).to_field());
        query.push("offset", &Json::from((number("initialPage", 1.0) - 1.0) * limit).to_field());
        if is_domains {
            push(&mut query, "enrollment_mode", params.get("enrollmentMode").filter(|mode| mode.is_truthy()));
        }
        query
    }

    fn form(&self, resource: &Json, given: &Given) -> Option<Form> {
        let (params, mut form) = (&given.argument, Form::new());
        match self.body {
            Body::None => return None,
            Body::Empty => {}
            Body::All => form = Form::from_params(params),
            Body::AllWithLast(last) => {
                for key in params.keys().iter().filter(|key| *key != last) {
                    form.push_param(params, key);
                }
                form.push_param(params, last);
            }
            Body::Only(names) => push_only(&mut form, params, names),
            Body::Own(key) => form.push_param(resource, key),
            Body::Fixed(key, value) => form.push(key, value),
            Body::Argument(key, names) => {
                form.push_value(key, params);
                push_only(&mut form, &given.more, names);
            }
        }
        Some(form)
    }

    /// A file goes out as a form, the text of a data URL as it is, and null takes away what is there.
    fn add_picture(
        &self,
        request: &mut Request,
        file: Option<Json>,
        form_of: &dyn Fn(&Json) -> Option<Json>,
    ) -> Result<()> {
        let file = file.unwrap_or_default();
        if file.is_null() {
            request.method = Method::Delete;
        } else if file.as_text().is_some() {
            let headers = Json::object(&[("Content-Type", Json::from("application/octet-stream"))]);
            request.init = Some(Json::object(&[("body", file), ("headers", headers)]));
        } else {
            let form = form_of(&file).ok_or_else(|| self.refuse(self.takes.words()))?;
            request.init = Some(Json::object(&[("body", form)]));
        }
        Ok(())
    }
}

/// A text that is there.
fn known(json: &Json, key: &str) -> Option<String> {
    json.text(key).filter(|text| !text.is_empty())
}

fn push_only(form: &mut Form, params: &Json, names: &str) {
    for name in split(names, b' ') {
        let (from, to) = split_once(name, b'>').unwrap_or((name, name));
        if let Some(value) = params.get(from) {
            form.push_value(&snake_case(to), &value);
        }
    }
}

/// A field of a query; lists repeat their key, and what is null is called so.
fn push(query: &mut Form, key: &str, value: Option<Json>) {
    let Some(value) = value else { return };
    let items = if value.is_array() { value.items() } else { vec![value] };
    for item in items {
        query.push(key, &if item.is_null() { "null".to_owned() } else { item.to_field() });
    }
}

impl Takes {
    fn is_right(self, argument: &Json) -> bool {
        let is_text = || argument.as_text().is_some_and(|text| !text.is_empty());
        match self {
            Self::Anything => true,
            Self::Params => argument.is_object(),
            Self::Options => argument.is_null() || argument.is_object(),
            Self::Id | Self::Text => is_text(),
            Self::Ids => argument.is_array(),
            Self::Picture => argument.get("file").is_some(),
        }
    }

    fn words(self) -> &'static str {
        match self {
            Self::Anything => "anything",
            Self::Params => "an object of parameters",
            Self::Options => "an object of options, or nothing",
            Self::Id => "an id",
            Self::Text => "a text",
            Self::Ids => "a list of ids",
            Self::Picture => "a file: a Blob, a data URL or null",
        }
    }
}
