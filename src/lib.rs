//! A headless [Clerk](https://clerk.com) client for browsers: clerk-js's `Client` object in Rust.
//!
//! [`Clerk`] loads the [`Client`], which holds the [`Session`]s of this device and the [`SignIn`] and [`SignUp`] that
//! are in progress. From JavaScript the same objects are the npm package `clerk-wasm`, which this crate is compiled to
//! with its feature `js`; Rust applications have no use for that.
//!
//! `ARCHITECTURE.md` has the map.

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
    ExternalAccount, GetToken, Hooks, LoadOptions, Navigate, Organization, OrganizationDomain,
    OrganizationInvitation, OrganizationMembership, OrganizationMembershipRequest, OrganizationSuggestion,
    Paginated, Passkey, PhoneNumber, Picture, Resources, ScopedSubscription, Session, SessionWithActivities,
    SetActive, SignIn, SignOut, SignUp, Status, Subscription, Target, TaskUrls, User,
    UserOrganizationInvitation, Web3Wallet, Work,
};
pub use error::{ApiError, ApiResponseError, ClerkError, ErrorKind, NetworkError, Result, RuntimeError};
pub use fapi::params::{
    AttemptFactor, AttemptVerification, CaptchaAnswer, CreateExternalAccount, CreateOrganization,
    CreateSignIn, CreateSignUp, GetDomains, GetInvitations, GetMembershipRequests, GetMemberships, Paging,
    PrepareEmailAddress, PrepareFactor, PrepareVerification, Reauthorize, ResetPassword,
    UpdateEnrollmentMode, UpdateOrganization, UpdatePassword, UpdateSignUp, UpdateUser,
};
pub use secret::Secret;

#[cfg(all(target_arch = "wasm32", feature = "js"))]
mod js;
