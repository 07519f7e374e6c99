//! A Rust page: loads the client, writes on the console who is signed in, and again whenever that changes.
//!
//! `cargo build --example who_is_signed_in --target wasm32-unknown-unknown`

#[cfg(target_arch = "wasm32")]
mod page {
    use clerk_wasm::{
        Clerk, ClerkOptions, CreateSignIn, LoadOptions, Resources, Result, SetActive, SignIn, Target,
    };
    use wasm_bindgen::prelude::*;

    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(js_namespace = console)]
        fn log(text: &str);
    }

    fn describe(now: &Resources) -> String {
        match &now.session {
            None => "one moment".to_owned(),
            Some(None) => "nobody is signed in".to_owned(),
            Some(Some(session)) => {
                let user = session.data().user();
                [user.first_name().unwrap_or_default().as_str(), " is signed in"].concat()
            }
        }
    }

    /// Signs in by a password. The session it creates becomes the current one by `clerk.set_active`.
    async fn sign_in(attempt: &SignIn, email: &str, password: &str) -> Result<Option<String>> {
        attempt.create(CreateSignIn::default().identifier(email).password(password)).await?;
        Ok(attempt.data().created_session_id())
    }

    pub(crate) async fn run() -> Result<()> {
        let clerk = Clerk::new("pk_live_Y2xlcmsuZXhhbXBsZS5jb20k", &ClerkOptions::default())?;
        clerk.add_listener(|now| log(&describe(now)), false);
        clerk.load(LoadOptions::default()).await?;
        if let Some(client) = clerk.client().filter(|client| client.signed_in_sessions().is_empty()) {
            let created = sign_in(&client.sign_in(), "ada@example.com", "a long password").await?;
            let session = created.map_or(Default::default(), Target::Id);
            clerk.set_active(SetActive { session, ..Default::default() }).await?;
        }
        Ok(())
    }

    pub(crate) fn start() {
        wasm_bindgen_futures::spawn_local(async {
            if let Err(error) = run().await {
                log(&error.to_string());
            }
        });
    }
}

fn main() {
    #[cfg(target_arch = "wasm32")]
    page::start();
}
