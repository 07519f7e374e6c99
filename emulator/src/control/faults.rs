//! `/_emulator/faults`: latency, error answers and cut connections, on demand.

use std::collections::BTreeMap;
use std::time::Duration;

use axum::Json;
use axum::extract::{Path, State};
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use json_patch::Patch;
use serde::{Deserialize, Serialize};

use super::body::{Body, Refused};
use crate::error::ApiError;
use crate::state::Emulator;

/// A fault to inject. Without `status`, `body` and `disconnect` the real answer is given, after
/// `delay_ms` or held back for `hold_ms`, with `headers` added and `json_patch` applied.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Fault {
    /// Given by the emulator.
    #[serde(skip_deserializing)]
    id: String,
    /// The method that is meant, after `_method`; absent, any.
    method: Option<String>,
    /// The path as on the wire; `*` stands for any characters.
    path: String,
    /// How many requests it hits; absent or null, all until it is deleted.
    times: Option<u32>,
    /// How long the request waits before it is looked at, in ms of real time.
    #[serde(default)]
    delay_ms: u64,
    /// How long the finished answer is held back, in ms of real time: later ones overtake it.
    #[serde(default)]
    hold_ms: u64,
    status: Option<u16>,
    #[serde(default)]
    headers: BTreeMap<String, String>,
    /// Absent, an answer with a status has Clerk's error body; `""` is an empty body.
    body: Option<String>,
    content_type: Option<String>,
    /// Changes to the body of the real answer (RFC 6902), which `status` then leaves in place.
    json_patch: Option<Patch>,
    /// Cut the connection instead of answering.
    #[serde(default)]
    disconnect: bool,
}

/// What a request that was hit gets.
pub(crate) enum Answer<'f> {
    /// Nothing at all.
    Disconnect,
    /// This, and the routes never hear of it.
    Instead(Response),
    /// What the routes say.
    TheRealOne,
    /// What the routes say, with a changed body and perhaps another status.
    Patched(&'f Patch, Option<StatusCode>),
}

impl Fault {
    pub(crate) fn id(&self) -> &str {
        &self.id
    }

    pub(crate) fn delay(&self) -> Duration {
        Duration::from_millis(self.delay_ms)
    }

    pub(crate) fn hold(&self) -> Duration {
        Duration::from_millis(self.hold_ms)
    }

    pub(crate) fn answer(&self) -> Answer<'_> {
        if self.disconnect {
            return Answer::Disconnect;
        }
        let status = self.status.and_then(|code| StatusCode::from_u16(code).ok());
        match (&self.json_patch, &self.body, status) {
            (Some(patch), _, status) => Answer::Patched(patch, status),
            (None, None, None) => Answer::TheRealOne,
            (None, None, Some(status)) => Answer::Instead(clerk_error(status).into_response()),
            (None, Some(body), status) => {
                let content_type = self.content_type.as_deref().unwrap_or("application/json");
                let status = status.unwrap_or_default();
                Answer::Instead((status, [(CONTENT_TYPE, content_type)], body.clone()).into_response())
            }
        }
    }

    pub(crate) fn headers(&self) -> HeaderMap {
        self.headers
            .iter()
            .filter_map(|(name, value)| {
                let name = HeaderName::try_from(name).ok()?;
                Some((name, HeaderValue::try_from(value).ok()?))
            })
            .collect()
    }

    fn check(&self) -> Result<(), Refused> {
        if !self.path.starts_with(['/', '*']) {
            return Err(Refused::bad_input("path must start with '/' or '*'"));
        }
        if self.times == Some(0) {
            return Err(Refused::bad_input("times must be at least 1, or null for always"));
        }
        if self.status.is_some_and(|code| !(200..=599).contains(&code)) {
            return Err(Refused::bad_input("status must be between 200 and 599"));
        }
        let bad_content_type = |text: &String| HeaderValue::try_from(text).is_err();
        if self.content_type.as_ref().is_some_and(bad_content_type) {
            return Err(Refused::bad_input("content_type is not a header value"));
        }
        if self.headers().len() != self.headers.len() {
            return Err(Refused::bad_input("headers has a name or value that cannot be sent"));
        }
        if self.json_patch.is_some() && (self.body.is_some() || self.disconnect) {
            return Err(Refused::bad_input("json_patch needs the real answer: no body, no disconnect"));
        }
        let has_effect = self.disconnect
            || self.status.is_some()
            || self.body.is_some()
            || self.json_patch.is_some()
            || self.delay_ms > 0
            || self.hold_ms > 0
            || !self.headers.is_empty();
        match has_effect {
            true => Ok(()),
            false => Err(Refused::bad_input(
                "a fault needs delay_ms, hold_ms, status, headers, body, json_patch or disconnect",
            )),
        }
    }

    fn hits(&self, method: &str, path: &str) -> bool {
        let method_fits = self.method.as_ref().is_none_or(|wanted| wanted.eq_ignore_ascii_case(method));
        method_fits && matches(&self.path, path)
    }
}

