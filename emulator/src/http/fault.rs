//! What a request gets that was hit by a fault.

use axum::Json;
use axum::body::to_bytes;
use axum::extract::Request;
use axum::http::header::CONTENT_LENGTH;
use axum::http::{HeaderName, HeaderValue};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use json_patch::Patch;
use serde_json::Value;

use super::connection::{Connection, broken_body};
use crate::control::faults::{Answer, Fault};
use crate::error::{ApiError, with_trace_id};

/// Carries the id of the fault that touched an answer, to tell it from a real one.
pub(crate) const FAULT_HEADER: HeaderName = HeaderName::from_static("clerk-emulator-fault");

/// Answers a request that `fault` has hit.
pub(super) async fn answer_with_fault(
    fault: &Fault,
    connection: Option<&Connection>,
    trace_id: &str,
    request: Request,
    next: Next,
) -> Response {
    tokio::time::sleep(fault.delay()).await;
    let response = match fault.answer() {
        Answer::Disconnect => match connection {
            Some(connection) => {
                connection.cut();
                Response::default()
            }
            None => Response::new(broken_body()),
        },
        Answer::Instead(response) => response,
        Answer::TheRealOne => next.run(request).await,
        Answer::Patched(patch, status) => {
            let mut real = with_trace_id(next.run(request).await, trace_id);
            if let Some(status) = status {
                *real.status_mut() = status;
            }
            patched(real, patch)
                .await
                .unwrap_or_else(|reason| ApiError::patch_failed(fault.id(), &reason).into_response())
        }
    };
    let mut response = with_trace_id(response, trace_id);
    response.headers_mut().extend(fault.headers());
    if let Ok(id) = HeaderValue::from_str(fault.id()) {
        response.headers_mut().insert(FAULT_HEADER, id);
    }
    response
}

/// The answer with its body changed, or the reason why it cannot be.
async fn patched(response: Response, patch: &Patch) -> Result<Response, String> {
    let (mut parts, body) = response.into_parts();
    let bytes = to_bytes(body, usize::MAX).await.map_err(|error| error.to_string())?;
    let mut body: Value = serde_json::from_slice(&bytes).map_err(|_| "the answer is not JSON".to_owned())?;
    json_patch::patch(&mut body, patch).map_err(|error| error.to_string())?;
    parts.headers.remove(CONTENT_LENGTH);
    Ok((parts, Json(body)).into_response())
}
