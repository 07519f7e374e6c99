// What the tests of several divergences ask of a difference.

export const isUndefined = value => value?.$ === 'undefined';
export const isDate = value => value?.$ === 'Date';
/** An event that one side alone has. */
export const isAbsent = value => value === 'absent';
export const isObject = value => typeof value === 'object' && value !== null && !('$' in value);

export const isSnapshot = (part, { step }) =>
  part === 'outcome' && step.call?.endsWith('__internal_toSnapshot') === true;

/** `step 3` before `step 12`. */
export const stepOf = identity => Number(/step (\d+)/u.exec(identity)?.[1] ?? -1);

/** The claims of a token; undefined for what is no token. */
export function claimsOf(raw) {
  try {
    return JSON.parse(Buffer.from(raw.split('.')[1], 'base64url'));
  } catch {
    return undefined;
  }
}

const rawOf = token => token?.jwt && Object.values(token.jwt.encoded).join('.');

/** The token of the current session, as the tree of a transcript shows it. */
export const currentToken = ({ client, session }) =>
  rawOf(client.sessions.find(({ id }) => id === session)?.lastActiveToken);

export const isSessionCookie = at => at.startsWith('__session');
/** Places in the tree that show who is current. */
export const isOfCurrent = at => ['clerk.isSignedIn', 'session', 'user', 'organization'].includes(at);

/** We have found the current session again, or that it is gone; they hold the old object and its token. */
export const isRelinked = ({ part, at, theirs, ours }, { ours: entry }) =>
  ({
    emissions: isAbsent(theirs) && ours.listener !== undefined,
    identities:
      ours === 'null' || (/: (session|user)$/u.test(ours) && (stepOf(ours) > stepOf(theirs) || / \d+$/u.test(at))),
    tree: isOfCurrent(at) && (ours === false || isUndefined(ours)),
    cookies: isSessionCookie(at) && (isUndefined(ours) || ours === currentToken(entry.tree)),
    cookieWrites: isSessionCookie(at) && isUndefined(theirs) && ours === 1,
  })[part] === true;

/** A call was sent again in this step, with a captcha in between. */
export const hasAnsweredCaptcha = ({ ours: { requests } }) =>
  requests.some(({ url }) => new URL(url).pathname === '/v1/client/verify');

/** They have asked for a token where we have one. */
export const isTheirMint = ({ part, at, theirs, ours }) =>
  ({
    requests: at.endsWith('/tokens') && isAbsent(ours),
    outcome: at === 'value' && claimsOf(theirs) !== undefined && claimsOf(ours) !== undefined,
    emissions: isAbsent(ours),
    tree: at.endsWith('lastActiveToken.jwt'),
    identities: /^token \d+$/u.test(at),
    cookies: isSessionCookie(at) && at.endsWith('.value'),
  })[part] === true;
