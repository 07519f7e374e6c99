// What `docs/divergences.md` says of sign-ins and sign-ups.
import { isAbsent, isObject, isUndefined, stepOf } from './predicates.mjs';

const isOfFactor = ({ call }) =>
  /((signIn|held)\.(prepare|attempt)FirstFactor|session\.(prepare|attempt)FirstFactorVerification)$/u.test(call ?? '');
const isTypeError = ({ outcome }) => outcome.error?.name === 'TypeError';
/** An attempt that was completed by the answer that began it. */
const isComplete = (kind, { ours }) => ours.tree.client[kind].status === 'complete';

export const heldAttempts = ({ part, at, theirs, ours }, context) => {
  const older = () => stepOf(ours) < stepOf(theirs);
  const [, kind] = /^client\.(signIn|signUp)\./u.exec(at) ?? [];
  const isOlder = path => path.test(at) && /sign(In|Up)$/u.test(theirs) && older();
  return (
    {
      identities: () => /^sign(In|Up)$/u.test(at) && older(),
      late: () => isOlder(/^\d+ · value\.identity$/u),
      outcome: () =>
        isOlder(/^value\.(\d\.)?identity$/u) ||
        (context.step.same?.[0] === 'kept.held' && theirs === false && ours === true),
      emissions: () => /· client\.sign(In|Up)$/u.test(at) && isUndefined(theirs) && typeof ours === 'string',
      tree: () => kind !== undefined && isComplete(kind, context) && context.theirs.tree.client[kind].id === undefined,
    }[part]?.() === true
  );
};

const isJudgement = ({ part }, { step }) => step.call?.endsWith('.validatePassword') === true && part === 'emissions';
const sorted = body => String(body).split('&').sort().join('&');

export const attempts = {
  'phone-code-fields': ({ part, at, theirs, ours }, { step }) =>
    step.call?.endsWith('.phoneCode.sendCode') === true &&
    part === 'requests' &&
    at.endsWith('/prepare_first_factor · body') &&
    sorted(theirs) === sorted(ours),
  'blank-sign-ups': ({ part, at, ours }, { step, ours: { outcome } }) =>
    step.call === 'client.signUp.__experimental_getEnterpriseConnections' &&
    outcome.state === 'rejected' &&
    (part === 'requests' ? isAbsent(ours) : part === 'outcome' && /^error\./u.test(at)),
  'special-characters': (difference, context) =>
    isJudgement(difference, context) &&
    (/"complexity"\] · args\.0$/u.test(difference.at)
      ? difference.ours === false
      : difference.at.endsWith('complexity.require_special_char') && difference.ours === true),
  zxcvbn: (difference, context) =>
    isJudgement(difference, context) &&
    (isAbsent(difference.ours)
      ? 'strength' in difference.theirs.args[0]
      : difference.at.endsWith('args.0.strength') && isUndefined(difference.ours)),
  'same-client': ({ part, at, theirs, ours }, { step }) =>
    step.call?.endsWith('.verifiedFromTheSameClient') === true &&
    part === 'outcome' &&
    at === 'value' &&
    theirs === true &&
    ours === false,
  'prepare-rejects': ({ part, at }, { step, theirs, ours }) =>
    isOfFactor(step) &&
    part === 'outcome' &&
    (theirs.outcome.state === 'threw' || theirs.outcome.error?.name === 'Error') &&
    ours.outcome.state === 'rejected' &&
    isTypeError(ours) &&
    /^(state|error\.(name|message))$/u.test(at),
  'other-strategies': ({ part, at, ours }, context) =>
    isOfFactor(context.step) &&
    isTypeError(context.ours) &&
    context.theirs.outcome.state !== 'threw' &&
    (part === 'requests' ? isAbsent(ours) : part === 'outcome' && /^(state|value|error(\..*)?)$/u.test(at)),
  'wrong-arguments': ({ part, at, ours }, context) =>
    isTypeError(context.ours) &&
    !isObject(context.step.args?.[0]) &&
    (part === 'requests' ? isAbsent(ours) : part === 'outcome' && /^error\./u.test(at)),
};
