// The page that a link from an e-mail leads to. How far that has come, `engine/flows/email_link.rs` knows.

import { tools } from './tools.js';

/** @import { Clerk, HandleEmailLinkVerificationParams } from 'clerk-wasm' */

/**
 * `clerk.handleEmailLinkVerification()`
 * @throws {EmailLinkError} When the link was not followed in time or on the device that asked for it, or has failed.
 * @param {Clerk} clerk
 * @param {HandleEmailLinkVerificationParams} params
 * @param {(to: string) => Promise<unknown>} [customNavigate]
 */
export const handleEmailLinkVerification = async (clerk, params = {}, customNavigate) =>
  tools.flow(clerk, 'handleEmailLinkVerification', [
    params,
    customNavigate ?? clerk.navigate,
    () => void params.onVerifiedOnOtherDevice?.(),
  ]);
