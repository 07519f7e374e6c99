//! `/_emulator/`: what there is, for somebody who opens the address in a browser.

use axum::http::header::CONTENT_TYPE;
use axum::response::{Html, IntoResponse};

/// `GET`: the list of control routes.
pub(super) async fn page() -> Html<&'static str> {
    Html(include_str!("index.html"))
}

/// `GET …/avatar.svg`: the picture of every user.
pub(super) async fn avatar() -> impl IntoResponse {
    ([(CONTENT_TYPE, "image/svg+xml")], include_str!("avatar.svg"))
}
