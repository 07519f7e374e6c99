// Finds out where the page is served from and loads the package; failures say what to run.

/** A failure that the visitor can do something about. */
export class Trouble extends Error {
  constructor(title, text, command) {
    super(text);
    this.title = title;
    this.command = command;
  }
}

export async function loadConfig() {
  try {
    const response = await fetch('/config.json', { cache: 'no-store' });
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    return await response.json();
  } catch (error) {
    throw new Trouble(
      'This page has no configuration',
      `It reads /config.json, which the demo’s own server gives out (${error.message}). Serve the page with:`,
      'cargo xtask demo',
    );
  }
}

/** @returns {Promise<typeof import('clerk-wasm/slim')>} */
export async function loadPackage() {
  let module;
  try {
    module = await import('/pkg/slim.js');
  } catch (error) {
    throw new Trouble(
      'The package is not built',
      `/pkg/slim.js could not be loaded: ${error.message}. Build it, then reload:`,
      'cargo xtask build',
    );
  }
  try {
    await module.default();
  } catch (error) {
    throw new Trouble(
      'The package did not start',
      `WebAssembly could not be instantiated: ${error.message}. Build it again, then reload:`,
      'cargo xtask build',
    );
  }
  return module;
}

/** Where the Frontend API answers, as the package derives it: the proxy, else the host inside the key. */
export function frontendApi({ publishableKey, proxyUrl }) {
  if (proxyUrl) return proxyUrl.replace(/\/$/u, '');
  try {
    return `https://${atob(publishableKey.split('_')[2]).replace(/\$$/u, '')}`;
  } catch {
    return 'https://invalid.invalid';
  }
}
