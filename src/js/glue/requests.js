// The Frontend API without resources, and who sees all requests (behaviour map 2.2 to 2.5). The requests are made in `../second/glue/requests.js`.

import { nobodyHears } from './events.js';
import { withSecond } from './second_part.js';

/** @import { FapiClient } from 'clerk-wasm' */

/** What one Clerk object shows its requests to. `options` are those of `load()`. */
export const newHooks = () => ({ before: [], after: [], options: {}, ...nobodyHears() });

/** Whether somebody sees the requests: then none is made past them. */
export const isWatched = ({ before, after }) =>
  !!(globalThis.__internal_onBeforeRequest || globalThis.__internal_onAfterResponse) ||
  before.length + after.length > 0;

/**
 * What `getFapiClient()` gives. `send` sends what it is given, in Rust.
 * @returns {FapiClient}
 */
export const fapiClient = (hooks, send) => ({
  onBeforeRequest: hook => register(hooks.before, hook),
  onAfterResponse: hook => register(hooks.after, hook),
  request: init => withSecond(({ fapiRequest }) => fapiRequest(send, init)),
});

function register(list, hook) {
  if (typeof hook !== 'function') throw new TypeError('A hook is a function.');
  list.push(hook);
}
