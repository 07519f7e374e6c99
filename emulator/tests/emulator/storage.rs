//! The data file: what survives a restart, and what must never be lost.

use std::fs;
use std::path::{Path, PathBuf};

use axum::Router;
use clerk_fapi_emulator::{Emulator, app};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::support::{Browser, advance_clock, change_settings, control, latest_code, seed};

fn place() -> (TempDir, PathBuf) {
    let directory = tempfile::tempdir().unwrap();
    let file = directory.path().join("emulator.db");
    (directory, file)
}

fn start(file: &Path) -> Router {
    app(Emulator::open(file).unwrap())
}

#[tokio::test]
async fn everything_survives_a_restart() {
    let (_directory, file) = place();
    let mut browser = Browser::production(&start(&file));
    seed(&browser.app, &["ada@example.com", "bob@example.com"]).await;
    change_settings(&browser.app, json!({ "token_lifetime_s": 99 })).await;
    advance_clock(&browser.app, 5_000).await;
    let session = browser.sign_in("ada@example.com").await;
    let form = "strategy=email_code&identifier=bob@example.com";
    let attempt = browser.post("/v1/client/sign_ins", form).await.ok()["response"]["id"].clone();
    browser.post("/v1/client/sign_ups", "email_address=eve@example.com").await.ok();
    let mut developer = Browser::development(&browser.app).await;
    developer.sign_in("bob@example.com").await;
    let organization = json!({ "name": "Acme", "members": [{ "user": "ada@example.com" }] });
    let seed =
        json!({ "organizations": [organization], "settings": { "organizations": { "enabled": true } } });
    control(&browser.app, "POST", "seed", seed).await;
    let (before, jwks) = (browser.client().await, browser.get("/.well-known/jwks.json").await.ok());

    browser.app = Router::new();
    developer.app = Router::new();
    browser.app = start(&file);
    developer.app = browser.app.clone();

    let after = browser.client().await;
    for field in ["id", "sign_in", "sign_up", "last_active_session_id", "cookie_expires_at", "created_at"] {
        assert_eq!(after[field], before[field], "{field}");
    }
    assert_eq!(after["sessions"][0]["id"], json!(session));
    let memberships = |client: &Value| client["sessions"][0]["user"]["organization_memberships"].clone();
    assert_eq!(memberships(&after)[0]["organization"]["slug"], "acme");
    assert_eq!(memberships(&after), memberships(&before));
    assert_eq!(browser.get("/.well-known/jwks.json").await.ok(), jwks);
    assert_eq!(control(&browser.app, "GET", "settings", Value::Null).await["token_lifetime_s"], 99);
    assert_eq!(control(&browser.app, "GET", "clock", Value::Null).await["offset_ms"], 5_000);
    assert!(developer.client().await.is_object());
    let code = latest_code(&browser.app).await;
    let path = format!("/v1/client/sign_ins/{}/attempt_first_factor", attempt.as_str().unwrap());
    browser.post(&path, &format!("strategy=email_code&code={code}")).await.ok();
}

#[tokio::test]
async fn a_frozen_clock_stays_frozen_and_a_seed_is_forgotten() {
    let (_directory, file) = place();
    let ids = |made: &Value| made["users"][0]["id"].clone();
    let one_user = json!({ "users": [{ "email_address": "ada@example.com" }] });
    let app = start(&file);
    control(&app, "POST", "reset", json!({ "random_seed": 7 })).await;
    control(&app, "POST", "clock", json!({ "now_ms": 5_000, "frozen": true })).await;
    let before = control(&app, "POST", "seed", one_user).await;
    drop(app);
    let app = start(&file);
    assert_eq!(control(&app, "GET", "clock", Value::Null).await["now_ms"], 5_000);
    // The same identifiers again would take the places of those that the file holds.
    let other_user = json!({ "users": [{ "email_address": "bob@example.com" }] });
    assert_ne!(ids(&control(&app, "POST", "seed", other_user).await), ids(&before));
}

