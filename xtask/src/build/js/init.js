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
  if (source instanceof Response) source = compiled(source);
  const made = await WebAssembly.instantiate(await source, { a: imports });
  // A compiled module gives the instance itself, bytes give both. initSync() may have come first.
  if (wasm === notReady) __wbg_finalize_init(made.instance ?? made);
}

/** Compiles while it downloads, where the server says that it is WebAssembly and nothing more: browsers refuse to otherwise. */
function compiled(response) {
  if (!response.ok) throw new Error(`clerk-wasm could not load ${response.url}: status ${response.status}.`);
  return response.headers.get('content-type') === 'application/wasm'
    ? WebAssembly.compileStreaming(response)
    : response.arrayBuffer();
}

export { init as default, initSync };
