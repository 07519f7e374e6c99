// What few pages need is in a file of its own, `../flows`, which is loaded when the first of its methods is called.

import {
  ClerkAPIResponseError,
  ClerkOfflineError,
  ClerkRuntimeError,
  ClerkWebAuthnError,
  EmailLinkError,
  unavailable,
} from './errors.js';
import { clerkOf, flow, instanceOf } from './hidden.js';
import { go, LEFT } from './navigation.js';
import { behindHash, taskUrl, urlAfter } from './urls.js';
import { warn } from './warn.js';

/** What that file, and the second part, need of this one's side. `resource.js` adds its own. */
export const tools = {
  ClerkAPIResponseError,
  ClerkOfflineError,
  ClerkRuntimeError,
  ClerkWebAuthnError,
  EmailLinkError,
  clerkOf,
  flow,
  instanceOf,
  behindHash,
  taskUrl,
  urlAfter,
  go,
  LEFT,
  warn,
  runFlow,
};

let loading;

/**
 * Runs a flow. Those that are called while they are loaded wait for it.
 * @throws {ClerkRuntimeError} `flows_unavailable` when they cannot be loaded; the next call tries again.
 */
export async function runFlow(noun, name, ...given) {
  loading ??= import('./flows.js').then(({ methodsWith }) => methodsWith(tools));
  let methods;
  try {
    methods = await loading;
  } catch (cause) {
    loading = undefined;
    throw unavailable('flows', 'flows', cause);
  }
  return methods[noun][name](...given);
}

/** The flows over wallets, which attempts and Clerk objects have. */
export const WALLETS =
  'authenticateWithWeb3 authenticateWithMetamask authenticateWithCoinbaseWallet authenticateWithBase authenticateWithOKXWallet ' +
  'authenticateWithSolana';

/** Methods of these names, made of what runs one. */
export const methodsOf = (names, run) =>
  Object.fromEntries(names.split(' ').map(name => [name, (...given) => run(name, ...given)]));

/** Methods that run a flow of their name. */
export const flows = (noun, names) => methodsOf(names, (...given) => runFlow(noun, ...given));

/** `createEmailLinkFlow()` and the like: begins at once, since what it returns cancels. */
export const linkFlow =
  (noun, kind = 'EmailLink') =>
  resource => {
    let controller;
    const start = `start${kind}Flow`;
    return {
      [start](params) {
        controller = new AbortController();
        return runFlow(noun, start, resource, params, controller.signal);
      },
      [`cancel${kind}Flow`]() {
        controller?.abort();
      },
    };
  };