fn clerk_error(status: StatusCode) -> ApiError {
    match status {
        StatusCode::TOO_MANY_REQUESTS => {
            ApiError::new(status, "too_many_requests", "Too many requests", "Too many requests, retry later")
        }
        _ => ApiError::new(
            status,
            "emulator_fault",
            "Injected fault",
            format!("This {} was asked for at /_emulator/faults.", status.as_u16()),
        ),
    }
}

/// Does `path` fit `pattern`, in which `*` stands for any characters, none included?
fn matches(pattern: &str, path: &str) -> bool {
    let Some((first, rest)) = pattern.split_once('*') else {
        return pattern == path;
    };
    let Some(mut path) = path.strip_prefix(first) else {
        return false;
    };
    let mut parts: Vec<&str> = rest.split('*').collect();
    let last = parts.pop().unwrap_or_default();
    for part in parts {
        match path.split_once(part) {
            Some((_, after)) => path = after,
            None => return false,
        }
    }
    path.ends_with(last)
}

/// The faults in force, oldest first.
#[derive(Debug, Default)]
pub(crate) struct Faults {
    list: Vec<Fault>,
    count: u64,
}

impl Faults {
    /// The oldest fault that hits a request; it has one time less after that.
    pub(crate) fn take(&mut self, method: &str, path: &str) -> Option<Fault> {
        let position = self.list.iter().position(|fault| fault.hits(method, path))?;
        let fault = self.list.get_mut(position)?;
        match &mut fault.times {
            Some(1) => Some(self.list.remove(position)),
            Some(times) => {
                *times -= 1;
                Some(fault.clone())
            }
            None => Some(fault.clone()),
        }
    }

    pub(super) fn clear(&mut self) {
        self.list.clear();
    }

    fn add(&mut self, mut fault: Fault) -> Fault {
        self.count += 1;
        fault.id = format!("fault_{}", self.count);
        self.list.push(fault.clone());
        fault
    }
}

/// `GET`
pub(super) async fn read(State(emulator): State<Emulator>) -> Json<Vec<Fault>> {
    Json(emulator.lock().faults.list.clone())
}

/// `POST`: answers the fault with its id.
pub(super) async fn add(
    State(emulator): State<Emulator>,
    Body(fault): Body<Fault>,
) -> Result<(StatusCode, Json<Fault>), Refused> {
    fault.check()?;
    let added = emulator.lock().faults.add(fault);
    Ok((StatusCode::CREATED, Json(added)))
}

/// `DELETE`: all of them.
pub(super) async fn clear(State(emulator): State<Emulator>) -> StatusCode {
    emulator.lock().faults.clear();
    StatusCode::NO_CONTENT
}

/// `DELETE …/{id}`: one that may have worn out already.
pub(super) async fn remove(State(emulator): State<Emulator>, Path(id): Path<String>) -> StatusCode {
    emulator.lock().faults.list.retain(|fault| fault.id != id);
    StatusCode::NO_CONTENT
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stars_stand_for_anything() {
        for (pattern, path, expected) in [
            ("/v1/client", "/v1/client", true),
            ("/v1/client", "/v1/client/touch", false),
            ("/v1/client*", "/v1/client/touch", true),
            ("*", "/v1/client", true),
            ("/v1/*/tokens", "/v1/client/sessions/a/tokens", true),
            ("/v1/*/tokens", "/v1/client/sessions/a/tokens/b", false),
            ("/v1/*/sessions/*/tokens*", "/v1/client/sessions/a/tokens/b", true),
        ] {
            assert_eq!(matches(pattern, path), expected, "{pattern} {path}");
        }
    }
}
