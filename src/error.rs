//! What can go wrong. Errors stay values until `js/first/errors.rs` makes real JavaScript errors of them.

use crate::encoding::concat;
use crate::json::Json;
use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

/// The code by which JavaScript's side knows a `ClerkOfflineError` too.
const OFFLINE: &str = "clerk_offline";

/// The result of everything that can fail here.
pub type Result<T, E = ClerkError> = std::result::Result<T, E>;

/// Any failure of this crate. [`kind`](ClerkError::kind) says which.
///
/// One pointer wide: nearly every function returns it, and copying it shares it. It may go to another thread, so `?` makes an `anyhow::Error` of
/// it.
#[derive(Debug, Clone, PartialEq)]
pub struct ClerkError(Arc<ErrorKind>);

/// What failed. No variant holds a secret: URLs are kept without their query.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The Frontend API answered with an error status.
    Api(ApiResponseError),
    /// Something in this library or in its surroundings, named by a code that programs can compare.
    Runtime(RuntimeError),
    /// No answer came: the connection failed or was cut.
    Network(NetworkError),
    /// The call is not possible in the state that things are in. The text says why.
    State(String),
    /// An argument is not what the call takes. The text says which and why.
    Argument(String),
    /// JavaScript's own callback failed, by throwing this.
    #[cfg(all(target_arch = "wasm32", feature = "js"))]
    #[doc(hidden)]
    Thrown(Json),
}

/// An answer of the Frontend API with status 400 or above.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ApiResponseError {
    /// The HTTP status.
    pub status: u16,
    /// A sentence for a person: the first error's long message, or what else is known.
    pub message: String,
    /// What the server said was wrong, unchanged; empty when the body was not Clerk's.
    pub errors: Vec<ApiError>,
    /// The seconds of [`retry_after`](ApiResponseError::retry_after).
    pub(crate) retry_after_s: Option<u32>,
    /// The identifier by which Clerk's support finds this request.
    pub trace_id: Option<String>,
}

impl ApiResponseError {
    /// How long to wait before another try, from the `Retry-After` header.
    pub fn retry_after(&self) -> Option<Duration> {
        self.retry_after_s.map(|seconds| Duration::from_secs(seconds.into()))
    }

    /// Whether the server named this error code.
    pub fn has_code(&self, code: &str) -> bool {
        self.errors.iter().any(|error| error.code() == code)
    }
}

/// One entry of an error answer's `errors`.
///
/// It holds the text of its JSON, since a JSON value of a browser's may not go to another thread.
#[derive(Clone, PartialEq, Eq)]
pub struct ApiError(String);

impl ApiError {
    pub(crate) fn new(json: &Json) -> Self {
        Self(json.to_text())
    }

    /// All that the server said, unchanged.
    pub fn json(&self) -> Json {
        Json::parse(&self.0).unwrap_or_else(|_| Json::null())
    }

    /// Clerk's code, such as `form_password_incorrect`; empty where there is none.
    pub fn code(&self) -> String {
        self.json().text("code").unwrap_or_default()
    }

    /// The short message, in English; empty where there is none.
    pub fn message(&self) -> String {
        self.json().text("message").unwrap_or_default()
    }

    /// The message for the person in front of the page.
    pub fn long_message(&self) -> Option<String> {
        self.json().text("long_message").filter(|message| !message.is_empty())
    }

    /// The parameter that is wrong, as the Frontend API calls it: `email_address`, `password`, …
    pub fn param_name(&self) -> Option<String> {
        self.meta()?.text("param_name")
    }

    /// Everything else that the server said about it.
    pub fn meta(&self) -> Option<Json> {
        self.json().present("meta")
    }
}

/// Without the messages, which repeat what was typed in.
impl fmt::Debug for ApiError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("ApiError").field(&self.code()).finish()
    }
}

/// A failure with a code, in clerk-js's `ClerkRuntimeError`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuntimeError {
    /// The code, such as `network_error`.
    pub code: &'static str,
    /// What happened.
    pub message: String,
}

/// A request that got no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NetworkError {
    /// Where the request went, without the query.
    pub url: String,
    /// What the browser said.
    pub cause: String,
    /// Whether JavaScript gets a `ClerkRuntimeError` with the code `network_error`, and not a plain `Error`:
    /// [`LoadOptions::rethrow_offline_network_errors`](crate::engine::LoadOptions::rethrow_offline_network_errors).
    pub has_code: bool,
}

impl From<ErrorKind> for ClerkError {
    fn from(kind: ErrorKind) -> Self {
        Self(Arc::new(kind))
    }
}

