//! The same code on a server, where an application is rendered: it compiles, nobody is signed in, and nothing waits.

#![allow(clippy::unwrap_used)]

use clerk_wasm::{Clerk, ClerkOptions, LoadOptions, SetActive, SignOut, Target};
use futures_executor::block_on;

const KEYS: [&str; 2] = ["pk_live_Y2xlcmsuZXhhbXBsZS5jb20k", "pk_test_ZGVtby5hY2NvdW50cy5kZXYk"];

#[test]
fn whoever_loads_on_a_server_is_told_so_and_does_not_wait() {
    for key in KEYS {
        let clerk = Clerk::new(key, &ClerkOptions::default()).unwrap();
        assert!(clerk.client().is_none() && clerk.session().is_none());
        let error = block_on(clerk.load(LoadOptions::default())).unwrap_err();
        assert!(error.to_string().contains("there is no browser here"), "{key}: {error}");
        let by_id = SetActive { session: Target::Id("sess_1".to_owned()), ..SetActive::default() };
        block_on(clerk.set_active(by_id)).unwrap_err();
        block_on(clerk.sign_out(SignOut::default())).unwrap();
        assert!(clerk.session().is_none());
    }
}

/// Contexts of frameworks want their values comparable, and errors that go to another thread.
#[test]
fn what_frameworks_keep_may_be_compared_and_errors_may_be_sent() {
    fn compared<T: Clone + PartialEq + 'static>() {}
    fn sent<T: std::error::Error + Clone + PartialEq + Send + Sync + 'static>() {}
    compared::<Clerk>();
    compared::<clerk_wasm::Client>();
    compared::<clerk_wasm::Session>();
    compared::<clerk_wasm::SignIn>();
    compared::<clerk_wasm::SignUp>();
    compared::<clerk_wasm::Resources>();
    sent::<clerk_wasm::ClerkError>();
}
