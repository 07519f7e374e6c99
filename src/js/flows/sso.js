// What the custom-flow API does with providers: the attempt's routes, and the page that it names.

import { answerOf, popupRoutes } from './popup.js';
import { goTo, pendingUrl } from './provider.js';
import { absolute, clerkOf } from './tools.js';

/** @import { SignInResource, SignUpResource, VerificationResource } from 'clerk-wasm' */

/**
 * Where an attempt comes back to, and where it goes when it is complete.
 * @param {SignInResource|SignUpResource} attempt
 * @param {{ redirectUrl: string, redirectCallbackUrl: string, popup?: Window }} params
 */
export function routesOf(attempt, { redirectUrl, redirectCallbackUrl, popup }) {
  const clerk = clerkOf(attempt);
  const back = clerk.buildUrlWithAuth(redirectCallbackUrl);
  const routes = popup
    ? popupRoutes(clerk, back, absolute(redirectUrl))
    : { redirectUrl: back, redirectUrlComplete: absolute(redirectUrl) };
  return { redirectUrl: routes.redirectUrl, actionCompleteRedirectUrl: routes.redirectUrlComplete };
}

/**
 * Shows the provider's page, here or in a window; nothing where the attempt has none.
 * @param {SignInResource|SignUpResource} attempt
 * @param {VerificationResource} verification
 * @param {Window} [popup]
 */
export async function visit(attempt, verification, popup) {
  const url = pendingUrl(verification);
  if (!url) return;
  if (!popup) return goTo(attempt, url);
  await goTo(attempt, url, popup);
  const answer = answerOf(popup, clerkOf(attempt));
  await answer;
  await attempt.reload();
}
