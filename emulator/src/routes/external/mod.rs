//! Providers of accounts elsewhere: the way there, and who somebody is who comes back.

pub(crate) mod callback;
pub(super) mod enterprise;
mod one_tap;

use axum::Router;
use axum::routing::get;
use url::Url;

use crate::error::ApiError;
use crate::http::params::Params;
use crate::http::visit::Visit;
use crate::model::external::{ENTERPRISE, Journey, Vouch};
use crate::model::user::User;
use crate::model::verification::Verification;
use crate::settings::is_social_strategy;
use crate::state::Emulator;

/// What runs in a browser that is sent there.
const DANGEROUS_SCHEMES: [&str; 6] = ["javascript", "data", "vbscript", "blob", "file", "about"];

/// The routes of providers.
pub(super) fn routes() -> Router<Emulator> {
    Router::new().route("/oauth_callback", get(callback::read).post(callback::post))
}

/// The strategy of a provider that the parameters ask for; there are others, which are not looked at here.
pub(super) fn requested_provider<'f>(
    visit: &Visit<'_>,
    form: &'f Params,
) -> Result<Option<&'f str>, ApiError> {
    match form.filled("strategy")? {
        Some(name) if is_social_strategy(name) => match visit.has_provider(name) {
            true => Ok(Some(name)),
            false => Err(ApiError::param_value_invalid("strategy", name)),
        },
        _ => Ok(None),
    }
}

/// The same, where a directory is asked like a provider.
pub(super) fn requested_voucher<'f>(
    visit: &Visit<'_>,
    form: &'f Params,
) -> Result<Option<&'f str>, ApiError> {
    match enterprise::asks_for_enterprise(form)? {
        true => Ok(Some(ENTERPRISE)),
        false => requested_provider(visit, form),
    }
}

/// An address to which a browser may be sent: of a page, or of an app.
fn destination(form: &Params, param: &str) -> Result<Option<String>, ApiError> {
    let Some(text) = form.filled(param)? else {
        return Ok(None);
    };
    let url = Url::parse(text).map_err(|_| ApiError::redirect_url_invalid())?;
    match DANGEROUS_SCHEMES.contains(&url.scheme()) {
        true => Err(ApiError::redirect_url_scheme_invalid()),
        false => Ok(Some(url.into())),
    }
}

/// What a form says of the way: where to go on, and what to ask the provider for.
struct Way {
    redirect_url: String,
    action_complete_redirect_url: Option<String>,
    wishes: Vec<(&'static str, String)>,
}

impl Way {
    fn read(form: &Params, login_hint: Option<&str>) -> Result<Self, ApiError> {
        form.required("redirect_url")?;
        let redirect_url = destination(form, "redirect_url")?.ok_or_else(ApiError::redirect_url_invalid)?;
        let hint = form.filled("oidc_login_hint")?.or(login_hint);
        let wishes = [("login_hint", hint), ("prompt", form.filled("oidc_prompt")?)];
        let wishes = wishes.into_iter().filter_map(|(name, value)| Some((name, value?.to_owned())));
        Ok(Self {
            redirect_url,
            action_complete_redirect_url: destination(form, "action_complete_redirect_url")?,
            wishes: wishes.collect(),
        })
    }
}

impl Visit<'_> {
    /// May a page sign in with this provider?
    fn has_provider(&self, strategy: &str) -> bool {
        self.settings.social_providers.iter().any(|enabled| enabled == strategy)
    }

    /// A verification by a provider, to whom the page is to send the browser.
    pub(super) fn journey_to(
        &self,
        strategy: &str,
        connection_id: Option<String>,
        form: &Params,
        login_hint: Option<&str>,
    ) -> Result<Verification, ApiError> {
        let way = Way::read(form, login_hint)?;
        let state = self.random.text(43);
        let base = &self.caller.base_url;
        let callback = format!("{base}/v1/oauth_callback");
        let mut consent = Url::parse(&format!("{base}/_emulator/provider/{strategy}"))
            .map_err(|_| ApiError::malformed_request("The host of the request is none."))?;
        consent.query_pairs_mut().extend_pairs([
            ("client_id", "clerk-fapi-emulator"),
            ("redirect_uri", &callback),
            ("response_type", "code"),
            ("scope", "openid email profile"),
            ("state", &state),
        ]);
        consent.query_pairs_mut().extend_pairs(&way.wishes);
        let journey = Journey {
            strategy: strategy.to_owned(),
            connection_id,
            state,
            consent_url: consent.into(),
            redirect_url: way.redirect_url,
            action_complete_redirect_url: way.action_complete_redirect_url,
            grant: None,
        };
        Ok(Verification::of_provider(strategy, Some(journey), &self.settings, self.now))
    }

    /// The user that somebody is who is vouched for, and whether that is sure: of an account that is linked, or of an
    /// address that both sides have proven, it is.
    fn user_vouched_for(&self, vouch: &Vouch) -> Option<(&User, bool)> {
        let linked = self.tables.users.values().find(|user| user.is_linked_to(vouch));
        linked.map(|user| (user, true)).or_else(|| {
            let user = self.tables.user_named(&vouch.profile.email_address)?;
            let is_sure =
                vouch.profile.email_address_verified && user.has_verified_address_of(&vouch.profile);
            Some((user, is_sure))
        })
    }

    /// The same, unless this user must not sign in, or is signed in here already.
    pub(super) fn user_to_sign_in(&self, vouch: &Vouch) -> Result<Option<(&User, bool)>, ApiError> {
        let Some((user, is_sure)) = self.user_vouched_for(vouch) else {
            return Ok(None);
        };
        self.refuse_locked(&user.id)?;
        let here = self.client().map(|client| self.active_sessions(client));
        match here.into_iter().flatten().find(|session| session.user_id == user.id) {
            Some(session) => Err(ApiError::already_signed_in(&session.id)),
            None => Ok(Some((user, is_sure))),
        }
    }
}
