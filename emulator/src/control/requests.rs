//! `/_emulator/requests`: what was asked lately, for tests of what a client puts on the wire.
//!
//! A request is noted when it arrives, so that one whose sender hung up is there too.

use std::collections::VecDeque;

use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, Method, StatusCode};
use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::http::caller::cookies;
use crate::http::params::Params;
use crate::state::Emulator;

/// How many requests are remembered.
const LIMIT: usize = 1_000;
/// Parameters whose values nobody needs to see.
const SECRETS: [&str; 1] = ["password"];

/// A request as it was seen.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct SeenRequest {
    /// Counts requests from 1.
    number: u64,
    at: i64,
    /// What was meant, after `_method`.
    method: String,
    /// What was sent.
    wire_method: String,
    path: String,
    query: Value,
    form: Value,
    origin: Option<String>,
    content_type: Option<String>,
    header_names: Vec<String>,
    cookie_names: Vec<String>,
    /// Null until the answer is there.
    status: Option<u16>,
}

impl SeenRequest {
    pub(crate) fn new(
        wire_method: &Method,
        method: &Method,
        path: &str,
        query: &Params,
        form: &Params,
        headers: &HeaderMap,
    ) -> Self {
        let header = |name: &str| {
            let value = headers.get(name)?.to_str().ok()?;
            Some(value.to_owned())
        };
        Self {
            number: 0,
            at: 0,
            method: method.to_string(),
            wire_method: wire_method.to_string(),
            path: path.to_owned(),
            query: params_json(query),
            form: params_json(form),
            origin: header("origin"),
            content_type: header("content-type"),
            header_names: headers.keys().map(ToString::to_string).collect(),
            cookie_names: cookies(headers).map(|(name, _)| name.to_owned()).collect(),
            status: None,
        }
    }
}

/// Values by name; a name that was sent more than once has a list.
fn params_json(params: &Params) -> Value {
    let mut out = Map::new();
    for (name, value) in params.pairs() {
        let value = match SECRETS.contains(&name.as_str()) {
            true => json!("[redacted]"),
            false => json!(value),
        };
        match out.get_mut(name) {
            None => {
                out.insert(name.clone(), value);
            }
            Some(Value::Array(values)) => values.push(value),
            Some(first) => *first = json!([first.take(), value]),
        }
    }
    Value::Object(out)
}

/// The latest requests, oldest first.
#[derive(Debug, Default)]
pub(crate) struct Requests {
    seen: VecDeque<SeenRequest>,
    count: u64,
}

impl Requests {
    /// Remembers a request, and forgets the oldest when there are too many. Returns its number.
    pub(crate) fn note(&mut self, mut request: SeenRequest, now: i64) -> u64 {
        self.count += 1;
        request.number = self.count;
        request.at = now;
        if self.seen.len() >= LIMIT {
            self.seen.pop_front();
        }
        self.seen.push_back(request);
        self.count
    }

    /// Notes the answer to a request that may be forgotten already.
    pub(crate) fn note_status(&mut self, number: u64, status: StatusCode) {
        if let Some(request) = self.seen.iter_mut().rev().find(|request| request.number == number) {
            request.status = Some(status.as_u16());
        }
    }

    pub(super) fn clear(&mut self) {
        self.seen.clear();
    }
}

/// `GET`: the newest request comes last.
pub(super) async fn read(State(emulator): State<Emulator>) -> Json<VecDeque<SeenRequest>> {
    Json(emulator.lock().requests.seen.clone())
}

/// `DELETE`
pub(super) async fn clear(State(emulator): State<Emulator>) -> StatusCode {
    emulator.lock().requests.clear();
    StatusCode::NO_CONTENT
}
