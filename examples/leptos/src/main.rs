//! Clerk in Leptos: who is signed in decides what the page shows.

mod account;
mod attempts;
mod clerk;
mod elsewhere;

use clerk::{provide_clerk, use_clerk};
use clerk_wasm::ClerkOptions;
use leptos::prelude::*;

fn main() {
    console_error_panic_hook::set_once();
    mount_to_body(App);
}

#[component]
fn App() -> impl IntoView {
    let proxy_url = meta("clerk-proxy-url").unwrap_or_default();
    let options = ClerkOptions { proxy_url: Some(proxy_url), ..ClerkOptions::default() };
    let key = meta("clerk-publishable-key").unwrap_or_default();
    match provide_clerk(&key, &options) {
        Ok(_) => view! { <Page/> }.into_any(),
        Err(error) => view! { <p role="alert">{error.message().into_owned()}</p> }.into_any(),
    }
}

#[component]
fn Page() -> impl IntoView {
    let clerk = use_clerk();
    let path = location().pathname().unwrap_or_default();
    // Which of these is shown changes less often than what they show.
    let is_signed_in = Memo::new(move |_| clerk.is_loaded().then(|| clerk.session().is_some()));
    view! {
        <h1>"Clerk in Leptos"</h1>
        {move || clerk.trouble.get().map(|trouble| view! { <p role="alert">{trouble}</p> })}
        {move || match is_signed_in.get() {
            None => view! { <p>"One moment …"</p> }.into_any(),
            Some(_) if path == elsewhere::CALLBACK => view! { <elsewhere::ComeBack/> }.into_any(),
            Some(_) if path == elsewhere::FOLLOWED => view! { <elsewhere::Followed/> }.into_any(),
            Some(false) => view! { <attempts::Attempts/> }.into_any(),
            Some(true) => view! { <account::Account/> }.into_any(),
        }}
    }
}

/// What `index.html` says under a name.
fn meta(name: &str) -> Option<String> {
    let found = document().query_selector(&format!("meta[name='{name}']")).ok().flatten()?;
    found.get_attribute("content").filter(|content| !content.is_empty())
}
