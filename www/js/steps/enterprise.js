// The sign-in page of an enterprise, by which everybody with an address of its domain signs in.
import { goToProvider } from './provider.js';

/** @import { Factor, Flow } from '../types.js' */

/** @satisfies {Factor} */
export const enterprise = {
  title: ({ enterpriseConnectionName }) => enterpriseConnectionName ?? 'Single sign-on',
  note: 'single sign-on',
  /**
   * @param {Flow} flow
   * @param {{ enterpriseConnectionId?: string }} factor
   */
  begin: (flow, { enterpriseConnectionId }) =>
    goToProvider(flow, {
      strategy: 'enterprise_sso',
      continueSignIn: true,
      continueSignUp: true,
      enterpriseConnectionId,
    }),
};
