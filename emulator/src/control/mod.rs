//! The control routes under `/_emulator/`: what a test needs and a real server would not offer.

mod body;
mod clock;
pub(crate) mod faults;
mod google;
mod index;
mod outbox;
mod provider;
pub(crate) mod requests;
mod reset;
mod seed;
mod seed_external;
mod settings;
mod tickets;
mod waitlist;

use axum::Router;
use axum::routing::{delete, get, post};

use crate::state::Emulator;

/// All control routes.
pub(crate) fn router() -> Router<Emulator> {
    Router::new()
        .route("/_emulator", get(index::page))
        .route("/_emulator/", get(index::page))
        .route("/_emulator/protect.mjs", get(index::protect))
        .route("/_emulator/avatar.svg", get(index::avatar))
        .route("/popup-callback", get(index::popup))
        .route("/_emulator/reset", post(reset::everything))
        .route("/_emulator/seed", post(seed::create))
        .route("/_emulator/outbox", get(outbox::read))
        .route("/_emulator/clock", get(clock::read).post(clock::change))
        .route("/_emulator/google_id_token", post(google::issue))
        .route("/_emulator/tickets", post(tickets::create))
        .route("/_emulator/waitlist", get(waitlist::read))
        .route("/_emulator/provider/{strategy}", get(provider::page).post(provider::decide))
        .route("/_emulator/settings", get(settings::read).patch(settings::change))
        .route("/_emulator/faults", get(faults::read).post(faults::add).delete(faults::clear))
        .route("/_emulator/faults/{id}", delete(faults::remove))
        .route("/_emulator/requests", get(requests::read).delete(requests::clear))
}
