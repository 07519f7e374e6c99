//! What Clerk does, over the page, the wire and the tokens: one file for each deed, as free functions over [`Rest`]. The
//! door through which the page calls up here is in `attach.rs`.

mod account;
mod attach;
mod attempt;
mod attempt_captcha;
mod choice;
mod client_from_token;
mod environment;
mod focus;
mod leaving;
mod life;
mod load;
mod navigation;
mod other_tabs;
mod outage;
mod pages;
mod preparations;
mod returns;
mod reverification;
mod satellite;
mod set_active;
mod sign_out;
mod snapshot;
mod state;
mod touch;
mod unauthenticated;
mod ways_out;

pub(crate) use account::{delete_user, newest, reload, run as run_account, update_user};
#[cfg(all(target_arch = "wasm32", feature = "js"))]
pub(crate) use attach::set_all_hooks;
pub(crate) use attach::{attach, attached};
pub(crate) use environment::reload_environment;
pub(crate) use life::keep_going;
#[cfg(all(target_arch = "wasm32", feature = "js"))]
pub(crate) use life::keep_going_after;
pub(crate) use load::load;
pub(crate) use navigation::{build_url_with_auth, navigate, touch_url, via_touch};
pub(crate) use pages::{
    AttemptKind, attempt_url, behind_hash, current_task, own_page, redirect_to_tasks, task_url, url_after,
    url_text,
};
pub(crate) use set_active::set_active;
pub use set_active::{ActiveOrganization, Navigate, SetActive, Target};
pub use sign_out::SignOut;
pub(crate) use sign_out::{destroy_client, sign_out};
pub(crate) use state::Rest;
pub(crate) use touch::touch;
pub(crate) use unauthenticated::{Heard, handle_unauthenticated};
pub(crate) use ways_out::{Way, domain_of, replaced, way_out};