#[tokio::test]
async fn a_clock_saved_by_an_older_version_is_read() {
    let (_directory, file) = place();
    drop(start(&file));
    let connection = rusqlite::Connection::open(&file).unwrap();
    let clock = "INSERT INTO documents VALUES ('clock', 'current', '{\"offset_ms\":5000}')";
    connection.execute(clock, []).unwrap();
    drop(connection);
    let clock = control(&start(&file), "GET", "clock", Value::Null).await;
    assert_eq!((&clock["offset_ms"], &clock["frozen"]), (&json!(5_000), &json!(false)));
}

#[tokio::test]
async fn what_was_removed_stays_removed() {
    let (_directory, file) = place();
    let mut browser = Browser::production(&start(&file));
    seed(&browser.app, &["ada@example.com"]).await;
    browser.sign_in("ada@example.com").await;
    control(&browser.app, "POST", "reset", Value::Null).await;
    browser.app = Router::new();
    browser.app = start(&file);
    assert_eq!(browser.client().await, Value::Null);
    seed(&browser.app, &["ada@example.com"]).await;
}

#[test]
fn a_damaged_file_is_refused_and_left_alone() {
    let (_directory, file) = place();
    fs::write(&file, "this is not a database, but somebody may need it").unwrap();
    let before = fs::read(&file).unwrap();
    let error = Emulator::open(&file).unwrap_err().to_string();
    assert!(error.contains("emulator.db") && error.contains("not a database"), "{error}");
    assert_eq!(fs::read(&file).unwrap(), before);
}

#[test]
fn a_truncated_file_is_refused_and_left_alone() {
    let (_directory, file) = place();
    drop(Emulator::open(&file).unwrap());
    let whole = fs::read(&file).unwrap();
    fs::write(&file, &whole[..whole.len() / 2]).unwrap();
    assert!(Emulator::open(&file).is_err());
    assert_eq!(fs::read(&file).unwrap(), &whole[..whole.len() / 2]);
}

#[test]
fn a_database_of_another_program_is_refused_and_left_alone() {
    let (_directory, file) = place();
    let connection = rusqlite::Connection::open(&file).unwrap();
    connection.execute_batch("CREATE TABLE recipes (name TEXT)").unwrap();
    drop(connection);
    let before = fs::read(&file).unwrap();
    let error = Emulator::open(&file).unwrap_err().to_string();
    assert!(error.contains("another program"), "{error}");
    assert_eq!(fs::read(&file).unwrap(), before);
}

#[test]
fn an_unreadable_document_is_named() {
    let (_directory, file) = place();
    drop(Emulator::open(&file).unwrap());
    for (kind, json) in
        [("user", "{\"id\":1}"), ("recipe", "{}"), ("key", "{\"kid\":\"x\",\"pkcs8\":\"AA\"}")]
    {
        let connection = rusqlite::Connection::open(&file).unwrap();
        connection
            .execute("INSERT OR REPLACE INTO documents VALUES (?1, 'current', ?2)", [kind, json])
            .unwrap();
        drop(connection);
        let error = Emulator::open(&file).unwrap_err().to_string();
        assert!(error.contains(kind), "{error}");
        let connection = rusqlite::Connection::open(&file).unwrap();
        connection.execute("DELETE FROM documents WHERE kind = ?1", [kind]).unwrap();
    }
}

#[test]
fn a_place_that_cannot_be_written_is_refused() {
    let (directory, _) = place();
    let error = Emulator::open(directory.path()).unwrap_err().to_string();
    assert!(error.contains("cannot use the data file"), "{error}");
    assert!(Emulator::open(&directory.path().join("no/such/directory.db")).is_err());
}

#[test]
fn two_emulators_do_not_share_a_file() {
    let (_directory, file) = place();
    let _first = Emulator::open(&file).unwrap();
    let error = Emulator::open(&file).unwrap_err().to_string();
    assert!(error.contains("locked"), "{error}");
}
