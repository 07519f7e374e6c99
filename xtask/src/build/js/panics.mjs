// Which functions of the module only say what went wrong before they trap, by their demangled names: `core[da67677e05e7ca4e]::panicking::panic_fmt`,
// or `core::panicking::panic_fmt::hda67677e05e7ca4e` of the older mangling. The crate decides: no function of ours, whatever it is called.

/** Rust's own libraries. In `__rustc` is what the compiler links to by a fixed name, such as the panic handler. */
const LIBRARIES = new Set(['core', 'alloc', 'std', 'panic_abort', 'compiler_builtins', '__rustc']);
/** What their functions are called that panic and are in no module `panicking`: each is in the module with -Cpanic=abort and Rust 1.95. */
const PANICKING = /^(rust_)?panic|^rust_begin_unwind$|_fail$|_failed$|^handle_error$|^capacity_overflow$/;

/** The function by which wasm-bindgen throws texts of its own, such as "null pointer passed to rust". */
export const THROWING = 'wasm_bindgen::throw_str';

/** The path of a function without hashes and without types. A method of a type (`<…>::name`) has none: it names no crate of its own. */
function pathOf(name) {
  const [path] = name.split('<');
  return path
    .replaceAll(/\[[0-9a-f]+\]/g, '')
    .replace(/::h[0-9a-f]{16}$/, '')
    .replace(/::$/, '');
}

/** Whether the function is one of Rust's libraries and panics. */
export function isPanic(name) {
  const words = pathOf(name).split('::');
  return LIBRARIES.has(words[0]) && (words.includes('panicking') || PANICKING.test(words.at(-1)));
}

/** Whether the function is wasm-bindgen's that throws. */
export const isThrowing = name => pathOf(name) === THROWING;
