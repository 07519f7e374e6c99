// An account at a provider, by its page: in place of this one, or in a window.
import { callbackUrl, completeUrl } from '../places.js';

/** @import { AuthenticateWithRedirectParams, OAuthStrategy } from 'clerk-wasm' */
/** @import { Choice, Flow } from '../types.js' */

const WINDOW = 'popup,width=480,height=640';

/** @param {Flow} flow */
const routes = flow => ({ redirectUrl: callbackUrl(flow.id), redirectUrlComplete: completeUrl(flow.id) });

/**
 * @param {Flow} flow
 * @param {Omit<AuthenticateWithRedirectParams, 'redirectUrl'|'redirectUrlComplete'>} params
 */
export const goToProvider = (flow, params) => flow.attempt.authenticateWithRedirect({ ...params, ...routes(flow) });

/**
 * @param {Flow} flow
 * @param {OAuthStrategy} strategy
 */
function openProvider(flow, strategy) {
  // At once: browsers block a window that is opened after something was waited for.
  const popup = window.open('', '', WINDOW);
  if (!popup) throw new Error('The browser did not let this page open a window');
  return flow.attempt.authenticateWithPopup({ strategy, popup, ...routes(flow) }).catch(error => {
    popup.close();
    throw error;
  });
}

/**
 * The ways in by each provider of the instance.
 * @param {Flow} flow
 * @returns {Choice[]}
 */
export const providerChoices = flow =>
  flow.environment.providers.map(({ strategy, name }) => ({
    strategy,
    title: name,
    choose: () => goToProvider(flow, { strategy }),
    aside: {
      strategy: `${strategy}-window`,
      title: 'in a window',
      label: `${name} in a window`,
      choose: () => openProvider(flow, strategy),
    },
  }));

/**
 * `Github` of `oauth_github`.
 * @param {{ strategy: string }} factor
 */
export const providerTitle = ({ strategy }) =>
  strategy.replace('oauth_', '').replace(/^./u, letter => letter.toUpperCase());
