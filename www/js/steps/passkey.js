// A passkey: of the person who is named, or of whichever the browser offers.

/** @import { AuthenticateWithPasskeyParams } from 'clerk-wasm' */
/** @import { Choice, SignInFlow } from '../types.js' */

/**
 * @param {SignInFlow} flow
 * @param {AuthenticateWithPasskeyParams} [options]
 */
export async function usePasskey(flow, options) {
  await flow.next(await flow.attempt.authenticateWithPasskey(options));
}

/**
 * The way in for which nobody has to be named.
 * @param {SignInFlow} flow
 * @returns {Choice}
 */
export const passkeyChoice = flow => ({
  strategy: 'passkey',
  title: 'Passkey',
  choose: () => usePasskey(flow, { flow: 'discoverable' }),
});
