//! The tables, one per noun.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::table::Table;
use crate::clock::Clock;
use crate::model::client::Client;
use crate::model::external::ProviderAccount;
use crate::model::message::{Content, Kind, Message, Recipient};
use crate::model::organization::Organization;
use crate::model::session::Session;
use crate::model::sign_in::SignIn;
use crate::model::sign_up::SignUp;
use crate::model::ticket::Ticket;
use crate::model::user::User;
use crate::model::waitlist::WaitlistEntry;
use crate::settings::Settings;
use crate::store::{Change, Document};

/// The id of a document of which there is only one.
const ONLY: &str = "current";

/// Why a document could not be put back.
#[derive(Debug)]
pub(super) enum RestoreError {
    UnknownKind,
    Unreadable(serde_json::Error),
}

impl fmt::Display for RestoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownKind => f.write_str("this version knows no such kind"),
            Self::Unreadable(error) => error.fmt(f),
        }
    }
}

/// A browser of a development instance; its id is the token that identifies it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct DevBrowser {
    pub(crate) id: String,
    pub(crate) client_id: Option<String>,
    pub(crate) created_at: i64,
}

/// Every table.
#[derive(Debug)]
pub(crate) struct Tables {
    pub(crate) users: Table<User>,
    pub(crate) clients: Table<Client>,
    pub(crate) sessions: Table<Session>,
    pub(crate) sign_ins: Table<SignIn>,
    pub(crate) sign_ups: Table<SignUp>,
    pub(crate) dev_browsers: Table<DevBrowser>,
    pub(crate) messages: Table<Message>,
    pub(crate) provider_accounts: Table<ProviderAccount>,
    pub(crate) tickets: Table<Ticket>,
    pub(crate) waitlist: Table<WaitlistEntry>,
    pub(crate) organizations: Table<Organization>,
    settings: Table<Settings>,
    clock: Table<Clock>,
}

impl Default for Tables {
    fn default() -> Self {
        Self {
            users: Table::new("user"),
            clients: Table::new("client"),
            sessions: Table::new("session"),
            sign_ins: Table::new("sign_in"),
            sign_ups: Table::new("sign_up"),
            dev_browsers: Table::new("dev_browser"),
            messages: Table::new("message"),
            provider_accounts: Table::new("provider_account"),
            tickets: Table::new("ticket"),
            waitlist: Table::new("waitlist_entry"),
            organizations: Table::new("organization"),
            settings: Table::new("settings"),
            clock: Table::new("clock"),
        }
    }
}

impl Tables {
    /// The settings in force.
    pub(crate) fn settings(&self) -> Settings {
        self.settings.get(ONLY).cloned().unwrap_or_default()
    }

    pub(crate) fn set_settings(&mut self, settings: Settings) {
        self.settings.insert(ONLY, settings);
    }

    /// The clock in force.
    pub(crate) fn clock(&self) -> Clock {
        self.clock.get(ONLY).copied().unwrap_or_default()
    }

    pub(crate) fn set_clock(&mut self, clock: Clock) {
        self.clock.insert(ONLY, clock);
    }

    /// Puts a message into the outbox. Its id counts up, so that the table's order is the order
    /// of sending.
    pub(crate) fn send(&mut self, recipient: &Recipient, kind: Kind, content: Content, now: i64) {
        let id = format!("msg_{:08}", self.messages.len() + 1);
        let message = Message {
            id: id.clone(),
            to: recipient.address.clone(),
            channel: recipient.channel,
            kind,
            content,
            created_at: now,
        };
        self.messages.insert(&id, message);
    }

    /// Forgets everything, settings and clock too.
    pub(crate) fn clear(&mut self) {
        self.users.clear();
        self.clients.clear();
        self.sessions.clear();
        self.sign_ins.clear();
        self.sign_ups.clear();
        self.dev_browsers.clear();
        self.messages.clear();
        self.provider_accounts.clear();
        self.tickets.clear();
        self.waitlist.clear();
        self.organizations.clear();
        self.settings.clear();
        self.clock.clear();
    }

    /// Puts back a document that was saved.
    pub(super) fn restore(&mut self, document: Document) -> Result<(), RestoreError> {
        let Document { kind, id, json } = document;
        let restored = match kind.as_str() {
            "user" => self.users.restore(id, &json),
            "client" => self.clients.restore(id, &json),
            "session" => self.sessions.restore(id, &json),
            "sign_in" => self.sign_ins.restore(id, &json),
            "sign_up" => self.sign_ups.restore(id, &json),
            "dev_browser" => self.dev_browsers.restore(id, &json),
            "message" => self.messages.restore(id, &json),
            "ticket" => self.tickets.restore(id, &json),
            "provider_account" => self.provider_accounts.restore(id, &json),
            "waitlist_entry" => self.waitlist.restore(id, &json),
            "organization" => self.organizations.restore(id, &json),
            "settings" => self.settings.restore(id, &json),
            "clock" => self.clock.restore(id, &json),
            _ => return Err(RestoreError::UnknownKind),
        };
        restored.map_err(RestoreError::Unreadable)
    }

    /// Hands out what changed since the last time.
    pub(super) fn drain_into(&mut self, changes: &mut Vec<Change>) -> serde_json::Result<()> {
        self.users.drain_into(changes)?;
        self.clients.drain_into(changes)?;
        self.sessions.drain_into(changes)?;
        self.sign_ins.drain_into(changes)?;
        self.sign_ups.drain_into(changes)?;
        self.dev_browsers.drain_into(changes)?;
        self.messages.drain_into(changes)?;
        self.provider_accounts.drain_into(changes)?;
        self.tickets.drain_into(changes)?;
        self.waitlist.drain_into(changes)?;
        self.organizations.drain_into(changes)?;
        self.settings.drain_into(changes)?;
        self.clock.drain_into(changes)
    }

    /// Takes everything as saved, when there is nowhere to save it.
    pub(super) fn forget_changes(&mut self) {
        self.users.forget_changes();
        self.clients.forget_changes();
        self.sessions.forget_changes();
        self.sign_ins.forget_changes();
        self.sign_ups.forget_changes();
        self.dev_browsers.forget_changes();
        self.messages.forget_changes();
        self.provider_accounts.forget_changes();
        self.tickets.forget_changes();
        self.waitlist.forget_changes();
        self.organizations.forget_changes();
        self.settings.forget_changes();
        self.clock.forget_changes();
    }
}
