// Stands where the wasm exports will be. Whatever is read from it throws an Error that says what to do,
// instead of "cannot read properties of undefined".
let problem = () => new Error('clerk-wasm is not ready: `await init()`.');

export const notReady = new Proxy(
  {},
  {
    get() {
      throw problem();
    },
  },
);

/** Remembers why WebAssembly did not start; the first use of the package says it. */
export function failed(cause) {
  problem = () =>
    new Error(
      `clerk-wasm could not start WebAssembly: ${cause?.message ?? cause}. ` +
        "If the page has a Content-Security-Policy, allow 'wasm-unsafe-eval' in its script-src.",
      { cause },
    );
}
