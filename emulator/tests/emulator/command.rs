//! The command, as somebody would start it.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};

struct Running {
    child: Child,
    address: String,
}

impl Running {
    fn start(arguments: &[&str]) -> Self {
        let mut child = command(arguments).stdout(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
        let address = line.trim().strip_prefix("listening on http://").unwrap().to_owned();
        Self { child, address }
    }

    /// Sends a request in HTTP/1.1 and reads until the other side closes.
    fn send(&self, head: &str, body: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        let length = body.len();
        write!(
            stream,
            "{head} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: {length}\r\n\r\n{body}"
        )
        .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_clerk-fapi-emulator"));
    command.args(arguments).env_remove("RUST_LOG");
    command
}

fn failure(arguments: &[&str]) -> String {
    let output = command(arguments).output().unwrap();
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    String::from_utf8(output.stderr).unwrap()
}

#[test]
fn a_free_port_is_picked_and_printed() {
    let running = Running::start(&["--port", "0"]);
    let answer = running.send("GET /v1/client", "");
    assert!(answer.starts_with("HTTP/1.1 200 OK"), "{answer}");
    assert!(answer.ends_with("{\"response\":null,\"client\":null}"), "{answer}");
}

#[test]
fn a_cut_connection_gives_no_answer() {
    let running = Running::start(&["--port", "0"]);
    let fault = "{\"path\":\"/v1/client\",\"disconnect\":true,\"times\":1}";
    assert!(running.send("POST /_emulator/faults", fault).contains("201 Created"));
    assert_eq!(running.send("GET /v1/client", ""), "\0");
    assert!(running.send("GET /v1/client", "").contains("200 OK"));
}

#[test]
fn a_port_in_use_is_explained() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let text = failure(&["--port", &port]);
    assert!(text.contains(&port) && text.contains("--port 0"), "{text}");
}

#[test]
fn a_bad_data_file_is_explained() {
    let directory = tempfile::tempdir().unwrap();
    let text = failure(&["--port", "0", "--data", directory.path().to_str().unwrap()]);
    assert!(text.contains("cannot use the data file"), "{text}");
}

#[test]
fn a_bad_log_filter_is_explained() {
    assert!(failure(&["--port", "0", "--log", "a=b=c"]).contains("log filter"));
}

#[cfg(unix)]
#[test]
fn an_interrupt_ends_it_well() {
    let mut running = Running::start(&["--port", "0"]);
    let pid = running.child.id().to_string();
    assert!(Command::new("kill").args(["-INT", &pid]).status().unwrap().success());
    assert!(running.child.wait().unwrap().success());
}
