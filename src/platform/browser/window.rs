//! The window, by the snippet `page.js`.

use super::Ending;
use crate::json::Json;
#[cfg(not(feature = "js"))]
use crate::platform::Popup;
use crate::platform::{Hear, Registration, Window};
use js_sys::Function;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/platform/browser/page.js")]
extern "C" {
    fn href() -> Option<String>;
    fn navigate(url: &str) -> bool;
    #[wasm_bindgen(js_name = isOpened)]
    fn is_opened() -> bool;
    fn language() -> Option<String>;
    #[wasm_bindgen(js_name = isOnline)]
    fn is_online() -> bool;
    #[wasm_bindgen(js_name = tabState)]
    fn tab_state() -> Option<u8>;
    #[wasm_bindgen(js_name = onReturn)]
    fn on_return(act: JsValue) -> Function;
    #[wasm_bindgen(js_name = onFocus)]
    fn on_focus(act: JsValue) -> Function;
    #[wasm_bindgen(js_name = onMessage)]
    fn on_message(origin: &str, hear: JsValue) -> Function;
    #[wasm_bindgen(js_name = resolveUrl)]
    fn resolve_url(url: &str) -> Option<String>;
    #[wasm_bindgen(js_name = urlBelowRoot)]
    fn url_below_root(url: &str) -> Option<String>;
    #[wasm_bindgen(js_name = wholeUrl)]
    fn whole_url(url: &str) -> Option<String>;
    #[wasm_bindgen(js_name = withQueryParameter)]
    fn with_query_parameter(url: &str, name: &str, value: &str) -> Option<String>;
}

pub(super) struct Tab;

impl Window for Tab {
    fn href(&self) -> Option<String> {
        href()
    }

    fn navigate(&self, url: &str) -> bool {
        navigate(url)
    }

    fn is_opened(&self) -> bool {
        is_opened()
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

    fn on_return(&self, act: Box<dyn Fn()>) -> Registration {
        Box::new(Ending(on_return(Closure::wrap(act).into_js_value())))
    }

    fn on_focus(&self, act: Box<dyn Fn()>) -> Registration {
        Box::new(Ending(on_focus(Closure::wrap(act).into_js_value())))
    }

    // The package's applications open their windows themselves.
    #[cfg(not(feature = "js"))]
    fn open(&self) -> Option<std::rc::Rc<dyn Popup>> {
        super::popup::open()
    }

    fn on_message(&self, origin: &str, hear: Hear) -> Registration {
        let hear: Box<dyn Fn(JsValue)> = Box::new(move |said| hear(Json::from(said)));
        Box::new(Ending(on_message(origin, Closure::wrap(hear).into_js_value())))
    }

    fn resolve_url(&self, url: &str) -> Option<String> {
        resolve_url(url)
    }

    fn url_below_root(&self, url: &str) -> Option<String> {
        url_below_root(url)
    }

    fn whole_url(&self, url: &str) -> Option<String> {
        whole_url(url)
    }

    fn with_query_parameter(&self, url: &str, name: &str, value: &str) -> Option<String> {
        with_query_parameter(url, name, value)
    }
}
