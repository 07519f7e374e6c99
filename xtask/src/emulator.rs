//! The emulator as a child process.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::{fs, thread};

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::workspace::Workspace;
use crate::{fresh, process};

const READY: &str = "listening on http://127.0.0.1:";

const PROGRAM: &str = "clerk-fapi-emulator";
/// What it is made of, relative to the checkout.
const SOURCES: [&str; 5] =
    ["emulator/src", "emulator/Cargo.toml", "Cargo.toml", "Cargo.lock", "rust-toolchain.toml"];

/// Whether it was compiled since its sources changed.
pub(crate) fn is_fresh(workspace: &Workspace) -> bool {
    program(workspace).is_file() && fresh::is_younger(workspace, &stamp(workspace), &SOURCES)
}

/// Compiles it without optimisation, which is the faster way to a first page.
pub(crate) fn compile(workspace: &Workspace) -> Result<()> {
    process::compile(workspace, &[PROGRAM])?;
    // Cargo does not touch a program whose sources were only saved again.
    let stamp = stamp(workspace);
    fs::write(&stamp, "").with_context(|| format!("cannot write {}", stamp.display()))
}

fn stamp(workspace: &Workspace) -> PathBuf {
    program(workspace).with_extension("made")
}

/// Where it lies.
pub(crate) fn program(workspace: &Workspace) -> PathBuf {
    workspace.program(PROGRAM)
}

/// A running `clerk-fapi-emulator`; it is stopped when this is dropped.
#[derive(Debug)]
pub(crate) struct Emulator {
    child: Child,
    /// Its address as the page knows it: of the page's own site, so that cookies are not third-party ones.
    pub(crate) url: String,
}

impl Emulator {
    /// Starts it on a free port.
    pub(crate) fn start(workspace: &Workspace) -> Result<Self> {
        let mut child = Command::new(program(workspace))
            .args(["--port", "0"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .context("the emulator cannot be started")?;
        let output = child.stdout.take().context("the emulator has no output")?;
        // Owned from here on, so that it is stopped whatever happens next.
        let mut emulator = Self { child, url: String::new() };
        let mut lines = BufReader::new(output).lines().map_while(Result::ok);
        let Some(port) = lines.find_map(|line| port_in(&line)) else {
            bail!("the emulator ended without saying `{READY}PORT`");
        };
        emulator.url = format!("http://localhost:{port}");
        // Read on, lest the emulator blocks on a full pipe.
        thread::spawn(move || lines.for_each(drop));
        Ok(emulator)
    }

    /// Posts to one of its control routes. By hand, as this is the only request that xtask makes.
    pub(crate) fn control(&self, route: &str, body: &Value) -> Result<Value> {
        let host = self.url.trim_start_matches("http://");
        let body = body.to_string();
        let length = body.len();
        let mut connection = TcpStream::connect(host).context("the emulator does not answer")?;
        write!(
            connection,
            "POST /_emulator/{route} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\
             Content-Type: application/json\r\nContent-Length: {length}\r\n\r\n{body}"
        )?;
        let mut answer = String::new();
        connection.read_to_string(&mut answer)?;
        match answer.split_once("\r\n\r\n") {
            Some((head, body)) if head.starts_with("HTTP/1.1 200") => Ok(serde_json::from_str(body)?),
            _ => bail!("the emulator refused {route}: {answer}"),
        }
    }

    /// Fails when the emulator has ended.
    pub(crate) fn check_alive(&mut self) -> Result<()> {
        if let Some(status) = self.child.try_wait()? {
            bail!("the emulator has stopped ({status}); its last words stand above");
        }
        Ok(())
    }
}

impl Drop for Emulator {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn port_in(line: &str) -> Option<u16> {
    let (_, rest) = line.split_once(READY)?;
    rest.split(|char: char| !char.is_ascii_digit()).next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_port_is_read_out_of_the_ready_line() {
        assert_eq!(port_in("listening on http://127.0.0.1:4711"), Some(4711));
        assert_eq!(port_in("emulator listening on http://127.0.0.1:80/v1"), Some(80));
        assert_eq!(port_in("starting"), None);
    }
}
