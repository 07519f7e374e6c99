//! The routes of the Frontend API, one file per noun.

mod client;
mod code;
mod dev_browser;
mod email_link;
mod environment;
pub(crate) mod external;
mod fallback;
mod invitation;
mod jwks;
mod me;
mod membership;
mod organization;
mod passkey;
mod proof;
mod protect;
mod redirect;
mod reverification;
mod secret;
mod session;
mod sign_in;
mod sign_up;
mod strategy;
pub(crate) mod ticket;
mod waitlist;
mod wallet;

use axum::Router;
use axum::routing::{get, post};

use crate::state::Emulator;

/// All routes, and the answers for what is not among them.
pub(crate) fn router() -> Router<Emulator> {
    Router::new()
        .route("/.well-known/jwks.json", get(jwks::read))
        .nest("/v1", v1())
        .fallback(fallback::unknown)
}

fn v1() -> Router<Emulator> {
    Router::new()
        .route("/health", get(environment::health))
        .route("/environment", get(environment::read).patch(environment::read))
        .route("/dev_browser", post(dev_browser::create))
        .route("/verify", get(email_link::verify))
        .route("/waitlist", post(waitlist::join))
        .merge(client_routes())
        .merge(session_routes())
        .merge(organization::routes())
        .merge(membership::routes())
        .merge(invitation::routes())
        .merge(me::routes())
        .merge(external::routes())
        .merge(sign_in::routes())
        .merge(sign_up::routes())
        .fallback(fallback::not_implemented)
        .method_not_allowed_fallback(fallback::method_not_allowed)
}

fn client_routes() -> Router<Emulator> {
    Router::new()
        .route("/client", get(client::read).put(client::create).post(client::create).delete(client::destroy))
        .route("/client/touch", get(client::touch))
        .route("/client/sync", get(client::sync))
        .route("/client/verify", post(client::verify))
}

fn session_routes() -> Router<Emulator> {
    Router::new()
        .route("/client/sessions", axum::routing::delete(session::remove_all))
        .route("/client/sessions/{id}", get(session::read))
        .route("/client/sessions/{id}/touch", post(session::touch))
        .route("/client/sessions/{id}/end", post(session::end))
        .route("/client/sessions/{id}/remove", post(session::remove))
        .route("/client/sessions/{id}/tokens", post(session::create_token))
        .route("/client/sessions/{id}/tokens/{template}", post(session::create_template_token))
        .merge(reverification_routes())
}

fn reverification_routes() -> Router<Emulator> {
    Router::new()
        .route("/client/sessions/{id}/verify", post(reverification::start))
        .route(
            "/client/sessions/{id}/verify/prepare_first_factor",
            post(reverification::prepare_first_factor),
        )
        .route(
            "/client/sessions/{id}/verify/attempt_first_factor",
            post(reverification::attempt_first_factor),
        )
        .route(
            "/client/sessions/{id}/verify/prepare_second_factor",
            post(reverification::prepare_second_factor),
        )
        .route(
            "/client/sessions/{id}/verify/attempt_second_factor",
            post(reverification::attempt_second_factor),
        )
}
