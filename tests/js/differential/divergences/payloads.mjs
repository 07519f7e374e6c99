// What `docs/divergences.md` says of answers that are not what they should be.
import { isDate, isObject, isSnapshot, isUndefined } from './predicates.mjs';

const isEmpty = value => value === '' || value === false || (isObject(value) && Object.keys(value).length === 0);
const isNothing = value => value === null || isUndefined(value);

/** They could not make the client, and take that for an outage. */
const haveFailed = ({ theirs, ours }) => theirs.tree.clerk.status === 'degraded' && ours.tree.clerk.status === 'ready';

/** They have the time at which they read the answer; `before` is what was seen before the step. */
const isNow = (time, { before, theirs }) => time >= before.now && time <= theirs.now;

/** A date of ours that is *now* is so when it is first read. */
export const nullDates = ({ part, at, theirs, ours }, context) => {
  if (isSnapshot(part, context)) return /_at$/u.test(at) && typeof theirs === 'number' && ours === null;
  if (part !== 'tree') return false;
  return ours === null
    ? isDate(theirs) && isNow(theirs.is, context)
    : at.endsWith('.is') && isNow(theirs, context) && isNow(ours, context);
};

/** What the methods of users and organizations give are resources that no tree shows. */
const isOfAccount = (part, { whole, call = '' }) =>
  part === 'outcome' && (whole !== undefined || /^kept\.(user|organization|it)\./u.test(call));

/** What the types say of a field that is absent: null, undefined, or an empty value. */
export const typedAbsence = ({ part, at, theirs, ours }, { step }) =>
  (['tree', 'emissions'].includes(part) || isOfAccount(part, step)) &&
  ((isUndefined(theirs) && ours === null) ||
    (isNothing(theirs) && isEmpty(ours)) ||
    (theirs === null &&
      isUndefined(ours) &&
      /((publicUserData|whole)\.(username|userId)|userData\.(first|last)Name)$/u.test(at)));

export const payloads = {
  'wrong-types': ({ part, at, theirs, ours }, context) =>
    haveFailed(context) ||
    (part === 'tree' &&
      (isNothing(ours) ||
        isEmpty(ours) ||
        (ours === true && typeof theirs === 'string') ||
        'threw' in Object(theirs) ||
        // Without the entries that are no resources.
        (Array.isArray(theirs) && Array.isArray(ours) && ours.length < theirs.length) ||
        /\.primary\w+\.is$/u.test(at))),
  'absent-factors': ({ part, at, theirs, ours }, { step }) =>
    part === 'outcome' &&
    at === 'value' &&
    step.get === 'kept.result.supportedFirstFactors' &&
    isUndefined(theirs) &&
    ours.length === 0,
  'bad-urls': (_, context) => haveFailed(context),
  'bad-tokens': (_, context) => haveFailed(context),
  'password-flag': ({ part, at, theirs, ours }) =>
    part === 'tree' &&
    isNothing(theirs) &&
    ((at === 'client.signUp.hasPassword' && ours === true) ||
      (at === 'client.signUp.abandonAt' && typeof ours === 'number')),
};
