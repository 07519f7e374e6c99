//! The options of `load()`, all of them.

use crate::engine::{AllowList, LoadOptions, TaskUrls, url_text};
use crate::error::Result;
use crate::js::first::{check_options, is_on, is_satellite, text};
use crate::json::Json;

/// Reads the options.
pub(super) fn load_options(given: &Json) -> Result<LoadOptions> {
    check_options(given)?;
    let experimental = given.get("experimental");
    Ok(LoadOptions {
        standard_browser: is_on(given, "standardBrowser"),
        polling: is_on(given, "polling"),
        touch_session: is_on(given, "touchSession"),
        after_sign_out_url: text(given, "afterSignOutUrl")?,
        task_urls: TaskUrls(given.get("taskUrls").unwrap_or_default()),
        start_from_snapshot: given.text("startFrom").as_deref() == Some("snapshot"),
        is_satellite: is_satellite(given)?,
        satellite_auto_sync: given.flag("satelliteAutoSync"),
        sign_in_url: text(given, "signInUrl")?.filter(|url| !url.is_empty()),
        sign_up_url: url_text(given, "signUpUrl"),
        sign_in_force_redirect_url: url_text(given, "signInForceRedirectUrl"),
        sign_in_fallback_redirect_url: url_text(given, "signInFallbackRedirectUrl"),
        sign_up_force_redirect_url: url_text(given, "signUpForceRedirectUrl"),
        sign_up_fallback_redirect_url: url_text(given, "signUpFallbackRedirectUrl"),
        allowed_redirect_origins: AllowList(given.get("allowedRedirectOrigins").unwrap_or_default()),
        allowed_redirect_protocols: AllowList(given.get("allowedRedirectProtocols").unwrap_or_default()),
        persist_client: experimental.as_ref().is_none_or(|options| is_on(options, "persistClient")),
        rethrow_offline_network_errors: experimental
            .is_some_and(|options| options.flag("rethrowOfflineNetworkErrors")),
    })
}
