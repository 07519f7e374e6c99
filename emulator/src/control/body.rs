//! JSON in and out of the control routes.

use axum::Json;
use axum::extract::{FromRequest, Request};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::de::DeserializeOwned;
use serde_json::json;

use crate::http::form::read_body;
use crate::settings::InvalidSettings;
use crate::store::StoreError;

/// A control request that was not served; answered with one sentence.
#[derive(Debug)]
pub(super) enum Refused {
    /// The request makes no sense: 400.
    BadInput(String),
    /// The data file cannot be written: 500.
    NotSaved(StoreError),
}

impl Refused {
    pub(super) fn bad_input(sentence: impl Into<String>) -> Self {
        Self::BadInput(sentence.into())
    }
}

impl From<StoreError> for Refused {
    fn from(error: StoreError) -> Self {
        Self::NotSaved(error)
    }
}

impl From<InvalidSettings> for Refused {
    fn from(error: InvalidSettings) -> Self {
        Self::BadInput(error.to_string())
    }
}

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        let (status, sentence) = match self {
            Self::BadInput(sentence) => (StatusCode::BAD_REQUEST, sentence),
            Self::NotSaved(error) => (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()),
        };
        (status, Json(json!({ "error": sentence }))).into_response()
    }
}

/// A JSON body, whatever its content type says; an empty one counts as `{}`.
#[derive(Debug)]
pub(super) struct Body<T>(pub(super) T);

impl<S: Sync, T: DeserializeOwned> FromRequest<S> for Body<T> {
    type Rejection = Refused;

    async fn from_request(request: Request, _: &S) -> Result<Self, Refused> {
        let bytes = read_body(request.into_body())
            .await
            .map_err(|_| Refused::bad_input("the body is too large or was cut off"))?;
        let bytes: &[u8] = if bytes.is_empty() { b"{}" } else { &bytes };
        serde_json::from_slice(bytes)
            .map(Self)
            .map_err(|error| Refused::bad_input(format!("the body is not what this route takes: {error}")))
    }
}
