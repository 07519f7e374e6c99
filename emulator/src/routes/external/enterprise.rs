//! The connections to directories by which somebody may sign in.

use crate::error::ApiError;
use crate::http::params::Params;
use crate::http::visit::Visit;
use crate::model::enterprise::EnterpriseConnection;
use crate::model::external::{ENTERPRISE, Vouch};
use crate::model::verification::Verification;

/// Whether the parameters ask for a directory.
pub(in crate::routes) fn asks_for_enterprise(form: &Params) -> Result<bool, ApiError> {
    Ok(form.filled("strategy")? == Some(ENTERPRISE))
}

impl Visit<'_> {
    /// A verification by the directory that the parameters name, or else the first that is responsible for an address.
    pub(in crate::routes) fn journey_to_directory(
        &self,
        address: Option<&str>,
        form: &Params,
    ) -> Result<Verification, ApiError> {
        let param = "enterprise_connection_id";
        let connection = match form.filled(param)? {
            Some(id) => self
                .connections_for(address)
                .find(|connection| connection.id == id)
                .ok_or_else(|| ApiError::related_resource_missing(param))?,
            None => address
                .and_then(|address| self.connections_for(Some(address)).next())
                .ok_or_else(ApiError::enterprise_connection_not_found)?,
        };
        self.journey_to(ENTERPRISE, Some(connection.id.clone()), form, address)
    }

    /// The active connections, of those the ones that are responsible for an address.
    pub(in crate::routes) fn connections_for<'v>(
        &'v self,
        address: Option<&'v str>,
    ) -> impl Iterator<Item = &'v EnterpriseConnection> {
        let active = self.settings.enterprise_connections.iter().filter(|connection| connection.active);
        active.filter(move |connection| address.is_none_or(|address| connection.covers(address)))
    }

    /// What a directory says, unless it is not responsible for whom it vouches. All its addresses are proven.
    pub(super) fn checked(&self, mut vouch: Vouch) -> Result<Vouch, ApiError> {
        let Some(id) = &vouch.connection_id else {
            return Ok(vouch);
        };
        let is_responsible =
            self.connections_for(Some(&vouch.profile.email_address)).any(|connection| connection.id == *id);
        if !is_responsible {
            return Err(ApiError::enterprise_domain_mismatch());
        }
        vouch.profile.email_address_verified = true;
        Ok(vouch)
    }
}
