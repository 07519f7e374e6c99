// Verifying an email address by a link, or at the user's enterprise: somewhere else, so it is waited for.

import { untilFollowed } from './email_link.js';
import { tools } from './tools.js';

/** @import { EmailAddressResource } from 'clerk-wasm' */

/**
 * @param {string} name
 * @param {'email_link'|'enterprise_sso'} strategy
 * @param {(email: EmailAddressResource) => void} [before]
 */
const startFlow =
  (name, strategy, before = () => {}) =>
  async (/** @type {EmailAddressResource} */ email, params, signal) => {
    if (!tools.isObject(params)) throw new TypeError(`emailAddress.${name}() takes an object of parameters.`);
    await email.prepareVerification({ strategy, redirectUrl: params.redirectUrl });
    before(email);
    return untilFollowed(email, ({ verification }) => verification, ['verified'], signal);
  };

function needsPage({ verification }) {
  if (!verification.externalVerificationRedirectURL)
    throw new Error('The server has not said where the enterprise verifies the address.');
}

const [LINK, ENTERPRISE] = ['startEmailLinkFlow', 'startEnterpriseSSOLinkFlow'];

export const linkFlows = {
  [LINK]: startFlow(LINK, 'email_link'),
  [ENTERPRISE]: startFlow(ENTERPRISE, 'enterprise_sso', needsPage),
};
