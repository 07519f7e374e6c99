// Coming back: from a provider's page, or by a link of a mail. The page's own query says from where.

import { verificationError } from './errors.js';
import { completeUrl } from './places.js';
import { isHalfway } from './sign-in.js';
import { resume } from './sign-up.js';
import { askForTicket } from './steps/ticket.js';
import { say } from './toast.js';

/** @import { Clerk } from 'clerk-wasm' */
/** @import { Flow, SignInFlow, SignUpFlow } from './types.js' */

const NAME = 'came';
const COMPLETE = '-complete';

/**
 * Goes on where the visitor has left this page. `flows` are the two, `select` shows one, `done` tells of a session.
 * @param {{ clerk: Clerk, flows: { signIn: SignInFlow, signUp: SignUpFlow }, select: (flow: Flow) => Flow,
 *   done: (what: string) => void }} context
 */
export async function comeBack({ clerk, flows, select, done }) {
  const { signIn, signUp } = flows;
  const query = new URLSearchParams(location.search);
  const from = query.get(NAME);
  const ticket = query.get('__clerk_ticket');
  // Who reloads the page comes from nowhere.
  if (from || ticket) history.replaceState(null, '', location.pathname);
  if (ticket) return askForTicket(select(query.get('__clerk_status') === 'sign_up' ? signUp : signIn), ticket);
  if (from === 'link') return say(LINKS[query.get('__clerk_status')] ?? LINKS.failed);
  if (from?.endsWith(COMPLETE) && clerk.session) return done(from.startsWith(signIn.id) ? 'Signed in' : 'Signed up');
  if (from === signIn.id) return goOn(clerk, signIn, signIn.attempt.firstFactorVerification, flows, select);
  if (from === signUp.id) return goOn(clerk, signUp, signUp.attempt.verifications.externalAccount, flows, select);
  return isHalfway(signIn.attempt) ? select(signIn).next() : resume(signUp);
}

/**
 * By what the provider has said. What `handleRedirectCallback()` takes for other pages are steps of this one.
 * @param {Clerk} clerk
 * @param {Flow} flow
 */
async function goOn(clerk, flow, { status, error }, flows, select) {
  try {
    if (error && status !== 'transferable') throw verificationError(error);
    await clerk.handleRedirectCallback(PAGES, async to => {
      const [, noun, isBegun] = /^#(\w+)(\/on)?/u.exec(to);
      const next = select(flows[noun]);
      await (isBegun ? next.next() : next.begin());
    });
  } catch (failure) {
    select(flow).fail(failure);
  }
}

const each = (names, value) => Object.fromEntries(names.map(name => [name, value]));
const PAGES = {
  signInUrl: '#signIn',
  signUpUrl: '#signUp',
  ...each(['firstFactorUrl', 'secondFactorUrl', 'resetPasswordUrl', 'signInProtectCheckUrl'], '#signIn/on'),
  ...each(
    ['continueSignUpUrl', 'verifyEmailAddressUrl', 'verifyPhoneNumberUrl', 'signUpProtectCheckUrl'],
    '#signUp/on',
  ),
  signInForceRedirectUrl: completeUrl('sign-in'),
  signUpForceRedirectUrl: completeUrl('sign-up'),
};

const LINKS = {
  verified: 'The link is good: the page that waits for it goes on',
  expired: 'The link has expired',
  client_mismatch: 'The link is only good in the browser that asked for it',
  failed: 'The link is not good, or not any more',
};
