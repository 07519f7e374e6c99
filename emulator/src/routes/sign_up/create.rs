//! A new sign-up.

use axum::extract::State;
use axum::response::Response;

use crate::error::ApiError;
use crate::http::caller::Caller;
use crate::http::form::Form;
use crate::http::params::Params;
use crate::http::visit::Visit;
use crate::model::sign_up::SignUp;
use crate::state::Emulator;

/// `POST /v1/client/sign_ups`: starts an attempt in place of the one before.
pub(super) async fn create(State(emulator): State<Emulator>, caller: Caller, Form(form): Form) -> Response {
    emulator.visit(&caller, |visit| {
        if form.flag("transfer")? {
            return Err(ApiError::account_transfer_invalid());
        }
        visit.refuse_second_session()?;
        visit.check_captcha(&form)?;
        let strategy = super::requested_strategy(&form)?;
        let fields = visit.sign_up_fields(&form)?;
        let mut attempt = SignUp::start(visit.random, &visit.ensure_client(), visit.now);
        fields.fill(&mut attempt, visit.now);
        let id = attempt.id.clone();
        visit.tables.sign_ups.insert(&id, attempt);
        visit.change_client(|client| client.sign_up_id = Some(id.clone()));
        visit.proceed_with_sign_up(&id, strategy)
    })
}

impl Visit<'_> {
    fn check_captcha(&self, form: &Params) -> Result<(), ApiError> {
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
