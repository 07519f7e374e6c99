//! The first part: `new Clerk`, a start that meets no difficulty, and whatever answers at once.

mod clerk;
mod client;
mod errors;
mod handle;
mod hooks;
mod options;
mod resource;

pub(super) use self::clerk::Clerk;
pub(super) use self::client::{ClientResource, client_object};
pub(super) use self::errors::{error_object, thrown};
pub(super) use self::handle::{
    Kind, ResourceHandle, object, session_object, sign_in_object, sign_up_object, verification_object,
};
pub(super) use self::hooks::JsHooks;
pub(super) use self::options::{check_options, given, is_on, is_satellite, options, text};
pub(super) use self::resource::{create, good_until, update};

use crate::fapi::endpoints::{reverification, sign_in, sign_up};
use wasm_bindgen::prelude::wasm_bindgen;

/// Tells `glue/resource.js` what resources there are, once, before anything else runs.
#[wasm_bindgen(start, skip_typescript)]
fn start() {
    resource::define_all();
    resource::methods("Session", &[super::second::SESSION_METHODS, reverification::NAMES].concat());
    resource::methods("SignIn", sign_in::NAMES);
    resource::methods("SignUp", sign_up::NAMES);
}
