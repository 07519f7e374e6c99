//! The calls of sign-in and sign-up attempts and of reverifications are rows: `sign_in.rs`, `sign_up.rs` and
//! `reverification.rs` list them, and one function turns each of them into a request.

use super::super::request::{Method, Request, segment};
use crate::encoding::{concat, join};
use crate::error::{ClerkError, Result};
use crate::fapi::Form;
use crate::json::Json;

/// Lists the calls of a noun, in the order in which JavaScript knows them. The names stand apart: the package's first part has them
/// without what the calls do.
macro_rules! calls {
    [$($call:ident),* $(,)?] => {
        /// Every call.
        pub static CALLS: [&Call; NAMES.len()] = [$(&$call),*];
        /// What JavaScript calls them.
        pub const NAMES: &[&str] = &[$($call.name),*];
    };
}
pub(super) use calls;

/// One method of an attempt.
#[derive(Debug)]
pub struct Call {
    /// The attempt's name in error texts.
    pub noun: &'static str,
    /// The method's name in JavaScript.
    pub name: &'static str,
    /// Where attempts of this kind live.
    pub path: &'static str,
    /// What follows the path of the attempt itself; `None` for the call that starts one.
    pub action: Option<&'static str>,
    /// The logical method; a `GET` sends no parameters.
    pub method: Method,
    /// The only parameters that are sent; empty when all of them are.
    pub only: &'static [&'static str],
    /// Whether the parameters may be left out.
    pub may_be_bare: bool,
    /// Which strategy is sent.
    pub strategy: Strategy,
    /// When the reader's language goes along as `locale`.
    pub language: Language,
    /// When a captcha is asked for.
    pub captcha: Captcha,
}

/// What is sent as `strategy`.
#[derive(Debug)]
pub enum Strategy {
    /// What the caller gives, if anything.
    Any,
    /// What the caller gives, which has to be one of these. With it go the only other parameters that are sent; none
    /// when all of them are.
    OneOf(&'static [(&'static str, &'static [&'static str])]),
    /// This one, unless the caller gives another.
    Default(&'static str),
    /// Always this one.
    Always(&'static str),
}

/// When the reader's language is sent.
#[derive(Debug, PartialEq, Eq)]
pub enum Language {
    /// Never.
    Never,
    /// Unless the caller gives a `locale`.
    Default,
    /// Always, whatever the caller gives.
    Always,
}

/// When the server wants to know that a person, and not a robot, starts an attempt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Captcha {
    /// Never.
    Never,
    /// When the caller says `signUpIfMissing`.
    ToSignUpIfMissing,
    /// Always.
    ToSignUp,
}

impl Captcha {
    /// What it is for, as the one who solves it is told.
    pub fn action(self) -> &'static str {
        if self == Self::ToSignUp { "signup" } else { "signin" }
    }
}

impl Call {
    /// A row that posts whatever it is given to the attempt itself; each row says in what it differs.
    pub(super) const fn new(noun: &'static str, path: &'static str, name: &'static str) -> Self {
        Self {
            noun,
            name,
            path,
            action: Some(""),
            method: Method::Post,
            only: &[],
            may_be_bare: true,
            strategy: Strategy::Any,
            language: Language::Never,
            captcha: Captcha::Never,
        }
    }

    /// This call as the one that proves to Clerk Protect what it wants proved.
    pub(super) const fn protect_check(call: Self) -> Self {
        Self {
            action: Some("/protect_check"),
            method: Method::Patch,
            only: &["proofToken"],
            may_be_bare: false,
            ..call
        }
    }

    /// Whether it has something sent, a code for one: what is asked for twice at once is asked for once.
    pub fn prepares(&self) -> bool {
        self.action.is_some_and(|action| action.starts_with("/prepare_"))
    }

    /// The request of this call for the attempt with this id, if it has one yet.
    ///
    /// # Errors
    /// [`ErrorKind::Argument`](crate::ErrorKind::Argument) when the parameters are no object, or are left out where the
    /// call needs them, or their strategy is not one that the call takes.
    pub fn request(&self, id: Option<&str>, params: &Json, language: Option<&str>) -> Result<Request> {
        let request = Request::new(self.method, self.path_for(id));
        if self.method == Method::Get {
            return Ok(request.updating_client());
        }
        if !(params.is_object() || self.may_be_bare && params.is_null()) {
            return Err(self.refuse(&["an object of parameters."]));
        }
        let only = self.fields(params)?;
        Ok(request.with_body(self.form(params, only, language)))
    }

    /// The attempt's own path, or where attempts live while it has no id: a new attempt ignores the action, as in
    /// clerk-js.
    fn path_for(&self, id: Option<&str>) -> String {
        match (id, self.action) {
            (Some(id), Some(action)) => concat(&[self.path, "/", &segment(id), action]),
            _ => self.path.to_owned(),
        }
    }

    /// The only parameters that are sent; empty when all of them are.
    fn fields(&self, params: &Json) -> Result<&'static [&'static str]> {
        let Strategy::OneOf(known) = self.strategy else { return Ok(self.only) };
        let given = params.text("strategy").unwrap_or_else(|| "none".to_owned());
        if let Some((_, only)) = known.iter().find(|(name, _)| *name == given) {
            return Ok(only);
        }
        let names: Vec<&str> = known.iter().map(|(name, _)| *name).collect();
        Err(self.refuse(&["the strategy ", &join(&names, " or "), ", but was given ", &given, "."]))
    }

    fn form(&self, params: &Json, only: &[&str], language: Option<&str>) -> Form {
        let is_absent = |key| params.present(key).is_none();
        let strategy = match self.strategy {
            Strategy::Always(strategy) => Some(strategy),
            Strategy::Default(strategy) => Some(strategy).filter(|_| is_absent("strategy")),
            Strategy::Any | Strategy::OneOf(_) => None,
        };
        let locale = language.filter(|_| match self.language {
            Language::Never => false,
            Language::Default => is_absent("locale"),
            Language::Always => true,
        });
        let mut form = Form::new();
        let keys =
            if only.is_empty() { params.keys() } else { only.iter().map(|key| (*key).to_owned()).collect() };
        for key in keys {
            let is_replaced = key == "strategy" && strategy.is_some() || key == "locale" && locale.is_some();
            if !is_replaced {
                form.push_param(params, &key);
            }
        }
        form.field("strategy", strategy).field("locale", locale)
    }

    fn refuse(&self, takes: &[&str]) -> ClerkError {
        ClerkError::argument(concat(&[self.noun, ".", self.name, "() takes ", &concat(takes)]))
    }
}
