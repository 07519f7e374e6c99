//! Google One Tap: the page brings a token, and nobody goes anywhere.

use crate::error::ApiError;
use crate::http::params::Params;
use crate::http::visit::Visit;
use crate::model::external::{ONE_TAP, Vouch};
use crate::model::one_tap;
use crate::model::verification::Verification;

impl Visit<'_> {
    /// Who is meant by the token of the parameters, if they ask for One Tap.
    pub(in crate::routes) fn one_tap_vouch(&self, form: &Params) -> Result<Option<Vouch>, ApiError> {
        if form.filled("strategy")? != Some(ONE_TAP) {
            return Ok(None);
        }
        let audience = self.settings.google_one_tap_client_id.as_deref();
        let audience = audience.ok_or_else(|| ApiError::param_value_invalid("strategy", ONE_TAP))?;
        let signed = self.key.read(form.required("token")?);
        let vouch = signed.and_then(|signed| one_tap::vouch(&signed.claims, audience, self.now));
        vouch.map(Some).ok_or_else(ApiError::one_tap_token_invalid)
    }

    /// A verification by somebody who has spoken already.
    pub(in crate::routes) fn proof_by(&self, vouch: &Vouch) -> Verification {
        Verification::of_provider(&vouch.strategy, None, &self.settings, self.now)
    }
}
