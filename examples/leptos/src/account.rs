//! What somebody sees who is signed in: their profile, their sessions, their organizations.

use crate::clerk::use_clerk;
use clerk_wasm::{ActiveOrganization, CreateOrganization, SetActive, SignOut, Target, UpdateUser};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

#[component]
pub fn Account() -> impl IntoView {
    let clerk = use_clerk();
    let name = move || clerk.user().and_then(|user| user.data().full_name()).unwrap_or_else(|| "you".into());
    let sign_out = move |_| clerk.run(async move { clerk.clerk().sign_out(SignOut::default()).await });
    view! {
        <section>
            <h2 id="who">"Hello, " {name}</h2>
            <button on:click=sign_out>"Sign out"</button>
        </section>
        <Profile/>
        <Sessions/>
        <Organizations/>
    }
}

#[component]
fn Profile() -> impl IntoView {
    let clerk = use_clerk();
    let data = clerk.user().map(|user| user.data());
    let first_name = RwSignal::new(data.as_ref().and_then(|user| user.first_name()).unwrap_or_default());
    let last_name = RwSignal::new(data.as_ref().and_then(|user| user.last_name()).unwrap_or_default());
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(user) = clerk.user() else { return };
        let params = UpdateUser::default().first_name(first_name.get()).last_name(last_name.get());
        clerk.run(async move { user.update(params).await });
    };
    view! {
        <form id="profile" on:submit=submit>
            <h2>"Profile"</h2>
            <label>"First name"<input name="first-name" bind:value=first_name/></label>
            <label>"Last name"<input name="last-name" bind:value=last_name/></label>
            <button type="submit">"Save"</button>
        </form>
    }
}

/// The sessions of this device: one for each account that is signed in.
#[component]
fn Sessions() -> impl IntoView {
    let clerk = use_clerk();
    let sessions = move || {
        // Read again with each change.
        let current = clerk.session();
        let all = clerk.clerk().client().map(|client| client.signed_in_sessions()).unwrap_or_default();
        all.into_iter().map(move |session| (current.as_ref() == Some(&session), session)).collect::<Vec<_>>()
    };
    let switch = move |id: Option<String>| {
        let session = id.map_or_else(Target::default, Target::Id);
        clerk.run(
            async move { clerk.clerk().set_active(SetActive { session, ..SetActive::default() }).await },
        );
    };
    view! {
        <section id="sessions">
            <h2>"Sessions"</h2>
            <ul>
                {move || sessions().into_iter().map(|(is_current, session)| {
                    let (data, id) = (session.data(), session.data().id());
                    let address = data.user().primary_email_address().map(|email| email.email_address());
                    view! {
                        <li>
                            {address}
                            <button disabled=is_current on:click=move |_| switch(id.clone())>"Make current"</button>
                        </li>
                    }
                }).collect_view()}
            </ul>
        </section>
    }
}

#[component]
fn Organizations() -> impl IntoView {
    let clerk = use_clerk();
    let name = RwSignal::new(String::new());
    let activate = move |organization: ActiveOrganization| {
        clerk.run(async move {
            clerk.clerk().set_active(SetActive { organization, ..SetActive::default() }).await
        });
    };
    let create = move |event: SubmitEvent| {
        event.prevent_default();
        let params = CreateOrganization::new(name.get());
        clerk.run(async move {
            let made = clerk.clerk().create_organization(params).await?;
            name.set(String::new());
            let organization = ActiveOrganization::Named(made.data().id());
            clerk.clerk().set_active(SetActive { organization, ..SetActive::default() }).await
        });
    };
    let memberships =
        move || clerk.user().map(|user| user.data().organization_memberships()).unwrap_or_default();
    let active = move || clerk.organization().map(|organization| organization.data().name());
    view! {
        <form id="organizations" on:submit=create>
            <h2>"Organizations"</h2>
            <p id="active">{move || active().unwrap_or_else(|| "No organization is active.".into())}</p>
            <ul>
                {move || memberships().into_iter().map(|membership| {
                    let organization = membership.organization();
                    let id = organization.id();
                    view! {
                        <li>
                            {organization.name()} ", " {membership.role()}
                            <button type="button" on:click=move |_| activate(ActiveOrganization::Named(id.clone()))>
                                "Make active"
                            </button>
                        </li>
                    }
                }).collect_view()}
            </ul>
            <button type="button" on:click=move |_| activate(ActiveOrganization::Personal)>"None of them"</button>
            <label>"A new one"<input name="organization" required bind:value=name/></label>
            <button type="submit">"Make it"</button>
        </form>
    }
}
