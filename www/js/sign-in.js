// A sign-in: who it is, what proves it, what proves it a second time.

import { makeFlow } from './flow.js';
import { factorPicker } from './steps/factor-picker.js';
import { firstFactor } from './steps/first-factors.js';
import { identify } from './steps/identify.js';
import { newPassword } from './steps/new-password.js';
import { secondFactor } from './steps/second-factors.js';

/** @import { FlowContext, SignInFlow } from './types.js' */

/** @param {SignInFlow} flow */
const askFirst = flow =>
  factorPicker(flow, {
    intro: 'How do you prove that you are ',
    factors: flow.attempt.supportedFirstFactors,
    known: firstFactor,
  });
/** @param {SignInFlow} flow */
const askSecond = flow =>
  factorPicker(flow, {
    intro: 'What is the second proof that you are ',
    factors: flow.attempt.supportedSecondFactors,
    known: secondFactor,
  });

const STEPS = {
  needs_first_factor: askFirst,
  needs_second_factor: askSecond,
  needs_client_trust: askSecond,
  needs_new_password: newPassword,
};

/**
 * @param {FlowContext} context
 * @returns {SignInFlow}
 */
export function signInFlow(context) {
  return makeFlow(context, { noun: 'signIn', id: 'sign-in', said: 'Signed in' }, identify, flow => {
    const { status } = flow.attempt;
    if (!STEPS[status]) throw new Error(`The sign-in is ${status}, a step that this page does not have`);
    flow.show(STEPS[status](flow));
  });
}

/** Whether an earlier visit has left a sign-in behind its first proof. */
export const isHalfway = ({ status }) => status !== 'needs_first_factor' && status in STEPS;
