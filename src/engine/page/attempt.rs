//! Sign-in and sign-up attempts, as far as they answer at once.

#[cfg(all(target_arch = "wasm32", feature = "js"))]
use super::handles::{Attempt, Clerk};
use super::handles::{SignIn, SignUp};
use crate::model;

impl SignIn {
    /// The attempt as it is now.
    pub fn data(&self) -> model::SignIn {
        model::SignIn::new(self.0.resource.data())
    }
}

impl SignUp {
    /// The attempt as it is now.
    pub fn data(&self) -> model::SignUp {
        model::SignUp::new(self.0.resource.data())
    }
}

#[cfg(all(target_arch = "wasm32", feature = "js"))]
impl Attempt {
    pub(crate) fn clerk(&self) -> Option<Clerk> {
        self.page.as_ref().map(Clerk::of)
    }
}
