// The second part: its module is part of the script. Each Clerk of the page that was loaded from another entry has one of its own.
import { decode } from './decode.js';
import { receive } from './glue/first.js';
import { fapiRequest } from './glue/requests.js';
import { arrive, BUILD, connect, frees, imports, methods, secondArrived } from './second_glue.js';
import { length, text } from './second_text.js';

/**
 * Starts the module beside the first one, whose memory it shares.
 * @param {object} tools what the first part gives to files that are loaded later
 * @param {string} build the first part's
 * @param {object} first its exports
 * @param {object} known what it imports
 * @param {Function[]} helpers what both need of wasm-bindgen's glue
 */
export async function begin(tools, build, first, known, helpers) {
  if (build !== BUILD)
    throw new Error(
      'second.js is of another build of clerk-wasm than the page: a newer one was deployed. Load the page again.',
    );
  receive(tools);
  connect(first, helpers);
  // Bytes give both module and instance, a compiled module (compiled.js) gives the instance itself.
  const made = /** @type {any} */ (await WebAssembly.instantiate(decode(text, length), { a: imports(first, known) }));
  arrive((made.instance ?? made).exports);
  secondArrived();
  return { ...methods, frees, fapiRequest };
}
