//! A small made-up glue of both parts, and how it is divided.

mod division;
mod first;
mod read;

use super::{Divided, Parts, ShortNames, divide};

/// As wasm-bindgen writes it: a class with a method that answers at once and one that makes requests.
const GLUE: &str = r#"/* @ts-self-types="./clerk_wasm.d.ts" */
import { get, send } from './snippets/clerk-1/src/json/browser.js';
import { newHooks } from './snippets/clerk-1/src/js/glue/requests.js';
import * as import1 from "./snippets/clerk-1/src/platform/page.js"

/**
 * One instance.
 */
export class Clerk {
    static __wrap(ptr) {
        const obj = Object.create(Clerk.prototype);
        return obj;
    }
    __destroy_into_raw() {
        return this.__wbg_ptr;
    }
    free() {
        wasm.__wbg_clerk_free(this.__destroy_into_raw(), 0);
    }
    /**
     * The key.
     * @returns {string}
     */
    get key() {
        return takeObject(wasm.clerk_key(this.__wbg_ptr));
    }
    /**
     * @param {string} key
     */
    constructor(key) {
        this.__wbg_ptr = wasm.clerk_new(passString(key), WASM_VECTOR_LEN);
    }
    /**
     * Loads it.
     */
    load(options) {
        const ret = wasm.clerk_load(addHeapObject(this), passString(options), WASM_VECTOR_LEN);
        return takeObject(ret);
    }
}
if (Symbol.dispose) Clerk.prototype[Symbol.dispose] = Clerk.prototype.free;

export function fromJSON(json) {
    return takeObject(wasm.fromJSON(json));
}
export function arrived() {
    wasm.arrived();
}
function __wbg_get_imports() {
    const import0 = {
        __proto__: null,
        __wbg_get_1: function(arg0) {
            return get(takeObject(arg0));
        },
        __wbg_send_2: function(arg0) {
            return handleError(send, wrapped(arg0));
        },
        __wbg_push_3: function(arg0) {
            heap.push(arg0);
        },
        __wbg_hooks_4: function() { return newHooks(); },
    };
    return {
        __proto__: null,
        "./clerk_wasm_bg.js": import0,
    };
}

const ClerkFinalization = (typeof FinalizationRegistry === 'undefined')
    ? { register: () => {}, unregister: () => {} }
    : new FinalizationRegistry(ptr => wasm.__wbg_clerk_free(ptr, 1));

let heap = new Array(4);
heap.push(undefined);

function addHeapObject(obj) {
    return heap.push(obj);
}

function handleError(f, args) {
    return f(args);
}

function passString(arg) {
    WASM_VECTOR_LEN = arg.length;
    return wasm.__wbindgen_malloc(arg.length);
}

function takeObject(idx) {
    return heap[idx];
}

const WRAPPED = Symbol();
function wrapped(arg) {
    return [WRAPPED, takeObject(arg)];
}

let WASM_VECTOR_LEN = 0;

let wasmModule, wasmInstance, wasm;
function __wbg_finalize_init(instance, module) {
    wasmInstance = instance;
    wasm = instance.exports;
    wasmModule = module;
    wasm.__wbindgen_start();
    return wasm;
}

async function __wbg_load(module, imports) {
    return module;
}

function initSync(module) {
}

export { initSync, __wbg_init as default };
"#;

fn names(imports: &[(&str, &str, &str)], exports: &[(&str, &str)]) -> ShortNames {
    let import = |(module, old, new): &(&str, &str, &str)| ((*module).into(), (*old).into(), (*new).into());
    let export = |(old, new): &(&str, &str)| ((*old).into(), (*new).into());
    ShortNames {
        imports: imports.iter().map(import).collect(),
        exports: exports.iter().map(export).collect(),
    }
}

fn parts() -> Parts {
    const OWN: &str = "./clerk_wasm_bg.js";
    let first = names(
        &[
            (OWN, "__wbg_get_1", "a"),
            (OWN, "__wbg_push_3", "b"),
            (OWN, "__wbg_hooks_4", "c"),
            ("./snippets/clerk-1/src/platform/page.js", "origin", "d"),
        ],
        &[
            ("clerk_key", "a"),
            ("clerk_new", "b"),
            ("fromJSON", "c"),
            ("__wbindgen_malloc", "d"),
            ("__wbindgen_start", "e"),
            ("__splitter_f_7", "f"),
        ],
    );
    let second = names(
        &[
            ("first", "__splitter_f_7", "a"),
            (OWN, "__wbg_get_1", "b"),
            (OWN, "__wbg_send_2", "c"),
            ("./snippets/clerk-1/src/platform/page.js", "reload", "d"),
        ],
        &[("clerk_load", "a"), ("arrived", "b"), ("__wbg_clerk_free", "c")],
    );
    Parts { first, second, build: "b1".to_owned() }
}

fn divided(glue: &str) -> Divided {
    divide(glue, &parts()).unwrap()
}

/// What the build says of a glue with something in the place of something else.
fn error(from: &str, to: &str) -> String {
    assert!(GLUE.contains(from), "{from}");
    divide(&GLUE.replace(from, to), &parts()).unwrap_err().to_string()
}