impl ClerkError {
    /// What failed.
    pub fn kind(&self) -> &ErrorKind {
        &self.0
    }

    /// An [`ErrorKind::Runtime`].
    pub fn runtime(code: &'static str, message: impl Into<String>) -> Self {
        ErrorKind::Runtime(RuntimeError { code, message: message.into() }).into()
    }

    /// An [`ErrorKind::Runtime`] with the code `clerk_offline`, in JavaScript clerk-js's `ClerkOfflineError`: the call failed
    /// because there is no network, which says nothing about who is signed in.
    pub fn offline(message: impl Into<String>) -> Self {
        Self::runtime(OFFLINE, message)
    }

    /// An [`ErrorKind::State`].
    pub fn state(message: impl Into<String>) -> Self {
        ErrorKind::State(message.into()).into()
    }

    /// An [`ErrorKind::Argument`].
    pub fn argument(message: impl Into<String>) -> Self {
        ErrorKind::Argument(message.into()).into()
    }

    /// What happened, as a sentence for a person.
    pub fn message(&self) -> Cow<'_, str> {
        match self.kind() {
            ErrorKind::Api(error) => Cow::Borrowed(&error.message),
            ErrorKind::Runtime(error) => Cow::Borrowed(&error.message),
            ErrorKind::Network(NetworkError { url, cause, .. }) => {
                Cow::Owned(concat(&["The request to ", url, " got no answer: ", cause]))
            }
            ErrorKind::State(message) | ErrorKind::Argument(message) => Cow::Borrowed(message),
            #[cfg(all(target_arch = "wasm32", feature = "js"))]
            ErrorKind::Thrown(_) => Cow::Borrowed("A callback threw."),
        }
    }

    /// The HTTP status, when the server answered.
    pub fn status(&self) -> Option<u16> {
        match self.kind() {
            ErrorKind::Api(error) => Some(error.status),
            _ => None,
        }
    }

    /// Whether the call failed for want of a network, so that it is worth another try when there is one.
    pub fn is_offline(&self) -> bool {
        matches!(self.kind(), ErrorKind::Runtime(error) if error.code == OFFLINE)
    }

    /// Whether the server named this error code.
    pub fn has_code(&self, code: &str) -> bool {
        matches!(self.kind(), ErrorKind::Api(error) if error.has_code(code))
    }

    /// The status of a refusal that is Clerk's own, which has a list of errors. Whatever else stands on the way answers with statuses too: a
    /// proxy, a page that blocks, the login of a hotel's network. What those say is an outage of the Frontend API, and no more.
    pub(crate) fn refusal(&self) -> Option<u16> {
        match self.kind() {
            ErrorKind::Api(error) if !error.errors.is_empty() => Some(error.status),
            _ => None,
        }
    }

    /// Whether Clerk says that nobody is signed in by a session any more.
    pub(crate) fn is_unauthenticated(&self) -> bool {
        match self.refusal() {
            Some(401 | 422) => true,
            Some(403) => self.has_code("user_banned") || self.has_code("user_deactivated"),
            _ => false,
        }
    }
}

impl fmt::Display for ClerkError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message())
    }
}

impl std::error::Error for ClerkError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_goes_to_another_thread_and_is_compared() {
        let error = ClerkError::from(ErrorKind::Api(ApiResponseError {
            status: 422,
            errors: vec![ApiError::new(&Json::object(&[
                ("code", Json::from("form_code_incorrect")),
                ("message", Json::from("is incorrect")),
                ("meta", Json::object(&[("param_name", Json::from("code"))])),
            ]))],
            ..ApiResponseError::default()
        }));
        let there = error.clone();
        let (code, name) = std::thread::spawn(move || match there.kind() {
            ErrorKind::Api(error) => {
                error.errors.first().map(|error| (error.code(), error.param_name())).unwrap()
            }
            other => panic!("{other:?}"),
        })
        .join()
        .unwrap();
        assert_eq!((code.as_str(), name.as_deref()), ("form_code_incorrect", Some("code")));
        assert!(error == error.clone() && error != ClerkError::state(""));
        assert!(!format!("{error:?}").contains("is incorrect"));
    }

    #[test]
    fn being_offline_is_a_code_of_its_own() {
        let error = ClerkError::offline("No network.");
        assert!(error.is_offline());
        assert_eq!(error.to_string(), "No network.");
        assert!(matches!(error.kind(), ErrorKind::Runtime(error) if error.code == "clerk_offline"));
        assert!(!ClerkError::runtime("network_error", "").is_offline());
        assert!(!ClerkError::state("").is_offline());
    }
}
