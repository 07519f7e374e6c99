//! Connections to the directories of enterprises, which an instance has in its settings.

use serde::{Deserialize, Serialize};

/// A connection, by which people with an address of its domains sign in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct EnterpriseConnection {
    pub(crate) id: String,
    pub(crate) name: String,
    /// In lower case.
    pub(crate) domains: Vec<String>,
    #[serde(default = "yes")]
    pub(crate) active: bool,
}

fn yes() -> bool {
    true
}

impl EnterpriseConnection {
    /// Is an address, in stored form, of one of its domains?
    pub(crate) fn covers(&self, address: &str) -> bool {
        let domain = address.rsplit_once('@').map(|(_, domain)| domain);
        domain.is_some_and(|domain| self.domains.iter().any(|covered| covered == domain))
    }
}
