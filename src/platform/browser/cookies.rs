//! The page's cookies, by the snippet `page.js`. Where there is no document there are none.

use crate::encoding::{append_uri_component, concat};
use crate::platform::{Cookies, Lifetime};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/platform/browser/page.js")]
extern "C" {
    fn cookie(name: &str) -> Option<String>;
    #[wasm_bindgen(js_name = writeCookie)]
    fn write_cookie(text: &str);
}

const SECURE: &str = "; Secure";

pub(super) struct DocumentCookies;

impl Cookies for DocumentCookies {
    fn get(&self, name: &str) -> Option<String> {
        cookie(name)
    }

    fn set(&self, name: &str, value: &str, lifetime: Lifetime) {
        let mut encoded = String::new();
        let attributes = match lifetime {
            Lifetime::Year => "; max-age=31536000; SameSite=Lax",
            Lifetime::YearStrict => "; max-age=31536000; SameSite=Strict",
            Lifetime::Visit => SECURE,
        };
        match lifetime {
            Lifetime::Visit => encoded.push_str(value),
            _ => append_uri_component(&mut encoded, value),
        }
        write_cookie(&concat(&[name, "=", &encoded, "; path=/", attributes]));
    }

    fn remove(&self, name: &str, lifetime: Lifetime) {
        let attributes = if lifetime == Lifetime::Visit { SECURE } else { "" };
        write_cookie(&concat(&[name, "=; path=/; max-age=0", attributes]));
    }
}
