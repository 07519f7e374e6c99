// The `.` entry: the wasm module is part of the script and starts while it is imported. A failure must not
// break the import, since a page may never use the package; the first use tells.
import { initSync } from './clerk_wasm.js';
import { decode } from './decode.js';
import { length, text } from './first_text.js';
import { failed } from './guard.js';

try {
  initSync(decode(text, length));
} catch (cause) {
  failed(cause);
}
