//! The waitlist: addresses of people who want to be let in.

use serde::{Deserialize, Serialize};

/// One address on the list.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct WaitlistEntry {
    pub(crate) id: String,
    pub(crate) email_address: String,
    pub(crate) created_at: i64,
}
