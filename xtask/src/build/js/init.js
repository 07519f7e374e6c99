let starting;

function initSync(module) {
  if (wasm !== notReady) return;
  if (!(module instanceof WebAssembly.Module)) module = new WebAssembly.Module(module);
  __wbg_finalize_init(new WebAssembly.Instance(module, { a: imports }));
}

async function init(source) {
  if (wasm !== notReady) return;
  starting ??= begin(source).catch(cause => {
    starting = undefined;
    throw cause;
  });
  return starting;
}

/** Without a `source` by the file beside this script; where that cannot be had, by a script that has the same. */
async function begin(source) {
  try {
    await instantiate(source ?? new URL('clerk_wasm_bg.wasm', import.meta.url));
  } catch (cause) {
    if (source) throw cause;
    await instantiate((await import('./module.js')).begin(cause));
  }
}

async function instantiate(source) {
  source = await source;
  if (typeof source === 'string' || source instanceof URL || source instanceof Request) source = await fetch(source);
  // No `await` within the call: Turbopack puts the call into a function of its own for the edge runtime, and that one may not wait.
  if (source instanceof Response) source = await compiled(source);
  const made = await WebAssembly.instantiate(source, { a: imports });
  // A compiled module gives the instance itself, bytes give both. initSync() may have come first.
  if (wasm === notReady) __wbg_finalize_init(made.instance ?? made);
}

/** Compiles while it downloads, where the server says that it is WebAssembly and nothing more: browsers refuse to otherwise. */
function compiled(response) {
  if (!response.ok) throw new Error(`clerk-wasm: status ${response.status} of ${response.url}.`);
  return response.headers.get('content-type') === 'application/wasm'
    ? WebAssembly.compileStreaming(response)
    : response.arrayBuffer();
}

export { init as default, initSync };
