//! What a Rust application gives to a call, as structs. The rows of [`endpoints`](super::endpoints) say what of it is sent.
//!
//! Each struct can be written as a literal with `..Default::default()`, or put together by its methods, of which there is one for
//! each field. A parameter that Clerk has and this version does not know goes in by `with`.
//!
//! JavaScript's objects of parameters go to the rows as they are, so none of this is in the npm package.

mod captcha;
mod factor;
mod flow;
mod organization;
mod sign_in;
mod sign_up;
mod user;

pub use captcha::CaptchaAnswer;
pub use factor::{AttemptFactor, PrepareFactor};
pub use flow::{
    AuthenticateWithRedirect, GoogleOneTap, HandleEmailLink, HandleRedirectCallback, StartEmailLink,
};
pub use organization::{
    CreateOrganization, GetDomains, GetInvitations, GetMembershipRequests, GetMemberships, Paging,
    UpdateEnrollmentMode, UpdateOrganization,
};
pub use sign_in::{CreateSignIn, ResetPassword};
pub use sign_up::{AttemptVerification, CreateSignUp, PrepareVerification, UpdateSignUp};
pub use user::{CreateExternalAccount, PrepareEmailAddress, Reauthorize, UpdatePassword, UpdateUser};

use crate::json::Json;
use crate::secret::Secret;

/// Declares such a struct: a row for each parameter. JavaScript calls it as the field in camel case, unless the row says otherwise
/// with `as "name"`. What is given is sent in the order of the rows.
macro_rules! params {
    (
        $(#[$doc:meta])*
        $name:ident {
            $($(#[$field_doc:meta])* $field:ident : $of:ty $(as $js:literal)?),* $(,)?
        }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Default, PartialEq)]
        pub struct $name {
            $($(#[$field_doc])* pub $field: Option<$of>,)*
            /// What [`with`](Self::with) has added, as an object; null where it is nothing.
            pub other: crate::json::Json,
        }

        impl $name {
            $(
                $(#[$field_doc])*
                #[must_use]
                pub fn $field(mut self, $field: impl Into<$of>) -> Self {
                    self.$field = Some($field.into());
                    self
                }
            )*

            /// Adds a parameter that this version of the crate does not know, under the name that JavaScript would have for it, such
            /// as `oidcLoginHint`. A call of which clerk-js sends a closed list does not send it:
            /// [`Clerk::send`](crate::Clerk::send) does.
            #[must_use]
            pub fn with(mut self, name: &str, value: impl Into<crate::json::Json>) -> Self {
                self.other = self.other.with(name, value.into());
                self
            }

            /// The object that JavaScript would give.
            pub(crate) fn to_json(&self) -> crate::json::Json {
                let given = [$((
                    $crate::fapi::params::name(concat!($($js,)?), stringify!($field)),
                    self.$field.as_ref().map($crate::fapi::params::Parameter::to_json),
                )),*];
                $crate::fapi::params::object(&given, &self.other)
            }
        }

        /// Names what is given, and shows no values: secrets and personal data are among them.
        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.debug_tuple(stringify!($name)).field(&self.to_json().keys()).finish()
            }
        }
    };
}
pub(super) use params;

/// What may be given as a parameter.
pub(crate) trait Parameter {
    /// As JavaScript gives it.
    fn to_json(&self) -> Json;
}

impl<T: Clone + Into<Json>> Parameter for T {
    fn to_json(&self) -> Json {
        self.clone().into()
    }
}

impl Parameter for Secret<String> {
    fn to_json(&self) -> Json {
        Json::from(self.expose().as_str())
    }
}

/// What JavaScript calls a field, unless its row says so.
pub(crate) fn name(told: &str, field: &str) -> String {
    if !told.is_empty() {
        return told.to_owned();
    }
    let mut words = field.split('_');
    let mut name = words.next().unwrap_or_default().to_owned();
    for word in words {
        let (first, rest) = word.split_at_checked(1).unwrap_or((word, ""));
        name.push_str(&first.to_ascii_uppercase());
        name.push_str(rest);
    }
    name
}

/// An object of what is given.
pub(crate) fn object(given: &[(String, Option<Json>)], other: &Json) -> Json {
    let given = given.iter().filter_map(|(name, value)| Some((name.as_str(), value.clone()?)));
    let known = Json::object(&given.collect::<Vec<_>>());
    let all = |known: Json, name: &String| match other.get(name) {
        Some(value) => known.with(name, value),
        None => known,
    };
    other.keys().iter().fold(known, all)
}

#[cfg(test)]
mod tests;
