// Going to another page: by the application's router where it has one and the page is of this origin, else by the browser.

import { navigate as navigateTo } from '../../platform/browser/page.js';
import { isAbsolute, isElsewhere } from './urls.js';
import { warn } from './warn.js';

/** @import { LoadOptions, NavigateOptions } from 'clerk-wasm' */

const PROTOCOLS = ['http:', 'https:', 'wails:', 'chrome-extension:'];

/** What tells that the browser leaves this page; clerk-js's own is earlier. */
export const LEFT = 'clerk:beforeunload';

function leaveFor(url) {
  const leaves = navigateTo(url);
  if (leaves) dispatchEvent(new Event(LEFT));
  return leaves;
}

/**
 * @returns The promise of the router, or whether the browser leaves this page.
 * @param {{ options: LoadOptions, navigationListeners: (() => void)[] }} hooks
 * @param {string} to
 * @param {NavigateOptions} [how]
 */
export function go({ options, navigationListeners }, to, { replace, metadata } = {}) {
  const route = (replace && options.routerReplace) || options.routerPush;
  const means = { windowNavigate: url => void leave(options, url), ...(metadata && { __internal_metadata: metadata }) };
  // Native shells have routers, and no URL.
  if (!globalThis.location) return !!route && Promise.resolve(route(to, means));
  setTimeout(() => navigationListeners.forEach(listener => listener()));
  const url = allowed(options, to) ?? new URL('/', location.href);
  const isForeign = isElsewhere(url) && url.origin !== 'null';
  if (isForeign || !route) return leaveFor(url.href);
  return Promise.resolve(route(url.href.replace(url.origin, ''), means));
}

/**
 * A URL that browsers may be sent to, so that no text runs as a script, and none that looks like a path leads to another host.
 * @param {LoadOptions} options
 * @param {URL|string} to
 * @returns {URL|undefined}
 */
function allowed({ allowedRedirectProtocols = [] }, to) {
  const url = new URL(to, location.href);
  if (![...PROTOCOLS, ...allowedRedirectProtocols].includes(url.protocol)) {
    return warn(`"${url.protocol}" is not a valid protocol, so nobody is sent there.`);
  }
  if (isElsewhere(url) && !isAbsolute(to))
    return warn('A URL of another host needs its protocol, so nobody is sent there.');
  return url;
}

/**
 * Has the browser leave the page, in a router's stead.
 * @param {LoadOptions} options
 * @param {URL|string} to
 */
export function leave(options, to) {
  const url = allowed(options, to);
  if (url) leaveFor(url.href);
}

/** `clerk.navigate()`; resolves with what the router's promise does. */
export async function navigate(hooks, to, how) {
  if (!to) return;
  const going = go(hooks, to, how);
  if (typeof going === 'object') return going;
}
