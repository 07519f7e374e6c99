// The start where WebAssembly is compiled before the program begins: Cloudflare's workerd. As in `.` it is over when the import is.

import { initSync } from './clerk_wasm.js';
import module from './clerk_wasm_bg.wasm';

initSync(module);
