// The page that a link from an e-mail leads to.

import { AFTERWARDS, pageParameter, tools, wayOut } from './tools.js';

/** @import { Clerk, HandleEmailLinkVerificationParams } from 'clerk-wasm' */

/**
 * `clerk.handleEmailLinkVerification()`
 * @throws {EmailLinkError} When the link was not followed in time or on the device that asked for it, or has failed.
 * @param {Clerk} clerk
 * @param {HandleEmailLinkVerificationParams} params
 * @param {(to: string) => Promise<unknown>} [customNavigate]
 */
export async function handleEmailLinkVerification(clerk, params = {}, customNavigate) {
  if (!clerk.client) return;
  const status = pageParameter('__clerk_status');
  // Nobody has this address: whoever asked for the link signs up, with the sign-in's own page.
  if (status === 'transferable') return void params.onVerifiedOnOtherDevice?.();
  if (status !== 'verified')
    throw new tools.EmailLinkError(['expired', 'client_mismatch'].includes(status) ? status : 'failed');
  const session = pageParameter('__clerk_created_session');
  const { signIn, signUp, sessions } = clerk.client;
  if (sessions.some(({ id }) => id === session))
    return clerk.setActive({ session, redirectUrl: params.redirectUrlComplete });
  if (signIn.status === 'needs_second_factor' || signUp.status === 'missing_requirements') {
    if (!params.redirectUrl) return;
    return (customNavigate ?? clerk.navigate)(await wayOut(clerk, String(params.redirectUrl), AFTERWARDS));
  }
  params.onVerifiedOnOtherDevice?.();
  return null;
}
