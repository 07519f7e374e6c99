//! Clerk as a Leptos context. Copy this file: it is all that an application needs between the two.

use std::future::Future;

use clerk_wasm::{
    Clerk, ClerkOptions, LoadOptions, Organization, Resources, Result, Session, SetActive, Target, User,
};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What a component has of Clerk: [`use_clerk`] gives it. What it reads is read again when it changes.
#[derive(Clone, Copy)]
pub struct UseClerk {
    clerk: StoredValue<Clerk, LocalStorage>,
    now: RwSignal<Option<Resources>, LocalStorage>,
    /// What went wrong last, for the person in front of the page.
    pub trouble: RwSignal<Option<String>>,
}

/// Makes a Clerk object for all components below this one, and loads it.
///
/// # Errors
/// When the key is not valid.
pub fn provide_clerk(publishable_key: &str, options: &ClerkOptions) -> Result<UseClerk> {
    let clerk = Clerk::new(publishable_key, options)?;
    let now = RwSignal::new_local(None);
    // It ends with the component that this is called in.
    let heard = clerk.add_listener(move |resources| now.set(Some(resources.clone())), false).scoped();
    StoredValue::new_local(heard);
    let this = UseClerk { clerk: StoredValue::new_local(clerk.clone()), now, trouble: RwSignal::new(None) };
    provide_context(this);
    this.run(async move { clerk.load(LoadOptions::default()).await });
    Ok(this)
}

/// Clerk, below a component that has called [`provide_clerk`].
pub fn use_clerk() -> UseClerk {
    expect_context()
}

impl UseClerk {
    /// The Clerk object itself.
    pub fn clerk(self) -> Clerk {
        self.clerk.get_value()
    }

    /// Whether it is known who is signed in.
    pub fn is_loaded(self) -> bool {
        self.now.with(|now| now.as_ref().is_some_and(|now| now.session.is_some()))
    }

    /// The current session.
    pub fn session(self) -> Option<Session> {
        self.now.with(|now| now.as_ref()?.session.clone().flatten())
    }

    /// The user who is signed in.
    pub fn user(self) -> Option<User> {
        self.session()?.user()
    }

    /// The active organization.
    pub fn organization(self) -> Option<Organization> {
        self.now.track();
        self.clerk().organization()
    }

    /// Runs what has to be waited for. What goes wrong is shown.
    pub fn run(self, work: impl Future<Output = Result<()>> + 'static) {
        self.trouble.set(None);
        spawn_local(async move {
            if let Err(error) = work.await {
                self.trouble.set(Some(error.message().into_owned()));
            }
        });
    }

    /// Makes a session current that an attempt has created.
    pub async fn go_on_with(self, created_session_id: Option<String>) -> Result<()> {
        match created_session_id {
            Some(id) => {
                self.clerk().set_active(SetActive { session: Target::Id(id), ..SetActive::default() }).await
            }
            None => Ok(()),
        }
    }
}
