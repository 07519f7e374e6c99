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
use crate::jobs::Progress;
use crate::process::{Run, fresh_folder};
use crate::report::say;
use crate::set_up::{self, Need, browser};
use crate::workspace::Workspace;

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
    /// What the page needs, and what drives it.
    fn needs(&self) -> Vec<Need> {
        let mut needs = vec![Need::Package];
        if real_key().is_none() {
            needs.push(Need::Emulator);
        }
        if self.check {
            needs.extend([Need::NpmPackages, Need::HeadlessChromium]);
        }
        needs
    }
}

/// Serves, and either waits for Ctrl-C or checks the page. Until all is there that the page needs, its address shows what is
/// being done.
pub(crate) fn run(workspace: &Workspace, options: &Options) -> Result<()> {
    let needs = options.needs();
    if options.check {
        set_up::set_up(workspace, &needs)?;
        return Stage::open(workspace, &options.key)?.check(workspace, &[]);
    }
    let progress = Progress::default();
    let site = Site::serve(workspace, options.port, progress.clone())?;
    open(&site.url);
    let missing = set_up::missing(workspace, &needs)?;
    if !missing.is_empty() {
        say!("The demo will be on {}, which shows until then how far it is.", site.url);
        set_up::get(workspace, missing, &progress)?;
    }
    let mut stage = Stage::on(site, workspace, &options.key)?;
    match &stage.emulator {
        Some(emulator) => say!("The emulator listens on {}.", emulator.url),
        None => say!("The page talks to the real instance of CLERK_PUBLISHABLE_KEY."),
    }
    say!("The demo is on {}   (Ctrl-C stops it)", stage.site.url);
    wait(stage.emulator.as_mut())
}

/// What `cargo xtask test e2e` runs; `parts` are the names of those parts of the visit that are to be looked at.
pub(crate) fn check(workspace: &Workspace, parts: &[String]) -> Result<()> {
    Stage::open(workspace, "test")?.check(workspace, parts)
}

/// The page, and the emulator behind it unless it talks to a real instance.
struct Stage {
    emulator: Option<Emulator>,
    site: Site,
}

impl Stage {
    fn open(workspace: &Workspace, key: &str) -> Result<Self> {
        Self::on(Site::serve(workspace, 0, Progress::default())?, workspace, key)
    }

    /// Puts the page where `site` shows how far it is.
    fn on(site: Site, workspace: &Workspace, key: &str) -> Result<Self> {
        let real_key = real_key();
        let emulator = match real_key {
            Some(_) => None,
            None => Some(Emulator::start(workspace)?),
        };
        let api = emulator.as_ref().map(|emulator| &emulator.url);
        let key = real_key.unwrap_or_else(|| publishable_key(key));
        let people = emulator.as_ref().map(people::seed).transpose()?;
        let config = json!({ "publishableKey": key, "proxyUrl": api, "emulator": api, "people": people });
        site.show(config.to_string());
        Ok(Self { emulator, site })
    }

    fn check(&self, workspace: &Workspace, parts: &[String]) -> Result<()> {
        let (page, api) = (&self.site.url, self.emulator.as_ref().map(|emulator| emulator.url.as_str()));
        let chromium = browser::headless()?;
        let screenshots = workspace.target.join("demo");
        fresh_folder(&screenshots)?;
        let script = workspace.path("tests/js/e2e/demo.mjs");
        if !script.is_file() {
            bail!("{} is missing, and it is what drives the page", workspace.show(&script));
        }
        say!("  driving {page} in {}", chromium.display());
        let outcome = Command::new("node")
            .arg(&script)
            .args(parts)
            .current_dir(workspace.npm_project())
            .env("DEMO_URL", page)
            .env("EMULATOR_URL", api.unwrap_or_default())
            .env("SCREENSHOT_DIR", &screenshots)
            .env("CHROMIUM", &chromium)
            .stream();
        say!("Screenshots are in {}.", workspace.show(&screenshots));
        outcome.context("the demo page does not do what it should; look at the screenshots")
    }
}

fn real_key() -> Option<String> {
    env::var("CLERK_PUBLISHABLE_KEY").ok().filter(|key| !key.is_empty())
}

fn publishable_key(choice: &str) -> String {
    match choice {
        "test" => TEST_KEY.to_owned(),
        "live" => LIVE_KEY.to_owned(),
        whole => whole.to_owned(),
    }
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
    say!("\nStopped.");
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
