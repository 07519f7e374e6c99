// The rows of docs/divergences.md, each as the narrowest test that tells its differences from all others. What a test is
// given: `{ step, part, at, theirs, ours }`, and beside it `{ scenario, step, before, theirs, ours }`: all that was seen of clerk-js
// before and after the step, and of this package after it.
import { account } from './divergences/account.mjs';
import { attempts, heldAttempts } from './divergences/attempts.mjs';
import { clerk, ownWords } from './divergences/clerk.mjs';
import { client } from './divergences/client.mjs';
import { outages } from './divergences/outages.mjs';
import { nullDates, payloads, typedAbsence } from './divergences/payloads.mjs';
import { isAbsent, isUndefined } from './divergences/predicates.mjs';
import { session } from './divergences/session.mjs';

/** `<session>:<organization>` of what is current, or will be on the page that is gone to; there is no such cookie where nothing is. */
function isContextOf(
  {
    step,
    ours: {
      tree: { client, session },
    },
  },
  value,
) {
  if (isUndefined(session) && step.call === 'setActive') return true;
  const current = client.sessions?.find?.(({ id }) => id === session);
  return value === (current && `${session}:${current.lastActiveOrganizationId ?? ''}`);
}

/** Ids that may show in any scenario, without being named there. */
export const everywhere = {
  'environment-snapshot': ({ part, at, ours }) =>
    part === 'storage' && at === 'local.__clerk_environment' && isUndefined(ours),
  'active-context': ({ part, at, ours }, context) =>
    ({
      cookies: at.startsWith('clerk_active_context') && isContextOf(context, at.endsWith('.value') ? ours : ours.value),
      cookieWrites: at === 'clerk_active_context' && (isUndefined(ours) || ours === 1),
      requests: at.endsWith('sent.cookie.clerk_active_context'),
    })[part] === true,
  // Never more often, that is.
  'cookie-writes': ({ part, theirs, ours }) => part === 'cookieWrites' && (isUndefined(ours) ? 0 : ours) < theirs,
  'development-warning': ({ part, at, ours }) =>
    part === 'console' && at.includes('loaded with development keys') && ours === 'absent',
  'typed-absence': typedAbsence,
  'null-dates': nullDates,
  'held-attempts': heldAttempts,
  'token-paths': ({ part, at, ours }) =>
    part === 'tree' && at.endsWith('lastActiveToken.pathRoot') && ours === 'tokens',
  'error-names': ({ at, theirs, ours }) => at.endsWith('error.name') && theirs.length <= 2 && ours.startsWith('Clerk'),
  'own-words': ownWords,
  'left-over-cookies': ({ part, at, theirs, ours }, { step }) =>
    step.call === 'load' &&
    at.startsWith('__session') &&
    ((part === 'cookieWrites' && isUndefined(theirs) && ours === 1) || (part === 'cookies' && isUndefined(ours))),
  // Of the two versions the older one alone.
  'focus-failures': ({ part, theirs, ours }, { step }) =>
    step.dispatch === 'focus' && part === 'errors' && theirs.startsWith('unhandled: ') && isAbsent(ours),
  'trace-id': ({ at, theirs }) => /error\.(clerkTraceId|errors\.\d+\.meta\.\w+)$/u.test(at) && isUndefined(theirs),
  'enterprise-connections': ({ at, theirs, ours }) =>
    (/enterpriseConnection\.(createdAt|updatedAt)$/u.test(at) && isUndefined(ours)) ||
    (at.endsWith('enterpriseConnection.protocol') && isUndefined(theirs)),
  'organization-of-user': ({ part, at, ours }, { step }) =>
    part === 'identities' &&
    at === 'organization' &&
    /^kept\.(user|it)\./u.test(step.call ?? '') &&
    ours.endsWith('organization'),
  'billing-members': ({ at, ours }) => at.endsWith('ssoBypassAllowlist') && isUndefined(ours),
};

/** Ids that a scenario names when it shows them. */
export const divergences = { ...account, ...clerk, ...client, ...session, ...attempts, ...payloads, ...outages };
