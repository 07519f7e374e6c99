// A sign-up: the fields that the instance asks for, then whatever is still missing or to be verified.

import { makeFlow } from './flow.js';
import { enterprise } from './steps/enterprise.js';
import { canAskFor, missingFields, signUpFields } from './steps/sign-up-fields.js';
import { codeOnItsWay, VERIFICATIONS } from './steps/verification.js';

/** @import { FlowContext, SignUpFlow } from './types.js' */

/**
 * @param {FlowContext} context
 * @returns {SignUpFlow}
 */
export function signUpFlow(context) {
  return makeFlow(context, { noun: 'signUp', id: 'sign-up', said: 'Signed up' }, signUpFields, flow => {
    const { missingFields: missing, unverifiedFields: unverified } = flow.attempt;
    const names = missing.filter(canAskFor);
    if (names.length > 0) return flow.show(missingFields(flow, names));
    if (missing.includes('enterprise_sso')) return enterprise.begin(flow, {});
    const verify = unverified.map(name => VERIFICATIONS[name]).find(Boolean);
    if (missing.length > 0 || !verify) throw new Error(unfinished(flow.attempt));
    return verify(flow);
  });
}

/**
 * Takes up a sign-up that an earlier visit left.
 * @param {SignUpFlow} flow
 */
export function resume(flow) {
  if (flow.attempt.status !== 'missing_requirements') return;
  const names = flow.attempt.missingFields.filter(canAskFor);
  const step = names.length > 0 ? missingFields(flow, names) : codeOnItsWay(flow);
  if (step) flow.open(step);
}

function unfinished({ status, missingFields: missing, unverifiedFields: unverified }) {
  const needed = [...missing, ...unverified];
  return `The sign-up is ${status}${needed.length > 0 ? `; it still needs ${needed.join(', ')}, which this page cannot ask for` : ''}`;
}
