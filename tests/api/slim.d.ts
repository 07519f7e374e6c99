export * from './index.js';

/** Where the WebAssembly module comes from: an address, an answer, its bytes, or compiled. */
export type InitInput = string | URL | Request | Response | BufferSource | WebAssembly.Module;

/**
 * Starts the WebAssembly module. Everything else of this entry wants this first; calls that overlap share one start, later
 * ones do nothing, and after a failure it can be called again.
 *
 * @param source By default `clerk_wasm_bg.wasm` beside this script, compiled while it downloads. Where that is not there, `module.js` has the
 *   same as a script, 4 KB more, and the console says what to do.
 * @throws {Error} When the module cannot be loaded, or the page's Content-Security-Policy forbids WebAssembly.
 *
 * @example
 * ```js
 * import init, { Clerk } from 'clerk-wasm/slim'
 *
 * await init()
 * ```
 */
export default function init(source?: InitInput | Promise<InitInput>): Promise<void>;

/**
 * Starts the WebAssembly module before it returns, where {@link init} does it in the background.
 *
 * @param module Its bytes, or compiled.
 */
export function initSync(module: BufferSource | WebAssembly.Module): void;
