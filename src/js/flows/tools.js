// What the flows have from the script that has loaded them: its own classes of errors, the Clerk object of a resource, with its
// environment and its options.

/** @import { Clerk } from 'clerk-wasm' */

/**
 * @type {Readonly<typeof import('../glue/lazy.js').tools>
 *   & Pick<typeof import('../glue/resource.js'), 'accounts'|'create'|'define'>
 *   & Pick<typeof import('../glue/hidden.js'), 'HIDDEN'>
 *   & Pick<typeof import('../glue/camel.js'), 'isObject'>
 *   & Pick<typeof import('../glue/webauthn.js'), 'toBytes'>}
 */
export let tools;

export const use = given => {
  tools = given;
};

/**
 * The Clerk object that an attempt belongs to.
 * @returns {Clerk}
 */
export function clerkOf(resource) {
  const clerk = tools.clerkOf(resource);
  if (!clerk) throw new Error('This resource belongs to no Clerk object, so nothing can be sent for it.');
  return clerk;
}

/** A flow that is Rust's, by its name: of what the resource, or the Clerk object, is a handle on. */
export const run =
  name =>
  async (target, ...given) =>
    handleOf(target, name).flow(name, given);

function handleOf(target, name) {
  const { handle } = target[tools.HIDDEN] ?? {};
  if (!handle) throw new Error(`${name}() needs a resource of a Clerk object.`);
  return handle;
}

/**
 * What the instance of a Clerk object allows, as the Frontend API sends it.
 * @param {Clerk} clerk
 */
export const environmentOf = clerk => tools.instanceOf(clerk).environment;

/**
 * What the application has given `load()`.
 * @param {Clerk} clerk
 */
export const optionsOf = clerk => tools.instanceOf(clerk).options;

/** Something failed outside the Frontend API. */
export const failure = (code, message, cause) => new tools.ClerkRuntimeError(message, { code, cause });

/** The factor of a strategy is not among those that the attempt has. */
export const noFactor = name => failure('factor_not_found', `The attempt has no factor for ${name}.`);

/** The caller left out what the flow cannot do without. */
export const missing = (call, option) => new Error(`${call}() needs the option ${option}.`);

/** An absolute URL: `url` itself, or the place that it names on this origin. */
export function absolute(url) {
  try {
    void new URL(url);
    return url;
  } catch {
    return location.origin + url;
  }
}

/** A parameter of the page's query. */
export const pageParameter = name => new URLSearchParams(location.search).get(name) ?? undefined;
