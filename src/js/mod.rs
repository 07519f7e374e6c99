//! What JavaScript sees: the exported classes. They read arguments, call the engine and convert; nothing is
//! decided here.

mod abort;
mod attempt;
mod backend;
mod clerk;
mod client;
mod errors;
mod handle;
mod promise;
mod requests;
mod resource;
mod session;
mod types;

use wasm_bindgen::prelude::wasm_bindgen;

/// Allocates in constant time, in a third of the code of the default allocator.
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Tells `glue/resource.js` what resources there are, once, before anything else runs.
#[wasm_bindgen(start, skip_typescript)]
fn start() {
    resource::define_all();
    resource::methods("Session", &session::names());
    for noun in [&attempt::SIGN_IN, &attempt::SIGN_UP] {
        resource::methods(noun.name, &noun.methods());
    }
}
