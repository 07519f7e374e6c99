/** @import { Clerk, LoadOptions } from 'clerk-wasm' */

/** What is behind a resource. Not `#private`: that breaks inside the proxies of Vue and of mocking libraries. */
export const HIDDEN = Symbol();

/** What a Clerk object or a client has given since the last change, and what is made once for it. Whoever freezes the object freezes not this. */
export const KEPT = Symbol();

/** What is kept behind an object that Vue may show by a proxy: by this name Vue leaves it as it is. */
export const RAW = { __v_skip: true };

/**
 * The Clerk object that a resource belongs to, if any.
 * @returns {Clerk|undefined}
 */
export const clerkOf = resource => resource[HIDDEN].handle?.clerk();

/** The methods of a Clerk object that applications do not see, by name. */
export const OWN = Symbol();

/** @returns {(clerk: Clerk, ...given: unknown[]) => any} */
const own =
  name =>
  (clerk, ...given) =>
    clerk[OWN][name].call(clerk, ...given);

/** Reads the environment again. */
export const reloadEnvironment = own('reloadEnvironment');

/** Takes over an instance's settings, as the Frontend API sends them. */
export const setEnvironment = own('setEnvironment');

/** Has another development browser made. */
export const renewDevBrowser = own('renewDevBrowser');

/** Calls a method of what a user or an organization has. */
export const account = own('account');

/** Runs a flow of a Clerk object, by its name. */
export const flow = own('flow');

/** What the requests of a Clerk object are shown to, with what the application has given `load()`. */
export const hooksOf = own('hooks');

/**
 * Makes a Clerk object take over the JSON of a client; quietly, where listeners are told by what comes next.
 * @param {Clerk} clerk
 * @param {object|null} json
 * @param {boolean} isQuiet
 */
export const takeClient = (clerk, json, isQuiet) => clerk[OWN].takeClient.call(clerk, json, isQuiet);

/**
 * What is known of a Clerk object's instance: what the application says, what the Frontend API sent (null before it is there), and the pages that that names.
 * @param {Clerk} clerk
 * @returns {{ clerk: Clerk, options: LoadOptions, environment: any, pages: any }}
 */
export function instanceOf(clerk) {
  const environment = clerk[OWN].environment.call(clerk);
  return { clerk, options: hooksOf(clerk).options, environment, pages: environment?.display_config };
}
