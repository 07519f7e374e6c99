//! What can go wrong. Errors stay values until `js/errors.rs` makes real JavaScript errors of them.

use crate::json::Json;
use std::fmt;

/// The result of everything that can fail here.
pub type Result<T, E = ClerkError> = std::result::Result<T, E>;

/// Any failure of this crate. No variant holds a secret: URLs are kept without their query.
#[derive(Debug, Clone)]
pub enum ClerkError {
    /// The Frontend API answered with an error status.
    Api(Box<ApiResponseError>),
    /// Something in this library or in its surroundings, named by a code that programs can compare.
    Runtime(RuntimeError),
    /// No answer came: the connection failed or was cut.
    Network(NetworkError),
    /// The call is not possible in the state that things are in. The text says why.
    State(String),
    /// An argument is not what the call takes. The text says which and why.
    Argument(String),
    /// The caller's own callback failed, by throwing this.
    Thrown(Json),
}

/// An answer of the Frontend API with status 400 or above.
#[derive(Debug, Clone, Default)]
pub struct ApiResponseError {
    /// The HTTP status.
    pub status: u16,
    /// A sentence for a person: the first error's long message, or what else is known.
    pub message: String,
    /// What the server said was wrong, unchanged; empty when the body was not Clerk's.
    pub errors: Vec<ApiError>,
    /// Seconds to wait before another try, from the `Retry-After` header.
    pub retry_after: Option<u32>,
    /// The identifier by which Clerk's support finds this request.
    pub trace_id: Option<String>,
}

impl ApiResponseError {
    /// Whether the server named this error code.
    pub fn has_code(&self, code: &str) -> bool {
        self.errors.iter().any(|error| error.code == code)
    }
}

/// One entry of an error answer's `errors`.
#[derive(Debug, Clone)]
pub struct ApiError {
    /// Clerk's code, such as `form_password_incorrect`.
    pub code: String,
    /// The short message.
    pub message: String,
    /// The message for the person in front of the page.
    pub long_message: Option<String>,
    /// Everything else that the server said about it, such as `param_name`.
    pub meta: Option<Json>,
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
}

impl ClerkError {
    /// A [`ClerkError::Runtime`].
    pub fn runtime(code: &'static str, message: impl Into<String>) -> Self {
        Self::Runtime(RuntimeError { code, message: message.into() })
    }

    /// A [`ClerkError::State`].
    pub fn state(message: impl Into<String>) -> Self {
        Self::State(message.into())
    }

    /// A [`ClerkError::Argument`].
    pub fn argument(message: impl Into<String>) -> Self {
        Self::Argument(message.into())
    }

    /// The HTTP status, when the server answered.
    pub fn status(&self) -> Option<u16> {
        match self {
            Self::Api(error) => Some(error.status),
            _ => None,
        }
    }

    /// Whether the server named this error code.
    pub fn has_code(&self, code: &str) -> bool {
        matches!(self, Self::Api(error) if error.has_code(code))
    }
}

impl fmt::Display for ClerkError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Api(error) => f.write_str(&error.message),
            Self::Runtime(error) => f.write_str(&error.message),
            Self::Network(NetworkError { url, cause }) => {
                f.write_str("The request to ")?;
                f.write_str(url)?;
                f.write_str(" got no answer: ")?;
                f.write_str(cause)
            }
            Self::State(message) | Self::Argument(message) => f.write_str(message),
            Self::Thrown(_) => f.write_str("A callback threw."),
        }
    }
}

impl std::error::Error for ClerkError {}
