//! Challenges of the bot protection, which clerk-js reads and the description does not have.

use serde_json::{Value, json};

use crate::http::visit::Visit;
use crate::model::protect::ProtectCheck;

impl Visit<'_> {
    /// Adds the challenge to an attempt that waits for its proof. clerk-js loads the script by https only, so a test
    /// puts the one of the emulator into its way.
    pub(super) fn add_protect_check(&self, attempt: &mut Value, check: Option<&ProtectCheck>) {
        let host = self.caller.base_url.split_once("://").map_or("", |(_, host)| host);
        let Some(check) = check.filter(|check| check.is_pending()) else { return };
        if let Some(fields) = attempt.as_object_mut() {
            let json = json!({
                "status": "pending",
                "token": check.token,
                "sdk_url": format!("https://{host}/_emulator/protect.mjs"),
                "expires_at": check.expires_at,
            });
            fields.insert("protect_check".to_owned(), json);
        }
    }
}
