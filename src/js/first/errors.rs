//! The errors of what answers at once: a wrong argument, a wrong option, or what the caller's own code has thrown. No server and no
//! network has a part in them; `second/errors.rs` knows those errors too.

use crate::error::{ClerkError, ErrorKind};
use wasm_bindgen::JsValue;

/// What a caller's own code has thrown, or given as a reason.
pub(in crate::js) fn thrown(value: JsValue) -> ClerkError {
    ErrorKind::Thrown(value.into()).into()
}

/// The JavaScript error of a call that answers at once.
pub(in crate::js) fn error_object(error: ClerkError) -> JsValue {
    match error.kind() {
        ErrorKind::Argument(message) => js_sys::TypeError::new(message).into(),
        ErrorKind::Thrown(thrown) => thrown.as_js().clone(),
        ErrorKind::State(message) => js_sys::Error::new(message).into(),
        _ => js_sys::Error::new("Something failed.").into(),
    }
}
