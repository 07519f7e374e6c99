/** What a page says of itself before the package is there: the same as `new Clerk()` and `load()` are given. */
export interface EarlyStart {
  /** The key: `pk_live_…`. With another one nothing is sent. */
  publishableKey: string;
  /** As the option of `new Clerk()`, a text. */
  proxyUrl?: string;
  /** As the option of `new Clerk()`, a text. */
  domain?: string;
  /** As the option of `load()`: a satellite may have to ask another domain first, so nothing is sent. */
  isSatellite?: boolean;
}

/**
 * Sends the first two requests of `clerk.load()`, which takes their answers: they travel while the package does. For a small script of its
 * own in the head of the page, before the one that has the package.
 *
 * @param options What the page is going to give `new Clerk()` and `load()`. Nothing is sent for a development instance, for a satellite, and
 *   where the page's own hooks see requests: there `load()` asks by itself.
 *
 * @example
 * ```js
 * import { begin } from 'clerk-wasm/early'
 *
 * begin({ publishableKey })
 * ```
 */
export function begin(options: EarlyStart): void;
