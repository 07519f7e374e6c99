// The rows of docs/divergences.md, each as the narrowest test that tells its differences from all others. What a test is
// given: `{ step, part, at, theirs, ours }`, and `{ scenario, step }` beside it.

const isUndefined = value => value?.$ === 'undefined';
const isDate = value => value?.$ === 'Date';

/** Ids that may show in any scenario, without being named there. */
export const everywhere = {
  'environment-snapshot': ({ part, at, ours }) => part === 'storage' && at === 'local.__clerk_environment' && isUndefined(ours),
  'active-context': ({ part, at, theirs, ours }) => (part === 'cookies' ? at.startsWith('clerk_active_context') && isUndefined(ours)
    : part === 'requests' && at.endsWith('sent.cookie.clerk_active_context') && isUndefined(ours)),
  // Never more often, that is.
  'cookie-writes': ({ part, theirs, ours }) => part === 'cookieWrites' && (isUndefined(ours) ? 0 : ours) < theirs,
  'development-warning': ({ part, at, ours }) => part === 'console' && at.includes('loaded with development keys') && ours === 'absent',
  'typed-absence': ({ part, at, theirs, ours }) => ['tree', 'emissions'].includes(part) && ((isUndefined(theirs) && ours === null)
    || (theirs === null && isUndefined(ours) && /(publicUserData\.username|userData\.(first|last)Name)$/u.test(at))),
  'null-dates': ({ part, theirs, ours }) => part === 'tree' && isDate(theirs) && ours === null,
  'held-attempts': ({ part, at, theirs, ours }) => ((part === 'identities' && /^sign(In|Up)$/u.test(at))
    || (part === 'outcome' && at === 'value.identity' && /sign(In|Up)$/u.test(theirs))) && stepOf(ours) < stepOf(theirs),
  'memoized-emissions': ({ part, at, theirs, ours }) => part === 'emissions' && /(client|session|user|organization)\.(isCurrent|isAsBefore)$/u.test(at)
    && typeof theirs === 'boolean' && typeof ours === 'boolean',
  'token-paths': ({ part, at, ours }) => part === 'tree' && at.endsWith('lastActiveToken.pathRoot') && ours === 'tokens',
  'error-names': ({ at, theirs, ours }) => at.endsWith('error.name') && theirs.length <= 2 && ours.startsWith('Clerk'),
  'left-over-cookies': ({ part, at, theirs, ours }, { step }) => step.call === 'load' && at.startsWith('__session')
    && ((part === 'cookieWrites' && isUndefined(theirs) && ours === 1) || (part === 'cookies' && isUndefined(ours))),
  'trace-id': ({ at, theirs }) => at.endsWith('error.clerkTraceId') && isUndefined(theirs),
};

/** `step 3` before `step 12`. */
const stepOf = identity => Number(/step (\d+)/u.exec(identity)?.[1] ?? -1);

const isToken = at => /lastActiveToken/u.test(at);

/** Ids that a scenario names when it shows them. */
export const divergences = {
  'token-refresh': ({ part, at }) => ({
    requests: at.endsWith('/tokens'), emissions: true, tree: isToken(at), cookies: at.startsWith('__session'), identities: at.startsWith('token'),
    outcome: at === 'value',
  })[part] === true,
};
