//! The page, by the snippet `page.js`.

use crate::platform::Page;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/platform/browser/page.js")]
extern "C" {
    fn origin() -> Option<String>;
    fn href() -> Option<String>;
    #[wasm_bindgen(js_name = queryParameter)]
    fn query_parameter(name: &str) -> Option<String>;
    #[wasm_bindgen(js_name = takeQueryParameter)]
    fn take_query_parameter(name: &str) -> Option<String>;
    fn navigate(url: &str) -> bool;
    fn language() -> Option<String>;
    #[wasm_bindgen(js_name = isOnline)]
    fn is_online() -> bool;
    #[wasm_bindgen(js_name = tabState)]
    fn tab_state() -> Option<u8>;
    #[wasm_bindgen(js_name = isInFront)]
    fn is_in_front() -> bool;
    #[wasm_bindgen(js_name = onReturn)]
    fn on_return(act: JsValue);
    #[wasm_bindgen(js_name = onFocus)]
    fn on_focus(act: JsValue);
    #[wasm_bindgen(js_name = resolveUrl)]
    fn resolve_url(url: &str) -> Option<String>;
    #[wasm_bindgen(js_name = withQueryParameter)]
    fn with_query_parameter(url: &str, name: &str, value: &str) -> Option<String>;
}

pub(super) struct Tab;

impl Page for Tab {
    fn origin(&self) -> Option<String> {
        origin()
    }

    fn href(&self) -> Option<String> {
        href()
    }

    fn query_parameter(&self, name: &str) -> Option<String> {
        query_parameter(name)
    }

    fn take_query_parameter(&self, name: &str) -> Option<String> {
        take_query_parameter(name)
    }

    fn navigate(&self, url: &str) -> bool {
        navigate(url)
    }

    fn language(&self) -> Option<String> {
        language()
    }

    fn is_online(&self) -> bool {
        is_online()
    }

    fn tab_state(&self) -> Option<&'static str> {
        Some(match tab_state()? {
            0 => "focused",
            1 => "visible",
            _ => "hidden",
        })
    }

    fn is_in_front(&self) -> bool {
        is_in_front()
    }

    fn on_return(&self, act: Box<dyn Fn()>) {
        on_return(Closure::wrap(act).into_js_value());
    }

    fn on_focus(&self, act: Box<dyn Fn()>) {
        on_focus(Closure::wrap(act).into_js_value());
    }

    fn resolve_url(&self, url: &str) -> Option<String> {
        resolve_url(url)
    }

    fn with_query_parameter(&self, url: &str, name: &str, value: &str) -> Option<String> {
        with_query_parameter(url, name, value)
    }
}
