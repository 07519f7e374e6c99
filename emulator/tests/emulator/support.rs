//! Browsers that call the router, each with its own cookie jar.

use std::collections::BTreeMap;

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode};
use clerk_fapi_emulator::{Emulator, app};
use http_body_util::BodyExt;
use serde_json::{Value, json};
use tower::ServiceExt;

use crate::openapi;

pub(crate) const PAGE: &str = "http://localhost:5173";
pub(crate) const PASSWORD: &str = "correct-horse-battery";

/// An answer, read to its end.
#[derive(Debug)]
pub(crate) struct Reply {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) text: String,
}

impl Reply {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|_| panic!("not JSON: {}", self.text))
    }

    /// The JSON of an answer that must have succeeded.
    pub(crate) fn ok(&self) -> Value {
        assert_eq!(self.status, StatusCode::OK, "{}", self.text);
        self.json()
    }

    /// The code of the error, which must have come with this status.
    pub(crate) fn error(&self, status: u16) -> String {
        assert_eq!(self.status.as_u16(), status, "{}", self.text);
        let body = self.json();
        assert_eq!(body["clerk_trace_id"], self.headers["x-clerk-trace-id"].to_str().unwrap());
        body["errors"][0]["code"].as_str().unwrap().to_owned()
    }

    /// The lines of `set-cookie` for one cookie.
    pub(crate) fn set_cookie(&self, name: &str) -> Option<String> {
        self.headers
            .get_all("set-cookie")
            .iter()
            .map(|line| line.to_str().unwrap().to_owned())
            .find(|line| line.starts_with(&format!("{name}=")))
    }
}

/// Sends one request to a router.
pub(crate) async fn call(app: &Router, request: Request<Body>) -> Reply {
    let (method, path) = (request.method().clone(), request.uri().path().to_owned());
    let meant = request.uri().query().and_then(|query| query.split_once("_method="));
    let method = meant.map_or(method.to_string(), |(_, name)| name.split('&').next().unwrap().to_owned());
    let response = app.clone().oneshot(request).await.unwrap();
    let (parts, body) = response.into_parts();
    let bytes = body.collect().await.unwrap().to_bytes();
    let reply = Reply {
        status: parts.status,
        headers: parts.headers,
        text: String::from_utf8(bytes.to_vec()).unwrap(),
    };
    if let Some(length) = reply.headers.get("content-length") {
        assert_eq!(length.to_str().unwrap(), reply.text.len().to_string(), "{}", reply.text);
    }
    openapi::check(&method, &path, &reply);
    reply
}

/// A fresh emulator's router.
pub(crate) fn fresh_app() -> Router {
    app(Emulator::in_memory().unwrap())
}

/// Calls a control route with JSON, which must be accepted.
pub(crate) async fn control(app: &Router, method: &str, route: &str, body: Value) -> Value {
    let reply = control_reply(app, method, route, body).await;
    assert!(reply.status.is_success(), "{}", reply.text);
    if reply.text.is_empty() { Value::Null } else { reply.json() }
}

/// Calls a control route with JSON.
pub(crate) async fn control_reply(app: &Router, method: &str, route: &str, body: Value) -> Reply {
    let request = Request::builder().method(method).uri(format!("/_emulator/{route}"));
    let body = if body.is_null() { Body::empty() } else { Body::from(body.to_string()) };
    call(app, request.body(body).unwrap()).await
}

/// Makes users with the usual password, one for each address.
pub(crate) async fn seed(app: &Router, addresses: &[&str]) {
    let users: Vec<Value> =
        addresses.iter().map(|address| json!({ "email_address": address, "password": PASSWORD })).collect();
    control(app, "POST", "seed", json!({ "users": users })).await;
}

pub(crate) async fn change_settings(app: &Router, changes: Value) {
    control(app, "PATCH", "settings", changes).await;
}

pub(crate) async fn advance_clock(app: &Router, ms: i64) {
    control(app, "POST", "clock", json!({ "advance_ms": ms })).await;
}

/// The message that was sent last.
pub(crate) async fn latest_message(app: &Router) -> Value {
    let outbox = control(app, "GET", "outbox", Value::Null).await;
    outbox.as_array().unwrap().last().unwrap().clone()
}

/// The code that was sent last.
pub(crate) async fn latest_code(app: &Router) -> String {
    latest_message(app).await["code"].as_str().unwrap().to_owned()
}

/// A code that is not `code`.
pub(crate) fn other_than(code: &str) -> &'static str {
    if code == "111111" { "222222" } else { "111111" }
}

/// A browser on [`PAGE`] that sends requests as clerk-js does.
pub(crate) struct Browser {
    pub(crate) app: Router,
    pub(crate) cookies: BTreeMap<String, String>,
    /// The token of a development browser; none makes this a production one.
    pub(crate) dev_browser: Option<String>,
    /// What it says that it wants.
    pub(crate) accept: Option<&'static str>,
}

impl Browser {
    pub(crate) fn production(app: &Router) -> Self {
        Self { app: app.clone(), cookies: BTreeMap::new(), dev_browser: None, accept: None }
    }

    pub(crate) async fn development(app: &Router) -> Self {
        let mut browser = Self::production(app);
        let answer = browser.post("/v1/dev_browser", "").await.ok();
        browser.dev_browser = Some(answer["id"].as_str().unwrap().to_owned());
        browser
    }

    pub(crate) async fn get(&mut self, path: &str) -> Reply {
        self.send("GET", path, "").await
    }

    pub(crate) async fn post(&mut self, path: &str, form: &str) -> Reply {
        self.send("POST", path, form).await
    }

    /// `method` the way clerk-js sends it: by POST.
    pub(crate) async fn post_as(&mut self, method: &str, path: &str, form: &str) -> Reply {
        self.send("POST", &format!("{path}?_method={method}"), form).await
    }

    pub(crate) async fn send(&mut self, method: &str, path: &str, form: &str) -> Reply {
        let mut uri = path.to_owned();
        if let Some(token) = &self.dev_browser {
            uri.push(if uri.contains('?') { '&' } else { '?' });
            uri.push_str(&format!("__clerk_db_jwt={token}"));
        }
        let mut request = Request::builder()
            .method(method)
            .uri(uri)
            .header("host", "localhost:4700")
            .header("origin", PAGE);
        if method != "GET" {
            request = request.header("content-type", "application/x-www-form-urlencoded");
        }
        if let Some(accept) = self.accept {
            request = request.header("accept", accept);
        }
        if !self.cookies.is_empty() {
            let line: Vec<String> =
                self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
            request = request.header("cookie", line.join("; "));
        }
        let reply = call(&self.app, request.body(Body::from(form.to_owned())).unwrap()).await;
        self.keep_cookies(&reply);
        reply
    }

    fn keep_cookies(&mut self, reply: &Reply) {
        for line in reply.headers.get_all("set-cookie") {
            let line = line.to_str().unwrap();
            let (pair, attributes) = line.split_once(';').unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            if attributes.contains("Max-Age=0;") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
    }

    /// Signs in by password and returns the id of the new session.
    pub(crate) async fn sign_in(&mut self, address: &str) -> String {
        let form = format!("identifier={}&password={PASSWORD}", address.replace('+', "%2B"));
        let body = self.post("/v1/client/sign_ins", &form).await.ok();
        assert_eq!(body["response"]["status"], "complete");
        body["response"]["created_session_id"].as_str().unwrap().to_owned()
    }

    /// The client as `GET /v1/client` shows it.
    pub(crate) async fn client(&mut self) -> Value {
        self.get("/v1/client").await.ok()["response"].clone()
    }
}
