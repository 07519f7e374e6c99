// What few pages need is in files of its own, `../flows` and `../account`: each is loaded when the first of its methods is called.

import {
  ClerkAPIResponseError,
  ClerkOfflineError,
  ClerkRuntimeError,
  ClerkWebAuthnError,
  EmailLinkError,
  unavailable,
} from './errors.js';
import { clerkOf, instanceOf, reloadEnvironment, request, wayOut } from './hidden.js';
import { go, LEFT } from './navigation.js';
import { behindHash, taskUrl, urlAfter } from './urls.js';
import { warn } from './warn.js';

/** What those files need of this one's side. `resource.js` adds its own. */
export const tools = {
  ClerkAPIResponseError,
  ClerkOfflineError,
  ClerkRuntimeError,
  ClerkWebAuthnError,
  EmailLinkError,
  clerkOf,
  instanceOf,
  reloadEnvironment,
  request,
  behindHash,
  wayOut,
  taskUrl,
  urlAfter,
  go,
  LEFT,
  warn,
  runFlow: (...given) => runFlow(...given),
};

/**
 * What runs the methods of a file. Those that are called while it is loaded wait for it.
 * @throws {ClerkRuntimeError} `flows_unavailable`, `account_unavailable` when it cannot be loaded; the next call tries again.
 */
const lazy = (file, load) => {
  let loading;
  return async (noun, name, ...given) => {
    loading ??= load().then(({ methodsWith }) => methodsWith(tools));
    let methods;
    try {
      methods = await loading;
    } catch (cause) {
      loading = undefined;
      throw unavailable(file, file, cause);
    }
    return methods[noun][name](...given);
  };
};

/** Runs a flow of a sign-in or a sign-up. */
export const runFlow = lazy('flows', () => import('./flows.js'));

/** Runs a method of what a user has. */
export const runAccount = lazy('account', () => import('./account.js'));

/** The flows over wallets, which attempts and Clerk objects have. */
export const WALLETS =
  'authenticateWithWeb3 authenticateWithMetamask authenticateWithCoinbaseWallet authenticateWithBase authenticateWithOKXWallet ' +
  'authenticateWithSolana';

const methodsOf = run => (noun, names) =>
  Object.fromEntries(names.split(' ').map(name => [name, (...given) => run(noun, name, ...given)]));

/** Methods that run a flow of their name. */
export const flows = methodsOf(runFlow);

/** Methods of their name in `../account`. */
export const accounts = methodsOf(runAccount);

/** `createEmailLinkFlow()` and the like: begins at once, since what it returns cancels. */
export const linkFlow =
  (run, noun, kind = 'EmailLink') =>
  resource => {
    let controller;
    const start = `start${kind}Flow`;
    return {
      [start](params) {
        controller = new AbortController();
        return run(noun, start, resource, params, controller.signal);
      },
      [`cancel${kind}Flow`]() {
        controller?.abort();
      },
    };
  };
