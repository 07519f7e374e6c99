// What `docs/divergences.md` says of sessions and their tokens.
import { claimsOf, hasAnsweredCaptcha, isAbsent, isRelinked, isSessionCookie, isTheirMint } from './predicates.mjs';

const isGetToken = ({ step }) => step.call?.endsWith('getToken') === true;
const hasOutcome = ({ theirs, ours }, [theirState, ourState]) =>
  theirs.outcome?.state === theirState && ours.outcome?.state === ourState;
const sidOf = raw => claimsOf(raw)?.sid;
/** Longer than a timer of the browser can wait. */
const isLong = ({ outcome, now }) => claimsOf(outcome.value)?.exp * 1000 - now > 2 ** 31;

export const session = {
  'template-paths': ({ part, at, theirs, ours }, { step }) => {
    const { template } = (isGetToken({ step }) && step.args[0]) || {};
    if (!template) return false;
    if (part === 'outcome') return ['state', 'error'].includes(at);
    const isOurs = ({ url }) => url.includes(`/tokens/${encodeURIComponent(template)}?`);
    return part === 'requests' && at.includes('/tokens/') && (isAbsent(theirs) ? isOurs(ours) : isAbsent(ours));
  },
  'token-keys': ({ part, at, theirs }, context) =>
    isGetToken(context) &&
    context.step.args[0]?.organizationId !== undefined &&
    (part === 'requests'
      ? at.endsWith('/tokens') && isAbsent(theirs)
      : part === 'outcome' && ['state', 'value', 'error'].includes(at)),
  'failed-mints': ({ part, at, ours }, context) =>
    isGetToken(context) &&
    hasOutcome(context, ['rejected', 'resolved']) &&
    (part === 'requests'
      ? at.endsWith('/tokens') && isAbsent(ours)
      : part === 'outcome' && ['state', 'value', 'error'].includes(at)),
  'cookie-of-current': ({ part, at, theirs, ours }, context) =>
    part === 'cookies' &&
    at.startsWith('__session') &&
    at.endsWith('.value') &&
    sidOf(theirs) !== context.theirs.tree.session &&
    sidOf(ours) === context.ours.tree.session,
  'assigned-properties': ({ part, at }, { step }) =>
    step.call === 'session.touch' && part === 'requests' && /· (body|sent\.content-length)$/u.test(at),
  'replaced-sessions': ({ part, at, theirs, ours }, context) =>
    (/^kept\..*getToken$/u.test(context.step.call) || hasAnsweredCaptcha(context)) &&
    {
      // Another token is news: listeners get another object for it.
      emissions:
        (at.endsWith('· session.token') && ours === context.ours.outcome.value) ||
        (at.endsWith('· session.isAsBefore') && theirs && ours === false),
      tree: at.endsWith('lastActiveToken.jwt'),
      identities: /^token \d+$/u.test(at),
    }[part] === true,
  'device-clocks': ({ part, at, theirs, ours }, { step }) =>
    // On a slow machine clerk-js asks while it loads.
    ('advance' in step || step.call === 'load' || isGetToken({ step })) &&
    {
      outcome: at === 'value',
      requests: at.includes('/tokens'),
      emissions: isAbsent(theirs) || isAbsent(ours) || at.endsWith('session.token'),
      identities: at.startsWith('token'),
      tree: at.endsWith('lastActiveToken.jwt'),
      cookies: isSessionCookie(at) && at.endsWith('.value'),
      cookieWrites: isSessionCookie(at),
    }[part] === true,
  'long-tokens': (difference, context) => isGetToken(context) && isLong(context.ours) && isTheirMint(difference),
  'reverification-paths': ({ part, at, theirs, ours }, { step }) =>
    /^session\.\w+Verification$/u.test(step.call) &&
    (part === 'requests'
      ? isAbsent(theirs)
        ? at.includes('/sess%2F1%3F/verify')
        : isAbsent(ours) && at.includes('/sess/1%3F/verify')
      : part === 'outcome' && at.startsWith('error.')),
  'reverified-session': (difference, { step, before }) => {
    const { part, at, theirs, ours } = difference;
    if (step.same?.[0] === 'kept.result.session') return theirs === false && ours === true;
    if (step.call === 'session.getToken')
      return (part === 'requests' && at.endsWith('/tokens') && isAbsent(theirs)) || isTheirMint(difference);
    return (
      /^kept\.(result\.session|its\.touch)$/u.test(step.get ?? step.call) &&
      {
        outcome: at === 'value.identity' && ours === before.identities.session,
        requests: /\/touch · (body|sent\.content-length)$/u.test(at),
      }[part] === true
    );
  },
  'overtaken-answers': (difference, context) =>
    context.step.together?.[0].call === 'session.touch' &&
    context.ours.tree.client.sessions.length === 2 &&
    context.theirs.tree.client.sessions.length < 2 &&
    ['tree', 'emissions', 'identities', 'cookies', 'cookieWrites'].includes(difference.part),
  'renewal-of-current': (difference, { step }) =>
    'advance' in step &&
    (isTheirMint(difference) || (difference.part === 'emissions' && difference.at.endsWith('· session.token'))),
  'renewal-of-gone': ({ part, at, ours }, { step, ours: own }) =>
    'advance' in step &&
    {
      requests:
        at.endsWith('/tokens') && isAbsent(ours) && !own.tree.client.sessions.some(({ id }) => at.includes(`/${id}/`)),
      emissions: isAbsent(ours) || at.endsWith('· session.token'),
    }[part] === true,
  'signed-out-once': ({ part, theirs, ours }, { step }) =>
    ('advance' in step ||
      step.dispatch === 'focus' ||
      ['handleUnauthenticated', 'session.touch'].includes(step.call)) &&
    part === 'emissions' &&
    isAbsent(ours) &&
    theirs.session === null,
  'quiet-touch': (difference, context) =>
    context.step.call?.endsWith('.__internal_touch') === true && isRelinked(difference, context),
  'retry-after': ({ part, at, theirs, ours }, { step, theirs: entry, ours: own }) =>
    ('advance' in step &&
      isAbsent(theirs) !== isAbsent(ours) &&
      (part === 'late' || (part === 'requests' && at.includes('/tokens/')))) ||
    (isGetToken({ step }) &&
      part === 'outcome' &&
      entry.outcome.state === 'pending' &&
      own.outcome.error?.retryAfter > 50),
  'foreign-guards': ({ part, at, theirs, ours }) =>
    ['outcome', 'late'].includes(part) &&
    at.endsWith('error.kind') &&
    theirs === 'ClerkOfflineError' &&
    ours === 'ClerkRuntimeError',
  'polling-option': (difference, { step }) => 'advance' in step && isTheirMint(difference),
};
