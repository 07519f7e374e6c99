//! `cargo xtask demo`: the demo page on the built package, with the emulator behind it.

mod people;
mod server;

use std::env;
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use clap::Args;
use serde_json::json;

use self::server::Site;
use crate::emulator::Emulator;
use crate::process::Run;
use crate::tools::fresh_folder;
use crate::workspace::Workspace;
use crate::{browser, build};

/// Keys that name no real instance; with a proxy URL the host inside is never asked.
const TEST_KEY: &str = "pk_test_Y2xlcmstd2FzbS1kZW1vLTQyLmNsZXJrLmFjY291bnRzLmRldiQ";
const LIVE_KEY: &str = "pk_live_Y2xlcmsuY2xlcmstd2FzbS5leGFtcGxlJA";

/// The options of `cargo xtask demo`.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// The page's port; a free one is taken when it is in use.
    #[arg(long, default_value_t = 4600)]
    port: u16,
    /// The key to run the emulator's page with: `test` (development), `live` (production), or a whole key.
    #[arg(long, default_value = "test")]
    key: String,
    /// Drive the page in headless Chromium, save screenshots in target/demo, and exit 0 or 1.
    #[arg(long)]
    check: bool,
}

impl Options {
    /// What the tests run: `cargo xtask demo --check`.
    pub(crate) fn check() -> Self {
        Self { port: 0, key: "test".to_owned(), check: true }
    }
}

/// Builds, serves, and either waits for Ctrl-C or checks the page.
pub(crate) fn run(workspace: &Workspace, options: &Options) -> Result<()> {
    build::ensure(workspace, false)?;
    let real_key = env::var("CLERK_PUBLISHABLE_KEY").ok().filter(|key| !key.is_empty());
    let mut emulator = match real_key {
        Some(_) => None,
        None => Some(Emulator::start(workspace)?),
    };
    let api = emulator.as_ref().map(|emulator| emulator.url.clone());
    let key = real_key.unwrap_or_else(|| publishable_key(&options.key));
    let people = emulator.as_ref().map(people::seed).transpose()?;
    let config = json!({ "publishableKey": key, "proxyUrl": api, "emulator": api, "people": people });
    let site = Site::serve(workspace, options.port, config.to_string())?;
    if options.check {
        return check(workspace, &site.url, api.as_deref());
    }
    match &api {
        Some(api) => println!("The emulator listens on {api}."),
        None => println!("The page talks to the real instance of CLERK_PUBLISHABLE_KEY."),
    }
    println!("The demo is on {}   (Ctrl-C stops it)", site.url);
    open(&site.url);
    wait(emulator.as_mut())
}

fn publishable_key(choice: &str) -> String {
    match choice {
        "test" => TEST_KEY.to_owned(),
        "live" => LIVE_KEY.to_owned(),
        whole => whole.to_owned(),
    }
}

fn check(workspace: &Workspace, page: &str, api: Option<&str>) -> Result<()> {
    let chromium = browser::headless()?;
    let screenshots = workspace.target.join("demo");
    fresh_folder(&screenshots)?;
    let script = workspace.path("tests/js/e2e/demo.mjs");
    if !script.is_file() {
        bail!("{} is missing, and it is what drives the page", workspace.show(&script));
    }
    println!("  driving {page} in {}", chromium.display());
    let outcome = Command::new("node")
        .arg(&script)
        .current_dir(workspace.npm_project())
        .env("DEMO_URL", page)
        .env("EMULATOR_URL", api.unwrap_or_default())
        .env("SCREENSHOT_DIR", &screenshots)
        .env("CHROMIUM", &chromium)
        .stream();
    println!("Screenshots are in {}.", workspace.show(&screenshots));
    outcome.context("the demo page does not do what it should; look at the screenshots")
}

/// Blocks until Ctrl-C, or until the emulator dies on its own.
fn wait(mut emulator: Option<&mut Emulator>) -> Result<()> {
    let (stop, stopped) = mpsc::channel();
    ctrlc::set_handler(move || {
        let _ = stop.send(());
    })
    .context("Ctrl-C cannot be listened to")?;
    while stopped.recv_timeout(Duration::from_millis(300)).is_err() {
        if let Some(emulator) = &mut emulator {
            emulator.check_alive()?;
        }
    }
    println!("\nStopped.");
    Ok(())
}

/// Opens the page where there is someone to look at it. That it fails is no matter: the address is printed.
fn open(url: &str) {
    let display = env::var_os("DISPLAY").or_else(|| env::var_os("WAYLAND_DISPLAY")).is_some();
    if env::var_os("CI").is_some() || (cfg!(target_os = "linux") && !display) {
        return;
    }
    let mut command = if cfg!(windows) {
        let mut command = Command::new("cmd");
        command.args(["/C", "start", ""]);
        command
    } else {
        Command::new(if cfg!(target_os = "macos") { "open" } else { "xdg-open" })
    };
    let _ = command.arg(url).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_chosen_by_kind_or_given_whole() {
        assert!(publishable_key("test").starts_with("pk_test_"));
        assert!(publishable_key("live").starts_with("pk_live_"));
        assert_eq!(publishable_key("pk_test_abc"), "pk_test_abc");
    }
}
