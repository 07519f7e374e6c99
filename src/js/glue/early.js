// The first two requests of a page, sent before WebAssembly is there: they travel while the module does. `load()` takes their answers.
//
// Where a page will ask is said by Rust (`src/fapi/host.rs`, `request.rs`); this is the same for the case that is certain, held to it by
// tests/fixtures/early_urls.json. Where it is not certain, nothing is sent: no request goes out that would not have been made.

import { begun, sendAtStart } from '../../platform/browser/fetch.js';
import { undefinedIfThrown } from '../../platform/browser/page.js';

const VERSIONS = '__clerk_api_version=2026-05-12&_clerk_js_version=6.34.1';

/** The host that a production key names; undefined for every other key. */
const hostOf = key =>
  undefinedIfThrown(() => atob(key.trim().match(/^pk_live_(.+)$/)[1]).match(/^([\w.-]+\.[\w-]+)\$$/)?.[1]);

/** A proxy's URL, absolute or a path of this origin, without a slash at its end. */
function proxied(proxyUrl) {
  const parts = String(proxyUrl).match(/^(https?:\/\/[\w.-]+(?::\d+)?)?((?:\/[\w.-]+)*)\/?$/);
  const origin = parts?.[1] ?? (parts?.[2] && globalThis.location?.origin);
  return origin && origin + parts[2];
}

/** Where requests go; undefined where that is for Rust to say. */
function baseOf({ publishableKey, proxyUrl, domain }) {
  const host = hostOf(publishableKey);
  if (!host) return;
  if (proxyUrl) return proxied(proxyUrl);
  if (!domain) return `https://${host}`;
  const isPlain = /^(?!clerk\.)[\w.-]+$/.test(domain) && !domain.includes('.clerk.accounts');
  return isPlain ? `https://clerk.${domain}` : undefined;
}

/** The two URLs that `load()` is going to ask; none where there is more to it. */
export function earlyUrls(options) {
  const base = options.isSatellite ? undefined : baseOf(options);
  return base ? ['environment', 'client'].map(path => `${base}/v1/${path}?${VERSIONS}`) : [];
}

/**
 * Sends the first two requests of `load()`, which takes their answers. Does nothing for a development key, for a satellite, and where the
 * page's own hooks see requests.
 * @param {{ publishableKey: string, proxyUrl?: string, domain?: string, isSatellite?: boolean }} options what `new Clerk()` and `load()` get
 */
export function begin(options) {
  if (globalThis.__internal_onBeforeRequest || globalThis.__internal_onAfterResponse) return;
  for (const url of earlyUrls(options)) {
    if (begun().has(url)) continue;
    const sent = sendAtStart(url, false);
    // Who takes it hears of it; nobody may.
    sent.catch(() => {});
    begun().set(url, sent);
  }
}
