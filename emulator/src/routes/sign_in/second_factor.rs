//! The second factor of a sign-in: preparing it, and attempting it.

use axum::extract::State;
use axum::response::Response;

use crate::error::ApiError;
use crate::http::caller::Caller;
use crate::http::form::Form;
use crate::http::segments::Segments;
use crate::http::visit::Visit;
use crate::model::verification::{Factor, Strategy};
use crate::routes::proof::Place;
use crate::routes::strategy::{parse_strategy, unfit};
use crate::state::Emulator;

/// `POST /v1/client/sign_ins/{id}/prepare_second_factor`: sends a code or a link, a code to a phone where nothing else is named.
pub(super) async fn prepare(
    State(emulator): State<Emulator>,
    caller: Caller,
    Segments(id): Segments<String>,
    Form(form): Form,
) -> Response {
    emulator.visit(&caller, |visit| {
        let account = visit.account_to_verify(&id, Factor::Second)?;
        let strategy = form.filled("strategy")?.map(parse_strategy).transpose()?;
        let strategy = strategy.unwrap_or(Strategy::PhoneCode);
        visit.refuse_other_second_factor(&account.user_id, strategy)?;
        let dispatch = visit.dispatch_to(&account, strategy, Factor::Second, &form)?;
        visit.dispatch(&Place::SignIn(id.clone(), Factor::Second), &dispatch)?;
        visit.answer_with_sign_in(&id)
    })
}

/// `POST /v1/client/sign_ins/{id}/attempt_second_factor`
pub(super) async fn attempt(
    State(emulator): State<Emulator>,
    caller: Caller,
    Segments(id): Segments<String>,
    Form(form): Form,
) -> Response {
    emulator.visit(&caller, |visit| {
        let account = visit.account_to_verify(&id, Factor::Second)?;
        let place = Place::SignIn(id.clone(), Factor::Second);
        let strategy = parse_strategy(form.required("strategy")?)?;
        visit.refuse_other_second_factor(&account.user_id, strategy)?;
        let code = form.required("code")?;
        match strategy {
            Strategy::PhoneCode | Strategy::EmailCode => visit.attempt_code(&place, strategy, code)?,
            Strategy::Totp => {
                let outcome = visit.use_totp(&account.user_id, code);
                visit.attempt_secret(&place, strategy, outcome)?;
            }
            Strategy::BackupCode => {
                let outcome = visit.use_backup_code(&account.user_id, code);
                visit.attempt_secret(&place, strategy, outcome)?;
            }
            other => return Err(unfit(other)),
        }
        visit.complete_sign_in(&id)
    })
}

impl Visit<'_> {
    /// Refuses a strategy that is never a second factor, and one that is not this user's.
    fn refuse_other_second_factor(&self, user_id: &str, strategy: Strategy) -> Result<(), ApiError> {
        let user = self.tables.users.get(user_id).ok_or_else(ApiError::identifier_not_found)?;
        let has_one = match strategy {
            Strategy::PhoneCode => user.second_factor_phones().next().is_some(),
            Strategy::Totp => user.totp.is_some(),
            Strategy::BackupCode => !user.backup_codes.is_empty(),
            Strategy::EmailCode | Strategy::EmailLink => {
                self.settings.email_second_factors.contains(&strategy)
                    && user.verified_emails().next().is_some()
            }
            other => return Err(unfit(other)),
        };
        if has_one { Ok(()) } else { Err(ApiError::no_second_factors(strategy.as_str())) }
    }
}
