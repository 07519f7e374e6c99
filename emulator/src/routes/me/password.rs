//! Another password for the user.

use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::post;

use crate::error::ApiError;
use crate::http::caller::Caller;
use crate::http::form::Form;
use crate::model::session::Status;
use crate::routes::secret::new_password_hash;
use crate::settings::Requirement;
use crate::state::Emulator;

pub(super) fn routes() -> Router<Emulator> {
    Router::new().route("/me/change_password", post(change))
}

/// `POST /v1/me/change_password`: whoever has a password has to know it.
async fn change(State(emulator): State<Emulator>, caller: Caller, Form(form): Form) -> Response {
    emulator.visit(&caller, |visit| {
        let (session, user) = visit.signed_in()?;
        let (session_id, user_id) = (session.id.clone(), user.id.clone());
        let has_password = user.password_hash.is_some();
        form.only(&["current_password", "new_password", "sign_out_of_other_sessions"])?;
        if visit.settings.password == Requirement::Off && !has_password {
            return Err(ApiError::param_unknown("new_password"));
        }
        let hash = new_password_hash(form.required("new_password")?, &visit.settings)?;
        let signs_out = form.flag("sign_out_of_other_sessions")?;
        if has_password {
            visit.check_password(&user_id, form.required("current_password")?)?;
        }
        visit.change_user(&user_id, |user| user.password_hash = Some(hash));
        if signs_out {
            visit.close_everywhere(&user_id, Some(&session_id), Status::Ended);
        }
        visit.answer_with_user(&user_id)
    })
}
