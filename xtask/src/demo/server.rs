//! A small static server: `www/` at `/`, the package at `/pkg/`, and the page's configuration. Until there is one, `/` is a page that
//! shows how far the set-up is.

use std::net::TcpListener;
use std::path::Path;
use std::sync::{Arc, OnceLock};
use std::thread;

use anyhow::{Context, Result, bail};
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, HeaderValue};
use axum::middleware::{self, Next};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use serde_json::json;
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

use crate::jobs::Progress;
use crate::workspace::Workspace;

/// What `/` is until the demo can be shown.
const BUILDING: &str = include_str!("building.html");

/// The running site.
#[derive(Debug)]
pub(crate) struct Site {
    /// Where a browser finds it.
    pub(crate) url: String,
    config: Config,
}

/// The page's configuration, as soon as there is one.
type Config = Arc<OnceLock<String>>;

impl Site {
    /// Serves on the port, or on a free one when that is taken, until the process ends. At first it shows `progress`.
    pub(crate) fn serve(workspace: &Workspace, port: u16, progress: Progress) -> Result<Self> {
        let www = workspace.path("www");
        if !www.join("index.html").is_file() {
            bail!("www/index.html is missing, and it is the page to show");
        }
        let listener = TcpListener::bind(("127.0.0.1", port))
            .or_else(|_| TcpListener::bind(("127.0.0.1", 0)))
            .context("no port can be listened on")?;
        Self::on(listener, &www, &workspace.pkg(), progress)
    }

    /// From here on it shows the demo.
    pub(crate) fn show(&self, config: String) {
        // A second one would be for another page: the first stays.
        let _ = self.config.set(config);
    }

    fn on(listener: TcpListener, www: &Path, pkg: &Path, progress: Progress) -> Result<Self> {
        let config = Config::default();
        let routes = routes(www, pkg, &config, progress);
        let port = listener.local_addr()?.port();
        listener.set_nonblocking(true)?;
        let runtime = tokio::runtime::Runtime::new().context("the server's threads cannot be started")?;
        thread::spawn(move || {
            runtime
                .block_on(async { axum::serve(tokio::net::TcpListener::from_std(listener)?, routes).await })
        });
        Ok(Self { url: format!("http://localhost:{port}/"), config })
    }
}

fn routes(www: &Path, pkg: &Path, config: &Config, progress: Progress) -> Router {
    let shown = Arc::clone(config);
    let far =
        move || async move { Json(json!({ "isReady": shown.get().is_some(), "jobs": progress.json() })) };
    Router::new()
        .nest_service("/pkg", ServeDir::new(pkg))
        .fallback_service(ServeDir::new(www))
        .layer(middleware::from_fn_with_state(Arc::clone(config), unless_ready))
        .route("/config.json", get(configuration).with_state(Arc::clone(config)))
        .route("/progress.json", get(far))
        // What was built a moment ago must not hide behind what was cached before.
        .layer(SetResponseHeaderLayer::overriding(CACHE_CONTROL, HeaderValue::from_static("no-store")))
}

async fn configuration(State(config): State<Config>) -> Response {
    match config.get() {
        Some(config) => ([(CONTENT_TYPE, "application/json")], config.clone()).into_response(),
        None => StatusCode::SERVICE_UNAVAILABLE.into_response(),
    }
}

