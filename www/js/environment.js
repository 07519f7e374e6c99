// What the instance offers. The package asks for it while loading, and shows the page each answer: nothing is asked twice.

/** @import { Environment } from './types.js' */
/** @import { Clerk } from 'clerk-wasm' */

/**
 * @param {Clerk} clerk
 * @returns {Promise<Environment>}
 */
export function watchEnvironment(clerk) {
  const { promise, resolve } = Promise.withResolvers();
  clerk.__internal_onAfterResponse(({ path }, /** @type {{ ok: boolean, payload: any }} */ { ok, payload }) => {
    if (ok && path === '/environment') resolve((payload.response ?? payload).user_settings);
  });
  // An outage may keep it from arriving until the page has long been shown.
  return promise.then(({ attributes, social }) => ({
    /** What is said of `email_address`, `passkey`, …; nothing for what the instance does not have. */
    attribute: name => (attributes[name]?.enabled ? attributes[name] : null),
    providers: Object.values(social).filter(({ enabled, authenticatable }) => enabled && authenticatable),
  }));
}
