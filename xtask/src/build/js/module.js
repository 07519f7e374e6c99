// The first part's module as a script, for `init()` where the `.wasm` file is not beside its script: the development servers of Vite 5 to 7,
// a bundler that copies no files, an address that is a file's (Node, jsdom).
import { decode } from './decode.js';
import { length, text } from './first_text.js';

/** The module's bytes. `cause` is why there was no file; where a server has given something else, the console says what to do. */
export function begin(cause) {
  if (!(cause instanceof TypeError))
    console.warn(
      `clerk-wasm: clerk_wasm_bg.wasm is not beside the script, so the page loads more than it has to (${cause.message}). ` +
        "Put the file there; in Vite 5 to 7's development server: optimizeDeps: { exclude: ['clerk-wasm'] }.",
    );
  return decode(text, length);
}
