//! Signing in through pages that are not this application's: a provider's, and a link by e-mail.

use crate::clerk::use_clerk;
use clerk_wasm::model::Strategy;
use clerk_wasm::{
    AuthenticateWithRedirect, CreateSignIn, FollowedLink, HandleEmailLink, HandleRedirectCallback,
    StartEmailLink,
};
use leptos::prelude::*;

/// Where a provider leads back to.
pub const CALLBACK: &str = "/sso-callback";
/// Where a link from an e-mail leads to.
pub const FOLLOWED: &str = "/verify";

/// An absolute URL of this application.
fn here(path: &str) -> String {
    location().origin().unwrap_or_default() + path
}

/// Signs in at a provider, or up where nobody has the account.
#[component]
pub fn Provider() -> impl IntoView {
    let clerk = use_clerk();
    let go = move |_| {
        let Some(client) = clerk.clerk().client() else { return };
        clerk.run(async move {
            let google = AuthenticateWithRedirect::new("oauth_google", here(CALLBACK), here("/"));
            client.sign_in().authenticate_with_redirect(google).await
        });
    };
    view! { <button on:click=go>"Go on with Google"</button> }
}

/// Has a link sent, and waits until it was followed, here or in another tab.
#[component]
pub fn Link() -> impl IntoView {
    let clerk = use_clerk();
    let (address, is_sent) = (RwSignal::new(String::new()), RwSignal::new(false));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(client) = clerk.clerk().client() else { return };
        let address = address.get();
        clerk.run(async move {
            let attempt = client.sign_in();
            attempt.create(CreateSignIn::default().identifier(address)).await?;
            let factors = attempt.data().supported_first_factors();
            let by_link = factors.iter().find(|factor| factor.strategy() == Some(Strategy::EmailLink));
            let mut link = StartEmailLink::default().redirect_url(here(FOLLOWED));
            link.email_address_id = by_link.and_then(|factor| factor.email_address_id());
            is_sent.set(true);
            attempt.start_email_link_flow(link).await?;
            clerk.go_on_with(attempt.data().created_session_id()).await
        });
    };
    view! {
        <form on:submit=submit>
            <h2>"A link by e-mail"</h2>
            <label>"Email address"<input type="email" name="link-address" required bind:value=address/></label>
            <button type="submit">"Send a link"</button>
            {move || is_sent.get().then(|| view! { <p>"Follow the link that was sent to you."</p> })}
        </form>
    }
}

/// The page that a provider leads back to.
#[component]
pub fn ComeBack() -> impl IntoView {
    let clerk = use_clerk();
    clerk.run(async move {
        // Each step that is lacking is done on the one page of this application.
        let pages = HandleRedirectCallback::default().sign_in_url("/").sign_up_url("/");
        clerk.clerk().handle_redirect_callback(pages).await
    });
    view! { <p>"One moment …"</p> }
}

/// The page that a link from an e-mail leads to.
#[component]
pub fn Followed() -> impl IntoView {
    let clerk = use_clerk();
    let told = RwSignal::new("One moment …");
    clerk.run(async move {
        let pages = HandleEmailLink::default().redirect_url("/").redirect_url_complete("/");
        let next = clerk.clerk().handle_email_link_verification(pages).await?;
        if matches!(next, FollowedLink::VerifiedElsewhere | FollowedLink::SignsUpElsewhere) {
            told.set("Go on in the tab that asked for the link.");
        }
        Ok(())
    });
    view! { <p>{told}</p> }
}
