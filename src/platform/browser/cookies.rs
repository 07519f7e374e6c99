//! The page's cookies, by the snippet `cookies.js`. Where there is no document there are none.

use crate::platform::{Cookies, Lifetime};
use std::cell::Cell;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/platform/browser/cookies.js")]
extern "C" {
    fn cookie(name: &str) -> Option<String>;
    #[wasm_bindgen(js_name = writeCookie)]
    fn write_cookie(name: &str, value: Option<&str>, is_strict: bool, is_partitioned: bool);
    #[wasm_bindgen(js_name = writeVisitCookie)]
    fn write_visit_cookie(name: &str, value: Option<&str>);
}

#[derive(Default)]
pub(super) struct DocumentCookies {
    /// What the instance wants, once that is known.
    is_partitioned: Cell<bool>,
}

impl DocumentCookies {
    fn write(&self, name: &str, value: Option<&str>, lifetime: Lifetime) {
        match lifetime {
            Lifetime::Visit => write_visit_cookie(name, value),
            lifetime => {
                let is_strict = lifetime == Lifetime::YearStrict;
                write_cookie(name, value, is_strict, self.is_partitioned.get());
            }
        }
    }
}

impl Cookies for DocumentCookies {
    fn get(&self, name: &str) -> Option<String> {
        cookie(name)
    }

    fn set(&self, name: &str, value: &str, lifetime: Lifetime) {
        self.write(name, Some(value), lifetime);
    }

    fn remove(&self, name: &str, lifetime: Lifetime) {
        self.write(name, None, lifetime);
    }

    fn partition(&self) {
        self.is_partitioned.set(true);
    }
}
