//! The command `clerk-fapi-emulator`.

use std::error::Error;
use std::io::Write;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use clerk_fapi_emulator::{Emulator, serve};
use tokio::net::TcpListener;
use tracing_subscriber::EnvFilter;

/// The publishable keys of hosts that clerk-js takes for a development and a production instance.
const DEVELOPMENT_KEY: &str = "pk_test_Y2xlcmstZW11bGF0b3IuYWNjb3VudHMuZGV2JA";
const PRODUCTION_KEY: &str = "pk_live_Y2xlcmsuZXhhbXBsZS5jb20k";

/// A seed to copy from the summary.
const SEED_EXAMPLE: &str = r#"{"users":[{"email_address":"ada@example.com","password":"correct-horse"}]}"#;

/// A local Clerk Frontend API: no account, no network.
#[derive(Debug, Parser)]
#[command(version)]
struct Arguments {
    /// Port to listen on; 0 picks a free one
    #[arg(long, default_value_t = 4700)]
    port: u16,
    /// Address to listen on
    #[arg(long, default_value = "127.0.0.1")]
    host: String,
    /// SQLite file that keeps users, sessions, settings and the key; without it they are
    /// forgotten at the end
    #[arg(long, value_name = "FILE")]
    data: Option<PathBuf>,
    /// What to log, as in RUST_LOG (which wins): off, info, debug, …
    #[arg(long, default_value = "warn", value_name = "FILTER")]
    log: String,
}

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            // Nothing more can be done when even this cannot be written.
            let _ = writeln!(std::io::stderr(), "clerk-fapi-emulator: {reason}");
            ExitCode::FAILURE
        }
    }
}

#[tokio::main]
async fn run(arguments: &Arguments) -> Result<(), Box<dyn Error>> {
    start_log(&arguments.log)?;
    let emulator = match &arguments.data {
        Some(path) => Emulator::open(path)?,
        None => Emulator::in_memory()?,
    };
    let wanted = (arguments.host.as_str(), arguments.port);
    let listener = TcpListener::bind(wanted).await.map_err(|error| {
        format!(
            "cannot listen on {}:{}: {error} (another port: --port, any free one: --port 0)",
            arguments.host, arguments.port
        )
    })?;
    let address = listener.local_addr()?;
    let stop = stop_signal()?;
    // A script may have read the first line and closed the pipe: that is no reason to stop.
    let _ = write_summary(address, &emulator);
    Ok(serve(emulator, listener, stop).await?)
}

/// Resolves when the user or the system asks the process to end. The handlers are in place when
/// this returns, so nobody who has read the summary can be too early.
#[cfg(unix)]
fn stop_signal() -> std::io::Result<impl Future<Output = ()> + Send + 'static> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut terminate = signal(SignalKind::terminate())?;
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    })
}

/// Resolves on Ctrl-C.
#[cfg(windows)]
fn stop_signal() -> std::io::Result<impl Future<Output = ()> + Send + 'static> {
    let mut interrupt = tokio::signal::windows::ctrl_c()?;
    Ok(async move {
        interrupt.recv().await;
    })
}

fn start_log(filter: &str) -> Result<(), Box<dyn Error>> {
    let filter = match std::env::var("RUST_LOG") {
        Ok(from_environment) => EnvFilter::try_new(from_environment),
        Err(_) => EnvFilter::try_new(filter),
    }
    .map_err(|error| format!("cannot understand the log filter: {error}"))?;
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
    Ok(())
}

/// Scripts wait for the line `listening on`, so it comes first and does not change.
fn write_summary(address: SocketAddr, emulator: &Emulator) -> std::io::Result<()> {
    // Cookies go by the name of the host, and pages under development are on localhost.
    let url = match address.ip().is_loopback() {
        true => format!("http://localhost:{}", address.port()),
        false => format!("http://{address}"),
    };
    let storage = emulator.describe_storage();
    let mut out = std::io::stdout().lock();
    writeln!(
        out,
        "listening on http://{address}

  A local Clerk Frontend API. Data: {storage}

  new Clerk(publishableKey, {{ proxyUrl: '{url}' }})
    development  {DEVELOPMENT_KEY}
    production   {PRODUCTION_KEY}

  Control      {url}/_emulator/
    a user       curl {url}/_emulator/seed -d '{SEED_EXAMPLE}'
    codes        curl {url}/_emulator/outbox
    time         curl {url}/_emulator/clock -d '{{\"advance_ms\":60000}}'
    start over   curl -X POST {url}/_emulator/reset

  Ctrl-C stops it.",
    )?;
    out.flush()
}
