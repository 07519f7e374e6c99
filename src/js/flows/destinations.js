// Where an attempt leads: the pages of its further steps, and the page after it.

import { tools } from './tools.js';

/** @import { Clerk, HandleOAuthCallbackParams } from 'clerk-wasm' */

/** The steps that the instance's own pages of an attempt have, by their path behind the hash. */
const STEPS = {
  signIn: {
    firstFactor: 'factor-one',
    secondFactor: 'factor-two',
    resetPassword: 'reset-password',
    signInProtectCheck: 'protect-check',
  },
  signUp: {
    continueSignUp: 'continue',
    verifyEmailAddress: 'verify-email-address',
    verifyPhoneNumber: 'verify-phone-number',
    signUpProtectCheck: 'protect-check',
  },
};

/**
 * The URL of each step, as the application names it, else that of the instance; nothing before the environment is there.
 * @param {Clerk} clerk
 * @param {HandleOAuthCallbackParams} given
 * @returns {Record<string, string>|undefined}
 */
export function pagesOf(clerk, given) {
  const { pages: named } = tools.instanceOf(clerk);
  if (!named) return;
  const own = { signIn: named.sign_in_url, signUp: named.sign_up_url };
  const pages = {};
  for (const attempt of ['signIn', 'signUp']) {
    pages[attempt] = given[attempt + 'Url'] || own[attempt];
    for (const [name, path] of Object.entries(STEPS[attempt]))
      pages[name] = given[name + 'Url'] || tools.behindHash(own[attempt], path);
  }
  return pages;
}

/** What the page was asked for with, and the next one should know. */
const FORWARDED =
  'status created_session invitation_token ticket modal_state handshake handshake_nonce help netlify_cache_bust synced satellite_url';

function forwardedTo(page) {
  const url = new URL(page, location.href);
  const query = new URLSearchParams(location.search);
  for (const name of [...FORWARDED.split(' ').map(name => '__clerk_' + name), 'suffixed_cookies']) {
    if (query.get(name)) url.searchParams.set(name, query.get(name));
  }
  return url.href;
}

/**
 * Makes a session current and goes on: to its open task, on the page of an attempt, else where `urlOf` says; or `goesOn` itself knows how.
 * @param {Clerk} clerk
 * @param {string} session Its id.
 * @param {string} page
 * @param {() => string} urlOf
 * @param {HandleOAuthCallbackParams['__internal_navigateOnSetActive']} [goesOn]
 */
export function activate(clerk, session, page, urlOf, goesOn) {
  const navigate = ({ session }) => {
    if (goesOn) return goesOn({ session, redirectUrl: urlOf(), decorateUrl: clerk.buildUrlWithAuth });
    const { currentTask } = session;
    return clerk.navigate(currentTask ? tools.taskUrl(currentTask, forwardedTo(page)) : urlOf());
  };
  return clerk.setActive({ session, navigate });
}
