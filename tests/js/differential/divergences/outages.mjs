// What `docs/divergences.md` says of outages, and of starts that do not wait.
import { isAbsent, isObject, isOfCurrent, isSessionCookie, isUndefined } from './predicates.mjs';

const isStart = ({ step }) => step.call === 'load' && step.args[0].startFrom === 'snapshot';
/** They still wait for an answer, and we have started. */
const isAhead = ({ theirs, ours }) => theirs.outcome?.state === 'pending' && ours.outcome?.state === 'resolved';
const hasNobody = ({ client, session }) => isUndefined(session) && client.sessions.length > 0;

export const outages = {
  'asked-again': ({ part, at, theirs }, { step }) =>
    ('advance' in step || step.dispatch === 'online') &&
    part === 'requests' &&
    /GET \S+\/(client|environment)$/u.test(at) &&
    isAbsent(theirs),
  // The client has arrived, and nobody is signed in by it there.
  'session-after-outage': ({ part, at, theirs, ours }, context) =>
    context.step.call === 'load' &&
    hasNobody(context.theirs.tree) &&
    typeof context.ours.tree.session === 'string' &&
    {
      tree: isOfCurrent(at),
      emissions: / · (session|user)$/u.test(at) && theirs === null,
      identities: theirs === 'null' || / \d+$/u.test(at),
      cookies: isSessionCookie(at) && isUndefined(theirs),
      cookieWrites: isSessionCookie(at) && isUndefined(theirs) && ours <= 2,
    }[part] === true,
  snapshots: ({ part, at, theirs, ours }, context) => {
    if (part === 'storage') return at.startsWith('local.__clerk_snapshot_') && isUndefined(theirs);
    if (!isStart(context)) return false;
    // The session is known before the environment is.
    if (part === 'requests' && at.endsWith('/environment · url'))
      return ours.startsWith(`${theirs}&_clerk_session_id=sess_`);
    return (
      isAhead(context) &&
      {
        outcome: at === 'state',
        tree: ['clerk.loaded', 'clerk.status', 'client'].includes(at) || isOfCurrent(at),
        identities: theirs === 'undefined' || isUndefined(theirs),
        emissions: isAbsent(theirs) && isObject(ours),
        // They want a token before they go on.
        requests: at.endsWith('/tokens') && isAbsent(ours),
      }[part] === true
    );
  },
};