async fn unless_ready(State(config): State<Config>, request: Request, next: Next) -> Response {
    let is_page = matches!(request.uri().path(), "/" | "/index.html");
    if is_page && config.get().is_none() {
        return Html(BUILDING).into_response();
    }
    next.run(request).await
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::io::{Read, Write};
    use std::net::TcpStream;
    use std::time::Duration;

    use tempfile::TempDir;

    use super::*;

    /// A site of two small folders that shows the demo; gives its port.
    fn port_of_a_site() -> (TempDir, u16) {
        let (folder, site, port) = a_site();
        site.show("{}".to_owned());
        (folder, port)
    }

    /// A site of two small folders that has nothing to show yet, and its port.
    fn a_site() -> (TempDir, Site, u16) {
        let folder = tempfile::tempdir().expect("a folder");
        for (file, text) in
            [("www/index.html", ""), ("www/js/app.js", "app"), ("pkg/a.wasm", ""), ("out.txt", "")]
        {
            let path = folder.path().join(file);
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            fs::write(path, text).expect("a file");
        }
        let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a port");
        let site =
            Site::on(listener, &folder.path().join("www"), &folder.path().join("pkg"), Progress::default());
        let site = site.expect("a site");
        let port = site.url.trim_end_matches('/').rsplit(':').next().and_then(|port| port.parse().ok());
        (folder, site, port.expect("a port"))
    }

    /// Asks and leaves the connection open, as a browser does.
    fn ask(port: u16, path: &str) -> (TcpStream, String) {
        let mut connection = TcpStream::connect(("127.0.0.1", port)).expect("a connection");
        connection.set_read_timeout(Some(Duration::from_secs(10))).expect("a limit");
        write!(connection, "GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n").expect("a request");
        let mut answer = vec![0; 1024];
        let length = connection.read(&mut answer).expect("an answer within 10 s");
        answer.truncate(length);
        (connection, String::from_utf8_lossy(&answer).into_owned())
    }

    #[test]
    fn paths_lead_into_the_two_folders_only() {
        let (_folder, port) = port_of_a_site();
        for inside in ["/", "/js/app.js", "/pkg/a.wasm"] {
            assert!(ask(port, inside).1.starts_with("HTTP/1.1 200"), "{inside}");
        }
        for outside in
            ["/../out.txt", "/pkg//etc/passwd", "/%2e%2e/out.txt", "/..%2fout.txt", "/pkg/../../out.txt"]
        {
            assert!(ask(port, outside).1.starts_with("HTTP/1.1 404"), "{outside}");
        }
    }

    #[test]
    fn the_page_shows_what_is_being_done_until_the_demo_is_there() {
        let (_folder, site, port) = a_site();
        for page in ["/", "/index.html"] {
            assert!(ask(port, page).1.contains("being built"), "{page}");
        }
        assert!(ask(port, "/config.json").1.starts_with("HTTP/1.1 503"));
        assert!(ask(port, "/progress.json").1.ends_with("{\"isReady\":false,\"jobs\":[]}"));
        site.show("{}".to_owned());
        assert!(ask(port, "/progress.json").1.contains("\"isReady\":true"));
        assert!(!ask(port, "/").1.contains("being built"));
        assert!(ask(port, "/config.json").1.ends_with("{}"));
    }

    #[test]
    fn nothing_is_cached_and_the_configuration_is_json() {
        let (_folder, port) = port_of_a_site();
        let answer = ask(port, "/config.json").1.to_lowercase();
        assert!(
            answer.contains("cache-control: no-store") && answer.contains("content-type: application/json")
        );
    }

    #[test]
    fn wasm_is_served_as_wasm() {
        let (_folder, port) = port_of_a_site();
        let answer = ask(port, "/pkg/a.wasm").1.to_lowercase();
        assert!(answer.contains("content-type: application/wasm\r\n"), "{answer}");
    }

    /// A browser opens many connections at once and keeps them; a server with a thread for each
    /// once left one of them waiting for the others to end, and the page never finished loading.
    #[test]
    fn connections_that_stay_open_keep_no_other_waiting() {
        let (_folder, port) = port_of_a_site();
        let askers: Vec<_> = (0..200).map(|_| thread::spawn(move || ask(port, "/"))).collect();
        let open: Vec<_> = askers.into_iter().map(|asker| asker.join().expect("an answer")).collect();
        assert!(open.iter().all(|(_, answer)| answer.starts_with("HTTP/1.1 200")));
    }
}
