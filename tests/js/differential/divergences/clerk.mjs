// What `docs/divergences.md` says of the Clerk object: its constructor, `load`, listeners, `setActive` and `signOut`.
import { isAbsent, isDate, isOfCurrent, isSessionCookie, isUndefined } from './predicates.mjs';

const isOutcome = ({ part, at }) => part === 'outcome' && /^(state|value|error)$/u.test(at);
const hasOutcome = ({ theirs, ours }, theirState, ourState) =>
  theirs.outcome?.state === theirState && ours.outcome?.state === ourState;
/** Where the development browser's token is no business of anybody's: no host of the instance's key, and none that the application names. */
const STRANGER = /elsewhere\.example|app\.example\.com|app\.accounts\.dev/u;
/** The token in a URL, which may stand in the query of another. */
const TOKEN = /(\?|&|%(25)*3F|%(25)*26)__clerk_db_jwt(=|%(25)*3D)\w+/gu;
const withoutToken = text =>
  String(text)
    .replaceAll(TOKEN, '')
    .replace(/^([^?]*)&/u, '$1?');
const hasTokenForStranger = text => STRANGER.test(text) && String(text).search(TOKEN) >= 0;
const bodiesOf = ({ requests }) => requests.map(({ body }) => body).join('\n');
const withoutDevBrowser = text => String(text).replace(/__clerk_db_jwt=\w+/u, '');

/** We have a session, or know that there is none, where clerk-js is left with an undefined one. */
const isSettledHere = ({ part, at, theirs, ours }) =>
  ({
    emissions: isAbsent(theirs),
    tree: isOfCurrent(at) && (isUndefined(theirs) || (theirs === false && ours === true)),
    identities: theirs === 'undefined' || /^(user|session|signed in) \d+$/u.test(at),
  })[part] === true;

/** The client was read once more, or twice: its objects and tokens are newer ones on one side. */
const isReadAgain = ({ part, at }) =>
  ({
    tree: at.endsWith('lastActiveToken.jwt'),
    identities: true,
    cookies: isSessionCookie(at) && at.endsWith('.value'),
  })[part] === true;

/** One side has loaded, and the other has not; `other` is what that one shows of an event. */
const isLoad = ({ part, at }, { step }, other) =>
  step.call === 'load' &&
  {
    outcome: ['state', 'error'].includes(at),
    requests: at.endsWith('/client') && isAbsent(other),
    emissions: isAbsent(other),
    tree: ['clerk.loaded', 'clerk.status', 'clerk.isSignedIn', 'client', 'session', 'user', 'organization'].includes(
      at,
    ),
    identities: (other?.$ ?? other) === 'undefined',
  }[part] === true;
const isLoadedThere = (difference, context) =>
  hasOutcome(context, 'resolved', 'rejected') && isLoad(difference, context, difference.ours);
const isLoadedHere = (difference, context) =>
  hasOutcome(context, 'rejected', 'resolved') && isLoad(difference, context, difference.theirs);

/** Errors of the clients' own making: no server has said anything, or only that it is the wrong place. */
export const ownWords = (difference, context) => {
  const { part, at, theirs, ours } = difference;
  if (isWarning(difference)) return true;
  if (!/^(\d+ · )?(value\.)?error\.message$/u.test(at) || !theirs || !ours) return false;
  if (part === 'late') return context.theirs.late.every(({ error }) => error?.status === undefined);
  if (part !== 'outcome') return false;
  const { status, errors } = context.theirs.outcome.error ?? context.theirs.outcome.value.error;
  return status === undefined ? theirs !== '' : errors[0]?.code === 'origin_invalid' && theirs.endsWith(ours);
};

/** The warnings of what is left out: a protect assertion, a page that nobody is sent to, the page of a task. */
const isWarning = ({ part, at, theirs, ours }) =>
  part === 'console' &&
  / protectAssertion | is not a valid (navigation )?protocol|scheme-relative navigation|another host needs its protocol|allowedRedirectOrigins|pending tasks| has a task to do/u.test(
    at,
  ) &&
  (isAbsent(theirs) || isAbsent(ours));

