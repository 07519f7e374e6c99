//! The way in and out of every request: method override, limits, faults, log, trace id.

use axum::body::{Body, Bytes};
use axum::extract::{ConnectInfo, Request, State};
use axum::http::{HeaderMap, Method};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use tracing::info;

use super::connection::Connection;
use super::date::with_date;
use super::fault::answer_with_fault;
use super::form::{parse_form, read_body};
use super::params::Params;
use crate::control::faults::Fault;
use crate::control::requests::SeenRequest;
use crate::error::{ApiError, with_trace_id};
use crate::state::Emulator;

/// Control routes answer for themselves: no fault hits them and no log shows them.
const CONTROL_PREFIX: &str = "/_emulator";

/// A request after the first look at it.
struct Arrival {
    wire_method: Method,
    method: Method,
    path: String,
    query: Params,
    headers: HeaderMap,
    connection: Option<Connection>,
}

/// Takes a request in, lets the routes answer, and notes both.
pub(crate) async fn intake(State(emulator): State<Emulator>, mut request: Request, next: Next) -> Response {
    let random = emulator.lock().randomness.for_request(request.method(), request.uri().path());
    request.extensions_mut().insert(random.clone());
    if request.uri().path().starts_with(CONTROL_PREFIX) {
        return with_date(next.run(request).await, &emulator);
    }
    let trace_id = random.text(32).to_lowercase();
    let response = match arrive(request).await {
        Ok((arrival, body, request)) => answer(&emulator, &arrival, &body, &trace_id, request, next).await,
        Err(error) => error.into_response(),
    };
    with_trace_id(with_date(response, &emulator), &trace_id)
}

async fn arrive(request: Request) -> Result<(Arrival, Bytes, Request), ApiError> {
    let (mut parts, body) = request.into_parts();
    let body = read_body(body).await?;
    let query = Params::parse(parts.uri.query().unwrap_or_default()).map_err(|_| {
        ApiError::malformed_request("The query of the request is malformed, or not valid UTF-8.")
    })?;
    let wire_method = parts.method.clone();
    parts.method = effective_method(&wire_method, &query)?;
    parts.extensions.insert(query.clone());
    let connection =
        parts.extensions.get::<ConnectInfo<Connection>>().map(|ConnectInfo(connection)| connection.clone());
    let arrival = Arrival {
        wire_method,
        method: parts.method.clone(),
        path: parts.uri.path().to_owned(),
        query,
        headers: parts.headers.clone(),
        connection,
    };
    let request = Request::from_parts(parts, Body::from(body.clone()));
    Ok((arrival, body, request))
}

/// clerk-js sends everything but GET as POST, to spare a preflight, and names what it means.
fn effective_method(method: &Method, query: &Params) -> Result<Method, ApiError> {
    if method != Method::POST {
        return Ok(method.clone());
    }
    match query.filled("_method")? {
        None => Ok(Method::POST),
        Some(name) => match name.to_ascii_uppercase().as_str() {
            "POST" => Ok(Method::POST),
            "PUT" => Ok(Method::PUT),
            "PATCH" => Ok(Method::PATCH),
            "DELETE" => Ok(Method::DELETE),
            _ => Err(ApiError::invalid_query("_method", name)),
        },
    }
}

async fn answer(
    emulator: &Emulator,
    arrival: &Arrival,
    body: &[u8],
    trace_id: &str,
    request: Request,
    next: Next,
) -> Response {
    let (number, fault) = note_arrival(emulator, arrival, body);
    let response = match fault {
        None => next.run(request).await,
        Some(fault) => {
            let connection = arrival.connection.as_ref();
            let response = answer_with_fault(&fault, connection, trace_id, request, next).await;
            let response = with_date(response, emulator);
            tokio::time::sleep(fault.hold()).await;
            response
        }
    };
    let status = response.status();
    info!(method = %arrival.method, path = %arrival.path, status = status.as_u16(), "request");
    emulator.lock().requests.note_status(number, status);
    response
}

fn note_arrival(emulator: &Emulator, arrival: &Arrival, body: &[u8]) -> (u64, Option<Fault>) {
    let form = parse_form(&arrival.headers, body).unwrap_or_default();
    let seen = SeenRequest::new(
        &arrival.wire_method,
        &arrival.method,
        &arrival.path,
        &arrival.query,
        &form,
        &arrival.headers,
    );
    let mut state = emulator.lock();
    let now = state.tables.clock().now_ms();
    let number = state.requests.note(seen, now);
    (number, state.faults.take(arrival.method.as_str(), &arrival.path))
}
