// The Frontend API without resources, and who sees all requests. The requests are made in `../second/glue/requests.js`.

import { asFunction, nobodyHears } from './events.js';
import { withSecond } from './second_part.js';

/** @import { FapiClient } from 'clerk-wasm' */

/** What one Clerk object shows its requests to. `options` are those of `load()`. */
export const newHooks = () => ({ before: [], after: [], options: {}, loads: 0, ...nobodyHears() });

/** Whether somebody sees the requests: then none is made past them. The page's own hooks are known by their type: an element of that id is none. */
export const isWatched = ({ before, after }) =>
  [globalThis.__internal_onBeforeRequest, globalThis.__internal_onAfterResponse, ...before, ...after].some(
    hook => typeof hook === 'function',
  );

/**
 * What `getFapiClient()` gives. `send` sends what it is given, in Rust.
 * @returns {FapiClient}
 */
export const fapiClient = (hooks, send) => ({
  onBeforeRequest: hook => void hooks.before.push(asFunction(hook, 'onBeforeRequest()')),
  onAfterResponse: hook => void hooks.after.push(asFunction(hook, 'onAfterResponse()')),
  request: init => withSecond(({ fapiRequest }) => fapiRequest(send, init)),
});