const load = {
  'shared-load': difference => {
    const { part, at, ours } = difference;
    return part === 'requests'
      ? /\/(environment|client)$/u.test(at) && isAbsent(ours)
      : part === 'emissions'
        ? isAbsent(ours)
        : isReadAgain(difference);
  },
  'two-clerks': (difference, context) => {
    const { part, at, theirs } = difference;
    const isOfOlder = context.step.call === 'kept.older.load';
    return (
      {
        identities: at === 'client',
        outcome: isOfOlder ? isOutcome(difference) && hasOutcome(context, 'rejected', 'resolved') : theirs === true,
        requests: isOfOlder && isAbsent(at.includes('/elsewhere/') ? difference.ours : theirs),
        emissions: isOfOlder && isAbsent(theirs),
      }[part] === true
    );
  },
  'absent-dates': ({ part, at, theirs, ours }) =>
    part === 'tree' && /^client\.(created|updated)At$/u.test(at) && isDate(theirs) && ours === null,
  'domain-slashes': ({ part, at, theirs, ours }) => part === 'tree' && at === 'clerk.domain' && theirs === `${ours}/`,
  'bad-addresses': ({ part, at }, context) =>
    context.step.construct === true &&
    hasOutcome(context, 'returned', 'threw') &&
    (part === 'tree' ? at.startsWith('clerk.') : part === 'outcome'),
  'one-dev-browser': ({ part, at, theirs, ours }, { step }) =>
    step.call === 'load' &&
    {
      requests: at.endsWith('/dev_browser')
        ? isAbsent(ours)
        : at.includes('sent.cookie.__clerk_db_jwt') || withoutDevBrowser(theirs) === withoutDevBrowser(ours),
      cookies: at.startsWith('__clerk_db_jwt'),
    }[part] === true,
};

const listeners = {
  'throwing-listener': ({ part, at, theirs, ours }) =>
    ({
      outcome: isOutcome({ part, at }),
      errors: isAbsent(theirs) && ours === 'unhandled: no',
      emissions: at.includes('"third"') ? isAbsent(theirs) : isAbsent(ours),
      tree: ['clerk.loaded', 'clerk.status'].includes(at),
      // clerk-js has not finished loading, but asks for a token.
      requests: at.endsWith('/tokens') && isAbsent(ours),
      cookies: isSessionCookie(at) && at.endsWith('.value'),
    })[part] === true,
};

const activations = {
  'sessionless-attempts': ({ part, at, theirs, ours }, { step }) =>
    step.call === 'handleRedirectCallback' &&
    part === 'emissions' &&
    (at.includes('"first"') ? isAbsent(ours) : isAbsent(theirs) && ours.callback === 'navigate'),
  'ended-session': (_, context) =>
    context.step.call === 'setActive' &&
    hasOutcome(context, 'resolved', 'rejected') &&
    context.ours.outcome.error.status === 401 &&
    isUndefined(context.theirs.tree.session) &&
    typeof context.ours.tree.session === 'string',
  'unknown-session': (difference, context) => {
    const { part, at, theirs, ours } = difference;
    if (context.step.call !== 'setActive') return false;
    return (
      isOutcome(difference) ||
      isReadAgain(difference) ||
      {
        requests: isAbsent(theirs),
        emissions: isAbsent(theirs) || /· (session|user|client\.sessions)$/u.test(at),
        tree: isOfCurrent(at) || at.startsWith('client.'),
        cookies: isSessionCookie(at) && isUndefined(theirs),
        cookieWrites: isSessionCookie(at) && ours <= 3,
      }[part] === true
    );
  },
  'last-asked': (difference, context) =>
    context.step.together?.every(({ call }) => call === 'setActive') === true &&
    context.theirs.tree.session !== context.ours.tree.session &&
    (isSettledHere(difference) ||
      isReadAgain(difference) ||
      isOfCurrent(difference.at) ||
      // The earlier touch's client, which was overtaken.
      difference.at === 'client.lastActiveSessionId' ||
      ['emissions', 'requests', 'cookies', 'cookieWrites'].includes(difference.part)),
  'unknown-slug': (difference, context) => {
    const { part, at, ours } = difference;
    return isOutcome(difference)
      ? hasOutcome(context, 'resolved', 'rejected')
      : part === 'requests'
        ? /\/(touch|tokens)$/u.test(at) && isAbsent(ours)
        : part === 'emissions' && isAbsent(ours);
  },
  'throwing-callback': (difference, context) =>
    hasOutcome(context, 'rejected', 'rejected') && isSettledHere(difference),
};

const STATUS_TEXTS = ['Unprocessable Entity'];

