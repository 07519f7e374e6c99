//! What a Clerk object does, in rooms. Each uses those below it only: `page`, `wire`, `tokens`,
//! `clerk`, `flows`, `handles`, from the bottom. `page` is the first part of the package. Everything here is plain Rust over the traits
//! of [`platform`](crate::platform), so that it is tested without a browser.

mod clerk;
mod flows;
mod handles;
mod page;
mod tokens;
mod wire;

pub use clerk::{ActiveOrganization, Navigate, SetActive, SignOut, Target};
#[cfg(all(target_arch = "wasm32", feature = "js"))]
pub(crate) use clerk::{Rest, delete_user, reload, run_account, set_all_hooks, update_user, url_text};
#[cfg(all(target_arch = "wasm32", feature = "js"))]
pub(crate) use flows::{
    Callback, Elsewhere, Go, GoOn, attempts_of, authenticate_with_passkey, await_link_in_sign_in,
    await_link_in_sign_up, create_passkey, handle_callback, handle_link, link_in_sign_in, link_in_sign_up,
    one_tap, pass_second_factor, popup_in_sign_in, popup_in_sign_up, redirect_in_sign_in,
    redirect_in_sign_up, sso_in_sign_in, sso_in_sign_up, verify_address, verify_with_passkey,
};
pub use flows::{FollowedLink, PasskeyFlow, SignInOrUp};
pub use handles::{
    Changes, EmailAddress, EnterpriseAccount, ExternalAccount, Organization, OrganizationDomain,
    OrganizationInvitation, OrganizationMembership, OrganizationMembershipRequest, OrganizationSuggestion,
    Paginated, Passkey, PhoneNumber, Picture, SessionWithActivities, User, UserOrganizationInvitation,
    Web3Wallet,
};
#[cfg(all(target_arch = "wasm32", feature = "js"))]
pub(crate) use page::PageHooks;
pub use page::{
    AllowList, Clerk, ClerkOptions, Client, GetToken, LoadOptions, Resources, ScopedSubscription, Session,
    SignIn, SignUp, Status, Subscription, TaskUrls,
};
#[cfg(all(target_arch = "wasm32", feature = "js"))]
pub(crate) use page::{Attempt, Resource, View};
#[doc(hidden)]
pub use page::{Ready, Start};
pub use wire::{Becoming, Hooks, Work};
#[cfg(all(target_arch = "wasm32", feature = "js"))]
pub(crate) use wire::{done, or_fail, within};
