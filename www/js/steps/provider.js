// An account at a provider, by its page: in place of this one, or in a window.
import { callbackUrl, completeUrl } from '../places.js';

const WINDOW = 'popup,width=480,height=640';

const routes = flow => ({ redirectUrl: callbackUrl(flow.id), redirectUrlComplete: completeUrl(flow.id) });

export const goToProvider = (flow, params) => flow.attempt.authenticateWithRedirect({ ...params, ...routes(flow) });

function openProvider(flow, strategy) {
  // At once: browsers block a window that is opened after something was waited for.
  const popup = window.open('', '', WINDOW);
  if (!popup) throw new Error('The browser did not let this page open a window');
  return flow.attempt.authenticateWithPopup({ strategy, popup, ...routes(flow) }).catch(error => {
    popup.close();
    throw error;
  });
}

/** The ways in by each provider of the instance. */
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

/** `Github` of `oauth_github`. */
export const providerTitle = ({ strategy }) =>
  strategy.replace('oauth_', '').replace(/^./u, letter => letter.toUpperCase());
