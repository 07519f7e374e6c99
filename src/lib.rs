//! A headless [Clerk](https://clerk.com) client for browsers: who is signed in, and everything that they can do about it, without any
//! component. It is what clerk-js does, in Rust, and asks Clerk's Frontend API the same.
//!
//! [`Clerk`] loads the [`Client`], which holds the [`Session`]s of this device, and the [`SignIn`] and [`SignUp`] that are in progress. Each
//! of these is a handle: cheap to clone, and equal to another that names the same thing. `data()` is what is known of it now.
//!
//! ```no_run
//! use clerk_wasm::{Clerk, ClerkOptions, CreateSignIn, LoadOptions, Result, SetActive, Target, UpdateUser};
//!
//! async fn run() -> Result<()> {
//!     let clerk = Clerk::new("pk_live_Y2xlcmsuZXhhbXBsZS5jb20k", &ClerkOptions::default())?;
//!     clerk.load(LoadOptions::default()).await?;
//!
//!     if clerk.session().is_none() {
//!         let Some(client) = clerk.client() else { return Ok(()) };
//!         let attempt = client.sign_in();
//!         let by_password = CreateSignIn::default().identifier("ada@example.com");
//!         attempt.create(by_password.password("correct horse".to_owned())).await?;
//!         // Or there is more to do: attempt.data().status() says what.
//!         if let Some(id) = attempt.data().created_session_id() {
//!             clerk.set_active(SetActive { session: Target::Id(id), ..SetActive::default() }).await?;
//!         }
//!     }
//!
//!     if let Some(user) = clerk.user() {
//!         user.update(UpdateUser::default().first_name("Ada")).await?;
//!     }
//!
//!     // From now on, whatever changes.
//!     let mut changes = clerk.changes();
//!     while let Some(now) = changes.next().await {
//!         let name = now.session.flatten().and_then(|session| session.data().user().full_name());
//!         println!("{}", name.unwrap_or_else(|| "nobody".to_owned()));
//!     }
//!     Ok(())
//! }
//! ```
//!
//! # What is where
//!
//! | | |
//! |---|---|
//! | who is signed in | [`Clerk::session`], [`Clerk::user`], [`Clerk::organization`], [`Clerk::add_listener`], [`Clerk::changes`] |
//! | signing in and up | [`SignIn`], [`SignUp`], then [`Clerk::set_active`] |
//! | tokens for a server | [`Session::get_token`](Session::get_token) |
//! | what somebody has | [`User`], [`EmailAddress`], [`PhoneNumber`], [`ExternalAccount`], [`Passkey`], … |
//! | organizations | [`Organization`], [`OrganizationMembership`], [`OrganizationInvitation`], [`OrganizationDomain`], … |
//! | what goes wrong | [`ClerkError`], which another thread may have; [`ErrorKind`] says which |
//! | what is read | [`model`]: typed views over what the server sends; nothing in it can fail |
//!
//! Providers, links by e-mail, passkeys and Google's One Tap are flows of several calls, through pages that are not the application's:
//! [`SignIn::authenticate_with_redirect`] leaves the page, and [`Clerk::handle_redirect_callback`] goes on where the browser comes back. Wallets are in the npm package alone so far.
//!
//! # Where it runs
//!
//! In browsers, on `wasm32-unknown-unknown`. It compiles on hosts too, so that an application can be rendered on a server: nobody is signed in
//! there, and [`Clerk::load`] says that there is no browser. Futures are `!Send`, as a browser's are.
//!
//! # Features
//!
//! | | |
//! |---|---|
//! | `serde` | reads [`json::Json`], such as a user's metadata, as a type of your own |
//! | `js` | the JavaScript classes of the npm package `clerk-wasm`, which this crate is compiled to; an application has no use for it |
//!
//! Nothing is on by default. The allocator is the application's.

#![cfg_attr(docsrs, feature(doc_cfg))]

mod encoding;
pub mod engine;
pub mod error;
pub mod fapi;
mod held;
pub mod json;
pub mod model;
pub mod platform;
mod secret;

pub use engine::{
    ActiveOrganization, AllowList, Changes, Clerk, ClerkOptions, Client, EmailAddress, EnterpriseAccount,
    ExternalAccount, FollowedLink, GetToken, Hooks, LoadOptions, Navigate, Organization, OrganizationDomain,
    OrganizationInvitation, OrganizationMembership, OrganizationMembershipRequest, OrganizationSuggestion,
    Paginated, Passkey, PasskeyFlow, PhoneNumber, Picture, Resources, ScopedSubscription, Session,
    SessionWithActivities, SetActive, SignIn, SignInOrUp, SignOut, SignUp, Status, Subscription, Target,
    TaskUrls, User, UserOrganizationInvitation, Web3Wallet, Work,
};
pub use error::{ApiError, ApiResponseError, ClerkError, ErrorKind, NetworkError, Result, RuntimeError};
pub use fapi::params::{
    AttemptFactor, AttemptVerification, AuthenticateWithRedirect, CaptchaAnswer, CreateExternalAccount,
    CreateOrganization, CreateSignIn, CreateSignUp, GetDomains, GetInvitations, GetMembershipRequests,
    GetMemberships, GoogleOneTap, HandleEmailLink, HandleRedirectCallback, Paging, PrepareEmailAddress,
    PrepareFactor, PrepareVerification, Reauthorize, ResetPassword, StartEmailLink, UpdateEnrollmentMode,
    UpdateOrganization, UpdatePassword, UpdateSignUp, UpdateUser,
};
pub use platform::Popup;
pub use secret::Secret;

#[cfg(all(target_arch = "wasm32", feature = "js"))]
mod js;
