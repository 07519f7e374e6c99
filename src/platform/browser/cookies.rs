//! The page's cookies, by the snippet `cookies.js`. Where there is no document there are none.

use crate::platform::{Cookies, Lifetime};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/platform/browser/cookies.js")]
extern "C" {
    fn cookie(name: &str) -> Option<String>;
    #[wasm_bindgen(js_name = writeCookie)]
    fn write_cookie(name: &str, value: Option<&str>, is_strict: bool);
    #[wasm_bindgen(js_name = writeVisitCookie)]
    fn write_visit_cookie(name: &str, value: Option<&str>);
    fn partition();
}

pub(super) struct DocumentCookies;

impl DocumentCookies {
    fn write(name: &str, value: Option<&str>, lifetime: Lifetime) {
        match lifetime {
            Lifetime::Visit => write_visit_cookie(name, value),
            lifetime => write_cookie(name, value, lifetime == Lifetime::YearStrict),
        }
    }
}

impl Cookies for DocumentCookies {
    fn get(&self, name: &str) -> Option<String> {
        cookie(name)
    }

    fn set(&self, name: &str, value: &str, lifetime: Lifetime) {
        Self::write(name, Some(value), lifetime);
    }

    fn remove(&self, name: &str, lifetime: Lifetime) {
        Self::write(name, None, lifetime);
    }

    fn partition(&self) {
        partition();
    }
}
