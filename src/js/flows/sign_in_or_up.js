// Signing in, or up where nobody is found, by a wallet.

import { activate, pagesOf } from './destinations.js';
import { orElse } from './refusals.js';
import { signInWithWeb3, signUpWithWeb3, withWallet } from './web3.js';

/** @import { Clerk, ClerkAuthenticateWithWeb3Params, ClientResource, SignUpResource } from 'clerk-wasm' */

/**
 * Whether the wallet is proved, and something else is missing.
 * @param {SignUpResource} signUp
 */
const lacksMore = ({ status, verifications }) =>
  status === 'missing_requirements' && verifications.web3Wallet.status === 'verified';

/**
 * Signs in with the wallet of a strategy; where nobody has it, signs up.
 * @param {ClientResource} client
 * @param {Partial<ClerkAuthenticateWithWeb3Params>} params
 */
function prove({ signIn, signUp }, { strategy, walletName, unsafeMetadata, legalAccepted }) {
  const authenticate = (_, wallet) =>
    orElse(
      ['form_identifier_not_found'],
      () => signInWithWeb3(signIn, wallet),
      () => signUpWithWeb3(signUp, { ...wallet, unsafeMetadata, legalAccepted }),
    );
  return withWallet(authenticate, strategy)(signIn, { walletName });
}

/**
 * `clerk.authenticateWithWeb3()`
 * @param {Clerk} clerk
 * @param {Partial<ClerkAuthenticateWithWeb3Params>} params
 */
export async function authenticateWithWeb3(clerk, params = {}) {
  const { redirectUrl, signUpContinueUrl, customNavigate, secondFactorUrl, protectCheckUrl, signUpProtectCheckUrl } =
    params;
  const pages =
    clerk.client && pagesOf(clerk, { secondFactorUrl, signInProtectCheckUrl: protectCheckUrl, signUpProtectCheckUrl });
  if (!pages) return;
  const { signUp } = clerk.client;
  const attempt = await prove(clerk.client, params);
  const go = async to => void (await (customNavigate ?? clerk.navigate)(to));
  if (attempt.protectCheck || attempt.status === 'needs_protect_check') {
    return go(attempt === signUp ? pages.signUpProtectCheck : pages.signInProtectCheck);
  }
  if (attempt === signUp && signUpContinueUrl && lacksMore(signUp)) return go(signUpContinueUrl);
  if (attempt.status === 'needs_second_factor') return go(pages.secondFactor);
  if (attempt.status !== 'complete' || !attempt.createdSessionId) return;
  return activate(clerk, attempt.createdSessionId, pages.signIn, () => redirectUrl ?? clerk.buildAfterSignInUrl());
}
