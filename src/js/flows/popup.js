// A provider's page in a window of its own. When it is done, it goes to the account portal's `/popup-callback`, which tells
// the page that opened it what came of it.

import { goTo, providerUrl } from './provider.js';
import { AFTERWARDS, clerkOf, failure, missing, wayOut } from './tools.js';

/** @import { AuthenticateWithPopupParams, Clerk, SignInResource, SignUpResource, VerificationResource } from 'clerk-wasm' */

/** How often it is looked at whether the person has closed the window, in ms. */
const LOOK_MS = 500;

const portalOf = ({ frontendApi }) =>
  `https://${frontendApi.replace('clerk.accountsstage.', 'accountsstage.').replace(/clerk\.accounts\.|clerk\./, 'accounts.')}`;

/**
 * The two URLs of an attempt, by way of the account portal, which comes back to this page with what it was told.
 * @param {Clerk} clerk
 * @param {string} redirectUrl
 * @param {string} redirectUrlComplete
 * @param {'signIn'|'signUp'} [intent]
 */
export function popupRoutes(clerk, redirectUrl, redirectUrlComplete, intent) {
  const back = new URL(redirectUrl);
  back.searchParams.set('sign_in_force_redirect_url', redirectUrlComplete);
  back.searchParams.set('sign_up_force_redirect_url', redirectUrlComplete);
  if (intent) back.searchParams.set('intent', intent);
  const page = portalOf(clerk) + '/popup-callback';
  const returnUrl = encodeURIComponent(clerk.buildUrlWithAuth(back.href));
  return {
    redirectUrl: clerk.buildUrlWithAuth(`${page}?return_url=${returnUrl}`),
    redirectUrlComplete: clerk.buildUrlWithAuth(page),
  };
}

/**
 * Waits for what the account portal says: a session, or where to go on.
 * @throws {ClerkRuntimeError} `popup_closed` when the window is closed before.
 * @param {Window} popup
 * @param {Clerk} clerk
 */
export function answerOf(popup, clerk) {
  const portal = portalOf(clerk);
  return new Promise((resolve, reject) => {
    const end = (settle, value) => {
      removeEventListener('message', hear);
      clearInterval(looking);
      settle(value);
    };
    const hear = ({ origin, data }) => {
      if (origin === portal && (data?.session || data?.return_url)) end(resolve, data);
    };
    let closed = false;
    const looking = setInterval(() => {
      // A window speaks and closes at once, and the closing may be seen first: it has one more interval to be heard.
      if (closed) end(reject, failure('popup_closed', 'The window of the provider was closed before it was done.'));
      closed = popup.closed;
    }, LOOK_MS);
    addEventListener('message', hear);
  });
}

/**
 * `authenticateWithPopup()`: resolves when the window shows the provider's page; what comes of it is followed by itself.
 * @template {SignInResource|SignUpResource} Attempt
 * @param {(attempt: Attempt, params: AuthenticateWithPopupParams) => Promise<VerificationResource>} ask
 * @param {'signIn'|'signUp'} intent
 * @param {Attempt} attempt
 * @param {AuthenticateWithPopupParams} [params]
 */
export async function authenticateWithPopup(ask, intent, attempt, params) {
  const { popup, redirectUrl, redirectUrlComplete } = params ?? {};
  if (!popup) throw missing('authenticateWithPopup', 'popup');
  const clerk = clerkOf(attempt);
  const verification = await ask(attempt, {
    ...params,
    ...popupRoutes(clerk, redirectUrl, redirectUrlComplete, intent),
  });
  const url = providerUrl(attempt, verification);
  await goTo(attempt, url, popup);
  const answer = answerOf(popup, clerk);
  follow(clerk, answer, redirectUrlComplete).catch(report);
}

async function follow(clerk, answer, redirectUrl) {
  const { session, return_url: returnUrl } = await answer;
  if (!session) return void (location.href = await wayOut(clerk, returnUrl, AFTERWARDS));
  await clerk.setActive({ session, redirectUrl });
}

/** A window that was closed is the person's own affair; everything else is reported. */
function report(error) {
  if (error.code !== 'popup_closed') throw error;
}
