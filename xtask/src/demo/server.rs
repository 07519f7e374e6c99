//! A small static server: `www/` at `/`, the package at `/pkg/`, and the page's configuration.

use std::fs;
use std::path::{Component, Path, PathBuf};
use std::thread;

use anyhow::{Result, anyhow, bail};
use tiny_http::{Header, Request, Response, Server};

use crate::workspace::Workspace;

/// The running site.
#[derive(Debug)]
pub(crate) struct Site {
    /// Where a browser finds it.
    pub(crate) url: String,
}

struct Folders {
    www: PathBuf,
    pkg: PathBuf,
    config: String,
}

impl Site {
    /// Serves on the port, or on a free one when that is taken, until the process ends.
    pub(crate) fn serve(workspace: &Workspace, port: u16, config: String) -> Result<Self> {
        let folders = Folders { www: workspace.path("www"), pkg: workspace.pkg(), config };
        if !folders.www.join("index.html").is_file() {
            bail!("www/index.html is missing, and it is the page to show");
        }
        let server = Server::http(("127.0.0.1", port))
            .or_else(|_| Server::http(("127.0.0.1", 0)))
            .map_err(|cause| anyhow!("no port can be listened on: {cause}"))?;
        let address = server.server_addr().to_ip().ok_or_else(|| anyhow!("the server has no IP address"))?;
        thread::spawn(move || server.incoming_requests().for_each(|request| folders.answer(request)));
        Ok(Self { url: format!("http://localhost:{}/", address.port()) })
    }
}

impl Folders {
    fn answer(&self, request: Request) {
        let path = request.url().split(['?', '#']).next().unwrap_or_default().to_owned();
        let (status, kind, body) = if path == "/config.json" {
            (200, "application/json", self.config.clone().into_bytes())
        } else {
            match self.file(&path).and_then(|file| fs::read(&file).ok().map(|body| (media_type(&file), body)))
            {
                Some((kind, body)) => (200, kind, body),
                None => (404, "text/plain; charset=utf-8", format!("no such file: {path}\n").into_bytes()),
            }
        };
        let mut response = Response::from_data(body).with_status_code(status);
        // What was built a moment ago must not hide behind what was cached before.
        for (name, value) in [("Content-Type", kind), ("Cache-Control", "no-store")] {
            if let Ok(header) = Header::from_bytes(name, value) {
                response.add_header(header);
            }
        }
        // A browser that went away is no error.
        let _ = request.respond(response);
    }

    /// The file behind a URL path; nothing outside of the two folders.
    fn file(&self, path: &str) -> Option<PathBuf> {
        let (folder, rest) = match path.strip_prefix("/pkg/") {
            Some(rest) => (&self.pkg, rest),
            None => (&self.www, path.strip_prefix('/')?),
        };
        let plain = Path::new(rest).components().all(|part| matches!(part, Component::Normal(_)));
        let file = if rest.is_empty() || rest.ends_with('/') {
            folder.join(rest).join("index.html")
        } else {
            folder.join(rest)
        };
        plain.then_some(file)
    }
}

fn media_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json" | "map") => "application/json",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folders() -> Folders {
        Folders { www: "w".into(), pkg: "p".into(), config: String::new() }
    }

    #[test]
    fn paths_lead_into_the_two_folders_only() {
        assert_eq!(folders().file("/"), Some("w/index.html".into()));
        assert_eq!(folders().file("/js/app.js"), Some("w/js/app.js".into()));
        assert_eq!(folders().file("/pkg/slim.js"), Some("p/slim.js".into()));
        assert_eq!(folders().file("/../Cargo.toml"), None);
        assert_eq!(folders().file("/pkg//etc/passwd"), None);
    }

    #[test]
    fn wasm_is_served_as_wasm() {
        assert_eq!(media_type(Path::new("a.wasm")), "application/wasm");
    }
}
