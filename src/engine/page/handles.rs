//! The handles that applications hold. What they do at once stands in this folder, what has to be waited for in
//! `engine/handles`.

use super::client_state::ClientState;
use super::resource::Resource;
use super::state::Page;
use crate::error::ClerkError;
use std::fmt;
use std::rc::Rc;

/// One instance of Clerk. Cloning it is cheap and names the same one; two made from the same key share nothing.
#[derive(Clone)]
pub struct Clerk {
    pub(crate) page: Rc<Page>,
}

/// A live handle on the client. Cloning it is cheap and names the same client.
#[derive(Clone)]
pub struct Client {
    /// Absent for a client that was made from JSON: it belongs to no Clerk object.
    pub(crate) page: Option<Rc<Page>>,
    pub(crate) state: Rc<ClientState>,
}

/// A live handle on a session: its data is what the last answer said. Cloning it is cheap and names the same session.
#[derive(Clone)]
pub struct Session {
    pub(crate) page: Option<Rc<Page>>,
    pub(crate) resource: Rc<Resource>,
}

/// A sign-in or sign-up attempt and what it acts through.
#[derive(Clone)]
pub(crate) struct Attempt {
    pub(crate) page: Option<Rc<Page>>,
    pub(crate) resource: Rc<Resource>,
}

/// A live handle on a sign-in attempt. A blank one becomes the attempt that its first
/// [`create`](SignIn::create) starts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignIn(pub(crate) Attempt);

/// A live handle on a sign-up attempt. A blank one becomes the attempt that its first
/// [`create`](SignUp::create) starts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignUp(pub(crate) Attempt);

/// What a listener is given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resources {
    /// The client.
    pub client: Client,
    /// The current session: `None` while one is being left for another, `Some(None)` when nobody is signed in.
    pub session: Option<Option<Session>>,
}

impl Client {
    pub(crate) fn new(page: Option<Rc<Page>>, state: Rc<ClientState>) -> Self {
        Self { page, state }
    }
}

impl Session {
    pub(crate) fn new(page: Option<Rc<Page>>, resource: Rc<Resource>) -> Self {
        Self { page, resource }
    }
}

/// Handles are equal when they name the same thing, whatever it has become: a framework compares what it has given a component before.
macro_rules! same {
    ($handle:ty, $field:ident) => {
        impl PartialEq for $handle {
            fn eq(&self, other: &Self) -> bool {
                Rc::ptr_eq(&self.$field, &other.$field)
            }
        }

        impl Eq for $handle {}
    };
}

same!(Clerk, page);
same!(Client, state);
same!(Session, resource);
same!(Attempt, resource);

impl fmt::Debug for Clerk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Clerk").field("frontend_api", &self.page.key.frontend_api()).finish_non_exhaustive()
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Client").field(&self.state.resource).finish()
    }
}

impl fmt::Debug for Session {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Session").field(&self.resource).finish()
    }
}

impl fmt::Debug for Attempt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.resource.fmt(f)
    }
}

/// What is said of a resource that no Clerk object has handed out: nothing can be asked for it.
pub(crate) fn detached() -> ClerkError {
    ClerkError::state("This resource belongs to no Clerk object.")
}