const answers = {
  'rate-limited-load': (difference, context) =>
    context.theirs.outcome.error?.status === 429 && isLoadedHere(difference, context),
  // An outage for us: we have gone on, and have asked again meanwhile.
  'foreign-answers': (difference, context) => {
    const { part, at, theirs, ours } = difference;
    return (
      context.ours.outcome?.state === 'resolved' &&
      (isLoadedHere(difference, context) ||
        isReadAgain(difference) ||
        (context.step.call === 'load' &&
          {
            requests: at.endsWith('/client') && isAbsent(theirs),
            emissions: ours !== undefined,
            tree: at === 'clerk.status' || isOfCurrent(at) || at.startsWith('client'),
            cookies: isSessionCookie(at) || at.startsWith('__client_uat'),
            cookieWrites: true,
          }[part] === true))
    );
  },
  'back-to-ready': ({ part, at, theirs, ours }) =>
    part === 'tree' && at === 'clerk.status' && theirs === 'degraded' && ours === 'ready',
  'empty-messages': ({ part, at, theirs, ours }, context) =>
    part === 'outcome' &&
    at === 'error.message' &&
    STATUS_TEXTS.includes(theirs) &&
    ours === context.ours.outcome.error.errors[0].message,
  'html-answers': (difference, context) => {
    const { part, at } = difference;
    if (isLoadedThere(difference, context)) return true;
    return (
      hasOutcome(context, 'rejected', 'rejected') &&
      part === 'outcome' &&
      at.startsWith('error.') &&
      context.theirs.outcome.error.name === 'SyntaxError' &&
      context.ours.outcome.error.status > 0
    );
  },
  'wrong-shapes': (difference, context) =>
    context.ours.outcome.error?.message.includes('shape') === true &&
    (isLoadedThere(difference, context) ||
      (context.step.call === 'session.startVerification' &&
        isOutcome(difference) &&
        hasOutcome(context, 'resolved', 'rejected'))),
  'unnamed-dev-browsers': ({ part, at, theirs, ours }) =>
    part === 'requests'
      ? isAbsent(ours)
      : part === 'cookies' && at.startsWith('__clerk_db_jwt') && theirs.value === 'undefined',
  'client-without-environment': (difference, context) =>
    hasOutcome(context, 'rejected', 'rejected') &&
    context.step.args[0].standardBrowser === false &&
    (difference.part === 'emissions'
      ? isAbsent(difference.theirs)
      : ['tree', 'identities'].includes(difference.part) && isLoad(difference, context, difference.theirs)),
  'webdriver-online': (difference, context) =>
    hasOutcome(context, 'resolved', 'rejected') &&
    isOutcome(difference) &&
    context.ours.outcome.error.message.includes('got no answer'),
};

const requests = {
  'held-back-requests': (difference, context) =>
    isOutcome(difference) &&
    hasOutcome(context, 'resolved', 'rejected') &&
    context.ours.outcome.error.name === 'AbortError',
  'text-bodies': ({ part, at, theirs }) =>
    part === 'requests' &&
    ((at.endsWith('· body') && theirs === '') || (at.endsWith('sent.content-length') && theirs === '0')),
};

const REFUSED_HOST = /^push http:\/\/elsewhere\.example\//u;

const frameworks = {
  'odd-choices': (difference, context) =>
    isLoadedHere(difference, context) ||
    {
      tree: isOfCurrent(difference.at) && difference.ours === null,
      emissions: true,
      identities: true,
    }[difference.part] ===
      (context.step.call === 'load'),
  'absent-components': (difference, context) =>
    isOutcome(difference) &&
    hasOutcome(context, 'returned', 'threw') &&
    context.ours.outcome.error.message === 'Clerk was not loaded with Ui components',
  'not-an-address': ({ part, ours }, context) =>
    context.step.args[0].redirectUrl === 'http://[' &&
    hasOutcome(context, 'rejected', 'rejected') &&
    (part !== 'requests' || isAbsent(ours)),
  'foreign-redirects': ({ part, theirs, ours }) =>
    part === 'navigations' &&
    (isAbsent(ours) ? REFUSED_HOST.test(theirs) : isAbsent(theirs) && /^push http:\/\/localhost:\d+\/$/u.test(ours)),
  'strangers-tokens': ({ part, at, theirs, ours }, context) => {
    if (at.endsWith('content-length')) return part === 'requests' && hasTokenForStranger(bodiesOf(context.theirs));
    if (part === 'navigations') return hasTokenForStranger(theirs) || STRANGER.test(ours);
    return hasTokenForStranger(theirs) && withoutToken(theirs) === withoutToken(ours);
  },
  'unnamed-satellites': (difference, context) =>
    context.step.call === 'load' || isLoadedHere(difference, context) || ['tree', 'outcome'].includes(difference.part),
  'scheme-relative': ({ part, at, theirs, ours }) =>
    part === 'outcome'
      ? at === 'value' &&
        /^http:..elsewhere\.example.*__clerk_db_jwt=/u.test(theirs) &&
        /^http:..localhost:\d+.+elsewhere\.example/u.test(ours)
      : part === 'navigations' &&
        (isAbsent(ours)
          ? REFUSED_HOST.test(theirs)
          : isAbsent(theirs) && /^push http:\/\/localhost:\d+\/$/u.test(ours)),
};

const signOuts = {
  'sign-out-failure': (difference, context) => hasOutcome(context, 'rejected', 'rejected') && isSettledHere(difference),
};

export const clerk = { ...load, ...listeners, ...activations, ...answers, ...requests, ...frameworks, ...signOuts };
