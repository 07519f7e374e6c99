// Flows that few pages run are in a file of their own, `../flows`: it is loaded when the first of them runs.

import { ClerkRuntimeError, ClerkWebAuthnError, EmailLinkError } from './errors.js';
import { clerkOf, instanceOf, reloadEnvironment } from './hidden.js';
import { behindHash, taskUrl, urlAfter } from './urls.js';

/** What flows need of this file's side. */
const errors = { ClerkRuntimeError, ClerkWebAuthnError, EmailLinkError };
const tools = { ...errors, clerkOf, instanceOf, reloadEnvironment, behindHash, taskUrl, urlAfter };

let loading;

/**
 * Runs a flow. Those that are asked for while the file is loaded wait for it.
 * @throws {ClerkRuntimeError} `flows_unavailable` when the file cannot be loaded; the next call tries again.
 */
export async function runFlow(noun, name, ...given) {
  loading ??= import('./flows.js').then(({ flowsWith }) => flowsWith(tools));
  let flows;
  try {
    flows = await loading;
  } catch (cause) {
    loading = undefined;
    throw new ClerkRuntimeError('flows.js, a file of clerk-wasm beside its others, could not be loaded.', { code: 'flows_unavailable', cause });
  }
  return flows[noun][name](...given);
}

/** The flows over wallets, which attempts and Clerk objects have. */
export const WALLETS =
  'authenticateWithWeb3 authenticateWithMetamask authenticateWithCoinbaseWallet authenticateWithBase authenticateWithOKXWallet ' +
  'authenticateWithSolana';

/** Methods that run a flow of their name. */
export const flows = (noun, names) =>
  Object.fromEntries(names.split(' ').map(name => [name, (...given) => runFlow(noun, name, ...given)]));

/** `createEmailLinkFlow()`: begins at once, since what it returns cancels. */
export const emailLinkFlow = noun => resource => {
  let controller;
  return {
    startEmailLinkFlow(params) {
      controller = new AbortController();
      return runFlow(noun, 'startEmailLinkFlow', resource, params, controller.signal);
    },
    cancelEmailLinkFlow() {
      controller?.abort();
    },
  };
};
