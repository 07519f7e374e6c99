//! Who is asking, as far as the request itself tells.

use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::header::{COOKIE, HOST, HeaderName, ORIGIN};
use axum::http::request::Parts;

use super::params::Params;
use crate::error::ApiError;
use crate::random::Random;

/// The cookie that identifies a production browser.
pub(crate) const CLIENT_COOKIE: &str = "__client";

/// Names under which a development browser sends its token: clerk-js's, and the published one.
const DEV_BROWSER_PARAMS: [&str; 2] = ["__clerk_db_jwt", "__dev_session"];

/// Where clerk-js keeps that token on the page's own host.
const DEV_BROWSER_COOKIE: &str = "__clerk_db_jwt";

/// Which kind of instance the caller sees.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Instance {
    /// Identified by the token of a development browser.
    Development { dev_browser: String },
    /// Identified by the `__client` cookie, if the browser has one.
    Production { cookie: Option<String> },
}

/// The sender of a request.
#[derive(Debug, Clone)]
pub(crate) struct Caller {
    pub(crate) instance: Instance,
    /// The development browser of the page that a browser comes from by a navigation: it sends the page's cookies along
    /// where page and emulator are on one host.
    pub(crate) dev_browser_cookie: Option<String>,
    /// The session that the page says it is about.
    pub(crate) session_id: Option<String>,
    /// The page's origin.
    pub(crate) origin: Option<String>,
    /// The address that the request was sent to, without a trailing slash.
    pub(crate) base_url: String,
    /// What is drawn for the request comes from here.
    pub(crate) random: Random,
}

impl Caller {
    /// Did the request come by https, perhaps through a proxy?
    pub(crate) fn is_secure(&self) -> bool {
        self.base_url.starts_with("https:")
    }
}

impl<S: Sync> FromRequestParts<S> for Caller {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, ApiError> {
        let query = parts.extensions.get::<Params>().cloned();
        let query = query.unwrap_or_default();
        if query.flag("_is_native")? {
            return Err(ApiError::native_api_disabled());
        }
        let mut instance = Instance::Production { cookie: cookie(&parts.headers, CLIENT_COOKIE) };
        for param in DEV_BROWSER_PARAMS {
            if let Some(token) = query.filled(param)? {
                let dev_browser = token.to_owned();
                instance = Instance::Development { dev_browser };
            }
        }
        Ok(Self {
            instance,
            dev_browser_cookie: cookie(&parts.headers, DEV_BROWSER_COOKIE),
            session_id: query.filled("_clerk_session_id")?.map(str::to_owned),
            origin: header(&parts.headers, &ORIGIN).filter(|origin| origin != "null"),
            base_url: base_url(&parts.headers),
            random: parts.extensions.get::<Random>().cloned().unwrap_or_default(),
        })
    }
}

fn header(headers: &HeaderMap, name: &HeaderName) -> Option<String> {
    headers.get(name)?.to_str().ok().map(str::to_owned)
}

fn base_url(headers: &HeaderMap) -> String {
    let forwarded = header(headers, &HeaderName::from_static("x-forwarded-proto"));
    let scheme = match forwarded.as_deref() {
        Some("https") => "https",
        _ => "http",
    };
    let host = header(headers, &HOST).unwrap_or_else(|| "localhost".to_owned());
    format!("{scheme}://{host}")
}

/// The value of a cookie; the first one wins when a browser sends two of one name.
fn cookie(headers: &HeaderMap, name: &str) -> Option<String> {
    cookies(headers).find(|(given, _)| *given == name).map(|(_, value)| value.to_owned())
}

/// All cookies of a request.
pub(crate) fn cookies(headers: &HeaderMap) -> impl Iterator<Item = (&str, &str)> {
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
}
