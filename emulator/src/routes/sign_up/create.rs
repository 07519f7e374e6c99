//! A new sign-up.

use axum::extract::State;
use axum::response::Response;

use crate::error::ApiError;
use crate::http::caller::Caller;
use crate::http::form::Form;
use crate::http::params::Params;
use crate::http::visit::Visit;
use crate::model::protect::Challenged;
use crate::model::sign_up::SignUp;
use crate::routes::external::requested_voucher;
use crate::settings::SignUpMode;
use crate::state::Emulator;

/// `POST /v1/client/sign_ups`: starts an attempt in place of the one before.
pub(super) async fn create(State(emulator): State<Emulator>, caller: Caller, Form(form): Form) -> Response {
    emulator.visit(&caller, |visit| {
        let is_transfer = form.flag("transfer")?;
        let transferred = visit.vouch_of_sign_in().filter(|_| is_transfer).cloned();
        let newcomer = visit.newcomer_of_sign_in().filter(|_| is_transfer);
        if is_transfer && transferred.is_none() && newcomer.is_none() {
            return Err(ApiError::account_transfer_invalid());
        }
        visit.refuse_second_session()?;
        // The sign-in of a newcomer has asked for it already.
        if newcomer.is_none() {
            visit.check_captcha(&form)?;
        }
        let provider = requested_voucher(visit, &form)?;
        let one_tap = visit.one_tap_vouch(&form)?;
        let strategy =
            if provider.is_some() || one_tap.is_some() { None } else { super::requested_strategy(&form)? };
        strategy.map_or(Ok(()), |strategy| visit.check_sign_up_strategy(strategy))?;
        let invitation = visit.invitation(strategy, &form)?;
        if invitation.is_none() {
            visit.refuse_uninvited()?;
        }
        let fields = visit.sign_up_fields(&form)?;
        let mut attempt = SignUp::start(visit.random, "", visit.now);
        fields.fill(&mut attempt, visit.now);
        invitation.iter().for_each(|invitation| attempt.accept(invitation));
        if let Some(vouch) = transferred {
            return visit.transfer_to_sign_up(attempt, &vouch);
        }
        if let Some(newcomer) = newcomer {
            return visit.sign_up_newcomer(attempt, newcomer, &form);
        }
        if let Some(vouch) = one_tap {
            return visit.sign_up_by_one_tap(attempt, &vouch);
        }
        if let Some(provider) = provider {
            let journey = visit.journey_of_sign_up(&attempt, provider, &form)?;
            attempt.external_account = Some(journey);
        }
        let id = visit.keep_sign_up(attempt);
        visit.prove_and_proceed(&id, strategy, &form)
    })
}

impl Visit<'_> {
    /// Makes it the client's attempt.
    pub(super) fn keep_sign_up(&mut self, mut attempt: SignUp) -> String {
        let id = attempt.id.clone();
        attempt.client_id = self.ensure_client();
        // Who goes to a provider is challenged when back.
        if attempt.external_account.is_none() {
            attempt.protect_check = self.challenge(Challenged::SignUp);
        }
        self.tables.sign_ups.insert(&id, attempt);
        self.change_client(|client| client.sign_up_id = Some(id.clone()));
        id
    }

    fn refuse_uninvited(&self) -> Result<(), ApiError> {
        match self.settings.sign_up_mode {
            SignUpMode::Public => Ok(()),
            SignUpMode::Restricted => Err(ApiError::sign_up_restricted()),
            SignUpMode::Waitlist => Err(ApiError::sign_up_restricted_to_waitlist()),
        }
    }

    pub(in crate::routes) fn check_captcha(&self, form: &Params) -> Result<(), ApiError> {
        let bypass = match self.client() {
            Some(client) => client.captcha_bypass,
            None => self.settings.captcha_bypass,
        };
        if !self.settings.captcha_enabled || bypass {
            return Ok(());
        }
        if form.filled("captcha_error")?.is_some() {
            return Err(ApiError::captcha_invalid());
        }
        match form.filled("captcha_token")? {
            Some(_) => Ok(()),
            None => Err(ApiError::captcha_missing_token()),
        }
    }
}
