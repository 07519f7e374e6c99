// What `docs/divergences.md` says of the client's methods.
import {
  hasAnsweredCaptcha,
  isAbsent,
  isObject,
  isRelinked,
  isSessionCookie,
  isSnapshot,
  isTheirMint,
  isUndefined,
} from './predicates.mjs';

/** A URL's query with repeated parameters joined again: what the server cannot know of the commas. */
function joined(text) {
  const { origin, pathname, searchParams } = new URL(text);
  return JSON.stringify([
    origin,
    pathname,
    [...new Set(searchParams.keys())].map(name => [name, searchParams.getAll(name).join(',')]),
  ]);
}

const isUrl = value => typeof value === 'string' && URL.canParse(value);
const isRefusedArgument = ({ outcome }) => outcome.error?.name === 'TypeError';

/** What a snapshot of clerk-js has where the server sent nothing: null, an empty text, an object of such values. */
const isBlank = value =>
  value === null ||
  value === '' ||
  value === 'verification' ||
  (typeof value === 'object' && Object.values(value).every(isBlank));

const isBlankError = (at, value) => at.endsWith('.error') && isObject(value) && value.code === '';

export const client = {
  'search-commas': ({ part, at, theirs, ours }) =>
    (part === 'outcome' ? ['value', 'value.url'].includes(at) : part === 'requests' && at.endsWith('· url')) &&
    isUrl(theirs) &&
    isUrl(ours) &&
    joined(theirs) === joined(ours),
  'not-a-url': ({ part, at }, { step, ours }) =>
    step.call === 'client.buildTouchUrl' &&
    part === 'outcome' &&
    ['state', 'value', 'error', 'error.message'].includes(at) &&
    isRefusedArgument(ours),
  'reload-emits': (difference, context) => {
    const { step } = context;
    const isOfThese = /^client\.(reload|create|__internal_sendCaptchaToken)$/u.test(step.call ?? step.unbound);
    if (isOfThese || hasAnsweredCaptcha(context)) return isRelinked(difference, context);
    return step.same?.[0] === 'session' && difference.theirs === false && difference.ours === true;
  },
  'captcha-signed-out': ({ part, at, theirs }, context) =>
    context.theirs.outcome.state === 'pending' &&
    hasAnsweredCaptcha(context) &&
    {
      outcome: ['state', 'error'].includes(at),
      requests: isAbsent(theirs) && at.endsWith('/v1/client'),
      emissions: isAbsent(theirs),
      tree: at.endsWith('lastActiveToken.jwt'),
      identities: true,
      cookies: isSessionCookie(at),
      cookieWrites: isSessionCookie(at),
    }[part] === true,
  'remove-sessions': (difference, context) => {
    const { part, at, theirs, ours } = difference;
    if (!/^client\.(removeSessions|destroy)$/u.test(context.step.call)) return false;
    return part === 'outcome'
      ? at === 'value' && isUndefined(theirs) && ours.$ === 'resource'
      : isRelinked(difference, context);
  },
  'captcha-answers': ({ part, at, theirs }, { step }) =>
    step.call === 'client.__internal_sendCaptchaToken' &&
    (part === 'tree'
      ? at.startsWith('client.')
      : (part === 'identities' && isUndefined(theirs)) || (part === 'outcome' && at === 'value.id')),
  'clear-cache': (difference, { step }) => step.call?.endsWith('.getToken') && isTheirMint(difference),
  'unbound-methods': ({ part, at }, { step, theirs }) =>
    step.unbound?.startsWith('client.') &&
    ['outcome', 'requests', 'emissions'].includes(part) &&
    (at === 'value' || theirs.outcome.error?.name === 'TypeError'),
  'lossless-snapshots': ({ part, at, theirs, ours }, context) =>
    isSnapshot(part, context) &&
    (isUndefined(theirs) ||
      ((isUndefined(ours) || (ours === null && isObject(theirs))) && isBlank(theirs) && !isBlankError(at, theirs)) ||
      (at.endsWith('.object') && String(ours).startsWith(theirs)) ||
      (/\.user_data\.\w+$/u.test(`.${at}`) && theirs === null) ||
      (at.endsWith('user.profile_image_id') && isUndefined(ours)) ||
      (at.endsWith('user.create_organizations_limit') && theirs === null && ours === 0)),
  'blank-errors': ({ part, at, theirs, ours }, context) =>
    isSnapshot(part, context) && isBlankError(at, theirs) && (ours === null || isUndefined(ours)),
};
