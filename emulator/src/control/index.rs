//! `/_emulator/`: what there is, for somebody who opens the address in a browser.

use axum::http::header::CONTENT_TYPE;
use axum::response::{Html, IntoResponse};

/// `GET`: the list of control routes.
pub(super) async fn page() -> Html<&'static str> {
    Html(include_str!("index.html"))
}

/// `GET /popup-callback`: what an account portal has there. It is no route of the Frontend API: a test puts this page into
/// the way of a browser that asks the portal for it.
pub(super) async fn popup() -> Html<&'static str> {
    Html(include_str!("popup.html"))
}

/// `GET …/protect.mjs`: the script of a protect check.
pub(super) async fn protect() -> impl IntoResponse {
    ([(CONTENT_TYPE, "text/javascript")], include_str!("protect.mjs"))
}

/// `GET …/avatar.svg`: the picture of every user.
pub(super) async fn avatar() -> impl IntoResponse {
    ([(CONTENT_TYPE, "image/svg+xml")], include_str!("avatar.svg"))
}
