//! Signing in by a password or by a code, and signing up.

use crate::clerk::use_clerk;
use crate::elsewhere::{Link, Provider};
use clerk_wasm::model::Strategy;
use clerk_wasm::{
    AttemptFactor, Client, CreateSignIn, CreateSignUp, PrepareFactor, PrepareVerification, Result,
};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

/// What the person is asked for.
#[derive(Clone, Copy, PartialEq)]
enum Step {
    SignIn,
    SignUp,
    /// The code that was sent for a sign-in.
    SignInCode,
    /// The code that was sent for a sign-up.
    SignUpCode,
}

#[component]
pub fn Attempts() -> impl IntoView {
    let step = RwSignal::new(Step::SignIn);
    view! {
        <nav>
            <button on:click=move |_| step.set(Step::SignIn)>"Sign in"</button>
            <button on:click=move |_| step.set(Step::SignUp)>"Sign up"</button>
        </nav>
        {move || match step.get() {
            Step::SignIn => view! { <SignIn step/><Link/><Provider/> }.into_any(),
            Step::SignUp => view! { <SignUp step/><Provider/> }.into_any(),
            Step::SignInCode | Step::SignUpCode => view! { <Code step/> }.into_any(),
        }}
    }
}

#[component]
fn SignIn(step: RwSignal<Step>) -> impl IntoView {
    let clerk = use_clerk();
    let [address, password] = [(); 2].map(|()| RwSignal::new(String::new()));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(client) = clerk.clerk().client() else { return };
        let (address, password) = (address.get(), password.get());
        clerk.run(async move {
            if password.is_empty() {
                send_code(&client, &address).await?;
                step.set(Step::SignInCode);
                return Ok(());
            }
            let attempt = client.sign_in();
            attempt.create(CreateSignIn::default().identifier(address).password(password)).await?;
            clerk.go_on_with(attempt.data().created_session_id()).await
        });
    };
    view! {
        <form on:submit=submit>
            <h2>"Sign in"</h2>
            <label>"Email address"<input type="email" name="address" required bind:value=address/></label>
            <label>"Password, or nothing for a code by e-mail"
                <input type="password" name="password" bind:value=password/>
            </label>
            <button type="submit">"Go on"</button>
        </form>
    }
}

/// Begins a sign-in, and has a code sent to the address.
async fn send_code(client: &Client, address: &str) -> Result<()> {
    let attempt = client.sign_in();
    attempt.create(CreateSignIn::default().identifier(address)).await?;
    let factors = attempt.data().supported_first_factors();
    let by_code = factors.iter().find(|factor| factor.strategy() == Some(Strategy::EmailCode));
    let wanted = by_code.map_or_else(|| PrepareFactor::new(Strategy::EmailCode), PrepareFactor::from);
    attempt.prepare_first_factor(wanted).await
}

#[component]
fn SignUp(step: RwSignal<Step>) -> impl IntoView {
    let clerk = use_clerk();
    let [first_name, address, password] = [(); 3].map(|()| RwSignal::new(String::new()));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(client) = clerk.clerk().client() else { return };
        let params = CreateSignUp::default()
            .first_name(first_name.get())
            .email_address(address.get())
            .password(password.get());
        clerk.run(async move {
            let attempt = client.sign_up();
            attempt.create(params).await?;
            attempt.prepare_email_address_verification(PrepareVerification::new(Strategy::EmailCode)).await?;
            step.set(Step::SignUpCode);
            Ok(())
        });
    };
    view! {
        <form on:submit=submit>
            <h2>"Sign up"</h2>
            <label>"First name"<input name="first-name" bind:value=first_name/></label>
            <label>"Email address"<input type="email" name="address" required bind:value=address/></label>
            <label>"Password"<input type="password" name="password" required bind:value=password/></label>
            <button type="submit">"Go on"</button>
        </form>
    }
}

#[component]
fn Code(step: RwSignal<Step>) -> impl IntoView {
    let clerk = use_clerk();
    let code = RwSignal::new(String::new());
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(client) = clerk.clerk().client() else { return };
        let (code, is_sign_up) = (code.get(), step.get() == Step::SignUpCode);
        clerk.run(async move {
            let created = if is_sign_up {
                let attempt = client.sign_up();
                attempt.attempt_email_address_verification(&code).await?;
                attempt.data().created_session_id()
            } else {
                let attempt = client.sign_in();
                attempt.attempt_first_factor(AttemptFactor::by_code(Strategy::EmailCode, code)).await?;
                attempt.data().created_session_id()
            };
            clerk.go_on_with(created).await
        });
    };
    view! {
        <form on:submit=submit>
            <h2>"The code that was sent to you"</h2>
            <label>"Code"<input name="code" inputmode="numeric" required bind:value=code/></label>
            <button type="submit">"Go on"</button>
        </form>
    }
}
