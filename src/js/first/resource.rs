//! The table behind the resources that JavaScript sees: it is [`model::NOUNS`], and `glue/resource.js` reads it.

use crate::encoding::join;
use crate::json::Json;
use crate::model;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/js/glue/resource.js")]
extern "C" {
    fn define(name: &str, fields: &str);

    #[wasm_bindgen(js_name = methods)]
    fn define_methods(name: &str, names: &str);

    #[wasm_bindgen(js_name = create)]
    fn create_object(name: &str, json: &JsValue, handle: JsValue) -> JsValue;

    #[wasm_bindgen(js_name = update)]
    fn update_object(object: &JsValue, json: &JsValue);
}

#[wasm_bindgen(module = "/src/js/glue/epoch.js")]
extern "C" {
    #[wasm_bindgen(js_name = changed)]
    fn next_epoch();

    #[wasm_bindgen(js_name = goodUntil)]
    fn good_until_next_epoch(value: &JsValue, until_ms: f64) -> JsValue;
}

/// Tells JavaScript that what it keeps of a Clerk object is out of date.
pub(in crate::js) fn changed() {
    next_epoch();
}

/// What a method gives when it need not wait: a value, and until when the same call gives the same unless something
/// changes. JavaScript keeps it and does not call again.
pub(in crate::js) fn good_until(value: &JsValue, until_ms: f64) -> JsValue {
    good_until_next_epoch(value, until_ms)
}

/// Tells JavaScript of every noun. Comes before everything else.
pub(in crate::js) fn define_all() {
    for (name, fields) in model::NOUNS {
        define(name, fields);
    }
}

/// Gives the objects of a noun methods: each calls `handle.run(index, argument)`. Comes before the first object.
pub(in crate::js) fn methods(name: &str, names: &[&str]) {
    define_methods(name, &join(names, ","));
}

/// An object of the noun `name` that shows `json`.
pub(in crate::js) fn create(name: &str, json: &Json, handle: JsValue) -> JsValue {
    create_object(name, json.as_js(), handle)
}

/// Replaces what an object shows.
pub(in crate::js) fn update(object: &JsValue, json: &Json) {
    update_object(object, json.as_js());
}
