// The `.` entry: the wasm module is part of the script and starts while it is imported. A failure must not
// break the import, since a page may never use the package; the first use tells.
import { initSync } from './clerk_wasm.js';
import encoded from './encoded.js';
import { failed } from './guard.js';

try {
  initSync(Uint8Array.from(atob(encoded), char => char.charCodeAt(0)));
} catch (cause) {
  failed(cause);
}
