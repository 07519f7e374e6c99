//! The methods of `SignInResource` and `SignUpResource`: each sends its parameters and resolves the attempt.

use super::handle::attempt_object;
use super::promise::promise;
use crate::engine::Attempt;
use crate::fapi::endpoints::attempt::Call;
use crate::fapi::endpoints::{sign_in, sign_up};
use crate::json::Json;
use wasm_bindgen::JsValue;

pub(crate) static SIGN_IN: Noun = Noun { name: "SignIn", calls: &sign_in::CALLS };
pub(crate) static SIGN_UP: Noun = Noun { name: "SignUp", calls: &sign_up::CALLS };

/// A kind of attempt, with its methods.
#[derive(Debug)]
pub(crate) struct Noun {
    pub(crate) name: &'static str,
    calls: &'static [&'static Call],
}

impl Noun {
    pub(crate) fn methods(&self) -> Vec<&'static str> {
        self.calls.iter().map(|call| call.name).collect()
    }

    pub(crate) fn call(&'static self, attempt: &Attempt, index: usize, params: &Json) -> Option<JsValue> {
        let work = attempt.run(self.calls.get(index)?, params);
        Some(promise(Ok(work), attempt_object(self, attempt)).into())
    }
}
