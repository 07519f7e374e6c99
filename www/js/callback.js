// Coming back: from a provider's page, or by a link of a mail. The page's own query says from where.
import { askForTicket } from './steps/ticket.js';
import { isHalfway } from './sign-in.js';
import { resume } from './sign-up.js';
import { say } from './toast.js';
import { verificationError } from './errors.js';

const NAME = 'came';
const COMPLETE = '-complete';

/** Goes on where the visitor has left this page. `flows` are the two, `select` shows one, `done` tells of a session. */
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
  if (from === signIn.id) return goOn(signIn, signUp, signIn.attempt.firstFactorVerification, select);
  if (from === signUp.id) return goOn(signUp, signIn, signUp.attempt.verifications.externalAccount, select);
  return isHalfway(signIn.attempt) ? select(signIn).next() : resume(signUp);
}

/** A sign-in of nobody becomes a sign-up, and a sign-up of somebody a sign-in. */
async function goOn(flow, other, { status, error }, select) {
  const isOther = status === 'transferable';
  const current = select(isOther ? other : flow);
  try {
    if (error && !isOther) throw verificationError(error);
    await current.next(isOther ? await current.attempt.create({ transfer: true }) : current.attempt);
  } catch (failure) {
    current.fail(failure);
  }
}

const LINKS = {
  verified: 'The link is good: the page that waits for it goes on',
  expired: 'The link has expired',
  client_mismatch: 'The link is only good in the browser that asked for it',
  failed: 'The link is not good, or not any more',
};
